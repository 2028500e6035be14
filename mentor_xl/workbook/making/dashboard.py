"""The Dashboard: six figures, four native charts and the ten most urgent dates on one page."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.workbook.making import dress, figures
from mentor_xl.workbook.making.charts import bar_chart
from mentor_xl.workbook.making.formulas import count, count_words, text, whole
from mentor_xl.workbook.making.most_urgent import LIST_ENDS, draw_most_urgent
from mentor_xl.workbook.making.page import (
    HEADING_SIZE,
    block,
    draw_card,
    set_up_page,
    title_band,
)
from mentor_xl.workbook.making.school_days import draw_school_days

_WIDTH = 12.5
_CHARTS_ROW, _CHART_ROWS = 8, 14
_NEARLY_A_COLUMN = 820_000
"""How far a chart reaches into its last column, in the units of drawings."""


def chart_words() -> tuple[str, ...]:
    """What each chart shows, for people who do not see it."""
    return tuple(f"Bar chart: {chart.title}" for chart in _CHARTS)


def draw_dashboard(sheet: Worksheet) -> DefinedName:
    """Draw the page; gives the name of the last day that is due soon, for the colours of other sheets."""
    set_up_page(sheet, {"A": 2.5, "N": 2.5} | dict.fromkeys("BCDEFGHIJKLM", _WIDTH))
    school = 'IF(Settings!B2="","",Settings!B2&" · ")'
    title_band(sheet, "B:M", "Dashboard", f'={school}&"Today is "&TEXT(TODAY(),"d/m/yyyy")')
    _draw_cards(sheet)
    bars = figures.draw_figures(sheet)
    for chart in _CHARTS:
        _draw_chart(sheet, chart, bars[chart.figures])
    draw_most_urgent(sheet)
    due_soon_by = draw_school_days(sheet)
    _hide_figures(sheet)
    sheet.print_area = f"A1:N{LIST_ENDS}"
    return due_soon_by


def _hide_figures(sheet: Worksheet) -> None:
    first, last = map(column_index_from_string, figures.HIDDEN)
    for index in range(first, last + 1):
        sheet.column_dimensions[get_column_letter(index)].hidden = True


# -- the six figures -------------------------------------------------------------------------------


def _draw_cards(sheet: Worksheet) -> None:
    overdue, soon = look.STATES["overdue"].ink, look.STATES["due soon"].ink
    draw_card(sheet, "B:C", f"={figures.ACTIVE}", "pupils mentored now", look.INK, "Cases")
    draw_card(sheet, "D:E", f"={_waiting()}", "waiting to start", look.INK, "Referrals")
    draw_card(sheet, "F:G", f"={figures.OVERDUE}", "overdue", overdue, "Due")
    draw_card(sheet, "H:I", f"={figures.DUE_SOON}", "due soon", soon, "Due")
    draw_card(sheet, "J:K", f"={_sessions()}", "sessions in four weeks", look.INK, "Sessions")
    draw_card(sheet, "L:M", f"={_wrong()}", "errors and queries", look.INK, "Problems")


def _waiting() -> str:
    return f"{count_words('Referrals', 'Decision', 'Waiting')}+{count_words('Cases', 'Status', 'Waiting')}"


def _sessions() -> str:
    date, attended = whole("Sessions", "Date"), whole("Sessions", "Attended")
    return count(date, '">"&TODAY()-28', date, '"<="&TODAY()', attended, text("Attended"))


def _wrong() -> str:
    """Not a nought before anybody has looked."""
    severity = whole("Problems", "Severity")
    return f'IF(COUNTA({severity})>1,{count_words("Problems", "Severity", "error", "query")},"–")'


# -- the four charts -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Chart:
    first: str
    last: str
    title: str
    figures: str
    says: str
    """A formula for the line under the title: what is seen, or what is missing."""
    colours: tuple[str, ...]
    across: bool = False
    each_its_colour: bool = False


_BLUE, _ORANGE, _GREEN, _, _SKY, _RED = look.CHART_SERIES
_DUE_COLOURS = (_RED, _ORANGE, _ORANGE, _SKY, _GREEN)
"""For the states of ``DUE_STATES``, in their order."""
_DUE_SAYS = (
    f'=IF({figures.HAS_DUE},"As Mentor XL worked it out",'
    'IF(SUM(U3:U7)=0,"Nothing yet: no day is typed","By the days typed here"))'
)
_MENTORS_SAY = '=IF(SUM(AE3:AE8)=0,"Nothing yet: fill in Staff and Cases","Active cases beside places")'
_BARRIERS_SAY = '=IF(SUM(AM3:AM8)=0,"Nothing yet: fill in Referrals","Most often in referrals, not declined")'
_STATUSES_SAY = '=IF(SUM(X3:X6)=0,"Nothing yet: fill in Cases",SUM(X3:X6)&" cases in this workbook")'

_CHARTS = (
    _Chart("B", "D", "What is due", "due", _DUE_SAYS, _DUE_COLOURS, each_its_colour=True),
    _Chart("E", "G", "Caseload by mentor", "mentors", _MENTORS_SAY, (_BLUE, look.LINE), across=True),
    _Chart("H", "J", "Main barriers", "barriers", _BARRIERS_SAY, (_BLUE,), across=True),
    _Chart("K", "M", "Cases by status", "statuses", _STATUSES_SAY, (_BLUE,)),
)


def _draw_chart(sheet: Worksheet, chart: _Chart, bars: figures.Bars) -> None:
    row = _CHARTS_ROW
    title, small = dress.font(HEADING_SIZE, look.ACCENT, bold=True), dress.font(look.SMALL, look.SLATE)
    block(sheet, f"{chart.first}{row}:{chart.last}{row}", chart.title, type_=title)
    block(sheet, f"{chart.first}{row + 1}:{chart.last}{row + 1}", chart.says, type_=small)
    drawn = bar_chart(
        sheet,
        bars.names,
        bars.values,
        chart.colours,
        across=chart.across,
        each_its_colour=chart.each_its_colour,
    )
    left, right = column_index_from_string(chart.first) - 1, column_index_from_string(chart.last) - 1
    begins = AnchorMarker(col=left, row=row + 1)
    ends = AnchorMarker(col=right, row=row + 1 + _CHART_ROWS, colOff=_NEARLY_A_COLUMN)
    anchor: object = TwoCellAnchor(_from=begins, to=ends)
    drawn.anchor = anchor  # type: ignore[assignment]  # a cell's name or an anchor
    sheet.add_chart(drawn)
