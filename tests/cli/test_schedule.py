"""``schedule show``: is what it shows taken by Task Scheduler and by cron just as it was meant?"""

import datetime as dt
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from xml.etree import ElementTree as ET

import pytest
from addin.a_computer import PYTHON, a_computer
from cli.commands import in_a_process
from cli.small_school import TODAY

from mentor_xl.cli import run, schedule
from mentor_xl.cli.scheduled import NAMESPACE, Run, build_words, crontab_line, task_file, task_name, task_xml
from mentor_xl.errors import WrongUse

Say = pytest.CaptureFixture[str]
AT = dt.time(6, 30)
NS = {"": NAMESPACE}
NAMES = (
    "caseload", "Year 9 caseload", "A & B", "Zoë's <own>", 'says "nine"', "50% done", "100%", "日本 ü",
    "a;b|c", "$HOME `x`", "!x *", "#1", "-o", "tab=1",
)  # fmt: skip
"""Names of folders and workbooks; some of them only where it is not Windows."""
OF_WINDOWS = [name for name in NAMES if not re.search(r'[<>|"*]', name)]


def read(xml: str | bytes) -> ET.Element:
    """XML that we made ourselves."""
    return ET.fromstring(xml)  # noqa: S314


def on_windows(name: str) -> Run:
    book = PureWindowsPath(r"\\server\staff") / name / f"{name}.xlsx"
    words = build_words(book, PureWindowsPath(r"C:\Letters") / name, ["--pdf"])
    return Run(PureWindowsPath(r"C:\Program Files\Python\pythonw.exe"), words, book.parent)


def elsewhere(name: str) -> Run:
    book = PurePosixPath("/srv/staff") / name / f"{name}.xlsx"
    words = build_words(book, PurePosixPath("/srv/letters") / name, ())
    return Run(PurePosixPath(f"/opt/{name}/python3"), words, book.parent)


# -- the task ------------------------------------------------------------------------------------------------


def words_as_windows_parts_them(line: str) -> list[str]:
    """A command line as a program on Windows is given it: Microsoft, *Parsing C command-line arguments*."""
    words, word, quoted, slashes, begun = [], "", False, 0, False
    for letter in [*line, " "]:
        if letter == "\\":
            slashes, begun = slashes + 1, True
            continue
        if letter == '"':
            word += "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                quoted = not quoted
            slashes, begun = 0, True
            continue
        word, slashes = word + "\\" * slashes, 0
        if letter in " \t" and not quoted:
            words += [word] if begun else []
            word, begun = "", False
        else:
            word, begun = word + letter, True
    return words


@pytest.mark.parametrize("name", OF_WINDOWS)
def test_a_task_says_just_what_was_meant(name: str) -> None:
    meant = on_windows(name)
    task = read(task_xml(meant, AT))
    assert task.tag == f"{{{NAMESPACE}}}Task"
    assert task.findtext("Actions/Exec/Command", None, NS) == str(meant.program)
    arguments = task.findtext("Actions/Exec/Arguments", None, NS)
    assert arguments is not None
    assert words_as_windows_parts_them(arguments) == list(meant.words)
    assert task.findtext("Actions/Exec/WorkingDirectory", None, NS) == str(meant.folder)


def test_a_folder_at_the_end_of_a_drive_does_not_swallow_what_follows() -> None:
    drive = PureWindowsPath("C:\\")
    words = build_words(drive / "a b.xlsx", drive, ["--templates=D:\\my own\\"])
    task = read(task_xml(Run(drive / "p.exe", words, drive), AT))
    assert words_as_windows_parts_them(task.findtext("Actions/Exec/Arguments", "", NS)) == list(words)


def test_every_part_of_a_task_is_in_its_namespace_and_in_its_place() -> None:
    task = read(task_xml(on_windows("caseload"), AT))
    assert {element.tag.partition("}")[0] for element in task.iter()} == {f"{{{NAMESPACE}"}
    children = [element.tag.partition("}")[2] for element in task]
    assert children == ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]
    actions, principal = task.find("Actions", NS), task.find("Principals/Principal", NS)
    assert actions is not None
    assert principal is not None
    assert actions.get("Context") == principal.get("id")


