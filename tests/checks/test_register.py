"""How findings become problems: where, whose, how grave, and what they hold back."""

from collections.abc import Iterator

import pytest
from checks.example_workbook import grid_of, inspect, problems_of, read, sheets_with

from mentor_xl.checks import Finding, Inspection, run_checks
from mentor_xl.checks.register import Check, check
from mentor_xl.problems import Place, Problem, Severity
from mentor_xl.workbook.reading import read_casebook


def _one(rows: list[str], code: str) -> Problem:
    (problem,) = [problem for problem in problems_of(rows) if problem.code == code]
    return problem


def test_a_problem_stands_at_the_cell_under_the_heading_as_typed() -> None:
    sheets = sheets_with(["Cases: Status=Closed, Closed on=, Closing reason=Planned end"])
    problem = _one(["Cases: Status=Closed, Closed on=, Closing reason=Planned end"], "closed-without-date")
    column = list(sheets["Cases"][0]).index("Closed on")
    assert problem.place == Place("Cases", 2, column, "Closed on")
    assert problem.ref == "004511"
    assert problem.fix == "Fill in the day; or change Status if mentoring goes on."


def test_a_target_is_its_cases_pupils() -> None:
    assert _one(["Targets: Score=1, Scored on="], "score-without-date").ref == "004511"


def test_what_is_about_nobody_has_no_pupil() -> None:
    assert _one(["Agencies: Checked on="], "agency-not-checked").ref is None


def test_an_error_holds_back_what_uses_its_cell_and_a_query_nothing() -> None:
    waiting = {("Targets", "Review by"): ("target-review",), ("Agencies", "Checked on"): ("agency-referral",)}
    rows = ["Targets: Review by=2026-09-04", "Agencies: Checked on="]
    problems = run_checks(inspect(read(rows).casebook), waiting)
    blocks = {problem.code: problem.blocks for problem in problems}
    assert blocks["review-before-set"] == ("target-review",)
    assert blocks["agency-not-checked"] == ()


def test_a_late_booking_is_an_error_that_does_not_hold_back_its_invitation() -> None:
    rows = [
        "Pupils: SEN status=E, EHCP issued=2026-01-05",
        "Reviews also: Review=Annual review of EHC plan, Held on=, Booked for=2026-12-15",
    ]
    waiting = {("Reviews", "Booked for"): ("review-invitation",)}
    problems = run_checks(inspect(read(rows).casebook), waiting)
    assert [p.blocks for p in problems if p.code == "booked-after-legal-day"] == [()]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (["Cases: Status=Closed, Closed on=soon, Closing reason=Planned end"], "closed-without-date"),
        (["Targets: Score=1, Scored on=#N/A"], "score-without-date"),
        (["Cases: Consent ID=K99"], "active-without-consent"),
        (["Sessions: Kind=Group, Group=Chess club"], "group-session-without-group"),
    ],
)
def test_a_cell_that_could_not_be_read_is_not_told_twice(rows: list[str], code: str) -> None:
    assert [p.severity for p in read(rows).problems] == [Severity.ERROR]
    assert code not in {p.code for p in problems_of(rows)}


def test_a_score_that_could_not_be_read_still_needs_its_date() -> None:
    assert _one(["Targets: Score=5, Scored on="], "score-without-date").place.heading == "Scored on"


@pytest.mark.parametrize(
    ("nation", "code", "is_asked"),
    [
        ("England", "upn-missing", True),
        ("Wales", "upn-missing", True),
        ("Scotland", "upn-missing", False),
        ("Northern Ireland", "upn-missing", False),
        ("England", "sen-type-missing", True),
        ("Wales", "sen-type-missing", False),
        ("Scotland", "year-group-differs", False),
    ],
)
def test_what_does_not_apply_in_a_nation_is_not_asked(nation: str, code: str, is_asked: bool) -> None:
    rows = [f"Settings: Nation={nation}", "Pupils: UPN=, SEN type 1=, Year group=10"]
    assert (code in {p.code for p in problems_of(rows)}) is is_asked


def test_a_column_that_the_school_does_not_keep_is_not_asked_for() -> None:
    sheets = sheets_with()
    for pupil in sheets["Pupils"]:
        del pupil["UPN"]
    assert run_checks(inspect(read_casebook(grid_of(sheets)).casebook)) == []


def test_without_the_column_court_restriction_one_query_says_so() -> None:
    sheets = sheets_with()
    for contact in sheets["Contacts"]:
        del contact["Court restriction"]
    (problem,) = run_checks(inspect(read_casebook(grid_of(sheets)).casebook))
    assert (problem.code, str(problem.place)) == ("court-restriction-blank", "Contacts!A1")


def test_a_check_without_its_explanation_cannot_be_declared() -> None:
    def find(_seen: Inspection) -> Iterator[Finding]:
        """Is anything wrong?

        Why: It matters.
        """
        yield from ()

    with pytest.raises(TypeError, match="lacks"):
        check("anything-wrong", Severity.QUERY)(find)


def test_a_finding_may_be_graver_than_its_check_and_have_its_own_advice() -> None:
    @check("anything-else", Severity.NOTE)
    def anything_else(seen: Inspection) -> Iterator[Finding]:
        """Is anything else wrong?

        Why: It matters.
        Do: Look.
        Fires: Pupils: UPN=
        Silent: Pupils: UPN=
        """
        yield Finding(seen.casebook.pupils[0], "upn", "Something.", "Look closer.", Severity.ERROR)

    assert isinstance(anything_else, Check)
    (problem,) = anything_else.problems(inspect(read().casebook), {("Pupils", "UPN"): ("census",)})
    assert (problem.severity, problem.fix, problem.blocks) == (Severity.ERROR, "Look closer.", ("census",))
