"""Names and words without case, accents and marks, so that two spellings of one are the same."""

import re
import unicodedata
from functools import lru_cache

from mentor_xl.plain_words import PLAIN_LETTERS
from mentor_xl.records import Pupil

WORD_PATTERN = re.compile(r"[^\W\d_]+(?:[’'`-][^\W\d_]+)*")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name without case, accents and punctuation: ``O’Neill`` and ``ONEILL`` are one."""
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(PLAIN_LETTERS)
    return "".join(sign for sign in plain if sign.isalnum())


def plain_word(word: str) -> str:
    """A word of a text folded; ``Ben’s`` is Ben."""
    if word.isascii() and word.isalpha():
        return word.lower()
    return folded(re.sub(r"[’']s$", "", word))


def words_of(text: str) -> list[str]:
    """The words of a text, as they are written."""
    return WORD_PATTERN.findall(text)


@lru_cache(maxsize=65536)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(map(folded, words_of(text)))


def names_of(pupil: Pupil) -> tuple[str, ...]:
    """The forenames a pupil goes by: the register's and the one used."""
    return tuple(dict.fromkeys(name for name in (pupil.legal_forename, pupil.known_as) if name))
