"""A short warm letter home about something that went well: a reward, a target reached, days in school.

It tells nothing of needs or of why there is a mentor: not even a target's words, which often name the need.
"""

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import with_weekday
from mentor_xl.documents import Context, Envelope, PupilFile, Wanted, letter
from mentor_xl.letter_parts import LetterContext, latest_case, shared_parts, to_family, who_signs
from mentor_xl.letters.who_to_go_to import nothing_to_tell
from mentor_xl.progress import is_met
from mentor_xl.records import Case, Record, Referral, RewardGiven, Target

LATELY = dt.timedelta(days=14)
"""How long news is news: two weeks, holidays not counted out."""
HIGH_ATTENDANCE = 97.0
"""From this on it is told, in per cent: a level of our own choosing, to be checked locally."""
MOST = 3
"""Things that one letter tells."""


class News(Context):
    """One thing that went well."""

    what: str = Field(
        description="What went well, as the certificate says it.",
        examples=["Helping a new pupil to find the way"],
    )
    reward: str = Field(
        description="What was given for it; empty where that is not known.", examples=["a certificate"]
    )
    day: str = Field(
        description="The day; empty where none is known.", examples=["Thursday 19 November 2026"]
    )


class GoodNews(LetterContext):
    """What the letter can print."""

    rewards: tuple[News, ...] = Field(description="What was praised, the latest first.")
    reached: str = Field(
        description="That a target was reached, without its words; empty where none was.",
        examples=["A target chosen and reached (Thursday 19 November 2026)"],
    )
    attendance: str = Field(
        description="The attendance, where it is high; else empty.", examples=["98.6%"]
    )
    strengths: str = Field(
        description="What staff see in the pupil; empty where nothing is recorded.",
        examples=["Kind to younger pupils, good at maths"],
    )


@letter(
    "Good news",
    to=(Audience.PARENT,),
    when="a reward was given or a target was met in the last two weeks; for a named pupil, also "
    "what lies further back, and high attendance",
    contexts=(GoodNews,),
    uses=(("Rewards", "For"),),
    on_request=True,
)
def good_news(file: PupilFile) -> Iterator[Wanted]:
    """One for each home, with all that is new."""
    case = latest_case(file)
    rewards, reached = _rewards(file), _reached(file, case)
    if not (rewards or reached or (file.is_asked_for and _attendance(file))):
        if file.is_asked_for:
            yield nothing_to_tell(file, _NOTHING, "no-good-news")
        return
    yield Wanted(
        row_key=_row_key(file, rewards, reached),
        to=to_family(file),
        signs=who_signs(file, case.mentor if case else None),
        context=lambda envelope: _context(file, envelope, rewards, reached),
        drawn_from=tuple(filter(None, (case, *rewards))),
    )


_NOTHING = "There is no reward, no target that was met and no high attendance to tell of."


def _row_key(file: PupilFile, rewards: tuple[RewardGiven, ...], reached: tuple[Target, ...]) -> str:
    """Other news is another letter."""
    told = [f"{reward.date}|{reward.for_}" for reward in rewards] + [target.target_id for target in reached]
    return "|".join((file.pupil.pupil_id, *told))


def _rewards(file: PupilFile) -> tuple[RewardGiven, ...]:
    """The rewards that are news, the latest first; the last one, where a person asks for it."""
    own = [
        reward
        for reward in file.casebook.rewards
        if reward.pupil_id == file.pupil.pupil_id
        and (reward.for_ or "for_" in reward.unread)
        and _is_past(file, reward, "date")
    ]
    latest = sorted(own, key=lambda reward: (reward.date or dt.date.min, reward.row_number), reverse=True)
    new = [reward for reward in latest if _is_new(file, reward.date)]
    return tuple(new[:MOST] or (latest[:1] if file.is_asked_for else ()))


def _reached(file: PupilFile, case: Case | None) -> tuple[Target, ...]:
    """The targets that were met lately; where a person asks, the last that was met."""
    targets = file.casebook.targets_of_case(case.case_id) if case else ()
    met = [t for t in targets if is_met(t) and t.target and _is_past(file, t, "scored_on")]
    latest = sorted(met, key=lambda t: (t.scored_on or dt.date.min, t.row_number), reverse=True)
    new = [target for target in latest if _is_new(file, target.scored_on)]
    return tuple(new[:MOST] or (latest[:1] if file.is_asked_for else ()))


def _is_past(file: PupilFile, record: Record, attribute: str) -> bool:
    """Whether a thing has happened: a day to come is a slip, a day that is not known is none."""
    day: dt.date | None = getattr(record, attribute)
    return file.is_sound(record, attribute) and (day is None or day <= file.today)


def _is_new(file: PupilFile, day: dt.date | None) -> bool:
    return day is not None and day + LATELY >= file.today


# -- what it tells ---------------------------------------------------------------------------------


def _context(
    file: PupilFile, envelope: Envelope, rewards: tuple[RewardGiven, ...], reached: tuple[Target, ...]
) -> GoodNews:
    return GoodNews.model_validate(
        {
            **shared_parts(file, envelope),
            "rewards": tuple(
                _news(reward.for_, reward.date, _GIVEN.get(reward.reward or "", "")) for reward in rewards
            ),
            "reached": _reached_in_words(reached),
            "attendance": _attendance(file),
            "strengths": _strengths(file),
        }
    )


_GIVEN = {"Praise": "praise", "Sticker": "a sticker", "Certificate": "a certificate", "Prize": "a prize"}


def _reached_in_words(reached: tuple[Target, ...]) -> str:
    if not reached:
        return ""
    count = "A target" if len(reached) == 1 else f"{len(reached)} targets"
    last = max((target.scored_on for target in reached if target.scored_on), default=None)
    on_day = f"{'' if len(reached) == 1 else 'the last on '}{with_weekday(last)}" if last else ""
    return f"{count} chosen and reached" + (f" ({on_day})" if on_day else "")


def _news(what: str | None, day: dt.date | None, reward: str) -> News:
    return News(
        what=(what or "").strip().rstrip("."), reward=reward, day=with_weekday(day) if day else ""
    )


def _attendance(file: PupilFile) -> str:
    percent = file.pupil.attendance_percent
    is_high = percent is not None and percent >= HIGH_ATTENDANCE
    return f"{percent:g}%" if is_high and file.is_sound(file.pupil, "attendance_percent") else ""


def _strengths(file: PupilFile) -> str:
    """What the latest referral says goes well."""
    told = [r for r in file.casebook.referrals_of(file.pupil.pupil_id) if r.strengths and r.received_on]
    latest = max(told, key=_received, default=None)
    return ((latest.strengths if latest else None) or "").strip().rstrip(".")


def _received(referral: Referral) -> tuple[dt.date, int]:
    return (referral.received_on or dt.date.min, referral.row_number)
