"""Whether somebody agreed: to mentoring, or to a referral to an agency (decisions, *Consent*)."""

import datetime as dt
from itertools import product

import pytest
from a_caseload import TODAY, Row, a, casebook_of

from mentor_xl.consent import Gate, agency_consent, mentoring_consent, pupil_has_agreed

D = dt.date

# -- mentoring ----------------------------------------------------------------------------------------


def to_mentoring(consent: str = "", case: str = "", *more: Row, today: dt.date = TODAY) -> Gate:
    book = casebook_of(a("Cases", case), a("Consents", consent), *more)
    return mentoring_consent(book, book.cases[0], today)


MENTORING = {
    "": "",
    "Basis=Parent": "",
    "Basis=Pupil": "",
    "Basis=Not required": "consent-too-little",
    "Basis=": "consent-unread",
    "Basis=both": "consent-unread",
    "Given on=2026-11-23": "",
    "Given on=2026-11-24": "consent-not-yet",
    "Given on=": "consent-unread",
    "Given on=soon": "consent-unread",
    "Withdrawn on=2026-11-24": "",
    "Withdrawn on=2026-11-23": "consent-withdrawn",
    "Withdrawn on=2026-11-10": "consent-withdrawn",
    "Withdrawn on=10 Nov?": "consent-unread",
    "Review by=2026-11-23": "",
    "Review by=2026-11-22": "consent-past-review",
    "Review by=next year": "consent-unread",
    "Purpose=Agency referral": "consent-other-purpose",
    "Purpose=Photographs": "consent-other-purpose",
    "Purpose=": "consent-other-purpose",
    "Consent ID=K9": "no-consent",
}


@pytest.mark.parametrize("consent", MENTORING)
def test_a_consent_to_mentoring_holds_only_if_every_part_of_it_does(consent: str) -> None:
    gate = to_mentoring(consent)
    assert (gate.code, gate.is_open) == (MENTORING[consent], not MENTORING[consent])


REFUSED_IN_WORDS = {
    "Given by=REFUSED": "Consents!E2",
    "Given by=Mum - declined": "Consents!E2",
    "Given by=No": "Consents!E2",
    "Given by=not given": "Consents!E2",
    "Given by=Mrs Aske (withdrawn 3/11)": "Consents!E2",
    "Status=WITHDRAWN": "Consents!I2",
    "Remarks=Dad changed his mind on the phone": "Consents!I2",
    "Refused=Yes": "Consents!I2",
    "Withdrawn on=?": "Consents!H2",
    "Withdrawn on=tbc": "Consents!H2",
    "Withdrawn on=ask Mum": "Consents!H2",
    "Given by=Mrs No": "",
    "Given by=Ms D Clines": "",
    "Status=Not withdrawn": "",
    "Refused=No": "",
    "Right to withdraw explained=Yes": "",
    "Remarks=No 12 on the list": "",
    "Withdrawn on=-": "",
    "Withdrawn on=n/a": "",
}


@pytest.mark.parametrize("cells", REFUSED_IN_WORDS)
def test_a_refusal_in_words_counts_wherever_it_is_typed_and_the_cell_is_named(cells: str) -> None:
    gate, cell = to_mentoring(cells), REFUSED_IN_WORDS[cells]
    assert gate.is_open is not bool(cell)
    assert gate.why.startswith(f"{cell}: " if cell else "")


LATER = {
    "Withdrawn on=2026-11-01": False,
    "Given on=2026-11-01; Given by=refused": False,
    "Given on=; Withdrawn on=?": False,
    "Given on=2026-11-01; Purpose=; Withdrawn on=2026-11-02": False,
    "Given on=2026-11-01": True,
    "Withdrawn on=2026-11-24": True,
    "Given on=2026-08-01; Withdrawn on=2026-09-09": True,
    "Given on=2026-08-01; Given by=refused": True,
    "Purpose=Photographs; Withdrawn on=2026-11-01": True,
    "Pupil ID=000002; Withdrawn on=2026-11-01": True,
}


@pytest.mark.parametrize("row", LATER)
def test_a_later_row_for_the_same_takes_a_consent_back_and_an_earlier_one_does_not(row: str) -> None:
    more = (a("Consents", f"Consent ID=K2; {row}"), a("Pupils"), a("Pupils", "Pupil ID=000002"))
    assert to_mentoring("", "", *more).is_open is LATER[row]


