"""Referrals to agencies: to CAMHS, to any other agency, and the safeguarding lead's hand-off sheet.

Which of the three a row of *Agency referrals* becomes is the agency's kind; how letters to the kinds differ
is the table of ``agency_forms``. The gates are the same for all: the consent that the agency needs; social
care is always the safeguarding lead's.
"""

import re
from collections.abc import Iterator
from functools import partial

from mentor_xl.audience import Audience
from mentor_xl.consent import Gate, agency_consent, is_the_safeguarding_leads
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import who_signs
from mentor_xl.letters.agency_context import AgencyReferralLetter, referral_letter
from mentor_xl.letters.agency_hand_off import HandOffSheet, hand_off
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import Agency, AgencyReferral
from mentor_xl.wording import greet_by_name, greet_team, postcode

_USES = (
    ("Pupils", "Date of birth"),
    ("Agency referrals", "Agency"),
    ("Agency referrals", "Reason"),
    ("Agency referrals", "Consent ID"),
    ("Agency referrals", "Sent on"),
    ("Agency referrals", "Closed on"),
    ("Agencies", "Kind"),
    ("Agencies", "Consent needed"),
)
_WHEN = "an agency referral is decided on and not sent, and its gates are passed"


@letter(
    "Referral to CAMHS",
    to=(Audience.AGENCY,),
    when=_WHEN,
    contexts=(AgencyReferralLetter,),
    uses=_USES,
)
def camhs_referral(file: PupilFile) -> Iterator[Wanted]:
    """One for each referral to a CAMHS team that is not sent yet."""
    return _letters(file, "camhs-referral")


@letter(
    "Referral to an agency",
    to=(Audience.AGENCY,),
    when=_WHEN,
    contexts=(AgencyReferralLetter,),
    uses=_USES,
)
def agency_referral(file: PupilFile) -> Iterator[Wanted]:
    """One for each referral to another agency that is not sent yet."""
    yield from _letters(file, "agency-referral")
    yield from _of_no_known_agency(file)


@letter(
    "Hand-off sheet for the safeguarding lead",
    to=(Audience.LEADER,),
    when="an agency referral to social care, or one that only the safeguarding lead may make, is not sent",
    contexts=(HandOffSheet,),
    uses=(("Agency referrals", "Sent on"), ("Agency referrals", "Closed on")),
    if_held_back="Speak with the safeguarding lead now; do not wait for this sheet.",
)
def mash_hand_off(file: PupilFile) -> Iterator[Wanted]:
    """One for each matter that is the safeguarding lead's. It holds no account of what was said."""
    for referral, agency in _referrals(file, "mash-hand-off"):
        if _is_waiting(file, referral):
            yield Wanted(
                row_key=referral.agency_referral_id,
                to=(safeguarding_lead(file),),
                signs=who_signs(file, referral.written_by),
                context=partial(_hand_off, file, referral, agency),
                drawn_from=(referral, agency),
            )


def kind_of(agency: Agency) -> str:
    """The kind of document that a referral to this agency becomes."""
    if is_the_safeguarding_leads(agency):
        return "mash-hand-off"
    return "camhs-referral" if agency.kind == "CAMHS" else "agency-referral"


def _referrals(file: PupilFile, kind: str) -> Iterator[tuple[AgencyReferral, Agency]]:
    """The pupil's referrals that become this kind of document and are not closed."""
    for referral in file.casebook.agency_referrals_of(file.pupil.pupil_id):
        agency = file.casebook.agency(referral.agency)
        if agency and kind_of(agency) == kind and referral.closed_on is None:
            yield referral, agency


def _of_no_known_agency(file: PupilFile) -> Iterator[Wanted]:
    """Referrals that wait, and whose agency could not be found: of whichever kind, none is made."""
    for referral in file.casebook.agency_referrals_of(file.pupil.pupil_id):
        is_open = referral.sent_on is None and referral.closed_on is None
        if is_open and file.casebook.agency(referral.agency) is None:
            row = f"Agency referrals!{referral.row_number}"
            why = "The agency is not on the Agencies sheet, so the consent it needs is not known."
            yield Wanted(
                row_key=referral.agency_referral_id,
                to=(NoLetter(row, why, "unknown-agency"),),
                signs=None,
                context=lambda _: Context(),
            )


