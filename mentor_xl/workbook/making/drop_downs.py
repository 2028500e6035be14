"""What a column offers and refuses: the hidden *Lists* sheet, drop-downs, ranges and input messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.records import Column
from mentor_xl.vocabulary import GROWING, LISTS
from mentor_xl.workbook.as_text import quoted_title
from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.table_sheet import LAST_ROW, letter

TITLE = "Lists"
YES_OR_NO = "YesNo"
ROOM = 60
"""Rows of a list that a school may fill with values of its own, the shipped ones included."""
_FIRST_DAY, _LAST_DAY = 32_874, 73_415
"""1 January 1990 and 31 December 2100, as Excel numbers days."""
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255

OFFERED: Mapping[str, Sequence[str]] = {YES_OR_NO: ("Yes", "No"), **LISTS}
"""Every list that stands on the Lists sheet, by the name that heads it."""
_COLUMN_OF = {name: letter(index) for index, name in enumerate(OFFERED)}


def draw_lists(sheet: Worksheet) -> None:
    """Write every list in a column of its own; those that a school may lengthen stand on another ground."""
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = "A2"
    for index, (name, values) in enumerate(OFFERED.items()):
        dress.heading(dress.cell_at(sheet, 1, index + 1), name)
        sheet.column_dimensions[letter(index)].width = max(len(word) for word in (name, *values)) + 3
        for row, value in enumerate(values, 2):
            dress.put(
                dress.cell_at(sheet, row, index + 1), value, border=dress.RULE_BELOW, form=dress.TEXT_FORMAT
            )
        if name in GROWING:
            _leave_room(sheet, name)
    sheet.row_dimensions[1].height = look.WORKBOOK_HEADER_ROW
    sheet.sheet_state = "hidden"


def _leave_room(sheet: Worksheet, name: str) -> None:
    message = DataValidation(
        showInputMessage=True,
        promptTitle=name,
        prompt="You may add values of your own here, straight below the last one. "
        "Do not change or delete those that are there.",
    )
    column = _COLUMN_OF[name]
    message.add(f"{column}{len(LISTS[name]) + 2}:{column}{ROOM}")
    sheet.add_data_validation(message)


def list_column(name: str) -> str:
    """The column of the Lists sheet that a list stands in."""
    return _COLUMN_OF[name]


def list_source(name: str) -> str:
    """The cells that a drop-down shows: fixed, or as far as a school has lengthened the list."""
    column = _COLUMN_OF[name]
    if name not in GROWING:
        return f"{TITLE}!${column}$2:${column}${len(OFFERED[name]) + 1}"
    room = f"{TITLE}!${column}$2:${column}${ROOM}"
    return f"OFFSET({TITLE}!${column}$2,0,0,COUNTA({room}),1)"


def key_source(title: str) -> str:
    """The keys of another sheet, however many there are."""
    keys = f"{quoted_title(title)}!$A$2"
    return f"OFFSET({keys},0,0,MAX(1,COUNTA({keys}:$A${LAST_ROW})),1)"


def rule_for(column: Column, cells: str) -> DataValidation:
    """What a column accepts, and what it says when its cell is entered. ``cells``: ``B2:B1048576``."""
    rule = _rule(column, cells.split(":", maxsplit=1)[0])
    rule.showInputMessage = True
    rule.promptTitle = (f"• {column.heading}" if column.must else column.heading)[:_LONGEST_TITLE]
    rule.prompt = column.description[:_LONGEST_MESSAGE] or None
    rule.allow_blank = True
    rule.add(cells)
    return rule


def _rule(column: Column, first: str) -> DataValidation:
    if column.base == "key":
        return _unlike_others(column, first)
    make = _RULES.get(column.base)
    return make(column) if make else DataValidation()


def _date(column: Column) -> DataValidation:  # noqa: ARG001  every rule is asked in one way
    return _refusing("date", _FIRST_DAY, _LAST_DAY, "Type a date as day/month/year, as in 14/03/2026.")


def _yes_or_no(column: Column) -> DataValidation:  # noqa: ARG001
    return _chosen(list_source(YES_OR_NO), "Choose Yes or No.")


def _listed(column: Column) -> DataValidation:
    return _chosen(list_source(column.target), _off_list(column.target))


def _referred(column: Column) -> DataValidation:
    wrong = f"That is not on the sheet {column.target}. Add it there first."
    return _chosen(key_source(column.target), wrong)


def _not_typed(column: Column) -> DataValidation:  # noqa: ARG001
    rule = DataValidation(type="custom", formula1="FALSE")
    return _stopping(rule, "Not here", "Mentor XL fills this column. Nothing is typed here.")


def _off_list(name: str) -> str:
    if name in GROWING:
        how = f"right-click a tab, unhide {TITLE} and type it under {name}."
        return f"Choose from the list. To add a value, {how}"
    return "Choose a value from the list: press the arrow beside the cell."


def _chosen(source: str, wrong: str) -> DataValidation:
    return _stopping(DataValidation(type="list", formula1=source), "Not on the list", wrong)


def _unlike_others(column: Column, first: str) -> DataValidation:
    """Compared as text: to COUNTIF 0045 and 45 would be one."""
    at = first.rstrip("0123456789")
    same = f"SUMPRODUCT(--({at}$2:{at}$20000={first}))=1"
    wrong = f"Another row has this {column.heading} already. Every row needs its own."
    return _stopping(DataValidation(type="custom", formula1=same), "Already there", wrong)


def _whole_number(column: Column) -> DataValidation:
    if column.lowest is None or column.highest is None:
        return _refusing("whole", 0, 9_999_999, "Type a whole number, 0 or more.")
    lowest, highest = int(column.lowest), int(column.highest)
    return _refusing("whole", lowest, highest, f"Type a whole number from {lowest} to {highest}.")


def _number(column: Column) -> DataValidation:
    if column.lowest is None or column.highest is None:
        return _refusing("decimal", -99_999, 999_999, "Type a number, without words or signs.")
    lowest, highest = f"{column.lowest:g}", f"{column.highest:g}"
    return _refusing("decimal", lowest, highest, f"Type a number from {lowest} to {highest}.")


def _refusing(kind: str, lowest: object, highest: object, wrong: str) -> DataValidation:
    rule = DataValidation(type=kind, operator="between", formula1=str(lowest), formula2=str(highest))  # type: ignore[arg-type]
    return _stopping(rule, "That cannot be right", wrong)


def _stopping(rule: DataValidation, title: str, wrong: str) -> DataValidation:
    rule.showErrorMessage = True
    rule.errorStyle = "stop"
    rule.errorTitle, rule.error = title, wrong
    return rule


_RULES: Mapping[str, Callable[[Column], DataValidation]] = {
    "date": _date,
    "int": _whole_number,
    "number": _number,
    "yes/no": _yes_or_no,
    "list": _listed,
    "ref": _referred,
    "calc": _not_typed,
}
"""The kind of a column to what it accepts; columns of other kinds take any words."""
