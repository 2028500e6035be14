"""Which locks has the school put on this computer, and do they stop Mentor XL?

They are not verified on Windows. Sources: Microsoft, *Attack surface reduction rules reference*, *Smart App
Control*, *AppLocker*, and the administrative templates of Windows.
"""

from mentor_xl.doctor.machine import Machine
from mentor_xl.doctor.register import Answer, Who, check, ok, skip, warn

NO_PROGRAMS_FROM_OFFICE = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
"""The rule *Block all Office applications from creating child processes*."""
_DEFENDER = r"SOFTWARE\Microsoft\Windows Defender"
_RULES = (
    r"SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
    _DEFENDER + r"\Windows Defender Exploit Guard\ASR\Rules",
)
_BY_INTUNE = _DEFENDER + r"\Policy Manager"
_BLOCK, _AUDIT, _WARN = 1, 2, 6
_APPLOCKER = r"SOFTWARE\Policies\Microsoft\Windows\SrpV2\Exe"
_CODE_INTEGRITY = r"SYSTEM\CurrentControlSet\Control\CI\Policy"
_SYSTEM = r"Software\Policies\Microsoft\Windows\System"


@check("programs-from-excel", Who.YOU, is_for_the_tab=True)
def programs_from_excel(machine: Machine) -> Answer:
    """May Excel start another program?

    Why: The tab's buttons start Python. A rule of Microsoft Defender, which many schools set, forbids
         Excel to start anything.
    Do: Use Send to, Mentor XL, or a watched folder: they do the same, and Excel starts nothing.
    """
    state = _state_of(machine, NO_PROGRAMS_FROM_OFFICE)
    if state == _BLOCK:
        return warn("Defender stops whatever Excel starts (rule D4F940AB, Block).")
    if state == _WARN:
        return warn("Defender asks before Excel may start anything (rule D4F940AB, Warn).")
    if state == _AUDIT:
        return ok("Defender only writes down what Excel starts (rule D4F940AB, Audit).")
    return ok("No rule of Defender against it is seen.")


def _state_of(machine: Machine, rule: str) -> int | None:
    """What Defender does about a rule: by group policy, by Intune, or set on this computer."""
    policy, local = _RULES
    by_policy = machine.number("HKLM", policy, rule)
    if by_policy is not None:
        return by_policy
    for line in machine.text("HKLM", _BY_INTUNE, "ASRRules").lower().split("|"):
        name, _, state = line.partition("=")
        if name.strip(" {}") == rule and state.strip().isdigit():
            return int(state)
    return machine.number("HKLM", local, rule)


@check("smart-app-control", Who.IT, is_for_windows=True)
def smart_app_control(machine: Machine) -> Answer:
    """Does Windows stop programs that it does not know?

    Why: Smart App Control stops programs without a signature. Python from python.org is signed; the one that
         uv brings is not, nor is the small program mentor-xl.
    Do: Install Python from python.org and Mentor XL in it, and type python -m mentor_xl.
    """
    state = machine.number("HKLM", _CODE_INTEGRITY, "VerifiedAndReputablePolicyState")
    if state is None:
        return skip("This Windows does not say.")
    if state != 1:
        return ok("Smart App Control only watches." if state == 2 else "Smart App Control is off.")
    parts = [part.casefold() for part in (*machine.python.parts, *machine.base.parts)]
    if "uv" in parts or any(part.startswith("cpython-") for part in parts):
        return warn("Smart App Control is on, and this Python is one that uv brought.")
    return ok("Smart App Control is on; python -m mentor_xl works with it.")


@check("app-locker", Who.IT, is_for_windows=True)
def app_locker(machine: Machine) -> Answer:
    """Does AppLocker trust the folder in which this Python lies?

    Why: Once AppLocker is on, programs start only from folders on its list: usually Program
         Files and Windows.
    Do: Ask your IT team to install Python for all users in Program Files, and Mentor XL in it.
    """
    rules = machine.registry.keys("HKLM", _APPLOCKER)
    if not rules or machine.number("HKLM", _APPLOCKER, "EnforcementMode") != 1:
        return ok("AppLocker has no rules in force for programs.")
    folders = [machine.env.get(name, "") for name in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")]
    python = str(machine.python).casefold()
    if any(folder and python.startswith(folder.casefold() + "\\") for folder in folders):
        return ok("AppLocker is on; Python lies in Program Files.")
    return warn("AppLocker is on, and Python does not lie in Program Files.")


@check("command-prompt", Who.IT, is_for_windows=True)
def command_prompt(machine: Machine) -> Answer:
    """May commands be typed?

    Why: Where the Command Prompt is closed, Mentor XL can be reached by the tab or by Send to alone.
    Do: mentor-xl addin install --send-to-only puts Mentor XL into Send to; your IT team may have to run it.
    """
    if machine.number("HKCU", _SYSTEM, "DisableCMD") not in (1, 2):
        return ok("The Command Prompt is not closed.")
    if machine.has_tab or machine.has_send_to:
        return ok("The Command Prompt is closed; the tab and Send to do not need it.")
    return warn("The Command Prompt is closed, and neither the tab nor Send to is there.")
