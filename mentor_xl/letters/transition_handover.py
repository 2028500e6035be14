"""What the next school needs for a good start: strengths, what helps, the plan, and an offer of a buddy.

It goes to a school that is on the Agencies sheet as a *Receiving school* and that an agency referral of the
pupil names: only there do a recipient and a consent stand in the workbook. The safeguarding file never goes
with it (reference 1.7, L17).
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.consent import Gate, agency_consent
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    TargetLine,
    latest_case,
    shared_parts,
    target_lines,
    who_signs,
)
from mentor_xl.letter_parts.passports import agreed_passport
from mentor_xl.letters.agency_context import sen_in_words
from mentor_xl.letters.agency_referrals import to_agency
from mentor_xl.letters.who_to_go_to import nothing_to_tell
from mentor_xl.pupil_view import year_group_of
from mentor_xl.recipients import Recipient
from mentor_xl.records import Agency, AgencyReferral, Passport, Target


class PlanDate(Context):
    """A day that the next school should know."""

    what: str = Field(description="What it is.", examples=["Annual review of EHC plan"])
    by: str = Field(description="By which day.", examples=["15 December 2026"])


class TransitionHandover(LetterContext):
    """What a hand-over can print. There is no field for a barrier, a note or social care."""

    next_school: str = Field(description="The school that the pupil goes to.", examples=["Weir College"])
    strengths: str = Field(description="What goes well.", examples=["Patient with animals."])
    likes: str = Field(description="What the pupil enjoys.", examples=["Maps and drawing."])
    what_helps: tuple[str, ...] = Field(description="What helps.", examples=["A picture of the day"])
    how_to_talk: str = Field(description="How to talk with the pupil.", examples=["Side by side."])
    adjustments: str = Field(description="What school changes.", examples=["Leaves lessons early."])
    support: tuple[str, ...] = Field(
        description="Plans that are in place.", examples=["A medical plan is in place."]
    )
    targets: tuple[TargetLine, ...] = Field(description="What is being worked on.", examples=["Ask for help"])
    went_well: tuple[str, ...] = Field(
        description="Targets that were met, and what went with them.", examples=["“Ask for help”: Buddy"]
    )
    dates: tuple[PlanDate, ...] = Field(description="Days to know.", examples=["Passport review"])
    consent: str = Field(description="That the family agreed, and when.", examples=["Mrs Aske agreed."])
    safeguarding_lead: str = Field(description="Whom their lead speaks with.", examples=["Ms H. Lindqvist"])


@letter(
    "Hand-over to the next school",
    to=(Audience.SCHOOL,),
    when="a pupil is about to move, and an agency referral names the receiving school",
    contexts=(TransitionHandover,),
    uses=(
        ("Pupils", "Leaving date"),
        ("Agency referrals", "Agency"),
        ("Agency referrals", "Consent ID"),
        ("Agency referrals", "Closed on"),
        ("Agencies", "Kind"),
        ("Agencies", "Consent needed"),
    ),
    on_request=True,
)
def transition_handover(file: PupilFile) -> Iterator[Wanted]:
    """One for each receiving school that an open agency referral names."""
    found = [
        (referral, agency)
        for referral in file.casebook.agency_referrals_of(file.pupil.pupil_id)
        if (agency := file.casebook.agency(referral.agency))
        and agency.kind == "Receiving school"
        and referral.closed_on is None
    ]
    if not found and file.is_asked_for:
        why = (
            "No agency referral names a receiving school. Add the school to Agencies as a Receiving school, "
            "and an agency referral with its consent."
        )
        yield nothing_to_tell(file, why, "no-receiving-school")
    for referral, agency in found:
        yield _wanted(file, referral, agency)


def _wanted(file: PupilFile, referral: AgencyReferral, agency: Agency) -> Wanted:
    case, passport = latest_case(file), agreed_passport(file)
    gate = agency_consent(file.casebook, referral, agency, file.today)
    return Wanted(
        row_key=referral.agency_referral_id,
        to=(_to_school(agency),),
        signs=who_signs(file, referral.written_by or (case.mentor if case else None)),
        context=partial(_context, file, agency, gate),
        drawn_from=tuple(filter(None, (referral, agency, gate.consent, case, passport))),
        refusal=_refusal(file, agency, gate),
    )


def _to_school(agency: Agency) -> Recipient:
    """The school's row of *Agencies*, read as a receiving school (decisions, *Privacy*)."""
    to = to_agency(agency)
    return Recipient(Audience.SCHOOL, to.row, to.greeting, to.address_lines)


