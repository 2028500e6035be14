"""Is the example caseload believable, in order but for a dozen slips, and nobody's?"""

import datetime as dt
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.checks.identifiers import email_fault, phone_fault, postcode_fault, upn_check_letter, upn_fault
from mentor_xl.examine import Examined, examine
from mentor_xl.problems import Severity
from mentor_xl.records import Record, columns_of
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.workbook.files import open_grid
from mentor_xl.workbook.reading import read_casebook
from mentor_xl.workbook.sample import make_sample, sample_casebook
from mentor_xl.workbook.sample.names import HERITAGES
from mentor_xl.workbook.sample.roles import ROLES

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "workbook_templates" / "example_caseload.xlsx"
TODAY = dt.date(2026, 11, 23)


@cache
def example() -> Casebook:
    return sample_casebook(pupils=30, seed=1, today=TODAY)


@cache
def shipped() -> Examined:
    return examine(open_grid(SHIPPED), TODAY)


def calendar_of(casebook: Casebook) -> SchoolCalendar:
    return SchoolCalendar.from_periods(casebook.calendar, "England")


# -- the shipped example -----------------------------------------------------------------------------


def test_the_shipped_example_is_what_is_made_now(tmp_path: Path) -> None:
    """To make it again: ``mentor-xl new workbook_templates/example_caseload.xlsx --force --sample 30
    --today 2026-11-23``.
    """
    path = tmp_path / "made.xlsx"
    path.write_bytes(make_sample(pupils=30, seed=1, today=TODAY))
    made, kept = open_grid(path), open_grid(SHIPPED)
    assert made.sheet_names() == kept.sheet_names()
    for sheet in made.sheet_names():
        assert list(made.rows(sheet)) == list(kept.rows(sheet)), sheet
    assert made.sha256 == kept.sha256 or _parts(path) == _parts(SHIPPED)


def _parts(path: Path) -> dict[str, bytes]:
    import zipfile  # noqa: PLC0415  only where the compressed bytes differ

    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_example_is_read_without_a_word() -> None:
    reading = read_casebook(open_grid(SHIPPED))
    assert reading.problems == ()
    assert reading.left_alone == ()


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "settings"])
def test_every_row_reads_back_as_it_was_written(name: str) -> None:
    written: tuple[Record, ...] = getattr(example(), name)
    read: tuple[Record, ...] = getattr(shipped().casebook, name)
    assert [_typed(row) for row in read] == [_typed(row) for row in written]


def _typed(row: Record) -> dict[str, Any]:
    """What people type: the grey columns are not read back."""
    typed = {c.attribute: getattr(row, c.attribute) for c in columns_of(type(row)) if not c.is_filled_by_us}
    return {"row": row.row_number, **typed}


def test_the_settings_read_back_as_they_were_written() -> None:
    assert shipped().casebook.settings == example().settings


def test_a_dozen_slips_are_planted_and_none_of_them_holds_back_many_letters() -> None:
    serious = [one for one in shipped().problems if one.severity is not Severity.NOTE]
    assert 6 <= len(serious) <= 16
    assert len([one for one in serious if one.severity is Severity.ERROR]) <= 2
    assert {"upn-missing", "agency-not-checked", "year-group-differs"} <= {one.code for one in serious}


def test_there_is_something_of_every_state_that_a_mentor_meets() -> None:
    states = Counter(due.state for due in shipped().dues)
    assert {"overdue", "due soon", "planned", "held"} <= states.keys()
    assert states["overdue"] <= 8
    assert "needs calendar" not in states


# -- numbers -------------------------------------------------------------------------------------------


def test_thirty_pupils_are_a_caseload_of_about_twenty_over_three_mentors() -> None:
    cases = example().cases
    assert len(example().pupils) == len(ROLES) == 30
    assert 18 <= len(cases) <= 22
    assert len({case.mentor for case in cases}) == 3


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_but_those_for_answers_has_rows(name: str) -> None:
    rows = getattr(example(), name)
    assert bool(rows) is (name not in {"rules", "explanations"})


@pytest.mark.parametrize("pupils", [1, 7, 29, 31, 95])
def test_as_many_pupils_are_made_as_are_asked_for(pupils: int) -> None:
    casebook = sample_casebook(pupils=pupils, seed=5, today=TODAY)
    assert len({pupil.pupil_id for pupil in casebook.pupils}) == pupils


