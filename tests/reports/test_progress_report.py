"""When a progress report is made, for whom, and which facts it tells."""

import pytest
from a_caseload import Row, a, all_text, made, no, outcome, the_document

from mentor_xl.audience import SENSITIVE_BARRIERS, Audience
from mentor_xl.reports.progress_report import LeaderProgressReport, ProgressReport

BOTH = ["parent Contacts!2", "leader Settings!8"]


def reported(*rows: Row, asked: bool = False) -> list[str]:
    return outcome(made("progress-report", *rows, asked=asked))


def report(audience: Audience, *rows: Row, asked: bool = True) -> ProgressReport:
    context = the_document(made("progress-report", *rows, asked=asked), audience).context
    assert isinstance(context, ProgressReport)
    return context


def for_leader(*rows: Row) -> LeaderProgressReport:
    context = report(Audience.LEADER, *rows)
    assert isinstance(context, LeaderProgressReport)
    return context


# -- its moment ------------------------------------------------------------------------------------------

MOMENTS: dict[str, tuple[tuple[Row, ...], list[str]]] = {
    "an attended session": ((a("Sessions"),), BOTH),
    "a scored target": ((a("Targets"),), BOTH),
    "a target scored nought": ((a("Targets", "Score=0"),), BOTH),
    "a target without a score": ((a("Targets", "Score="),), []),
    "a target with a score off the scale": ((a("Targets", "Score=5"),), []),
    "a session that the pupil missed": ((a("Sessions", "Attended=Absent"),), []),
    "a session to come": ((a("Sessions", "Date=2026-11-24"),), []),
    "a session before the case": ((a("Sessions", "Date=2026-09-10"),), []),
    "a meeting": ((a("Sessions", "Kind=Meeting"),), []),
    "a paused case": ((a("Sessions"), a("Cases", "Status=Paused")), []),
    "a waiting case": ((a("Sessions"), a("Cases", "Status=Waiting")), []),
    "a closed case": ((a("Sessions"), a("Cases", "Status=Closed")), []),
    "no case": ((a("Sessions"), no("Cases")), []),
}


@pytest.mark.parametrize("when", MOMENTS)
def test_a_report_is_made_for_an_active_case_with(when: str) -> None:
    rows, expected = MOMENTS[when]
    assert reported(*rows) == expected


@pytest.mark.parametrize(
    "case", ["Status=Active", "Status=Paused", "Status=Closed; Closing reason=Targets met"]
)
def test_a_person_may_ask_for_a_report_on_the_last_case(case: str) -> None:
    assert reported(a("Cases", case), asked=True) == BOTH


def test_a_case_is_reported_on_only_with_its_own_consent() -> None:
    paused = a("Cases", "Status=Paused")
    active = a("Cases", "Case ID=C2; Consent ID=")
    assert reported(paused, active, a("Sessions")) == ["no-consent"] * 2


LEADERS = {
    "": "Dear Mr O'Neill",
    "Pastoral manager=": "Dear Mr Pryce",
    "Pastoral manager=; SENCO=": "Dear Mrs Head",
}


@pytest.mark.parametrize("settings", LEADERS)
def test_it_goes_to_whoever_leads_on_pastoral_matters(settings: str) -> None:
    assert report(Audience.LEADER, a("Settings", settings)).recipient.salutation == LEADERS[settings]


def test_where_nobody_leads_the_family_gets_theirs_all_the_same() -> None:
    nobody = a("Settings", "Pastoral manager=; SENCO=; Headteacher=")
    assert reported(nobody, a("Sessions")) == ["parent Contacts!2", "no-leader"]


# -- its facts --------------------------------------------------------------------------------------------

SESSIONS = (
    a("Sessions", "Date=2026-09-15; Attended=Absent"),
    a("Sessions", "Date=2026-09-22"),
    a("Sessions", "Date=2026-11-16"),
    a("Sessions", "Date=2026-11-18; Attended=Cancelled by school"),
    a("Sessions", "Date=2027-03-01"),
)
TARGETS = (
    a("Targets", "Status=Met; Score=1; Strategy=Time-out card; Help needed=A quiet corner"),
    a("Targets", "Target ID=T2; Target=Two lessons a day; Score=-1; Strategy=Coaching; Review by=2026-11-20"),
    a("Targets", "Target ID=T3; Target=Ask for help; Score=0; Strategy=Buddy; Review by=; Status=Partly met"),
    a("Targets", "Target ID=T4; Target=Changed one; Score=; Status=Changed"),
)


def test_the_four_cards_tell_attendance_sessions_targets_and_the_next_review() -> None:
    told = report(Audience.PARENT, *SESSIONS, *TARGETS, a("Pupils", "Attendance %=88.4"), a("Reviews"))
    assert [(card.number, card.label) for card in told.cards] == [
        ("88.4%", "attendance"),
        ("2 of 3", "sessions attended"),
        ("1 of 4", "targets met"),
        ("3 Dec", "next review"),
    ]
    assert told.next_review == "Thursday 3 December 2026"


def test_what_is_not_known_is_a_dash_and_never_a_nought() -> None:
    told = report(Audience.PARENT)
    assert [card.number for card in told.cards] == ["–", "0 of 0", "–", "–"]
    assert told.summary == "Rowan and Mrs Kathleen Salt are getting to know each other."


