"""The end of mentoring: what was reached, what helped, whom to go to now, and that the door stays open.

Where the consent does not cover it, nothing is told of the work: only that it has ended.
"""

from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.consent import mentoring_consent
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    has_own_letters,
    latest_case,
    next_review,
    reads_low_demand,
    shared_parts,
    to_family,
    to_pupil,
    to_teachers,
    who_signs,
)
from mentor_xl.letters.approaches import approach_in_words
from mentor_xl.letters.who_to_go_to import (
    PersonToGoTo,
    mentor_name,
    nothing_to_tell,
    people_to_go_to,
    staff_copy,
)
from mentor_xl.name_at_home import called
from mentor_xl.progress import count_sessions, is_met, sessions_of_case
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import Case, Target
from mentor_xl.refusals import taken_back_later
from mentor_xl.wording import count_of

RECENT = 30
"""School days after closing in which the letter is made unless a pupil is named."""


class Goodbye(Context):
    """What may be told of a period of mentoring."""

    reason: str = Field(
        description="Why it ends, in a sentence.",
        examples=["Tolu has reached the targets that we chose together."],
    )
    has_ended: bool = Field(description="Whether it has ended already.", examples=[True])
    ends_on: str = Field(
        description="The day it is planned to end; empty where it has ended, or no day is known.",
        examples=["18 December 2026"],
    )
    together: str = Field(
        description="How often they met, in a sentence; empty where nothing is to be told.",
        examples=["Tolu has met with Mrs Kathleen Salt 12 times since 14 September 2026."],
    )
    reached: tuple[str, ...] = Field(
        description="The targets that were met, in the pupil's words.",
        examples=[("I will sit with someone at lunch on three days",)],
    )
    what_helped: tuple[str, ...] = Field(
        description="What helped on the way.", examples=[("A small circle of classmates who help",)]
    )
    follow_up: str = Field(
        description="The day to look back together; empty where none is booked.",
        examples=["Thursday 17 December 2026"],
    )
    offers_follow_up: bool = Field(
        description="Whether school looks back with the pupil: not where they move to another.",
        examples=[True],
    )


class ExitLetter(LetterContext):
    """What the letter at the end can print."""

    tells_of_the_work: bool = Field(
        description="Whether the consent covers what is told of the mentoring; if not, goodbye is blank.",
        examples=[True],
    )
    goodbye: Goodbye = Field(description="What may be told of the mentoring.")
    mentor: str = Field(
        description="The mentor's name; empty where none is known.", examples=["Mrs Kathleen Salt"]
    )
    people: tuple[PersonToGoTo, ...] = Field(description="Who the pupil can go to now.")
    low_demand: bool = Field(
        description="Whether the pupil's profile asks for invitational wording.", examples=[False]
    )


@letter(
    "The end of mentoring",
    to=(Audience.PARENT, Audience.PUPIL, Audience.TEACHER),
    when=f"a case was closed in the last {RECENT} school days; for a named pupil, any case",
    contexts=(ExitLetter,),
    uses=(("Cases", "Status"), ("Cases", "Closing reason")),
    needs_consent=False,
    on_request=True,
)
def exit_(file: PupilFile) -> Iterator[Wanted]:
    """One for each home, one for the pupil and one for the staff, for the case that ends."""
    case = latest_case(file)
    if case is None:
        if file.is_asked_for:
            yield nothing_to_tell(file, "There is no case, so nothing comes to an end.", "no-case")
        return
    is_time = True if file.is_asked_for else _was_closed_lately(file, case)
    if is_time is not False:
        family = () if has_own_letters(file) else to_family(file)
        wanted = Wanted(
            row_key=case.case_id,
            to=(*family, to_pupil(file)),
            signs=who_signs(file, case.mentor),
            context=lambda envelope: _context(file, envelope, case),
            drawn_from=(case,),
            refusal=_NEEDS_CALENDAR if is_time is None else None,
        )
        yield wanted
        yield staff_copy(wanted, _to_staff(file, case))


_NEEDS_CALENDAR = Refusal(
    "The Calendar sheet does not say how long ago the case was closed.", "needs-calendar"
)


def _was_closed_lately(file: PupilFile, case: Case) -> bool | None:
    """Whether it was closed in the last 30 school days; ``None``: the calendar cannot say."""
    closed_on = case.closed_on
    if case.status != "Closed" or closed_on is None or closed_on > file.today:
        return False
    if file.calendar.known_school_days_after(closed_on, file.today) >= RECENT:
        return False
    return True if file.calendar.covers(closed_on) and file.calendar.covers(file.today) else None


