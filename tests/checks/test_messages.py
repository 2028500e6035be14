"""What a check says can be read aloud to a tired colleague: short, whole, and without a cold word."""

import re

import pytest
from checks.example_workbook import problems_of

from mentor_xl.catalogue import MEANINGS
from mentor_xl.checks import CHECKS

MOST_WORDS = 30
COLD = (
    "invalid", "illegal", "must not", "failed", "failure", "error in", "bad data", "null", "nan", "regex",
    "boolean", "integer", "string", "parse", "you forgot", "careless", "stupid", "obviously", "simply",
    "erroneous", "incorrectly", "fault of", "violation", "holds words", "please ensure", "utilise",
)  # fmt: skip


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!])\s+", text) if part]


def _cold_words(text: str) -> list[str]:
    return [word for word in COLD if re.search(rf"\b{word}\b", text.casefold())]


@pytest.mark.parametrize("code", CHECKS)
def test_a_message_is_short_whole_and_kind(code: str) -> None:
    check = CHECKS[code]
    said = [problem for problem in problems_of(check.fires) if problem.code == code]
    for text in (*(problem.message for problem in said), *(problem.fix for problem in said)):
        assert text[0].isupper() or text[0].isdigit() or text[0] in "“’"
        assert not _cold_words(text)
        assert all(len(sentence.split()) <= MOST_WORDS for sentence in _sentences(text))


@pytest.mark.parametrize("code", MEANINGS)
def test_what_is_told_while_reading_is_short_and_kind(code: str) -> None:
    meaning = MEANINGS[code]
    for text in (meaning.message, meaning.fix, meaning.question, meaning.why):
        assert not _cold_words(text)
        assert all(len(sentence.split()) <= MOST_WORDS for sentence in _sentences(text))
