"""What those who lead read of the whole caseload today."""

import datetime as dt

import pytest
from a_caseload import Row, a, all_text, no, outcome
from a_whole_caseload import planned, several, the_page

from mentor_xl.audience import Audience
from mentor_xl.reports.caseload_report import CaseloadReport
from mentor_xl.reports.dates_of_all import CARE

KIND = "caseload-report"


def page(*rows: Row) -> CaseloadReport:
    context = the_page(KIND, Audience.LEADER, *rows)
    assert isinstance(context, CaseloadReport)
    return context


def test_it_goes_to_whoever_leads_on_pastoral_matters_and_to_nobody_else() -> None:
    assert outcome(planned(KIND, a("Pupils"))) == ["leader Settings!8"]
    nobody = a("Settings", "Pastoral manager=; SENCO=; Headteacher=")
    assert outcome(planned(KIND, nobody)) == ["no-leader"]
    assert outcome(planned(KIND, a("Staff", "Signs letters=No"))) == ["no-signatory"]


def test_a_workbook_with_pupils_alone_gives_a_report_that_says_so() -> None:
    told = page(no("Cases"), no("Referrals"))
    assert [card.number for card in told.cards] == ["0", "0", "0", "–"]
    assert told.summary == "No dates are overdue or to act on now, and none is due soon."
    assert (told.mentors, told.late, told.waiting, told.without_review) == ((), (), (), ())


def test_each_mentor_has_their_cases_and_free_places() -> None:
    staff = (a("Staff", "Places=3"), a("Staff", "Staff code=RTW; Surname=Tweddle; Places=1"))
    rows = [*several(2), *several(2, case="Mentor=RTW", first=3), *several(1, case="Status=Paused", first=5)]
    told = page(*staff, *rows)
    lines = [(one.mentor, one.active, one.paused, one.places, one.free) for one in told.mentors]
    assert lines == [
        ("Mrs Kathleen Salt", "2", "1", "3", "1 free"),
        ("Mrs Kathleen Tweddle", "2", "0", "1", "1 too many"),
    ]
    assert told.cards[3].number == "1"


def test_cases_of_a_mentor_who_left_or_is_unknown_are_not_lost() -> None:
    staff = a("Staff", "Left on=2026-10-23; Places=9"), a("Staff", "Staff code=X; Surname=Other")
    told = page(*staff, *several(2), *several(1, case="Mentor=ZZZ", first=3))
    assert [one.mentor for one in told.mentors] == [
        "Mrs Kathleen Salt (has left)",
        "No mentor on the Staff sheet",
    ]
    assert told.cards[3].number == "–"


def test_tiers_are_counted_by_status() -> None:
    rows = [*several(2, case="Tier=Targeted"), *several(1, case="Tier=Intensive; Status=Paused", first=3)]
    lines = [(one.tier, one.active, one.paused, one.waiting) for one in page(*rows).tiers]
    assert lines == [("Intensive", "0", "1", "0"), ("Targeted", "2", "0", "0")]


def test_what_is_late_comes_with_name_day_state_and_mentor() -> None:
    (line,) = page(a("Pupils")).late
    assert (line.pupil, line.what, line.when, line.state, line.mentor) == (
        "Rowan Aske, 9A",
        "Mentoring review",
        "Fri 6 Nov 2026",
        "overdue",
        "KSA",
    )


def test_what_is_due_soon_is_apart_from_what_is_late() -> None:
    told = page(a("Cases", "Started on=2026-10-14"))
    assert told.late == ()
    assert [one.what for one in told.soon] == ["Mentoring review"]
    assert told.summary.startswith("No dates are overdue or to act on now, and one is due soon.")


CARE_ROWS = {
    "looked after": (a("Pupils", "Looked after=Looked after; Came into care=2026-10-26"),),
    "protection": (
        a("Pupils", "Social care status=Child protection"),
        ("Events", {"Pupil ID": "000001", "Event": "Strategy discussion", "Date": "2026-11-02"}),
    ),
    "in need": (
        a("Pupils", "Social care status=Child in need"),
        ("Events", {"Pupil ID": "000001", "Event": "Child in need plan started", "Date": "2026-09-07"}),
    ),
    "early help": (
        a("Pupils", "Social care status=Early help"),
        ("Events", {"Pupil ID": "000001", "Event": "Early help started", "Date": "2026-09-09"}),
    ),
}
WORDS_OF_CARE = ("care", "protection", "conference", "core group", "in need", "help review", "education plan")