def _is_waiting(file: PupilFile, referral: AgencyReferral) -> bool:
    return file.is_asked_for or referral.sent_on is None


def _letters(file: PupilFile, kind: str) -> Iterator[Wanted]:
    for referral, agency in _referrals(file, kind):
        is_waiting = _is_waiting(file, referral)
        # What was sent had to have consent on that day; a consent that ended since has served.
        day = file.today if is_waiting else referral.sent_on or file.today
        gate = agency_consent(file.casebook, referral, agency, day)
        if is_waiting or not gate.is_open:
            yield Wanted(
                row_key=referral.agency_referral_id,
                to=(to_agency(agency),),
                signs=who_signs(file, referral.written_by),
                context=partial(_letter, file, referral, agency, gate),
                drawn_from=tuple(filter(None, (referral, agency, gate.consent))),
                refusal=_refusal(file, referral, agency, gate, is_waiting=is_waiting),
                override=gate.consent if gate.is_overridden else None,
            )


def _letter(
    file: PupilFile, referral: AgencyReferral, agency: Agency, gate: Gate, envelope: Envelope
) -> AgencyReferralLetter:
    return referral_letter(file, envelope, referral, agency, gate)


def _hand_off(file: PupilFile, referral: AgencyReferral, agency: Agency, envelope: Envelope) -> HandOffSheet:
    return hand_off(file, envelope, referral, agency)


def _refusal(
    file: PupilFile, referral: AgencyReferral, agency: Agency, gate: Gate, *, is_waiting: bool
) -> Refusal | None:
    if is_of_unknown_kind(agency):
        return UNKNOWN_KIND
    if not gate.is_open and not is_waiting and referral.sent_on:
        why = f"It was sent on {in_words(referral.sent_on)} without the consent it needs. {gate.why}"
        return Refusal(why, gate.code)
    if not gate.is_open:
        return Refusal(gate.why, gate.code)
    if file.pupil.date_of_birth is None:
        return Refusal("The pupil's date of birth is not known.", "no-date-of-birth")
    if not referral.reason:
        return Refusal("The referral gives no reason.", "no-reason")
    return None


UNKNOWN_KIND = Refusal("The agency's kind, or the consent it needs, could not be read.", "unread-agency")


def is_of_unknown_kind(agency: Agency) -> bool:
    """Whether nobody can say what an agency is: it may be social care, the safeguarding lead's."""
    return agency.kind is None or bool({"kind", "consent_needed"} & agency.unread)


def to_agency(agency: Agency) -> Recipient:
    """The agency as the recipient, at its address, by the name it gave."""
    """The agency as the recipient of a letter, at its address."""
    greeting = greet_team(agency.contact_name or _as_a_team(agency.agency))
    lines = (
        agency.contact_name,
        agency.agency,
        agency.address_line_1,
        agency.address_line_2,
        agency.town,
        postcode(agency.postcode),
    )
    distinct = tuple(dict.fromkeys(line for line in lines if line))
    return Recipient(Audience.AGENCY, f"Agencies!{agency.row_number}", greeting, distinct)


def _as_a_team(name: str) -> str:
    return name if re.search(r"\b(team|service)$", name, flags=re.IGNORECASE) else f"{name} team"


def safeguarding_lead(file: PupilFile) -> Recipient | NoLetter:
    """The designated safeguarding lead, as Settings names them."""
    place = file.casebook.setting_place("designated_safeguarding_lead")
    name = file.casebook.settings.designated_safeguarding_lead
    if not name:
        return NoLetter("", "Settings names no designated safeguarding lead.", "no-safeguarding-lead")
    return Recipient(Audience.LEADER, f"Settings!{place.row}", greet_by_name(name))
