"""How hard is a paragraph to read? A small measure of our own working: sentences, words and syllables."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_SENTENCE = 25
"""Words; plain-English guides put the average at 15 to 20."""
HARDEST = 13
"""Reading age in years that a paragraph for a family may have; most should lie at 9 to 11."""
_FEWEST_WORDS = 25
"""Below this many words the measure says nothing."""

_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_SENTENCE_ENDS = re.compile(r"[.!?:;](?=\s|$)|\n")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Ease:
    """What was counted in a text."""

    words: int
    sentences: int
    syllables: int
    longest: int
    """Words of the longest sentence."""

    @property
    def reading_age(self) -> int | None:
        """Years: Flesch and Kincaid's school grade and five more; None for a text that is too short."""
        if self.words < _FEWEST_WORDS or not self.sentences:
            return None
        grade = 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59
        return max(5, round(grade + 5))


def ease_of(text: str) -> Ease:
    """Count a text."""
    sentences = [len(_WORD.findall(sentence)) for sentence in _SENTENCE_ENDS.split(text)]
    counted = [count for count in sentences if count]
    words = _WORD.findall(text)
    return Ease(len(words), len(counted), sum(map(syllables_of, words)), max(counted, default=0))


def syllables_of(word: str) -> int:
    """How many syllables a word has, by its groups of vowels."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(plain))
    ends_silent = plain.endswith("e") and not plain.endswith(("le", "ee", "ye"))
    ends_in_ed = plain.endswith("ed") and not plain.endswith(("ted", "ded"))
    return max(1, count - (ends_silent or ends_in_ed))
