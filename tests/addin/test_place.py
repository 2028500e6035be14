"""The add-in is put where Excel trusts it, and only what we put there is ever taken away."""

import json
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest
from addin.a_computer import PYTHON, ROAMING, XLSTART, a_computer, files_on, put

from mentor_xl.addin.computer import Computer, cannot_be_written, this_computer
from mentor_xl.addin.place import install, places, read_receipt, receipt_place, remove, to_be_placed
from mentor_xl.errors import MentorError, MissingHere
from mentor_xl.outputs import sha256_of

ADDIN = b"the add-in"
HOME = "C/People/zoe/AppData/Roaming"
OURS = {
    f"{HOME}/Microsoft/Excel/XLSTART/mentor_xl.xlam",
    f"{HOME}/Microsoft/Windows/SendTo/Mentor XL.lnk",
    f"{HOME}/MentorXL/addin.txt",
    f"{HOME}/MentorXL/addin.json",
}


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A computer with nothing of ours."""
    return a_computer(tmp_path)


def installed(computer: Computer, data: bytes = ADDIN, *, force: bool = False) -> None:
    install(computer, to_be_placed(computer, data), force=force)


# -- install -----------------------------------------------------------------------------------------------


def test_an_installation_is_three_files_and_a_receipt(computer: Computer, tmp_path: Path) -> None:
    installed(computer)
    found = files_on(tmp_path)
    assert set(found) == OURS
    assert found[f"{HOME}/Microsoft/Excel/XLSTART/mentor_xl.xlam"] == ADDIN
    assert found[f"{HOME}/MentorXL/addin.txt"] == b"C:\\Program Files\\Python\\pythonw.exe\r\n"


def test_installing_again_changes_nothing(computer: Computer, tmp_path: Path) -> None:
    installed(computer)
    before = files_on(tmp_path)
    installed(computer)
    assert files_on(tmp_path) == before


def test_a_newer_add_in_takes_the_place_of_ours(computer: Computer) -> None:
    installed(computer)
    installed(computer, b"a newer add-in")
    assert computer.file(XLSTART).read_bytes() == b"a newer add-in"
    assert len(read_receipt(computer)) == 3


@pytest.mark.parametrize("was_ours", [True, False])
def test_an_add_in_that_is_not_as_we_left_it_is_not_written_over_unasked(
    computer: Computer, was_ours: bool
) -> None:
    if was_ours:
        installed(computer)
    put(computer.file(XLSTART), b"signed by somebody")
    with pytest.raises(MentorError, match="--force"):
        installed(computer, b"a newer add-in")
    assert computer.file(XLSTART).read_bytes() == b"signed by somebody"
    installed(computer, b"a newer add-in", force=True)
    assert computer.file(XLSTART).read_bytes() == b"a newer add-in"


def test_nothing_is_written_while_excel_is_open(tmp_path: Path) -> None:
    computer = a_computer(tmp_path, runs_excel=lambda: True)
    with pytest.raises(MentorError, match="Excel is open"):
        installed(computer)
    assert files_on(tmp_path) == {}


def test_nothing_is_written_while_another_computer_holds_the_add_in(tmp_path: Path) -> None:
    computer = a_computer(tmp_path, is_held=lambda path: path.name == "mentor_xl.xlam")
    with pytest.raises(MentorError, match="Excel is open"):
        installed(computer)


def test_send_to_alone_needs_no_excel_and_no_closing_of_it(tmp_path: Path) -> None:
    computer = a_computer(tmp_path, runs_excel=lambda: True)
    install(computer, to_be_placed(computer, ADDIN, send_to_only=True))
    assert set(files_on(tmp_path)) == {name for name in OURS if "xlam" not in name and "txt" not in name}


def test_the_add_in_comes_last_so_that_all_it_needs_is_there(computer: Computer) -> None:
    assert [one.path.name for one in to_be_placed(computer, ADDIN)][-1] == "mentor_xl.xlam"


def test_excel_never_finds_a_half_made_file(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_replace(*_: Path) -> Path:
        raise PermissionError(13, "held", __file__)

    monkeypatch.setattr(Path, "replace", no_replace)
    with pytest.raises(MentorError, match="Close Excel"):
        installed(computer)
    assert [path for path in computer.file(ROAMING).rglob("*") if path.is_file()] == []


# -- which Python --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "python",
    [r"\\server\share\python.exe", r"C:\tools\mentor-xl.exe", "python.exe", "C:python.exe", "/bin/python3"],
)
def test_a_python_that_excel_could_not_start_is_refused(tmp_path: Path, python: str) -> None:
    computer = a_computer(tmp_path, python=PureWindowsPath(python))
    with pytest.raises(MentorError, match="on a drive"):
        to_be_placed(computer, ADDIN)


def test_a_path_that_vba_cannot_read_is_refused(tmp_path: Path) -> None:
    computer = a_computer(tmp_path, python=PureWindowsPath("C:\\Łódź\\python.exe"))
    with pytest.raises(MentorError, match="cannot read"):
        to_be_placed(computer, ADDIN)
    there = replace(computer, code_page="cp1250")
    assert to_be_placed(there, ADDIN)[0].data == "C:\\Łódź\\python.exe\r\n".encode("cp1250")


def test_where_there_is_no_windowless_python_the_other_is_taken(tmp_path: Path) -> None:
    computer = a_computer(tmp_path)
    computer.file(PYTHON.with_name("pythonw.exe")).unlink()
    assert to_be_placed(computer, ADDIN)[0].data == f"{PYTHON}\r\n".encode()


# -- remove ------------------------------------------------------------------------------------------------


def test_removing_takes_away_all_that_was_installed_and_nothing_else(
    computer: Computer, tmp_path: Path
) -> None:
    put(computer.file(XLSTART.with_name("another.xlam")), b"somebody's")
    put(computer.file(ROAMING / "MentorXL" / "notes.txt"), b"mine")
    before = files_on(tmp_path)
    installed(computer)
    assert all(is_gone for _, is_gone in remove(computer))
    assert files_on(tmp_path) == before


def test_removing_twice_is_no_fault(computer: Computer, tmp_path: Path) -> None:
    installed(computer)
    list(remove(computer))
    assert list(remove(computer)) == []
    assert files_on(tmp_path) == {}
    assert not computer.file(ROAMING / "MentorXL").exists()


def test_what_was_changed_since_is_left(computer: Computer) -> None:
    installed(computer)
    put(computer.file(XLSTART), b"signed by somebody")
    assert [line.what for line, is_gone in remove(computer) if not is_gone] == ["add-in"]
    assert computer.file(XLSTART).read_bytes() == b"signed by somebody"


def test_nothing_is_removed_while_excel_is_open(computer: Computer, tmp_path: Path) -> None:
    installed(computer)
    before = files_on(tmp_path)
    with pytest.raises(MentorError, match="Excel is open"):
        list(remove(replace(computer, runs_excel=lambda: True)))
    assert files_on(tmp_path) == before


@pytest.mark.parametrize(
    "receipt", ["", "{}", "[]", '{"files": [{"what": "add-in"}]}', '{"files": 3}', "\x00"]
)
def test_a_receipt_that_cannot_be_read_lists_nothing(computer: Computer, receipt: str) -> None:
    put(computer.file(receipt_place(computer)), receipt.encode())
    assert read_receipt(computer) == ()


def test_a_forged_receipt_takes_away_nothing_of_other_people_s(computer: Computer) -> None:
    installed(computer)
    precious = ROAMING / "precious.docx"
    put(computer.file(precious), b"precious")
    told = json.loads(computer.file(receipt_place(computer)).read_text(encoding="utf-8"))
    digest = sha256_of(b"precious")
    told["files"] += [
        {"what": "add-in", "path": str(precious), "sha256": digest},
        {"what": "add-in", "path": str(XLSTART.parent) + r"\..\..\..\precious.docx", "sha256": digest},
    ]
    put(computer.file(receipt_place(computer)), json.dumps(told).encode())
    assert len(list(remove(computer))) == 3
    assert computer.file(precious).read_bytes() == b"precious"


# -- where -------------------------------------------------------------------------------------------------


def test_without_appdata_there_is_no_place(computer: Computer) -> None:
    with pytest.raises(MissingHere, match="APPDATA"):
        places(replace(computer, env={}))


def test_a_computer_without_windows_is_told_so_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(MissingHere, match="Excel for Windows is not on this machine"):
        this_computer()


def test_a_file_is_held_only_where_it_is_there_and_may_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.xlam"
    assert not cannot_be_written(path)
    path.write_bytes(b"x")
    assert not cannot_be_written(path)

    def held(path: Path, mode: str) -> None:
        raise PermissionError(13, mode, str(path))

    monkeypatch.setattr(Path, "open", held)
    assert cannot_be_written(path)
