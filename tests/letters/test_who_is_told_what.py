"""Nothing reaches a reader that the matrix does not let them be told (reference 6.2).

A mark of its own stands in every cell of the workbook that takes text; then everything that a template of
each kind could reach is searched for the marks.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import pytest
from a_caseload import USUAL, Row, all_text, cells_of, made

from mentor_xl.audience import Audience, Group, Release, release
from mentor_xl.casebook import SHEETS
from mentor_xl.documents import Document, kinds
from mentor_xl.records import Column, Record, columns_of

ID, OTHER = "000001", "000002"
MARKED_KINDS = ("text", "note", "text;")


class Mark(NamedTuple):
    """A word that stands in one cell and nowhere else."""

    word: str
    pupil: str
    sheet: str
    heading: str
    group: Group


KEYS = {
    "Pupil ID": "{pupil}", "Case ID": "C{n}", "Referral ID": "R{n}", "Target ID": "T{n}", "Mentor": "KSA",
    "Agency referral ID": "A{n}", "Written by": "KSA", "Assessed by": "KSA", "Staff code": "KSA",
    "Measure": "Wellbeing", "Group": "Friday group {n}", "Pupils": "{pupil}", "Mentor pupil": "{pupil}",
    "Mentee pupil": "{pupil}", "Pair ID": "P{n}", "Supervised by": "KSA", "Reserve mentor": "",
    "Policy": "Own policy", "Replaced by": "", "Avoid": "", "Rule": "Own rule",
}  # fmt: skip
"""IDs and what refers to them: without these the rows would hang on nothing."""

TYPED = {
    ("Pupils", "DSL informed on"): "2019-01-09",
    ("Pupils", "Name for letters home"): "Known as",
    ("Pupils", "Came into care"): "2019-02-11",
    ("Pupils", "Social care status"): "Child protection",
    ("Pupils", "Young carer"): "Identified by school",
    ("Pupils", "SEN status"): "K",
    ("Pupils", "Free school meals"): "Yes",
    ("Events", "Event"): "Strategy discussion",
    ("Events", "Date"): "2019-04-15",
    ("Barriers", "Barrier"): "Bereavement",
    ("Barriers", "Assessed on"): "2019-05-16",
    ("Referrals", "Main barrier"): "Family circumstances",
    ("Referrals", "Decided on"): "2019-06-17",
    ("Referrals", "Received on"): "2019-06-12",
    ("Steps", "Step"): "1",
    ("Attendance", "From"): "2019-07-18",
    ("Consents", "Review by"): "2027-08-19",
    ("Cases", "Follow up on"): "2027-09-20",
    ("Agencies", "Checked on"): "2019-10-21",
    ("Agency referrals", "Decided on"): "2019-11-22",
    ("Agency referrals", "Acknowledged on"): "2019-11-29",
    ("Rewards", "Date"): "2026-11-12",
    ("Staff", "Hourly cost"): "77.31",
    ("Settings", "Hourly cost"): "78.32",
}
"""Cells that take no words: unlikely values, so that they can be searched for too."""

SEEN_AS = {
    "2019-01-09": "9 January 2019", "2019-02-11": "11 February 2019", "2019-04-15": "15 April 2019",
    "2019-05-16": "16 May 2019", "2019-06-17": "17 June 2019", "2019-06-12": "12 June 2019",
    "2019-07-18": "18 July 2019", "2027-08-19": "19 August 2027", "2027-09-20": "20 September 2027",
    "2019-10-21": "21 October 2019", "2019-11-22": "22 November 2019",
    "2019-11-29": "29 November 2019", "2026-11-12": "12 November 2026",
}  # fmt: skip
TOO_PLAIN = {"K", "Yes", "1"}

AGENCY_KINDS = {
    "camhs-referral": "CAMHS", "agency-referral": "Bereavement", "mash-hand-off": "Social care",
    "salt-update": "Speech and language", "transition-handover": "Receiving school",
}  # fmt: skip


class Planted(NamedTuple):
    """A workbook, and the marks in it."""

    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]


class Spot(NamedTuple):
    """A row that is to be written."""

    sheet: str
    pupil: str
    n: int
    """1 for the pupil the letters are about, 2 for the other one."""
    line: int


@cache
def planted(agency_kind: str, *, overridden: bool) -> Planted:
    """The whole workbook with its marks: two pupils alike, and a second home for each."""
    marks: list[Mark] = []
    rows: list[Row] = []
    for name, record in SHEETS.items():
        for spot in _spots(name, record.sheet_name):
            cells = _row(record, spot, marks)
            rows.append((spot.sheet, cells | _of_the_agency(spot, cells, agency_kind, overridden=overridden)))
    return Planted(tuple(rows), tuple(marks))


OF_NO_PUPIL = frozenset(
    {"settings", "staff", "agencies", "scales", "policies", "rules", "explanations", "training"}
)
LINES = {"contacts": 2, "consents": 3, "reviews": 2}


def _spots(name: str, sheet: str) -> Iterator[Spot]:
    if name == "calendar":
        return
    for n, pupil in enumerate((ID,) if name in OF_NO_PUPIL else (ID, OTHER), 1):
        for line in range(LINES.get(name, 1)):
            yield Spot(sheet, pupil, n, line)


def _row(record: type[Record], spot: Spot, marks: list[Mark]) -> dict[str, str]:
    cells = cells_of(USUAL.get(spot.sheet, ""))
    for column in columns_of(record):
        mark = _mark_of(column, spot, len(marks))
        if mark:
            marks.append(mark)
        cells[column.heading] = _cell(column, spot, mark, cells)
    return cells | _of_this_line(spot)


def _mark_of(column: Column, spot: Spot, number: int) -> Mark | None:
    typed = TYPED.get((spot.sheet, column.heading))
    is_kept = column.heading in ("Nation", "Town", "Postcode", "Letter font size")
    if typed and typed not in TOO_PLAIN and spot.n == 1:
        return Mark(SEEN_AS.get(typed, typed), spot.pupil, spot.sheet, column.heading, column.group)
    if column.kind not in MARKED_KINDS or column.heading in KEYS or is_kept:
        return None
    return Mark(f"Zq{number:04}z", spot.pupil, spot.sheet, column.heading, column.group)


def _cell(column: Column, spot: Spot, mark: Mark | None, cells: Mapping[str, str]) -> str:
    if column.heading in KEYS and spot.sheet not in ("Settings", "Scales", "Agencies"):
        return KEYS[column.heading].format(pupil=spot.pupil, n=spot.n)
    typed = TYPED.get((spot.sheet, column.heading))
    return typed or (mark.word if mark else cells.get(column.heading, ""))


def _of_this_line(spot: Spot) -> dict[str, str]:
    """What makes the rows of one pupil differ, and hang together."""
    n = spot.n
    if spot.sheet == "Contacts" and spot.line:
        return {"Priority": "2", "Address line 1": f"Zqhome{n}z Street", "Lives with pupil": "No"}
    if spot.sheet == "Consents":
        first = {"Consent ID": f"K{n}", "Agency": "", "Override by": ""}
        peer = {"Consent ID": f"K{n}1", "Agency": "", "Override by": "", "Purpose": "Peer mentoring"}
        return (first, {"Consent ID": f"K{n}0", "Purpose": "Agency referral"}, peer)[spot.line]
    if spot.sheet == "Reviews":
        return {"Booked for": "", "Held on": "2026-11-16"} if spot.line else {"Outcome": ""}
    two = {"Mentor pupil": spot.pupil, "Mentee pupil": OTHER if n == 1 else ID}
    return {
        "Pupils": {"Leaving date": "2027-02-12"},
        "Cases": {"Consent ID": f"K{n}", "Referral ID": f"R{n}"},
        "Agency referrals": {"Consent ID": f"K{n}0"},
        "Peer pool": {"Side": "Either", "Consent ID": f"K{n}1"},
        "Peer pairs": {**two, "Status": "Active", "Purpose": "Social", "Mentor trained on": "2026-09-17"},
    }.get(spot.sheet, {})


def _of_the_agency(
    spot: Spot, cells: Mapping[str, str], agency_kind: str, *, overridden: bool
) -> dict[str, str]:
    if spot.sheet == "Agencies":
        return {"Kind": agency_kind, "Agency": "Exe agency"}
    is_for_agency = spot.sheet == "Agency referrals" or cells.get("Purpose") == "Agency referral"
    named = {"Agency": "Exe agency"} if is_for_agency else {}
    if spot.sheet == "Agency referrals":
        return named | {"Sent on": "2026-10-05"}
    if spot.sheet == "Consents" and is_for_agency:
        return named | ({"Withdrawn on": "2026-11-01"} if overridden else {"Override by": ""})
    return named


# -- the search --------------------------------------------------------------------------------------------

OWN_ROW = {(Audience.PARENT, "Contacts")}
"""Of contacts a parent is told their own row, and only to be written to."""


def is_released(mark: Mark, document: Document, rows: tuple[Row, ...]) -> bool:
    if mark.pupil != ID:
        return (document.audience, mark.sheet, mark.heading) in OF_A_PARTNER.get(document.kind, ())
    if (document.audience, mark.sheet) in OWN_ROW:
        contacts = [cells for sheet, cells in rows if sheet == "Contacts"]
        number = int(document.recipient.row.partition("!")[2]) - 2
        return mark.word in (contacts[number] or {}).values()
    return release(document.audience, mark.group) is Release.FULL


OF_THE_OTHER = frozenset({
    (Audience.PUPIL, "Pupils", "Known as"), (Audience.PARENT, "Pupils", "Year group"),
    *((to, "Peer pairs", what) for to in (Audience.PUPIL, Audience.PARENT) for what in ("Slot", "Place")),
})  # fmt: skip
"""Of the other of a pair the pupil is told the name in use and the home the year; of the pair, where."""
OF_A_PARTNER = {"peer-mentor-pairing": OF_THE_OTHER, "peer-mentee-pairing": OF_THE_OTHER}
WITH_A_SEARCH_OF_THEIR_OWN = {"case-study"}
"""Kinds that are made of a caseload of several pupils only."""
OF_ONE_PUPIL = sorted(
    slug
    for slug, kind in kinds().items()
    if not kind.is_about_caseload and slug not in WITH_A_SEARCH_OF_THEIR_OWN
)
NOT_ON_AN_OVERRIDE = {"review-invitation-agency", "transition-handover"}
"""Kinds that are never made where the family may not know of a referral."""


@pytest.mark.parametrize("overridden", [False, True])
@pytest.mark.parametrize("slug", OF_ONE_PUPIL)
def test_no_cell_reaches_a_reader_who_may_not_be_told_it(slug: str, *, overridden: bool) -> None:
    rows, marks = planted(AGENCY_KINDS.get(slug, "CAMHS"), overridden=overridden)
    documents = [one for one in made(slug, *rows, asked=True) if isinstance(one, Document)]
    is_refused = overridden and slug in NOT_ON_AN_OVERRIDE
    assert documents or is_refused, "the search would find nothing in no document"
    for document in documents:
        text = all_text(document.context)
        told = {(mark.sheet, mark.heading, mark.pupil) for mark in marks if mark.word in text}
        refused = {
            (mark.sheet, mark.heading, mark.pupil)
            for mark in marks
            if mark.word in text and not is_released(mark, document, rows)
        }
        assert refused == set()
        assert ("Pupils", "Known as", ID) in told


def test_the_marks_stand_in_every_group_that_somebody_is_refused() -> None:
    _, marks = planted("CAMHS", overridden=False)
    assert {mark.group for mark in marks} >= {
        Group.NOTES, Group.CARE, Group.ADMIN, Group.CONTACT, Group.BARRIER, Group.STRENGTHS, Group.COST,
    }  # fmt: skip
    assert len({mark.word for mark in marks if mark.word.startswith("Zq")}) > 150


WORDS_OF_CARE = ("Child protection", "Identified by school", "Strategy discussion", "11 February 2019")


@pytest.mark.parametrize("slug", OF_ONE_PUPIL)
def test_no_word_of_care_stands_in_anything_that_is_made(slug: str) -> None:
    rows, _ = planted(AGENCY_KINDS.get(slug, "CAMHS"), overridden=False)
    for document in made(slug, *rows, asked=True):
        if isinstance(document, Document):
            assert not any(word in all_text(document.context) for word in WORDS_OF_CARE)
