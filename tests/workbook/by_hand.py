"""Workbooks written by hand: as programs other than openpyxl write them, and as nobody honest does."""

import struct
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"

Parts = Mapping[str, str | bytes]


def zipped(parts: Parts) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return packed.getvalue()


def xlsx_parts(
    rows: str,
    *,
    target: str = "worksheets/sheet1.xml",
    main: str = MAIN,
    relations: str = RELATIONS,
    prefix: str = "",
) -> dict[str, str | bytes]:
    """The parts of an .xlsx whose one sheet, Pupils, has these rows."""
    x = f"{prefix}:" if prefix else ""
    declared = f'xmlns:{prefix}="{main}"' if prefix else f'xmlns="{main}"'
    return {
        "_rels/.rels": _relations(relations, "officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _relations(relations, "worksheet", target),
        "xl/workbook.xml": (
            f'<{x}workbook {declared} xmlns:r="{relations}"><{x}sheets>'
            f'<{x}sheet name="Pupils" sheetId="3" r:id="r7"/></{x}sheets></{x}workbook>'
        ),
        "xl/worksheets/sheet1.xml": (
            f"<{x}worksheet {declared}><{x}sheetData>{rows}</{x}sheetData></{x}worksheet>"
        ),
    }


def _relations(relations: str, kind: str, target: str) -> str:
    one = f'<Relationship Id="r7" Type="{relations}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}">{one}</Relationships>'


def xlsx(rows: str) -> bytes:
    return zipped(xlsx_parts(rows))


def ods_parts(*tables: str) -> dict[str, str | bytes]:
    """The parts of an .ods with these tables."""
    spaces = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0"/>',
        "content.xml": (
            f'<office:document-content {spaces} xmlns:calcext="urn:calcext"><office:body><office:spreadsheet>'
            f"{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
        ),
    }


def ods(*rows: str) -> bytes:
    """An .ods whose one sheet, Pupils, has these rows."""
    return zipped(ods_parts(table("Pupils", *rows)))


def table(name: str, *rows: str) -> str:
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def cell(attributes: str = "", inside: str = "", *, repeated: int = 1) -> str:
    repeats = f'table:number-columns-repeated="{repeated}"'
    return f"<table:table-cell {repeats} {attributes}>{inside}</table:table-cell>"


def text(words: str, *, repeated: int = 1) -> str:
    return cell('office:value-type="string"', f"<text:p>{words}</text:p>", repeated=repeated)


_FIELDS = {
    "method": ("<H", 10),
    "crc": ("<L", 16),
    "packed": ("<L", 20),
    "size": ("<L", 24),
    "offset": ("<L", 42),
}


def claiming(data: bytes, name: str, **values: int) -> bytes:
    """The zip with other values in the central directory's entry for ``name``, true or not."""
    changed = bytearray(data)
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    for field, value in values.items():
        kind, offset = _FIELDS[field]
        struct.pack_into(kind, changed, at + offset, value)
    return bytes(changed)
