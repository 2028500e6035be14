"""How communication strategies go in school: told to the therapist, and to those who teach the pupil."""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.consent import Gate, agency_consent
from mentor_xl.documents import Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    reply_day,
    shared_parts,
    to_teachers,
    who_signs,
)
from mentor_xl.letters.agency_evidence import (
    WorkedOn,
    talking_points,
    targets_now,
    time_with_a_mentor,
    worked_on,
)
from mentor_xl.letters.agency_forms import form_of
from mentor_xl.letters.agency_referrals import UNKNOWN_KIND, is_of_unknown_kind, to_agency
from mentor_xl.letters.agency_sections import evidence_of
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import Agency, AgencyReferral

_KIND = "Speech and language"


class SaltUpdateForTeachers(LetterContext):
    """What the edition for colleagues can print: nothing of a referral, a score or a need."""

    targets: tuple[WorkedOn, ...] = Field(
        description="Targets, the strategy for each, and how far it was reached."
    )
    talking: tuple[str, ...] = Field(
        description="How the pupil likes to be talked with, and what helps.", examples=[["Short sentences"]]
    )


class SaltUpdate(SaltUpdateForTeachers):
    """What the edition for the therapist can print besides."""

    evidence: tuple[str, ...] = Field(
        description="What was seen, with its day.",
        examples=[["Asks a friend what to do in 4 lessons of 5 (22 September 2026)."]],
    )
    sessions: str = Field(
        description="Time with a mentor.",
        examples=["8 of 10 sessions attended since 14 September 2026."],
    )


@letter(
    "How speech and language strategies go in school",
    to=(Audience.AGENCY, Audience.TEACHER),
    when="a speech and language service has accepted a referral that is not closed, and there is a target",
    contexts=(SaltUpdate, SaltUpdateForTeachers),
    uses=(
        ("Agency referrals", "Agency"),
        ("Agency referrals", "Sent on"),
        ("Agency referrals", "Closed on"),
        ("Agencies", "Kind"),
        ("Agencies", "Consent needed"),
    ),
    on_request=True,
)
def salt_update(file: PupilFile) -> Iterator[Wanted]:
    """One for the therapist and one for colleagues, for each referral that a service has taken on."""
    for referral in file.casebook.agency_referrals_of(file.pupil.pupil_id):
        agency = file.casebook.agency(referral.agency)
        if agency and agency.kind == _KIND and _is_at_work(file, referral):
            yield _wanted(file, referral, agency)


def _is_at_work(file: PupilFile, referral: AgencyReferral) -> bool:
    if referral.sent_on is None or referral.closed_on is not None:
        return False
    return file.is_asked_for or (referral.outcome == "Accepted" and bool(targets_now(file)))


def _wanted(file: PupilFile, referral: AgencyReferral, agency: Agency) -> Wanted:
    gate = agency_consent(file.casebook, referral, agency, file.today)
    return Wanted(
        row_key=referral.agency_referral_id,
        to=(_therapist(agency, gate), to_teachers(file)),
        signs=who_signs(file, referral.written_by),
        context=partial(_context, file, agency),
        drawn_from=tuple(filter(None, (referral, agency, gate.consent))),
        refusal=_refusal(agency),
        override=gate.consent if gate.is_overridden else None,
    )


def _refusal(agency: Agency) -> Refusal | None:
    return UNKNOWN_KIND if is_of_unknown_kind(agency) else None


def _therapist(agency: Agency, gate: Gate) -> Recipient | NoLetter:
    """Colleagues need no consent to a referral for what they do in class; the therapist's edition does."""
    to = to_agency(agency)
    return to if gate.is_open else NoLetter(to.row, gate.why, gate.code)


def _context(file: PupilFile, agency: Agency, envelope: Envelope) -> SaltUpdateForTeachers:
    fields: dict[str, object] = {
        **shared_parts(file, envelope, reply_by=reply_day(file, school_days=10)),
        "talking": tuple(talking_points(file)),
        "targets": worked_on(file),
    }
    if envelope.to.audience is Audience.TEACHER:
        return SaltUpdateForTeachers.model_validate(fields)
    return SaltUpdate.model_validate(
        {
            **fields,
            "evidence": evidence_of(file, form_of(agency.kind)),
            "sessions": time_with_a_mentor(file),
        }
    )
