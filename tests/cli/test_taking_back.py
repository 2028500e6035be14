"""Released → draft: what a person takes back, what is kept of it and what is not."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli.commands import ON_THE_DAY, answered, build, files_in, ledger_of, text_of
from cli.small_school import WHOLE, saved

from mentor_xl.cli import run

Say = pytest.CaptureFixture[str]
WHY = "Hepzibah moved; <b>posted</b> to the old address & {{ pupil }}"
MOVED = WHOLE.replace("4 Larkspur Mews", "11 Other Road")


def release(out: Path, *more: str) -> int:
    return run(["release", str(out), "--by", "AMM", *more, *ON_THE_DAY])


def take_back(out: Path, name: str, *more: str) -> int:
    return release(out, "--undo", name, "--reason", WHY, *more)


def a_letter(out: Path) -> dict[str, Any]:
    return next(row for row in ledger_of(out)["released"] if row["recipient"] == "Contacts!2")


def stem_of(row: dict[str, Any]) -> str:
    name: str = row["path"].rpartition("/")[2]
    return name.removesuffix(".docx")


@pytest.fixture
def released(out: Path, capsys: Say) -> Path:
    """The folder, its letters released."""
    release(out)
    capsys.readouterr()
    return out


def test_a_letter_taken_back_is_a_draft_and_its_history_is_kept(released: Path, capsys: Say) -> None:
    letter, before = a_letter(released), files_in(released)
    assert take_back(released, stem_of(letter)) == 0
    said = capsys.readouterr().out.replace("\n", " ")
    assert "If it was already posted" in said
    ledger = ledger_of(released)
    assert letter["path"] in {row["path"] for row in ledger["drafts"]}
    assert letter["path"] not in {row["path"] for row in ledger["released"]}
    (kept,) = ledger["taken_back"]
    assert (kept["path"], kept["released_by"], kept["released_on"]) == (letter["path"], "AMM", "2026-11-23")
    assert (kept["by"], kept["on"], kept["sheet"]) == ("AMM", "2026-11-23", "release-sheet-2026-11-23-2.docx")
    after = files_in(released)
    assert {path: after[path] for path in before if path != "ledger.json"} == {
        path: digest for path, digest in before.items() if path != "ledger.json"
    }
    assert WHY in text_of(released / kept["sheet"])
    held = (released / "ledger.json").read_text() + (released / "manifest.json").read_text() + said
    assert "Hepzibah" not in held


def test_the_days_next_sheet_tells_of_it_too(released: Path, book: Path) -> None:
    letter = a_letter(released)
    take_back(released, stem_of(letter) + ".docx", "--book", str(book))
    assert "Zeffie Quillfeather (900001)" in text_of(released / "release-sheet-2026-11-23-2.docx")
    assert release(released) == 0
    text = text_of(released / "release-sheet-2026-11-23-3.docx")
    assert "Taken back" in text
    assert "See release-sheet-2026-11-23-2.docx" in text
    assert "Hepzibah moved" not in text


def test_a_letter_taken_back_is_made_anew(released: Path, book: Path) -> None:
    letter = a_letter(released)
    take_back(released, stem_of(letter))
    saved(book, MOVED)
    build(book, released)
    assert "11 Other Road" in text_of(released / letter["path"])
    assert not [path for path in files_in(released) if "-kept-" in path]
    assert len(ledger_of(released)["taken_back"]) == 1, "building keeps the history"


def test_what_somebody_wrote_into_a_letter_is_not_lost_when_it_was_taken_back(out: Path, book: Path) -> None:
    path = next(row["path"] for row in ledger_of(out)["drafts"] if row["recipient"] == "Contacts!2")
    by_hand = (out / path).read_bytes() + b" "
    (out / path).write_bytes(by_hand)
    release(out, "--with-changes")
    take_back(out, path)
    assert release(out) == 1, "it is again a draft that was changed in Word"
    build(book, out)
    (kept,) = [one for one in out.glob("*/*") if "-kept-" in one.name]
    assert kept.read_bytes() == by_hand


def test_the_latest_issue_is_taken_back_and_stays_the_next_draft(
    released: Path, book: Path, capsys: Say
) -> None:
    letter = a_letter(released)
    saved(book, MOVED)
    build(book, released, "--again", stem_of(letter), *ON_THE_DAY)
    release(released)
    assert take_back(released, stem_of(letter) + ".docx") == 2
    assert f"take back {stem_of(letter)}-2 first" in capsys.readouterr().err.replace("\n", " ")
    assert take_back(released, stem_of(letter)) == 0
    second = letter["path"].replace(".docx", "-2.docx")
    assert [row["path"] for row in ledger_of(released)["drafts"]] == [second]
    build(book, released)
    assert [row["path"] for row in ledger_of(released)["drafts"]] == [second]


def test_what_cannot_be_taken_back_is_said_in_a_sentence_and_changes_nothing(out: Path, capsys: Say) -> None:
    draft = ledger_of(out)["drafts"][0]
    release(out, "--pupil", "900001")
    before = files_in(out)
    name = stem_of(a_letter(out))
    undo = ("--undo", name)
    for wrong in (
        ("--undo", "consent-abcdef", "--reason", "x"),
        ("--undo", "Zephyrine", "--reason", "x"),
        ("--undo", f"{name}-7", "--reason", "x"),
        *([("--undo", stem_of(draft), "--reason", "x")] if draft["ref"] != "900001" else []),
        undo,
        (*undo, "--reason", " "),
        ("--reason", "x"),
        (*undo, "--reason", "x", "--sheet-only"),
        (*undo, "--reason", "x", "--pupil", "900001"),
        (*undo, "--reason", "x", "--by", "ZZZ"),
    ):
        assert release(out, *wrong) == 2, wrong
        said = capsys.readouterr().err
        assert "Zephyrine" not in said
        assert said.strip()
    assert files_in(out) == before


def test_taking_back_answers_in_json(released: Path, capsys: Say) -> None:
    letter = a_letter(released)
    command = ("release", released, "--undo", stem_of(letter), "--by", "AMM", "--reason", "x", "--json")
    code, answer = answered(capsys, *command, *ON_THE_DAY)
    assert (code, answer["taken_back"]["path"]) == (0, letter["path"])
    assert (released / answer["sheet"]).is_file()


def test_a_ledger_from_before_letters_could_be_taken_back_is_read(released: Path) -> None:
    ledger = ledger_of(released)
    del ledger["taken_back"]
    for row in ledger["released"]:
        del row["open_questions"]
    (released / "ledger.json").write_text(json.dumps(ledger), encoding="utf-8")
    assert take_back(released, stem_of(a_letter(released))) == 0