def _to_staff(file: PupilFile, case: Case) -> Recipient | NoLetter:
    """Colleagues are told by letter only where the consent covers it."""
    staff = to_teachers(file)
    if tells_of_the_work(file, case):
        return staff
    why = "Without consent to mentoring, staff are told by the mentor, and not in writing, that it has ended."
    return NoLetter(staff.row, why, "no-consent-to-tell-staff")


def tells_of_the_work(file: PupilFile, case: Case) -> bool:
    """Whether a letter may tell what was done: consent held to the end, and nobody has taken it back.

    A consent whose review day passed after the case was closed has served.
    """
    if case.closing_reason == "Consent withdrawn" or "closing_reason" in case.unread:
        return False
    is_closed = case.status == "Closed" and case.closed_on is not None and case.closed_on <= file.today
    last_day = case.closed_on if is_closed and case.closed_on else file.today
    gate = mentoring_consent(file.casebook, case, last_day)
    if not gate.is_open or gate.consent is None:
        return False
    withdrawn = gate.consent.withdrawn_on
    is_taken_back = taken_back_later(file.casebook, gate.consent, file.today) is not None
    return not is_taken_back and (withdrawn is None or withdrawn > file.today)


# -- what it tells ---------------------------------------------------------------------------------


def _context(file: PupilFile, envelope: Envelope, case: Case) -> ExitLetter:
    tells, name = tells_of_the_work(file, case), called(file.pupil, envelope.to.audience)
    return ExitLetter.model_validate(
        {
            **shared_parts(file, envelope),
            "tells_of_the_work": tells,
            "goodbye": _goodbye(file, case, name) if tells else _NOTHING_OF_THE_WORK,
            "mentor": mentor_name(file, case) if tells else "",
            "people": people_to_go_to(file, case),
            "low_demand": reads_low_demand(file),
        }
    )


_NOTHING_OF_THE_WORK = Goodbye(
    reason="", has_ended=True, ends_on="", together="", reached=(), what_helped=(), follow_up="",
    offers_follow_up=False,
)  # fmt: skip


def _goodbye(file: PupilFile, case: Case, name: str) -> Goodbye:
    targets = file.casebook.targets_of_case(case.case_id)
    ends_on = case.planned_end if case.status != "Closed" and file.is_sound(case, "planned_end") else None
    return Goodbye(
        reason=_reason(name, case),
        has_ended=case.status == "Closed",
        ends_on=in_words(ends_on) if ends_on and ends_on >= file.today else "",
        together="" if case.closing_reason == "Disengaged" else _together(file, case, name),
        reached=tuple((t.target or "").rstrip(".") for t in targets if is_met(t) and t.target),
        what_helped=_what_helped(targets),
        follow_up=next_review(file, "Follow-up after closing"),
        offers_follow_up=case.closing_reason != "Moved school",
    )


_REASONS = {
    "Targets met": "{name} has reached the targets that we chose together.",
    "Planned end": "We have had the time together that we planned.",
    "Stepped up": "{name} is to have another kind of support, with more time than mentoring can give.",
    "Moved school": "{name} is moving to another school, and we wish {name} a good start there.",
    "Disengaged": "Mentoring was not the right thing at this time. That happens, and nobody is to blame.",
}
"""What is told of each reason; of any other, and of none, the letter only says that mentoring ends."""


def _reason(name: str, case: Case) -> str:
    return _REASONS.get(case.closing_reason or "", "").format(name=name)


def _together(file: PupilFile, case: Case, name: str) -> str:
    """How often they met, where they did."""
    mentor = mentor_name(file, case) or "a mentor"
    count = count_sessions(sessions_of_case(file.casebook, case), file.today)
    if not count.attended:
        return ""
    times = "once" if count.attended == 1 else count_of(count.attended, "time")
    since = f" since {in_words(case.started_on)}" if case.started_on and count.attended > 1 else ""
    return f"{name} has met with {mentor} {times}{since}."


def _what_helped(targets: tuple[Target, ...]) -> tuple[str, ...]:
    """The approaches and the help that went with what was reached."""
    met = [target for target in targets if is_met(target)]
    helped = (words for t in met for words in (approach_in_words(t.strategy), t.help_needed or ""))
    return tuple(dict.fromkeys(_as_a_line(words) for words in helped if words))


def _as_a_line(words: str) -> str:
    words = words.strip().rstrip(".")
    return words[:1].upper() + words[1:]
