"""Consent reviews and agencies that do not answer."""

import datetime as dt

import pytest
from deadlines.a_school import PUPIL, D, dues_of, of_rule, the_only

TODAY = D(2026, 11, 23)
HEADINGS = "| Consent ID | Pupil ID | Purpose | Agency | Basis | Given on | Review by | Withdrawn on |\n"


def consents(*rows: str) -> str:
    """Rows of *ID, purpose, agency, given on, review by, withdrawn on*."""
    lines = []
    for row in rows:
        consent_id, purpose, agency, *dates = row.split("|")
        lines.append(f"| {consent_id} | 000001 | {purpose} | {agency} | Parent | {' | '.join(dates)} |")
    agencies = "\n# Agencies\n| Agency | Kind |\n| CAMHS | CAMHS |\n| Balloons | Bereavement |\n"
    return f"{agencies}# Consents\n{HEADINGS}" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("row", "act_by", "state"),
    [
        ("K1|Mentoring||2026-02-01|2027-02-10|", D(2027, 2, 10), "planned"),
        ("K1|Mentoring||2026-02-01||", D(2027, 2, 1), "planned"),
        ("K1|Mentoring||2025-12-05||", D(2026, 12, 4), "due soon"),  # Saturday 5 December 2026
        ("K1|Mentoring||2024-02-29||", None, "overdue"),  # 28 February 2025
        ("K1|Mentoring||2026-09-10|2026-11-15|", D(2026, 11, 16), "overdue"),
        ("K1|Mentoring||2026-09-10|2027-09-10|", None, "needs calendar"),
        ("K1|Mentoring||2026-09-10|2027-01-05|2026-12-24", D(2027, 1, 5), "planned"),  # not withdrawn yet
    ],
)
def test_a_consent_is_reviewed_by_its_own_date_else_after_12_months(
    row: str, act_by: dt.date | None, state: str
) -> None:
    due = the_only(dues_of(PUPIL + consents(row), TODAY), "consent-review")
    assert (due.act_by, due.state, due.about.key, due.legal_last_day) == (act_by, state, "K1", None)


@pytest.mark.parametrize("withdrawn", ["2026-11-10", "2026-11-23"])
def test_a_consent_that_was_withdrawn_is_not_reviewed(withdrawn: str) -> None:
    assert dues_of(PUPIL + consents(f"K1|Mentoring||2026-09-10||{withdrawn}"), TODAY) == []


def test_only_the_latest_consent_of_a_purpose_and_an_agency_is_reviewed() -> None:
    text = consents(
        "K4|Mentoring||2026-09-10||",
        "K1|Mentoring||2025-09-10||",
        "K2|Agency referral|CAMHS|2026-01-10||",
        "K3|Agency referral|Balloons|2026-01-10||",
        "K5|Photographs||2026-01-10||",
    )
    assert sorted(due.about.key for due in dues_of(PUPIL + text, TODAY)) == ["K2", "K3", "K4", "K5"]


@pytest.mark.parametrize(
    ("statuses", "is_reviewed"), [(("Closed",), False), (("Closed", "Active"), True), (("Paused",), True)]
)
def test_a_consent_is_no_longer_reviewed_when_every_case_that_names_it_is_closed(
    statuses: tuple[str, ...], is_reviewed: bool
) -> None:
    cases = "\n# Cases\n| Case ID | Pupil ID | Mentor | Status | Started on | Closed on | Consent ID |\n"
    for number, status in enumerate(statuses):
        cases += f"| C{number} | 000001 | KSA | {status} | 2026-09-14 | 2026-10-14 | k1 |\n"
    dues = dues_of(PUPIL + consents("K1|Mentoring||2026-09-10||") + cases, TODAY)
    assert bool(of_rule(dues, "consent-review")) == is_reviewed


@pytest.mark.parametrize(("closed", "is_reviewed"), [("2026-11-02", False), ("", True)])
def test_a_consent_to_a_referral_ends_with_the_referral(closed: str, is_reviewed: bool) -> None:
    referral = f"""
    # Agency referrals
    | Agency referral ID | Pupil ID | Agency | Reason | Decided on | Consent ID | Closed on |
    | A1                 | 000001   | CAMHS  | Worry  | 2026-09-11 | K1         | {closed}  |
    """
    dues = dues_of(PUPIL + consents("K1|Agency referral|CAMHS|2026-09-10||") + referral, TODAY)
    assert bool(of_rule(dues, "consent-review")) == is_reviewed