def test_a_task_runs_on_school_days_at_its_time_with_no_more_rights_than_the_user() -> None:
    task = read(task_xml(on_windows("caseload"), dt.time(17, 5)))
    start = dt.datetime.fromisoformat(task.findtext(".//StartBoundary", "", NS))
    assert (start.time(), start.weekday()) == (dt.time(17, 5), 0)
    days = task.find(".//DaysOfWeek", NS)
    assert days is not None
    assert [day.tag.partition("}")[2][:3] for day in days] == ["Mon", "Tue", "Wed", "Thu", "Fri"]
    assert task.findtext(".//RunLevel", "", NS) == "LeastPrivilege"
    assert task.findtext(".//LogonType", "", NS) == "InteractiveToken"
    assert task.findtext(".//MultipleInstancesPolicy", "", NS) == "IgnoreNew"


@pytest.mark.parametrize("name", OF_WINDOWS)
def test_a_tasks_file_is_in_two_byte_characters_and_says_so(name: str) -> None:
    data = task_file(on_windows(name), AT)
    assert data.startswith(b"\xff\xfe")
    text = data.decode("utf-16")
    assert text.startswith('<?xml version="1.0" encoding="UTF-16"?>\r\n')
    told = read(data).findtext("Actions/Exec/Arguments", "", NS)
    assert told == read(task_xml(on_windows(name), AT)).findtext("Actions/Exec/Arguments", "", NS)


@pytest.mark.parametrize("name", ["%USERNAME%", "a%b%c", "$(Arg0)", "a\nb", "a\x01b", "a\ud800b"])
def test_what_a_task_cannot_say_is_refused(name: str) -> None:
    with pytest.raises(WrongUse, match="Rename"):
        task_xml(on_windows(name), AT)


@pytest.mark.parametrize(
    ("name", "called"),
    [("caseload", "Mentor XL caseload"), ("a: b?", "Mentor XL a  b"), ("***", "Mentor XL")],
)
def test_a_task_has_a_name_that_task_scheduler_takes(name: str, called: str) -> None:
    assert task_name(PurePosixPath(f"{name}.xlsx")) == called


# -- the line for cron ---------------------------------------------------------------------------------------


def words_as_cron_and_shell_part_them(line: str) -> list[str]:
    """What a program is given that cron runs: five fields off, ``\\%`` a percent sign, the rest to ``sh``."""
    command = line.split(maxsplit=5)[5]
    assert re.search(r"(?<!\\)%", command) is None, "cron would end the command here"
    tell = "import json, sys; print(json.dumps(sys.argv[1:]))"
    show = f"{shlex.quote(sys.executable)} -c {shlex.quote(tell)} "
    shell = ["sh", "-c", show + command.replace(r"\%", "%")]
    said = subprocess.run(shell, capture_output=True, check=True, encoding="utf-8", cwd="/")
    words: list[str] = json.loads(said.stdout)
    return words


@pytest.mark.skipif(sys.platform == "win32", reason="cron and sh are not there")
@pytest.mark.parametrize("name", NAMES)
def test_a_line_for_cron_says_just_what_was_meant(name: str) -> None:
    meant = elsewhere(name)
    line = crontab_line(meant, AT)
    assert line.startswith("30 6 * * 1-5 ")
    assert "\n" not in line
    assert words_as_cron_and_shell_part_them(line) == [str(meant.program), *meant.words]


@pytest.mark.parametrize("name", ["a\nb", "a\\b", "a\x00b"])
def test_what_cron_cannot_say_is_refused(name: str) -> None:
    with pytest.raises(WrongUse, match="Rename"):
        crontab_line(elsewhere(name), AT)


# -- the command ---------------------------------------------------------------------------------------------


def test_on_linux_and_mac_a_line_for_cron_is_shown(book: Path, tmp_path: Path, capsys: Say) -> None:
    assert run(["schedule", "show", str(book), "-o", str(tmp_path / "out"), "--for", "cron"]) == 0
    line, *more = capsys.readouterr().out.splitlines()
    assert shlex.split(line)[5:] == [
        sys.executable, "-P", "-m", "mentor_xl", "build", str(book), "-o", str(tmp_path / "out"),
    ]  # fmt: skip
    assert "crontab -e" in "\n".join(more)
    assert not (tmp_path / "out").exists()


