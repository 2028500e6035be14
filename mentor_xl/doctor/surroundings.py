"""Do clock, console and environment of this computer let Mentor XL count days and show words rightly?"""

import codecs
import datetime as dt
from pathlib import PurePath

from mentor_xl.dates import short
from mentor_xl.doctor.machine import Machine
from mentor_xl.doctor.register import Answer, Who, check, ok, skip, warn

_SHOWN = "é"
"""A letter that many names have."""
_TEMPLATES = "MENTOR_XL_TEMPLATES"


@check("clock", Who.YOU)
def clock(machine: Machine) -> Answer:
    """Is the clock of this computer right?

    Why: Every due date is counted from today.
    Do: Set the clock, or give the day: --today 2026-11-23.
    """
    newest = max(path.stat().st_mtime for path in machine.package.glob("*.py"))
    written = dt.datetime.fromtimestamp(newest, machine.now.tzinfo)
    today = f"It is {short(machine.now.date())}, {machine.now:%H:%M}"
    if machine.now < written - dt.timedelta(days=2):
        return warn(f"{today}, but Mentor XL was installed later, on {short(written.date())}.")
    zone = machine.now.tzname()
    return ok(f"{today}{f' ({zone})' if zone else ''}.")


@check("console", Who.YOU)
def console(machine: Machine) -> Answer:
    """Can this console show the letters that names have?

    Why: A letter that it cannot show appears as a question mark; files are not touched by that.
    Do: Set the variable PYTHONUTF8 to 1, or use Windows Terminal.
    """
    if not machine.encoding:
        return skip("There is no console.")
    try:
        codecs.encode(_SHOWN, machine.encoding)
    except (UnicodeEncodeError, LookupError):
        return warn(f"It takes {machine.encoding} only.")
    return ok(f"It takes {machine.encoding}.")


@check("environment", Who.YOU)
def environment(machine: Machine) -> Answer:
    """Does a variable of the environment send Mentor XL elsewhere?

    Why: MENTOR_XL_TEMPLATES puts other templates in the place of the ones that came with Mentor XL.
    Do: Take the variable MENTOR_XL_TEMPLATES away, or let it name the folder that holds letter_templates.
    """
    elsewhere = machine.env.get(_TEMPLATES, "")
    if not elsewhere:
        others = sorted(name for name in machine.env if name.startswith("MENTOR_XL_"))
        return ok(f"Set here: {', '.join(others) or 'nothing'}.")
    folder = machine.file(type(machine.home)(elsewhere))
    if any((folder / name).is_dir() for name in ("letter_templates", "workbook_templates")):
        return ok(f"Templates come from {PurePath(elsewhere)}")
    return warn(f"{_TEMPLATES} names {elsewhere}, where no templates are; it is passed over.")
