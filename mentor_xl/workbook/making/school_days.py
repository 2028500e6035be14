"""Until which day is a date due soon? So many school days from today, counted on the workbook's own calendar.

The dates of the record come from Mentor XL; this only colours cells between two runs of it.
"""

from __future__ import annotations

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.due_colours import DUE_SOON_BY
from mentor_xl.workbook.making.formulas import count, text

_DAYS_AHEAD = 150
"""Days in which the last day that is due soon is looked for."""
_CALENDAR_ROWS = 500
_USUAL = 15
"""School days, where Settings does not say."""


def draw_school_days(sheet: Worksheet) -> DefinedName:
    """Write the days to come into columns AO to AS, and name the last one that is due soon."""
    last = _DAYS_AHEAD + 2
    for row in range(3, last + 1):
        dress.put(sheet[f"AO{row}"], f"=TODAY()+{row - 2}")
        dress.put(sheet[f"AP{row}"], f"=IF({_is_school_day(f'AO{row}')},1,0)")
        dress.put(sheet[f"AQ{row}"], f"=SUM(AP$3:AP{row})")
    setting = f"N(INDEX(Settings!$B:$B,MATCH({text('Due soon within')},Settings!$A:$A,0)))"
    dress.put(sheet["AS3"], f"=IFERROR(IF({setting}>0,{setting},{_USUAL}),{_USUAL})")
    found = f"INDEX(AO$3:AO${last},MATCH(AS3,AQ$3:AQ${last},0))"
    dress.put(sheet["AS4"], f"=IFERROR({found},TODAY()+ROUND(AS3*7/5,0))", form=dress.DATE_FORMAT)
    return DefinedName(DUE_SOON_BY, attr_text=f"{sheet.title}!$AS$4", hidden=True)


def _is_school_day(day: str) -> str:
    """Of the bank holidays in term only the first Monday in May is known."""
    weekday = f"WEEKDAY({day},2)"
    early_may = f"AND(MONTH({day})=5,DAY({day})<8,{weekday}=1)"
    closed = f"{_days_of('INSET day', day)}+{_days_of('Closure', day)}"
    usual = f"AND({weekday}<6,NOT({early_may}),{_days_of('Half term', day)}>0,{closed}=0)"
    return f"OR({_days_of('Extra school day', day)}>0,{usual})"


def _days_of(kind: str, day: str) -> str:
    """How many rows of the Calendar of one kind hold a day; one without its To is one day long."""
    first, to, kinds = (f"Calendar!${at}$2:${at}${_CALENDAR_ROWS}" for at in "ABC")
    within = count(kinds, text(kind), first, f'"<="&{day}', to, f'">="&{day}')
    single = count(kinds, text(kind), first, day, to, text(""))
    return f"({within}+{single})"
