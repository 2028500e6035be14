"""What does the release sheet show a second pair of eyes: who reads a letter, and what was typed in it?"""

from pathlib import Path

import pytest
from cli.commands import ON_THE_DAY, build, text_of
from cli.small_school import WHOLE, saved
from docx import Document

from mentor_xl.cli import run

OUTCOME = """
# Reviews
| Pupil ID | Review           | Booked for | Held on    | Outcome | Actions |
| '900001  | Mentoring review | 2026-11-19 | 2026-11-19 | She came every day. It was a good half term. | Mentor: keep the slot; Form tutor: new seat |
| '900001  | Mentoring review | 2026-10-01 | 2026-10-01 | It was a good half term. |  |
"""  # noqa: E501 - a table is read by its columns
TOLD = WHOLE.partition("\n# Reviews")[0] + OUTCOME
ASKED = TOLD.replace(
    "| Send letters | Court restriction |", "| Send letters | Court restriction | Format | Phone |"
).replace("| Yes         | No                |", "| Yes | No | Easy read | 7700900123 |")


def sheet_of(book: Path, out: Path, kind: str, *more: str) -> Path:
    build(book, out, "--letters", kind, *ON_THE_DAY)
    run(["release", str(out), "--sheet-only", *more, *ON_THE_DAY])
    return out / "letters-to-check-2026-11-23.docx"


def block_of(sheet: Path, pupil: str) -> list[str]:
    """The lines of a pupil's first letter."""
    cells = (cell for table in Document(str(sheet)).tables for row in table.rows for cell in row.cells)
    return next(cell.text for cell in cells if pupil in cell.text).split("\n")


def test_every_sentence_that_was_typed_is_printed_with_its_cells_and_its_reader(
    book: Path, tmp_path: Path
) -> None:
    sheet = sheet_of(saved(book, TOLD), tmp_path / "out", "review-outcome", "--book", str(book))
    title, reader, *typed = block_of(sheet, "900001")
    assert title == "Zeffie Quillfeather (900001) · What was agreed at a review"
    assert reader.startswith("Read by Parents and carers: Mrs Hepzibah Marchbanks, ")
    assert "4 Larkspur Mews" in reader
    assert "“She came every day. It was a good half term.” Reviews!E2" in typed
    assert "“It was a good half term.” Reviews!E3" in typed
    assert [one for one in typed if "keep the slot" in one]
    assert [one for one in typed if "Form tutor: new seat" in one]
    assert "“Ask for help, not a kettledrum” Targets!C2" in typed
    text = text_of(sheet)
    assert "weathervane" not in text, "a session's note is in no letter"
    assert "likes the" not in text


def test_who_reads_it_stands_in_bold(book: Path, tmp_path: Path) -> None:
    sheet = sheet_of(saved(book, TOLD), tmp_path / "out", "review-outcome", "--book", str(book))
    cells = (cell for table in Document(str(sheet)).tables for row in table.rows for cell in row.cells)
    (_, reader, *_) = next(cell for cell in cells if "900001" in cell.text).paragraphs
    bold = [run.text for run in reader.runs if "Strong" in run._r.xml]
    assert "".join(bold).startswith("Parents and carers: ")


def test_a_format_that_was_not_made_and_what_is_asked_of_the_readers_row_are_printed(
    book: Path, tmp_path: Path
) -> None:
    sheet = sheet_of(saved(book, ASKED), tmp_path / "out", "review-outcome", "--book", str(book))
    notes = [one for one in block_of(sheet, "900001") if one.startswith("Look twice: ")]
    easy, phone = notes
    assert easy == "Look twice: Easy read was asked for (Contacts!O2): this is the ordinary letter."
    assert "Contacts!P2: This telephone number" in phone


def test_what_stays_a_draft_is_told_on_the_sheet_with_its_reason(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(saved(book, TOLD), out)
    path = next(out.glob("*/review-outcome-*.docx"))
    path.write_bytes(path.read_bytes() + b" ")
    run(["release", str(out), "--by", "AMM", "--book", str(book), *ON_THE_DAY])
    text = text_of(out / "release-sheet-2026-11-23.docx")
    assert "Still drafts: not to be sent" in text
    assert "It was changed in Word since it was made" in text


@pytest.mark.parametrize("more", [(), ("--with-changes",)])
def test_without_the_workbook_nothing_that_was_typed_and_nobody_is_named(
    book: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    text = text_of(sheet_of(saved(book, TOLD), tmp_path / "out", "review-outcome", *more))
    assert "Read by Parents and carers: Contacts!2" in text
    assert not [word for word in ("Zeffie", "Marchbanks", "every day", "kettledrum") if word in text]
