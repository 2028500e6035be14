"""The dates of the messy secondary school's caseload on Monday 23 November 2026, worked out by hand."""

import pytest
from deadlines.a_school import D, dues_of

from mentor_xl.deadlines import Due

CASELOAD = """
# Settings
| Setting         | Value   |
| Nation          | England |
| Due soon within | 15      |

# Staff
| Staff code | Forename | Surname | Role             |
| KSA        | Kathleen | Salt    | Learning mentor  |
| RTW        | Rhona    | Tweddle | Inclusion mentor |

# Pupils @3
| Adm No | Surname      | Forename  | D.O.B.     | Tutor group | SEN | EHCP issued | EHCP last review | Looked after | Came into care | Leaving date |
| 004511 | Adeyemi      | Tolulope  | 2014-02-11 | 8B | N |            |            |              |            |            |
| 004512 | O’Neill      | Siobhán   | 2013-10-03 | 8B | K |            |            |              |            |            |
| 004513 | van der Berg | Lucas     | 2013-03-14 | 9A | K |            |            |              |            |            |
| 004514 | Nguyễn       | Minh Anh  | 2015-01-27 | 7C | N |            |            |              |            |            |
| 004515 | SMITH-JONES  | KAYLEIGH  | 2012-06-19 | 10D | E | 2024-01-22 | 2025-12-09 |              |            |            |
| 004516 | Khan         | Ahmed     | 2013-08-31 | 9A | N |            |            |              |            |            |
| 004517 | Khan         | Amina     | 2013-09-01 | 8B | N |            |            |              |            |            |
| 004519 | Petrov       | Nikolai   | 2013-01-01 | 9C | N |            |            |              |            |            |
|        |              |           |            |    |   |            |            |              |            |            |
| 004520 | Williams     | Grace     | 2011-11-30 | 10A | E | 2022-03-03 |            |              |            |            |
| 004521 | Hussain      | Zara      | 2014-04-04 | 8C | N |            |            | Looked after | 2026-10-26 |            |
| 004522 | Davies       | Rhys      | 2013-12-12 | 8A | P |            |            |              |            |            |
| 004526 | Ford         | Isla      | 2015-03-07 | 7A | N |            |            |              |            |            |
| 004526 | Begum        | Fatima    | 2012-02-29 | 10C | N |            |            |              |            |            |
| 004527 | Taylor       | Alex      | 2013-05-21 | 9A | K |            |            |              |            |            |
| 004528 | Morris       | Ben       | 2014-09-14 | 7B | N |            |            |              |            | 2026-10-16 |

# Cases
| Case ID | Pupil ID | Mentor | Status | Started on | Planned end | Consent ID | Closed on |
| C1      | 004511 | KSA | Active | 2026-09-14 | 2026-12-11 | K1  | |
| C2      | 004515 | RTW | Active | 2026-09-15 | 2027-02-12 | K2  | |
| C3      | 004513 | RTW | Active | 2026-09-21 |            | K9  | |
| C4      | 004516 | KSA | Active | 2026-09-28 | 2026-09-20 | K4  | |
| C5      | 004528 | KSA | Active | 2026-09-09 | 2026-12-01 |     | |
| C6      | 004522 | ZZZ | Closed | 2026-09-09 | 2026-11-06 |     | |
| C7      | 004527 | RTW | Active | 2026-10-05 | 2027-01-29 | K7  | |
| C9      | 004512 | KSA | Active | 2026-10-05 | 2027-01-29 | K10 | |
| C10     | 004519 | KSA | Active | 2026-11-09 | 2027-02-05 |     | |
| C8      | 004521 | KSA | Active | 2026-11-02 | 2027-01-29 | K8  | |

# Consents
| Consent ID | Pupil ID | Purpose | Agency | Basis | Given on | Review by | Withdrawn on |
| K1  | 004511 | Mentoring       |              | Parent           | 2026-09-10 | 2027-09-10 | |
| K3  | 004515 | Agency referral | CAMHS Exeford | Parent and pupil | 2026-10-20 | 2027-10-20 | |
| K4  | 004516 | Mentoring       |              | Parent           | 2026-09-24 | 2027-09-24 | 2026-11-10 |

# Targets
| Target ID | Case ID | Target | Set on | Review by | Status |
| T1 | C1  | Use my time-out card before I shout | 2026-09-14 | 2026-10-19 | Met         |
| T2 | C1  | Finish 4 lessons a day              | 2026-10-19 | 2026-11-30 | Open        |
| T4 | C2  | One art lesson a week               | 2026-10-05 | 2026-12-04 | Partly met  |
| T5 | C99 | Lost target                         | 2026-10-05 | 2026-12-04 | Open        |
| T6 | C7  | Say how I feel on the 1-5 card      | 2026-10-05 | 2026-09-04 | Open        |

# Agencies
| Agency        | Kind              | Reply expected within |
| CAMHS Exeford | CAMHS             | 10 |
| Y-Smart       | Drugs and alcohol | 10 |
| Balloons      | Bereavement       | 15 |

# Agency referrals
| Agency referral ID | Pupil ID | Agency | Reason | Decided on | Written by | Sent on | Outcome |
| A1 | 004515 | CAMHS Exeford | Severe anxiety           | 2026-10-21 | RTW |            |         |
| A2 | 004516 | Y-Smart       | Vaping                   | 2026-10-12 | KSA |            |         |
| A3 | 004511 | Balloons      | Grandfather died in August | 2026-10-01 | KSA | 2026-10-05 | Waiting |

# Reviews
| Pupil ID | Review | Counted from | Booked for | Held on |
| 004511 | Mentoring review          | | 2026-11-26 |            |
| 004515 | Annual review of EHC plan | |            |            |
| 004515 | Mentoring review          | |            | 2026-10-23 |
| 004521 | Personal education plan   | | 2026-11-27 |            |
| 004513 | Mentoring review          | | 2026-12-03 |            |
| 004512 | Mentoring review          | | 2026-12-01 |            |
| 004520 | Annual review of EHC plan | |            |            |
| 004516 | Coffee morning            | |            |            |
"""  # noqa: E501 - a table as wide as the sheet

