"""One pupil on one day, as one audience may see them.

A template reads ``pupil.known_as`` or ``pupil.own["House colour"]``. A field whose privacy group is not
released to the audience in full cannot be reached: asking for it raises ``NotReleased``.
"""

import datetime as dt
import hashlib
from collections.abc import Mapping
from typing import Any

from mentor_xl.audience import Audience, Group, Release, release
from mentor_xl.dates import in_words
from mentor_xl.errors import MentorError
from mentor_xl.name_at_home import called, called_in_full, is_legal_at_home
from mentor_xl.persons import without_surname
from mentor_xl.records import Column, Pupil, columns_of
from mentor_xl.school_calendar.year_groups import school_year, year_number
from mentor_xl.vocabulary import Nation

_COLUMNS: Mapping[str, Column] = {column.attribute: column for column in columns_of(Pupil)}


class NotReleased(MentorError):
    """A template asked for a field that its audience may not be told."""

    def __init__(self, field: str, audience: Audience) -> None:
        super().__init__(f"The field pupil.{field} may not be told to this audience: {audience.value}.")
        self.field = field
        self.audience = audience


_ENGLAND_AND_WALES = frozenset({"England", "Wales"})
"""Where the year group follows from the date of birth, and compulsory school age ends in June."""


class OwnColumns:
    """The school's own columns, one at a time by heading.

    Nobody but the school knows what stands in them, so nothing goes through them or prints them all.
    """

    __slots__ = ("_columns",)
    __iter__ = None  # else Python would try the headings 0, 1, 2 …

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._columns = columns

    def __getitem__(self, heading: str) -> str:
        return self._columns[heading]

    def get(self, heading: str, default: str = "") -> str:
        """The cell under a heading."""
        return self._columns.get(heading, default)

    def __repr__(self) -> str:
        """Another one where a cell is another, but no cell."""
        cells = repr(sorted(self._columns.items()))
        return f"OwnColumns({hashlib.sha256(cells.encode()).hexdigest()})"

    def __str__(self) -> str:
        raise TypeError("The school's own columns are not printed all together.")


class PupilView:
    """What may be said of one pupil to one audience. Values are text; what is blank is ``""``."""

    def __init__(self, pupil: Pupil, audience: Audience, today: dt.date, nation: Nation = "England") -> None:
        self._pupil = pupil
        self._audience = audience
        self._today = today
        self._nation = nation

    @property
    def known_as(self) -> str:
        """The name this reader knows the pupil by, in all wording; all that a peer is told of who it is."""
        self._ask("known_as", Group.IDENTITY, Release.SUMMARY)
        return called(self._pupil, self._audience)

    @property
    def full_name(self) -> str:
        """The same with the surname."""
        self._ask("full_name", Group.IDENTITY)
        return called_in_full(self._pupil, self._audience)

    @property
    def pronouns(self) -> str:
        """As recorded; none for a family that may not know them: the name is repeated."""
        self._ask("pronouns", Group.IDENTITY)
        is_kept = self._audience is Audience.PARENT and is_legal_at_home(self._pupil)
        return "" if is_kept else self._pupil.pronouns or ""

    @property
    def legal_name(self) -> str:
        """Forename and surname as they stand in the school's records."""
        self._ask("legal_name", Group.IDENTITY)
        surname = self._pupil.legal_surname or ""
        return f"{without_surname(self._pupil.legal_forename or '', surname)} {surname}".strip()

    @property
    def year(self) -> str:
        """``Year 8``, ``Reception``, ``Nursery``; worked out from the date of birth where it is blank."""
        self._ask("year", Group.IDENTITY)
        has_years = self._nation in _ENGLAND_AND_WALES
        worked_out = year_group_of(self._pupil.date_of_birth, self._today) if has_years else None
        return year_in_words(self._pupil.year_group or worked_out)

    @property
    def own(self) -> OwnColumns:
        """The school's own columns by heading, for all who are told who the pupil is.

        Nobody knows their group: a page shows one only where the school's own template names it (workbook,
        rules for every sheet).
        """
        self._ask("own", Group.IDENTITY)
        return OwnColumns({heading: _text(cell) for heading, cell in self._pupil.own.items()})

    def __getattr__(self, name: str) -> str:
        column = _COLUMNS.get(name)
        if column is None:
            raise AttributeError(name)
        self._ask(name, column.group)
        return _text(getattr(self._pupil, name))

    def _ask(self, field: str, group: Group, least: Release = Release.FULL) -> None:
        """Refuse a field whose group the audience is not told in full, or at least in summary."""
        if release(self._audience, group) not in (Release.FULL, least):
            raise NotReleased(field, self._audience)


# -- rights -----------------------------------------------------------------------------------


def is_written_to_themself(pupil: Pupil, today: dt.date, nation: Nation) -> bool:
    """Whether letters about a pupil go to the pupil: past compulsory school age, with a plan.

    Children and Families Act 2014 s.83, and alike in Wales (reference 5.2: check locally). Elsewhere
    letters go to the contacts.
    """
    return _has_plan(pupil) and is_past_school_age(pupil, today, nation)


def is_past_school_age(pupil: Pupil, day: dt.date, nation: Nation) -> bool:
    """Whether compulsory school age was over on a day, where it ends in June."""
    born = pupil.date_of_birth
    return nation in _ENGLAND_AND_WALES and born is not None and day > end_of_compulsory_school_age(born)


def _has_plan(pupil: Pupil) -> bool:
    dates = ("ehcp_issued", "ehcp_last_review")
    has_date = any(getattr(pupil, date) is not None or date in pupil.unread for date in dates)
    return pupil.sen_status == "E" or (pupil.sen_status is None and has_date)


def end_of_compulsory_school_age(date_of_birth: dt.date) -> dt.date:
    """The last Friday in June of the school year in which somebody turns 16 (Education Act 1996 s.8)."""
    last_of_june = dt.date(school_year(date_of_birth) + 17, 6, 30)
    return last_of_june - dt.timedelta(days=(last_of_june.weekday() - 4) % 7)


# -- years ------------------------------------------------------------------------------------


def year_group_of(date_of_birth: dt.date | None, today: dt.date) -> str | None:
    """The year group in England and Wales from 1 September: ``N1 N2 R 1`` to ``14`` (reference 3.3).

    ``None`` where the date of birth is not known or gives no school year.
    """
    if date_of_birth is None:
        return None
    number = year_number(date_of_birth, today)
    if -2 <= number <= 0:
        return ("N1", "N2", "R")[number + 2]
    return str(number) if 1 <= number <= 14 else None


def year_in_words(year_group: str | None) -> str:
    """``Year 8`` for ``8``; ``Reception`` and ``Nursery`` by name; nothing where it is not known."""
    if not year_group:
        return ""
    group = year_group.strip().upper().removeprefix("YEAR").removeprefix("YR").removeprefix("Y").strip()
    names = {"R": "Reception", "N": "Nursery", "N1": "Nursery", "N2": "Nursery"}
    if group in names:
        return names[group]
    return f"Year {group}" if group.isdigit() else year_group.strip()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, dt.date):
        return in_words(value)
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)
