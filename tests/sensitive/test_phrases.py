"""The language in which the table of sensitive words is written."""

import pytest

from mentor_xl.sensitive.phrases import Phrase, Phrases

LISTS = {"kin": "mum|dad|step dad"}


def found(phrase: str, text: str, *unless: str) -> list[str]:
    spots = Phrases([Phrase("theme", phrase, unless)], LISTS).spots(text)
    return [text[spot.begins : spot.ends] for spot in spots]


@pytest.mark.parametrize(
    ("phrase", "text", "where"),
    [
        ("weed", "Smokes weed. Weed again", ["weed", "Weed"]),
        ("cut*", "Cutting, uncut", ["Cutting"]),
        ("CIN", "CIN plan, the cinema, cin", ["CIN"]),
        ("~pregnant", "pregnent, pregnat, pregnants, prevent", ["pregnent", "pregnat", "pregnants"]),
        ("(arm|both wrists)", "both wrists and an arm", ["both wrists", "arm"]),
        ("cuts [her] arm", "cuts her arm, cuts arm, cuts his arm", ["cuts her arm", "cuts arm"]),
        ("two _ phones", "two new phones and two phones", ["two new phones"]),
        ("dad .. inside", "Dad has been sent inside; dad is well. Inside", ["Dad has been sent inside"]),
        ("@kin hit", "his step-dad hit", ["step-dad hit"]),
        ("dont tell", "Don’t tell", ["Don’t tell"]),
        ("mum boyfriend", "mum's boyfriend", ["mum's boyfriend"]),
        ("/[0-9]+ phones?/", "has 12 phones", ["12 phones"]),
        ("weed", "weed weed", ["weed", "weed"]),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, text: str, where: list[str]) -> None:
    assert found(phrase, text) == where


def test_a_harmless_reading_stands_over_the_words_or_anywhere_in_the_sentence() -> None:
    assert found("weed*", "Weeding the garden", "weed* the garden") == []
    assert found("weed", "The garden: weed", "garden") == ["weed"]
    assert found("weed", "A garden with weed", "garden") == ["weed"]
    assert found("weed", "A garden with weed", "& garden") == []
    assert found("weed", "A garden. He smokes weed", "& garden") == ["weed"]


def test_a_word_that_a_phrase_knows_is_no_slip_of_another() -> None:
    phrases = Phrases([Phrase("a", "~prison"), Phrase("b", "(piston|other)")], {})
    assert [spot.theme for spot in phrases.spots("piston")] == ["b"]
