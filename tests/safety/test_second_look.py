"""Which words that somebody typed does a letter hold, whole or in part, and of which cells?"""

from safety.planted import OWN, a_document, letter_file, p, the_gate

from mentor_xl.audience import Audience

SAID = "Rowan is sitting with Annie at lunch every day."


def quoted(*paragraphs: str, to: Audience = Audience.PARENT) -> dict[str, tuple[str, ...]]:
    look = the_gate().second_look(letter_file(body="".join(map(p, paragraphs))), a_document(to))
    return {quote.text: quote.places for quote in look.quotes}


def test_of_a_cell_that_stands_there_in_part_the_part_is_quoted() -> None:
    for body, words in (
        (("Dear Mrs Aske,", SAID.upper()), SAID),
        (("He told us about", "self-harming, and we are glad."), "He told us about self-harming."),
        (("We agreed to", "ring the club."), "Ring the club"),
        (("Fewer fierce arguments before breakfast and calmer evenings",),
         "Fewer fierce arguments before breakfast and calmer evenings"),
    ):  # fmt: skip
        found = quoted(*body)
        assert [*found] == [words], body
        assert all("!" in place for place in found[words])


def test_words_that_stand_in_many_a_letter_are_no_quotation() -> None:
    assert quoted("Dear Mrs Aske,", "Rowan is doing well every day at lunch.") == {}


def test_those_of_the_home_it_goes_to_are_its_readers() -> None:
    look = the_gate().second_look(letter_file(), a_document())
    assert {(one.pupil_id, one.surname) for one in look.readers} >= {(OWN, "Aske")}
    assert not the_gate().second_look(letter_file(), a_document(Audience.LEADER)).readers
