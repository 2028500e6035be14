"""Which fonts are named, and which are here?"""

import io

import pytest
from docx import Document
from template_check.sketches import drawn, findings_in
from word.drafts import saved

from mentor_xl.template_check.fonts import families_registered, fonts_named, installed_fonts
from mentor_xl.template_check.layout import Layout


def test_fonts_of_runs_styles_and_defaults_are_named_with_their_first_place() -> None:
    named = fonts_named(Layout.of(drawn("Dear parents ¶ [run Papyrus] Hello ¶ [run Papyrus] again")))
    assert {font: str(spot) for font, spot in named.items()} == {
        "Arial": "whole document",
        "Papyrus": "body, paragraph 2",
    }


def test_a_font_of_a_style_that_nobody_uses_does_not_count() -> None:
    document = Document(io.BytesIO(drawn("[Heading 1] Help")))
    document.styles["Quote"].font.name = "Papyrus"
    assert set(fonts_named(Layout.of(saved(document)))) == {"Arial"}
    document.add_paragraph("Hello", style="Quote")
    assert str(fonts_named(Layout.of(saved(document)))["Papyrus"]) == "style Quote"


def test_a_font_of_the_theme_is_known_by_its_own_name() -> None:
    named = fonts_named(Layout.of(saved(Document())))
    assert {"Cambria", "Calibri"} & set(named)


def test_where_fonts_cannot_be_told_nothing_is_said() -> None:
    assert installed_fonts("plan9") is None
    assert installed_fonts("linux", {"linux": lambda: None}) is None


def test_fonts_are_known_by_any_spelling_of_their_case() -> None:
    assert installed_fonts("linux", {"linux": lambda: ["Arial", "Liberation Sans "]}) == {
        "arial",
        "liberation sans",
    }


@pytest.mark.parametrize(
    ("registered", "family"),
    [
        ("Arial (TrueType)", "Arial"),
        ("Arial Bold Italic (TrueType)", "Arial"),
        ("Cambria & Cambria Math (TrueType)", "Cambria"),
        ("Comic Sans MS Bold (TrueType)", "Comic Sans MS"),
        ("Segoe UI Semibold (TrueType)", "Segoe UI"),
        ("Gill Sans MT (OpenType)", "Gill Sans MT"),
    ],
)
def test_the_families_are_found_among_what_windows_registers(registered: str, family: str) -> None:
    assert family in set(families_registered([registered]))


def test_the_registry_is_what_windows_is_asked_for() -> None:
    assert installed_fonts("win32", {"win32": lambda: families_registered(["Arial Bold (TrueType)"])}) == {
        "arial",
        "arial bold",
    }


def test_a_twin_of_the_same_widths_is_only_a_note() -> None:
    found = findings_in("[font Arial] Dear parents", frozenset({"arimo"}))
    assert [(one.code, one.severity.value) for one in found] == [("font-twin", "note")]
