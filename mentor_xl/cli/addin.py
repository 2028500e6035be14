"""``mentor-xl addin``: the add-in for Excel built, put in its place, looked at, taken away."""

import os
import sys
from pathlib import Path

import click

from mentor_xl import __version__
from mentor_xl.addin.buttons import PROTOCOL
from mentor_xl.addin.computer import Computer, this_computer
from mentor_xl.addin.package import FILE_NAME, addin_bytes
from mentor_xl.addin.place import (
    SEND_TO,
    Listed,
    Placed,
    install,
    is_strange,
    refuse_while_excel_runs,
    remove,
    to_be_placed,
)
from mentor_xl.addin.standing import Standing, other_copies, standing
from mentor_xl.addin.vba import vba_text
from mentor_xl.cli.options import json_option
from mentor_xl.cli.screen import say, say_json, table
from mentor_xl.errors import MentorError, MissingHere, NotWritten
from mentor_xl.outputs import safe_name, sha256_of
from mentor_xl.shipped import shipped_folder


@click.group("addin")
def addin_command() -> None:
    """Put the tab Mentor XL into Excel for Windows, look at it, take it away."""


@addin_command.command("install")
@click.option("--send-to-only", is_flag=True, help="No tab in Excel, only Explorer's Send to.")
@click.option("--force", is_flag=True, help="Write over an add-in that Mentor XL did not put there.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written.")
def install_addin(*, send_to_only: bool, force: bool, dry_run: bool) -> int:
    """Put the tab into Excel, for you alone, and Mentor XL into Explorer's Send to.

    Close Excel first. Nothing is changed but four small files in your own AppData folder.
    """
    computer = this_computer()
    files = to_be_placed(computer, _shipped(), send_to_only=send_to_only)
    if not send_to_only and (elsewhere := next(other_copies(computer), None)):
        raise MentorError(f"Excel loads the add-in already, from {elsewhere}. Remove that first.")
    if dry_run:
        return _show_what_would_be(computer, files)
    install(computer, files, force=force)
    table(("what", "where"), ((one.what, str(one.path)) for one in files))
    say()
    if send_to_only:
        say("Next: in Explorer, right-click a caseload workbook, then Send to, then Mentor XL.")
    else:
        say(f"SHA-256 of the add-in: {sha256_of(_shipped())}")
        say("Next: open Excel, and look for the tab Mentor XL.")
    return 0


def _show_what_would_be(computer: Computer, files: tuple[Placed, ...]) -> int:
    table(("what", "where"), ((one.what, str(one.path)) for one in files))
    for one in files:
        if is_strange(computer, one):
            say(f"{one.path.name}: another is there; only --force would write over it.")
    refuse_while_excel_runs(computer, files)
    return 0


@addin_command.command("status")
@json_option
def show_status(*, as_json: bool) -> int:
    """Show whether the add-in is in its place, which one, and what may stop it.

    Exit code 1 if something does.
    """
    found = standing(this_computer(), _shipped())
    if as_json:
        say_json(_as_json(found))
    else:
        _show(found)
    return int(not found.is_well)


def _as_json(found: Standing) -> dict[str, object]:
    return {
        "version": __version__,
        "protocol": PROTOCOL,
        "shipped_sha256": found.shipped_sha256,
        "installed_sha256": found.installed_sha256,
        "findings": [
            {"code": one.code, "is_well": one.is_well, "what": one.what, "do": one.do}
            for one in found.findings
        ],
    }


def _show(found: Standing) -> None:
    say(f"Mentor XL {__version__}, protocol {PROTOCOL}")
    say(f"SHA-256 of the add-in that came with it: {found.shipped_sha256}")
    if found.installed_sha256 not in {None, found.shipped_sha256}:
        say(f"SHA-256 of the one in Excel's folder:    {found.installed_sha256}")
    say()
    rows = (("ok" if one.is_well else "look", f"{one.what} {one.do}".strip()) for one in found.findings)
    table(("", "what, and what to do"), rows)
    say()
    first = next((one for one in found.findings if not one.is_well), None)
    say(f"Next: {first.do}" if first else "Next: open Excel, and look for the tab Mentor XL.")


@addin_command.command("remove")
def remove_addin() -> int:
    """Take away what install put there, and nothing else. Close Excel first."""
    gone: list[Listed] = []
    kept: list[Listed] = []
    for line, is_gone in remove(this_computer()):
        (gone if is_gone else kept).append(line)
    if not gone and not kept:
        say("Nothing was installed, so nothing was taken away.")
    for line in gone:
        say(f"Taken away: {line.path}")
    for line in kept:
        say(f"Changed since it was installed, so left there: {line.path}")
    return int(bool(kept))


@addin_command.command("build")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    default=Path(FILE_NAME),
    show_default=True,
    help="Where to write it.",
)
@click.option("--source", is_flag=True, help="Write nothing; show the macros' whole text.")
def build_addin(*, output: Path, source: bool) -> int:
    """Make the add-in's file, on any machine; the same version gives the same bytes."""
    if source:
        say(vba_text())
        return 0
    data = addin_bytes()
    try:
        output.write_bytes(data)
    except OSError as error:
        raise NotWritten(error, f"{output.name} could not be written. Is it open in Excel?") from error
    say(f"Made {output}")
    say(f"SHA-256: {sha256_of(data)}")
    return 0


def _shipped() -> bytes:
    """The add-in that came with this Mentor XL."""
    try:
        return (shipped_folder("workbook_templates") / FILE_NAME).read_bytes()
    except OSError as error:
        raise MissingHere("Mentor XL came without its add-in. Install Mentor XL again.") from error


# -- what Explorer's Send to starts -------------------------------------------------------------------------


@addin_command.command("sent", hidden=True)
@click.argument("workbooks", metavar="BOOK…", nargs=-1, type=click.Path(path_type=Path))
def take_what_was_sent(*, workbooks: tuple[Path, ...]) -> int:
    """Do the whole job on what Explorer sent, and keep the window open to be read."""
    from mentor_xl.cli import run  # noqa: PLC0415 - which imports this module when the command is called for

    codes = [0]
    for workbook in workbooks:
        output = folder_for(workbook, Path.home())
        say(f"{workbook.name}: letters and results go to {output}", bold=True)
        say()
        codes.append(run(["build", str(workbook), "-o", str(output)]))
        if codes[-1] in (0, 1) and sys.platform == "win32":
            os.startfile(output)  # noqa: S606 - the folder, in Explorer
    if not workbooks:
        say(f"In Explorer, right-click a caseload workbook, then {SEND_TO}, then Mentor XL.")
    if sys.stdin.isatty():
        click.pause("Press a key to close this window.", err=True)
    return max(codes)


def folder_for(workbook: Path, home: Path) -> Path:
    """Where letters go that nobody gave a folder: ``Documents\\Mentor XL``, a folder for each workbook."""
    return home / "Documents" / "Mentor XL" / (workbook.stem.strip(" .") or safe_name(workbook.name))
