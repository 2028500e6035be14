"""Draft → released: what is frozen, what stays a draft and why, and that nobody is named."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli.commands import ON_THE_DAY, answered, files_in
from cli.small_school import NAMES, NOTES, WHOLE, saved
from docx import Document

from mentor_xl.cli import run

Say = pytest.CaptureFixture[str]
MOVED = WHOLE.replace("4 Larkspur Mews", "11 Other Road")
STOPPED = WHOLE.replace("hepzibah@post.example | Yes  ", "hepzibah@post.example | No   ")


def build(book: Path, out: Path, *more: str) -> int:
    return run(["build", str(book), "-o", str(out), *(more or ON_THE_DAY)])


def ledger_of(out: Path) -> dict[str, list[dict[str, Any]]]:
    ledger: dict[str, list[dict[str, Any]]] = json.loads((out / "ledger.json").read_text(encoding="utf-8"))
    return ledger


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(p.text for p in document.paragraphs), *cells))


@pytest.fixture
def out(book: Path, tmp_path: Path, capsys: Say) -> Path:
    """The folder in which the small school's letters were built."""
    build(book, tmp_path / "out")
    capsys.readouterr()
    return tmp_path / "out"


def release(out: Path, *more: object) -> int:
    return run(["release", str(out), "--by", "AMM", *map(str, more), *ON_THE_DAY])


def test_what_is_built_is_a_draft_until_somebody_releases_it(out: Path, capsys: Say) -> None:
    drafts = ledger_of(out)["drafts"]
    assert drafts
    assert not ledger_of(out)["released"]
    _, answer = answered(capsys, "release", out, "--by", "AMM", "--json", *ON_THE_DAY)
    assert [row["path"] for row in answer["released"]] == [row["path"] for row in drafts]
    released = ledger_of(out)["released"]
    assert {(row["by"], row["released_on"]) for row in released} == {("AMM", "2026-11-23")}
    assert ledger_of(out)["drafts"] == []


def test_a_released_letter_is_neither_made_again_nor_changed(book: Path, out: Path, capsys: Say) -> None:
    release(out)
    frozen = {path: digest for path, digest in files_in(out).items() if path.count("/") == 1}
    saved(book, MOVED)
    build(book, out, "--today", "2026-11-24")
    assert {path: files_in(out)[path] for path in frozen} == frozen
    said = capsys.readouterr().out
    assert f"{len(frozen)} released before, and left as they are." in said
    assert "changed since it was released (recipient.address_lines)" in said


def test_a_letter_dated_another_day_has_not_changed(book: Path, out: Path, capsys: Say) -> None:
    release(out, "--letters", "consent")
    capsys.readouterr()
    build(book, out, "--today", "2026-11-24")
    assert "changed since" not in capsys.readouterr().out


def test_a_released_letter_stays_when_nobody_asks_for_it_any_more(book: Path, out: Path) -> None:
    release(out)
    frozen = [path for path in files_in(out) if path.count("/") == 1]
    saved(book, WHOLE.replace("2014-02-11    |              |", "2014-02-11    | 2026-11-20   |"))
    build(book, out)
    assert set(frozen) <= set(files_in(out))
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert set(frozen) == {row["path"] for row in manifest["made"]}


def test_a_letter_is_the_same_one_after_the_contacts_were_sorted(book: Path, out: Path) -> None:
    release(out)
    before = files_in(out)
    first, second = (line for line in WHOLE.splitlines() if "Larkspur Mews" in line)
    saved(book, WHOLE.replace(first, "FIRST").replace(second, first).replace("FIRST", second))
    build(book, out)
    letters = {path for path in files_in(out) if path.count("/") == 1}
    assert letters == {path for path in before if path.count("/") == 1}


def test_a_released_letter_is_issued_anew_only_when_asked_for(book: Path, out: Path, capsys: Say) -> None:
    release(out)
    path = next(row["path"] for row in ledger_of(out)["released"] if row["ref"] == "900001")
    stem = path.rpartition("/")[2].removesuffix(".docx")
    saved(book, MOVED)
    build(book, out, "--again", stem, *ON_THE_DAY)
    again = path.replace(".docx", "-2.docx")
    (draft,) = ledger_of(out)["drafts"]
    assert (draft["path"], draft["reference"][-2:]) == (again, "-2")
    build(book, out)
    assert (out / again).is_file(), "a draft of the second issue stays without being asked for again"
    release(out)
    assert [row["path"] for row in ledger_of(out)["released"]].count(again) == 1
    capsys.readouterr()
    build(book, out)
    assert ledger_of(out)["drafts"] == []
    assert stem not in capsys.readouterr().out, "its second issue says what the workbook says"


def test_only_what_was_released_can_be_issued_anew(book: Path, out: Path, capsys: Say) -> None:
    assert build(book, out, "--again", "consent-abcdef", *ON_THE_DAY) == 2
    assert "No letter consent-abcdef has been released" in capsys.readouterr().err


