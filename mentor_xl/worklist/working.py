"""How did a date come about, day by day: what was counted, what was left out and why, and the last move?"""

import datetime as dt
import re
from collections.abc import Iterator

from mentor_xl.dates import short
from mentor_xl.deadlines import Due
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.vocabulary import Unit
from mentor_xl.worklist.counted import COUNTED, Amount, Step, why_closed

_DAY = dt.timedelta(days=1)
_SAID = re.compile(
    r"\b(\d+) ((?:school |working )?days?|(?:school )?weeks?|months?|(?:half )?terms?) (after|before|from) "
)
_SAID_OF_A_SCHOOL_DAY = re.compile(r"\bSchool day (\d+), the first on or after .* being day 1\b")


def working(calendar: SchoolCalendar, due: Due) -> tuple[Step, ...]:
    """The steps from the day counted from to the day to act by; none where no date could be counted."""
    if due.counted_from is None or due.state == "needs a date":
        return ()
    numbered = _SAID_OF_A_SCHOOL_DAY.search(due.why)
    if numbered is not None:
        return _numbered_school_days(calendar, due, due.counted_from, int(numbered[1]))
    amount = _amount(due)
    if amount is None:
        return _nothing_counted(calendar, due, due.counted_from)
    begin = Step(None, due.counted_from, due.counted_from, "counted from here: day 0")
    counted = tuple(COUNTED[amount.unit](calendar, due.counted_from, amount))
    reached = counted[-1].last if counted and counted[-1].number == amount.n else None
    if reached is not None and amount.less_a_day:
        counted = (*counted, *_less_a_day(due, reached))
        reached = counted[-1].last
    return (begin, *counted, *_last_move(calendar, due, reached))


def _numbered_school_days(calendar: SchoolCalendar, due: Due, first: dt.date, n: int) -> tuple[Step, ...]:
    """*From the sixth school day*: the first day is counted too, if it is a school day."""
    amount = Amount(n, "school days", is_before=False, less_a_day=False)
    counted = tuple(COUNTED[amount.unit](calendar, first - _DAY, amount))
    reached = counted[-1].last if counted[-1].number == n else None
    begin = Step(None, first, first, "counted from here: a school day on it is day 1")
    return (begin, *counted, *_last_move(calendar, due, reached))


def _nothing_counted(calendar: SchoolCalendar, due: Due, since: dt.date) -> tuple[Step, ...]:
    """For a day that stands in the workbook or in the law."""
    is_that_day = since == due.legal_last_day or calendar.nearest_school_day(since) == due.act_by
    if due.legal_last_day not in (None, since) or not is_that_day:
        begin = Step(None, since, since, "it begins here; its day is given, not counted")
        return (begin, *_last_move(calendar, due, None))
    stands = Step(None, since, since, "stands in the workbook: nothing is counted")
    return (stands, *_last_move(calendar, due, since))


def _amount(due: Due) -> Amount | None:
    """What was counted. The sentence says it as it was: a school's own amount, an agency's own time."""
    said = _SAID.search(due.why)
    if said is None:
        return None
    n, unit, word = int(said[1]), said[2].removesuffix("s") + "s", said[3]
    units: dict[str, Unit] = {
        "days": "calendar days", "weeks": "weeks", "months": "months", "school days": "school days",
        "working days": "working days", "school weeks": "school weeks", "half terms": "half terms",
        "terms": "terms",
    }  # fmt: skip
    less_a_day = unit == "months" and word == "from"
    return Amount(n, units[unit], word == "before", less_a_day)


def _less_a_day(due: Due, day: dt.date) -> Iterator[Step]:
    """“Within n months beginning with” ends the day before, unless the month was too short."""
    if due.counted_from is not None and day.day == due.counted_from.day:
        yield Step(None, day - _DAY, day - _DAY, "the months end the day before")


# -- from the day counted to the day to act by --------------------------------------------------------


def _last_move(calendar: SchoolCalendar, due: Due, reached: dt.date | None) -> Iterator[Step]:
    if due.legal_last_day is not None:
        yield Step(None, due.legal_last_day, due.legal_last_day, "the last legal day")
        reached = due.legal_last_day
    act_by = due.act_by
    if act_by is None:
        return
    is_early = due.strength == "soft" and reached is not None and act_by < reached
    if is_early and reached is not None and calendar.nearest_school_day(reached) != act_by:
        yield Step(None, act_by, act_by, "brought forward to this day: see the sentence")
        return
    if reached is None or reached == act_by:
        yield Step(None, act_by, act_by, _at_the_end(calendar, due, act_by))
        return
    earlier, later = sorted((reached, act_by))
    between = [earlier + n * _DAY for n in range((later - earlier).days + 1)]
    closed = [day for day in between if day != act_by and not calendar.is_school_day(day)]
    if closed:
        reasons = dict.fromkeys(why_closed(calendar, day) for day in closed)
        yield Step(None, closed[0], closed[-1], f"school is closed: {', '.join(reasons)}")
    yield Step(None, act_by, act_by, _moved(calendar, due, reached, act_by))


def _at_the_end(calendar: SchoolCalendar, due: Due, day: dt.date) -> str:
    if _is_not_before(due):
        return "a school day: from then on"
    return "a school day: act by then" if calendar.is_school_day(day) else "act by then: it stands"


def _moved(calendar: SchoolCalendar, due: Due, reached: dt.date, act_by: dt.date) -> str:
    if due.strength == "hard":
        return "act by then: the last school day before"
    if _is_not_before(due):
        return "from then on: the first school day after"
    if calendar.nearest_school_day(reached) != act_by:
        return "act by then: the first school day after" if act_by > reached else "act by then"
    other = calendar.first_school_day_from(reached)
    if other == act_by:
        other = calendar.last_school_day_by(reached)
    far = f"; {short(other)} is {_days(abs((other - reached).days))} away" if other else ""
    return f"act by then: the nearest school day, {_days(abs((act_by - reached).days))} away{far}"


def _is_not_before(due: Due) -> bool:
    return due.why.startswith("Not before then")


def _days(n: int) -> str:
    return f"{n} day{'' if n == 1 else 's'}"
