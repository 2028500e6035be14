"""The figures behind the Dashboard, as formulas in its hidden columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.drop_downs import ROOM, TITLE, list_column
from mentor_xl.workbook.making.due_colours import DUE_SOON_BY
from mentor_xl.workbook.making.formulas import count, count_words, nth, text, whole

HIDDEN = ("T", "AT")
"""The first and the last hidden column."""
DUE_STATES = ("overdue", "act now", "chase", "due soon", "planned")
CASE_STATUSES = ("Waiting", "Active", "Paused", "Closed")
_TOP = 6
"""How many mentors and barriers a chart shows."""
_MOST_STAFF = 60
_IN_A_CHART = "0;;;"
"""A number's format that leaves a nought unsaid: charts take it for their labels."""
_SOON = f'"<="&{DUE_SOON_BY}'
_PAST, _FROM_TODAY, _LATER = '"<"&TODAY()', '">="&TODAY()', f'">"&{DUE_SOON_BY}'


@dataclass(frozen=True, slots=True)
class Bars:
    """Where the figures of one chart stand."""

    names: str
    values: tuple[str, ...]
    """Each headed by the name of its series, which is part of the range."""


HAS_DUE = f"(COUNTA({whole('Due', 'State')})>1)"
"""Whether Mentor XL has filled the Due sheet."""
ACTIVE = count_words("Cases", "Status", "Active")


def _typed_count(*spans: str) -> str:
    """Open targets, consents in force and bookings not yet held whose day lies within spans, as typed."""
    days = (
        (whole("Targets", "Review by"), whole("Targets", "Status"), text("Open")),
        (whole("Consents", "Review by"), whole("Consents", "Withdrawn on"), text("")),
        (whole("Reviews", "Booked for"), whole("Reviews", "Held on"), text("")),
    )
    return "+".join(count(*(part for span in spans for part in (day, span)), *open_) for day, *open_ in days)


OVERDUE = f"IF({HAS_DUE},{count_words('Due', 'State', 'overdue', 'act now')},{_typed_count(_PAST)})"
_TYPED_SOON = _typed_count(_FROM_TODAY, _SOON)
DUE_SOON = f"IF({HAS_DUE},{count_words('Due', 'State', 'due soon', 'chase')},{_TYPED_SOON})"


def draw_figures(sheet: Worksheet) -> dict[str, Bars]:
    """Write the hidden columns and give the place of each chart's figures."""
    return {
        "due": _draw_due(sheet),
        "statuses": _draw_statuses(sheet),
        "mentors": _draw_mentors(sheet),
        "barriers": _draw_barriers(sheet),
    }


def _column(sheet: Worksheet, column: str, heading: str, cells: Sequence[str]) -> None:
    """A heading in row 2 and what stands below it."""
    form = _IN_A_CHART if heading in _SERIES else dress.NUMBER_FORMAT
    dress.put(sheet[f"{column}2"], heading)
    for row, cell in enumerate(cells, 3):
        dress.put(sheet[f"{column}{row}"], cell, form=form)


_SERIES = frozenset({"active cases", "places", "number"})
"""The headings of columns that a chart shows: the names of its series."""


def _draw_due(sheet: Worksheet) -> Bars:
    typed = {"overdue": _typed_count(_PAST), "due soon": _TYPED_SOON, "planned": _typed_count(_LATER)}
    counts = [
        f"=IF({HAS_DUE},{count_words('Due', 'State', state)},{typed.get(state, '0')})" for state in DUE_STATES
    ]
    _column(sheet, "T", "state", DUE_STATES)
    _column(sheet, "U", "number", counts)
    return Bars("$T$3:$T$7", ("$U$2:$U$7",))


def _draw_statuses(sheet: Worksheet) -> Bars:
    _column(sheet, "W", "status", CASE_STATUSES)
    _column(sheet, "X", "number", [f"={count_words('Cases', 'Status', status)}" for status in CASE_STATUSES])
    return Bars("$W$3:$W$6", ("$X$2:$X$6",))


def _draw_mentors(sheet: Worksheet) -> Bars:
    mentor, status = whole("Cases", "Mentor"), whole("Cases", "Status")
    codes = [nth("Staff", "Staff code", number) for number in range(1, _MOST_STAFF + 1)]
    _column(sheet, "Z", "code", [_unless_blank(code) for code in codes])
    active = [count(mentor, f"Z{row}", status, text("Active")) for row in range(3, _MOST_STAFF + 3)]
    _column(sheet, "AA", "active", [f'=IF(Z{row}="",0,{cases})' for row, cases in enumerate(active, 3)])
    places = _draw_largest(sheet, ("AA", "AB", "AC"), _MOST_STAFF)
    names = [f'LEFT({nth("Staff", "Forename", at)},1)&" "&{nth("Staff", "Surname", at)}' for at in places]
    _column(sheet, "AD", "mentor", _at_places(places, names, nothing='""'))
    _column(sheet, "AE", "active cases", _at_places(places, [f"INDEX($AA$3:$AA$62,{at})" for at in places]))
    _column(sheet, "AF", "places", _at_places(places, [f"N({nth('Staff', 'Places', at)})" for at in places]))
    return Bars("$AD$3:$AD$8", ("$AE$2:$AE$8", "$AF$2:$AF$8"))


def _draw_barriers(sheet: Worksheet) -> Bars:
    """Of the barriers on the list, a school's own too, those that referrals name most often."""
    at, last = list_column("Barrier"), ROOM + 1
    words = [f"INDEX({TITLE}!${at}$2:${at}${ROOM},{number})" for number in range(1, ROOM)]
    barrier, decision = whole("Referrals", "Main barrier"), whole("Referrals", "Decision")
    _column(sheet, "AH", "barrier", [_unless_blank(word) for word in words])
    counts = [
        f'=IF(AH{row}="",0,{count(barrier, f"AH{row}", decision, text("<>Declined"))})'
        for row in range(3, last + 1)
    ]
    _column(sheet, "AI", "named", counts)
    places = _draw_largest(sheet, ("AI", "AJ", "AK"), ROOM - 1)
    named = [f"INDEX($AH$3:$AH${last},{place})" for place in places]
    _column(sheet, "AL", "barrier", _at_places(places, named, nothing='""'))
    _column(
        sheet, "AM", "number", _at_places(places, [f"INDEX($AI$3:$AI${last},{place})" for place in places])
    )
    return Bars("$AL$3:$AL$8", ("$AM$2:$AM$8",))


def _unless_blank(value: str) -> str:
    """A blank cell shows nothing, not a nought."""
    return f'=IF({value}="","",{value})'


def _draw_largest(sheet: Worksheet, columns: tuple[str, str, str], rows: int) -> list[str]:
    """Rank the counts of the first column, ties in their own order; give the cells of the largest places."""
    counts, ranks, places = columns
    ranked = [f'=IF({counts}{row}=0,"",{counts}{row}+{1000 - row}/100000)' for row in range(3, rows + 3)]
    _column(sheet, ranks, "rank", ranked)
    cells = f"${ranks}$3:${ranks}${rows + 2}"
    found = [f'=IFERROR(MATCH(LARGE({cells},{number}),{cells},0),"")' for number in range(1, _TOP + 1)]
    _column(sheet, places, "place", found)
    return [f"{places}{row}" for row in range(3, _TOP + 3)]


def _at_places(places: Sequence[str], values: Sequence[str], nothing: str = "0") -> list[str]:
    """What stands at each place, or nothing where there are not so many."""
    return [f'=IF({at}="",{nothing},{value})' for at, value in zip(places, values, strict=True)]