def test_another_seed_makes_other_people_in_the_same_parts() -> None:
    other = sample_casebook(pupils=30, seed=2, today=TODAY)
    assert len(other.cases) == len(example().cases)
    assert [p.legal_surname for p in other.pupils] != [p.legal_surname for p in example().pupils]


# -- people --------------------------------------------------------------------------------------------


def test_the_names_are_many_and_of_many_origins() -> None:
    assert len(HERITAGES) >= 20
    forenames = {name for heritage in HERITAGES for name in (*heritage.girls, *heritage.boys)}
    surnames = {name for heritage in HERITAGES for name in heritage.surnames}
    assert len(forenames) >= 150
    assert len(surnames) >= 150
    letters = "".join(forenames | surnames)
    assert {"-", "’", "'", " ", "ł", "Ş", "ễ", "ț", "ė"} <= set(letters)


def test_a_short_name_belongs_to_a_forename_of_its_origin() -> None:
    for heritage in HERITAGES:
        assert {legal for legal, _ in heritage.known_as} <= {*heritage.girls, *heritage.boys}


def test_no_number_or_address_is_anybodys() -> None:
    casebook = sample_casebook(pupils=120, seed=3, today=TODAY)
    reached = (casebook.settings, *casebook.staff, *casebook.contacts, *casebook.agencies)
    for phone in [one.phone for one in reached if one.phone]:
        # Ofcom keeps these ranges for use in fiction.
        assert re.fullmatch(r"01632 960\d{3}|0?7700 ?900\d{3}", phone)
    for email in [one.email for one in reached if one.email]:
        assert email.endswith(".example")
        assert email_fault(email) is None
    places = (casebook.settings, *casebook.contacts, *casebook.agencies)
    for postcode in [one.postcode for one in places if one.postcode]:
        # No postcode area is called HW.
        assert postcode.startswith("HW")
        assert postcode_fault(postcode) is None


def test_one_phone_has_lost_its_nought_and_no_other_is_wrong() -> None:
    phones = [contact.phone for contact in example().contacts if contact.phone]
    assert [phone_fault(phone) for phone in phones] == [None] * len(phones)
    assert len([phone for phone in phones if not phone.startswith("0")]) == 1


def test_upns_are_sound_nobodys_and_never_shared() -> None:
    casebook = sample_casebook(pupils=1500, seed=4, today=TODAY)
    upns = [pupil.upn for pupil in casebook.pupils if pupil.upn]
    assert {upn_fault(upn) for upn in upns} == {None}
    assert all(upn[0] == upn_check_letter(upn) for upn in upns)
    # No authority has the number 999.
    assert {upn[1:4] for upn in upns} == {"999"}
    assert len(set(upns)) == len(upns)


def test_no_two_pupils_of_a_large_school_have_one_name_on_the_register_often() -> None:
    casebook = sample_casebook(pupils=1500, seed=4, today=TODAY)
    names = Counter((pupil.legal_forename, pupil.legal_surname) for pupil in casebook.pupils)
    assert max(names.values()) <= 2


def test_families_live_in_every_way() -> None:
    casebook = example()
    relations = {contact.relationship for contact in casebook.contacts}
    assert {"Mother", "Father", "Step-parent", "Grandparent", "Foster carer", "Social worker"} <= relations
    assert any(contact.court_restriction and not contact.send_letters for contact in casebook.contacts)
    assert any(contact.do_not_disclose_address for contact in casebook.contacts)
    assert any(contact.interpreter for contact in casebook.contacts)
    assert any(contact.format == "Large print" for contact in casebook.contacts)
    addresses = [_addresses(casebook, pupil.pupil_id) for pupil in casebook.pupils]
    assert any(len(found) == 1 for found in addresses)
    assert any(len(found) == 2 for found in addresses)


def _addresses(casebook: Casebook, pupil_id: str) -> set[str | None]:
    return {contact.address_line_1 for contact in casebook.contacts_of(pupil_id) if contact.address_line_1}


# -- stories that hold together, on any day --------------------------------------------------------------