def test_a_consent_review_that_was_held_starts_the_12_months_again() -> None:
    held = """
    # Reviews
    | Pupil ID | Review         | Held on    |
    | 000001   | Consent review | 2026-01-12 |
    """
    due = the_only(dues_of(PUPIL + consents("K1|Mentoring||2025-06-10||") + held, TODAY), "consent-review")
    assert (due.counted_from, due.act_by) == (D(2026, 1, 12), D(2027, 1, 12))


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("K1|Mentoring||||", "Consents!F2"),
        ("K1|Mentoring||2026-09-10|Year 11|", "Consents!G2"),
        ("K1|Mentoring||last year||", "Consents!F2"),
    ],
)
def test_a_consent_without_a_date_says_which_cell_to_look_at(row: str, cell: str) -> None:
    due = the_only(dues_of(PUPIL + consents(row), TODAY), "consent-review")
    assert (due.state, str(due.wanted)) == ("needs a date", cell)


# -- agencies ----------------------------------------------------------------------------------------------


def referral(
    sent: str, within: str = "15", *, acknowledged: str = "", outcome: str = "", closed: str = ""
) -> str:
    return f"""
    # Agencies
    | Agency   | Kind        | Reply expected within |
    | Balloons | Bereavement | {within}              |
    # Agency referrals
    | Agency referral ID | Pupil ID | Agency   | Reason | Decided on | Sent on | Acknowledged on | Outcome   | Closed on |
    | A1                 | 000001   | Balloons | Grief  | 2026-09-01 | {sent}  | {acknowledged}  | {outcome} | {closed}  |
    """  # noqa: E501 - a table as wide as the sheet


@pytest.mark.parametrize(
    ("sent", "within", "act_by", "state"),
    [
        ("2026-10-05", "15", D(2026, 11, 2), "overdue"),  # the reply day, 26 October, is in half term
        ("2026-11-23", "1", D(2026, 11, 25), "due soon"),
        ("2026-11-11", "", D(2026, 11, 26), "due soon"),  # 10 working days: 25 November
        ("2026-11-11", "11", D(2026, 11, 30), "due soon"),  # 26 November; 27 is an INSET day
        ("2026-12-14", "10", D(2027, 1, 5), "planned"),  # 30 December, after Boxing Day's substitute
        ("2027-07-12", "10", None, "needs calendar"),
        ("2024-03-04", "10", None, "overdue"),
        ("2026-11-23", "0", D(2026, 11, 24), "due soon"),
    ],
)
def test_an_agency_is_asked_on_the_first_school_day_after_its_reply_was_expected(
    sent: str, within: str, act_by: dt.date | None, state: str
) -> None:
    due = the_only(dues_of(PUPIL + referral(sent, within), TODAY), "agency-chase")
    assert (due.act_by, due.state, due.about.key) == (act_by, state, "A1")


def test_the_reason_for_a_chase_shows_both_steps() -> None:
    due = the_only(dues_of(PUPIL + referral("2026-10-05"), TODAY), "agency-chase")
    assert due.why == (
        "15 working days after Mon 5 Oct 2026 is Mon 26 Oct 2026;"
        " the first school day after it is Mon 2 Nov 2026."
    )


@pytest.mark.parametrize(
    "text",
    [
        referral(""),
        referral("2026-10-05", acknowledged="2026-10-08"),
        referral("2026-10-05", closed="2026-10-08"),
        referral("2026-10-05", outcome="Accepted"),
        referral("2026-10-05", outcome="More information wanted"),
    ],
)
def test_nobody_is_chased_before_it_was_sent_or_after_an_answer(text: str) -> None:
    assert dues_of(PUPIL + text, TODAY) == []


def test_an_outcome_of_waiting_is_no_answer() -> None:
    text = referral("2026-10-05", outcome="Waiting")
    assert the_only(dues_of(PUPIL + text, TODAY), "agency-chase").state == "overdue"


@pytest.mark.parametrize(
    ("sent", "within", "cell"),
    [
        ("Tuesday", "15", "Agency referrals!F2"),
        ("2026-10-05", "soon", "Agencies!C2"),
        ("2026-10-05", "-3", "Agencies!C2"),
        ("2026-10-05", "20261005", "Agencies!C2"),
    ],
)
def test_a_chase_that_cannot_be_counted_says_which_cell_to_look_at(sent: str, within: str, cell: str) -> None:
    due = the_only(dues_of(PUPIL + referral(sent, within), TODAY), "agency-chase")
    assert (due.state, str(due.wanted)) == ("needs a date", cell)


@pytest.mark.parametrize(
    ("kind", "within", "found"),
    [
        ("Social care", "", [("social-care-chase", D(2026, 11, 19))]),
        ("Social care", "3", [("agency-chase", D(2026, 11, 23))]),  # its own reply time on Agencies
        ("Bereavement", "", [("agency-chase", D(2026, 12, 2))]),
    ],
)
def test_social_care_answers_sooner_than_others(
    kind: str, within: str, found: list[tuple[str, dt.date]]
) -> None:
    text = PUPIL + referral("2026-11-17", within).replace("| Bereavement |", f"| {kind} |")
    assert [(due.rule, due.act_by) for due in dues_of(text, TODAY)] == found
