"""Every button of the ribbon, pressed: its XML, the VBA behind it, what that starts, and the open book."""

import shlex
from collections.abc import Callable, Iterator

import click
import pytest
from addin import pressed
from live.conftest import Desk

from mentor_xl.addin.buttons import ENTRIES, PROTOCOL
from mentor_xl.addin.letters_menu import buttons
from mentor_xl.cli.ribbon import ribbon_command
from mentor_xl.ribbon import BUTTONS

Lay = Callable[..., Desk]
EVERY = tuple(buttons())
OF_THE_TAB = [button for button in EVERY if not button.kind]


def test_the_ribbon_and_the_front_know_the_same_buttons() -> None:
    assert set(BUTTONS) == set(ENTRIES)
    assert {button.entry for button in EVERY} == set(ENTRIES)


def understood(line: str) -> dict[str, object]:
    """What the command makes of a line that VBA would start."""
    program, *words = shlex.split(line.replace("\\", "/"))
    assert program.endswith("pythonw.exe")
    here = words.index("ribbon")
    assert words[here - 2 : here] == ["-m", "mentor_xl"]
    context: click.Context = ribbon_command.make_context("ribbon", words[here + 1 :])
    return dict(context.params)


@pytest.fixture(scope="module")
def ribbon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """The add-in, open in a LibreOffice of its own; what its buttons would start is caught."""
    folder = tmp_path_factory.mktemp("ribbon")
    office = pressed.Office(folder)
    try:
        office.note_python(pressed.PYTHON)
        yield office.open_addin(folder / "mentor_xl.xlam", pressed.catching_addin())
    finally:
        office.close()


@pytest.mark.libreoffice
@pytest.mark.parametrize("button", OF_THE_TAB, ids=lambda button: button.id)
def test_a_button_does_its_work_in_the_open_book(button, ribbon: object, desk: Lay) -> None:  # type: ignore[no-untyped-def]
    asked = understood(pressed.press(button.id, ribbon))
    assert asked["protocol"] == PROTOCOL
    assert asked["hwnd"] == pressed.WINDOW
    book = desk()
    book.select("Pupils", "A2:A3")
    assert book.press(str(asked["entry"]), str(asked["kind"])) == 0
    assert book.boxes or book.said


@pytest.mark.libreoffice
def test_every_letter_of_the_menu_is_a_letter_that_can_be_asked_for(ribbon: object, desk: Lay) -> None:
    book = desk()
    book.select("Pupils", "A2")
    for button in (one for one in EVERY if one.kind):
        asked = understood(pressed.press(button.id, ribbon))
        assert (asked["entry"], asked["kind"]) == ("letters", button.kind)
        assert book.press("letters", button.kind) == 0, book.boxes


