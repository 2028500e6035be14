"""What those who teach a pupil read of how mentoring is going, and what they do not."""

import pytest
from a_caseload import Row, a, all_text, made, outcome, the_document

from mentor_xl.audience import SENSITIVE_BARRIERS, Audience
from mentor_xl.reports.progress_report_staff import StaffProgressReport

KIND = "progress-report-staff"


def report(*rows: Row) -> StaffProgressReport:
    context = the_document(made(KIND, *rows, asked=True), Audience.TEACHER).context
    assert isinstance(context, StaffProgressReport)
    return context


CASES = {
    "Status=Active": (["teacher Pupils!2"], ["teacher Pupils!2"]),
    "Status=Paused": ([], ["teacher Pupils!2"]),
    "Status=Closed; Closing reason=Targets met": ([], ["teacher Pupils!2"]),
    "Consent ID=": (["no-consent"], ["no-consent"]),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_about_an_active_case_or_the_last_one_of_a_pupil_who_is_named(case: str) -> None:
    asked_for_all, asked_for_one = CASES[case]
    assert outcome(made(KIND, a("Cases", case))) == asked_for_all
    assert outcome(made(KIND, a("Cases", case), asked=True)) == asked_for_one


TARGETS = (
    a("Targets", "Status=Met; Score=1; Strategy=Time-out card; Help needed=A quiet corner"),
    a("Targets", "Target ID=T2; Target=Two lessons; Score=-1; Strategy=Coaching; Review by=2026-12-01"),
    a("Targets", "Target ID=T3; Target=Ask for help; Score=0; Status=Partly met; Review by=2026-11-26"),
)


def test_its_cards_are_about_targets_and_the_next_review_alone() -> None:
    told = report(*TARGETS, a("Reviews"))
    assert [(card.number, card.label) for card in told.cards] == [
        ("2", "targets worked on now"),
        ("1 of 3", "targets met"),
        ("26 Nov", "next look at a target"),
        ("3 Dec", "next review"),
    ]
    assert [card.number for card in report().cards] == ["–"] * 4


def test_it_says_with_whom_the_pupil_meets_and_what_helps() -> None:
    told = report(*TARGETS)
    assert told.summary == "Rowan meets with Mrs Kathleen Salt. One target is met so far."
    assert told.what_helps[:2] == ("Time-out card", "A quiet corner")


PASSPORT = ("Passports", {"Pupil ID": "000001", "Version date": "2026-10-05", "What helps": "A picture"})


def test_the_pupils_own_words_on_what_helps_come_first_once_they_are_agreed() -> None:
    agreed = ("Passports", {**PASSPORT[1], "Agreed with": "Pupil and parent"})
    assert report(*TARGETS, agreed).what_helps[0] == "A picture"
    assert "A picture" not in report(*TARGETS, PASSPORT).what_helps


@pytest.mark.parametrize("barrier", ["Bereavement", *sorted(SENSITIVE_BARRIERS)])
def test_why_there_is_a_mentor_scores_and_attendance_stand_nowhere_in_it(barrier: str) -> None:
    rows = [
        a("Referrals", f"Main barrier={barrier}"),
        a("Pupils", "Attendance %=61.7; SEN status=E; SEN type 1=ASD; Medical plan=Yes"),
        a("Scales"),
        a("Measures"),
        a("Measures", "Taken on=2026-11-16; Score=8"),
        a("Sessions"),
    ]
    text = all_text(report(*rows))
    assert not [word for word in (barrier, "61.7", "ASD", "autism", "Wellbeing", "edical") if word in text]
