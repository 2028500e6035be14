"""Every button of the ribbon, pressed in LibreOffice: what it would start, and what it says if it cannot."""

import shlex
from typing import Any

import pytest
from addin.pressed import PYTHON, WINDOW, Office, call, message, press, refuse_with

from mentor_xl import __version__
from mentor_xl.addin.buttons import PROTOCOL
from mentor_xl.addin.letters_menu import buttons
from mentor_xl.addin.package import FILE_NAME
from mentor_xl.shipped import shipped_folder

pytestmark = pytest.mark.libreoffice
BUTTONS = {button.id: button for button in buttons()}


@pytest.mark.parametrize("button_id", BUTTONS)
def test_a_button_starts_python_with_its_own_words(button_id: str, installed: Any) -> None:
    line = press(button_id, installed)
    program, *words = shlex.split(line.replace("\\", "/"))
    assert program == PYTHON.replace("\\", "/")
    assert words == [
        "-P", "-m", "mentor_xl", "ribbon", *BUTTONS[button_id].words.split(" "), f"--protocol={PROTOCOL}",
        f"--addin-version={__version__}", f"--hwnd={WINDOW}",
    ]  # fmt: skip
    assert message(installed) == ""


@pytest.mark.parametrize("fault", [5, 53, 70])
def test_where_excel_may_start_nothing_the_other_way_in_is_told(fault: int, installed: Any) -> None:
    refuse_with(fault, installed)
    try:
        assert press("Check", installed) == ""
    finally:
        refuse_with(0, installed)
    said = message(installed)
    assert "does not let Excel start other programs" in said
    assert "Send to, then Mentor XL" in said
    assert f"MXL-{fault}" in said


def test_any_other_fault_is_told_with_its_number(installed: Any) -> None:
    refuse_with(7, installed)
    try:
        assert press("Check", installed) == ""
    finally:
        refuse_with(0, installed)
    said = message(installed)
    assert "does not let Excel" not in said
    assert "could not be started" in said
    assert "MXL-7" in said


@pytest.mark.parametrize(
    "noted",
    [
        None,
        "",
        "\r\n" + PYTHON + "\r\n",
        "pythonw.exe\r\n",
        "C:\\Windows\\System32\\cmd.exe\r\n",
        "C:\\Python\\pythonw.exe.bat\r\n",
        'C:\\Python\\x" /c calc "\\pythonw.exe\r\n',
        "C:\\Python\\*\\pythonw.exe\r\n",
        "C:\\Python\\?\\pythonw.exe\r\n",
        "\\\\elsewhere\\share\\pythonw.exe\r\n",
        "C:\\missing\\pythonw.exe\r\n",
    ],
)
def test_nothing_is_started_but_a_python_that_was_noted(
    noted: str | None, office: Office, catching: Any
) -> None:
    office.note_python(noted)
    assert press("Check", catching) == ""
    assert "not set up" in message(catching)


@pytest.mark.parametrize(
    "noted", ["c:\\py\\PYTHON.EXE", "C:\\People\\Zoë Ó\\py thon\\pythonw.exe\r\nmore\r\n"]
)
def test_a_python_is_started_wherever_on_a_drive_it_is(noted: str, office: Office, catching: Any) -> None:
    office.note_python(noted)
    assert press("Check", catching).startswith(f'"{noted.splitlines()[0]}" -P -m mentor_xl')


def test_one_s_own_python_comes_before_the_one_for_all_users(office: Office, catching: Any) -> None:
    office.note_python(None, "C:\\for all\\python.exe\r\n")
    assert press("Check", catching).startswith('"C:\\for all\\python.exe" ')
    office.note_python("C:\\own\\python.exe\r\n", "C:\\for all\\python.exe\r\n")
    assert press("Check", catching).startswith('"C:\\own\\python.exe" ')
    office.note_python(None)


def test_the_add_in_as_it_is_shipped_opens_and_its_macros_compile(office: Office, tmp_path: Any) -> None:
    data = (shipped_folder("workbook_templates") / FILE_NAME).read_bytes()
    document = office.open_addin(tmp_path / FILE_NAME, data)
    try:
        # A module that does not compile answers with nothing at all.
        assert call(document, "MentorXL_Version") == __version__
    finally:
        document.close(True)
