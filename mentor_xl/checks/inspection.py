"""A caseload on one day, as every check looks at it: the records, the calendar, and what is due."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.checks.free_text import (
    Texts,
    Written,
    note_columns,
    texts_by_column,
    typed_columns,
    written_where,
)
from mentor_xl.consent import Gate, agency_consent, mentoring_consent
from mentor_xl.deadlines.rule import Due
from mentor_xl.recipients import Home, NoLetter, homes_of
from mentor_xl.records import Agency, AgencyReferral, Case, Measure, Pupil, Record, Target
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.vocabulary import Nation

_BY_DAY = itemgetter(0, 1)


@dataclass(frozen=True)
class Inspection:
    """What is looked at. What several checks need is worked out once, when it is first asked for."""

    casebook: Casebook
    calendar: SchoolCalendar
    dues: tuple[Due, ...]
    today: dt.date

    @property
    def nation(self) -> Nation:
        """The school's nation; England where Settings does not say."""
        return self.casebook.settings.nation or "England"

    def why_closed(self, day: dt.date) -> str:
        """What kind of day a day is on which school is closed: *bank holiday*, without its name."""
        return (self.calendar.why_closed(day) or "").partition(":")[0]

    def has_column(self, sheet: str, attribute: str) -> bool:
        """Whether the workbook has the column: one that the school does not keep is not asked for."""
        layout = self.casebook.layouts.get(sheet)
        return layout is not None and attribute in layout.columns

    # -- pupils ----------------------------------------------------------------------------------

    def pupil_id_of(self, record: Record) -> str | None:
        """The pupil a row is about; ``None`` where it is about nobody or about more than one."""
        if isinstance(record, Target):
            case = self.casebook.case(record.case_id)
            return case.pupil_id if case else None
        pupil_id: str | None = getattr(record, "pupil_id", None)
        return pupil_id

    def has_left(self, pupil_id: str | None) -> bool:
        """Whether the pupil's last day is over."""
        left = self.left_on(pupil_id)
        return left is not None and left < self.today

    def left_on(self, pupil_id: str | None) -> dt.date | None:
        """A pupil's last day; nothing is concluded from one before the pupil joined: it is wrong."""
        pupil = self.casebook.pupil(pupil_id)
        if pupil is None or pupil.leaving_date is None:
            return None
        joined = pupil.admission_date
        return None if joined is not None and pupil.leaving_date < joined else pupil.leaving_date

    @cached_property
    def first_leaving(self) -> dt.date:
        """The day before which nobody left: what happened by then needs no second look."""
        leaving = (pupil.leaving_date for pupil in self.casebook.pupils if pupil.leaving_date)
        return min(leaving, default=dt.date.max)

    @cached_property
    def on_roll(self) -> tuple[Pupil, ...]:
        """The pupils who have not left, without those whose ID stands on two rows."""
        doubled = self.casebook.duplicated_pupils
        return tuple(
            pupil
            for pupil in self.casebook.pupils
            if pupil.pupil_id not in doubled and not self.has_left(pupil.pupil_id)
        )

    @cached_property
    def active_cases(self) -> tuple[Case, ...]:
        """The active cases of pupils who have not left."""
        return tuple(
            case
            for case in self.casebook.cases
            if case.status == "Active"
            and self.casebook.pupil(case.pupil_id) is not None
            and not self.has_left(case.pupil_id)
        )

    # -- letters and consent -----------------------------------------------------------------------

    @cached_property
    def letters(self) -> Mapping[str, tuple[Home | NoLetter, ...]]:
        """For each pupil on roll, who would get a parents' letter and who would not."""
        return {pupil.pupil_id: homes_of(self.casebook, pupil) for pupil in self.on_roll}

    @cached_property
    def mentoring_gates(self) -> tuple[tuple[Case, Gate], ...]:
        """Every active or paused case, and whether the consent that it names covers it today."""
        return tuple(
            (case, mentoring_consent(self.casebook, case, self.today))
            for case in self.casebook.cases
            if case.status in ("Active", "Paused") and "consent_id" not in case.unread
        )

    @cached_property
    def agency_gates(self) -> tuple[tuple[AgencyReferral, Agency, Gate], ...]:
        """Every agency referral that is not closed, and whether the agency's kind of consent is there."""
        found = []
        for referral in self.casebook.agency_referrals:
            agency = self.casebook.agency(referral.agency)
            if agency is None or referral.closed_on is not None or "consent_id" in referral.unread:
                continue
            found.append((referral, agency, agency_consent(self.casebook, referral, agency, self.today)))
        return tuple(found)

    # -- mentoring -----------------------------------------------------------------------------

    @cached_property
    def last_contact(self) -> Mapping[str, dt.date]:
        """The last day that each pupil was with a mentor: a session they came to, other than a meeting."""
        members = {group.group.casefold(): group.pupils or () for group in self.casebook.groups}
        found: defaultdict[str, dt.date] = defaultdict(lambda: dt.date.min)
        for session in self.casebook.sessions:
            if session.attended != "Attended" or session.kind == "Meeting" or session.date is None:
                continue
            if session.date > self.today:
                continue
            there = (session.pupil_id,) if session.pupil_id else members.get((session.group or "").casefold())
            for pupil_id in there or ():
                found[pupil_id] = max(found[pupil_id], session.date)
        return dict(found)

    @cached_property
    def measure_series(self) -> tuple[tuple[Measure, ...], ...]:
        """Each pupil's scores on one measure by one informant, in the order of their days."""
        found: defaultdict[tuple[str, str, str], list[tuple[dt.date, int, Measure]]] = defaultdict(list)
        for row in self.casebook.measures:
            if row.taken_on and row.measure and row.informant:
                by_day = (row.taken_on, row.row_number, row)
                found[row.pupil_id, row.measure, row.informant].append(by_day)
        return tuple(
            tuple(row for *_, row in sorted(rows, key=_BY_DAY)) for rows in found.values() if len(rows) > 1
        )

    # -- free text -----------------------------------------------------------------------------

    def notes_where(self, holds: Callable[[str], bool]) -> Iterator[Written]:
        """The notes of which something holds."""
        return written_where(self.casebook, self._notes, holds)

    def typed_where(self, holds: Callable[[str], bool]) -> Iterator[Written]:
        """The cells, whatever their column, of whose words something holds."""
        return written_where(self.casebook, self._typed, holds)

    @cached_property
    def _notes(self) -> Texts:
        return texts_by_column(self.casebook, note_columns)

    @cached_property
    def _typed(self) -> Texts:
        return texts_by_column(self.casebook, typed_columns)

    # -- records by where they stand -----------------------------------------------------------

    def record_at(self, sheet: str, row: int | None) -> Record | None:
        """The record of a row; the sheet by its own name or as it is typed in the workbook."""
        name = self._sheet_names.get(sheet, sheet)
        if name not in self._by_row:
            records = (record for record in self.every_record() if record.sheet_name == name)
            self._by_row[name] = {record.row_number: record for record in records}
        return self._by_row[name].get(row or 0)

    @cached_property
    def _sheet_names(self) -> Mapping[str, str]:
        return {layout.sheet: name for name, layout in self.casebook.layouts.items()}

    @cached_property
    def _by_row(self) -> dict[str, dict[int, Record]]:
        """The records of the sheets that were asked for, by their row."""
        return {}

    def every_record(self) -> Iterator[Record]:
        """Every row of every sheet, in the workbook's order."""
        for name in SHEETS:
            if name != "settings":
                yield from getattr(self.casebook, name)
