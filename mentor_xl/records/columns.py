"""How a column is declared: once, on its record.

Heading, aliases, drop-down, input message, validation, privacy group and documentation all derive from
the declaration ``column(...)`` and the field's type. ``columns_of(Record)`` gives them back as values.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self, Union, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from mentor_xl.audience import Group
from mentor_xl.problems import Place
from mentor_xl.vocabulary import ValueList


@dataclass(frozen=True, slots=True)
class CellError:
    """An Excel error that stands in a cell, ``#N/A``."""

    text: str

    def __str__(self) -> str:
        return self.text


Cell = None | str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | CellError
"""The normal form of a cell: blank is ``None``, a whole number ``int``, a midnight datetime ``date``."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a column holds, where its Python type does not say it: ``note``, ``key``, ``ref:Pupils``."""

    name: str


Key = Annotated[str, Kind("key")]
Note = Annotated[str, Kind("note")]
Several = Annotated[tuple[str, ...], Kind("text;")]
BarrierList = Annotated[tuple[str, ...], Kind("list;:Barrier")]
PupilRef = Annotated[str, Kind("ref:Pupils")]
PupilRefs = Annotated[tuple[str, ...], Kind("refs;:Pupils")]
StaffRef = Annotated[str, Kind("ref:Staff")]
ReferralRef = Annotated[str, Kind("ref:Referrals")]
CaseRef = Annotated[str, Kind("ref:Cases")]
ConsentRef = Annotated[str, Kind("ref:Consents")]
AgencyRef = Annotated[str, Kind("ref:Agencies")]
ScaleRef = Annotated[str, Kind("ref:Scales")]
GroupRef = Annotated[str, Kind("ref:Groups")]
PairRef = Annotated[str, Kind("ref:Peer pairs")]
CalcDate = Annotated[dt.date, Kind("calc date")]
CalcText = Annotated[str, Kind("calc text")]

_PLAIN_KINDS = {str: "text", dt.date: "date", int: "int", float: "number", bool: "yes/no"}


_set = object.__setattr__
"""Records are frozen: they are filled before anybody has seen them."""


class Hold(NamedTuple):
    """Something in the workbook that keeps letters from a person, or a person's address from letters."""

    code: str
    why: str
    """A sentence that names no person; other cells by their place."""
    place: Place
    """Where it stands, or has to be settled."""
    kind: Literal["restricted", "withheld", "no letter"]


class Record(BaseModel):
    """One row of one sheet.

    A cell that is blank or could not be read is ``None`` here; its field's name is in ``unread`` when
    the cell held something that nobody could read, so that what depends on it can wait.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    sheet_name: ClassVar[str] = ""
    """The sheet's name."""
    needs: ClassVar[tuple[str, ...]] = ()
    """The fields without which the row cannot be kept: its key and the references it hangs on."""

    row_number: int = 0
    """The row as Excel numbers it."""
    own: dict[str, Any] = Field(default_factory=dict)
    """The school's own columns: heading as typed to cell."""
    unread: frozenset[str] = frozenset()
    """The fields whose cell holds something that could not be read."""
    as_typed: tuple[tuple[str, str], ...] = ()
    """What stands in cells that have no value: field and text. It may be a name: it is never repeated."""

    @classmethod
    def of_read(cls, fields: dict[str, Any]) -> Self:
        """The record of a row's fields, all of them, which are known to be right: read, not typed.

        It is what validating them gives, in a tenth of the time.
        """
        record = cls.__new__(cls)
        _set(record, "__dict__", fields)
        _set(record, "__pydantic_fields_set__", _all_fields(cls))
        _set(record, "__pydantic_extra__", None)
        _set(record, "__pydantic_private__", None)
        return record


@dataclass(frozen=True, slots=True)
class Column:
    """A column as declared on its record."""

    attribute: str
    heading: str
    kind: str
    """As in the workbook's contract: ``date``, ``int 0-4``, ``list:Tier``, ``ref:Pupils``, …"""
    must: bool
    group: Group
    description: str
    aliases: tuple[str, ...] = ()
    example: str = ""
    lowest: float | None = None
    highest: float | None = None
    must_be_settled: bool = False
    """Whether “?” is not read as blank here: what hangs on the cell waits."""

    @property
    def base(self) -> str:
        """The kind without its list, sheet or range: ``list``, ``ref``, ``int``, ``calc``."""
        return self.kind.split(":")[0].split(" ")[0]

    @property
    def target(self) -> str:
        """The list or the sheet that the kind names; empty for other kinds."""
        return self.kind.partition(":")[2]

    @property
    def is_filled_by_us(self) -> bool:
        """Whether Mentor XL fills this column and people do not type in it."""
        return self.base == "calc"


def column(
    heading: str,
    group: Group,
    description: str = "",
    *,
    must: bool = False,
    aliases: tuple[str, ...] = (),
    example: str = "",
    lowest: float | None = None,
    highest: float | None = None,
    must_be_settled: bool = False,
) -> Any:
    """Declare a column: what it is called, who may be told, what it is for.

    ``lowest`` and ``highest`` are the range that the workbook's contract gives a number.
    """
    extra = {
        "group": group, "must": must, "aliases": aliases, "example": example,
        "must_be_settled": must_be_settled,
    }  # fmt: skip
    return Field(
        default=None,
        title=heading,
        description=description,
        ge=lowest,
        le=highest,
        json_schema_extra=cast("dict[str, Any]", extra),
    )


@cache
def _all_fields(record: type[Record]) -> set[str]:
    """One for all records of a sheet: a set for each would take more room than what they say."""
    return set(record.model_fields)


@cache
def columns_of(record: type[Record]) -> tuple[Column, ...]:
    """The columns of a sheet in the order they are declared."""
    return tuple(_declared(record))


def _declared(record: type[Record]) -> Iterator[Column]:
    for attribute, field in record.model_fields.items():
        extra = field.json_schema_extra
        if not isinstance(extra, dict) or "group" not in extra:
            continue
        declared = cast("dict[str, Any]", extra)
        lowest, highest = _limits(field)
        yield Column(
            attribute=attribute,
            heading=field.title or attribute,
            kind=_kind(field, lowest, highest),
            must=declared["must"],
            group=declared["group"],
            description=field.description or "",
            aliases=declared["aliases"],
            example=declared["example"],
            lowest=lowest,
            highest=highest,
            must_be_settled=declared["must_be_settled"],
        )


def _limits(field: FieldInfo) -> tuple[float | None, float | None]:
    lowest = next((mark.ge for mark in field.metadata if hasattr(mark, "ge")), None)
    highest = next((mark.le for mark in field.metadata if hasattr(mark, "le")), None)
    return lowest, highest


def _kind(field: FieldInfo, lowest: float | None, highest: float | None) -> str:
    plain, marks = _unwrapped(field.annotation)
    for mark in (*marks, *field.metadata):
        if isinstance(mark, Kind):
            return mark.name
        if isinstance(mark, ValueList):
            return f"list:{mark.name}"
    name = _PLAIN_KINDS[plain]
    return name if lowest is None else f"{name} {lowest:g}-{highest:g}"


def _unwrapped(annotation: Any) -> tuple[Any, tuple[object, ...]]:
    """The plain type of ``X | None`` or ``Annotated[X, …]``, and the marks it carries."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not NoneType)
    if get_origin(annotation) is Annotated:
        plain, *marks = get_args(annotation)
        return plain, tuple(marks)
    return annotation, ()
