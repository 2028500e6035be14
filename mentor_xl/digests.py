"""What was a letter made from? A digest of each field that it prints, from which nothing can be read back.

A digest of a forename could be found again by trying all forenames, so the digests of a pupil's letters are
keyed with who the pupil is in full (``Document.identity``).
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache

from mentor_xl.dates import day_of
from mentor_xl.documents import Document
from mentor_xl.outputs import sha256_of

_NOT_OF_THE_ROW = ("letter", "reply_by")
"""What changes with the day a letter is dated, not with what it was made from."""


def made_from(document: Document, fields: Iterable[str]) -> dict[str, str]:
    """A digest of each field that the letter prints, by the field's name: ``meeting.date``, ``targets``.

    Two digests differ where the text would. Fields of the day alone (the date, the day to answer by) are
    left out: a letter is not another one because it is made on Tuesday. What is about no one pupil has
    nothing to key them with, and so but one digest for the whole.
    """
    names = sorted({_name(path) for path in fields})
    values = {
        name: repr(_value(document.context, name))
        for name in names
        if name.partition(".")[0] not in _NOT_OF_THE_ROW
    }
    if not document.identity:
        return {_WHOLE: _digest(document, repr(values))}
    digests = {name: _digest(document, name, value) for name, value in values.items()}
    return {_WHO: _digest(document, _WHO), **digests}


_WHO, _WHOLE = "who the pupil is", "the report"
KEYED = frozenset({_WHO, _WHOLE})
"""What stands among the digests that nobody can guess."""


def answer_by(document: Document, fields: Iterable[str]) -> str:
    """The day by which a letter asks for an answer, ``2026-11-30``; empty where it prints none."""
    day = day_of(getattr(document.context, "reply_by", "")) if "reply_by" in fields else None
    return day.isoformat() if day else ""


def _name(path: str) -> str:
    """``targets[].score`` is the field *targets*; ``pupil.known_as`` the pupil's *known_as*."""
    first, *rest = path.partition("[")[0].split(".")
    return ".".join((first, *rest[:1]))


def _value(context: object, name: str) -> object:
    value = context
    for step in name.split("."):
        value = getattr(value, step, None)
    return value


def address_digest(document: Document) -> str:
    """A digest of the name and address on the envelope."""
    to = document.recipient
    return _digest(document, *(to.address_lines if document.identity else (to.row,)))


def whose(document: Document) -> tuple[str, str]:
    """What keeps the digests of two pupils apart, though both live at one address."""
    return document.kind, document.ref or ""


def row_digest(fields: Mapping[str, str]) -> str:
    """One digest for all that a letter was made from."""
    return sha256_of(json.dumps(dict(fields), sort_keys=True).encode())[:16]


def _digest(document: Document, *parts: str) -> str:
    text = "\x1f".join((*whose(document), *parts)).encode(errors="surrogatepass")
    return hmac.digest(_key(document.identity), text, "sha256").hex()[:16]


@lru_cache(maxsize=4096)
def _key(identity: str) -> bytes:
    """Slow to work out, so that not even every name with every birthday can be tried."""
    salt = b"Mentor XL ledger"
    return hashlib.pbkdf2_hmac("sha256", identity.encode(errors="surrogatepass"), salt, _ROUNDS)


_ROUNDS = 1_000


def what_changed(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that differ between two makings of a letter; all do where the pupil is another one."""
    if before.get(_WHO) != now.get(_WHO):
        return (_WHO,)
    return tuple(name for name in sorted({*before, *now}) if before.get(name) != now.get(name))