def test_of_two_rows_of_one_day_the_lower_one_is_the_later() -> None:
    renewed = a("Consents", "Consent ID=K2; Given on=2026-06-01; Withdrawn on=2026-09-10")
    book = casebook_of(renewed, a("Consents"), a("Cases"))
    assert mentoring_consent(book, book.cases[0], TODAY).is_open
    assert not to_mentoring("", "", renewed).is_open


def test_only_the_consent_that_the_case_names_counts_and_none_is_looked_for() -> None:
    assert to_mentoring(case="Consent ID=").code == "no-consent"
    assert to_mentoring(case="Consent ID=k1").is_open
    assert to_mentoring(
        "Consent ID=K1; Withdrawn on=2026-11-01", "", a("Consents", "Consent ID=K2")
    ).code == ("consent-withdrawn")


def test_one_family_cannot_agree_for_another() -> None:
    other = a("Pupils", "Pupil ID=000002")
    assert to_mentoring("Pupil ID=000002", "", a("Pupils"), other).code == "consent-other-pupil"


def test_of_two_rows_with_one_id_neither_counts_for_one_may_be_the_withdrawal() -> None:
    again = a("Consents", "Withdrawn on=2026-11-01")
    assert not to_mentoring("", "", again).is_open
    assert not to_mentoring("", "", a("Consents", "Consent ID=k1; Withdrawn on=2026-11-01")).is_open


def test_why_a_gate_is_shut_names_no_person() -> None:
    for consent, code in MENTORING.items():
        gate = to_mentoring(consent)
        assert bool(gate.why) is bool(code)
        assert "Aske" not in gate.why


# -- a pupil with several cases -------------------------------------------------------------------------

WITHDRAWN = a("Consents", "Consent ID=K2; Given on=2026-06-01; Withdrawn on=2026-07-01")
CASES = {
    "": "",
    "Status=Paused": "",
    "Status=Waiting": "",
    "Status=Closed; Closing reason=Planned end": "",
    "Status=Closed; Closing reason=": "",
    "Status=Closed; Closing reason=Consent withdrawn": "no-consent",
    "Status=Resting": "no-consent",
    "Consent ID=K2": "consent-withdrawn",
    "Consent ID=": "no-consent",
}


@pytest.mark.parametrize("case", CASES)
def test_a_pupil_has_agreed_through_an_open_case_or_after_the_last_one_closed(case: str) -> None:
    gate = pupil_has_agreed(casebook_of(a("Cases", case), a("Consents"), WITHDRAWN), "000001", TODAY)
    assert (gate.code, gate.is_open) == (CASES[case], not CASES[case])


def test_the_consent_of_a_closed_case_does_not_serve_a_new_one() -> None:
    closed = a("Cases", "Case ID=C0; Status=Closed; Closing reason=Planned end")
    new = a("Cases", "Case ID=C2; Consent ID=")
    assert pupil_has_agreed(casebook_of(closed, new), "000001", TODAY).code == "no-consent"
    assert pupil_has_agreed(casebook_of(closed), "000001", TODAY).is_open


def test_a_pupil_without_a_case_has_not_agreed() -> None:
    assert not pupil_has_agreed(casebook_of(), "000009", TODAY).is_open


# -- agencies --------------------------------------------------------------------------------------------

FOR_AGENCY = "Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS"


def to_agency(
    consent: str = "", agency: str = "", referral: str = "", *more: Row, today: dt.date = TODAY
) -> Gate:
    book = casebook_of(
        a("Consents", f"{FOR_AGENCY}; {consent}"),
        a("Agencies", agency),
        a("Agency referrals", referral),
        *more,
    )
    return agency_consent(book, book.agency_referrals[0], book.agencies[0], today)


NEEDED = ("", "Parent and pupil", "Parent", "Pupil", "Not required", "Safeguarding lead only", "ask them")
BASES = ("Parent", "Pupil", "Parent and pupil", "Not required")
JUDGED = ("", "Mrs N Okoye")


