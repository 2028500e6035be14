"""The caseload on one day: whose dates count, what was held, what is booked, and so what is due."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.dates import short
from mentor_xl.deadlines.bookings import Reviews, reviews_by_pupil
from mentor_xl.deadlines.counting import Reckoning, reckon, reckon_on
from mentor_xl.deadlines.happenings import Happened, events_by_kind
from mentor_xl.deadlines.rule import About, DeadlineRule, Due, State
from mentor_xl.problems import Place
from mentor_xl.records import Pupil, Record, Review, columns_of
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.vocabulary import EventKind, ReviewKind

DUE_SOON_WITHIN = 15
"""School days, where Settings does not say."""
LET_GO_AFTER = dt.timedelta(weeks=6)
"""Where no sheet can say that a thing was done, its day is let go when it has been over for so long."""
_A_YEAR = dt.timedelta(days=366)
_NO_REVIEWS = Reviews()
_NOTHING_HAPPENED = Happened()


class Matter(NamedTuple):
    """What a date is about: the pupil, the row, and the mentor whose list it belongs on."""

    pupil: Pupil
    record: Record
    mentor: str | None

    @property
    def about(self) -> About:
        """The row by its sheet, number and key."""
        key = str(getattr(self.record, self.record.needs[0]))
        return About(self.record.sheet_name, self.record.row_number, key)


@dataclass(frozen=True, slots=True)
class Diary:
    """A casebook read against the school's calendar on one day."""

    casebook: Casebook
    calendar: SchoolCalendar
    today: dt.date
    rules: tuple[DeadlineRule, ...] = ()
    """The school's rules, for a rule that counts from what another one arrives at."""
    _reviews: dict[tuple[str, ReviewKind], Reviews] = field(init=False, repr=False)
    _events: dict[EventKind, dict[str, Happened]] = field(init=False, repr=False)
    _mentors: dict[str, str] = field(init=False, repr=False)
    _here: dict[str, Pupil] = field(init=False, repr=False)
    """Everyone with a date to keep, by the ID as typed on Pupils."""
    _leavers: frozenset[str] = field(init=False, repr=False)
    _reckoned: dict[tuple[str, int, dt.date, str], Reckoning] = field(init=False, repr=False)
    """Dates repeat: hundreds of cases start on the same day."""
    _taken: dict[tuple[str, dt.date, str, dt.date | None], Reckoning] = field(init=False, repr=False)
    _chosen: dict[Callable[[Pupil], bool], tuple[Pupil, ...]] = field(init=False, repr=False)
    """Several rules ask about the same pupils: those with a plan, those in care."""

    def __post_init__(self) -> None:
        """Index what every rule asks for."""
        active = (case for case in reversed(self.casebook.cases) if case.status == "Active" and case.mentor)
        unique = [one for one in self.casebook.pupils if self.casebook.pupil(one.pupil_id) is one]
        here = {one.pupil_id: one for one in unique if not _is_to_come(one, self.today)}
        left = (one.pupil_id for one in unique if one.leaving_date and one.leaving_date < self.today)
        object.__setattr__(self, "_here", here)
        object.__setattr__(self, "_leavers", frozenset(left))
        object.__setattr__(self, "_reviews", reviews_by_pupil(self.casebook, self.today))
        object.__setattr__(self, "_events", events_by_kind(self.casebook, self.today))
        object.__setattr__(self, "_mentors", {case.pupil_id: case.mentor for case in active})
        for name in ("_reckoned", "_taken", "_chosen"):
            object.__setattr__(self, name, {})

    # -- who ---------------------------------------------------------------------------------------

    def pupils(self) -> Iterator[Pupil]:
        """Everyone with a date to keep: an ID that is theirs alone, and admitted by today."""
        return iter(self._here.values())

    def pupils_who(self, are_meant: Callable[[Pupil], bool]) -> tuple[Pupil, ...]:
        """Those of ``pupils`` whom a rule is about; asked once of each pupil."""
        if are_meant not in self._chosen:
            self._chosen[are_meant] = tuple(filter(are_meant, self.pupils()))
        return self._chosen[are_meant]

    def pupil(self, pupil_id: str | None) -> Pupil | None:
        """The pupil; ``None`` for an unknown or duplicated ID and before the admission date."""
        if pupil_id in self._here:
            return self._here[pupil_id]
        pupil = self.casebook.pupil(pupil_id)
        return None if pupil is None or _is_to_come(pupil, self.today) else pupil

    def has_left(self, pupil_id: str) -> bool:
        """Whether the pupil left before today: from then on only what was done is shown."""
        return pupil_id in self._leavers

    def mentor_of(self, pupil: Pupil) -> str | None:
        """The mentor of the pupil's active case."""
        return self._mentors.get(pupil.pupil_id)

    def reviews(self, pupil: Pupil, kind: ReviewKind | None) -> Reviews:
        """The pupil's reviews of one kind."""
        return self._reviews.get((pupil.pupil_id, kind), _NO_REVIEWS) if kind else _NO_REVIEWS

    def happened(self, pupil: Pupil, kind: EventKind) -> Happened:
        """The pupil's events of one kind."""
        of_kind = self._events.get(kind)
        return of_kind.get(pupil.pupil_id, _NOTHING_HAPPENED) if of_kind else _NOTHING_HAPPENED

    def pupils_with(self, *kinds: EventKind) -> Iterator[Pupil]:
        """Everyone with a date to keep and with an event of one of the kinds."""
        ids = dict.fromkeys(pupil_id for kind in kinds for pupil_id in self._events.get(kind, {}))
        return (pupil for pupil_id in ids if (pupil := self.pupil(pupil_id)) is not None)

    def pupil_ids_reviewed(self, kind: ReviewKind) -> Iterator[str]:
        """The IDs of the pupils with a review of a kind on the sheet."""
        return (pupil_id for pupil_id, of_kind in self._reviews if of_kind == kind)

    # -- what is due -----------------------------------------------------------------------------

    def in_force(self, rule: DeadlineRule) -> DeadlineRule:
        """The rule as it stands in this school: its own of that slug, else the shipped one."""
        return next((own for own in self.rules if own.slug == rule.slug), rule)

    def reckon(self, rule: DeadlineRule, anchor: dt.date, what: str = "") -> Reckoning:
        """Count a rule's time from its anchor on this school's calendar."""
        key = (rule.slug, rule.amount, anchor, what)
        if key not in self._reckoned:
            self._reckoned[key] = reckon(self.calendar, rule, anchor, what)
        return self._reckoned[key]

    def reckon_on(
        self, rule: DeadlineRule, day: dt.date, what: str, since: dt.date | None = None
    ) -> Reckoning:
        """Take a date that stands in the workbook, or in the law, as ``what``."""
        key = (rule.slug, day, what, since)
        if key not in self._taken:
            self._taken[key] = reckon_on(self.calendar, rule, day, what, since)
        return self._taken[key]

    def is_let_go(self, reckoning: Reckoning) -> bool:
        """Whether a day that no sheet can mark as done has been over for so long that it is let go.

        One that cannot be counted goes a year after the day it is counted from.
        """
        if reckoning.reached is not None:
            return self.today > reckoning.reached + LET_GO_AFTER
        return reckoning.counted_from is not None and self.today > reckoning.counted_from + _A_YEAR

    def due(
        self,
        rule: DeadlineRule,
        matter: Matter,
        reckoning: Reckoning,
        coming: Review | None = None,
        *,
        anchor_disagrees: bool = False,
    ) -> Due:
        """What is to be done, with its state today; ``coming`` is the row that books it."""
        return self._due(
            rule, matter, reckoning, self._state(rule, reckoning), coming, anchor_disagrees=anchor_disagrees
        )

    def held(
        self,
        rule: DeadlineRule,
        matter: Matter,
        held_on: dt.date | None,
        review: Review | None = None,
        reckoning: Reckoning | None = None,
    ) -> Due:
        """What was done, and by when it had to be where that is known."""
        said = f"Done on {short(held_on)}." if held_on else "Done."
        if held_on is None and review is not None and review.booked_for is not None:
            said = f"Booked for {short(review.booked_for)}."
        reckoning = reckoning or Reckoning(None, None, None, None, "")
        return self._due(rule, matter, reckoning, "held", review, held_on=held_on, said=said)

    def needs_a_date(
        self,
        rule: DeadlineRule,
        matter: Matter,
        wanted: Place,
        coming: Review | None = None,
        reason: str = "is blank or cannot be read",
    ) -> Due:
        """What cannot be counted until the cell ``wanted`` is filled or put right."""
        cell = f"{wanted.heading} ({wanted})" if wanted.row else f"{wanted.heading} on {wanted.sheet}"
        why = f"There is no date to count from: {cell} {reason}."
        return self._due(
            rule, matter, Reckoning(None, None, None, None, why), "needs a date", coming, wanted=wanted
        )

    def _due(
        self,
        rule: DeadlineRule,
        matter: Matter,
        reckoning: Reckoning,
        state: State,
        review: Review | None,
        *,
        held_on: dt.date | None = None,
        wanted: Place | None = None,
        anchor_disagrees: bool = False,
        said: str = "",
    ) -> Due:
        return Due(
            ref=matter.pupil.pupil_id,
            rule=rule.slug,
            reference=rule.reference,
            name=rule.name,
            about=matter.about,
            counted_from=reckoning.counted_from,
            legal_last_day=reckoning.legal_last_day,
            act_by=reckoning.act_by,
            booked_for=review.booked_for if review else None,
            held_on=held_on,
            state=state,
            strength=rule.strength,
            why=f"{said} {reckoning.why}".strip(),
            mentor=matter.mentor,
            form=matter.pupil.form,
            review_row=review.row_number if review else None,
            moved_days=reckoning.moved_days,
            is_on_closed_day=reckoning.is_on_closed_day,
            anchor_disagrees=anchor_disagrees,
            wanted=wanted,
        )

    def _state(self, rule: DeadlineRule, reckoning: Reckoning) -> State:
        if rule.is_not_before and reckoning.act_by is not None:
            return "planned"
        last = reckoning.legal_last_day if rule.strength == "hard" else self._soft_last_day(reckoning)
        if last is not None and self.today > last and not rule.is_not_before:
            return "chase" if rule.is_authority_clock else "overdue"
        if reckoning.act_by is None:
            return "needs calendar"
        if self.today > reckoning.act_by:
            return "chase" if rule.is_authority_clock else "act now"
        days_left = self.calendar.known_school_days_after(self.today, reckoning.act_by)
        return "due soon" if days_left <= self._soon_within(rule) else "planned"

    def _soft_last_day(self, reckoning: Reckoning) -> dt.date | None:
        """A soft date that the calendar never reached has passed all the same when its own day has."""
        if reckoning.act_by is None and reckoning.reached and not self.calendar.covers(reckoning.reached):
            return reckoning.reached
        return reckoning.act_by

    def _soon_within(self, rule: DeadlineRule) -> int:
        if rule.warn_within is not None:
            return rule.warn_within
        setting = self.casebook.settings.due_soon_within
        return DUE_SOON_WITHIN if setting is None else setting

    # -- cells that cannot be read -----------------------------------------------------------------

    def unreadable(self, rule: DeadlineRule, *records: Record | None) -> Place | None:
        """The first cell that a rule counts from and that holds something nobody can read."""
        for record in records:
            if record is None or not record.unread:
                continue
            for attribute in attributes_used(rule, record.sheet_name):
                if attribute in record.unread and not _is_past(record, attribute):
                    return self.casebook.place(record, attribute)
        return None


def _is_to_come(pupil: Pupil, today: dt.date) -> bool:
    return pupil.admission_date is not None and pupil.admission_date > today


def _is_past(record: Record, attribute: str) -> bool:
    """On a review that was held, how it came about no longer matters: only that it was."""
    settled = ("counted_from", "booked_for", "invited_on")
    return isinstance(record, Review) and record.held_on is not None and attribute in settled


@cache
def attributes_used(rule: DeadlineRule, sheet: str) -> tuple[str, ...]:
    """The fields of one sheet's records that a rule counts from."""
    headings = {heading for used_sheet, heading in rule.uses if used_sheet == sheet}
    record = next(record for record in SHEETS.values() if record.sheet_name == sheet)
    return tuple(column.attribute for column in columns_of(record) if column.heading in headings)
