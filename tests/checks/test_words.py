"""Which notes call for a second look, and which are let be."""

import pytest

from mentor_xl.checks.words import may_hold_a_disclosure, may_judge

DISCLOSED = (
    "Disclosed that his step-father hit him on Saturday",
    "said her uncle touches her",
    "Mum's boyfriend punched me",
    "They hit their brother",
    "afraid of going home",
    "scared of his step-dad",
    "She cuts herself",
    "SELF-HARM marks",
    "talked about suicide",
    "bruising on the arm",
    "He said he wants to die.",
    "carries a knife on the way to school",
    "left alone overnight",
    "Dad locks them out",
    "asked for nudes",
)
LET_BE = (
    "See DSL file. Do NOT copy to Dad.",
    "Hit his target of four lessons",
    "She hit her target early",
    "He beat me at chess",
    "kept in touch with home",
    "Grandfather died in August",
    "Vaping cannabis at weekends",
    "Severe anxiety; not in lessons since June",
    "I just get angry",
    "Talked through the week; chose next step.",
    "Cut the cake with the group",
    "Grooms the pony on Sundays",
    "Kicked the ball over the fence",
    "I would like one person to talk to.",
    "Scared of spiders, laughed about it",
    "A nice bruschetta in cooking club",
    "Therapist wrote: sessions go on.",
)
JUDGING = (
    "Lazy again today.",
    "He is very manipulative",
    "attention seeking as ever",
    "Refuses to work",
    "kicking off in maths",
    "won't engage",
    "a bad attitude",
    "Non-compliant",
)
FAIR = (
    "Left the room twice and came back after five minutes.",
    "Anxiety or school refusal",
    "Said no to the worksheet.",
    "He was spoilt for choice at the library",
    "A thick coat for the garden",
)


@pytest.mark.parametrize("text", DISCLOSED)
def test_words_of_a_disclosure_are_noticed(text: str) -> None:
    assert may_hold_a_disclosure(text)


@pytest.mark.parametrize("text", LET_BE)
def test_ordinary_notes_are_no_disclosure(text: str) -> None:
    assert not may_hold_a_disclosure(text)


@pytest.mark.parametrize("text", JUDGING)
def test_words_that_judge_are_noticed(text: str) -> None:
    assert may_judge(text)


@pytest.mark.parametrize("text", FAIR)
def test_what_was_seen_and_heard_does_not_judge(text: str) -> None:
    assert not may_judge(text)
