"""``addin status``: what can be seen from outside Excel of why the buttons work or do not."""

from pathlib import Path, PureWindowsPath

import pytest
from addin.a_computer import PYTHON, ROAMING, XLSTART, FakeRegistry, a_computer, put

from mentor_xl.addin.computer import Computer
from mentor_xl.addin.place import install, to_be_placed
from mentor_xl.addin.standing import Standing, python_for_all, standing
from mentor_xl.outputs import sha256_of

ADDIN = b"the add-in"
OPTIONS = r"Software\Microsoft\Office\16.0\Excel\Options"
FOR_ALL = PureWindowsPath(r"C:\Program Files\Microsoft Office\root\Office16\XLSTART\mentor_xl.xlam")


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A computer with the add-in in its place."""
    made = a_computer(tmp_path)
    install(made, to_be_placed(made, ADDIN))
    return made


def not_well(found: Standing) -> list[str]:
    return [one.code for one in found.findings if not one.is_well]


def test_after_an_installation_all_is_well(computer: Computer) -> None:
    found = standing(computer, ADDIN)
    assert not_well(found) == []
    assert found.is_well
    assert found.shipped_sha256 == found.installed_sha256 == sha256_of(ADDIN)


def test_before_one_each_thing_that_is_missing_is_told(tmp_path: Path) -> None:
    found = standing(a_computer(tmp_path), ADDIN)
    assert not_well(found) == ["not-installed", "no-python", "no-send-to"]
    assert found.installed_sha256 is None


def test_an_add_in_of_another_version_is_told_from_one_that_was_changed(computer: Computer) -> None:
    assert not_well(standing(computer, b"a newer add-in")) == ["other-version"]
    put(computer.file(XLSTART), b"signed by somebody")
    assert not_well(standing(computer, ADDIN)) == ["changed"]


@pytest.mark.parametrize(
    ("stream", "is_marked"),
    [
        ("[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=https://x.example/\r\n", True),
        ("[ZoneTransfer]\nZoneId = 4\n", True),
        ("[ZoneTransfer]\r\nZoneId=2\r\n", False),
        ("[ZoneTransfer]\r\nZoneId=0\r\n", False),
        ("", False),
    ],
)
def test_a_mark_of_the_web_is_seen(computer: Computer, stream: str, is_marked: bool) -> None:
    put(computer.file(XLSTART.with_name("mentor_xl.xlam:Zone.Identifier")), stream.encode())
    assert ("marked" in not_well(standing(computer, ADDIN))) is is_marked


def test_a_python_that_is_gone_is_told(computer: Computer) -> None:
    computer.file(PYTHON.with_name("pythonw.exe")).unlink()
    assert not_well(standing(computer, ADDIN)) == ["python-gone"]


@pytest.mark.parametrize("noted", [b"", b"\r\n", b"python.exe\r\n", b"\x81\r\n"])
def test_a_note_that_names_no_python_is_told(computer: Computer, noted: bytes) -> None:
    put(computer.file(ROAMING / "MentorXL" / "addin.txt"), noted)
    assert not_well(standing(computer, ADDIN)) == ["python-gone"]


@pytest.mark.parametrize("name", ["OPEN", "OPEN1", "OPEN12"])
def test_an_add_in_that_excel_was_told_to_open_too_is_loaded_twice(computer: Computer, name: str) -> None:
    registry = computer.registry
    assert isinstance(registry, FakeRegistry)
    registry.keys[OPTIONS] = {name: '/R "Mentor_XL.xlam"', "OPEN3": '"solver.xlam"', "Font": "Arial,10"}
    found = standing(computer, ADDIN)
    assert not_well(found) == ["loaded-twice"]
    assert name in found.findings[-1].what


def test_an_add_in_in_the_other_start_up_folder_is_loaded_twice(computer: Computer) -> None:
    registry = computer.registry
    assert isinstance(registry, FakeRegistry)
    registry.keys[OPTIONS] = {"AltStartup": r"C:\start"}
    assert standing(computer, ADDIN).is_well
    put(computer.file(PureWindowsPath(r"C:\start\mentor_xl.xlam")), ADDIN)
    assert not_well(standing(computer, ADDIN)) == ["loaded-twice"]


def test_an_add_in_for_all_users_beside_one_s_own_is_loaded_twice(computer: Computer) -> None:
    put(computer.file(FOR_ALL), ADDIN)
    assert not_well(standing(computer, ADDIN)) == ["loaded-twice"]


def test_an_add_in_that_it_put_there_for_all_users_is_well(tmp_path: Path) -> None:
    computer = a_computer(tmp_path)
    put(computer.file(FOR_ALL), ADDIN)
    place = python_for_all(computer)
    assert place is not None
    put(computer.file(place), f"{PYTHON}\r\n".encode())
    found = standing(computer, ADDIN)
    assert found.findings[0].code == "for-all"
    assert not_well(found) == ["no-send-to"]
