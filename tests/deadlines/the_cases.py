"""For every rule, the smallest workbook in which it speaks, with the day it is counted from left open.

``{d}`` is the day that is counted from; ``{before}`` a day a week earlier. What a rule says about it stands
in the table of ``test_every_rule``.
"""

import datetime as dt

from deadlines.a_school import CALENDAR

TWO_YEARS = (
    CALENDAR
    + """
| 2027-09-02 | 2027-10-22 | Half term | Autumn 1 |
| 2027-11-01 | 2027-12-17 | Half term | Autumn 2 |
| 2028-01-04 | 2028-02-11 | Half term | Spring 1 |
| 2028-02-21 | 2028-04-06 | Half term | Spring 2 |
| 2028-04-24 | 2028-05-26 | Half term | Summer 1 |
| 2028-06-05 | 2028-07-20 | Half term | Summer 2 |
"""
)
"""Two school years; the second one holds 29 February 2028."""

_HEADINGS = (
    "Pupil ID", "Legal surname", "Legal forename", "Date of birth", "Year group", "SEN", "EHCP issued",
    "Looked after", "Came into care", "Medical plan", "Part-time timetable",
)  # fmt: skip


def pupil(**cells: str) -> str:
    """A pupil's row; ``Looked_after="Looked after"`` fills a cell."""
    usual = {"Pupil ID": "000001", "Legal surname": "Aske", "Legal forename": "Rowan"}
    usual["Date of birth"] = "2013-05-05"
    filled = usual | {name.replace("_", " "): value for name, value in cells.items()}
    line = " | ".join(filled.get(heading, "") for heading in _HEADINGS)
    return f"\n# Pupils\n| {' | '.join(_HEADINGS)} |\n| {line} |\n"


def event(*rows: str) -> str:
    """Rows of *event, date, ends on, days*."""
    lines = "\n".join(f"| 000001 | {row} |" for row in rows)
    return f"\n# Events\n| Pupil ID | Event | Date | Ends on | Days |\n{lines}\n"


def reviews(*rows: str) -> str:
    """Rows of *review, booked for, held on*."""
    lines = "\n".join(f"| 000001 | {row} |" for row in rows)
    return f"\n# Reviews\n| Pupil ID | Review | Booked for | Held on |\n{lines}\n"


def case(status: str = "Active", started: str = "{d}", closed: str = "") -> str:
    return (
        "\n# Cases\n| Case ID | Pupil ID | Mentor | Status | Started on | Closed on |\n"
        f"| C1 | 000001 | KSA | {status} | {started} | {closed} |\n"
    )


def sent_to(kind: str) -> str:
    return (
        f"\n# Agencies\n| Agency | Kind |\n| An agency | {kind} |\n"
        "# Agency referrals\n| Agency referral ID | Pupil ID | Agency | Reason | Decided on | Sent on |\n"
        "| A1 | 000001 | An agency | Worry | {d} | {d} |\n"
    )


def suspended(row: str) -> str:
    return pupil() + event(f"Suspension | {row}")


_PLAN = pupil(SEN="E", EHCP_issued="{d}")
_OLD_PLAN = pupil(SEN="E", EHCP_issued="2024-01-08")
_IN_CARE = pupil(Looked_after="Looked after", Came_into_care="{d}")
_CONFERENCE = "Child protection conference"

