"""Which Excel is on this computer, and has it switched the tab off?"""

from mentor_xl.doctor.machine import Machine
from mentor_xl.doctor.register import Answer, Who, check, ok, warn

_CLICK_TO_RUN = r"SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
_PROGRAM = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_BITS = {"x86": "32 bits", "x64": "64 bits"}


@check("excel", Who.IT, is_for_the_tab=True)
def excel(machine: Machine) -> Answer:
    """Is Excel for Windows on this computer?

    Why: The tab Mentor XL lives in it. Workbooks are read, and letters written, without it.
    Do: Ask for Excel to be installed, or take the tab away: mentor-xl addin remove.
    """
    release = machine.text("HKLM", _CLICK_TO_RUN, "VersionToReport")
    if release:
        platform = machine.text("HKLM", _CLICK_TO_RUN, "Platform")
        return ok(f"Excel of Office {release}, {_BITS.get(platform, platform or 'bits unknown')}.")
    program = machine.text("HKLM", _PROGRAM)
    if program:
        return ok(f"Excel is at {program}")
    return warn("Excel for Windows is not on this computer.")


@check("switched-off", Who.YOU, is_for_the_tab=True)
def switched_off(machine: Machine) -> Answer:
    """Has Excel switched the tab off after a fault?

    Why: Excel switches an add-in off that it takes for the cause of a crash, and does not say so again.
    Do: In Excel: File, Options, Add-ins, Manage: Disabled Items, Go; choose Mentor XL and Enable.
    """
    from mentor_xl.addin.package import FILE_NAME  # noqa: PLC0415 - needs libraries
    from mentor_xl.addin.standing import OFFICE_VERSIONS  # noqa: PLC0415

    for release in OFFICE_VERSIONS:
        key = rf"Software\Microsoft\Office\{release}\Excel\Resiliency\DisabledItems"
        for value in machine.registry.values("HKCU", key).values():
            said = value.decode("utf-16-le", "ignore") if isinstance(value, bytes) else str(value)
            if FILE_NAME in said.lower():
                return warn(f"Excel {release} has {FILE_NAME} among its disabled items.")
    return ok("It is not among Excel's disabled items.")
