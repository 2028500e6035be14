"""What calamine leaves out of a file, written so that it comes through: error cells, and two habits of .ods.

calamine hands an error cell over as if it were blank. So the cell is turned, in memory, into text that
begins with ``ERROR_MARK``, and nobody else has to know where in the file it stands.
"""

import re

ERROR_MARK = "\ue000error\ue000"
"""Two characters for private use: nobody types them."""

_MARK = ERROR_MARK.encode()

_XLSX_ERROR = re.compile(rb' t="e"([^<>/]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v(?: [^<>]*)?>)', re.DOTALL)
_ODS_ERROR = re.compile(
    rb'<(table:(?:covered-)?table-cell)\b([^<>]*\bvalue-type="error"[^<>]*)(?<!/)>(.*?)</\1>', re.DOTALL
)
_ODS_VALUE = re.compile(rb'\s(?:office|calcext):[\w-]+="[^"]*"')
_ODS_TEXT = re.compile(rb"<office:annotation\b.*?</office:annotation>|<[^<>]*>", re.DOTALL)
_ODS_BOOLEAN = re.compile(
    rb'office:value-type="float" office:value="[01]"(?: calcext:value-type="\w+")?'
    rb"(>\s*<text:p>(TRUE|FALSE)</text:p>)"
)


def mended(name: str, part: bytes) -> bytes:
    """The part as calamine should see it; the same object where there is nothing to mend."""
    if name == "content.xml":
        return _mended_tables(part)
    if b' t="e"' in part and b"sheetData" in part:
        return _XLSX_ERROR.sub(rb' t="str"\1' + _MARK, part)
    return part


def _mended_tables(part: bytes) -> bytes:
    # Its own TRUE, kept as a formula, and a tab or a line break inside a cell would be lost.
    part = part.replace(b"<text:tab/>", b"\t").replace(b"<text:line-break/>", b"\n")
    part = _ODS_BOOLEAN.sub(_as_boolean, part)
    return _ODS_ERROR.sub(_as_marked_text, part) if b'value-type="error"' in part else part


def _as_boolean(cell: re.Match[bytes]) -> bytes:
    return b'office:value-type="boolean" office:boolean-value="%b"%b' % (cell[2].lower(), cell[1])


def _as_marked_text(cell: re.Match[bytes]) -> bytes:
    attributes = _ODS_VALUE.sub(b"", cell[2])
    shown = _ODS_TEXT.sub(b"", cell[3]).strip().replace(b'"', b"&quot;")
    text = b'office:value-type="string" office:string-value="%b%b"' % (_MARK, shown)
    return b"<%b%b %b></%b>" % (cell[1], attributes, text, cell[1])