def is_enough(needed: str, basis: str, judged_by: str) -> bool:
    """What decisions say of who has to agree, in other words than the code's."""
    if needed in ("Not required", "Safeguarding lead only"):
        return True
    agreed = {"Parent": {"parent"}, "Pupil": {"pupil"}, "Parent and pupil": {"parent", "pupil"}}
    by = agreed.get(basis, set())
    if needed == "Parent":
        return "parent" in by
    if needed == "Pupil":
        return "pupil" in by
    return by == {"parent", "pupil"} or (by == {"pupil"} and judged_by != "")


@pytest.mark.parametrize(("needed", "basis", "judged_by"), [*product(NEEDED, BASES, JUDGED)])
def test_those_whom_the_agency_needs_have_agreed(needed: str, basis: str, judged_by: str) -> None:
    gate = to_agency(f"Basis={basis}; Competence judged by={judged_by}", f"Consent needed={needed}")
    assert gate.is_open is is_enough(needed, basis, judged_by)
    assert gate.is_open or gate.code == "consent-too-little"


AGENCY = {
    "Given on=2026-11-24": "consent-not-yet",
    "Withdrawn on=2026-11-23": "consent-withdrawn",
    "Review by=2026-11-22": "consent-past-review",
    "Purpose=Mentoring": "consent-other-purpose",
    "Purpose=Sharing information": "consent-other-purpose",
    "Agency=Balloons": "consent-other-agency",
    "Agency=": "consent-other-agency",
    "Agency=exe camhs": "",
    "Basis=": "consent-unread",
}


@pytest.mark.parametrize("consent", AGENCY)
def test_a_consent_to_a_referral_holds_for_one_agency_while_every_part_of_it_does(consent: str) -> None:
    balloons = a("Agencies", "Agency=Balloons; Kind=Bereavement")
    assert to_agency(consent, "", "", balloons).code == AGENCY[consent]


def test_a_referral_that_names_no_consent_waits_for_one() -> None:
    assert to_agency(referral="Consent ID=").code == "no-agency-consent"
    assert to_agency(referral="Consent ID=K77").code == "no-agency-consent"


def test_another_pupils_consent_opens_nothing() -> None:
    other = (a("Pupils"), a("Pupils", "Pupil ID=000002"))
    assert to_agency("Pupil ID=000002", "", "", *other).code == "consent-other-pupil"


# -- where only the pupil decides ---------------------------------------------------------------------------

PREGNANCY = "Kind=Teenage pregnancy; Consent needed="
BORN = {
    "2013-11-23": True,
    "2013-11-24": False,
    "2013-05-05": True,
    "2016-02-29": False,
    "2011-01-01": True,
}


@pytest.mark.parametrize("born", BORN)
@pytest.mark.parametrize("needed", ["Pupil", "Parent and pupil", "Not required"])
def test_under_13_a_referral_about_pregnancy_is_the_safeguarding_leads(born: str, needed: str) -> None:
    gate = to_agency("", f"{PREGNANCY}{needed}", "", a("Pupils", f"Date of birth={born}"))
    assert gate.is_open is BORN[born]
    assert gate.is_open or gate.code == "under-13"
    assert gate.is_open or "safeguarding lead's (check locally)" in gate.why


def test_a_birthday_on_29_february_counts_from_1_march() -> None:
    def is_open(today: dt.date) -> bool:
        pupil = a("Pupils", "Date of birth=2012-02-29")
        consent = "Given on=2025-01-10; Review by=; Basis=Pupil"
        return to_agency(consent, f"{PREGNANCY}Pupil", "", pupil, today=today).is_open

    assert not is_open(dt.date(2025, 2, 28))
    assert is_open(dt.date(2025, 3, 1))


def test_not_even_an_override_sends_a_letter_about_a_child_under_13() -> None:
    young = a("Pupils", "Date of birth=2015-01-01")
    assert to_agency(f"{OVERRIDE}; Basis=Parent", f"{PREGNANCY}Pupil", "", young).code == "under-13"


def test_other_agencies_have_no_such_age() -> None:
    young = a("Pupils", "Date of birth=2015-01-01")
    for kind in ("Counselling", "Drugs and alcohol", "GP", "CAMHS"):
        assert to_agency("", f"Kind={kind}; Consent needed=Pupil", "", young).is_open