TODAY = D(2026, 11, 23)
DUES = dues_of(CASELOAD, TODAY)


def due(ref: str, slug: str) -> Due:
    (found,) = [one for one in DUES if one.ref == ref and one.rule == slug and one.state != "held"]
    return found


@pytest.mark.parametrize(
    "told",
    [
        # Kay: reviewed on 9 December 2025
        ("004515", "ehcp-annual-review", D(2025, 12, 9), D(2026, 12, 8), D(2026, 12, 8), None, "due soon"),
        ("004515", "ehcp-meeting", D(2026, 12, 8), D(2026, 11, 10), D(2026, 11, 10), None, "overdue"),
        ("004515", "ehcp-invitation", D(2026, 11, 10), D(2026, 10, 27), D(2026, 10, 23), None, "overdue"),
        ("004515", "ehcp-report", None, None, None, None, "needs a date"),
        ("004515", "mentoring-review", D(2026, 10, 23), None, D(2026, 12, 11), None, "due soon"),
        # Grace: a plan from 2022 and no review on record
        ("004520", "ehcp-annual-review", D(2022, 3, 3), D(2023, 3, 2), None, None, "overdue"),
        ("004520", "ehcp-meeting", D(2023, 3, 2), D(2023, 2, 2), None, None, "overdue"),
        ("004520", "ehcp-invitation", D(2023, 2, 2), D(2023, 1, 19), None, None, "overdue"),
        # Zara: came into care on 26 October 2026
        ("004521", "pep-ready", D(2026, 10, 26), D(2026, 11, 23), TODAY, D(2026, 11, 27), "due soon"),
        ("004521", "pep-termly", D(2026, 10, 26), D(2027, 3, 25), D(2027, 3, 25), None, "planned"),
        ("004521", "mentoring-review", D(2026, 11, 2), None, D(2026, 12, 18), None, "planned"),
        # mentoring reviews
        ("004511", "mentoring-review", D(2026, 9, 14), None, D(2026, 11, 6), D(2026, 11, 26), "overdue"),
        ("004513", "mentoring-review", D(2026, 9, 21), None, D(2026, 11, 13), D(2026, 12, 3), "overdue"),
        ("004512", "mentoring-review", D(2026, 10, 5), None, D(2026, 11, 26), D(2026, 12, 1), "due soon"),
        ("004516", "mentoring-review", D(2026, 9, 28), None, D(2026, 11, 20), None, "overdue"),
        ("004527", "mentoring-review", D(2026, 10, 5), None, D(2026, 11, 26), None, "due soon"),
        ("004519", "mentoring-review", D(2026, 11, 9), None, D(2027, 1, 8), None, "planned"),
        # the rest
        ("004511", "target-review", D(2026, 11, 30), None, D(2026, 11, 30), None, "due soon"),
        ("004527", "target-review", None, None, None, None, "needs a date"),
        ("004511", "agency-chase", D(2026, 10, 5), None, D(2026, 11, 2), None, "overdue"),
        ("004511", "consent-review", D(2027, 9, 10), None, None, None, "needs calendar"),
        ("004522", "follow-up", None, None, None, None, "needs a date"),
    ],
)
def test_the_messy_school_s_dates_come_out_as_a_person_counts_them(told: tuple[object, ...]) -> None:
    ref, slug, *expected = told
    found = due(str(ref), str(slug))
    dates = [found.counted_from, found.legal_last_day, found.act_by, found.booked_for]
    assert [*dates, found.state] == expected


