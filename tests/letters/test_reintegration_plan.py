"""When the plan of a return is made, what holds it back, and how its steps are told."""

import pytest
from a_caseload import CALENDAR, Row, a, all_text, made, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.letters.reintegration_plan import ReintegrationPlan

EVERYBODY = ["parent Contacts!2", "pupil Pupils!2", "teacher Pupils!2"]
SUSPENSION = "Pupil ID=000001; Event=Suspension; Date=2026-11-18; Ends on=2026-11-20; Reasons=DB; Note=SECRET"


def step(cells: str) -> Row:
    return a("Steps", f"Pupil ID=000001; Step=1; What=Sit in reception; {cells}")


def plan(*rows: Row, audience: Audience = Audience.PARENT, asked: bool = False) -> ReintegrationPlan:
    context = the_document(made("reintegration-plan", *rows, asked=asked), audience).context
    assert isinstance(context, ReintegrationPlan)
    return context


def test_it_is_made_only_where_somebody_asks_for_the_kind() -> None:
    assert kinds()["reintegration-plan"].is_on_request


MOMENTS = {
    "Steps: Step=": EVERYBODY,
    "Steps: Planned for=2026-11-25": EVERYBODY,
    "Steps: Done on=2026-11-16; Outcome=Managed": [],
    "Steps: Outcome=Not tried": EVERYBODY,
    "Steps: What=": ["missing-value"] * 3,
    "Pupils: Part-time timetable=Yes; Part-time timetable ends=2026-12-11": EVERYBODY,
    "Pupils: Part-time timetable=Yes; Part-time timetable ends=2026-11-23": EVERYBODY,
    "Pupils: Part-time timetable=Yes": ["part-time-without-end"] * 3,
    "Pupils: Part-time timetable=Yes; Part-time timetable ends=2026-11-20": ["part-time-past-its-end"] * 3,
    "Pupils: Part-time timetable=No; Part-time timetable ends=2026-12-11": [],
    "Events: Days=3": EVERYBODY,
    "Events: Date=2026-10-05; Ends on=2026-10-07": [],
    "Events: Ends on=": [],
    "Events: Event=Other": [],
}


@pytest.mark.parametrize("row", MOMENTS)
def test_a_plan_is_made_while_somebody_is_on_the_way_back(row: str) -> None:
    sheet, _, cells = row.partition(": ")
    rows = {"Steps": step(cells), "Events": a("Events", f"{SUSPENSION}; {cells}")}
    assert outcome(made("reintegration-plan", rows.get(sheet) or a(sheet, cells))) == MOMENTS[row]


def test_a_pupil_who_is_not_away_and_has_no_steps_has_no_plan() -> None:
    assert outcome(made("reintegration-plan")) == []


ASKED = {
    "Done on=2026-10-05; Outcome=Managed": EVERYBODY,
    "Pupil ID=000002": ["no-plan-of-return"],
}


@pytest.mark.parametrize("cells", ASKED)
def test_a_person_who_asks_gets_the_plan_of_a_return_that_is_over_or_hears_that_there_is_none(
    cells: str,
) -> None:
    rows = (a("Pupils"), a("Pupils", "Pupil ID=000002"), step(cells))
    found = outcome(made("reintegration-plan", *rows, asked=True))
    assert found == ASKED[cells]


def test_a_time_away_that_is_long_past_is_not_told_of_even_where_a_person_asks() -> None:
    event = a("Events", f"{SUSPENSION}; Date=2026-06-01; Ends on=2026-06-02")
    assert outcome(made("reintegration-plan", event, asked=True)) == ["no-plan-of-return"]


# -- the steps -------------------------------------------------------------------------------------------

STEPS = {
    "Planned for=2026-11-25": ("Wednesday 25 November 2026", ""),
    "Planned for=2026-11-23": ("Monday 23 November 2026", ""),
    "Planned for=2026-11-20": ("", ""),
    "Planned for=soon": ("", ""),
    "": ("", ""),
    "Done on=2026-11-16": ("", "Done on 16 November 2026"),
    "Done on=2026-11-30": ("", ""),
    "Done on=2026-11-16; Outcome=Managed": ("", "Managed on 16 November 2026"),
    "Done on=2026-11-16; Outcome=Partly": ("", "Partly there on 16 November 2026"),
    "Done on=2026-11-16; Outcome=Stepped back": ("", "Stepped back on 16 November 2026"),
    "Outcome=Stepped back": ("", "Stepped back"),
    "Outcome=Not tried; Planned for=2026-11-25": ("Wednesday 25 November 2026", ""),
    "Planned for=2026-11-25; Done on=2026-11-16; Outcome=Managed": ("", "Managed on 16 November 2026"),
}