def test_what_is_shown_runs(book: Path, tmp_path: Path, capsys: Say) -> None:
    run(["schedule", "show", str(book), "-o", str(tmp_path / "out"), "--for", "cron"])
    words = shlex.split(capsys.readouterr().out.splitlines()[0])[5:]
    done = subprocess.run([*words, "--today", TODAY], cwd=book.parent, capture_output=True, check=False)
    assert done.returncode == 1
    assert (tmp_path / "out" / "results.xlsx").is_file()


def test_paths_are_whole_whatever_was_typed(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    monkeypatch.chdir(book.parent)
    options = ["--templates", "ours", "--password-file", "p.txt", "--pdf", "--for", "cron", "--at", "17:05"]
    assert run(["schedule", "show", book.name, "-o", "out", *options]) == 0
    words = shlex.split(capsys.readouterr().out.splitlines()[0])
    folder = book.parent
    assert words[:2] == ["5", "17"]
    assert words[words.index("build") + 1 :] == [
        str(book), "-o", str(folder / "out"), f"--templates={folder / 'ours'}",
        f"--password-file={folder / 'p.txt'}", "--pdf",
    ]  # fmt: skip


def test_a_task_is_shown_where_it_is_asked_for(book: Path, tmp_path: Path, capsys: Say) -> None:
    assert run(["schedule", "show", str(book), "-o", str(tmp_path), "--for", "windows"]) == 0
    xml, _, more = capsys.readouterr().out.partition("</Task>\n")
    assert read(xml + "</Task>").tag == f"{{{NAMESPACE}}}Task"
    assert "--xml FILE" in more


def test_a_task_in_a_file_is_told_how_to_install_and_to_take_away(
    book: Path, tmp_path: Path, capsys: Say
) -> None:
    file = tmp_path / "task & more.xml"
    assert run(["schedule", "show", str(book), "-o", str(tmp_path), "--xml", str(file)]) == 0
    said = capsys.readouterr().out
    assert f'schtasks /create /tn "Mentor XL caseload" /xml "{file}"' in said
    assert 'schtasks /delete /tn "Mentor XL caseload"' in said
    assert file.read_bytes() == task_file(
        Run(Path(sys.executable), build_words(book, tmp_path, ()), book.parent), AT
    )


def test_on_a_console_that_has_only_ascii_a_task_is_still_right(tmp_path: Path, book: Path) -> None:
    far = book.rename(book.with_name("Zoë’s.xlsx"))
    out = tmp_path / "out"
    done = in_a_process(
        "schedule", "show", far, "-o", out, "--for", "windows", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    xml = done.stdout.decode("ascii").partition("</Task>")[0] + "</Task>"
    assert str(far) in read(xml).findtext("Actions/Exec/Arguments", "", NS)


def test_on_windows_the_python_without_a_window_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(schedule, "this_computer", lambda: a_computer(tmp_path))
    assert schedule._python() == PYTHON.with_name("pythonw.exe")


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        ("--at 25:00", 2, "06:30"),
        ("--at noon", 2, "06:30"),
        ("--for windows --templates %a%", 2, "variable"),
        ("--xml nowhere/task.xml", 1, "could not be written"),
    ],
)
def test_wrong_use_is_told(more: str, code: int, words: str, book: Path, capsys: Say) -> None:
    assert run(["schedule", "show", str(book), "-o", "out", *more.split()]) == code
    assert words in capsys.readouterr().err


def test_a_workbook_that_is_not_there_gives_3(tmp_path: Path, capsys: Say) -> None:
    assert run(["schedule", "show", str(tmp_path / "no.xlsx"), "-o", str(tmp_path)]) == 3
    assert "There is no workbook" in capsys.readouterr().err


# -- run by nobody -------------------------------------------------------------------------------------------


def test_a_build_that_has_no_console_at_all_is_the_same_build(book: Path, tmp_path: Path) -> None:
    code = (
        "import sys; sys.stdin = sys.stdout = sys.stderr = None; from mentor_xl.cli import main;"
        f"main(['build', {str(book)!r}, '-o', {str(tmp_path / 'out')!r}, '--today', {TODAY!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert (tmp_path / "out" / "results.xlsx").is_file()
