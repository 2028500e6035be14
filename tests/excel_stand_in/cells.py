"""Cells, notes and tables of the stand-in."""

import datetime as dt
import re
from typing import Any

from xlwings import base_classes, utils

from excel_stand_in.office import the_uno_module
from excel_stand_in.typed import ERRORS, OF_LIBREOFFICE, TEXT_FORMAT, Formula, as_moment, as_typed
from mentor_xl.live.addresses import areas_of

_DATE, _TIME, _LOGICAL = 2, 4, 1024
_ERROR_RESULT = 4
_VALUES_AND_TEXTS = 1 | 2 | 4 | 16
_EXCEL_A1 = 1
_NO_FORMAT = ("General", "Standard")
_HUNDREDTHS_OF_A_POINT = 2540 / 72
Box = tuple[int, int, int, int]
"""Top, left, bottom, right, counted from 1."""


def box_of(area: Any) -> Box:
    """The rectangle that LibreOffice counts from 0."""
    return area.StartRow + 1, area.StartColumn + 1, area.EndRow + 1, area.EndColumn + 1


def _struct(name: str, **values: Any) -> Any:
    made = the_uno_module().createUnoStruct(name)
    for key, value in values.items():
        setattr(made, key, value)
    return made


def _address(sheet: Any, row: int, column: int) -> Any:
    return _struct("com.sun.star.table.CellAddress", Sheet=sheet.index - 1, Row=row - 1, Column=column - 1)


