"""Whether somebody agreed: to mentoring, or to a referral to an agency (decisions, *Consent*).

A consent counts only when the record itself names it. None is ever looked for and taken; a message may
suggest one.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from mentor_xl.casebook import Casebook
from mentor_xl.dates import in_words
from mentor_xl.problems import Place
from mentor_xl.pupil_view import is_past_school_age
from mentor_xl.records import Agency, AgencyReferral, Case, Consent, PeerPoolEntry, Pupil
from mentor_xl.refusals import refused_in, taken_back_later
from mentor_xl.vocabulary import ConsentNeeded, PeerSide

OPEN_STATUSES = frozenset({"Waiting", "Active", "Paused"})
"""A case that is not closed."""
THE_PUPIL_DECIDES = frozenset({"Teenage pregnancy"})
"""Kinds of agency to which nobody is referred who has not agreed in person (reference 1.7, L10)."""
YOUNGEST = 13
"""Under this age a referral to these agencies is the safeguarding lead's (reference 6.6: check locally)."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether something may go ahead, and if not, why."""

    is_open: bool
    why: str = ""
    """One sentence that names no person."""
    code: str = ""
    consent: Consent | None = None
    is_overridden: bool = False
    """Whether it goes ahead without consent, on safeguarding grounds that a person gave."""


def _opened(consent: Consent | None = None, *, is_overridden: bool = False) -> Gate:
    return Gate(is_open=True, consent=consent, is_overridden=is_overridden)


def _shut(why: str, code: str, consent: Consent | None = None) -> Gate:
    return Gate(is_open=False, why=why, code=code, consent=consent)


def mentoring_consent(casebook: Casebook, case: Case, today: dt.date) -> Gate:
    """Whether the consent that a case names covers mentoring today."""
    if not case.consent_id:
        return _shut(f"Case {case.case_id} names no consent to mentoring.", "no-consent")
    gate = _valid(casebook, case.consent_id, case.pupil_id, "Mentoring", today)
    if gate.consent and gate.consent.basis == "Not required":
        why = f"Consent {gate.consent.consent_id} says that none is required; mentoring needs somebody's."
        return _shut(why, "consent-too-little")
    return gate


def pupil_has_agreed(casebook: Casebook, pupil_id: str, today: dt.date) -> Gate:
    """Whether a case of the pupil has valid consent to mentoring: one that is open, where one is.

    After the last case closed its consent still covers what comes after mentoring, the look back among it,
    unless it closed because consent was withdrawn.
    """
    cases = casebook.cases_of(pupil_id)
    open_cases = [case for case in cases if case.status in OPEN_STATUSES]
    closed = [c for c in cases if c.status == "Closed" and c.closing_reason != "Consent withdrawn"]
    gates = [mentoring_consent(casebook, case, today) for case in open_cases or closed]
    nothing = _shut("There is no case with consent to mentoring.", "no-consent")
    return next((gate for gate in gates if gate.is_open), gates[0] if gates else nothing)


def is_the_safeguarding_leads(agency: Agency) -> bool:
    """Whether only the safeguarding lead writes to an agency: social care, and those whose row says so."""
    return agency.kind == "Social care" or agency.consent_needed == "Safeguarding lead only"


def peer_consent(casebook: Casebook, pupil_id: str, side: PeerSide, today: dt.date) -> Gate:
    """Whether the consent that a pupil's row of the *Peer pool* names covers this side of a pair today.

    Of several such rows, each has to.
    """
    sides = (side, "Either", None)
    rows = [row for row in casebook.peer_pool if row.pupil_id == pupil_id and row.side in sides]
    gates = [_of_the_pool(casebook, row, today) for row in rows]
    nothing = _shut(f"Pupil {pupil_id} is not in the Peer pool on this side.", "not-in-the-pool")
    return next((gate for gate in gates if not gate.is_open), gates[0] if gates else nothing)


def _of_the_pool(casebook: Casebook, row: PeerPoolEntry, today: dt.date) -> Gate:
    if not row.consent_id:
        return _shut(f"The Peer pool names no consent for pupil {row.pupil_id}.", "no-peer-consent")
    gate = _valid(casebook, row.consent_id, row.pupil_id, "Peer mentoring", today)
    if gate.consent and gate.consent.basis == "Not required":
        why = f"Consent {gate.consent.consent_id} says that none is required; peer mentoring needs one."
        return _shut(why, "consent-too-little")
    return gate


def agency_consent(casebook: Casebook, referral: AgencyReferral, agency: Agency, today: dt.date) -> Gate:
    """Whether the consent that the agency needs is there, or was set aside on safeguarding grounds."""
    needed = consent_needed(agency)
    if needed == "Safeguarding lead only":
        return _opened()
    if agency.kind in THE_PUPIL_DECIDES and _is_too_young(casebook.pupil(referral.pupil_id), today):
        return _shut(_TOO_YOUNG, "under-13")
    if needed == "Not required":
        return _opened()
    if not referral.consent_id:
        why = f"{_named(referral)} names no consent, and the agency needs that of {needed.lower()}."
        return _shut(why, "no-agency-consent")
    gate = named_consent(casebook, referral, agency, today)
    if gate.is_open and gate.consent:
        gate = _given_by_those_needed(casebook, gate.consent, needed)
    return gate if gate.is_open or gate.consent is None else _overridden(gate.consent, gate, today)


