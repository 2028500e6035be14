"""What do other programs get: exactly which fields, of which kind?"""

import datetime as dt
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from cli.commands import ON_THE_DAY, answered, files_in
from cli.small_school import TODAY, WHOLE, saved

from mentor_xl.cli import run
from mentor_xl.deadlines import STATES

Say = pytest.CaptureFixture[str]

PROBLEM = ["code", "severity", "sheet", "cell", "row", "heading", "ref", "message", "fix", "blocks", "answer"]
DUE = [
    "ref", "rule", "reference", "name", "about", "counted_from", "legal_last_day", "act_by", "booked_for",
    "held_on", "state", "strength", "why",
]  # fmt: skip
MADE = ["kind", "ref", "audience", "recipient", "path", "sha256", "template_sha256", "open_questions"]
HELD_BACK = ["kind", "ref", "recipient", "why", "codes"]

LUKE = "| '900009  | Winterbourne | Luke | | '02/13/2014 | | |\n"
"""A pupil whose date of birth has no such month."""


def with_an_error(path: Path) -> Path:
    """The small school with one more pupil, whose date of birth cannot be read."""
    head, contacts, rest = WHOLE.partition("\n# Contacts")
    return saved(path, head.rstrip("\n") + "\n" + LUKE + contacts + rest)


def _is_date(value: Any) -> bool:
    return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value


def test_check_gives_every_problem_with_its_place_and_what_waits_for_it(tmp_path: Path, capsys: Say) -> None:
    code, answer = answered(capsys, "check", with_an_error(tmp_path / "caseload.xlsx"), "--json", *ON_THE_DAY)
    assert code == 1
    assert list(answer) == ["workbook", "today", "problems", "summary"]
    assert (answer["workbook"], answer["today"]) == ("caseload.xlsx", TODAY)
    assert all(list(problem) == PROBLEM for problem in answer["problems"])
    (error,) = [problem for problem in answer["problems"] if problem["severity"] == "error"]
    assert error["sheet"] == "Pupils"
    assert (error["cell"], error["row"], error["heading"]) == ("E5", 5, "Date of birth")
    assert error["ref"] == "900009"
    assert "02/13/2014" in error["message"]
    assert error["fix"].endswith(".")
    assert isinstance(error["blocks"], list)


def test_the_summary_of_check_counts_what_it_lists(tmp_path: Path, capsys: Say) -> None:
    _, answer = answered(capsys, "check", with_an_error(tmp_path / "caseload.xlsx"), "--json", *ON_THE_DAY)
    severities = [problem["severity"] for problem in answer["problems"]]
    assert list(answer["summary"]) == ["error", "query", "note"]
    assert answer["summary"] == {name: severities.count(name) for name in ("error", "query", "note")}


def test_serious_problems_come_first(tmp_path: Path, capsys: Say) -> None:
    _, answer = answered(capsys, "check", with_an_error(tmp_path / "caseload.xlsx"), "--json", *ON_THE_DAY)
    ranks = [["error", "query", "note"].index(problem["severity"]) for problem in answer["problems"]]
    assert ranks == sorted(ranks)


def test_due_gives_every_date_with_how_it_was_counted(book: Path, capsys: Say) -> None:
    code, answer = answered(capsys, "due", book, "--json", *ON_THE_DAY)
    assert code == 0
    assert list(answer) == ["workbook", "today", "due"]
    assert (answer["workbook"], answer["today"]) == ("caseload.xlsx", TODAY)
    for due in answer["due"]:
        assert list(due) == DUE
        assert list(due["about"]) == ["sheet", "row", "key"]
        days = [due[name] for name in DUE if name.endswith(("_on", "_by", "_day", "_for", "_from"))]
        assert all(day is None or _is_date(day) for day in days)
        assert due["state"] in STATES
        assert due["strength"] in ("hard", "soft")