def test_zara_s_plan_is_started_because_its_meeting_is_booked() -> None:
    (started,) = [one for one in DUES if one.rule == "pep-start"]
    assert (started.ref, started.state, started.legal_last_day) == ("004521", "held", D(2026, 11, 9))
    assert (started.booked_for, started.held_on) == (D(2026, 11, 27), None)


def test_kay_s_last_mentoring_review_is_shown_as_held() -> None:
    (held,) = [one for one in DUES if one.rule == "mentoring-review" and one.state == "held"]
    assert (held.ref, held.held_on, held.review_row) == ("004515", D(2026, 10, 23), 4)


def test_nothing_is_due_for_a_leaver_for_a_doubled_id_or_for_a_pupil_without_a_case() -> None:
    refs = {one.ref for one in DUES}
    assert refs.isdisjoint({"004528", "004526", "004514", "004517"})


def test_nothing_else_is_due_for_the_messy_school() -> None:
    told_above = ("consent-review", "mentoring-review")
    told = sorted((one.ref, one.rule) for one in DUES if one.rule not in told_above)
    assert told == [
        ("004511", "agency-chase"),
        ("004511", "target-review"),
        ("004515", "ehcp-annual-review"),
        ("004515", "ehcp-invitation"),
        ("004515", "ehcp-meeting"),
        ("004515", "ehcp-report"),
        ("004520", "ehcp-annual-review"),
        ("004520", "ehcp-invitation"),
        ("004520", "ehcp-meeting"),
        ("004520", "ehcp-report"),
        ("004521", "care-review-first"),  # the authority's: 20 working days, the same 23 November
        ("004521", "pep-ready"),
        ("004521", "pep-start"),
        ("004521", "pep-termly"),
        ("004522", "follow-up"),
        ("004527", "target-review"),
    ]
    assert [one.about.key for one in DUES if one.rule == "consent-review"] == ["K1", "K3"]


def test_no_reason_names_a_pupil() -> None:
    names = ("Adeyemi", "Tolu", "SMITH", "KAYLEIGH", "Williams", "Grace", "Hussain", "Zara", "Khan")
    assert not [one.why for one in DUES if any(name in one.why for name in names)]