def test_attendance_of_more_than_all_of_it_is_not_told() -> None:
    assert report(Audience.PARENT, a("Pupils", "Attendance %=105")).cards[0].number == "–"


MET = "Rowan has met with Mrs Kathleen Salt"
SUMMARIES = (
    ((*SESSIONS, *TARGETS), f"{MET} 2 times since 14 September 2026. One target is met so far."),
    ((SESSIONS[1], TARGETS[1]), f"{MET} once since 14 September 2026. There is one target to work towards."),
    (
        (SESSIONS[1], *TARGETS[1:]),
        f"{MET} once since 14 September 2026. There are 3 targets to work towards.",
    ),
    ((SESSIONS[1], a("Cases", "Started on=")), f"{MET} once."),
)


@pytest.mark.parametrize(("rows", "summary"), SUMMARIES)
def test_the_summary_says_how_often_they_met_and_how_many_targets_are_met(
    rows: tuple[Row, ...], summary: str
) -> None:
    assert report(Audience.PARENT, *rows).summary == summary


def test_the_summary_names_the_mentor_of_the_case_and_not_who_signs() -> None:
    staff = (a("Staff"), a("Staff", "Staff code=RTW; Surname=Tweddle; Signs letters=No"))
    told = report(Audience.PARENT, *staff, a("Cases", "Mentor=RTW"), a("Sessions"))
    assert told.signatory.name == "Mrs Kathleen Salt"
    assert told.summary.startswith("Rowan has met with Mrs Kathleen Tweddle once")
    gone = (a("Staff"), a("Staff", "Staff code=RTW; Surname=Tweddle; Left on=2026-10-23"))
    assert report(Audience.PARENT, *gone, a("Cases", "Mentor=RTW"), a("Sessions")).summary.startswith(
        "Rowan has met with a mentor once"
    )


def test_what_helps_is_what_went_with_targets_that_went_well() -> None:
    assert report(Audience.PARENT, *TARGETS).what_helps == ("Time-out card", "A quiet corner", "Buddy")


def test_next_steps_are_the_targets_that_are_open_and_no_day_that_is_past() -> None:
    assert report(Audience.PARENT, *TARGETS).next_steps == (
        "“Two lessons a day”: it is time to look at it again.",
        "“Ask for help”: we go on with it.",
    )
    assert report(Audience.PARENT, a("Targets")).next_steps == (
        "“Finish one piece of work”: we look at it again by 4 December 2026.",
    )
    assert report(Audience.PARENT).next_steps == ("We choose the next target together.",)


def test_measures_are_told_only_when_the_same_person_took_them_twice() -> None:
    later = "Taken on=2026-11-16; Phase=Middle; Score=6"
    rows = (a("Scales"), a("Measures"), a("Measures", "Informant=Parent"), a("Measures", later))
    (line,) = report(Audience.PARENT, *rows).measures
    assert (line.informant, line.entry, line.latest, line.words) == ("Teacher", "3", "6", "a step forward")


# -- what leaders are told, and what not ---------------------------------------------------------------------


@pytest.mark.parametrize("barrier", sorted(SENSITIVE_BARRIERS))
def test_a_sensitive_barrier_is_named_to_nobody(barrier: str) -> None:
    rows = (a("Referrals", f"Main barrier={barrier}"), a("Sessions"))
    assert for_leader(*rows).case.main_barrier == "Sensitive: ask the safeguarding lead"
    for audience in (Audience.LEADER, Audience.PARENT):
        assert barrier not in all_text(report(audience, *rows))


def test_another_barrier_is_told_to_leaders_and_to_nobody_at_home() -> None:
    rows = (a("Referrals", "Main barrier=Bereavement"), a("Sessions"))
    assert for_leader(*rows).case.main_barrier == "Bereavement"
    assert "Bereavement" not in all_text(report(Audience.PARENT, *rows))


def test_the_barrier_of_another_pupils_referral_is_never_told() -> None:
    rows = (a("Pupils"), a("Pupils", "Pupil ID=000002"), a("Referrals", "Pupil ID=000002"), a("Sessions"))
    assert for_leader(*rows).case.main_barrier == ""


def test_leaders_are_told_the_case_the_sessions_and_what_is_due() -> None:
    told = for_leader(*SESSIONS, a("Cases", "Tier=Targeted; Aim=Stay in lessons; Planned end=2026-12-11"))
    assert (told.case.mentor, told.case.tier, told.case.aim) == (
        "Mrs Kathleen Salt",
        "Targeted",
        "Stay in lessons",
    )
    assert (told.case.started_on, told.case.planned_end) == ("14 September 2026", "11 December 2026")
    assert told.sessions_summary == "2 of 3 attended. The last was on Mon 16 Nov 2026."
    assert "Mentoring review" in " ".join(line.what for line in told.dates)


def test_the_parents_edition_has_no_case_and_no_dates() -> None:
    told = report(Audience.PARENT, a("Sessions"))
    assert type(told) is ProgressReport
    assert not {"case", "dates", "sessions_summary"} & set(type(told).model_fields)