class Cells(base_classes.Range):
    """A rectangle of cells, or several."""

    sheet = api = raw_value = formula = color = number_format = row_height = column_width = None
    wrap_text = horizontal_alignment = vertical_alignment = note = comment = options = None

    def __init__(self, sheet: Any, boxes: list[Box]) -> None:
        self.sheet, self.boxes = sheet, boxes

    @classmethod
    def of(cls, sheet: Any, first: Any, second: Any = None) -> "Cells":
        """As xlwings names cells: by address, by row and column, by two corners."""
        if isinstance(first, Cells):
            first = (first.row, first.column)
        if isinstance(first, str):
            return cls(sheet, [(a.top, a.left, a.bottom, a.right) for a in areas_of(first)])
        if len(first) == 4:
            row, column, height, width = first
            return cls(sheet, [(row, column, row + height - 1, column + width - 1)])
        second = (second.row, second.column) if isinstance(second, Cells) else second or first
        return cls(sheet, [(*first, *second)])

    @property
    def api(self) -> Any:  # noqa: F811
        """xlwings writes only where there is one."""
        return self._ranges

    # -- where ------------------------------------------------------------------------------------------

    row = property(lambda self: self.boxes[0][0])
    column = property(lambda self: self.boxes[0][1])
    shape = property(lambda self: (self.boxes[0][2] - self.row + 1, self.boxes[0][3] - self.column + 1))
    coords = property(lambda self: (self.sheet.name, self.row, self.column, *self.shape))

    def __len__(self) -> int:
        return self.shape[0] * self.shape[1]  # type: ignore[no-any-return]

    def __call__(self, row: int, column: int | None = None) -> "Cells":
        if column is None:
            row, column = (row - 1) // self.shape[1] + 1, (row - 1) % self.shape[1] + 1
        return Cells.of(self.sheet, (self.row + row - 1, self.column + column - 1))

    @property
    def address(self) -> str:
        return ",".join(self._one_address(box) for box in self.boxes)

    @staticmethod
    def _one_address(box: Box) -> str:
        first, last = (f"${utils.col_name(box[c])}${box[r]}" for r, c in ((0, 1), (2, 3)))
        return first if first == last else f"{first}:{last}"

    def get_address(self, *_: Any) -> str:
        return self.address

    @property
    def _ranges(self) -> list[Any]:
        own = self.sheet.own
        return [own.getCellRangeByPosition(b[1] - 1, b[0] - 1, b[3] - 1, b[2] - 1) for b in self.boxes]

    def _cell(self, row: int, column: int) -> Any:
        return self.sheet.own.getCellByPosition(column - 1, row - 1)

    def select(self) -> None:
        document = self.sheet.book.document
        chosen = self._ranges[0]
        if len(self.boxes) > 1:
            chosen = document.createInstance("com.sun.star.sheet.SheetCellRanges")
            chosen.addRangeAddresses(tuple(one.RangeAddress for one in self._ranges), False)
        document.CurrentController.select(chosen)

    # -- values -----------------------------------------------------------------------------------------

    @property
    def raw_value(self) -> Any:  # noqa: F811
        area = self._ranges[0]
        rows = [[value if value != "" else None for value in row] for row in area.getDataArray()]
        self._tell_dates(area, rows)
        for where in area.queryFormulaCells(_ERROR_RESULT).RangeAddresses:
            for row in range(where.StartRow, where.EndRow + 1):
                for column in range(where.StartColumn, where.EndColumn + 1):
                    code = self.sheet.own.getCellByPosition(column, row).getError()
                    said = ERRORS[OF_LIBREOFFICE.get(code, "#VALUE!")]
                    rows[row - self.row + 1][column - self.column + 1] = said
        return rows[0][0] if len(self) == 1 else tuple(map(tuple, rows))

    def _tell_dates(self, area: Any, rows: list[list[Any]]) -> None:
        """Numbers of a format for days are days; asked for each run of cells with one format."""
        formats, kinds = self.sheet.book.document.NumberFormats, {}
        runs = area.CellFormatRanges.createEnumeration()
        while runs.hasMoreElements():
            run = runs.nextElement()
            key = run.NumberFormat
            kind = kinds.setdefault(key, formats.getByKey(key).Type)
            if not kind & (_DATE | _TIME | _LOGICAL):
                continue
            where = run.RangeAddress
            for row in range(where.StartRow - self.row + 1, where.EndRow - self.row + 2):
                for column in range(where.StartColumn - self.column + 1, where.EndColumn - self.column + 2):
                    value = rows[row][column]
                    if isinstance(value, float):
                        rows[row][column] = bool(value) if kind & _LOGICAL else as_moment(value)

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        rows = value if isinstance(value, list | tuple) else [[value]]
        rows = rows if isinstance(rows[0], list | tuple) else [rows]
        bottom, right_most = self.row + len(rows) - 1, self.column + len(rows[0]) - 1
        block = Cells(self.sheet, [(self.row, self.column, bottom, right_most)])
        shown_as = block._formats()
        typed = [
            [as_typed(one, form) for one, form in zip(row, forms, strict=True)]
            for row, forms in zip(rows, shown_as, strict=True)
        ]
        if all(isinstance(one, Formula) for row in typed for one in row):
            block._ranges[0].setFormulaArray(tuple(tuple(map(as_libreoffice, row)) for row in typed))
            return
        is_quick = not any(_is_in(note.at, block.boxes[0]) for note in self.sheet.notes)
        if is_quick:  # It would take the notes away.
            plain = (("" if one is None or isinstance(one, Formula) else one for one in row) for row in typed)
            block._ranges[0].setDataArray(tuple(map(tuple, plain)))
        for down, row in enumerate(typed):
            for right, one in enumerate(row):
                if isinstance(one, Formula) or not is_quick:
                    _put(self._cell(self.row + down, self.column + right), one)
        self._format_days(rows, shown_as)

    def _formats(self) -> list[list[str]]:
        """How each cell is shown."""
        height, width = self.shape
        found = [["General"] * width for _ in range(height)]
        runs = self._ranges[0].CellFormatRanges.createEnumeration()
        while runs.hasMoreElements():
            run = runs.nextElement()
            shown_as = self._format(run)
            top, left, bottom, right = box_of(run.RangeAddress)
            for row in range(top - self.row, bottom - self.row + 1):
                found[row][left - self.column : right - self.column + 1] = [shown_as] * (right - left + 1)
        return found

    def _format_days(self, rows: Any, shown_as: list[list[str]]) -> None:
        """A day that is put into a cell without a format gets one."""
        boxes = [
            (self.row + down, self.column + right) * 2
            for down, row in enumerate(rows)
            for right, one in enumerate(row)
            if isinstance(one, dt.date) and shown_as[down][right] in _NO_FORMAT
        ]
        if boxes:
            Cells(self.sheet, boxes).number_format = "dd/mm/yyyy"

    def clear_contents(self) -> None:
        for area in self._ranges:
            area.clearContents(_VALUES_AND_TEXTS)

    # -- formulas ---------------------------------------------------------------------------------------

    def _in_excels_words(self, cell: Any) -> str:
        parser = self.sheet.book.document.createInstance("com.sun.star.sheet.FormulaParser")
        parser.FormulaConvention = _EXCEL_A1
        parser.setPropertyValue("CompileEnglish", True)
        return "=" + _outside_quotes(parser.printFormula(cell.getTokens(), cell.CellAddress), ";", ",")

    @property
    def formula(self) -> Any:  # noqa: F811
        found = tuple(
            tuple(
                self._in_excels_words(self._cell(self.row + down, self.column + right))
                if one.startswith("=")
                else one.removeprefix("'")
                for right, one in enumerate(row)
            )
            for down, row in enumerate(self._ranges[0].getFormulaArray())
        )
        return found[0][0] if len(self) == 1 else found

    @formula.setter
    def formula(self, value: Any) -> None:
        self.raw_value = value

    # -- looks ------------------------------------------------------------------------------------------

    @property
    def color(self) -> Any:  # noqa: F811
        """One colour, ``None`` for no fill; Excel's “they differ” makes xlwings stumble."""
        found = {colour for area in self._ranges for colour in _colours(area)}
        if len(found) > 1:
            raise TypeError("unsupported operand type(s)")
        colour = found.pop()
        return None if colour == -1 else (colour >> 16 & 255, colour >> 8 & 255, colour & 255)

    @color.setter
    def color(self, value: Any) -> None:
        rgb = utils.hex_to_rgb(value) if isinstance(value, str) else value
        for area in self._ranges:
            area.CellBackColor = -1 if rgb is None else rgb[0] << 16 | rgb[1] << 8 | rgb[2]

    def _format(self, area: Any) -> str:
        return str(self.sheet.book.document.NumberFormats.getByKey(area.NumberFormat).FormatString)

    @property
    def number_format(self) -> str:  # noqa: F811
        return self._format(self._ranges[0])

    @number_format.setter
    def number_format(self, value: str) -> None:
        formats = self.sheet.book.document.NumberFormats
        english = _struct("com.sun.star.lang.Locale", Language="en", Country="GB")
        key = formats.queryKey(value, english, False)
        for area in self._ranges:
            area.NumberFormat = key if key >= 0 else formats.addNew(value, english)

    @property
    def font(self) -> "Font":
        return Font(self._ranges)

    def _of_areas(self, name: str, value: Any) -> None:
        for area in self._ranges:
            setattr(area, name, value)

    wrap_text = property(
        lambda self: self._ranges[0].IsTextWrapped, lambda self, value: self._of_areas("IsTextWrapped", value)
    )

    @property
    def horizontal_alignment(self) -> None:  # noqa: F811
        return None

    @horizontal_alignment.setter
    def horizontal_alignment(self, value: str) -> None:
        kinds = {"left": "LEFT", "center": "CENTER"}
        enum = the_uno_module().Enum("com.sun.star.table.CellHoriJustify", kinds[value])
        self._of_areas("HoriJustify", enum)

    @property
    def vertical_alignment(self) -> None:  # noqa: F811
        return None

    @vertical_alignment.setter
    def vertical_alignment(self, value: str) -> None:
        self._of_areas("VertJustify", {"top": 1, "center": 2}[value])

    @property
    def row_height(self) -> float | None:  # noqa: F811
        rows = self._ranges[0].Rows
        found = {rows.getByIndex(n).Height if rows.getByIndex(n).IsVisible else 0 for n in range(rows.Count)}
        return found.pop() / _HUNDREDTHS_OF_A_POINT if len(found) == 1 else None

    @row_height.setter
    def row_height(self, value: float) -> None:
        for area in self._ranges:
            area.Rows.Height = round(value * _HUNDREDTHS_OF_A_POINT)

    @property
    def column_width(self) -> float:  # noqa: F811
        return float(self._ranges[0].Columns.Width) / 195

    @column_width.setter
    def column_width(self, value: float) -> None:
        for area in self._ranges:
            area.Columns.Width = round(value * 195)

    # -- notes ------------------------------------------------------------------------------------------

    @property
    def note(self) -> "Note | None":  # noqa: F811
        return next((one for one in self.sheet.notes if one.at == (self.row, self.column)), None)

    def add_note(self, text: str) -> "Note":
        where = _address(self.sheet, self.row, self.column)
        self.sheet.own.Annotations.insertNew(where, text)
        return Note(self.sheet, where)


