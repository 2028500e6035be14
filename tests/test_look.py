"""Can what we colour be read, on a screen and on a black-and-white print?"""

import pytest

from mentor_xl import look


def _lightness(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_lightness(one), _lightness(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("state", look.STATES.values(), ids=lambda state: state.word)
def test_the_word_of_a_state_can_be_read_on_its_ground(state: look.StateLook) -> None:
    assert _contrast(state.ink, state.ground) >= 4.5


@pytest.mark.parametrize("ink", [look.INK, look.SLATE, look.ACCENT])
@pytest.mark.parametrize("ground", [look.WHITE, look.PAPER])
def test_text_can_be_read_on_paper_and_on_a_shaded_box(ink: str, ground: str) -> None:
    assert _contrast(ink, ground) >= 4.5


def test_white_can_be_read_on_the_accent() -> None:
    assert _contrast(look.WHITE, look.ACCENT) >= 4.5


def test_every_chart_series_has_a_colour_and_a_marker_of_its_own() -> None:
    assert len(set(look.CHART_SERIES)) == len(set(look.CHART_MARKERS)) == len(look.CHART_SERIES)


def test_six_address_lines_fit_the_window() -> None:
    points_to_mm = 25.4 / 72
    assert look.ADDRESS_LINES * look.ADDRESS_LINE_PITCH * points_to_mm <= look.WINDOW.height


def test_the_address_stays_where_the_window_always_shows_it() -> None:
    frame, window = look.ADDRESS_FRAME, look.WINDOW
    assert frame.left >= window.left
    assert frame.right <= window.right
    assert frame.top >= window.top
    assert frame.bottom <= window.bottom


def test_nothing_else_stands_where_the_window_can_reach() -> None:
    reach = look.WINDOW_REACH
    assert look.REFERENCE_FRAME.left > reach.right
    assert reach.bottom < look.BODY_STARTS
    letterhead_ends = look.HEADER_FROM_TOP + look.LOGO_HEIGHT
    assert letterhead_ends < reach.top
