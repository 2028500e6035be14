"""By whom is a letter released: a code of the Staff sheet; and what is asked about it stands in the way."""

import json
from pathlib import Path

import pytest
from cli.commands import ON_THE_DAY, answered, build, ledger_of
from cli.small_school import WHOLE, saved

from mentor_xl.cli import run
from mentor_xl.safety import SafetyGate
from mentor_xl.staff_codes import from_manifest

Say = pytest.CaptureFixture[str]

STAFF = """| Staff code | Title | Forename | Surname | Role            | Signs letters | Left on    |
| AMM        | Ms    | Anna     | Mentor  | Learning mentor | Yes           |            |
| DSL        | Dr    | Dee      | Essell  | Designated safeguarding lead | No |         |
| Amy        | Ms    | Amy      | Short   | Learning mentor | No            |            |
| OLD        | Mr    | Gone     | Away    | Learning mentor | No            | 2026-08-31 |
| SN1        | Mr    | Going    | Soon    | Learning mentor | No            | 2026-11-27 |
| TW1        | Mr    | First    | Twin    | Learning mentor | No            |            |
| TW1        | Mr    | Second   | Twin    | Learning mentor | No            |            |
| UNR        | Ms    | Un       | Read    | Learning mentor | No            | in July    |
"""
_, AMM = WHOLE.split("| Staff code", 1)
OF_STAFF = WHOLE.replace("| Staff code" + AMM.split("\n\n", 1)[0] + "\n", STAFF)


@pytest.fixture
def with_staff(book: Path, out: Path) -> Path:
    """The folder, built from a workbook with more staff."""
    saved(book, OF_STAFF)
    build(book, out)
    return out


def test_the_manifest_keeps_the_codes_of_those_who_work_here_and_no_name(with_staff: Path) -> None:
    text = (with_staff / "manifest.json").read_text(encoding="utf-8")
    codes = {one.code: one for one in from_manifest(json.loads(text))}
    assert list(codes) == ["AMM", "DSL", "SN1"], "Amy might be a name; the others left, or are two"
    assert [code for code, one in codes.items() if one.is_lead] == ["DSL"]
    assert not [name for name in ("Anna", "Mentor", "Essell", "Amy", "Short", "Twin") if name in text]


@pytest.mark.parametrize(
    ("by", "day", "with_book", "code"),
    [
        (" amm ", "2026-11-23", False, "AMM"),
        ("amm", "2026-11-23", True, "AMM"),
        ("amy", "2026-11-23", True, "Amy"),
        ("SN1", "2026-11-27", False, "SN1"),
    ],
)
def test_a_code_counts_in_any_case_and_the_ledger_spells_it_as_the_sheet_does(
    book: Path, with_staff: Path, by: str, day: str, code: str, *, with_book: bool
) -> None:
    more = ("--book", str(book)) if with_book else ()
    run(["release", str(with_staff), "--by", by, "--letters", "consent", "--today", day, *more])
    assert {row["by"] for row in ledger_of(with_staff)["released"]} == {code}


@pytest.mark.parametrize("with_book", [True, False])
@pytest.mark.parametrize(
    "by", ["ZZZ", "OLD", "TW1", "UNR", "SN1", "Zephyrine", "Ms A. Mentor", "../x", "1" * 99]
)
def test_a_code_that_nobody_here_has_releases_nothing_and_is_not_repeated_where_it_might_be_a_name(
    book: Path, with_staff: Path, capsys: Say, by: str, *, with_book: bool
) -> None:
    more = ("--book", str(book)) if with_book else ()
    assert run(["release", str(with_staff), "--by", by, "--today", "2026-11-28", *more]) == 2
    said = capsys.readouterr().err
    assert "column Staff code" in said.replace("\n", " ")
    assert (by in said) is (by in ("ZZZ", "OLD", "TW1", "UNR", "SN1"))
    assert ledger_of(with_staff)["released"] == []


@pytest.mark.parametrize("staff", [None, "AMM", ["AMM"], [{"code": "AMM"}]])
def test_a_manifest_of_an_earlier_version_asks_for_the_workbook(
    book: Path, out: Path, capsys: Say, staff: object
) -> None:
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    del manifest["staff"]
    (out / "manifest.json").write_text(json.dumps({**manifest, **({"staff": staff} if staff else {})}))
    assert run(["release", str(out), "--by", "AMM", *ON_THE_DAY]) == 2
    assert "add --book BOOK" in capsys.readouterr().err
    assert run(["release", str(out), "--by", "AMM", "--book", str(book), *ON_THE_DAY]) == 0


def test_a_letter_about_whose_words_a_question_is_open_stays_a_draft_until_it_is_answered(
    book: Path, tmp_path: Path, capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"consent": ("disclosure-in-text Referrals!E2",)}
    monkeypatch.setattr(SafetyGate, "open_questions_of", lambda *them: asked.get(them[-1].kind, ()))
    out = tmp_path / "asked"
    build(book, out)
    capsys.readouterr()
    made = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["made"]
    kept = {row["kind"]: row["open_questions"] for row in (*made, *ledger_of(out)["drafts"])}
    assert kept["consent"] == ["disclosure-in-text Referrals!E2"]
    assert kept["review-invitation"] == []
    command = ("release", out, "--by", "AMM", "--letters", "consent", "--json", *ON_THE_DAY)
    for more in ((), ("--with-changes",), ("--book", book)):
        _, answer = answered(capsys, *command, *more)
        assert not answer["released"]
        assert "disclosure-in-text Referrals!E2" in answer["stays_a_draft"][0]["why"]
    asked.clear()
    assert not answered(capsys, *command)[1]["released"], "without the workbook nobody knows of an answer"
    assert answered(capsys, *command, "--book", book)[1]["released"]
