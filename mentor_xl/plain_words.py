"""Are two ways of writing a word the same? Texts as plain words: no case, accents or possessives."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import chain

WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`´′][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’‘ʼ`´′]s$", re.IGNORECASE)
PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)  # fmt: skip
"""Letters that no rule takes apart and that people without the key write like this."""
_PIECES_KEPT = 100_000


class Folds(dict[str, str]):
    """Each word met to its plain form: without case, accents, apostrophes and a possessive ``’s``."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces = _Pieces(self)

    def __missing__(self, word: str) -> str:
        plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word).casefold()).translate(PLAIN_LETTERS)
        plain = self[word] = "".join(sign for sign in plain if sign.isalnum())
        return plain

    def of(self, text: str) -> list[str]:
        """The words of a text, plain. A hyphen parts two words as a space does."""
        return self.of_composed(composed(text))

    def of_composed(self, text: str) -> list[str]:
        """As ``of``, of a text whose letters are one sign each."""
        return list(chain.from_iterable([self._pieces[piece] for piece in text.split()]))


class _Pieces(dict[str, list[str]]):
    """Each piece of text without a space to its words, plain."""

    def __init__(self, folds: Folds) -> None:
        super().__init__()
        self._folds = folds

    def __missing__(self, piece: str) -> list[str]:
        if len(self) > _PIECES_KEPT:
            self.clear()
        words = self[piece] = [self._folds[word] for word in WORD.findall(piece)]
        return words


def composed(text: str) -> str:
    """A text in which every letter with its accents is one sign."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def joined(words: Sequence[str]) -> str:
    """Words as one text with a space at either end, so that ``in`` finds whole words only."""
    return f" {' '.join(words)} "
