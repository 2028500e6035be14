"""Every code of the catalogue can be made to appear, in a whole sentence and at its place."""

import re

import pytest
from workbook.sound_book import CASES, PUPILS, STAFF, RowsGrid, read, sound_sheets, the_only

from mentor_xl.catalogue import MEANINGS
from mentor_xl.workbook.reading import read_casebook

REWARDS = "# Rewards\n| Pupil ID | Date | For | Reward |\n"
TARGETS = "# Targets\n| Target ID | Case ID | Target | Set on | Review by | Status |\n"
AGENCY_REFERRALS = "# Agency referrals\n| Agency referral ID | Pupil ID | Agency | Reason | Decided on |\n"
MEASURES = """
# Scales
| Measure | Better is |
| SDQ total | Lower |
# Measures
| Pupil ID | Measure | Informant | Taken on | Phase | Score |
"""
SESSIONS = "# Sessions\n| Date | Pupil ID | Mentor | Kind | Minutes | Attended |\n"


def born(typed: str) -> str:
    return f"# Pupils\n| Adm No | Surname | Forename | D.O.B. |\n| 004511 | Hartley | Rosalind | {typed} |"


def pupil_with(heading: str, typed: str) -> str:
    headings = f"| Adm No | Surname | Forename | DOB | {heading} |"
    return f"# Pupils\n{headings}\n| 004511 | Hartley | Rosalind | 2013-05-05 | {typed} |"


def lasting(typed: str) -> str:
    return SESSIONS + f"| 2026-10-05 | 004511 | DWH | One-to-one | {typed} | Attended |"


def contact_restricted(typed: str) -> str:
    headings = "| Pupil ID | Priority | Surname | Relationship | Court restriction |"
    return f"# Contacts\n{headings}\n| 004511 | 1 | Hartley | Mother | {typed} |"


def reward_of(typed: str) -> str:
    return REWARDS + f"| {typed} | 2026-10-16 | Help | Praise |"


