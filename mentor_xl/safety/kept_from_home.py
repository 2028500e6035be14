"""Does a letter to the family tell a name or a pronoun that the family may not know?"""

import re
from collections.abc import Iterator

from mentor_xl.audience import Audience
from mentor_xl.checks.ordinary_words import is_only_a_word
from mentor_xl.name_at_home import is_legal_at_home, telling_names, telling_pronouns
from mentor_xl.records import Pupil
from mentor_xl.safety.findings import Finding
from mentor_xl.safety.letter import Letter
from mentor_xl.safety.words import joined

_NEIGHBOURS = 2
"""Words on either side by which a pronoun is known again in the letter."""


def kept_from_home(letter: Letter) -> Iterator[Finding]:
    """*Known as* anywhere in it, and pronouns in what was typed, where only the legal forename goes home."""
    pupil = letter.pupil
    if letter.audience is not Audience.PARENT or pupil is None or not is_legal_at_home(pupil):
        return
    line, is_told = _of_nobody_else(letter.line, letter), False
    for cell in letter.shared_cells:
        words = _of_nobody_else(joined(cell.words), letter).split()
        if any(_stands_there(word, words, line) for word in _telling_words(cell.written.text, pupil, letter)):
            place = letter.register.place(cell.written.record, cell.written.attribute)
            do = f"The words come from {place} ({place.heading}): write the legal forename there, or no name."
            yield Finding("name-not-for-home", "It tells a name or pronoun that is not for home", "", do)
            is_told = True
    for phrase in (joined([letter.register.folds[name]]) for name in sorted(telling_names(pupil))):
        if not is_told and not is_only_a_word(phrase.strip()) and phrase in line:
            what = "It tells the name that is used in school, which is not for home"
            yield Finding("name-not-for-home", what, "", letter.source(phrase))


def _of_nobody_else(line: str, letter: Letter) -> str:
    """Words without the names of the school's people and of the reader: one may have the same forename."""
    for phrase in (*letter.register.of_the_school, *letter.of_the_reader):
        line = line.replace(phrase, " | ")
    return line


def _telling_words(text: str, pupil: Pupil, letter: Letter) -> Iterator[str]:
    """What tells in a text; a name that is a word too only where it is written as a name."""
    yield from telling_pronouns(pupil)
    for name in telling_names(pupil):
        word = letter.register.folds[name]
        if not is_only_a_word(word) or re.search(rf"\b{re.escape(name.capitalize())}\b", text):
            yield word


def _stands_there(word: str, words: list[str], line: str) -> bool:
    """Whether a word of a cell stands in the letter among the words it has beside it in the cell."""
    around = (joined(words[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]) for at, _ in enumerate(words))
    return any(words[at] == word and phrase in line for at, phrase in enumerate(around))
