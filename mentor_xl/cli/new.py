"""``mentor-xl new``: a workbook to live in, blank or with an example caseload."""

import datetime as dt
from pathlib import Path

import click

from mentor_xl import __version__
from mentor_xl.cli.options import option_set, today_option
from mentor_xl.cli.screen import say
from mentor_xl.errors import NotWritten
from mentor_xl.workbook.blank import make_blank
from mentor_xl.workbook.sample import make_sample


@click.command("new")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--sample", type=click.IntRange(1, 100_000), metavar="N", help="Fill it with N made-up pupils.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed, other made-up pupils.")
@click.option(
    "--with", "modules", metavar="SHEETS", default="", help="Show more sheets: measures,peer or all."
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@option_set(today_option)
def new_command(
    *, file: Path, sample: int | None, seed: int, modules: str, force: bool, today: dt.date
) -> int:
    """Make a new caseload workbook FILE, blank or with made-up pupils."""
    if file.suffix.lower() != ".xlsx":
        raise click.UsageError("Give the new workbook a name that ends in .xlsx.")
    if file.exists() and not force:
        raise click.UsageError(f"{file.name} is there already. Choose another name, or add --force.")
    wanted = tuple(name.strip() for name in modules.split(",") if name.strip())
    data = (
        make_sample(pupils=sample, seed=seed, today=today)
        if sample
        else make_blank(modules=wanted, version=__version__)
    )
    try:
        file.write_bytes(data)
    except OSError as error:
        raise NotWritten(error, f"{file.name} could not be written. Is it open in Excel?") from error
    say(f"Made {file}" + (f" with {sample} made-up pupils." if sample else "."))
    say(f"Next: mentor-xl check {file}")
    return 0