@pytest.mark.parametrize("why", CARE_ROWS)
def test_a_date_that_would_tell_of_social_care_is_flagged_and_not_named(why: str) -> None:
    told = page(*CARE_ROWS[why])
    assert CARE in [one.what for one in (*told.late, *told.soon)]
    text = all_text(told).casefold()
    assert not [word for word in WORDS_OF_CARE if word in text]


# -- who waits --------------------------------------------------------------------------------------------

WAITS = {
    "a decision": (a("Referrals", "Decision=Waiting"), no("Cases")),
    "no decision typed": (a("Referrals", "Decision="), no("Cases")),
    "a start": (a("Referrals", "Decision=Accepted"), no("Cases")),
    "a start, with a case": (a("Referrals"), a("Cases", "Status=Waiting")),
}
DOES_NOT = {
    "declined": (a("Referrals", "Decision=Declined"), no("Cases")),
    "redirected": (a("Referrals", "Decision=Redirected"), no("Cases")),
    "begun": (a("Referrals"), a("Cases")),
    "ended": (a("Referrals"), a("Cases", "Status=Closed")),
    "begun without its referral": (a("Referrals"), a("Cases", "Referral ID=")),
    "left": (a("Pupils", "Leaving date=2026-10-01"), a("Referrals", "Decision=Waiting"), no("Cases")),
}


@pytest.mark.parametrize("why", WAITS)
def test_pupils_wait_for_a_decision_and_then_for_a_start(why: str) -> None:
    (line,) = page(*WAITS[why]).waiting
    assert line.stands_at == ("a start" if why.startswith("a start") else "a decision")
    assert (line.pupil, line.since, line.waited) == ("Rowan Aske, 9A", "7 September 2026", "11 weeks")


@pytest.mark.parametrize("why", DOES_NOT)
def test_nobody_waits_who_has_an_answer_or_has_left(why: str) -> None:
    assert page(*DOES_NOT[why]).waiting == ()


def test_the_urgent_come_first_and_then_those_who_wait_longest() -> None:
    def waits(n: int, cells: str) -> list[Row]:
        return [
            a("Pupils", f"Pupil ID={n:06}"),
            a("Referrals", f"Referral ID=R{n}; Pupil ID={n:06}; Decision=Waiting; {cells}"),
        ]

    rows = [
        *waits(1, "Priority=Low; Received on=2026-09-01"),
        *waits(2, "Priority=High; Received on=2026-11-16"),
        *waits(3, "Priority=High; Received on=2026-11-02"),
        *waits(4, "Priority=; Received on=2026-11-20"),
        no("Cases"),
    ]
    told = page(*rows)
    assert [line.waited for line in told.waiting] == ["3 weeks", "7 days", "11 weeks", "3 days"]
    assert told.summary.endswith("The longest wait for mentoring is 11 weeks.")


# -- what is missing ---------------------------------------------------------------------------------------


def test_an_active_case_without_a_next_review_is_listed_with_what_is_missing() -> None:
    (line,) = page(a("Cases", "Started on=")).without_review
    assert (line.pupil, line.case, line.mentor) == ("Rowan Aske, 9A", "C1", "KSA")
    assert line.why == "Fill in or put right Cases!F2."
    (twice,) = page(a("Pupils"), a("Pupils")).without_review
    assert (twice.pupil, twice.why) == ("Pupil 000001", "Nobody can say who this pupil is.")
    assert page(a("Pupils")).without_review == ()


def test_a_review_beyond_the_calendar_is_not_known() -> None:
    late_start = a("Cases", "Started on=2027-01-18")
    told = the_page(KIND, Audience.LEADER, late_start, today=dt.date(2027, 1, 20))
    assert isinstance(told, CaseloadReport)
    assert [one.why for one in told.without_review] == ["The Calendar sheet does not reach that far."]


def test_it_says_what_in_the_workbook_is_wrong() -> None:
    told = page(a("Pupils", "Date of birth=TBC"))
    assert told.to_mend.startswith("One cell in the workbook holds an error")
    left = page(a("Pupils", "Leaving date=2026-10-16"))
    assert left.to_mend.endswith("Case C1 is still open for a pupil who has left.")
    assert left.cards[0].number == "0"
    assert left.late == ()


def test_nothing_of_why_a_pupil_has_a_mentor_stands_in_it() -> None:
    text = all_text(
        page(
            a("Referrals", "Main barrier=Bereavement; Decision=Waiting"),
            a("Pupils", "SEN status=E; SEN type 1=ASD"),
        )
    )
    assert not [word for word in ("Bereavement", "ASD", "autism") if word in text]