TOLD = [
    ("missing-value", born(""), "Pupils!D2", "D.O.B. is blank."),
    ("not-known-yet", born("TBC"), "Pupils!D2", "D.O.B. says “TBC”, and it has to be filled."),
    (
        "not-known",
        pupil_with("UPN", "n/a"),
        "Pupils!E2",
        "UPN says “n/a”: read as not known.",
    ),
    (
        "not-settled",
        pupil_with("Name for letters home", "?"),
        "Pupils!E2",
        "Name for letters home says “?”: letters that hang on it wait until that is settled.",
    ),
    ("error-cell", born("#REF!"), "Pupils!D2", "D.O.B. shows the Excel error #REF!."),
    (
        "text-date",
        born("14/03/2013"),
        "Pupils!D2",
        "D.O.B. “14/03/2013” is a date typed as text: read as 14 March 2013.",
    ),
    (
        "us-date",
        born("02/13/2014"),
        "Pupils!D2",
        "D.O.B. “02/13/2014” has no such month. It may be written month first.",
    ),
    ("not-a-date", born("31/06/2013"), "Pupils!D2", "D.O.B. says “31/06/2013”, which is not a date."),
    ("not-a-date", born("in May"), "Pupils!D2", "D.O.B. says something that is not a date."),
    (
        "impossible-year",
        born("1013-03-14"),
        "Pupils!D2",
        "D.O.B. says 14 March 1013: that year cannot be right.",
    ),
    (
        "wrong-weekday",
        born("Monday 6 May 2013"),
        None,
        None,
    ),
    (
        "wrong-weekday",
        born("Sunday 6 May 2013"),
        "Pupils!D2",
        "D.O.B. “Sunday 6 May 2013” does not go together: 6 May 2013 is a Monday.",
    ),
    (
        "number-date",
        born("41275"),
        "Pupils!D2",
        "D.O.B. holds the number 41275, not a date. As a date it would be 1 January 2013.",
    ),
    ("two-digit-year", born("14/3/13"), "Pupils!D2", "D.O.B. “14/3/13” has a year of two figures."),
    ("not-a-number", lasting("about 40"), "Sessions!E2", "Minutes says something that is not a number."),
    ("not-whole", lasting("37.5"), "Sessions!E2", "Minutes is 37.5; it has to be a whole number."),
    ("out-of-range", lasting("-15"), "Sessions!E2", "Minutes is −15; it has to lie between 1 and 480."),
    (
        "fraction-of-hundred",
        pupil_with("Att %", "0.884"),
        "Pupils!E2",
        "Att % is 0.884. As a percentage that would be 88.4.",
    ),
    (
        "not-yes-or-no",
        pupil_with("PP", "x"),
        "Pupils!E2",
        "PP says “x”, which is neither Yes nor No.",
    ),
    (
        "not-on-list",
        REWARDS + "| 004511 | 2026-10-16 | Help | Prase |",
        "Rewards!D2",
        "Reward says something that is not on its list. Did you mean Praise?",
    ),
    (
        "retired-code",
        pupil_with("SEN", "p"),
        "Pupils!E2",
        "SEN “P” is a retired code. Its place is taken by K.",
    ),
    (
        "read-as",
        pupil_with("LAC", "cla"),
        "Pupils!E2",
        "LAC “CLA” is read as Looked after.",
    ),
    (
        "name-as-id",
        "# Pupils\n| Adm No | Surname | Forename | DOB |\n| Rosalind | Hartley | Rosalind | 2013-05-05 |",
        "Pupils!A2",
        "Adm No is made of words, or of the pupil’s own name.",
    ),
    (
        "duplicate-id",
        STAFF + "| DWH | Drew | Hall | Learning mentor |",
        "Staff!A2",
        "Staff code DWH is on more than one row of Staff: rows 2 and 3.",
    ),
    (
        "duplicate-id",
        "# Policies\n| Policy | Owner |\n| Mentoring | Head |\n| mentoring | SENCO |",
        "Policies!A2",
        "This Policy is on more than one row of Policies: rows 2 and 3.",
    ),
    ("unknown-pupil", reward_of("009999"), "Rewards!A2", "No pupil has the ID 009999."),
    ("unknown-pupil", reward_of("Kay"), "Rewards!A2", "No pupil has the ID that stands there."),
    ("zeros-added", reward_of("'4511"), "Rewards!A2", "Pupil ID “4511” is read as 004511."),
    (
        "not-settled",
        contact_restricted("tbc"),
        "Contacts!E2",
        "Court restriction says “tbc”: letters that hang on it wait until that is settled.",
    ),
    (
        "read-as-no",
        contact_restricted("nil"),
        "Contacts!E2",
        "Court restriction says “nil”: read as No.",
    ),
    ("unknown-staff", CASES.replace("DWH", "ZZZ"), "Cases!C2", "No member of staff has the code ZZZ."),
    (
        "unknown-case",
        TARGETS + "| T1 | C99 | Lunch | 2026-09-28 | 2026-11-06 | Open |",
        "Targets!B2",
        "No case has the ID C99.",
    ),
    (
        "unknown-agency",
        AGENCY_REFERRALS + "| A1 | 004511 | Y-Smart | Wants to talk | 2026-11-02 |",
        "Agency referrals!C2",
        "There is no such agency on the Agencies sheet.",
    ),
    (
        "unknown-reference",
        MEASURES + "| 004511 | SDQ totals | Teacher | 2026-09-22 | Entry | 17 |",
        "Measures!B2",
        "This Measure is not on the sheet Scales. Did you mean SDQ total?",
    ),
    (
        "missing-column",
        "# Rewards\n| Pupil ID | Date | Reward |\n| 004511 | 2026-10-16 | Praise |",
        "Rewards!A1",
        "There is no column For on this sheet.",
    ),
    (
        "doubled-column",
        "# Rewards\n| Pupil ID | Adm No | Date | For | Reward |\n| 004511 | 1 | 2026-10-16 | Help | Praise |",
        "Rewards!B1",
        "Two columns are understood as Pupil ID; this one is taken for one of your own.",
    ),
    (
        "doubled-setting",
        "# Settings\n| School name | Fernhollow |\n| School name | Fern Hollow |",
        "Settings!B2",
        "Two lines are understood as School name; this one is left alone.",
    ),
    (
        "no-headings",
        "# Rewards\n| Who | What |",
        "Rewards",
        "No heading row was found in the first 20 rows of this sheet.",
    ),
    (
        "doubled-sheet",
        REWARDS + "\n" + REWARDS.replace("Rewards", "rewards"),
        "rewards",
        "Two sheets are understood as Rewards; this one is left alone.",
    ),
    (
        "misspelt-sheet",
        "# Reward\n| Who | What |",
        "Reward",
        "This sheet is left alone. Did you mean Rewards?",
    ),
]


@pytest.mark.parametrize(("code", "sheets", "place", "message"), TOLD)
def test_every_code_is_told_in_a_sentence_at_its_place(
    code: str, sheets: str, place: str | None, message: str | None
) -> None:
    others = [PUPILS] if "# Pupils" not in sheets else []
    others += [STAFF] if "# Staff" not in sheets else []
    found = [problem for problem in read(*others, sheets).problems if problem.code == code]
    if place is None:
        assert found == []
        return
    problem = found[0]
    assert (str(problem.place), problem.message) == (place, message)
    assert problem.severity is MEANINGS[code].severity


def test_a_file_that_cannot_show_errors_says_so_once() -> None:
    reading = read_casebook(RowsGrid(sound_sheets(), shows_errors=False))
    assert [problem.code for problem in reading.problems] == ["errors-not-shown"]
    assert the_only(reading).message.startswith("This is an .xls workbook:")


def test_every_code_of_the_catalogue_has_been_made_to_appear() -> None:
    assert {code for code, _, place, _ in TOLD if place} | {"errors-not-shown"} == set(MEANINGS)


@pytest.mark.parametrize("code", MEANINGS)
def test_a_code_is_explained_in_whole_sentences(code: str) -> None:
    meaning = MEANINGS[code]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert meaning.question.endswith("?")
    for sentence in (meaning.why, meaning.fix):
        assert re.fullmatch(r"[A-Z“’].*\.", sentence), sentence
    assert re.search(r"[.?}]$", meaning.message)