def test_a_review_that_is_overdue_says_so_with_its_booking(book: Path, capsys: Say) -> None:
    _, answer = answered(capsys, "due", book, "--json", *ON_THE_DAY)
    (review,) = [due for due in answer["due"] if (due["rule"], due["ref"]) == ("mentoring-review", "900001")]
    assert review["about"] == {"sheet": "Cases", "row": 2, "key": "C1"}
    assert (review["reference"], review["name"]) == ("MENTORING-REVIEW", "Mentoring review")
    assert (review["counted_from"], review["legal_last_day"]) == ("2026-09-14", None)
    assert (review["act_by"], review["booked_for"]) == ("2026-11-06", "2026-12-03")
    assert (review["held_on"], review["state"], review["strength"]) == (None, "overdue", "soft")


def test_build_leaves_a_folder_for_each_pupil_the_results_and_a_manifest(
    book: Path, tmp_path: Path, capsys: Say
) -> None:
    out = tmp_path / "out"
    code, answer = answered(capsys, "build", book, "-o", out, "--json", *ON_THE_DAY)
    assert code == 1
    paths = [row["path"] for row in answer["made"]]
    assert sorted(files_in(out)) == sorted([*paths, "ledger.json", "manifest.json", "results.xlsx"])
    assert all(re.fullmatch(r"90000\d/[a-z-]+-[0-9a-f]{6}\.docx", path) for path in paths)
    assert {path.partition("/")[0] for path in paths} == {"900001", "900002", "900003"}


def test_the_manifest_holds_what_was_made_and_what_was_held_back(
    book: Path, tmp_path: Path, capsys: Say
) -> None:
    out = tmp_path / "out"
    _, answer = answered(capsys, "build", book, "-o", out, "--json", *ON_THE_DAY)
    _, manifest = manifest_of(out)
    assert list(manifest) == ["today", "workbook", "staff", "made", "held_back"]
    assert manifest["today"] == TODAY
    assert manifest["workbook"] == {
        "name": "caseload.xlsx",
        "sha256": hashlib.sha256(book.read_bytes()).hexdigest(),
    }
    digests = files_in(out)
    for row in manifest["made"]:
        assert list(row) == MADE
        assert row["sha256"] == digests[row["path"]]
        assert re.fullmatch("[0-9a-f]{64}", row["template_sha256"])
        assert re.fullmatch(r"(Contacts|Pupils|Agencies|Settings)!\d+", row["recipient"])
        assert row["audience"] in ("parent", "pupil", "agency", "leader")
    assert [list(row) for row in manifest["held_back"]] == [HELD_BACK]
    held = manifest["held_back"][0]
    assert (held["kind"], held["ref"], held["recipient"]) == ("review-invitation", "900003", None)
    assert held["why"].endswith(".")
    assert held["codes"]
    assert (answer["made"], answer["held_back"]) == (manifest["made"], manifest["held_back"])


def manifest_of(folder: Path) -> tuple[str, Any]:
    """The manifest as text and as values."""
    import json  # noqa: PLC0415

    text = (folder / "manifest.json").read_text(encoding="utf-8")
    return text, json.loads(text)


def test_letters_says_what_build_then_makes(book: Path, tmp_path: Path, capsys: Say) -> None:
    _, planned = answered(capsys, "letters", book, "--json", *ON_THE_DAY)
    _, built = answered(capsys, "build", book, "-o", tmp_path / "out", "--json", *ON_THE_DAY)
    made = [(row["kind"], row["ref"], row["recipient"], Path(row["path"]).name) for row in built["made"]]
    would = [(row["kind"], row["ref"], row["recipient"], row["file"]) for row in planned["would_make"]]
    assert would == made
    assert planned["held_back"] == built["held_back"]


def test_only_what_was_asked_for_is_made(book: Path, tmp_path: Path, capsys: Say) -> None:
    asked = ("--letters", "progress-report", "--pupil", "900001")
    _, answer = answered(capsys, "build", book, "-o", tmp_path / "out", *asked, "--json", *ON_THE_DAY)
    assert {(row["kind"], row["ref"]) for row in answer["made"]} == {("progress-report", "900001")}
    assert run(["check", str(book), *ON_THE_DAY]) == 1
