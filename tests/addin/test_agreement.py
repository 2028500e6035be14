"""Button, callback, Sub, Python's word and command agree, whatever is added to the table."""

import re
import zipfile
from collections import Counter
from xml.etree import ElementTree as ET

from mentor_xl.addin.buttons import ENTRIES, GROUPS, LETTERS_ID, Menu
from mentor_xl.addin.letters_menu import buttons, groups, letter_menus
from mentor_xl.addin.package import FILE_NAME, subs_in
from mentor_xl.addin.ribbon_xml import NAMESPACE, PREFIX
from mentor_xl.addin.vba import vba_text
from mentor_xl.cli import COMMANDS
from mentor_xl.documents import kinds
from mentor_xl.shipped import shipped_folder


def test_ids_callbacks_subs_words_and_commands_agree() -> None:
    every = {button.id: button for button in buttons()}
    with zipfile.ZipFile(shipped_folder("workbook_templates") / FILE_NAME) as package:
        ribbon = ET.fromstring(package.read("customUI/customUI14.xml"))  # noqa: S314 - our own
    shown = {one.get("id"): one.get("onAction") for one in ribbon.iter(f"{{{NAMESPACE}}}button")}
    assert shown == {f"{PREFIX}{button.id}": button.sub for button in every.values()}

    text = vba_text()
    assert subs_in(text) == {button.sub for button in every.values()}
    pattern = r'^Public Sub (\w+)\(control As IRibbonControl\)\n    Start "([^"]+)"$'
    started = dict(re.findall(pattern, text, re.MULTILINE))
    assert started == {button.sub: button.words for button in every.values()}

    assert {button.entry for button in every.values()} == set(ENTRIES)
    assert {button.command for button in every.values()} <= {*COMMANDS, ""}
    # Explorer needs no command of ours to show a folder.
    assert [button.id for button in every.values() if not button.command] == ["OpenFolder"]


def test_every_kind_of_letter_about_one_pupil_stands_in_the_menu_once() -> None:
    offered = Counter(button.kind for button in buttons(letter_menus()))
    assert offered == {slug: 1 for slug, kind in kinds().items() if not kind.is_about_caseload}


def test_the_letters_menu_is_filled_and_nothing_else_is_changed() -> None:
    for plain, filled in zip(GROUPS, groups(), strict=True):
        for before, after in zip(plain.controls, filled.controls, strict=True):
            if isinstance(after, Menu):
                assert (after.id, after.children) == (LETTERS_ID, letter_menus())
            else:
                assert before is after


def test_no_name_differs_from_another_in_capitals_alone() -> None:
    names = Counter(button.sub.casefold() for button in buttons())
    assert max(names.values()) == 1


def test_words_are_plain_and_a_kind_is_told_with_letters_only() -> None:
    for button in buttons():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", button.entry)
        assert button.words == (f"letters --kind {button.kind}" if button.kind else button.entry)


def test_every_button_says_what_it_does() -> None:
    for button in buttons():
        assert button.supertip.endswith("."), button.id
        assert button.screentip, button.id
        assert len(button.label) <= 60, button.id
