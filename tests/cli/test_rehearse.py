"""``mentor-xl rehearse``: one page to file, an exit code, nobody's name, and an untouched workbook."""

from pathlib import Path
from typing import Any

import pytest
from cli.commands import ON_THE_DAY, answered, files_in, text_of
from cli.small_school import NAMES, NOTES

from mentor_xl.cli import results, run
from mentor_xl.workbook.our_sheets import LetterRow

PAGE = "rehearsal-2026-11-23.docx"


def test_the_page_the_terminal_and_the_json_say_that_nothing_was_let_through_and_name_nobody(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(book.parent)
    code, answer = answered(capsys, "rehearse", book, "-o", tmp_path / "out", "--json", *ON_THE_DAY)
    assert (code, answer["page"]) == (0, PAGE)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [PAGE], "no letter is kept"
    assert {place: files_in(book.parent)[place] for place in before} == before
    page = text_of(tmp_path / "out" / PAGE)
    assert answer["workbook"]["sha256"] in page
    assert book.name in page
    for sort in answer["sorts"]:
        assert sort["what"] in page
        assert sort["gate"] in page
        assert sort["planted"]
        assert (sort["let_through"], sort["unclear"]) == ([], 0)
    for word in (*NAMES, *NOTES, "Zqx"):
        assert word not in page
        assert word not in str(answer)


def test_results_that_quoted_a_name_are_caught_and_said_so(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def telling(result: Any) -> list[LetterRow]:
        name = result.examined.casebook.pupils[0].legal_surname
        return [LetterRow(kind="consent", ref="900001", audience="", recipient="", state="held", why=name)]

    monkeypatch.setattr(results, "_letters", telling)
    assert run(["rehearse", str(book), "-o", str(tmp_path), *ON_THE_DAY]) == 1
    said = capsys.readouterr().out
    assert "Let through: results.xlsx, from Pupils or Contacts." in said
    assert "Send no letter until this is mended." in said
    assert "results.xlsx, from Pupils or Contacts" in text_of(tmp_path / PAGE)
    assert not [word for word in NAMES if word in said]


def test_where_no_letter_can_be_made_nothing_is_proved_and_the_page_says_so(
    quiet_book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["rehearse", str(quiet_book), "-o", str(tmp_path), *ON_THE_DAY])
    assert "Not proved, since too few letters are made here: A person kept" in text_of(tmp_path / PAGE)
    assert "Not proved" in capsys.readouterr().out
