"""The add-in's file: the same bytes on every machine, and nothing in it that a reviewer has not read."""

import re
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from mentor_xl import __version__
from mentor_xl.addin.buttons import PROTOCOL
from mentor_xl.addin.letters_menu import buttons
from mentor_xl.addin.package import FILE_NAME, addin_bytes, addin_of
from mentor_xl.addin.ribbon_xml import ribbon_xml
from mentor_xl.addin.vba import MODULE, vba_text
from mentor_xl.errors import MentorError, MissingHere
from mentor_xl.shipped import shipped_folder

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pyvbaanalysis
    from oletools.mraptor import MacroRaptor
    from oletools.olevba import VBA_Parser, VBA_Scanner
    from pyopenvba.apps.excel import ExcelApplication
    from pyopenvba.integrity import check_file

SHIPPED = shipped_folder("workbook_templates") / FILE_NAME
IS_NEEDED = {
    ("Suspicious", "shell"): "a button starts Python, and does nothing else",
    ("Suspicious", "vbnormalfocus"): "as a window that can be seen",
    ("Suspicious", "environ"): "the user's own folder, where the path of Python is written",
    ("Suspicious", "open"): "the file it is written in, to read",
    ("IOC", "python.exe"): "the only program that may be started",
    ("IOC", "pythonw.exe"): "the same, without a black window",
}
"""All that a virus scanner's rules may find in the macros, and what for."""
IN_EVERY_WORKBOOK = {("Suspicious", "hex strings")}
"""What they find in the empty modules that every workbook with macros has: the number of its class."""


def parts(data: Path = SHIPPED) -> dict[str, bytes]:
    with zipfile.ZipFile(data) as package:
        return {name: package.read(name) for name in package.namelist()}


def findings(text: str) -> set[tuple[str, str]]:
    return {(kind, keyword.lower()) for kind, keyword, _ in VBA_Scanner(text).scan()}


# -- bytes -------------------------------------------------------------------------------------------------


def test_built_twice_it_is_the_same_bytes_and_those_that_are_shipped() -> None:
    built = addin_bytes()
    assert built == addin_bytes()
    assert built == SHIPPED.read_bytes(), f"run: mentor-xl addin build -o workbook_templates/{FILE_NAME}"


def test_it_holds_no_date_and_no_name_of_a_person() -> None:
    with zipfile.ZipFile(SHIPPED) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = parts()["docProps/core.xml"].decode()
    assert not re.search(r"creator|lastModifiedBy|created|modified", core)
    assert __version__ in core


def test_it_is_an_add_in_with_a_ribbon_and_one_module_of_macros() -> None:
    held = parts()
    assert b"application/vnd.ms-excel.addin.macroEnabled.main+xml" in held["[Content_Types].xml"]
    assert next(iter(held)) == "[Content_Types].xml"
    assert held["customUI/customUI14.xml"] == ribbon_xml()
    assert held["_rels/.rels"].count(b"customUI/customUI14.xml") == 1
    assert [name for name in held if name.endswith(".bin")] == ["xl/vbaProject.bin"]


# -- what others find in it --------------------------------------------------------------------------------


def test_its_package_and_its_project_are_sound() -> None:
    report = check_file(SHIPPED)
    assert report.ok
    assert report.complete
    assert report.issues == ()


def test_a_virus_scanner_s_reader_finds_exactly_our_text() -> None:
    parser = VBA_Parser(str(SHIPPED))
    modules = {place.rpartition("/")[2]: code for _, place, _, code in parser.extract_macros()}
    parser.close()
    assert set(modules) == {MODULE, "ThisWorkbook", "Sheet1"}
    lines = modules.pop(MODULE).replace("\r\n", "\n")
    assert lines.partition("\n")[0] == f'Attribute VB_Name = "{MODULE}"'
    assert lines.partition("\n")[2] == vba_text()
    for code in modules.values():
        assert all(line.startswith("Attribute VB_") for line in code.splitlines() if line)


