"""Does a letter tell its reader what that reader may not be told (reference 6.2)?"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from mentor_xl.audience import Audience, Group, Release, release
from mentor_xl.checks.free_text import Written
from mentor_xl.dates import MONTHS, WEEKDAYS, in_words
from mentor_xl.records import Column, Pupil, Record, columns_of
from mentor_xl.safety.findings import Finding
from mentor_xl.safety.letter import Letter
from mentor_xl.safety.pupils_text import cells_told
from mentor_xl.safety.words import joined

RUN = 6
"""Words of a note in a row by which it is known again."""
_LEAST_TELLING = 3
"""Words among them that tell something: not “and then we went to the”."""


def what_they_may_not_be_told(letter: Letter) -> Iterator[Finding]:
    """Notes, headings with their values, and values of care."""
    yield from _notes(letter)
    if letter.pupil is not None:
        yield from _headings_with_values(letter, letter.pupil)
        yield from _values_of_care(letter, letter.pupil)


# -- notes ------------------------------------------------------------------------------------------


def _notes(letter: Letter) -> Iterator[Finding]:
    told, is_there = cells_told(letter.audience), letter.words.__contains__
    for cell in letter.typed.notes_of(letter.ref):
        words = cell.words
        if len(words) < _LEAST_TELLING or sum(map(is_there, words)) < min(RUN, len(words)):
            continue
        if _is_told(cell.written, told) or not cell.may_stand_among(letter.words):
            continue
        run = _run_of(words, letter)
        may_be_from = (one for one in letter.shared_cells if _is_told(one.written, told)) if run else ()
        # What stands in a cell that the reader may be told, too, was told from there.
        if run and not any(run in joined(one.words) for one in may_be_from):
            yield _note_found(letter, cell.written, run)


def _is_told(cell: Written, told: Collection[tuple[type[Record], str]]) -> bool:
    return (type(cell.record), cell.attribute) in told


def _run_of(words: list[str], letter: Letter) -> str | None:
    """Six words of a note in a row that stand in the letter; of a shorter one all, as a sentence alone."""
    is_there = letter.words.__contains__
    for at in range(len(words) - RUN + 1):
        run = words[at : at + RUN]
        if all(map(is_there, run)) and _tells(run) and joined(run) in letter.line:
            return joined(run)
    if 3 <= len(words) < RUN and _tells(words) and joined(words) in letter.line:
        return joined(words) if joined(words) in _sentences(letter) else None
    return None


_PLAIN = frozenset(
    (
        "about", "after", "again", "also", "been", "before", "being", "both", "came", "could", "does", "done",
        "each", "even", "every", "from", "good", "have", "having", "here", "into", "just", "know", "like",
        "made", "make", "meet", "meeting", "more", "most", "much", "need", "next", "only", "other", "over",
        "really", "said", "same", "school", "session", "sessions", "should", "some", "still", "such", "talk",
        "talked", "than", "that", "their", "them", "then", "there", "these", "they", "thing", "things",
        "this", "those", "time", "today", "told", "very", "want", "wanted", "week", "weeks", "well", "went",
        "were", "what", "when", "where", "which", "while", "will", "with", "work", "worked", "working",
        "would", "year", "years", "your", *map(str.casefold, (*MONTHS, *WEEKDAYS)),
    )
)  # fmt: skip
"""Words that any sentence of a school's letter may share with any note."""


def _tells(words: Sequence[str]) -> bool:
    telling = {word for word in words if len(word) >= 4 and not word.isdigit() and word not in _PLAIN}
    return len(telling) >= _LEAST_TELLING


def _sentences(letter: Letter) -> frozenset[str]:
    folds = letter.register.folds
    pieces = (piece for sight in letter.sights for piece in re.split(r"[.!?;:]\s|\n", sight.part.text))
    return frozenset(joined(folds.of(piece)) for piece in pieces)


def _note_found(letter: Letter, cell: Written, run: str) -> Finding:
    place = letter.register.place(cell.record, cell.attribute)
    sight = next(sight for sight in letter.sights if run in sight.line)
    at = sight.line[: sight.line.index(run)].count(" ")
    position = sight.spans[min(at, len(sight.spans) - 1)][0]
    do = f"The words come from {place} ({place.heading}): take the field out of the letter's template."
    what = "It holds words that this reader may not be told"
    return Finding("not-for-this-audience", what, sight.place(position), do)


# -- values -----------------------------------------------------------------------------------------


@cache
def _refused_columns(audience: Audience) -> tuple[Column, ...]:
    """The pupils' columns that a reader may not be told, free text left out."""
    return tuple(
        column
        for column in columns_of(Pupil)
        if release(audience, column.group) is not Release.FULL
        and column.base not in ("note", "key")
        and column.heading != "UPN"
    )


def _headings_with_values(letter: Letter, pupil: Pupil) -> Iterator[Finding]:
    """A heading with this pupil's own value after it: ``Free school meals: Yes``."""
    folds = letter.register.folds
    for column in _refused_columns(letter.audience):
        for heading in letter.register.headings_of(column):
            if heading.split()[0] not in letter.words or heading not in letter.line:
                continue
            value = getattr(pupil, column.attribute)
            if value is not None and f"{heading}{joined(folds.of(_as_printed(value)))[1:]}" in letter.line:
                yield _value_found(column)


def _as_printed(value: object) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return in_words(value) if hasattr(value, "isoformat") else str(value)  # type: ignore[arg-type]


def _value_found(column: Column) -> Finding:
    what = f"It tells {column.heading} of Pupils, which this reader may not be told"
    do = "Take it out of the letter's template, or of the cell where somebody typed it."
    return Finding("not-for-this-audience", what, "", do)


_WORDS_OF_CARE = tuple(
    column for column in columns_of(Pupil) if column.group is Group.CARE and column.base == "list"
)


def _values_of_care(letter: Letter, pupil: Pupil) -> Iterator[Finding]:
    """A value of care that stands by itself, as a cell of a table or after a colon: ``Child protection``."""
    for column in () if letter.may_be_told(Group.CARE) else _WORDS_OF_CARE:
        value = getattr(pupil, column.attribute)
        if value and " " in value and _stands_by_itself(letter, value):
            yield _value_found(column)


def _stands_by_itself(letter: Letter, value: str) -> bool:
    alone = rf"(?m:(?:^|[:–—|(]\s*){re.escape(value)}(?=\s*(?:$|[|)]|\.\s*$)))"
    return any(value in sight.part.text and re.search(alone, sight.part.text) for sight in letter.sights)