@pytest.mark.parametrize("cells", STEPS)
def test_a_step_is_told_by_its_day_to_come_or_by_how_it_went(cells: str) -> None:
    (line,) = plan(step(cells), asked=True).plan.steps
    assert (line.planned_for, line.went) == STEPS[cells]


def test_steps_stand_in_the_order_of_their_numbers_and_the_first_to_come_is_next() -> None:
    rows = (
        step("Step=3; What=Third"),
        step("Step=1; What=First; Done on=2026-11-16; Outcome=Managed"),
        step("Step=2; What=Second; Planned for=2026-11-25"),
    )
    told = plan(*rows).plan
    assert [line.what for line in told.steps] == ["First", "Second", "Third"]
    assert (told.next_step, told.next_step_on) == ("Second", "Wednesday 25 November 2026")


def test_only_the_pupils_own_steps_are_told() -> None:
    rows = (a("Pupils"), a("Pupils", "Pupil ID=000002"), step(""), step("Pupil ID=000002; What=HERS"))
    assert [line.what for line in plan(*rows).plan.steps] == ["Sit in reception"]


# -- days, people, and what is never told ------------------------------------------------------------------


def test_the_first_day_back_is_the_school_day_after_the_time_away() -> None:
    told = plan(a("Events", f"{SUSPENSION}; Ends on=2026-11-26")).plan
    # Friday 27 November is an INSET day.
    assert (told.back_on, told.is_back) == ("Monday 30 November 2026", False)
    assert plan(a("Events", SUSPENSION)).plan.is_back


@pytest.mark.parametrize("audience", [Audience.PARENT, Audience.PUPIL, Audience.TEACHER])
def test_why_somebody_was_away_is_in_nothing_that_anybody_reads(audience: Audience) -> None:
    text = all_text(plan(a("Events", SUSPENSION), audience=audience))
    assert not any(word in text for word in ("Suspension", "suspen", "DB", "SECRET", "18 November"))


ENDS = {
    "Part-time timetable ends=2026-12-11": "Friday 11 December 2026",
    "Part-time timetable ends=": "Thursday 10 December 2026",
}


@pytest.mark.parametrize("cells", ENDS)
def test_the_part_time_timetable_has_the_end_that_the_pupils_row_or_else_its_start_names(cells: str) -> None:
    started = "Pupil ID=000001; Event=Part-time timetable started; Date=2026-11-03; Ends on=2026-12-10"
    told = plan(a("Pupils", f"Part-time timetable=Yes; {cells}"), a("Events", started)).plan
    assert told.part_time_until == ENDS[cells]


def test_the_meeting_that_is_about_the_plan_is_told_before_any_other() -> None:
    rows = (
        step(""),
        a("Reviews"),
        a("Reviews", "Review=Part-time timetable review; Booked for=2026-12-08"),
    )
    assert plan(*rows).plan.review == "Tuesday 8 December 2026"
    assert plan(*rows[:2]).plan.review == "Thursday 3 December 2026"
    assert plan(step("")).plan.review == ""


def test_the_mentor_and_the_pastoral_manager_are_those_to_go_to() -> None:
    people = plan(step("")).people
    assert [(one.name, one.role) for one in people] == [
        ("Mrs Kathleen Salt", "learning mentor"),
        ("Mr S. O'Neill", "pastoral manager"),
    ]
    alone = plan(step(""), a("Settings", "Pastoral manager=Mrs K. Salt")).people
    assert [one.name for one in alone] == ["Mrs Kathleen Salt"]


def test_only_the_family_is_given_a_day_to_answer_by() -> None:
    assert plan(step("")).reply_by == "Tuesday 1 December 2026"
    assert plan(step(""), audience=Audience.PUPIL).reply_by == ""
    assert plan(step(""), audience=Audience.TEACHER).reply_by == ""


def test_only_those_with_parental_responsibility_are_asked_to_agree() -> None:
    assert plan(step("")).signers == ("Mrs Ada Aske",)
    assert plan(step(""), a("Contacts", "Parental responsibility=No")).signers == ()


LOW = {"Yes": True, "No": False, "": False, "see plan": True}


@pytest.mark.parametrize("typed", LOW)
def test_a_low_demand_profile_is_heeded_and_a_cell_that_nobody_can_read_counts_as_one(typed: str) -> None:
    pupil = a("Pupils", f"Low-demand approach={typed}")
    assert plan(step(""), pupil, audience=Audience.PUPIL).low_demand is LOW[typed]


def test_without_a_calendar_the_first_day_back_is_left_out_and_not_guessed() -> None:
    found = made("reintegration-plan", a("Events", SUSPENSION), calendar=CALENDAR[:0])
    context = the_document(found, Audience.PARENT).context
    assert isinstance(context, ReintegrationPlan)
    assert context.plan.back_on == ""
