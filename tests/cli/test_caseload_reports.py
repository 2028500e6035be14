"""Reports that are about no one pupil: asked for, made once, in a folder of their own, and kept in order."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli.commands import ON_THE_DAY, answered, files_in
from openpyxl import load_workbook

from mentor_xl.cli import run
from mentor_xl.shipped import shipped_folder

Say = pytest.CaptureFixture[str]
BOOK = shipped_folder("workbook_templates") / "example_caseload.xlsx"


def built(folder: Path, capsys: Say, *more: str) -> tuple[int, Any]:
    return answered(capsys, "build", BOOK, "-o", folder, "--json", *ON_THE_DAY, *more)


def test_nobody_gets_one_unasked(capsys: Say) -> None:
    _, answer = answered(capsys, "build", BOOK, "--dry-run", "--json", *ON_THE_DAY)
    assert not {"caseload-report", "evaluation-report"} & {row["kind"] for row in answer["would_make"]}


def test_it_lies_in_a_folder_of_its_own_and_is_about_no_pupil(tmp_path: Path, capsys: Say) -> None:
    _, answer = built(tmp_path, capsys, "--letters", "caseload-report,evaluation-report")
    assert [(row["kind"], row["ref"], row["audience"]) for row in answer["made"]] == [
        ("caseload-report", None, "leader"),
        ("evaluation-report", None, "leader"),
        ("evaluation-report", None, "governors"),
    ]
    assert {Path(row["path"]).parent.as_posix() for row in answer["made"]} == {"caseload"}
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert [row["ref"] for row in manifest["made"]] == [None] * 3
    assert all((tmp_path / row["path"]).is_file() for row in manifest["made"])


def test_the_results_list_it_without_a_pupil(tmp_path: Path, capsys: Say) -> None:
    built(tmp_path, capsys, "--letters", "caseload-report")
    (row,) = list(load_workbook(tmp_path / "results.xlsx")["Letters"].iter_rows(min_row=2, values_only=True))
    assert row[:4] == ("made", "caseload-report", None, "leader")


def test_a_later_run_for_pupils_leaves_it_and_one_like_it_makes_it_again(tmp_path: Path, capsys: Say) -> None:
    built(tmp_path, capsys, "--letters", "caseload-report")
    first = files_in(tmp_path)
    (report,) = (path for path in first if path.startswith("caseload/"))
    built(tmp_path, capsys, "--letters", "progress-report", "--pupil", "004101")
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert report in [row["path"] for row in manifest["made"]]
    built(tmp_path, capsys, "--letters", "caseload-report")
    again = files_in(tmp_path)
    assert again[report] == first[report]
    assert [path for path in again if path.startswith("caseload/")] == [report]


def test_with_a_pupil_it_is_refused_with_a_sentence(capsys: Say) -> None:
    code = run(
        ["build", str(BOOK), "--dry-run", "--letters", "caseload-report", "--pupil", "004101", *ON_THE_DAY]
    )
    assert code == 2
    assert "caseload-report is about the whole caseload: leave out --pupil." in capsys.readouterr().err


def test_what_would_be_made_is_shown_without_a_pupil(capsys: Say) -> None:
    run(["letters", str(BOOK), "--letters", "evaluation-report", *ON_THE_DAY])
    shown = capsys.readouterr().out
    assert "evaluation-report" in shown
    assert "2 to be made, 0 held back" in shown
    _, answer = answered(capsys, "letters", BOOK, "--json", "--letters", "evaluation-report", *ON_THE_DAY)
    assert [row["ref"] for row in answer["would_make"]] == [None, None]


def test_no_name_of_a_pupil_stands_in_the_manifest_or_on_the_screen(tmp_path: Path, capsys: Say) -> None:
    run(
        [
            "build",
            str(BOOK),
            "-o",
            str(tmp_path),
            "--letters",
            "caseload-report,evaluation-report",
            *ON_THE_DAY,
        ]
    )
    said = capsys.readouterr().out + (tmp_path / "manifest.json").read_text(encoding="utf-8")
    surnames = [row[2].value for row in load_workbook(BOOK)["Pupils"].iter_rows(min_row=2, max_row=31)]
    assert len(surnames) == 30
    assert not [name for name in surnames if str(name) in said]
