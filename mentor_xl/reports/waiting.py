"""Who waits for mentoring, and for how long?"""

import datetime as dt
from collections.abc import Sequence

from pydantic import Field

from mentor_xl.dates import in_words
from mentor_xl.documents import CaseloadFile, Context
from mentor_xl.records import Referral
from mentor_xl.reports.dates_of_all import name_for_leader
from mentor_xl.wording import count_of

_PRIORITIES = ("High", "Medium", "Low")


class WaitingLine(Context):
    """A pupil who waits."""

    pupil: str = Field(description="The pupil.", examples=["Mia Nguyễn, 7C"])
    since: str = Field(description="The day the referral came.", examples=["9 November 2026"])
    waited: str = Field(description="How long ago that is.", examples=["2 weeks"])
    days: int = Field(description="The same in days; −1 where it is not known.", examples=[14])
    priority: str = Field(description="High, Medium or Low.", examples=["High"])
    stands_at: str = Field(description="What they wait for.", examples=["a decision"])


def waiting_lines(file: CaseloadFile) -> tuple[WaitingLine, ...]:
    """Who waits for a decision, or for a first session after it: by priority, the longest wait first."""
    waiting = [one for one in file.casebook.referrals if _stands_at(file, one)]
    ordered = sorted(waiting, key=lambda one: (_rank(one), one.received_on or dt.date.max, one.row_number))
    return tuple(_line(file, one) for one in ordered)


def _stands_at(file: CaseloadFile, referral: Referral) -> str:
    """What a referral waits for; empty where it waits for nothing."""
    pupil = file.casebook.pupil(referral.pupil_id)
    if pupil is None or (pupil.leaving_date and pupil.leaving_date < file.today):
        return ""
    cases = [
        case for case in file.casebook.cases_of(referral.pupil_id) if case.referral_id == referral.referral_id
    ]
    if any(case.status != "Waiting" for case in cases):
        return ""
    if referral.decision == "Waiting" or referral.decision is None:
        return "a decision"
    return "a start" if referral.decision == "Accepted" and _has_no_case_since(file, referral) else ""


def _has_no_case_since(file: CaseloadFile, referral: Referral) -> bool:
    """A case that names no referral may be this one's: then nobody waits."""
    others = file.casebook.cases_of(referral.pupil_id)
    return not any(case.referral_id is None and case.status in ("Active", "Paused") for case in others)


def _rank(referral: Referral) -> int:
    known = referral.priority in _PRIORITIES
    return _PRIORITIES.index(referral.priority or "") if known else len(_PRIORITIES)


def _line(file: CaseloadFile, referral: Referral) -> WaitingLine:
    pupil = file.casebook.pupil(referral.pupil_id)
    received = referral.received_on
    days = (file.today - received).days if received and received <= file.today else -1
    return WaitingLine(
        pupil=name_for_leader(file, pupil) if pupil else "",
        since=in_words(received) if received else "not yet recorded",
        waited=_ago(days),
        days=days,
        priority=referral.priority or "–",
        stands_at=_stands_at(file, referral),
    )


def _ago(days: int) -> str:
    if days < 0:
        return "–"
    return count_of(days // 7, "week") if days >= 14 else f"{days} day{'' if days == 1 else 's'}"


def longest_wait(lines: Sequence[WaitingLine]) -> str:
    """A sentence on how long people wait; empty where nobody does."""
    known = [line.days for line in lines if line.days >= 0]
    if not known:
        return ""
    wait = _ago(max(known))
    return f"The longest wait for mentoring is {wait}."
