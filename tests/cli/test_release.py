"""Draft → released: what is frozen, what stays a draft and why, and that nobody is named."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from cli.commands import ON_THE_DAY, answered, build, files_in, ledger_of, text_of
from cli.small_school import NAMES, NOTES, WHOLE, saved
from docx import Document
from openpyxl import load_workbook

import mentor_xl.build as building
from mentor_xl.cli import run
from mentor_xl.shipped import shipped_folder

Say = pytest.CaptureFixture[str]
MOVED = WHOLE.replace("4 Larkspur Mews", "11 Other Road")
STOPPED = WHOLE.replace("hepzibah@post.example | Yes  ", "hepzibah@post.example | No   ")


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


def test_a_pdf_of_a_letter_as_it_was_before_it_was_changed_in_word_goes(out: Path) -> None:
    changed, same = [out / row["path"] for row in ledger_of(out)["drafts"]][:2]
    for letter in (changed, same):
        letter.with_suffix(".pdf").write_bytes(b"as it was made")
    (out / "print-pack.pdf").write_bytes(b"all as they were made")
    os.utime(changed.with_suffix(".pdf"), (0, 0))
    changed.write_bytes(changed.read_bytes() + b" ")
    assert release(out, "--with-changes") == 0
    assert not changed.with_suffix(".pdf").exists()
    assert not (out / "print-pack.pdf").exists()
    assert same.with_suffix(".pdf").exists()


def test_a_pdf_that_was_made_after_the_change_stays(out: Path) -> None:
    letter = out / ledger_of(out)["drafts"][0]["path"]
    letter.write_bytes(letter.read_bytes() + b" ")
    os.utime(letter, (0, 0))
    letter.with_suffix(".pdf").write_bytes(b"as it is now")
    assert release(out, "--with-changes") == 0
    assert letter.with_suffix(".pdf").exists()


def test_nothing_is_released_while_it_is_only_looked_over(out: Path, book: Path, capsys: Say) -> None:
    before = (out / "ledger.json").read_bytes()
    assert run(["release", str(out), "--sheet-only", "--book", str(book), *ON_THE_DAY]) == 0
    assert (out / "ledger.json").read_bytes() == before
    said = capsys.readouterr().out
    assert "none released" in said
    assert "Zeffie Quillfeather (900001)" in text_of(out / "letters-to-check-2026-11-23.docx")


def test_a_sheet_that_cannot_be_written_is_said_in_a_sentence(out: Path, capsys: Say) -> None:
    (out / ".new-letters-to-check-2026-11-23.docx").mkdir()
    assert run(["release", str(out), "--sheet-only", *ON_THE_DAY]) == 1
    assert "letters-to-check-2026-11-23.docx could not be written" in capsys.readouterr().err


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


# -- the days that passed since a letter was made ------------------------------------------------------


@pytest.mark.parametrize("with_book", [True, False])
def test_a_letter_whose_day_to_answer_by_has_passed_stays_a_draft(
    book: Path, out: Path, capsys: Say, *, with_book: bool
) -> None:
    day = ("--today", "2027-01-11", *(("--book", book) if with_book else ()))
    _, answer = answered(capsys, "release", out, "--by", "AMM", "--letters", "consent", "--json", *day)
    assert answer["released"] == []
    (stays,) = answer["stays_a_draft"]
    assert "asks for an answer by 2026-11-30, which has passed" in stays["why"]


def test_a_letter_can_still_be_released_on_the_day_it_asks_an_answer_by(out: Path, capsys: Say) -> None:
    _, answer = answered(
        capsys, "release", out, "--by", "AMM", "--letters", "consent", "--json", "--today", "2026-11-30"
    )
    assert len(answer["released"]) == 1


AGREED = WHOLE.replace(
    "| C3      | '900003",
    "| C2      | '900002  | AMM    | Active | 2026-11-18 | K2  |\n| C3      | '900003",
)
GIVEN = AGREED.replace(
    "| K3         | '900003",
    "| K2         | '900002  | Mentoring | Parent and pupil | the parents | 2026-11-23 |\n"
    "| K3         | '900003",
)


def test_a_letter_that_asks_for_what_has_been_given_since_stays_a_draft(
    book: Path, tmp_path: Path, capsys: Say
) -> None:
    saved(book, AGREED)
    build(book, tmp_path / "asks", "--letters", "consent", *ON_THE_DAY)
    saved(book, GIVEN)
    capsys.readouterr()
    _, answer = answered(
        capsys, "release", tmp_path / "asks", "--by", "AMM", "--book", book, "--json", *ON_THE_DAY
    )
    (stays,) = answer["stays_a_draft"]
    assert stays["kind"] == "consent"
    assert "no longer asks for it" in stays["why"]


def test_a_letter_that_a_person_asked_for_is_released_though_it_is_not_its_moment(
    book: Path, tmp_path: Path, capsys: Say
) -> None:
    saved(book, GIVEN)
    build(book, tmp_path / "asked", "--letters", "consent", "--pupil", "900002", *ON_THE_DAY)
    capsys.readouterr()
    _, answer = answered(
        capsys, "release", tmp_path / "asked", "--by", "AMM", "--book", book, "--json", *ON_THE_DAY
    )
    assert [row["kind"] for row in answer["released"]] == ["consent"]


# -- reports about no one pupil ------------------------------------------------------------------------


@pytest.fixture
def report(book: Path, tmp_path: Path, capsys: Say) -> Path:
    """The folder in which the caseload report alone was built."""
    saved(book, WHOLE.replace("| SENCO ", "| Pastoral manager | Mrs Pat Oral |\n| SENCO "))
    build(book, tmp_path / "report", "--letters", "caseload-report", *ON_THE_DAY)
    capsys.readouterr()
    return tmp_path / "report"


def test_a_report_about_the_caseload_is_released_and_no_pupil_is_told_of(report: Path, capsys: Say) -> None:
    assert release(report) == 0
    said = capsys.readouterr().out
    assert "caseload-report" in said
    assert "None" not in said


def test_a_report_to_governors_into_which_somebody_typed_a_pupils_name_stays_a_draft(
    tmp_path: Path, capsys: Say
) -> None:
    example = shipped_folder("workbook_templates") / "example_caseload.xlsx"
    build(example, tmp_path, "--letters", "evaluation-report", *ON_THE_DAY)
    path = next(row["path"] for row in ledger_of(tmp_path)["drafts"] if row["audience"] == "governors")
    report = Document(str(tmp_path / path))
    surname, forename = (cell.value for cell in load_workbook(example)["Pupils"]["C2:D2"][0])
    report.paragraphs[-1].add_run(f" {forename} {surname} did well.")
    report.save(str(tmp_path / path))
    options = ("--with-changes", "--book", example, "--json", *ON_THE_DAY)
    capsys.readouterr()
    _, answer = answered(capsys, "release", tmp_path, "--by", "KSA", *options)
    assert [row["path"] for row in answer["stays_a_draft"]] == [path]
    assert [row["kind"] for row in answer["released"]] == ["evaluation-report"]


# -- the ledger itself ---------------------------------------------------------------------------------


def test_a_ledger_that_is_gone_stops_the_build_while_the_manifest_tells_of_letters(
    book: Path, out: Path, capsys: Say
) -> None:
    release(out)
    (out / "ledger.json").unlink()
    before = files_in(out)
    saved(book, MOVED)
    assert build(book, out, "--today", "2026-11-24") == 1
    assert "ledger.json is no longer in the output folder" in capsys.readouterr().err.replace("\n", " ")
    assert files_in(out) == before
    (out / "manifest.json").unlink()
    assert (build(book, out), release(out)) == (1, 1)
    said = capsys.readouterr().err.replace("\n", " ")
    assert said.count("There are letters in the output folder, but no ledger.json") == 2
    assert files_in(out) == {path: digest for path, digest in before.items() if path != "manifest.json"}


@pytest.mark.parametrize("wrong", [{"path": 5}, {"ref": 5}, {"made_from": []}, {"sha256": None}])
def test_a_ledger_with_something_else_in_it_is_not_gone_by(
    out: Path, capsys: Say, wrong: dict[str, object]
) -> None:
    ledger = ledger_of(out)
    ledger["drafts"][0].update(wrong)
    (out / "ledger.json").write_text(json.dumps(ledger), encoding="utf-8")
    assert release(out) == 1
    assert "ledger.json in the output folder could not be read" in capsys.readouterr().err.replace("\n", " ")


def test_after_a_run_that_was_cut_off_a_released_letter_is_still_a_released_one(
    book: Path, out: Path
) -> None:
    """The power failed while the next build had moved everything out and nothing in."""
    release(out)
    frozen = {path: digest for path, digest in files_in(out).items() if path.count("/") == 1}
    stage = out / ".being-made"
    for path in (*frozen, "ledger.json"):
        (stage / "old" / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).rename(stage / "old" / path)
    (stage / "new").mkdir()
    (stage / "new" / "manifest.json").write_bytes((out / "manifest.json").read_bytes())
    saved(book, MOVED)
    build(book, out)
    assert {path: files_in(out).get(path) for path in frozen} == frozen
    assert len(ledger_of(out)["released"]) == len(frozen)


def test_letters_released_by_somebody_else_while_a_build_runs_stay_released(
    book: Path, out: Path, capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = building.write_documents

    def slowly(*arguments: Any) -> Any:
        written = write(*arguments)
        release(out)
        return written

    monkeypatch.setattr(building, "write_documents", slowly)
    assert build(book, out, "--today", "2026-11-24") == 1
    assert "at the same time" in capsys.readouterr().err.replace("\n", " ")
    assert len(ledger_of(out)["released"]) == 6
    assert ledger_of(out)["drafts"] == []