def _refusal(file: PupilFile, agency: Agency, gate: Gate) -> Refusal | None:
    if "consent_needed" in agency.unread:
        return Refusal("The consent that this school needs could not be read.", "unread-agency")
    if not gate.is_open:
        return Refusal(gate.why, gate.code)
    if gate.is_overridden:
        why = "Safeguarding grounds do not release it: that goes from safeguarding lead to safeguarding lead."
        return Refusal(why, "handover-overridden")
    if not _is_moving(file):
        why = "Nothing says that this pupil is about to move: fill in Leaving date on the Pupils sheet."
        return Refusal(why, "not-moving")
    return None


_MOVED = frozenset({"Managed move started", "Left the school"})


def _is_moving(file: PupilFile) -> bool:
    """A leaver, a managed move, or the last year of a phase (reference 3.3: 6 in Primary, 11, 13)."""
    pupil, phase = file.pupil, file.casebook.settings.phase
    if pupil.leaving_date is not None:
        return True
    if any(event.pupil_id == pupil.pupil_id and event.event in _MOVED for event in file.casebook.events):
        return True
    year = pupil.year_group or year_group_of(pupil.date_of_birth, file.today)
    last_years = {"Primary": {"6"}, "Secondary": {"11", "13"}}.get(phase or "", {"6", "11", "13"})
    return (year or "").strip() in last_years


# -- what it tells ------------------------------------------------------------------------------------


def _context(file: PupilFile, agency: Agency, gate: Gate, envelope: Envelope) -> TransitionHandover:
    case, passport = latest_case(file), agreed_passport(file)
    targets = file.casebook.targets_of_case(case.case_id) if case else ()
    went_on = tuple(t for t in targets if t.status in ("Open", "Partly met"))
    return TransitionHandover.model_validate(
        {
            **shared_parts(file, envelope),
            "next_school": agency.agency,
            "strengths": _of(passport, "strengths"),
            "likes": _of(passport, "i_like"),
            "what_helps": tuple(filter(None, (_of(passport, "what_helps"), *_helps(went_on)))),
            "how_to_talk": _of(passport, "how_to_talk_with_me"),
            "adjustments": _of(passport, "adjustments"),
            "support": tuple(_support(file)),
            "targets": target_lines(file, went_on),
            "went_well": tuple(_went_well(targets)),
            "dates": tuple(_dates(file)),
            "consent": _consent(gate),
            "safeguarding_lead": file.casebook.settings.designated_safeguarding_lead or "",
        }
    )


def _of(passport: Passport | None, attribute: str) -> str:
    return (getattr(passport, attribute) or "") if passport else ""


def _helps(targets: tuple[Target, ...]) -> Iterator[str]:
    yield from dict.fromkeys(target.help_needed for target in targets if target.help_needed)


def _went_well(targets: tuple[Target, ...]) -> Iterator[str]:
    """Each target that was met, with what went with it."""
    for target in targets:
        if target.status == "Met" and target.target:
            used = ", ".join(filter(None, (target.strategy, target.help_needed)))
            yield f"“{target.target}”" + (f": {used}" if used else "")


def _support(file: PupilFile) -> Iterator[str]:
    sen = sen_in_words(file)
    if sen:
        yield f"{sen}."
    if file.pupil.medical_plan:
        yield "A medical plan is in place: please speak with us before the first day."


_DATES = frozenset(
    {
        "ehcp-annual-review", "idp-review", "csp-review", "statement-review", "phase-transfer",
        "phase-transfer-post-16", "sen-support-review", "medical-plan-review", "passport-review",
    }
)  # fmt: skip
"""Dates about learning and health. No other goes: its very name could tell of social care."""


def _dates(file: PupilFile) -> Iterator[PlanDate]:
    for due in file.dues:
        day = due.legal_last_day or due.act_by
        if due.rule in _DATES and due.state != "held" and day:
            yield PlanDate(what=due.name, by=in_words(day))


def _consent(gate: Gate) -> str:
    if gate.consent is None or gate.consent.given_on is None:
        return "The family knows that we share this with you."
    return f"The family has known and agreed since {in_words(gate.consent.given_on)} that we share this."