def test_a_letter_changed_in_word_is_released_only_where_somebody_says_so(out: Path, capsys: Say) -> None:
    path = ledger_of(out)["drafts"][0]["path"]
    (out / path).write_bytes((out / path).read_bytes() + b" ")
    assert release(out) == 1
    assert "changed in Word" in capsys.readouterr().out.replace("\n", " ")
    assert path not in {row["path"] for row in ledger_of(out)["released"]}
    assert release(out, "--with-changes") == 0
    (row,) = [row for row in ledger_of(out)["released"] if row["path"] == path]
    assert row["is_changed_by_hand"] is True


def test_what_the_workbook_would_no_longer_make_stays_a_draft(book: Path, out: Path, capsys: Say) -> None:
    saved(book, STOPPED)
    capsys.readouterr()
    _, answer = answered(capsys, "release", out, "--by", "AMM", "--book", book, "--json", *ON_THE_DAY)
    stays = {row["path"]: row["why"] for row in answer["stays_a_draft"]}
    gone = [row["path"] for row in ledger_of(out)["drafts"] if row["recipient"] == "Contacts!2"]
    assert gone
    assert set(gone) <= set(stays)
    assert all("would not be made now" in stays[path] for path in gone)


def test_a_letter_to_an_address_that_has_changed_stays_a_draft(book: Path, out: Path, capsys: Say) -> None:
    saved(book, MOVED)
    capsys.readouterr()
    _, answer = answered(capsys, "release", out, "--by", "AMM", "--book", book, "--json", *ON_THE_DAY)
    whys = [row["why"] for row in answer["stays_a_draft"]]
    assert whys
    assert all("recipient.address_lines" in why for why in whys)


def test_a_letter_into_which_somebody_typed_another_pupils_name_stays_a_draft(
    book: Path, out: Path, capsys: Say
) -> None:
    path = next(row["path"] for row in ledger_of(out)["drafts"] if row["ref"] == "900001")
    letter = Document(str(out / path))
    letter.paragraphs[-1].add_run(" Please remember us to Ignatius Thornycroft.")
    letter.save(str(out / path))
    options = ("--with-changes", "--book", book, "--json", *ON_THE_DAY)
    _, answer = answered(capsys, "release", out, "--by", "AMM", *options)
    (why,) = [row["why"] for row in answer["stays_a_draft"] if row["path"] == path]
    assert "another pupil" in why
    assert "Ignatius" not in why


def test_nothing_is_released_while_it_is_only_looked_over(out: Path, book: Path, capsys: Say) -> None:
    before = (out / "ledger.json").read_bytes()
    assert run(["release", str(out), "--sheet-only", "--book", str(book), *ON_THE_DAY]) == 0
    assert (out / "ledger.json").read_bytes() == before
    said = capsys.readouterr().out
    assert "none released" in said
    assert "Zeffie Quillfeather (900001)" in text_of(out / "letters-to-check-2026-11-23.docx")


def test_without_the_workbook_the_sheet_shows_ids_and_rows_and_no_name(out: Path) -> None:
    release(out)
    text = text_of(out / "release-sheet-2026-11-23.docx")
    assert "900001" in text
    assert not [name for name in NAMES if name in text]


def test_a_days_second_sheet_takes_nothing_from_the_first(out: Path) -> None:
    release(out, "--pupil", "900001")
    first = (out / "release-sheet-2026-11-23.docx").read_bytes()
    release(out)
    assert (out / "release-sheet-2026-11-23.docx").read_bytes() == first
    assert (out / "release-sheet-2026-11-23-2.docx").is_file()


def test_the_ledger_and_what_is_said_name_nobody(out: Path, book: Path, capsys: Say) -> None:
    release(out, "--book", book)
    said = capsys.readouterr()
    held = (out / "ledger.json").read_text(encoding="utf-8") + said.out + said.err
    assert not [word for word in (*NAMES, *NOTES) if word in held]


@pytest.mark.parametrize("by", ["", "Ms A. Mentor", "a" * 13, "../x"])
def test_who_releases_is_said_by_a_code_and_not_by_a_name(out: Path, by: str) -> None:
    assert run(["release", str(out), "--by", by, *ON_THE_DAY]) == 2
    assert ledger_of(out)["released"] == []


def test_a_folder_without_letters_is_said_to_be_one(tmp_path: Path, capsys: Say) -> None:
    assert release(tmp_path) == 2
    assert "no letters of Mentor XL in this folder" in capsys.readouterr().err


def test_a_ledger_that_cannot_be_read_stops_the_build_before_anything_is_written(
    book: Path, out: Path, capsys: Say
) -> None:
    (out / "ledger.json").write_text("{", encoding="utf-8")
    before = files_in(out)
    assert build(book, out, "--today", "2026-11-24") == 1
    assert "ledger.json in the output folder could not be read" in capsys.readouterr().err.replace("\n", " ")
    assert files_in(out) == before


def test_a_released_letter_that_was_changed_or_is_gone_is_told_of(book: Path, out: Path, capsys: Say) -> None:
    release(out)
    first, second, *_ = [row["path"] for row in ledger_of(out)["released"]]
    (out / first).unlink()
    (out / second).write_bytes(b"something else")
    capsys.readouterr()
    assert build(book, out) == 1
    told = capsys.readouterr().err
    assert first in told
    assert second in told
    assert not (out / first).exists(), "it was released: it is never made again"
