"""A package that is packed anew says what its parts say, and nothing that was not looked at."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.workbook.packing import mended_part, package_of, unpack

METHODS = st.sampled_from([ZIP_STORED, ZIP_DEFLATED])
PARTS = st.dictionaries(st.text("abcé/.", min_size=1), st.tuples(st.binary(max_size=400), METHODS))


def zipped(parts: dict[str, tuple[bytes, int]]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        for name, (content, method) in parts.items():
            package.writestr(ZipInfo(name), content, method)
    return packed.getvalue()


def entries_of(data: bytes) -> list[ZipInfo]:
    with ZipFile(BytesIO(data)) as package:
        return package.infolist()


def one_entry(content: bytes, method: int = ZIP_DEFLATED) -> tuple[bytes, ZipInfo]:
    data = zipped({"a.xml": (content, method)})
    (entry,) = entries_of(data)
    return data, entry


@given(PARTS)
def test_a_new_package_holds_what_the_old_one_held(parts: dict[str, tuple[bytes, int]]) -> None:
    data = zipped(parts)
    unpacked = [unpack(data, entry, entry.filename) for entry in entries_of(data)]
    with ZipFile(BytesIO(package_of([part for part, _ in unpacked]))) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == {
            name: content for name, (content, _) in parts.items()
        }
    assert [content for _, content in unpacked] == [content for content, _ in parts.values()]


def test_a_mended_part_is_packed_as_it_was_mended() -> None:
    with ZipFile(BytesIO(package_of([mended_part("a.xml", b"<mended/>")]))) as package:
        assert package.read("a.xml") == b"<mended/>"


def test_what_lies_behind_a_part_is_not_handed_on() -> None:
    data, entry = one_entry(b"seen" * 9)
    behind = zlib.compress(b"unseen")
    start = entry.header_offset + 30 + len("a.xml")
    end = start + entry.compress_size
    entry.compress_size += len(behind)
    part, content = unpack(data[:end] + behind + data[end:], entry, "a.xml")
    assert (part.packed, content) == (data[start:end], b"seen" * 9)


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED])
@pytest.mark.parametrize(
    ("attribute", "change"), [("file_size", -1), ("file_size", 1), ("CRC", 1), ("compress_size", -1)]
)
def test_a_part_that_is_not_what_its_entry_says_is_refused(method: int, attribute: str, change: int) -> None:
    data, entry = one_entry(b"a part of a workbook", method)
    setattr(entry, attribute, getattr(entry, attribute) + change)
    with pytest.raises(BadZipFile):
        unpack(data, entry, "a.xml")