days = st.dates(dt.date(2024, 9, 1), dt.date(2029, 8, 31))
on_any_day = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@on_any_day
@given(today=days, seed=st.integers(0, 10_000))
def test_the_calendar_has_three_whole_years_with_five_training_days_each(today: dt.date, seed: int) -> None:
    casebook = sample_casebook(pupils=1, seed=seed, today=today)
    calendar = calendar_of(casebook)
    assert calendar.covers(today)
    assert len(calendar.half_terms) == 18
    assert len(calendar.terms) == 9
    training = [period for period in casebook.calendar if period.kind == "INSET day"]
    assert len({day.from_ for day in training}) == 15
    assert len(calendar.school_days) == 3 * 190


@on_any_day
@given(today=days, seed=st.integers(0, 10_000))
def test_sessions_are_weekly_on_school_days_and_never_to_come(today: dt.date, seed: int) -> None:
    casebook = sample_casebook(pupils=30, seed=seed, today=today)
    calendar = calendar_of(casebook)
    for session in casebook.sessions:
        assert session.date is not None
        assert session.date <= today
        assert calendar.is_school_day(session.date)
    for case in casebook.cases:
        dates = [one.date for one in casebook.sessions_of(case.pupil_id) if one.date]
        assert dates == sorted(set(dates))
        assert all(case.started_on and case.started_on < day for day in dates)
        assert case.closed_on is None or all(day <= case.closed_on for day in dates)


@on_any_day
@given(today=days, seed=st.integers(0, 10_000))
def test_a_case_follows_its_referral_and_its_consent(today: dt.date, seed: int) -> None:
    casebook = sample_casebook(pupils=30, seed=seed, today=today)
    for case in casebook.cases:
        referral, consent = casebook.referral(case.referral_id), casebook.consent(case.consent_id)
        assert referral is not None
        assert consent is not None
        steps = [referral.received_on, referral.decided_on, consent.given_on, case.started_on]
        known = [day for day in steps if day]
        assert known == sorted(known)
        assert len(known) == 4
        assert (case.status == "Closed") is (case.closed_on is not None)
        assert case.status != "Active" or (case.planned_end is not None and case.planned_end >= today)


@on_any_day
@given(today=days, seed=st.integers(0, 10_000))
def test_nothing_that_has_happened_lies_in_the_future(today: dt.date, seed: int) -> None:
    casebook = sample_casebook(pupils=30, seed=seed, today=today)
    happened = [
        *(review.held_on for review in casebook.reviews),
        *(review.report_sent_on for review in casebook.reviews),
        *(measure.taken_on for measure in casebook.measures),
        *(target.scored_on for target in casebook.targets),
        *(consent.given_on for consent in casebook.consents),
        *(event.date for event in casebook.events),
        *(referral.sent_on for referral in casebook.agency_referrals),
        *(meeting.date for meeting in casebook.peer_meetings),
        *(step.done_on for step in casebook.steps),
        *(given.date for given in casebook.rewards),
    ]
    assert [day for day in happened if day and day > today] == []


@on_any_day
@given(today=days, seed=st.integers(0, 10_000))
def test_attendance_adds_up(today: dt.date, seed: int) -> None:
    casebook = sample_casebook(pupils=30, seed=seed, today=today)
    for row in casebook.attendance:
        assert row.possible_sessions is not None
        assert row.attended_sessions is not None
        missed = (row.authorised or 0) + (row.unauthorised or 0)
        assert row.attended_sessions + missed == row.possible_sessions > 0


@pytest.mark.parametrize("today", [dt.date(2026, 9, 1), dt.date(2027, 1, 4), dt.date(2028, 2, 29)])
def test_a_caseload_of_another_day_is_read_without_a_word_too(today: dt.date, tmp_path: Path) -> None:
    path = tmp_path / "caseload.xlsx"
    path.write_bytes(make_sample(pupils=30, seed=9, today=today))
    assert read_casebook(open_grid(path)).problems == ()


# -- bytes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", ["0", "31"])
def test_another_process_makes_the_same_bytes(seed: str) -> None:
    code = (
        "import datetime as dt, hashlib; from mentor_xl.workbook.sample import make_sample;"
        "data = make_sample(pupils=12, seed=8, today=dt.date(2026, 11, 23));"
        "print(hashlib.sha256(data).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland"},
    )  # fmt: skip
    here = make_sample(pupils=12, seed=8, today=TODAY)
    assert done.stdout.strip() == hashlib.sha256(here).hexdigest()
