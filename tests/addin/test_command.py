"""``mentor-xl addin`` on the command line."""

import hashlib
import json
from pathlib import Path

import pytest
from addin.a_computer import XLSTART, a_computer, files_on

from mentor_xl.addin.computer import Computer
from mentor_xl.addin.vba import vba_text
from mentor_xl.cli import addin as command
from mentor_xl.cli import run
from mentor_xl.shipped import shipped_folder

SHIPPED = shipped_folder("workbook_templates") / "mentor_xl.xlam"
EXAMPLE = shipped_folder("workbook_templates") / "example_caseload.xlsx"


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    """A Windows computer, on which the commands run."""
    made = a_computer(tmp_path / "computer")
    monkeypatch.setattr(command, "this_computer", lambda: made)
    return made


@pytest.mark.parametrize("words", ["install", "install --dry-run", "status", "status --json", "remove"])
def test_without_windows_it_is_one_sentence_and_exit_code_4(
    words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert run(["addin", *words.split()]) == 4
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Excel for Windows is not on this machine")
    assert len(said.err.splitlines()) == 1


def test_build_works_on_any_machine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["addin", "build", "-o", str(tmp_path / "x.xlam")]) == 0
    assert (tmp_path / "x.xlam").read_bytes() == SHIPPED.read_bytes()
    assert hashlib.sha256(SHIPPED.read_bytes()).hexdigest() in capsys.readouterr().out


def test_the_macros_can_be_read_before_anything_is_installed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["addin", "build", "--source"]) == 0
    assert capsys.readouterr().out.strip() == vba_text().strip()


def test_installed_looked_at_and_taken_away(
    computer: Computer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["addin", "install"]) == 0
    assert computer.file(XLSTART).read_bytes() == SHIPPED.read_bytes()
    assert run(["addin", "status"]) == 0
    said = capsys.readouterr().out
    assert hashlib.sha256(SHIPPED.read_bytes()).hexdigest() in said
    assert run(["addin", "remove"]) == 0
    assert files_on(tmp_path / "computer") == {}
    assert run(["addin", "remove"]) == 0
    assert "Nothing was installed" in capsys.readouterr().out


@pytest.mark.usefixtures("computer")
def test_a_trial_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["addin", "install", "--dry-run"]) == 0
    assert files_on(tmp_path / "computer") == {}
    said = " ".join(capsys.readouterr().out.split())
    assert "mentor_xl.xlam" in said
    assert "Mentor XL.lnk" in said


def test_send_to_alone_puts_no_add_in_there(computer: Computer) -> None:
    assert run(["addin", "install", "--send-to-only"]) == 0
    assert not computer.file(XLSTART).exists()


def test_what_excel_loads_already_is_not_installed_again(
    computer: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    values = {"OPEN": '"mentor_xl.xlam"'}
    computer.registry.keys[r"Software\Microsoft\Office\16.0\Excel\Options"] = values  # type: ignore[attr-defined]
    assert run(["addin", "install"]) == 1
    assert "loads the add-in already" in capsys.readouterr().err
    assert not computer.file(XLSTART).exists()


def test_what_was_changed_is_left_and_said(computer: Computer, capsys: pytest.CaptureFixture[str]) -> None:
    run(["addin", "install"])
    computer.file(XLSTART).write_bytes(b"signed by somebody")
    assert run(["addin", "status"]) == 1
    assert hashlib.sha256(b"signed by somebody").hexdigest() in capsys.readouterr().out
    assert run(["addin", "remove"]) == 1
    assert "left there" in capsys.readouterr().out


@pytest.mark.usefixtures("computer")
def test_status_answers_other_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["addin", "status", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["installed_sha256"] is None
    assert told["shipped_sha256"] == hashlib.sha256(SHIPPED.read_bytes()).hexdigest()
    assert {"code", "is_well", "what", "do"} == set(told["findings"][0])


# -- Send to -----------------------------------------------------------------------------------------------


def test_what_explorer_sends_is_built_into_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    before = EXAMPLE.read_bytes()
    assert run(["addin", "sent", str(EXAMPLE)]) == 1
    made = tmp_path / "Documents" / "Mentor XL" / "example_caseload"
    assert (made / "results.xlsx").is_file()
    assert EXAMPLE.read_bytes() == before
    assert "letters and results go to" in capsys.readouterr().out


def test_one_that_cannot_be_read_does_not_stop_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "bad.xlsx").write_bytes(b"no workbook")
    assert run(["addin", "sent", str(tmp_path / "bad.xlsx"), str(EXAMPLE)]) == 3
    assert (tmp_path / "Documents" / "Mentor XL" / "example_caseload" / "results.xlsx").is_file()
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "folder"), [("Caseload 2026.xlsx", "Caseload 2026"), ("a.b.xlsx", "a.b"), ("x ..xlsx", "x")]
)
def test_a_workbook_s_folder_has_its_name(name: str, folder: str) -> None:
    place = command.folder_for(Path("/any") / name, Path("/home-of-mine"))
    assert place.parts[-3:] == ("Documents", "Mentor XL", folder)