def _colours(area: Any) -> set[int]:
    """The grounds of an area, run by run of cells that look alike."""
    runs, found = area.CellFormatRanges.createEnumeration(), set()
    while runs.hasMoreElements():
        found.add(runs.nextElement().CellBackColor)
    return found


def _is_in(at: tuple[int, int], box: Box) -> bool:
    return box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]


def _put(cell: Any, value: Any) -> None:
    """Write one cell; what is noted on it stays."""
    if value is None:
        cell.clearContents(_VALUES_AND_TEXTS)
    elif isinstance(value, Formula):
        cell.setFormula(as_libreoffice(value))
    elif isinstance(value, str):
        cell.setString(value)
    else:
        cell.setValue(value)


def _outside_quotes(formula: str, old: str, new: str) -> str:
    parts = formula.split('"')
    parts[::2] = [part.replace(old, new) for part in parts[::2]]
    return '"'.join(parts)


def as_libreoffice(formula: str) -> str:
    """A formula of Excel as LibreOffice writes it: other signs between arguments and after a sheet."""
    parts = _outside_quotes(formula, ",", ";").split('"')
    parts[::2] = [re.sub(r"('(?:[^']|'')+'|\w+)!", r"$\1.", part) for part in parts[::2]]
    return '"'.join(parts)


