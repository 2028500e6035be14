"""Does ``new`` make a workbook that the other commands understand, and never write over one?"""

from pathlib import Path

import pytest
from cli.commands import ON_THE_DAY, answered

from mentor_xl.cli import run

Say = pytest.CaptureFixture[str]


def test_a_new_workbook_asks_for_the_school_s_name_and_nothing_else(tmp_path: Path, capsys: Say) -> None:
    path = tmp_path / "caseload.xlsx"
    assert run(["new", str(path), *ON_THE_DAY]) == 0
    assert "caseload.xlsx" in capsys.readouterr().out
    _, answer = answered(capsys, "check", path, "--json", *ON_THE_DAY)
    assert [(problem["sheet"], problem["code"]) for problem in answer["problems"]] == [
        ("Settings", "missing-value")
    ]


def test_a_sample_has_as_many_pupils_as_were_asked_for(tmp_path: Path, capsys: Say) -> None:
    path = tmp_path / "sample.xlsx"
    assert run(["new", str(path), "--sample", "12", *ON_THE_DAY]) == 0
    assert "12 made-up pupils" in capsys.readouterr().out
    _, answer = answered(capsys, "due", path, "--json", *ON_THE_DAY)
    assert answer["due"]


def test_the_same_seed_makes_the_same_sample(tmp_path: Path) -> None:
    made = {}
    for name, seed in (("one", "7"), ("again", "7"), ("other", "8")):
        path = tmp_path / name / "sample.xlsx"
        path.parent.mkdir()
        assert run(["new", str(path), "--sample", "5", "--seed", seed, *ON_THE_DAY]) == 0
        made[name] = path.read_bytes()
    assert made["one"] == made["again"]
    assert made["one"] != made["other"]


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path, capsys: Say) -> None:
    path = tmp_path / "caseload.xlsx"
    path.write_bytes(b"a year's work")
    assert run(["new", str(path), *ON_THE_DAY]) == 2
    assert "is there already" in capsys.readouterr().err
    assert path.read_bytes() == b"a year's work"


def test_force_writes_over_it(tmp_path: Path) -> None:
    path = tmp_path / "caseload.xlsx"
    path.write_bytes(b"an old trial")
    assert run(["new", str(path), "--force", *ON_THE_DAY]) == 0
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["plain", "force"])
def test_a_folder_that_is_not_there_gives_1_and_a_sentence(
    force: tuple[str, ...], tmp_path: Path, capsys: Say
) -> None:
    assert run(["new", str(tmp_path / "nowhere" / "caseload.xlsx"), *force, *ON_THE_DAY]) == 1
    assert "could not be written" in capsys.readouterr().err
