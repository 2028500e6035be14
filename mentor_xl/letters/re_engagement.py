"""A warm word when a pupil has not been seen for a while: to the family, and a note that asks for nothing."""

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.checks.caseload import LONGEST_WITHOUT_CONTACT
from mentor_xl.consent import OPEN_STATUSES
from mentor_xl.documents import Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    has_own_letters,
    latest_case,
    reply_day,
    shared_parts,
    to_family,
    to_pupil,
    who_signs,
)
from mentor_xl.letters.who_to_go_to import mentor_name, nothing_to_tell
from mentor_xl.records import Case, Session

IN_A_ROW = 2
"""Sessions that a pupil did not come to, one after the other."""


class ReEngagement(LetterContext):
    """What the word can print. How many sessions were missed, and when, is not among it."""

    mentor: str = Field(
        description="The mentor's name; empty where none is known.", examples=["Mrs Kathleen Salt"]
    )
    school_cancelled: bool = Field(
        description="Whether school itself called off a session since the last one.", examples=[False]
    )


@letter(
    "We would like to see you again",
    to=(Audience.PARENT, Audience.PUPIL),
    when=f"an active case has no session attended for {LONGEST_WITHOUT_CONTACT} school days, or "
    "two in a row were not attended",
    contexts=(ReEngagement,),
    on_request=True,
)
def re_engagement(file: PupilFile) -> Iterator[Wanted]:
    """One for each home and a note for the pupil, for a case that goes on."""
    case = latest_case(file)
    if case is None or case.status not in OPEN_STATUSES:
        if file.is_asked_for:
            yield nothing_to_tell(file, "There is no open case to come back to.", "no-open-case")
        return
    has_drifted = True if file.is_asked_for else _has_drifted(file, case)
    if has_drifted is not False:
        family = () if has_own_letters(file) else to_family(file)
        yield Wanted(
            row_key=case.case_id,
            to=(*family, to_pupil(file)),
            signs=who_signs(file, case.mentor),
            context=lambda envelope: _context(file, envelope, case),
            drawn_from=(case,),
            refusal=_NEEDS_CALENDAR if has_drifted is None else None,
        )


_NEEDS_CALENDAR = Refusal(
    "The Calendar sheet does not say how many school days ago the last session was.", "needs-calendar"
)


def _has_drifted(file: PupilFile, case: Case) -> bool | None:
    """Whether an active case has lost touch (decisions, *Dates: rules*, no contact); ``None``: unknown."""
    if case.status != "Active":
        return False
    sessions = _sessions(file, case)
    offered = [session for session in sessions if session.attended in ("Attended", "Absent", "Declined")]
    last = offered[-IN_A_ROW:]
    if len(last) == IN_A_ROW and all(session.attended != "Attended" for session in last):
        return True
    since = max((s.date for s in offered if s.attended == "Attended" and s.date), default=case.started_on)
    if since is None:
        return False
    # As the check counts: today may still bring a session.
    days = file.calendar.known_school_days_after(since, file.today - dt.timedelta(days=1))
    if days >= LONGEST_WITHOUT_CONTACT:
        return True
    return False if file.calendar.covers(since) and file.calendar.covers(file.today) else None


def _sessions(file: PupilFile, case: Case) -> tuple[Session, ...]:
    """What was planned with the pupil in this case up to today, meetings left out, the earliest first."""
    own_groups = {
        group.group.casefold() for group in file.casebook.groups if case.pupil_id in (group.pupils or ())
    }
    found = [
        session
        for session in file.casebook.sessions
        if session.date
        and session.date <= file.today
        and session.kind != "Meeting"
        and (case.started_on is None or session.date >= case.started_on)
        and _is_with(session, case.pupil_id, own_groups)
    ]
    return tuple(sorted(found, key=lambda session: (session.date or file.today, session.row_number)))


def _is_with(session: Session, pupil_id: str, own_groups: set[str]) -> bool:
    """Whether a session was the pupil's own, or one of a group the pupil is in."""
    if session.pupil_id:
        return session.pupil_id == pupil_id
    return (session.group or "").casefold() in own_groups


def _context(file: PupilFile, envelope: Envelope, case: Case) -> ReEngagement:
    is_for_home = envelope.to.audience is Audience.PARENT
    return ReEngagement.model_validate(
        {
            **shared_parts(file, envelope, reply_by=reply_day(file) if is_for_home else None),
            "mentor": mentor_name(file, case),
            "school_cancelled": _school_cancelled(_sessions(file, case)),
        }
    )


def _school_cancelled(sessions: tuple[Session, ...]) -> bool:
    """Whether school called off a session after the last one that was attended."""
    for session in reversed(sessions):
        if session.attended == "Attended":
            return False
        if session.attended == "Cancelled by school":
            return True
    return False