def named_consent(casebook: Casebook, referral: AgencyReferral, agency: Agency, today: dt.date) -> Gate:
    """Whether the consent that a referral names is for this agency and holds today, whoever gave it."""
    if not referral.consent_id:
        return _shut(f"{_named(referral)} names no consent.", "no-agency-consent")
    gate = _valid(casebook, referral.consent_id, referral.pupil_id, "Agency referral", today)
    consent = gate.consent
    if consent and (consent.agency or "").casefold() != agency.agency.casefold():
        return _shut(f"Consent {consent.consent_id} is for another agency.", "consent-other-agency")
    return gate


def consent_needed(agency: Agency) -> ConsentNeeded:
    """Whose agreement a referral needs: what the agency's row says, and the pupil's where only they decide.

    A blank cell is read as *Parent and pupil* (decisions, *Consent*).
    """
    needed = agency.consent_needed or "Parent and pupil"
    if agency.kind not in THE_PUPIL_DECIDES:
        return needed
    with_pupil: dict[str, ConsentNeeded] = {"Parent": "Parent and pupil", "Not required": "Pupil"}
    return with_pupil.get(needed, needed)


_TOO_YOUNG = (
    f"The pupil is under {YOUNGEST}: a referral to this kind of service is always the safeguarding lead's "
    "(check locally). Speak with the safeguarding lead today."
)


def _is_too_young(pupil: Pupil | None, today: dt.date) -> bool:
    """Whether a pupil is under 13; an unknown date of birth holds the letter back by itself."""
    if pupil is None or pupil.date_of_birth is None:
        return False
    born = pupil.date_of_birth
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (not had_birthday) < YOUNGEST


def _overridden(consent: Consent, gate: Gate, today: dt.date) -> Gate:
    """Lets through what consent does not, where a person decided so, gave a reason, and has done so by today.

    Only for the pupil and the agency that the row names.
    """
    is_decided = consent.given_on is not None and consent.given_on <= today
    if consent.override_by and consent.override_reason and is_decided:
        return _opened(consent, is_overridden=True)
    return gate


def _named(referral: AgencyReferral) -> str:
    return f"Agency referral {referral.agency_referral_id}"


def _given_by_those_needed(casebook: Casebook, consent: Consent, needed: str) -> Gate:
    enough = {
        "Parent": ("Parent", "Parent and pupil"),
        "Pupil": ("Pupil", "Parent and pupil"),
        "Parent and pupil": ("Parent and pupil",),
    }[needed]
    if consent.basis in enough:
        return _opened(consent)
    is_the_pupils = consent.basis == "Pupil"
    if is_the_pupils and needed == "Parent and pupil" and consent.competence_judged_by:
        return _opened(consent)
    if is_the_pupils and decides_alone(casebook, consent):
        return _opened(consent)
    why = f"Consent {consent.consent_id} was not given by those the agency needs: {needed.lower()}."
    return _shut(why, "consent-too-little", consent)


def decides_alone(casebook: Casebook, consent: Consent) -> bool:
    """Whether the pupil was past compulsory school age on the day: their own agreement is then enough.

    Children and Families Act 2014 s.83; for health Family Law Reform Act 1969 s.8 (check locally).
    """
    pupil, nation = casebook.pupil(consent.pupil_id), casebook.settings.nation or "England"
    return bool(pupil and consent.given_on and is_past_school_age(pupil, consent.given_on, nation))


def _valid(casebook: Casebook, consent_id: str, pupil_id: str, purpose: str, today: dt.date) -> Gate:
    """Whether the consent of this ID is the pupil's, for this purpose, and holds today.

    A shut gate still carries a consent that is the pupil's and for the purpose.
    """
    consent = casebook.consent(consent_id)
    if consent is None:
        return _shut(f"There is no consent {consent_id}.", "unknown-consent")
    name = f"Consent {consent.consent_id}"
    if consent.pupil_id != pupil_id:
        return _shut(f"{name} is another pupil's.", "consent-other-pupil")
    if consent.purpose != purpose:
        return _shut(f"{name} is for another purpose.", "consent-other-purpose")
    fault = fault_of(casebook, consent, today)
    return _shut(*fault, consent) if fault else _opened(consent)


def fault_of(casebook: Casebook, consent: Consent, today: dt.date) -> tuple[str, str] | None:
    """Why a consent does not hold today: a sentence that begins with the cell, and its code."""
    for place, says, code in _faults(casebook, consent, today):
        return f"{place}: Consent {consent.consent_id} {says}.", code
    return None


def _faults(casebook: Casebook, consent: Consent, today: dt.date) -> Iterator[tuple[Place, str, str]]:
    given, withdrawn, review = consent.given_on, consent.withdrawn_on, consent.review_by
    for attribute in ("given_on", "basis", "withdrawn_on", "review_by"):
        is_missing = attribute in ("given_on", "basis") and getattr(consent, attribute) is None
        if is_missing or attribute in consent.unread:
            says = "has a date or basis that is blank, not settled or could not be read"
            yield casebook.place(consent, attribute), says, "consent-unread"
    if given and given > today:
        yield casebook.place(consent, "given_on"), f"is given only on {in_words(given)}", "consent-not-yet"
    if withdrawn and withdrawn <= today:
        says = f"was withdrawn on {in_words(withdrawn)}"
        yield casebook.place(consent, "withdrawn_on"), says, "consent-withdrawn"
    if review and review < today:
        says = f"was to be reviewed by {in_words(review)}"
        yield casebook.place(consent, "review_by"), says, "consent-past-review"
    for place in refused_in(casebook, consent):
        yield place, "was refused or taken back, as is said there", "consent-refused"
    later = taken_back_later(casebook, consent, today)
    if later:
        says = "comes before this row for the same, which was refused or taken back"
        yield casebook.place(later, "withdrawn_on"), says, "consent-taken-back"