CASES: dict[str, str] = {
    "mentoring-review": pupil() + case(),
    "target-review": pupil()
    + case(started="2026-09-03")
    + "\n# Targets\n| Target ID | Case ID | Target | Set on | Review by | Status |\n"
    "| T1 | C1 | Ask for help | 2026-09-03 | {d} | Open |\n",
    "follow-up": pupil() + case("Closed", "2026-09-03", "{d}"),
    "follow-up-term": pupil() + case("Closed", "2026-09-03", "{d}"),
    "waiting-contact": pupil()
    + "\n# Referrals\n| Referral ID | Pupil ID | Received on | Main barrier | Decision |\n"
    "| R1 | 000001 | {d} | Friendship | Waiting |\n",
    "consent-review": pupil() + "\n# Consents\n| Consent ID | Pupil ID | Purpose | Basis | Given on |\n"
    "| K1 | 000001 | Mentoring | Parent | {d} |\n",
    "agency-chase": pupil() + sent_to("CAMHS"),
    "social-care-chase": pupil() + sent_to("Social care"),
    "measure-again": pupil()
    + case(started="2026-09-03")
    + "\n# Scales\n| Measure | Better is | Repeat no sooner than |\n| SDQ | Lower | 28 |\n"
    "# Measures\n| Pupil ID | Measure | Informant | Taken on | Phase | Score |\n"
    "| 000001 | SDQ | Teacher | {d} | Entry | 17 |\n",
    "ehcp-annual-review": _PLAN,
    "ehcp-meeting": _PLAN,
    "ehcp-invitation": _OLD_PLAN + reviews("Annual review of EHC plan | {d} |"),
    "ehcp-report": _OLD_PLAN + reviews("Annual review of EHC plan | | {d}"),
    "ehcp-decision": _OLD_PLAN + reviews("Annual review of EHC plan | | {d}"),
    "ehcp-under-five": pupil(SEN="E", EHCP_issued="{d}", Date_of_birth="2024-04-01"),
    "phase-transfer": pupil(SEN="E", Year_group="6"),
    "phase-transfer-post-16": pupil(SEN="E", Year_group="11"),
    "idp-review": _PLAN,
    "csp-review": _PLAN,
    "statement-review": _PLAN,
    "assessment-decision": pupil() + event("EHC needs assessment requested | {d} | |"),
    "plan-decision": pupil() + event("EHC needs assessment requested | {d} | |"),
    "plan-issued": pupil() + event("EHC needs assessment requested | {d} | |"),
    "draft-plan-comments": pupil() + event("EHC draft plan received | {d} | |"),
    "sen-support-review": pupil(SEN="K") + reviews("SEN support review | | {d}"),
    "medical-plan-review": pupil(Medical_plan="Yes") + event("Medical plan agreed | {d} | |"),
    "passport-review": pupil() + "\n# Passports\n| Pupil ID | Version date |\n| 000001 | {d} |\n",
    "pep-start": _IN_CARE,
    "pep-ready": _IN_CARE,
    "pep-termly": _IN_CARE,
    "care-review-first": _IN_CARE,
    "care-review-second": _IN_CARE + reviews("Looked-after review | | {d}"),
    "care-review": pupil(Looked_after="Looked after", Came_into_care="2024-01-08")
    + reviews("Looked-after review | | {d}"),
    "pep-after-move": pupil(Looked_after="Looked after", Came_into_care="2024-01-08")
    + event("Change of placement | {d} | |"),
    "protection-initial": pupil() + event("Strategy discussion | {d} | |"),
    "core-group-first": pupil() + event(f"{_CONFERENCE} | {{d}} | |"),
    "core-group": pupil() + event(f"{_CONFERENCE} | {{d}} | |") + reviews("Core group | | {d}"),
    "protection-review-first": pupil() + event(f"{_CONFERENCE} | {{d}} | |"),
    "protection-review-first-wales": pupil() + event(f"{_CONFERENCE} | {{d}} | |"),
    "protection-review": pupil() + event(f"{_CONFERENCE} | {{before}} | |", f"{_CONFERENCE} | {{d}} | |"),
    "initial-conference-report": pupil() + reviews(f"{_CONFERENCE} | {{d}} |"),
    "conference-report": pupil()
    + event(f"{_CONFERENCE} | {{before}} | |")
    + reviews(f"{_CONFERENCE} | {{d}} |"),
    "in-need-planning": pupil() + event("Child in need plan started | {d} | |"),
    "in-need-review": pupil()
    + event("Child in need plan started | {d} | |")
    + reviews("Child in need review | | {d}"),
    "early-help-first": pupil() + event("Early help started | {d} | |"),
    "early-help-review": pupil()
    + event("Early help started | {d} | |")
    + reviews("Early help review | | {d}"),
    "early-help-again": pupil() + event("Early help started | {d} | |"),
    "suspension-day-6": suspended("{d} | | 10"),
    "exclusion-day-6": pupil() + event("Permanent exclusion | {d} | |"),
    "governors-15": pupil() + event("Permanent exclusion | {d} | |"),
    "governors-50": suspended("{d} | | 6"),
    "reintegration": suspended("2026-09-03 | {d} |"),
    "part-time-end": pupil(Part_time_timetable="Yes") + event("Part-time timetable started | {d} | |"),
    "part-time-review": pupil(Part_time_timetable="Yes") + event("Part-time timetable started | {d} | |"),
    "off-site-review": pupil() + event("Off-site direction | {d} | |"),
    "managed-move-trial": pupil() + event("Managed move started | {d} | |"),
}


def workbook(slug: str, day: dt.date, nation: str = "England") -> str:
    """The case of a rule, counted from a day, in a nation."""
    before = day - dt.timedelta(weeks=1)
    settings = f"\n# Settings\n| Setting | Value |\n| Nation | {nation} |\n| Phase | Primary |\n"
    return settings + CASES[slug].replace("{d}", day.isoformat()).replace("{before}", before.isoformat())