@pytest.mark.parametrize(
    ("needed", "basis", "is_open"),
    [
        ("Pupil", "Pupil", True),
        ("Pupil", "Parent", False),
        ("Not required", "Pupil", True),
        ("Not required", "Parent", False),
        ("Not required", "Not required", False),
        ("Parent", "Parent", False),
        ("Parent", "Parent and pupil", True),
    ],
)
def test_nobody_is_referred_about_pregnancy_who_did_not_agree(
    needed: str, basis: str, *, is_open: bool
) -> None:
    assert to_agency(f"Basis={basis}", f"{PREGNANCY}{needed}").is_open is is_open


def test_a_referral_about_pregnancy_that_names_no_consent_waits_even_if_the_agency_needs_none() -> None:
    gate = to_agency("", f"{PREGNANCY}Not required", "Consent ID=")
    assert gate.code == "no-agency-consent"


# -- overrides ---------------------------------------------------------------------------------------------

OVERRIDE = "Override by=Ms H. Lindqvist; Override reason=Asking first would raise the risk"


@pytest.mark.parametrize(
    "consent",
    ["Withdrawn on=2026-11-01", "Basis=Not required", "Basis=", "Basis=Parent", "Review by=2026-11-01"],
)
def test_an_override_with_a_reason_lets_through_what_consent_does_not(consent: str) -> None:
    gate = to_agency(f"{OVERRIDE}; {consent}")
    assert (gate.is_open, gate.is_overridden) == (True, True)


def test_a_referral_that_has_consent_is_not_called_overridden() -> None:
    gate = to_agency(OVERRIDE)
    assert (gate.is_open, gate.is_overridden) == (True, False)


NO_OVERRIDE = (
    "Override by=; Withdrawn on=2026-11-01",
    "Override reason=; Withdrawn on=2026-11-01",
    "Purpose=Mentoring",
    "Agency=Balloons",
    "Pupil ID=000002",
    "Given on=2026-11-24",
    "Given on=",
)


@pytest.mark.parametrize("consent", NO_OVERRIDE)
def test_an_override_serves_only_the_pupil_and_agency_it_names_when_it_is_whole_and_made(
    consent: str,
) -> None:
    more = (
        a("Agencies", "Agency=Balloons; Kind=Bereavement"),
        a("Pupils"),
        a("Pupils", "Pupil ID=000002"),
    )
    assert not to_agency(f"{OVERRIDE}; {consent}", "", "", *more).is_open


def test_an_override_does_not_open_mentoring() -> None:
    assert not to_mentoring(f"{OVERRIDE}; Withdrawn on=2026-11-01").is_open


# -- from the end of compulsory school age ------------------------------------------------------------------

SCHOOL_ENDS = {
    ("2010-09-01", "2027-06-25", "England", False),  # The last Friday in June is still school age.
    ("2010-09-01", "2027-06-26", "England", True),
    ("2010-08-31", "2026-06-27", "Wales", True),
    ("2010-09-01", "2026-06-27", "England", False),
    ("2010-08-31", "2026-06-27", "Scotland", False),
    ("", "2026-06-27", "England", False),
}


@pytest.mark.parametrize("needed", ["Parent", "Parent and pupil"])
def test_past_school_age_the_young_persons_own_agreement_is_enough(needed: str) -> None:
    for born, given, nation, is_enough in sorted(SCHOOL_ENDS):
        gate = to_agency(
            f"Basis=Pupil; Given on={given}", f"Consent needed={needed}", "",
            a("Pupils", f"Date of birth={born}"), a("Settings", f"Nation={nation}"),
            today=D(2027, 7, 1),
        )  # fmt: skip
        assert gate.is_open is is_enough, (born, given, nation)


def test_a_later_withdrawal_counts_for_its_own_agency_or_for_one_that_it_leaves_open() -> None:
    for agency, is_open in (("Exe CAMHS", False), ("exe camhs", False), ("", False), ("Y-Smart", True)):
        taken = a("Consents", f"Consent ID=K9; Purpose=Agency referral; Agency={agency}; "
                  "Given on=2026-11-01; Withdrawn on=2026-11-10")  # fmt: skip
        assert to_agency("", "", "", taken, a("Agencies", "Agency=Y-Smart")).is_open is is_open
