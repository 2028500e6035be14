"""The shortcut in *Send to* says to an independent reader what it was told to say."""

import io
import warnings
from pathlib import PureWindowsPath
from typing import Any

import pytest

from mentor_xl.addin.shortcut import shortcut

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import LnkParse3


def read(data: bytes) -> dict[str, Any]:
    return dict(LnkParse3.lnk_file(io.BytesIO(data)).get_json())


@pytest.mark.parametrize(
    "target",
    [
        r"C:\Program Files\Python\python.exe",
        r"D:\p\python.exe",
        r"C:\python.exe",
        r"C:\Zoë Ó & Söhne\python.exe",
    ],
)
def test_a_shortcut_leads_to_its_program_with_its_arguments(target: str) -> None:
    path = PureWindowsPath(target)
    told = read(shortcut(path, "-m mentor_xl addin sent", "What it does"))
    _, drive, *names = told["target"]["items"]
    assert drive["volume_name"] == path.drive + "\\"
    ascii_names = [part.encode("ascii", "replace").decode().replace("?", "_") for part in path.parts[1:]]
    assert [item["primary_name"] for item in names] == ascii_names
    assert told["link_info"]["local_base_path_unicode"] == target
    assert told["data"]["command_line_arguments"] == "-m mentor_xl addin sent"
    assert told["data"]["description"] == "What it does"
    assert told["header"]["windowstyle"] == "SW_SHOWNORMAL"


def test_a_shortcut_holds_no_date_and_is_the_same_twice() -> None:
    one, two = (shortcut(PureWindowsPath(r"C:\p\python.exe"), "-m x", "y") for _ in range(2))
    assert one == two
    header = read(one)["header"]
    assert {header[name] for name in ("creation_time", "accessed_time", "modified_time")} == {None}


def test_each_name_is_there_whole_in_the_block_that_explorer_reads() -> None:
    data = shortcut(PureWindowsPath("C:\\Zoë\\python.exe"), "-m x", "y")
    for name in ("Zoë", "python.exe"):
        assert (20).to_bytes(2, "little") + bytes(2) + name.encode("utf-16-le") + bytes(2) in data


@pytest.mark.parametrize("target", ["python.exe", r"\\server\share\python.exe", "C:python.exe", "C:\\", ""])
def test_a_shortcut_leads_to_a_drive_only(target: str) -> None:
    with pytest.raises(ValueError, match="drive"):
        shortcut(PureWindowsPath(target), "", "")


def test_what_explorer_would_cut_off_is_refused() -> None:
    with pytest.raises(ValueError, match="Too long"):
        shortcut(PureWindowsPath(r"C:\p\python.exe"), "x" * 260, "y")