def test_nothing_runs_by_itself_and_every_suspicion_has_its_reason() -> None:
    assert findings(vba_text()) == set(IS_NEEDED)
    parser = VBA_Parser(str(SHIPPED))
    found = {(kind, keyword.lower()) for kind, keyword, _ in parser.analyze_macros()}
    raptor = MacroRaptor(parser.get_vba_code_all_modules())
    raptor.scan()
    parser.close()
    assert found == set(IS_NEEDED) | IN_EVERY_WORKBOOK
    assert not raptor.autoexec
    assert not raptor.write
    assert not raptor.suspicious


@pytest.mark.parametrize(
    "bait",
    [
        "Sub Auto_Open()",
        'CreateObject("WScript.Shell")',
        'Declare PtrSafe Function X Lib "kernel32"',
        "CallByName x",
    ],
)
def test_what_must_not_be_in_it_would_be_found(bait: str) -> None:
    assert findings(f"{vba_text()}\n{bait}\n") > set(IS_NEEDED)


def test_an_analyst_of_vba_finds_nothing_that_would_not_compile() -> None:
    assert diagnoses(SHIPPED) == []


def test_another_engine_for_vba_runs_it_too() -> None:
    assert ExcelApplication.open(str(SHIPPED)).run("MentorXL_Version") == __version__


def test_what_would_not_compile_would_be_found(tmp_path: Path) -> None:
    broken = tmp_path / FILE_NAME
    broken.write_bytes(addin_of(vba_text().replace("    Dim python As String\n", "")))
    assert diagnoses(broken)


def diagnoses(workbook: Path) -> list[object]:
    return [one for found in pyvbaanalysis.analyze_workbook(workbook).values() for one in found]


def test_the_macros_declare_nothing_and_create_nothing() -> None:
    words = set(re.findall(r"[A-Za-z_]+", vba_text()))
    assert not words & {
        "Declare", "CreateObject", "GetObject", "WScript", "cmd", "powershell", "ActiveWorkbook",
        "ThisWorkbook", "Workbooks", "Evaluate", "ExecuteExcel4Macro", "OnTime", "VBProject",
        "Kill", "Put", "Print", "Write",
    }  # fmt: skip


def test_the_macros_are_ascii_with_lines_that_fit_a_screen() -> None:
    text = vba_text()
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 110
    assert f'"{__version__}"' in text
    assert f'PROTOCOL As String = "{PROTOCOL}"' in text


# -- what is refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ['x" & Chr(34)', "x&calc", "x=y", "X", "x\n", "ä", "x|y", "%x%"])
def test_no_word_with_a_meaning_of_its_own_comes_into_the_macros(kind: str) -> None:
    button = replace(next(iter(buttons())), kind=kind)
    with pytest.raises(ValueError, match="not allowed"):
        vba_text([button])


def test_macros_that_lack_a_sub_make_no_file() -> None:
    text = vba_text()
    with pytest.raises(MentorError, match="there is no Sub MentorXL_Check"):
        addin_of(text.replace("Sub MentorXL_Check(", "Sub MentorXL_Chek("))


def test_without_pyopenvba_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyopenvba", None)
    with pytest.raises(MissingHere, match=r"mentor-xl\[addin\]"):
        addin_bytes()


# -- what is told of it ------------------------------------------------------------------------------------

GUIDE = Path(__file__).parents[2] / "docs" / "it-guide.md"


def test_the_guide_for_it_shows_the_macros_as_they_are() -> None:
    text = vba_text()
    shown = GUIDE.read_text(encoding="utf-8")
    assert text[text.index("Private Sub Start(") :].rstrip() in shown
    button = text[text.index("Public Sub MentorXL_Check(") :].partition("End Sub")[0]
    assert button in shown
    assert f"--protocol={PROTOCOL} --addin-version={__version__}" in shown


def test_the_guide_for_it_names_every_suspicion() -> None:
    shown = GUIDE.read_text(encoding="utf-8").lower()
    assert [keyword for _, keyword in IS_NEEDED if keyword not in shown] == []
