"""Does a row of *Consents* say in words that nobody agreed, or is what it says taken back on a later row?"""

import datetime as dt
import re
from collections.abc import Iterator

from mentor_xl.casebook import Casebook, own_column
from mentor_xl.problems import Place
from mentor_xl.records import Consent

_SAYS_SO = re.compile(
    r"\b(?:refus\w*|declin\w*|withdr[ae]w\w*|revok\w*|rescind\w*|cancel\w*|object(?:s|ed|ion)"
    r"|opt(?:s|ed|ing)?[ -]?out|taken? back|took back|no longer|changed (?:her|his|their) minds?"
    r"|(?:not|never)(?: yet| been)* (?:given?|agreed?|consent(?:ed)?|obtained|received|signed|returned)"
    r"|no (?:consent|permission|reply|answer|response)|sa(?:id|ys) no)\b"
    r"|(?:n[’']t(?: yet| been)* (?:given?|agreed?|consent(?:ed)?)|: *no)\b"
)
_NO_ALONE = re.compile(r"\s*no\b(?!\s*[.:]?\s*\d)")
_SAYS_NO_SUCH_THING = re.compile(
    r"(?:\bnot|n[’']t|\bnever)(?: yet| been)* (?:refus|declin|withdr[ae]w|revok|cancel)\w*"
    r"|\b(?:right|can|may|could|how|able|free)(?: they| you| to| of)* withdr[ae]w\w*"
)
"""``Not withdrawn``; ``right to withdraw explained``."""
_NOTHING = frozenset({"", "no", "n", "false", "0", "-", "–", "—", "n/a", "none"})


def says_refused(text: str) -> bool:
    """Whether a text says that somebody did not agree, or agrees no longer."""
    return bool(_SAYS_SO.search(_SAYS_NO_SUCH_THING.sub("", text.casefold())))


def refused_in(casebook: Casebook, consent: Consent) -> Iterator[Place]:
    """The cells of a consent that say so: *Given by*, and the school's own columns."""
    given_by = consent.given_by or ""
    if says_refused(given_by) or _NO_ALONE.match(given_by.casefold()):
        yield casebook.place(consent, "given_by")
    for heading, cell in consent.own.items():
        said = "" if cell is None else str(cell).strip()
        if said.casefold() not in _NOTHING and (says_refused(heading) or says_refused(said)):
            yield casebook.place(consent, own_column(heading))


def taken_back_later(casebook: Casebook, consent: Consent, today: dt.date) -> Consent | None:
    """A later row for the same pupil, purpose and agency that is withdrawn or refused by today."""
    rows = (row for row in casebook.consents_of(consent.pupil_id) if row is not consent)
    alike = (row for row in rows if _is_for_the_same(row, consent))
    return next((r for r in alike if _is_later(r, consent) and _allows_nothing(casebook, r, today)), None)


def _is_for_the_same(row: Consent, consent: Consent) -> bool:
    """A purpose or an agency that the row leaves open may be this one."""
    agencies = {(one.agency or "").casefold() for one in (row, consent)} - {""}
    return row.purpose in (None, consent.purpose) and len(agencies) < 2


def _is_later(row: Consent, consent: Consent) -> bool:
    """By the day it says, and by its place on the sheet where that is the same or not known."""
    day, given_on = row.withdrawn_on or row.given_on, consent.given_on
    if day is None or given_on is None or day == given_on:
        return row.row_number > consent.row_number
    return day > given_on


def _allows_nothing(casebook: Casebook, row: Consent, today: dt.date) -> bool:
    is_withdrawn = "withdrawn_on" in row.unread or (row.withdrawn_on and row.withdrawn_on <= today)
    return bool(is_withdrawn or any(refused_in(casebook, row)))
