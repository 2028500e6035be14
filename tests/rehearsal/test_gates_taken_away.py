"""Is a program whose gate was taken away caught by the rehearsal, and is a sound one not?"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from typing import Any

import pytest
from cli.small_school import WHOLE

from mentor_xl.audience import Audience
from mentor_xl.examine import examine
from mentor_xl.rehearsal.beyond import kept_columns
from mentor_xl.rehearsal.canaries import Canaries, tokens
from mentor_xl.rehearsal.groups import GROUPS
from mentor_xl.rehearsal.printing import Press, Proof, printed_columns, proof
from mentor_xl.rehearsal.tally import Tally
from mentor_xl.rehearsal.turns import in_turns
from mentor_xl.safety import few_readers, gate
from mentor_xl.sensitive import DISCLOSURE, spots_in
from mentor_xl.stationery import stationery_for
from mentor_xl.workbook.grid import MarkdownGrid

KEPT_AWAY, WITHHELD, PUPIL, FEW, DISCLOSED, NOTES = range(6)


@pytest.fixture(scope="module")
def press() -> Press:
    examined = examine(MarkdownGrid(WHOLE), dt.date(2026, 11, 23))
    return Press(examined, stationery_for(examined.casebook.settings, None)[0])


@pytest.fixture(scope="module")
def printed(press: Press) -> Proof:
    return proof(press, Canaries(press.examined.casebook))


def rehearsed(press: Press, printed: Proof, sorts: Collection[int]) -> dict[int, Tally]:
    tried = [sort for sort in sorts if sort != NOTES]
    groups = [GROUPS[sort] for sort in tried]
    tallies = in_turns(press, printed, Canaries(press.examined.casebook), groups)
    found = dict(zip(tried, tallies, strict=True))
    return found | ({NOTES: kept_columns(press, printed)} if NOTES in sorts else {})


def nothing(*_: Any, **__: Any) -> Iterator[Any]:
    return iter(())


def no_disclosure(text: str) -> tuple[Any, ...]:
    return tuple(spot for spot in spots_in(text) if spot.theme != DISCLOSURE)


TAKEN_AWAY: tuple[tuple[Any, str, Callable[..., Any], set[int]], ...] = (
    (gate, "kept_away", nothing, {KEPT_AWAY}),
    (gate, "addresses", nothing, {KEPT_AWAY, WITHHELD}),
    (gate, "pieces_of_addresses", nothing, {WITHHELD}),
    (gate, "phones", nothing, {KEPT_AWAY, WITHHELD}),
    (gate, "other_pupils", nothing, {PUPIL, NOTES}),
    (gate, "named_in_free_text", nothing, {PUPIL}),
    (gate, "words_for_few", nothing, {FEW, DISCLOSED}),
    (few_readers, "sensitive_spots", nothing, {FEW}),
    (few_readers, "may_read", lambda *_: True, {FEW}),
    (few_readers, "spots_in", no_disclosure, {DISCLOSED}),
    (gate, "what_they_may_not_be_told", nothing, {NOTES}),
)


def test_a_sound_program_lets_nothing_through_and_every_sort_was_tried(press: Press, printed: Proof) -> None:
    for tally in rehearsed(press, printed, range(6)).values():
        assert (tally.let_through, tally.unclear) == ([], 0), tally.what
        assert tally.planted > 10
        assert tally.held > 10


@pytest.mark.parametrize(
    ("where", "name", "instead", "caught"), TAKEN_AWAY, ids=[one[1] for one in TAKEN_AWAY]
)
def test_a_stand_in_with_one_gate_taken_away_is_caught(  # noqa: PLR0917 - four of them are one row
    where: Any,
    name: str,
    instead: Callable[..., Any],
    caught: set[int],
    press: Press,
    printed: Proof,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(where, name, instead)
    for tally in rehearsed(press, printed, caught).values():
        assert tally.let_through, tally.what


def test_each_kind_is_known_by_the_columns_it_prints_and_for_whom(press: Press) -> None:
    columns = printed_columns(press.examined, press.stationery)
    assert ("review-invitation", Audience.PARENT) in columns["Reviews", "Place"]
    assert ("progress-report", Audience.PARENT) in columns["Targets", "Target"]
    assert ("Pupils", "Notes") not in columns
    assert not {to for _, to in columns.get(("Sessions", "Note"), ())} - {Audience.LEADER}


def test_a_canary_is_found_wherever_it_hides() -> None:
    canaries = Canaries(examine(MarkdownGrid(WHOLE), dt.date(2026, 11, 23)).casebook)
    word, number = canaries.word(), canaries.phone()
    halves = f"<w:t>{word[:4]}</w:t></w:r><w:r><w:t>{word[4:].upper()}'s</w:t>"
    assert tokens(halves) == tokens(f'<a title="{word}"/>') == {word.casefold()}
    assert tokens(f"ring {number[:7]}\u00a0{number[7:]}") == {number.replace(" ", "")}
    assert number != "01632 960100", "the school's own number stands in its letters"
