"""In how many ways may a name, a postcode or a phone number be written?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from mentor_xl.checks.names import names_of
from mentor_xl.records import Pupil
from mentor_xl.safety.words import Folds

# -- how a name may be written ----------------------------------------------------------------------

_PARTICLES = frozenset(
    ("van", "von", "de", "der", "den", "du", "la", "le", "di", "da", "al", "el", "bin", "ibn")
)


@dataclass(frozen=True, slots=True)
class FullName:
    """A forename and the surname beside it, in plain words."""

    words: tuple[str, ...]
    is_turned: bool = False


def full_names(pupil: Pupil, folds: Folds) -> Iterator[FullName]:
    """Every way in which forename and surname of a pupil may stand side by side.

    Of several forenames the first alone counts too, and of a surname in two parts either.
    """
    surnames = [tuple(folds.of(way)) for way in _written_ways(pupil.legal_surname or "")]
    surnames += [half for whole in surnames[:1] for half in _parts_of_surname(whole)]
    forenames = [tuple(folds.of(way)) for name in names_of(pupil) for way in _written_ways(name)]
    forenames += [name[:1] for name in forenames if len(name) > 1 and len(name[0]) > 1]
    for forename, surname in product(dict.fromkeys(forenames), dict.fromkeys(surnames)):
        if forename and surname:
            yield FullName((*forename, *surname))
            yield FullName((*surname, *forename), is_turned=True)


def _written_ways(name: str) -> Iterator[str]:
    """``O’Neill`` also as O Neill, ``Mary-Jane`` also as Maryjane."""
    yield name
    if re.search(r"[’'`]", name):
        yield re.sub(r"[’'`]", " ", name)
    if re.search(r"\w-\w", name):
        yield name.replace("-", "")


def _parts_of_surname(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Berg of van der Berg; Smith and Jones of Smith-Jones."""
    telling = [word for word in words if word not in _PARTICLES and len(word) > 2]
    if len(words) > 1 and telling:
        yield from ((word,) for word in telling)


# -- what an address is -------------------------------------------------------------------------------

_POSTCODE = re.compile(r"[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}")
OF_A_HOUSE = frozenset(("flat", "unit", "apartment", "apt", "room", "no", "number", "floor", "block"))


def is_postcode(words: list[str]) -> bool:
    """Whether plain words are a postcode, in one piece or in two."""
    return len(words) <= 2 and bool(_POSTCODE.fullmatch("".join(words)))


def parted(postcode: str) -> list[str]:
    """A postcode in one piece as its two."""
    return [postcode[:-3], postcode[-3:]]


def tells_where(words: list[str]) -> bool:
    """Whether a line of an address says alone which house is meant: a number and a street of some length."""
    has_number = any(word[0].isdigit() for word in words)
    street = [word for word in words if not word[0].isdigit() and word not in OF_A_HOUSE and len(word) > 1]
    return has_number and sum(map(len, street)) > 3


def emails_spelled(email: str) -> Iterator[str]:
    """``ada.aske@example.org`` also as *ada dot aske at example dot org*."""
    name, _, domain = email.partition("@")
    for at, *dots in product(("@", " at "), (".", " dot "), (".", " dot ")):
        yield at.join(half.replace(".", dot) for half, dot in zip((name, domain), dots, strict=True))


def digits_of(number: str) -> str:
    """A phone number by its digits, as dialled from within the country."""
    digits = "".join(filter(str.isdigit, number))
    is_from_abroad = number.strip().startswith(("+44", "0044"))
    return f"0{digits[digits.index('44') + 2 :].lstrip('0')}" if is_from_abroad else digits
