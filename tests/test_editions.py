"""Two editions of the governors' figures: the same ones may be given again, nearly the same ones never."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from a_caseload import D, Row, a, text_of
from a_whole_caseload import several

from mentor_xl.build import Build, Source, build
from mentor_xl.errors import MentorError
from mentor_xl.examine import examine
from mentor_xl.frozen import write_release
from mentor_xl.ledger import LEDGER, read_ledger
from mentor_xl.outputs import OutputFile, write_beside
from mentor_xl.planning import Selection
from mentor_xl.release import Chosen, look_over
from mentor_xl.shipped import shipped_folder
from mentor_xl.stationery import Stationery
from mentor_xl.workbook.grid import MarkdownGrid

AUTUMN, CHRISTMAS = D(2026, 11, 23), D(2026, 12, 21)
SIXTEEN = several(16)


def run(folder: Path, rows: list[Row], today: D = AUTUMN, again: tuple[str, ...] = ()) -> Build:
    examined = examine(MarkdownGrid(text_of(*rows)), today)
    stationery = Stationery((shipped_folder("letter_templates"),))
    wanted = Selection(("evaluation-report",), again=again)
    return build(examined, Source("caseload.xlsx", "0"), folder, stationery, wanted, also=lambda _: [])


def given(folder: Path, rows: list[Row] = SIXTEEN, today: D = AUTUMN) -> str:
    """Build and release both editions; the stem of the governors' one."""
    made = {one.document.audience.value: one.document.stem for one in run(folder, rows, today).made}
    release = look_over(folder, Chosen(), "KSA", today.isoformat(), today=None)
    write_release(folder, release.ledger, release.released)
    return made["governors"]


def came_of(result: Build) -> str:
    """What came of the governors' edition: made, the same as before, or why it was held back."""
    for held in result.held_back:
        assert (held.codes, held.recipient) == (("other-edition",), "Settings!2")
        return held.why
    is_made = "governors" in {one.document.audience.value for one in result.made}
    return "made" if is_made else "released before"


def entry(folder: Path, state: str) -> dict[str, Any]:
    rows = json.loads((folder / LEDGER).read_text(encoding="utf-8"))[state]
    (found,) = (row for row in rows if row["audience"] == "governors")
    return found


def test_the_same_figures_may_be_given_again(tmp_path: Path) -> None:
    stem = given(tmp_path)
    later, signed_by_another = D(2026, 12, 1), [a("Staff", "Title=Dr"), *SIXTEEN]
    assert came_of(run(tmp_path, SIXTEEN, later)) == "released before"
    assert came_of(run(tmp_path, signed_by_another, later, again=(stem,))) == "made"
    assert entry(tmp_path, "drafts")["figures"] == entry(tmp_path, "released")["figures"]


OTHERWISE = {
    "one more": [*SIXTEEN, *several(1, first=17)],
    "many more": [*SIXTEEN, *several(9, first=17)],
    "another in the place of one": [*SIXTEEN[:-4], *several(1, first=17)],
    "one whose record has changed": [*several(8), *several(8, "EAL=Yes", first=9)],
    "another smallest count": [a("Settings", "Hide counts below=6"), *SIXTEEN],
}


@pytest.mark.parametrize("what", OTHERWISE)
def test_others_for_the_same_half_term_are_held_back(what: str, tmp_path: Path) -> None:
    stem = given(tmp_path)
    before = {place.name: place.read_bytes() for place in (tmp_path / "caseload").iterdir()}
    for again in ((), (stem,)):
        why = came_of(run(tmp_path, OTHERWISE[what], again=again))
        assert why.startswith("The figures up to 2026-10-23 have been released")
    assert before.items() <= {p.name: p.read_bytes() for p in (tmp_path / "caseload").iterdir()}.items()


AT_CHRISTMAS = {
    16: "made", 17: "held", 20: "held", 21: "made", 15: "held", 12: "held", 11: "made",
}  # fmt: skip


@pytest.mark.parametrize("number", AT_CHRISTMAS)
def test_in_a_later_half_term_they_are_held_back_for_a_few_pupils_more_or_less(
    number: int, tmp_path: Path
) -> None:
    given(tmp_path)
    came = came_of(run(tmp_path, several(number), CHRISTMAS))
    assert came.partition(" ")[0] == {"made": "made", "held": "Nearly"}[AT_CHRISTMAS[number]]


def test_as_many_others_are_a_few_too_and_any_released_edition_counts(tmp_path: Path) -> None:
    given(tmp_path)
    assert came_of(run(tmp_path, [*SIXTEEN[:-4], *several(1, first=17)], CHRISTMAS)).startswith("Nearly")
    given(tmp_path, several(30), CHRISTMAS)
    assert came_of(run(tmp_path, several(18), D(2027, 2, 13))).startswith("Nearly")


def test_a_few_are_as_many_as_the_school_hides(tmp_path: Path) -> None:
    least = a("Settings", "Hide counts below=3")
    given(tmp_path, [least, *SIXTEEN])
    assert came_of(run(tmp_path, [least, *several(18)], CHRISTMAS)).startswith("Nearly")
    assert came_of(run(tmp_path, [least, *several(19)], CHRISTMAS)) == "made"


def test_a_draft_that_nobody_released_stands_in_nobodys_way(tmp_path: Path) -> None:
    run(tmp_path, SIXTEEN)
    assert came_of(run(tmp_path, several(17))) == "made"


def test_the_ledger_tells_no_pupil_and_none_can_be_tried_alone(tmp_path: Path) -> None:
    given(tmp_path)
    text = (tmp_path / LEDGER).read_text(encoding="utf-8")
    assert not [n for n in range(1, 17) if f"{n:06}" in text]
    kept = entry(tmp_path, "released")["figures"]
    assert (kept["up_to"], kept["pupils"]) == ("2026-10-23", 16)
    digests = {hashlib.sha256(f"{n:06}".encode()).hexdigest() for n in range(1, 17)}
    assert not [digest for digest in digests if digest[:12] in text]


@pytest.mark.parametrize("wrong", [{"pupils": "16"}, {"pupils": True}, {"up_to": None}, {"more": 1}, []])
def test_a_ledger_with_something_else_in_its_figures_is_not_gone_by(wrong: Any, tmp_path: Path) -> None:
    given(tmp_path)
    rows = json.loads((tmp_path / LEDGER).read_text(encoding="utf-8"))
    for row in rows["released"]:
        row["figures"] = {**row["figures"], **wrong} if wrong and row["figures"] else wrong
    write_beside(tmp_path, [OutputFile(LEDGER, json.dumps(rows).encode())])
    with pytest.raises(MentorError, match="could not be read"):
        read_ledger(tmp_path)
