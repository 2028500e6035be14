"""What in a text is no word of a letter: tags, a program's own values, and gaps that a blank field left?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Left:
    """Something left standing in a text, or a gap in it."""

    code: str
    what: str
    words: str
    at: int
    may_be_typed: bool
    """Whether it is let be where somebody typed just that in the workbook."""


_SIGNS = {
    "{": ("{{", "{%", "{#"),
    "}": ("}}", "%}", "#}"),
    "(": ("Timestamp(", "datetime.date", "datetime.time", "Undefined(", "Decimal(", "Traceback ("),
    "<": ("<class ", "<mentor_xl", " object at 0x"),
    "NotReleased": ("NotReleased",),
}
"""What is never right in a letter, under a sign that most letters are without."""
_NO_VALUE = re.compile(
    r"(?:\b(?:Dear|[Oo]n|[Aa]t|[Bb]y|[Ww]ith|[Tt]o|[Ff]or|[Ff]rom|of|is|was|are|and|Mr|Mrs|Ms|Miss|Mx|Dr)\s"
    r"(?:None|undefined|NaN|NaT)\b)|\bNone None\b|\bnan%|\bNaN\b|\bNaT\b|(?m:^undefined$)"
)
_HINTS_OF_NO_VALUE = ("None", "undefined", "NaN", "NaT", "nan%")
_NO_NAME = r"(?: (?:Mr and Mrs|Mrs|Mr|Ms|Miss|Mx|Dr))?"
_NO_DAY = r"\b(?:on|at|by|with|to|from|until|between)[^\S\n]+[,.;](?=\s|$)"
_HOLES = {
    "Dear": re.compile(rf"Dear{_NO_NAME}[^\S\n]*(?:[,.]|(?=\n|$))"),
    " .": re.compile(_NO_DAY),
    " ,": re.compile(_NO_DAY),
    "  ": re.compile(r"\b(?:on|at|by|with|until|from)[^\S\n]{2,}(?:on|at|by|with|until|to|and|in)\b"),
    "(": re.compile(r"\(\s*\)"),
    "“": re.compile(r"“\s*”"),
}
"""What a blank field leaves in a sentence, under a sign that it cannot be without."""


_FIRST_OF_A_GAP = ("(", "“")
_LAST_OF_A_GAP = ("None", "undefined", "NaN", "NaT")


def may_have_left(text: str) -> bool:
    """Whether something may be left in a text, or over its ends: “on” and None in two cells of a table."""
    if text.endswith(_FIRST_OF_A_GAP) or text.startswith(_LAST_OF_A_GAP):
        return True
    return any(map(text.__contains__, _HINTS)) and any(leftovers_in(text, is_hidden=False))


_HINTS = (*_SIGNS, *_HINTS_OF_NO_VALUE, *_HOLES)


def leftovers_in(text: str, *, is_hidden: bool) -> Iterator[Left]:
    """The first tag, the first value that is no word and the first gap of a text; most have none."""
    for hint, signs in _SIGNS.items():
        if hint in text:
            for sign in signs:
                if sign in text:
                    what = "A tag was left standing"
                    yield Left("leftover-tag", what, sign, text.index(sign), may_be_typed=False)
    if any(hint in text for hint in _HINTS_OF_NO_VALUE):
        for found in _NO_VALUE.finditer(text):
            what = "A value that is no word was left standing"
            yield Left("leftover-tag", what, found[0], found.start(), may_be_typed=True)
    for hint, hole in () if is_hidden else _HOLES.items():
        if hint in text:
            for found in hole.finditer(text):
                yield Left("left-empty", "Something is missing", found[0], found.start(), may_be_typed=True)
