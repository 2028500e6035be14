"""What the adults on an educational visit need to know so that a pupil has a good day.

The workbook keeps no visits: no kind of event is one, and events are told to no teacher (reference 6.2). So
it is made only where somebody asks for it, and the day and the place are written in by hand.
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.documents import Envelope, PupilFile, Wanted, letter
from mentor_xl.letter_parts import LetterContext, latest_case, shared_parts, to_teachers, who_signs
from mentor_xl.letter_parts.passports import agreed_passport
from mentor_xl.letters.who_to_go_to import PersonToGoTo, people_to_go_to
from mentor_xl.records import Case, Passport, Target


class VisitNote(LetterContext):
    """What a note for a visit can print."""

    strengths: str = Field(description="What goes well.", examples=["Notices things that others miss."])
    what_worries: str = Field(description="What may be hard on the day.", examples=["Loud corridors."])
    what_helps: tuple[str, ...] = Field(description="What helps.", examples=["A picture of the day"])
    what_does_not_help: str = Field(description="What to leave out.", examples=["Being asked aloud."])
    how_to_talk: str = Field(description="How to talk with the pupil.", examples=["Side by side."])
    adjustments: str = Field(description="What is done differently.", examples=["Leaves two minutes early."])
    has_card: bool = Field(description="Whether the pupil uses a time-out card.", examples=[True])
    before_you_go: tuple[str, ...] = Field(
        description="What to ask for in school first: that there is something, never what.",
        examples=["A medical plan is in place: ask the school office for it."],
    )
    people: tuple[PersonToGoTo, ...] = Field(
        description="Whom to ask for, through the school office.", examples=["Mrs Kathleen Salt"]
    )


@letter(
    "Support note for an educational visit",
    to=(Audience.TEACHER,),
    when="a person asks for it, for one pupil",
    contexts=(VisitNote,),
    on_request=True,
)
def visit_note(file: PupilFile) -> Iterator[Wanted]:
    """One for the staff who go, for a pupil whom somebody named."""
    if not file.is_asked_for:
        return
    case = latest_case(file)
    passport = agreed_passport(file)
    yield Wanted(
        row_key=f"{file.pupil.pupil_id}|visit",
        to=(to_teachers(file),),
        signs=who_signs(file, case.mentor if case else None),
        context=partial(_context, file, case, passport),
        drawn_from=tuple(filter(None, (case, passport))),
    )


def _context(file: PupilFile, case: Case | None, passport: Passport | None, envelope: Envelope) -> VisitNote:
    targets = file.casebook.targets_of_case(case.case_id) if case else ()
    helps = (passport.what_helps if passport else None, *_what_helped(targets))
    return VisitNote.model_validate(
        {
            **shared_parts(file, envelope),
            "strengths": (passport.strengths or "") if passport else "",
            "what_worries": (passport.what_worries_me or "") if passport else "",
            "what_helps": tuple(dict.fromkeys(filter(None, helps))),
            "what_does_not_help": (passport.what_does_not_help or "") if passport else "",
            "how_to_talk": (passport.how_to_talk_with_me or "") if passport else "",
            "adjustments": (passport.adjustments or "") if passport else "",
            "has_card": _has_card(passport, targets),
            "before_you_go": tuple(_before_you_go(file)),
            "people": people_to_go_to(file, case),
        }
    )


def _what_helped(targets: tuple[Target, ...]) -> Iterator[str]:
    """What the pupil asked for with targets that are still worked on."""
    for target in targets:
        if target.status in ("Open", "Partly met") and target.help_needed:
            yield target.help_needed


def _has_card(passport: Passport | None, targets: tuple[Target, ...]) -> bool:
    words = " ".join(filter(None, (passport.adjustments, passport.what_helps))) if passport else ""
    is_in_use = any(t.strategy == "Time-out card" and t.status in ("Open", "Partly met") for t in targets)
    return is_in_use or "time-out card" in words.casefold().replace("time out", "time-out")


def _before_you_go(file: PupilFile) -> Iterator[str]:
    """Teachers are told that there is a need, and who can say more: never which (reference 6.2)."""
    pupil = file.pupil
    if pupil.medical_plan or "medical_plan" in pupil.unread:
        yield "Ask the school office for the medical plan, and for anything that has to travel with it."
    if pupil.sen_status in ("K", "E") or "sen_status" in pupil.unread:
        senco = file.casebook.settings.senco or "the SENCO"
        yield f"Ask {senco} what to plan for: there is extra help in school."
    if pupil.part_time_timetable:
        yield "Ask the school office at which times this pupil is in school."
