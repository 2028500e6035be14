"""Every check of the doctor, on computers that make it well, worth a look, and of no matter."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from typing import Any

import pytest
from addin.a_computer import XLSTART, put
from doctor.a_machine import (
    APP_PATHS,
    HOME,
    FakeRegistry,
    a_machine,
    blocked,
    on_linux,
    templates_in,
    with_lines,
)

from mentor_xl.doctor import CHECKS, THEMES, Result, State, Who, consult
from mentor_xl.doctor.machine import Installed, Machine, Ran
from mentor_xl.errors import MissingHere
from mentor_xl.shipped import shipped_folder

Change = Callable[[Machine, Path], Machine]


def asked(machine: Machine, code: str) -> Result:
    (result,) = consult(machine, [CHECKS[code]])
    return result


def has(**other: Any) -> Change:
    """A computer that differs in these things."""
    return lambda machine, _: replace(machine, **other)


def line(root: Any, key: str, name: str, value: Any) -> Change:
    """A computer with one more line in its registry."""
    return lambda machine, _: with_lines(machine, (root, key, name, value))


def lines(*more: tuple[Any, str, str, Any]) -> Change:
    return lambda machine, _: with_lines(machine, *more)


def env(**more: str) -> Change:
    return lambda machine, _: replace(machine, env={**machine.env, **more})


def _fail() -> Any:
    def shipped(_: str) -> Path:
        raise MissingHere("The folder letter_templates is missing.")

    return shipped


def _broken_template(machine: Machine, folder: Path) -> Machine:
    copies = shutil.copytree(shipped_folder("letter_templates"), folder / "copies", ignore=_no_programs)
    (copies / "consent.docx").write_bytes(b"no Word document")
    return replace(machine, shipped=templates_in(copies))


def _no_consent(machine: Machine, folder: Path) -> Machine:
    copies = shutil.copytree(shipped_folder("letter_templates"), folder / "copies", ignore=_no_programs)
    (copies / "consent.docx").unlink()
    return replace(machine, shipped=templates_in(copies))


_no_programs = shutil.ignore_patterns("_drawn", "sheets")


def _changed_template(machine: Machine, _: Path) -> Machine:
    put(machine.package / "_data" / "letter_templates" / "consent.docx", b"changed by somebody")
    return machine


def _at(path: PureWindowsPath, data: bytes) -> Change:
    def change(machine: Machine, _: Path) -> Machine:
        put(machine.file(path), data)
        return machine

    return change


def _gone(path: PureWindowsPath) -> Change:
    def change(machine: Machine, _: Path) -> Machine:
        machine.file(path).unlink()
        return machine

    return change


OFFICE_POLICY = r"Software\Policies\Microsoft\Office\16.0"
DEFENDER = r"SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
LOCAL_DEFENDER = r"SOFTWARE\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
INTUNE = r"SOFTWARE\Microsoft\Windows Defender\Policy Manager"
RULE = "D4F940AB-401B-4EFC-AADC-AD5F3C50688A"
CODE_INTEGRITY = r"SYSTEM\CurrentControlSet\Control\CI\Policy"
REPUTABLE = "VerifiedAndReputablePolicyState"
APPLOCKER = r"SOFTWARE\Policies\Microsoft\Windows\SrpV2\Exe"
SYSTEM = r"Software\Policies\Microsoft\Windows\System"
DISABLED = r"Software\Microsoft\Office\16.0\Excel\Resiliency\DisabledItems"
SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
MOUNTS = r"Software\SyncEngines\Providers\OneDrive"
TRUSTED = rf"{OFFICE_POLICY}\Excel\Security\Trusted Locations"
OWN_PYTHON = PureWindowsPath(r"C:\People\zoe\AppData\Local\Programs\Python\python.exe")
UV_PYTHON = PureWindowsPath(r"C:\People\zoe\AppData\Roaming\uv\python\cpython-3.13\python.exe")
STORE_PYTHON = PureWindowsPath(r"C:\People\zoe\AppData\Local\Microsoft\WindowsApps\python.exe")
SEND_TO = PureWindowsPath(r"C:\People\zoe\AppData\Roaming\Microsoft\Windows\SendTo\Mentor XL.lnk")
PATH_FILE = PureWindowsPath(r"C:\People\zoe\AppData\Roaming\MentorXL\addin.txt")
SECOND = PureWindowsPath(r"C:\Program Files\Microsoft Office\root\Office16\XLSTART\mentor_xl.xlam")
AS_EXCEL_WRITES_IT = bytes(12) + str(XLSTART).encode("utf-16-le")
SECURITY = rf"{OFFICE_POLICY}\Excel\Security"
MARK = XLSTART.with_name("mentor_xl.xlam:Zone.Identifier")

NOT_WELL: list[tuple[str, str, Change, str]] = [
    ("version", "warn", has(installed=None), "runs from a folder"),
    ("version", "warn", has(installed=Installed("0.0.9", {})), "0.0.9 is installed"),
    ("python", "fail", has(python_version=(3, 10)), "3.10"),
    ("python", "warn", has(python=STORE_PYTHON), "Microsoft Store"),
    ("python", "warn", has(base=STORE_PYTHON.parent), "Microsoft Store"),
    ("libraries", "fail", has(why_not_loaded=lambda n: "is blocked" * (n == "docx")), "docx is blocked"),
    ("command", "warn", has(run=blocked(4551)), "Application Control, error 4551"),
    ("command", "warn", has(run=blocked(1260)), "by a policy, error 1260"),
    ("command", "warn", has(run=lambda _: Ran(1, "")), "exit code 1"),
    ("command", "warn", has(run=lambda _: Ran(0, "mentor-xl, version 0.0.9")), "something else"),
    ("start-python", "fail", has(run=blocked(5)), "access denied, error 5"),
    ("start-python", "fail", has(run=lambda _: Ran(3, "")), "exit code 3"),
    ("clock", "warn", has(now=dt.datetime(2020, 1, 1, tzinfo=dt.UTC)), "Wed 1 Jan 2020"),
    ("console", "warn", has(encoding="ascii"), "ascii only"),
    ("console", "warn", has(encoding="no such"), "no such only"),
    ("environment", "warn", env(MENTOR_XL_TEMPLATES=r"C:\Old"), r"C:\Old"),
    ("templates", "fail", has(shipped=_fail()), "is missing"),
    ("templates", "fail", _no_consent, "no template for consent"),
    ("templates", "fail", _broken_template, "consent.docx cannot be opened"),
    ("templates-unchanged", "warn", _changed_template, "consent.docx"),
    ("excel", "warn", has(registry=FakeRegistry()), "not on this computer"),
    ("switched-off", "warn", line("HKCU", DISABLED, "1A2B", AS_EXCEL_WRITES_IT), "16.0"),
    ("tab", "warn", _at(XLSTART, b"of another version"), "changed since"),
    ("tab-python", "warn", _gone(PATH_FILE), "not written down"),
    ("tab-library", "warn", has(is_there=lambda name: name != "xlwings"), "xlwings not installed"),
    ("tab-marked", "warn", _at(MARK, b"[ZoneTransfer]\r\nZoneId=3\r\n"), "from the internet"),
    ("tab-twice", "warn", _at(SECOND, b""), "Office16"),
    ("send-to", "warn", _gone(SEND_TO), "is not there"),
    ("macros", "warn", line("HKCU", rf"{OFFICE_POLICY}\Common", "VbaOff", 1), "switched off"),
    ("trusted-folder", "warn", line("HKCU", TRUSTED, "AllLocationsDisabled", 1), "are switched off"),
    (
        "trusted-folder", "warn",
        lines(
            ("HKCU", rf"{OFFICE_POLICY}\Common\Security\Trusted Locations", "Allow User Locations", 0),
            ("HKCU", SECURITY, "VBAWarnings", 3),
        ),
        "Only the school's trusted folders count, and only signed",
    ),
    ("signed-add-ins", "warn", line("HKCU", SECURITY, "RequireAddinSig", 1), "signed"),
    ("signed-add-ins", "warn", line("HKCU", SECURITY, "DisableAllAddins", 1), "All add-ins"),
    ("programs-from-excel", "warn", line("HKLM", DEFENDER, RULE, "1"), "Block"),
    ("programs-from-excel", "warn", line("HKLM", LOCAL_DEFENDER, RULE, 6), "Warn"),
    (
        "programs-from-excel", "warn",
        line("HKLM", INTUNE, "ASRRules", f"92e97fa1-2edf-4476-bdd6-9dd0b4dddc7b=2|{RULE}=1"), "Block",
    ),
    (
        "smart-app-control", "warn",
        lambda m, _: replace(
            with_lines(m, ("HKLM", CODE_INTEGRITY, REPUTABLE, 1)), python=UV_PYTHON
        ),
        "uv",
    ),
    (
        "app-locker", "warn",
        lambda m, _: replace(
            with_lines(m, ("HKLM", APPLOCKER, "EnforcementMode", 1), ("HKLM", rf"{APPLOCKER}\a1", "", "x")),
            python=OWN_PYTHON,
        ),
        "AppLocker is on",
    ),
    ("free-space", "warn", has(free_bytes=lambda _: 30 * 1024**2), "30 MB"),
    ("long-paths", "warn", has(output=PureWindowsPath("C:\\" + "long folder " * 15)), "of 259"),
    ("onedrive", "warn", env(ONEDRIVECONSUMER=str(HOME / "Documents")), "private OneDrive"),
    ("documents", "warn", line("HKCU", SHELL_FOLDERS, "Personal", r"%USERPROFILE%\OneDrive"), "OneDrive"),
    ("word", "warn", has(registry=FakeRegistry(), libreoffice=None), "Neither"),
    ("pdf", "warn", has(run=blocked(5)), "does not start"),
    ("pdf", "warn", has(run=lambda _: Ran(77, "")), "exit code 77"),
    ("fonts", "warn", has(fonts=frozenset({"courier"})), "Arial"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "state", "change", "words"), NOT_WELL)
def test_what_is_wrong_is_found_told_and_has_a_remedy(
    code: str, state: str, change: Change, words: str, tmp_path: Path
) -> None:
    assert asked(a_machine(tmp_path), code).state is State.OK
    result = asked(change(a_machine(tmp_path), tmp_path), code)
    assert (result.state, words in result.evidence) == (state, True), result.evidence
    assert result.do
    assert result.check.who in Who


def test_every_check_is_tried_on_a_computer_where_it_has_something_to_tell() -> None:
    elsewhere = {"command-prompt", "output-folder"}
    assert {code for code, *_ in NOT_WELL} | elsewhere == set(CHECKS)


def _for_all(machine: Machine, _: Path) -> Machine:
    machine.file(XLSTART).unlink()
    put(machine.file(SECOND), b"")
    return machine


def _templates_elsewhere(machine: Machine, _: Path) -> Machine:
    machine.file(PureWindowsPath(r"C:\Ours\letter_templates")).mkdir(parents=True)
    return replace(machine, env={**machine.env, "MENTOR_XL_TEMPLATES": r"C:\Ours"})


WELL: list[tuple[str, Change, str]] = [
    ("version", has(python=PureWindowsPath(r"C:\pipx\venvs\mentor-xl\Scripts\python.exe")), "pipx"),
    ("version", has(python=UV_PYTHON), "made by uv"),
    ("version", _at(PureWindowsPath(r"C:\Program Files\pyvenv.cfg"), b""), "a place of its own."),
    ("version", has(installed=Installed("0.1.0", {})), "from its source"),
    ("excel", lambda m, _: replace(with_lines(m), registry=_excel_alone()), "excel.exe"),
    ("tab", _for_all, "for all users"),
    ("macros", line("HKCU", rf"{OFFICE_POLICY}\Common", "VbaOff", 0), "not switched off"),
    (
        "trusted-folder",
        lines(("HKCU", TRUSTED, "AllLocationsDisabled", 1),
              ("HKCU", r"Software\Microsoft\Office\16.0\Excel\Security", "VBAWarnings", 1)),
        "every macro may run",
    ),
    ("programs-from-excel", line("HKLM", DEFENDER, RULE, "2"), "Audit"),
    ("programs-from-excel", line("HKLM", DEFENDER, RULE, "0"), "No rule"),
    ("smart-app-control", line("HKLM", CODE_INTEGRITY, REPUTABLE, 1), "is on; python -m"),
    ("smart-app-control", line("HKLM", CODE_INTEGRITY, REPUTABLE, 2), "only watches"),
    (
        "app-locker",
        lines(("HKLM", APPLOCKER, "EnforcementMode", 1), ("HKLM", rf"{APPLOCKER}\a1", "", "x")),
        "Program Files",
    ),
    ("command-prompt", line("HKCU", SYSTEM, "DisableCMD", 1), "do not need it"),
    ("onedrive", line("HKCU", rf"{MOUNTS}\1a", "MountPoint", str(HOME / "Documents")), "uploads"),
    ("documents", line("HKCU", SHELL_FOLDERS, "Personal", r"%USERPROFILE%\Documents"), "usual place"),
    ("environment", env(MENTOR_XL_CACHE=r"D:\Cache"), "Set here: MENTOR_XL_CACHE."),
    ("environment", _templates_elsewhere, "Templates come from"),
    ("word", has(registry=FakeRegistry()), "LibreOffice opens"),
    ("fonts", has(fonts=frozenset({"liberation sans"})), "Arial"),
]  # fmt: skip


def _excel_alone() -> FakeRegistry:
    return FakeRegistry({("HKLM", rf"{APP_PATHS}\excel.exe"): {"": r"C:\Office\excel.exe"}})


@pytest.mark.parametrize(("code", "change", "words"), WELL)
def test_what_is_well_says_why(code: str, change: Change, words: str, tmp_path: Path) -> None:
    result = asked(change(a_machine(tmp_path), tmp_path), code)
    assert (result.state, result.do, words in result.evidence) == (State.OK, "", True), result.evidence


SKIPPED: list[tuple[str, Change, str]] = [
    ("command", has(scripts=HOME), "no short command"),
    ("console", has(encoding=""), "no console"),
    ("templates-unchanged", has(installed=None), "runs from its source"),
    ("smart-app-control", has(registry=FakeRegistry()), "does not say"),
    ("pdf", has(libreoffice=None), "Only --pdf"),
    ("fonts", has(fonts=None), "Nobody can say"),
    ("fonts", has(shipped=_fail()), "could not be found out"),
    ("free-space", has(free_bytes=lambda _: blocked(5)([])), "could not be found out (OSError)"),
    ("tab-python", has(computer=None), "not here"),
]


@pytest.mark.parametrize(("code", "change", "words"), SKIPPED)
def test_what_does_not_matter_or_cannot_be_known_is_skipped(
    code: str, change: Change, words: str, tmp_path: Path
) -> None:
    result = asked(change(a_machine(tmp_path), tmp_path), code)
    assert (result.state, result.do, words in result.evidence) == (State.SKIP, "", True), result.evidence


# -- the tab and the other ways in -------------------------------------------------------------------------

FOR_THE_TAB = [case for case in NOT_WELL if CHECKS[case[0]].is_for_the_tab and "tab" not in case[0]]


@pytest.mark.parametrize(("code", "_state", "change", "words"), FOR_THE_TAB)
def test_what_stops_the_tab_does_not_matter_where_there_is_none(
    code: str, _state: str, change: Change, words: str, tmp_path: Path
) -> None:
    result = asked(change(a_machine(tmp_path, with_tab=False), tmp_path), code)
    assert (result.state, words in result.evidence) == (State.SKIP, True)
    assert "does not matter now" in result.evidence


def test_without_the_tab_nobody_is_told_to_install_it(tmp_path: Path) -> None:
    results = consult(a_machine(tmp_path, with_tab=False), CHECKS.values())
    assert [one.check.code for one in results if one.needs_a_look] == []
    assert asked(a_machine(tmp_path, with_tab=False), "tab").state is State.SKIP


def test_a_closed_command_prompt_matters_where_there_is_no_other_way_in(tmp_path: Path) -> None:
    machine = with_lines(a_machine(tmp_path, with_tab=False), ("HKCU", SYSTEM, "DisableCMD", 2))
    result = asked(machine, "command-prompt")
    assert (result.state, result.check.who) == (State.WARN, Who.IT)


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = a_machine(tmp_path)
    assert asked(machine, "output-folder").state is State.OK

    def refused(**_: Any) -> Any:
        raise PermissionError

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    result = asked(machine, "output-folder")
    assert (result.state, "PermissionError" in result.evidence) == (State.WARN, True)


def test_trying_the_folder_leaves_nothing_in_it_and_makes_none(tmp_path: Path) -> None:
    machine = a_machine(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    consult(machine, CHECKS.values())
    assert sorted(tmp_path.rglob("*")) == before


# -- all of them ---------------------------------------------------------------------------------------------


def test_on_windows_in_order_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    results = consult(a_machine(tmp_path), CHECKS.values())
    assert {one.check.code: one.evidence for one in results if one.needs_a_look} == {}
    assert [one.check.code for one in results if one.state is State.SKIP] == []


def test_on_linux_every_question_about_windows_is_skipped(tmp_path: Path) -> None:
    results = consult(on_linux(tmp_path), CHECKS.values())
    assert {one.check.code: one.evidence for one in results if one.needs_a_look} == {}
    skipped = {one.check.code for one in results if one.evidence == "This is asked on Windows only."}
    assert skipped == {one.code for one in CHECKS.values() if one.is_for_windows}
    assert len(skipped) > 12


def test_no_account_and_no_folder_of_the_users_own_is_told(tmp_path: Path) -> None:
    machine = a_machine(
        tmp_path, output=PureWindowsPath(r"\\server\staff\zoe\letters"), python=STORE_PYTHON
    )
    machine = with_lines(machine, ("HKCU", SHELL_FOLDERS, "Personal", r"\\server\staff\Zoe"))
    told = [text for one in consult(machine, CHECKS.values()) for text in (one.evidence, one.do)]
    assert [text for text in told if "zoe" in text.casefold()] == []
    assert any("%USERPROFILE%" in text for text in told)
    assert any(r"\\server\staff\..." in text for text in told)


def test_a_name_that_only_begins_like_the_account_is_told_whole(tmp_path: Path) -> None:
    machine = a_machine(tmp_path)
    assert machine.without_names(r"C:\People\zoe2\x, C:\zoeology") == r"C:\People\zoe2\x, C:\zoeology"


def test_every_theme_has_checks_and_every_check_is_in_one() -> None:
    names = {theme.__name__.rpartition(".")[2].replace("_", " ") for theme in THEMES}
    assert {one.theme for one in CHECKS.values()} == names
    assert len(CHECKS) >= 20


@pytest.mark.parametrize("code", CHECKS)
def test_a_check_asks_one_question_and_says_why_and_what_to_do(code: str) -> None:
    one = CHECKS[code]
    assert one.question.endswith("?")
    assert one.why.endswith(".")
    assert one.do
    assert not {"whitelist", "please"} & set(one.do.split())


def test_a_check_that_finds_a_fault_of_the_computer_ends_no_other(tmp_path: Path) -> None:
    machine = a_machine(tmp_path, free_bytes=lambda _: blocked(5)([]))
    results = consult(machine, CHECKS.values())
    assert len(results) == len(CHECKS)
