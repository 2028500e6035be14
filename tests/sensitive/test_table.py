"""The table of sensitive words: each line shows where it is found, and where it is not."""

from collections import Counter

from mentor_xl.sensitive import DISCLOSURE, readers, rows, themes_in

THEMES = {
    readers.SELF_HARM, readers.DRUGS, readers.PREGNANCY, readers.SEXUAL_ABUSE, readers.DOMESTIC_ABUSE,
    readers.HONOUR, readers.PARENTS, readers.SOCIAL_CARE, readers.CRIME, readers.COUNTY_LINES,
    "sexuality and gender", "immigration", "eating disorders", "private health", DISCLOSURE,
}  # fmt: skip


def test_every_theme_has_lines_and_every_line_has_a_theme() -> None:
    assert {row.theme for row in rows()} == THEMES


def test_every_line_is_found_in_its_own_sentence() -> None:
    assert [row.phrase for row in rows() if not row.fires or row.theme not in themes_in(row.fires)] == []


def test_no_theme_is_found_in_the_sentence_of_a_line_that_looks_like_it() -> None:
    assert [row.phrase for row in rows() if not row.silent or row.theme in themes_in(row.silent)] == []


def test_no_phrase_stands_twice_in_a_theme() -> None:
    assert [
        key for key, times in Counter((row.theme, row.phrase) for row in rows()).items() if times > 1
    ] == []


def test_what_is_taught_or_collected_for_is_harmless() -> None:
    for text in (
        "Enjoyed the assembly on drugs and alcohol.",
        "Missed the knife crime workshop.",
        "Raised forty pounds for a refuge.",
    ):
        assert themes_in(text) == frozenset()
