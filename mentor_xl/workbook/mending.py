"""What calamine leaves out of a file, or stumbles over, written so that it comes through.

calamine hands an error cell over as if it were blank. So the cell is turned, in memory, into text that
begins with ``ERROR_MARK``, and nobody else has to know where in the file it stands. Two habits of .ods are
mended too, and numbers that no day has: under the format of a date calamine gives up the whole sheet.
"""

import re

ERROR_MARK = "\ue000error\ue000"
"""Two characters for private use: nobody types them."""

_MARK = ERROR_MARK.encode()

# None may look further than its own cell: each of a million would look through all the others.
_XLSX_ERROR = re.compile(
    rb' t="e"([^<>/]{0,200}>(?:(?!</(?:\w+:)?c>| t="e").)*?<(?:\w+:)?v(?: [^<>]*)?>)', re.DOTALL
)
_MAY_BE_NO_DAY = re.compile(rb"<v>(?!\d{1,9}(?:\.\d*)?<)[-+\diInN]")
"""Found soonest, in the few sheets that have such a number."""
_NO_DAY = re.compile(
    rb'(<c\b[^<>]{0,200}?) s="\d+"([^<>]{0,200}>(?:<f\b[^<>]{0,200}>(?:[^<>]*</f>)?)?'
    rb"<v>[+-]?(?:\d{10}|[\d.]{1,30}[eE]\+?(?:9|[1-9]\d)|(?i:inf|nan)))"
)
_ODS_ERROR = re.compile(
    rb'<(table:(?:covered-)?table-cell)\b(?=[^<>]*\bvalue-type="error")([^<>]*+)(?<!/)>(.*?)</\1>', re.DOTALL
)
_ODS_VALUE = re.compile(rb'\s(?:office|calcext):[\w-]+="[^"]*"')
_ODS_TEXT = re.compile(rb"<office:annotation\b[^<>]*+(?<!/)>.*?</office:annotation>|<[^<>]*>", re.DOTALL)
_ODS_BOOLEAN = re.compile(
    rb'office:value-type="float" office:value="[01]"(?: calcext:value-type="\w+")?'
    rb"(>\s*<text:p>(TRUE|FALSE)</text:p>)"
)


def mended(name: str, part: bytes) -> bytes:
    """The part as calamine should see it; the same object where there is nothing to mend."""
    if name == "content.xml":
        return _mended_tables(part)
    if b"sheetData" not in part:
        return part
    if b' t="e"' in part:
        part = _XLSX_ERROR.sub(rb' t="str"\1' + _MARK, part)
    return _NO_DAY.sub(rb"\1\2", part) if _MAY_BE_NO_DAY.search(part) else part


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
