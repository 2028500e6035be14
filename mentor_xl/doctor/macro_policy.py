"""Do the settings of Office let the tab's macros run? Those of the school count before the user's own.

They are not verified on Windows. Sources: Microsoft, *Macros from the internet are blocked by default* and
*Trusted Locations for Office files*, and the administrative templates of Office.
"""

from mentor_xl.doctor.machine import Machine
from mentor_xl.doctor.register import Answer, Who, check, ok, warn

_OWN = r"Software\Microsoft\Office\16.0"
_SCHOOL = r"Software\Policies\Microsoft\Office\16.0"
_SIGNED_ONLY, _ALL = 3, 1


@check("macros", Who.IT, is_for_the_tab=True)
def macros(machine: Machine) -> Answer:
    """May Office run macros at all?

    Why: The tab's buttons are macros; a school can switch them off for all of Office.
    Do: Use Send to, Mentor XL, which needs no macro; or ask your IT team whether Excel may have them.
    """
    if _setting(machine, r"Common", "VbaOff") == 1:
        return warn("Visual Basic is switched off for Office.")
    return ok("Visual Basic is not switched off for Office.")


@check("trusted-folder", Who.IT, is_for_the_tab=True)
def trusted_folder(machine: Machine) -> Answer:
    """Does Excel trust the folder in which the tab lies?

    Why: In a trusted folder macros run without being asked for or signed. A school can allow its own
         trusted folders only, or none.
    Do: Ask your IT team to sign the add-in, or to trust its folder, or use Send to, Mentor XL.
    """
    is_all_off = _setting(machine, r"Excel\Security\Trusted Locations", "AllLocationsDisabled") == 1
    own_are_off = _setting(machine, r"Common\Security\Trusted Locations", "Allow User Locations") == 0
    if not is_all_off and not own_are_off:
        return ok("Trusted folders are in use.")
    what = "Trusted folders are switched off" if is_all_off else "Only the school's trusted folders count"
    asked = _setting(machine, r"Excel\Security", "VBAWarnings")
    if asked == _ALL:
        return ok(f"{what}, but every macro may run.")
    signed = ", and only signed macros run" if asked == _SIGNED_ONLY else ""
    return warn(f"{what}{signed}.")


@check("signed-add-ins", Who.IT, is_for_the_tab=True)
def signed_add_ins(machine: Machine) -> Answer:
    """May Excel load an add-in that nobody has signed?

    Why: The add-in comes unsigned: who signs it vouches for it.
    Do: Ask your IT team to look at it (mentor-xl addin build --source) and to sign it.
    """
    if _setting(machine, r"Excel\Security", "DisableAllAddins") == 1:
        return warn("All add-ins are switched off.")
    if _setting(machine, r"Excel\Security", "RequireAddinSig") == 1:
        return warn("Only signed add-ins are loaded.")
    return ok("Add-ins need no signature.")


def _setting(machine: Machine, key: str, name: str) -> int | None:
    by_the_school = machine.number("HKCU", rf"{_SCHOOL}\{key}", name)
    return machine.number("HKCU", rf"{_OWN}\{key}", name) if by_the_school is None else by_the_school
