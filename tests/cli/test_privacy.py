"""Does anything that commands say or write outside a document hold a pupil's name, or reach a network?"""

import re
import socket
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from cli.commands import OF_THE_SCHOOL, ON_THE_DAY, READING, files_in, in_a_process, on_book
from cli.small_school import NAMES, NOTES, WHOLE, saved

from mentor_xl.cli import run

Say = pytest.CaptureFixture[str]

SPOILT = (
    WHOLE.replace("2014-02-11", "Ignatius in May")
    .replace("| C3      | '900003", "| Perpetua | Perpetua U")
    .replace("| AMM    | Active | 2026-09-14", "| Hepzibah | Active | Zeffie")
    .replace("| '900001  | 1 ", "| Zeffie | Hepzibah")
    .replace("| 30      |", "| Zephyrine |")
    .replace("| 2026-12-03 |", "| Thornycroft |")
    .replace("HW3 4AB", "Larkspur")
    .replace("01632 960100", "ask Hepzibah")
    + """
# Quillfeather
| Zeffie | Hepzibah |

# Explanations
| Check        | Sheet       | Row key | Heading | Explanation | By       |
| Quillfeather | Umbrascombe | Zeffie  | Perpetua | kettledrum | Hepzibah |

# Rules
| Rule         | On  | Within   |
| Quillfeather | Yes | Hepzibah |
"""
)
"""The small school with names where dates, numbers, sheets and rules belong, and IDs of other sheets."""


@pytest.fixture(params=["sound", "spoilt"])
def any_book(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The small school's workbook, sound or with names in the wrong places."""
    return saved(tmp_path / "school" / "caseload.xlsx", WHOLE if request.param == "sound" else SPOILT)


def assert_nameless(text: str) -> None:
    """No name and no word of a note stands in a text."""
    assert [word for word in (*NAMES, *NOTES) if word in text] == []


@pytest.mark.parametrize("command", [*READING, ("check", "--names"), ("letters", "--names")], ids=" ".join)
def test_no_answer_holds_a_name(command: Sequence[str], any_book: Path, capsys: Say) -> None:
    assert run(on_book(command, any_book)) in (0, 1)
    said = capsys.readouterr()
    assert "900001" in said.out
    assert_nameless(said.out + said.err)


AT_LENGTH = (
    *OF_THE_SCHOOL, ("due", "--csv"), ("due", "--by", "mentor", "--json"), ("due", "--by", "form", "--json"),
    ("due", "--level", "--most", "1"), ("due", "--level", "--most", "1", "--json"),
    ("due", "--why", "900001", "--json"), ("due", "--why", "900003", "--all"),
)  # fmt: skip
"""Answers in which a pupil need not come up."""


@pytest.mark.parametrize("command", AT_LENGTH, ids=" ".join)
def test_no_answer_at_length_holds_a_name(command: Sequence[str], any_book: Path, capsys: Say) -> None:
    assert run(on_book(command, any_book)) in (0, 1)
    said = capsys.readouterr()
    assert said.out
    assert_nameless(said.out + said.err)


@pytest.mark.parametrize("initials", [(), ("--initials",)], ids=["IDs", "initials"])
def test_a_calendar_file_holds_no_name(
    initials: Sequence[str], any_book: Path, tmp_path: Path, capsys: Say
) -> None:
    file = tmp_path / "dates.ics"
    assert run(on_book(("due", "--ics", str(file), *initials), any_book)) in (0, 1)
    text = file.read_text(encoding="utf-8").replace("\n ", "")
    assert "900001" in text
    assert_nameless(text + "".join(capsys.readouterr()))


def test_names_of_half_terms_and_closed_days_are_shown_only_where_they_are_the_usual_words(
    tmp_path: Path, capsys: Say
) -> None:
    named = WHOLE.replace("Autumn 2 |", "Zeffie |").replace(
        "\n# Staff", "| 2026-11-27 | | INSET day | Hepzibah |\n\n# Staff"
    )
    book = saved(tmp_path / "caseload.xlsx", named)
    for command in (*OF_THE_SCHOOL, ("due", "--why", "900003")):
        run(on_book(command, book))
        said = capsys.readouterr().out
        assert "INSET day" in said
        assert_nameless(said)


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["words", "json"])
def test_neither_answer_nor_manifest_nor_a_file_s_name_holds_a_name(
    form: Sequence[str], any_book: Path, tmp_path: Path, capsys: Say
) -> None:
    out = tmp_path / "out"
    assert run(on_book(("build", *form), any_book, "-o", str(out))) == 1
    said = capsys.readouterr()
    assert_nameless(said.out + said.err)
    assert_nameless((out / "manifest.json").read_text(encoding="utf-8"))
    assert_nameless("\n".join(files_in(out)))


def test_the_properties_of_a_document_hold_no_name(book: Path, tmp_path: Path) -> None:
    run(on_book(("build",), book, "-o", str(tmp_path / "out")))
    made = list((tmp_path / "out").rglob("*.docx"))
    assert made
    for path in made:
        with zipfile.ZipFile(path) as package:
            properties = [name for name in package.namelist() if name.startswith("docProps/")]
            assert properties
            for name in properties:
                assert_nameless(package.read(name).decode())


def test_a_document_does_hold_the_name_so_that_these_tests_can_fail(book: Path, tmp_path: Path) -> None:
    run(on_book(("build",), book, "-o", str(tmp_path / "out")))
    (letter, *_) = sorted((tmp_path / "out" / "900001").glob("progress-report-*.docx"))
    with zipfile.ZipFile(letter) as package, pytest.raises(AssertionError):
        assert_nameless(re.sub("<[^>]+>", "", package.read("word/document.xml").decode()))


# -- names for a person at a terminal -------------------------------------------------------------------


def test_names_are_refused_where_output_is_piped(book: Path) -> None:
    done = in_a_process("letters", book, "--names", *ON_THE_DAY)
    assert b"on a terminal only" in done.stderr
    assert_nameless(done.stdout.decode())


def test_names_are_shown_to_a_person_who_asks_at_a_terminal(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    run(on_book(("letters", "--names"), book))
    assert "900001 Zeffie Quillfeather" in capsys.readouterr().out


def test_names_are_never_in_json(book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    run(on_book(("check", "--json", "--names"), book))
    assert_nameless(capsys.readouterr().out)


# -- the network ------------------------------------------------------------------------------------------


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every call that would reach a network; each is refused."""
    made: list[str] = []

    def refused(name: str) -> None:
        def call(*arguments: object, **named: object) -> None:
            made.append(f"{name}{arguments}{named}")
            raise OSError("no network here")

        monkeypatch.setattr(f"socket.{name}", call)

    for name in (
        "socket.connect", "socket.connect_ex", "socket.sendto", "socket.bind", "create_connection",
        "getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr",
    ):  # fmt: skip
        refused(name)
    return made


def test_the_whole_job_reaches_no_network(calls: list[str], book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for command in READING:
        assert run(on_book(command, book)) in (0, 1)
    assert run(on_book(("build",), book, "-o", str(out))) == 1
    assert run(["new", str(tmp_path / "new.xlsx"), *ON_THE_DAY]) == 0
    assert list(out.rglob("*.docx"))
    assert calls == []


def test_the_refusal_of_the_network_holds(calls: list[str]) -> None:
    with socket.socket() as one, pytest.raises(OSError, match="no network here"):
        one.connect(("192.0.2.1", 80))
    assert len(calls) == 1
