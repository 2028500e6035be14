"""A workbook as bytes that are the same for the same content: no clock, no machine, no order of chance."""

from __future__ import annotations

import datetime as dt
import errno
import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from lxml import etree
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.writer.theme import theme_xml

from mentor_xl import look
from mentor_xl.errors import NotWritten

MADE_ON = dt.datetime(2026, 1, 1)  # noqa: DTZ001  the properties of a workbook know no time zone
"""The day every new workbook says it was made on: the true one would change its bytes."""
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def new_workbook(title: str) -> Workbook:
    """An empty workbook in the house's type, with its properties fixed."""
    workbook = Workbook()
    del workbook[workbook.sheetnames[0]]
    _set_house_type(workbook)
    workbook.properties.creator = "Mentor XL"
    workbook.properties.lastModifiedBy = "Mentor XL"
    workbook.properties.title = title
    workbook.properties.created = MADE_ON
    workbook.calculation.fullCalcOnLoad = True
    return workbook


def _set_house_type(workbook: Workbook) -> None:
    """The type that Excel measures columns by and gives to cells nobody dressed."""
    house = Font(name=look.FONT, size=look.WORKBOOK_TYPE, family=2)
    # openpyxl has no public way to change the type it begins with.
    workbook._fonts = IndexedList([house])  # type: ignore[attr-defined]  # noqa: SLF001
    workbook._named_styles[0].font = house  # type: ignore[attr-defined]  # noqa: SLF001
    theme = theme_xml.replace('"Cambria"', f'"{look.FONT}"').replace('"Calibri"', f'"{look.FONT}"')
    workbook.loaded_theme = theme


def saved(workbook: Workbook, charts: Sequence[str] = ()) -> bytes:
    """The workbook's file; its parts in the order they were written, every date fixed.

    ``charts`` says what each chart shows, in order, to people who do not see it.
    """
    drawn = io.BytesIO()
    try:
        workbook.save(drawn)
    except etree.SerialisationError as fault:  # openpyxl keeps each sheet in a file meanwhile.
        why = OSError(getattr(errno, str(fault).removeprefix("IO_"), None), "")
        raise NotWritten(why, "The computer's folder for temporary files could not be written.") from fault
    steady = io.BytesIO()
    with zipfile.ZipFile(drawn) as made, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in made.namelist():
            part = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            archive.writestr(part, _finished(name, made.read(name), charts))
    return steady.getvalue()


def _finished(name: str, part: bytes, charts: Sequence[str]) -> bytes:
    """What openpyxl has no word for: no time of saving, no title over a chart, words for what it shows."""
    if name.startswith("xl/charts/"):
        return part.replace(b"<chart><plotArea>", b'<chart><autoTitleDeleted val="1"/><plotArea>', 1)
    if name.startswith("xl/drawings/drawing"):
        for number, words in enumerate(charts, 1):
            title = f'name="Chart {number}"'
            part = part.replace(title.encode(), f"{title} descr={quoteattr(words)}".encode(), 1)
        return part
    if name != "docProps/core.xml":
        return part
    return _MODIFIED.sub(rb"\g<1>" + MADE_ON.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + rb"\g<2>", part)
