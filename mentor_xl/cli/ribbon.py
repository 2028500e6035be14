"""``mentor-xl ribbon``: what a button of the add-in starts. For Excel, not for people."""

import datetime as dt
import os
import sys
from pathlib import Path

import click

from mentor_xl.user_folders import cache_folder, settings_folder


@click.command("ribbon", hidden=True)
@click.argument("entry")
@click.option("--kind", default="")
@click.option("--protocol", type=int, default=0)
@click.option("--addin-version", default="")
@click.option("--hwnd", type=int, default=0)
def ribbon_command(*, entry: str, kind: str, protocol: int, addin_version: str, hwnd: int) -> int:
    """Do what the button ENTRY says, in the workbook that is open in Excel."""
    from mentor_xl import ribbon  # noqa: PLC0415 - no other command waits for it
    from mentor_xl.live.remembered import Remembered  # noqa: PLC0415

    if entry not in ribbon.BUTTONS:
        raise click.UsageError(f"There is no button {entry}.")
    app = ribbon.excel_of(hwnd)
    home = Path.home()
    settings, cache = settings_folder(os.environ, home), cache_folder(os.environ, home)
    return ribbon.press(
        app,
        entry,
        kind,
        today=dt.date.today(),  # noqa: DTZ011 - the day on the wall of the school
        remembered=Remembered(settings, home / "Documents", cache),
        open_file=_open,
        speaks=(protocol, addin_version),
    )


def _open(path: Path) -> None:
    """As a double click in Explorer would."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - a letter or folder that was just written
