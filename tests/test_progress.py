"""How far a pupil has come: only what is certain is counted (reference 7)."""

import datetime as dt

import pytest
from a_caseload import TODAY, Row, a, casebook_of

from mentor_xl.progress import Change, SessionCount, changes, count_sessions, is_met, sessions_of_case

D = dt.date

# -- sessions --------------------------------------------------------------------------------------------


def counted(*sessions: str, today: dt.date = TODAY) -> SessionCount:
    book = casebook_of(*(a("Sessions", cells) for cells in sessions))
    return count_sessions(book.sessions, today)


SESSIONS = {
    "": (1, 1),
    "Date=2026-11-23": (1, 1),
    "Date=2026-11-24": (0, 0),
    "Date=2027-03-01": (0, 0),
    "Date=soon": (0, 0),
    "Attended=Absent": (0, 1),
    "Attended=Declined": (0, 1),
    "Attended=Cancelled by school": (0, 0),
    "Attended=": (0, 0),
    "Attended=perhaps": (0, 0),
    "Kind=Meeting": (0, 0),
    "Kind=Home visit": (1, 1),
}


@pytest.mark.parametrize("cells", SESSIONS)
def test_a_session_counts_as_attended_and_as_offered(cells: str) -> None:
    count = counted(cells)
    assert (count.attended, count.offered) == SESSIONS[cells]


def test_the_last_attended_is_the_latest_by_today() -> None:
    count = counted(
        "Date=2026-11-16", "Date=2026-11-02", "Date=2026-11-20; Attended=Absent", "Date=2026-12-01"
    )
    assert count == SessionCount(attended=2, offered=3, last_attended=D(2026, 11, 16))


def test_nobody_attended_nothing() -> None:
    assert count_sessions((), TODAY) == SessionCount(0, 0, None)


OF_CASE = {
    "Date=2026-09-13": False,
    "Date=2026-09-14": True,
    "Date=2026-11-13": True,
    "Date=2026-11-14": False,
    "Pupil ID=000002": False,
}


@pytest.mark.parametrize("cells", OF_CASE)
def test_the_sessions_of_a_case_lie_between_its_start_and_its_close(cells: str) -> None:
    closed = a("Cases", "Status=Closed; Closed on=2026-11-13")
    book = casebook_of(closed, a("Sessions", f"Date=2026-10-05; {cells}"), *_two_pupils())
    assert bool(sessions_of_case(book, book.cases[0])) is OF_CASE[cells]


def _two_pupils() -> tuple[Row, Row]:
    return a("Pupils"), a("Pupils", "Pupil ID=000002")


def test_only_a_status_of_met_is_met() -> None:
    statuses = ("Met", "Partly met", "Open", "Not met", "Changed", "")
    book = casebook_of(
        *(a("Targets", f"Target ID=T{n}; Status={s}; Score=2") for n, s in enumerate(statuses))
    )
    assert [is_met(target) for target in book.targets] == [True, False, False, False, False, False]


# -- measures --------------------------------------------------------------------------------------------

LATER = "Taken on=2026-11-16; Phase=Middle"


def changed(*measures: str, scale: str = "") -> list[tuple[float, float, str]]:
    book = casebook_of(*(a("Measures", cells) for cells in measures), a("Scales", scale))
    return [(c.entry, c.latest, c.in_words) for c in changes(book, book.measures, TODAY)]


MEASURES = {
    ("",): [],
    ("", f"{LATER}; Score=6"): [(3, 6, "a step forward")],
    ("", f"{LATER}; Score=1"): [(3, 1, "harder at the moment")],
    ("", f"{LATER}; Score=3"): [(3, 3, "about the same")],
    ("", f"{LATER}; Score=0"): [(3, 0, "harder at the moment")],
    ("", f"{LATER}; Score=6; Informant=Pupil"): [],
    ("", f"{LATER}; Score=6; Taken on=2026-09-15"): [],
    ("", f"{LATER}; Score=6; Taken on=2026-11-24"): [],
    ("", f"{LATER}; Score=6; Taken on=2026-11-23"): [(3, 6, "a step forward")],
    ("", f"{LATER}; Score=high"): [],
    ("", f"{LATER}; Score=11"): [],
    ("", f"{LATER}; Score=-1"): [],
    (f"{LATER}; Score=6", ""): [(3, 6, "a step forward")],
    ("", f"{LATER}; Score=6", "Taken on=2026-10-19; Phase=Middle; Score=9"): [(3, 6, "a step forward")],
    ("Phase=Middle", f"{LATER}; Score=6"): [(3, 6, "a step forward")],
    ("Taken on=2026-09-01; Phase=Middle; Score=9", "", f"{LATER}; Score=6"): [(3, 6, "a step forward")],
    ("Phase=Middle; Score=5", "Taken on=2026-11-16; Phase=Entry"): [],
}


@pytest.mark.parametrize("measures", MEASURES)
def test_a_measure_is_told_only_when_the_same_person_took_it_twice(measures: tuple[str, ...]) -> None:
    assert changed(*measures) == MEASURES[measures]


def test_a_step_forward_is_whatever_the_scale_calls_better() -> None:
    twice = ("", f"{LATER}; Score=6")
    assert changed(*twice, scale="Better is=Lower") == [(3, 6, "harder at the moment")]
    assert changed(*twice, scale="Better is=") == [(3, 6, "changed")]


def test_informants_and_measures_are_kept_apart() -> None:
    rows = [
        f"{when}; Informant={who}; Score={score}"
        for when, score in (("", 3), (LATER, 4))
        for who in ("Teacher", "Parent", "Pupil", "Mentor")
    ]
    assert len(changed(*rows)) == 4


def test_a_change_without_a_scale_claims_nothing() -> None:
    change = Change("Own scale", "Teacher", 3, 5, TODAY, None)
    assert change.is_better is None
    assert change.in_words == "changed"