class Font:
    """The type of some cells, to be set."""

    def __init__(self, areas: list[Any]) -> None:
        object.__setattr__(self, "_areas", areas)

    def __setattr__(self, name: str, value: Any) -> None:
        own = {"name": "CharFontName", "size": "CharHeight", "bold": "CharWeight", "color": "CharColor"}[name]
        if name == "bold":
            value = 150.0 if value else 100.0
        if name == "color":
            red, green, blue = utils.hex_to_rgb(value) if isinstance(value, str) else value
            value = red << 16 | green << 8 | blue
        for area in self._areas:
            setattr(area, own, value)


class Note(base_classes.Note):
    api = text = None

    def __init__(self, sheet: Any, where: Any) -> None:
        self._sheet, self._where = sheet, where
        self.at = (where.Row + 1, where.Column + 1)
        self.api = NoteAsCom()

    def _place(self) -> int:
        listed = self._sheet.own.Annotations
        for place in range(listed.Count):
            found = listed.getByIndex(place).Position
            if (found.Row, found.Column) == (self._where.Row, self._where.Column):
                return place
        raise LookupError("the note is gone")

    @property
    def text(self) -> str:  # noqa: F811
        return str(self._sheet.own.Annotations.getByIndex(self._place()).String)

    @property
    def location(self) -> Cells:
        return Cells.of(self._sheet, self.at)

    def delete(self) -> None:
        self._sheet.own.Annotations.removeByIndex(self._place())


class NoteAsCom:
    """The box of a note, as far as the front asks for it."""

    class Shape:
        class TextFrame:
            AutoSize = False


class Tables(base_classes.Tables):
    """Excel's tables are LibreOffice's database ranges."""

    api = None

    def __init__(self, sheet: Any) -> None:
        self._sheet, self._listed = sheet, sheet.book.document.DatabaseRanges

    def _mine(self) -> list["Table"]:
        every = (self._listed.getByIndex(place) for place in range(self._listed.Count))
        here = self._sheet.index - 1
        return [Table(self._sheet, one) for one in every if one.DataArea.Sheet == here and one.IsUserDefined]

    def __len__(self) -> int:
        return len(self._mine())

    def __iter__(self) -> Any:
        return iter(self._mine())

    def __call__(self, key: int | str) -> "Table":
        mine = self._mine()
        return mine[key - 1] if isinstance(key, int) else next(one for one in mine if one.name == key)

    def add(self, source: Any = None, name: str | None = None, **_: Any) -> "Table":
        wanted = name or f"Table{self._listed.Count + 1}"
        self._listed.addNewByName(wanted, source.api[0].RangeAddress)
        return self(wanted)


class Table(base_classes.Table):
    api = name = show_table_style_row_stripes = None

    def __init__(self, sheet: Any, own: Any) -> None:
        self._sheet, self.own = sheet, own
        self.name = own.Name

    @property
    def range(self) -> Cells:
        return Cells(self._sheet, [box_of(self.own.DataArea)])

    def resize(self, area: Any) -> None:
        own = area.impl if hasattr(area, "impl") else area
        self.own.DataArea = own._ranges[0].RangeAddress


__all__ = ["TEXT_FORMAT", "Cells", "Note", "Table", "Tables"]
