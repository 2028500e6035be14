"""How does the tab in Excel stand? What ``mentor-xl addin status`` knows, as answers of the doctor."""

from mentor_xl.doctor.machine import Machine
from mentor_xl.doctor.register import Answer, Who, check, ok, skip, warn
from mentor_xl.errors import MissingHere

_NO_TAB = "The tab is not in Excel. Who wants it: mentor-xl addin install."


@check("tab", Who.YOU, is_for_windows=True)
def tab(machine: Machine) -> Answer:
    """Is the tab Mentor XL in Excel's folder, and of this version?

    Why: A tab of another version may start what this one does not have.
    Do: Close Excel, then: mentor-xl addin install.
    """
    if not machine.has_tab:
        return skip(_NO_TAB)
    return _of_standing(machine, "installed", "for-all", "other-version", "changed", "not-installed")


@check("tab-python", Who.YOU, is_for_the_tab=True)
def tab_python(machine: Machine) -> Answer:
    """Do the buttons of the tab find their Python?

    Why: After Python was moved or renewed, the buttons start nothing.
    Do: mentor-xl addin install
    """
    return _of_standing(machine, "python", "python-gone", "no-python")


@check("tab-library", Who.YOU, is_for_the_tab=True)
def tab_library(machine: Machine) -> Answer:
    """Is the library there through which the buttons speak with Excel?

    Why: Only the buttons need it, so it is not installed with the rest.
    Do: python -m pip install "mentor-xl[excel]"
    """
    missing = [name for name in ("xlwings", "win32com") if not machine.is_there(name)]
    return warn(f"{' and '.join(missing)} not installed.") if missing else ok("xlwings is installed.")


@check("tab-marked", Who.YOU, is_for_the_tab=True)
def tab_marked(machine: Machine) -> Answer:
    """Does Windows take the tab for a download?

    Why: Excel switches off the macros of a file that is marked as come from the internet.
    Do: mentor-xl addin install --force
    """
    return _of_standing(machine, "marked", "not-marked")


@check("tab-twice", Who.YOU, is_for_the_tab=True)
def tab_twice(machine: Machine) -> Answer:
    """Does Excel load the tab from one place only?

    Why: Loaded twice, every button is there twice, and each may be of another version.
    Do: Remove all but one.
    """
    return _of_standing(machine, "loaded-twice", otherwise="It is loaded from one place.")


@check("send-to", Who.YOU, is_for_windows=True)
def send_to(machine: Machine) -> Answer:
    """Is Mentor XL in Explorer's Send to?

    Why: It does the whole job on a workbook without any macro.
    Do: mentor-xl addin install --send-to-only
    """
    if not machine.has_send_to and not machine.has_tab:
        return skip("It is not there. Who wants it: mentor-xl addin install --send-to-only.")
    return _of_standing(machine, "send-to", "no-send-to")


def _of_standing(machine: Machine, *codes: str, otherwise: str = "") -> Answer:
    if machine.computer is None:
        return skip("Excel for Windows is not here.")
    from mentor_xl.addin.package import FILE_NAME  # noqa: PLC0415 - needs libraries
    from mentor_xl.addin.standing import standing  # noqa: PLC0415

    try:
        shipped = (machine.shipped("workbook_templates") / FILE_NAME).read_bytes()
    except FileNotFoundError as fault:
        raise MissingHere("Mentor XL came without its add-in. Install Mentor XL again.") from fault
    found = standing(machine.computer, shipped)
    for finding in found.findings:
        if finding.code in codes:
            return ok(finding.what) if finding.is_well else warn(finding.what, finding.do)
    return ok(otherwise)
