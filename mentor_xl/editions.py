"""May figures be given beside those that were released, or would the difference tell of somebody?

Whoever has two editions can take one from the other. What differs is about the few pupils who are in one
of them alone, or about the one whose record has changed.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from mentor_xl.documents import Document
from mentor_xl.letter_parts.caseload import NamelessPage


@dataclass(frozen=True, slots=True)
class Figures:
    """What a ledger keeps of an edition: nobody can be read from it."""

    up_to: str
    """The last day that is counted, ``2026-10-23``."""
    sha256: str
    """Of all that the edition tells."""
    pupils: int
    """How many are counted."""
    pupils_mark: str
    """Four characters of a digest of all their IDs together. They show that one is another; whoever tries
    IDs finds thousands of sets with the same four."""

    def __post_init__(self) -> None:
        """Raises TypeError where a ledger holds something else."""
        if [*map(type, (self.up_to, self.sha256, self.pupils, self.pupils_mark))] != [str, str, int, str]:
            raise TypeError("figures")


def figures_of(document: Document) -> Figures | None:
    """The figures of a document whose editions are compared; ``None`` for every other."""
    edition, page = document.edition, document.context
    if edition is None:
        return None
    names = [name for name in type(page).model_fields if name not in NamelessPage.model_fields]
    return Figures(
        up_to=edition.up_to.isoformat(),
        sha256=_digest(repr(getattr(page, name)) for name in names),
        pupils=len(edition.pupils),
        pupils_mark=_digest(sorted(edition.pupils))[:4],
    )


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode(errors="surrogatepass")).hexdigest()


def why_not_beside(document: Document, released: Iterable[Figures]) -> str:
    """Why a document must not be given to those who have the released figures; empty where it may."""
    now, edition = figures_of(document), document.edition
    if now is None or edition is None:
        return ""
    for given in released:
        if given == now:
            continue
        if given.up_to == now.up_to:
            return _OTHERWISE.format(up_to=given.up_to)
        is_same = (given.pupils, given.pupils_mark) == (now.pupils, now.pupils_mark)
        if not is_same and abs(given.pupils - now.pupils) < edition.least:
            return _A_FEW.format(up_to=given.up_to, least=edition.least)
    return ""


_OTHERWISE = (
    "The figures up to {up_to} have been released, and they would read otherwise now: what differs would "
    "tell of those whose records have changed. Give that edition again; the next is made when another half "
    "term has ended."
)
_A_FEW = (
    "Nearly the same pupils are counted as in the figures up to {up_to}, which have been released: what "
    "differs would tell of the few who are not in both. It can be made when they are {least} at least."
)
