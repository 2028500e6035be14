"""What is known in a letter is the same whether its paragraphs are looked up one by one or all at once."""

from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.safety.leftovers import leftovers_in, may_have_left
from mentor_xl.safety.passages import Passages
from mentor_xl.safety.words import Folds, Phrases

KNOWN = (
    "anna smith", "smith anna", "anna", "rose cottage back lane", "5 high street", "high street", "ex5 5ee",
    "mary jane oneill", "anna smith jones", "0045 12",
)  # fmt: skip
WORDS = st.sampled_from(sorted({word for phrase in KNOWN for word in phrase.split()} | {"smiths", "l", "we"}))
TEXTS = st.lists(st.lists(WORDS, max_size=5).map(" ".join), max_size=8)
FOLDS = Folds()


def the_phrases() -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    for phrase in KNOWN:
        phrases.add(phrase.split(), phrase)
    return phrases


@given(texts=TEXTS)
def test_phrases_are_found_over_the_ends_of_paragraphs_as_within_them(texts: list[str]) -> None:
    phrases = the_phrases()
    passages = Passages(phrases, FOLDS)
    words = FOLDS.of(" ".join(texts))
    begins = {phrase.split()[0] for phrase in KNOWN}
    at_once = [hit for at, word in enumerate(words) if word in begins for hit in phrases.found_at(words, at)]
    assert list(passages.hits_in([passages[text] for text in texts])) == at_once


LINES = st.lists(st.sampled_from(
    ("on", "None", "(", ")", "“", "”", "We meet on None", "Dear", "Dear ,", "undefined", "{{", "}}", "(a)",
     "NaN", "on .", "two  words", "on  at", "Timestamp(", "nan%")
), min_size=1, max_size=5)  # fmt: skip


@given(lines=LINES)
def test_what_is_left_over_two_paragraphs_is_never_overlooked(lines: list[str]) -> None:
    if any(leftovers_in("\n".join(lines), is_hidden=False)):
        assert any(may_have_left(line) for line in lines)
