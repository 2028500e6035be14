"""Is the measure of how hard a text reads sane, and the same every time?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.template_check.reading_ease import Ease, ease_of, syllables_of

EASY = "We met today. It went well. He told us what helps. We will talk soon. You can ask us. We are here."
HARD = (
    "The multidisciplinary consultation established comprehensive recommendations regarding educational "
    "accommodations, necessitating collaborative implementation and continuous evaluation throughout the "
    "academic institution."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("mentor", 2), ("school", 1), ("table", 2), ("time", 1), ("helped", 1), ("wanted", 2),
        ("education", 4), ("the", 1), ("free", 1), ("I", 1), ("parent’s", 2),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_their_vowels(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_words_and_sentences_are_counted() -> None:
    counted = Ease(words=8, sentences=4, syllables=8, longest=3)
    assert ease_of("We met. It went well!\nSee you: soon") == counted


def test_easy_words_read_young_and_hard_ones_old() -> None:
    easy, hard = ease_of(EASY + " " + EASY), ease_of(HARD + " " + HARD)
    assert easy.reading_age is not None
    assert hard.reading_age is not None
    assert easy.reading_age <= 8
    assert hard.reading_age >= 18


def test_a_short_text_has_no_reading_age() -> None:
    assert ease_of("We met today.").reading_age is None


@given(st.text(max_size=400))
def test_no_text_breaks_the_measure(text: str) -> None:
    ease = ease_of(text)
    assert ease.longest <= ease.words <= ease.syllables
    assert ease.reading_age is None or ease.reading_age >= 5
