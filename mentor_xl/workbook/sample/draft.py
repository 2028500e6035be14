"""A casebook while it is being made up: its rows by sheet, one chance and one day for everything."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.records import Contact, Pupil, Record, Settings
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.workbook.sample.names import Person
from mentor_xl.workbook.sample.roles import Role

_FIELD_OF = {record: name for name, record in SHEETS.items()}


_LONG_ENOUGH = 50
"""School days in which the new pupils' stories have room."""


@dataclass(slots=True)
class Draft:
    """What has been made up so far."""

    today: dt.date
    chance: Random
    calendar: SchoolCalendar
    settings: Settings
    rows: defaultdict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    numbers: Counter[str] = field(default_factory=Counter)
    names: set[tuple[str, str]] = field(default_factory=set)
    """Forenames and surname of every pupil."""

    @property
    def school_year(self) -> int:
        """The year in which the school year of today began."""
        return self.today.year - (self.today.month < 9)

    @property
    def youngest_year(self) -> int:
        """7; in autumn 8, because nobody can have been mentored here before they came."""
        here = self.calendar.count_school_days(dt.date(self.school_year, 9, 4), self.today) or 0
        return 7 if here >= _LONG_ENOUGH else 8

    def add(self, *records: Record) -> None:
        """Put records on their sheets, below those that are there."""
        for record in records:
            self.rows[_FIELD_OF[type(record)]].append(record)

    def next_id(self, letter: str) -> str:
        """The next ID of a sheet: C1, C2, …"""
        self.numbers[letter] += 1
        return f"{letter}{self.numbers[letter]}"

    def school_day(self, offset: int, day: dt.date | None = None) -> dt.date:
        """The school day so many school days from ``day``, today if none is given."""
        from_day = day or self.today
        found = self.calendar.add_school_days(from_day, offset) if offset else None
        return found or self.on_school_day(from_day)

    def on_school_day(self, day: dt.date) -> dt.date:
        """The last school day up to a day, or that day where the calendar does not reach."""
        return self.calendar.last_school_day_by(day) or day

    def one_of(self, things: Sequence[str]) -> str:
        """One of several, by chance."""
        return self.chance.choice(things)

    def casebook(self) -> Casebook:
        """Everything made up, as a casebook; the rows are numbered as they will stand below the headings."""
        found = {
            name: tuple(
                record.model_copy(update={"row_number": number}) for number, record in enumerate(rows, 2)
            )
            for name, rows in self.rows.items()
        }
        return Casebook(settings=self.settings, **found)  # type: ignore[arg-type]  # one tuple for each sheet


@dataclass(slots=True)
class Story:
    """One made-up pupil: who, in which part, and what later modules have to know."""

    role: Role
    person: Person
    pupil: Pupil
    number: int
    """Counts the pupils from 0."""
    contacts: tuple[Contact, ...] = ()
    case_id: str = ""
    mentor: str = ""
    started_on: dt.date = dt.date.min
    """Filled for those who have a case."""
    closed_on: dt.date | None = None
    consent_id: str = ""

    @property
    def pupil_id(self) -> str:
        """The pupil's ID."""
        return self.pupil.pupil_id

    @property
    def signs(self) -> str:
        """The full name of the first contact with parental responsibility: who agrees for the pupil."""
        contact = next(one for one in self.contacts if one.parental_responsibility == "Yes")
        return f"{contact.forename} {contact.surname}"
