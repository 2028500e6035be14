"""Whether a file may be read at all: what it is, and whether it was built to do harm.

Everything here happens before a reader sees the file, and whatever a reader is then given was checked here.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from mentor_xl.errors import UnreadableWorkbook
from mentor_xl.workbook.chains import has_a_loop
from mentor_xl.workbook.mending import mended
from mentor_xl.workbook.packing import Part, mended_part, unpack
from mentor_xl.workbook.used_area import DAMAGED, HARMFUL, check_sheet, check_tables

MEGABYTE = 1_000_000
LARGEST_FILE = 50 * MEGABYTE
MOST_PARTS = 5_000
LARGEST_UNPACKED = 500 * MEGABYTE
LARGEST_PART = 200 * MEGABYTE
LARGEST_RATIO = 200
RATIO_COUNTS_FROM = 10 * MEGABYTE
LARGEST_TEXT = 300 * MEGABYTE

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
_READABLE = f"{', '.join(SUFFIXES[:-1])} and {SUFFIXES[-1]}"

_SAVE_AS = "Open it in Excel and save it as an Excel workbook (.xlsx)."
_NAME_IT = "Name the workbook itself, saved from Excel as .xlsx."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FILEPASS = re.compile(
    rb"\x09\x08(?:\x10\x00\x00\x06\x05\x00.{12}|\x08\x00\x00\x05\x05\x00.{4})(?:\x86\x00\x00\x00)?\x2f\x00",
    re.DOTALL,
)
"""[MS-XLS], globals substream: BOF, perhaps WriteProtect, and FilePass where the rest is encrypted."""
_READ_SUFFIXES = (".xml", ".rels", "mimetype")
"""How the parts end that hold sheets; pictures, macros and the like are never unpacked."""
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"

_OTHER_OLE: Mapping[str, str] = {
    "WordDocument": "a Word document",
    "PowerPoint Document": "a PowerPoint presentation",
}
_OTHER_ZIP: Mapping[str, str] = {
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "xl/workbook.bin": "a binary workbook (.xlsb)",
    "index/document.iwa": "a Numbers document",
}


class PasswordNeeded(UnreadableWorkbook):
    """The workbook is protected with a password to open it."""

    def __init__(self) -> None:
        super().__init__(
            "This workbook needs a password to open. Open it in Excel, take the password off under "
            "File, Info, Protect Workbook, Encrypt with Password, and save it."
        )


def check_file(path: Path) -> None:
    """Check what can be known without opening the file: its name, its kind and its size."""
    suffix = path.suffix.lower()
    if path.is_dir():
        raise UnreadableWorkbook("This is a folder. Name the workbook inside it.")
    if not path.is_file():
        raise UnreadableWorkbook("There is no such file. Check the name and the folder.")
    if path.name.startswith("~$"):
        raise UnreadableWorkbook(
            f"This is only the note that Excel keeps while a workbook is open. {_NAME_IT}"
        )
    if suffix == ".csv":
        raise UnreadableWorkbook(
            "This is a .csv file: one sheet, without its dates and leading zeros. Save it as .xlsx in Excel."
        )
    if suffix not in SUFFIXES:
        raise UnreadableWorkbook(f"Only {_READABLE} files can be read. {_SAVE_AS}")
    _check_size(path.stat().st_size)


def check_before_reading(data: bytes, suffix: str) -> tuple[Part, ...]:
    """The parts of a workbook that are safe to read, mended; none for an .xls, which has no parts.

    ``suffix`` is only for the words of a refusal; what a file is, its bytes say. Of an .xls only the size,
    the signature and the chains are checked: ``limited`` reads it.

    Raises:
        PasswordNeeded: the workbook is encrypted.
        UnreadableWorkbook: it is no workbook, damaged, far too large, or made to do harm.
    """
    _check_size(len(data))
    if data.startswith(_OLE):
        _check_ole(data)
        return ()
    if not data.startswith(b"PK"):
        raise UnreadableWorkbook(_what_it_is(data, suffix))
    try:
        return tuple(_checked(data))
    except (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError) as fault:
        raise UnreadableWorkbook(DAMAGED) from fault


def _check_size(size: int) -> None:
    if not size:
        raise UnreadableWorkbook("This file is empty: nothing was ever saved in it. Use your last copy.")
    if size > LARGEST_FILE:
        raise UnreadableWorkbook(
            f"This file has {size // MEGABYTE} MB; up to {LARGEST_FILE // MEGABYTE} MB are read. "
            "Take out pictures and old sheets, and save it again."
        )


def _check_ole(data: bytes) -> None:
    if has_a_loop(data):
        raise UnreadableWorkbook(f"This workbook goes round in circles where it should end. {HARMFUL}")
    folded = data.lower()

    def holds(stream: str) -> bool:
        return stream.lower().encode("utf-16-le") in folded

    if holds("EncryptedPackage") or _FILEPASS.search(data):
        raise PasswordNeeded
    if not (holds("Workbook") or holds("Book")):
        kinds = (kind for stream, kind in _OTHER_OLE.items() if holds(stream))
        raise UnreadableWorkbook(f"This is not a workbook but {next(kinds, 'something else')}. {_NAME_IT}")


def _what_it_is(data: bytes, suffix: str) -> str:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<?xml") or any(tag in head for tag in (b"<html", b"<table", b"<!doctype")):
        return f"This {suffix} file is really a web page or XML, as some school systems export. {_SAVE_AS}"
    if head.startswith(b"%pdf"):
        return f"This {suffix} file is really a PDF. {_NAME_IT}"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in head:
        return f"This {suffix} file is really plain text, perhaps a .csv under another name. {_SAVE_AS}"
    return f"This {suffix} file is not a workbook, or it is damaged. {_SAVE_AS}"


def _checked(data: bytes) -> Iterator[Part]:
    """The parts, one at a time: what a large one unpacks to is looked at and let go."""
    with ZipFile(BytesIO(data)) as package:
        entries = package.infolist()
        _check_entries(entries)
        named = {_plain(entry.filename): entry for entry in entries}
        _check_kind(data, named)
        for name, entry in named.items():
            if name.lower().endswith(_READ_SUFFIXES):
                package.open(entry).close()  # Its own header says the same as the directory.
                part, content = unpack(data, entry, name)
                _check_xml(name, content)
                as_read = mended(name, content)
                part = part if as_read is content else mended_part(name, as_read)
                yield replace(part, tags=content.count(b"<"), longest=_longest_shared(name, content))


def _check_entries(entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise UnreadableWorkbook(f"This workbook would unpack to more than any caseload needs. {HARMFUL}")
    names = [_plain(entry.filename).lower() for entry in entries]
    if len(set(names)) != len(names) or any(map(_leaves_its_folder, names)) or _overlap(entries):
        raise UnreadableWorkbook(f"This workbook is not put together the way Excel does it. {HARMFUL}")
    for entry in entries:
        size = entry.file_size
        is_too_dense = size > RATIO_COUNTS_FROM and size > LARGEST_RATIO * entry.compress_size
        if size > LARGEST_PART or is_too_dense:
            raise UnreadableWorkbook(
                f"A part of this workbook would unpack to a size no sheet has. {HARMFUL}"
            )
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadableWorkbook(DAMAGED)


def _plain(name: str) -> str:
    return name.replace("\\", "/")


def _leaves_its_folder(name: str) -> bool:
    return name.startswith("/") or ":" in name or ".." in name.split("/")


def _overlap(entries: list[ZipInfo]) -> bool:
    begins_after = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < begins_after:
            return True
        begins_after = entry.header_offset + 30 + len(entry.orig_filename) + entry.compress_size
    return False


def _check_kind(data: bytes, named: Mapping[str, ZipInfo]) -> None:
    names = {name.lower() for name in named}
    other = next((kind for name, kind in _OTHER_ZIP.items() if name in names), None)
    if other:
        raise UnreadableWorkbook(f"This is not an Excel workbook but {other}. {_SAVE_AS}")
    manifest, kind = (
        unpack(data, named[name], name)[1] if name in named else b""
        for name in ("META-INF/manifest.xml", "mimetype")
    )
    if b"encryption-data" in manifest:
        raise PasswordNeeded
    is_ods = kind.startswith(_ODS) and "content.xml" in named
    if not is_ods and not any(name.endswith("workbook.xml") for name in names):
        raise UnreadableWorkbook(f"This is not a workbook, though it has the name of one. {_SAVE_AS}")


def _check_xml(name: str, part: bytes) -> None:
    # UTF-16 shows as UTF-8 with a zero beside each letter.
    if b"<!DOCTYPE" in (part.replace(b"\0", b"") if b"\0" in part[:64] else part):
        raise UnreadableWorkbook(f"A part of this workbook could unfold without end (a DTD). {HARMFUL}")
    if name == "content.xml":
        check_tables(part)
    elif b"sheetData" in part:
        check_sheet(part)


def _longest_shared(name: str, part: bytes) -> int:
    """Bytes of the longest text that cells share by its number; however it is written, never too few."""
    if not name.lower().endswith("sharedstrings.xml"):
        return 0
    claimed = re.findall(rb"uniqueCount[^<>\d]{1,9}(\d{1,20})", part)
    if sum(map(int, claimed)) > part.count(b"<"):  # calamine makes room for as many.
        raise UnreadableWorkbook(f"This workbook is not put together the way Excel does it. {HARMFUL}")
    return max(map(len, part.split(b"</si>")))


def may_unfold(parts: Sequence[Part]) -> bool:
    """Whether the text of all cells could be far more than the file: calamine copies it into each of them."""
    longest, cells = max(part.longest for part in parts), sum(part.tags for part in parts) // 4
    return longest * cells > LARGEST_TEXT
