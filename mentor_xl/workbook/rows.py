"""One row of a sheet read into the fields of its record, or the reasons why it cannot be kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from mentor_xl.problems import looks_like_an_id
from mentor_xl.records import CellError, Column
from mentor_xl.workbook.keys import Keys, is_a_name, together
from mentor_xl.workbook.said import Converter, Said, error_cell, plain_text, says_not_known, says_nothing
from mentor_xl.workbook.sheets import KnownSheet
from mentor_xl.workbook.telling import Telling

IN_WORDS = frozenset({"key", "text", "text;", "note", "ref", "refs;"})
"""Kinds of column whose every text is a value; on a list, “None” and “Unknown” may be values."""


class RowReading:
    """A row on its way to a record."""

    def __init__(self, sheet: KnownSheet, number: int, cells: Sequence[Any], keys: Keys) -> None:
        self.number = number
        self.is_kept = True
        self._sheet = sheet
        self._cells = cells
        self._keys = keys
        self._said: list[tuple[Column, Said]] = []
        self._unread: set[str] = set()
        self._is_silent = False
        """Whether the row hangs on a row that was refused: nothing more is said of it."""
        self._has_a_name_for_an_id = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the columns that people type in."""
        return all(self._cell(self._sheet.index(column)) is None for column in self._sheet.columns)

    @property
    def key(self) -> str | None:
        """The row's own ID as typed."""
        key = self._sheet.key
        cell = self._cell(self._sheet.index(key)) if key else None
        return None if cell is None else plain_text(cell)

    def fields(self, converters: Sequence[Converter]) -> dict[str, Any]:
        """The record's fields; ``is_kept`` says afterwards whether the row can become one."""
        found: dict[str, Any] = {"row_number": self.number}
        for column, convert in zip(self._sheet.columns, converters, strict=True):
            value = self._value(column, convert, self._cell(self._sheet.index(column)))
            if value is not None:
                found[column.attribute] = value
        if self._sheet.name == "pupils":
            self._refuse_a_name_for_an_id(found)
        own = self._sheet.layout.own
        if own:
            found["own"] = {heading: self._cell(index) for heading, index in own.items()}
        if self._unread:
            found["unread"] = frozenset(self._unread)
            found["as_typed"] = tuple((name, self.typed(name)) for name in sorted(self._unread))
        return found

    def tell(self, found: Mapping[str, Any], telling: Telling) -> None:
        """Tell what was met in the row's cells, unless the row it hangs on has been told of."""
        if self._is_silent:
            return
        ref = self._pupil(found)
        for column, said in self._said:
            place = self._sheet.place(column, self.number)
            waits = not said.is_read and said.code not in ("not-known", "not-settled")
            telling.say(
                said.code,
                place,
                {"heading": place.heading or column.heading, **said.details},
                ref=ref,
                blocks=telling.waits_for(self._sheet.record, column) if waits else (),
            )

    # -- cells ------------------------------------------------------------------------------

    def _cell(self, index: int) -> Any:
        cell = self._cells[index] if index < len(self._cells) else None
        if type(cell) is str and (not cell.strip() or not (cell.isascii() or plain_text(cell))):
            return None
        return cell

    def _value(self, column: Column, convert: Converter, cell: Any) -> Any:
        if cell is None:
            if column.must:
                self._miss(column, Said(None, "missing-value", {}))
            return None
        if isinstance(cell, CellError):
            self._miss(column, error_cell(cell))
            return None
        value = convert(cell)
        if type(value) is Said:
            return self._take(column, value, plain_text(cell))
        if type(value) is not str and type(value) is not tuple:
            return value
        base = column.base
        text = value if type(value) is str else plain_text(cell)
        if base in IN_WORDS and says_not_known(text):
            return self._not_known(column, text)
        return self._referred(column, value) if base in ("ref", "refs;") else value

    def _take(self, column: Column, said: Said, text: str) -> Any:
        if said.is_read:
            self._said.append((column, said))
            return said.value
        if says_not_known(text, in_words=False) or (column.must_be_settled and says_nothing(text)):
            return self._not_known(column, text)
        return self._miss(column, said)

    def _not_known(self, column: Column, text: str) -> Any:
        shown = {"value": f"“{text}”"}
        if column.must_be_settled and says_nothing(text) and column.base == "yes/no":
            no = False
            return self._take(column, Said(no, "read-as-no", shown, is_read=True), text)
        if column.must or (column.must_be_settled and not says_nothing(text)):
            return self._miss(column, Said(None, "not-known-yet" if column.must else "not-settled", shown))
        self._said.append((column, Said(None, "not-known", shown)))
        return None

    def _miss(self, column: Column, said: Said) -> None:
        """A cell has no value that can be used."""
        self._said.append((column, said))
        if said.code != "missing-value":
            self._unread.add(column.attribute)
        if column.attribute in self._sheet.record.needs:
            self.is_kept = False

    def typed(self, attribute: str) -> str:
        """What stands in a cell, as text."""
        cell = self._cell(self._sheet.layout.columns[attribute][0])
        return "" if cell is None else plain_text(cell)

    # -- references -------------------------------------------------------------------------

    def _referred(self, column: Column, value: str | tuple[str, ...]) -> Any:
        """The ID, or the IDs, that a cell refers to; all that are not there are one problem."""
        found = [self._one_reference(column, typed) for typed in ([value] if type(value) is str else value)]
        unknown = [one for one in found if isinstance(one, Said)]
        if unknown:
            self._miss(column, together(unknown))
        known = tuple(one for one in found if isinstance(one, str))
        return known if type(value) is tuple else next(iter(known), None)

    def _one_reference(self, column: Column, typed: str) -> str | Said | None:
        if self._keys.was_refused(column.target, typed):
            self._hang_on_refused(column)
            return None
        found = self._keys.find(column, typed)
        return self._take(column, found, typed) if isinstance(found, Said) and found.is_read else found

    def _hang_on_refused(self, column: Column) -> None:
        self._unread.add(column.attribute)
        if column.attribute in self._sheet.record.needs:
            self.is_kept = False
            self._is_silent = True

    def _refuse_a_name_for_an_id(self, found: dict[str, Any]) -> None:
        names = (found.get(name, "") for name in ("legal_surname", "legal_forename", "known_as"))
        if self._sheet.key and "pupil_id" in found and is_a_name(found["pupil_id"], names):
            del found["pupil_id"]
            self._has_a_name_for_an_id = True
            # It may be a remark below the pupils: that its other cells are blank is no news.
            self._said = [(column, said) for column, said in self._said if said.code != "missing-value"]
            self._miss(self._sheet.key, Said(None, "name-as-id", {}))

    def _pupil(self, found: Mapping[str, Any]) -> str | None:
        """The pupil the row is about, as far as it says."""
        if "pupil_id" in found:
            return str(found["pupil_id"])
        if "pupil_id" in self._unread and not self._has_a_name_for_an_id:
            typed = self.typed("pupil_id")
            return typed if looks_like_an_id(typed) else None
        return self._keys.pupil_of_case.get(found.get("case_id", ""))
