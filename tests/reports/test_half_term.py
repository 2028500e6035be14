"""Governors are told how it stood when the last half term ended, on whichever day they ask."""

import pytest
from a_caseload import CALENDAR, D, Row, a, all_text, outcome, text_of
from a_whole_caseload import planned, several, the_page

from mentor_xl.audience import Audience
from mentor_xl.documents import Document, HeldBack
from mentor_xl.examine import examine
from mentor_xl.planning import Selection, plan
from mentor_xl.reports.evaluation_report import EvaluationReport
from mentor_xl.workbook.grid import MarkdownGrid

KIND = "evaluation-report"
OF_THE_DAY = ("school", "letter", "readers", "signatory")


def figures(*rows: Row, today: D) -> str:
    """All that the governors' edition tells, but for the day it is written."""
    page = the_page(KIND, Audience.GOVERNORS, *rows, today=today)
    assert isinstance(page, EvaluationReport)
    told = {name: getattr(page, name) for name in EvaluationReport.model_fields if name not in OF_THE_DAY}
    return repr(told)


def before(*, pupil: str = "", case: str = "") -> list[Row]:
    """Ten pupils, of whom the first one's cells are given."""
    rows = [
        *several(1, f"SEN status=K; {pupil}", case),
        *several(9, "SEN status=N; EAL=Yes", first=2),
        a("Scales"),
    ]
    for n in range(1, 11):
        rows += [a("Targets", f"Target ID=T{n}; Case ID=C{n}; Scored on=2026-10-19")]
        rows += [a("Sessions", f"Pupil ID={n:06}; Date=2026-10-12"), a("Measures", f"Pupil ID={n:06}")]
        rows += [a("Measures", f"Pupil ID={n:06}; Taken on=2026-10-20; Phase=Middle; Score=7")]
    return rows


SINCE: dict[str, list[Row]] = {
    "a pupil joins": several(1, "Admission date=2026-11-03", "", "Received on=2026-11-03", first=11),
    "a case starts": several(1, "SEN status=E", "Started on=2026-11-04", "Received on=2026-11-02", first=11),
    "mentoring ends": before(case="Status=Closed; Closed on=2026-11-05; Closing reason=Moved school"),
    "a plan is issued": before(pupil="SEN status=E; EHCP issued=2026-11-09"),
    "a child comes into care": before(
        pupil="Looked after=Looked after; Social care status=Looked after; Came into care=2026-11-09"
    ),
    "a referral comes": [a("Referrals", "Referral ID=R90; Pupil ID=000001; Received on=2026-11-02")],
    "a target is scored": [a("Targets", "Target ID=T90; Case ID=C1; Score=-2; Scored on=2026-11-10")],
    "a target is set": [a("Targets", "Target ID=T91; Case ID=C1; Score=-2; Set on=2026-11-10")],
    "a session is held": [a("Sessions", "Minutes=90; Date=2026-11-10")],
    "a measure is taken": [a("Measures", "Taken on=2026-11-11; Phase=Middle; Score=1")],
}


@pytest.mark.parametrize("what", SINCE)
def test_what_has_happened_since_changes_no_figure_until_the_half_term_ends(what: str) -> None:
    is_whole = len(SINCE[what]) > 10
    now = SINCE[what] if is_whole else [*before(), *SINCE[what]]
    frozen = figures(*before(), today=D(2026, 10, 24))
    assert "Figures up to 23 October 2026, from 1 September 2026" in frozen
    assert [figures(*now, today=day) == frozen for day in (D(2026, 11, 12), D(2026, 12, 18))] == [True, True]
    assert figures(*now, today=D(2026, 12, 19)) != frozen


def test_a_referral_that_was_decided_since_still_waits() -> None:
    waiting = [
        a("Referrals", f"Referral ID=R9{n}; Pupil ID=000001; Decision=Waiting; Decided on=") for n in range(5)
    ]
    accepted = [
        a("Referrals", f"Referral ID=R9{n}; Pupil ID=000001; Decided on=2026-11-03") for n in range(5)
    ]
    day = D(2026, 11, 12)
    assert figures(*before(), *accepted, today=day) == figures(*before(), *waiting, today=day)


def test_those_who_lead_are_told_how_it_stands_today() -> None:
    rows = [*before(), *SINCE["a case starts"]]
    leader = all_text(the_page(KIND, Audience.LEADER, *rows, today=D(2026, 11, 12)))
    assert "Figures up to 12 November 2026" in leader
    assert "11 pupils had mentoring" in leader
    assert "10 pupils had mentoring" in figures(*rows, today=D(2026, 11, 12))


def test_a_plan_that_was_reviewed_before_is_no_first_one() -> None:
    rows = before(pupil="SEN status=E; EHCP issued=2026-11-09; EHCP last review=2026-03-09")
    plain = before(pupil="SEN status=E; EHCP issued=2025-11-09")
    assert figures(*rows, today=D(2026, 11, 12)) == figures(*plain, today=D(2026, 11, 12))


NO_END = {
    "": "Calendar: ",
    CALENDAR.splitlines()[1]
    + "\n| From | To | Kind | Name |\n| 2026-11-27 | | INSET day | |\n": "Calendar!B2: ",
    CALENDAR.replace("2026-10-23", "2026-11-20"): "",
    CALENDAR.replace("2026-10-23", "in October"): "Calendar!B2: ",
    CALENDAR.replace("2026-09-03", "2026-10-30").replace("2026-10-23", "2026-11-23"): "Calendar!B2: ",
}


@pytest.mark.parametrize("calendar", NO_END)
def test_before_a_half_term_has_ended_for_certain_it_is_held_back_with_the_cell(calendar: str) -> None:
    examined = examine(MarkdownGrid(text_of(*several(6), calendar=calendar)), D(2026, 11, 23))
    leader, governors = plan(examined, Selection((KIND,)))
    assert isinstance(leader, Document)
    if NO_END[calendar]:
        assert isinstance(governors, HeldBack)
        assert governors.codes == ("no-half-term",)
        assert governors.why.startswith(NO_END[calendar])
    else:
        assert isinstance(governors, Document)


def test_of_too_few_at_the_end_of_the_half_term_governors_are_told_nothing() -> None:
    rows = [*several(4), *several(3, case="Started on=2026-11-04", first=5)]
    assert outcome(planned(KIND, *rows)) == ["leader Settings!8", "too-few-pupils"]
