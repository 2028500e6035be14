"""Do Settings and Calendar say what letters and dates need, and nothing impossible?"""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Place, Severity
from mentor_xl.records import CalendarPeriod

LONGEST_HALF_TERM = dt.timedelta(weeks=10)
"""A half term is six or seven weeks; a longer one is a row that swallowed a holiday."""
LONGEST_IN_SCOTLAND = dt.timedelta(weeks=14)
"""Terms that no half-term holiday parts: from January to the spring, from April to the end of June."""
LONGEST_HOLIDAY = dt.timedelta(weeks=8)
LONGEST_SUMMER_IN_NORTHERN_IRELAND = dt.timedelta(weeks=10)
"""All of July and August, and some days more."""


@check("urn-shape", Severity.QUERY)
def urn_shape(seen: Inspection) -> Iterator[Finding]:
    """Does the school's URN have six figures?

    Why: Authorities and agencies find a school by it.
    Do: Look the number up on the register of schools.
    Fires: Settings: URN=99900
    Silent: Settings: URN=999001
    """
    settings = seen.casebook.settings
    if settings.urn and not re.fullmatch(r"\d{6}", settings.urn):
        yield Finding(settings, "urn", "A URN has six figures.")


@check("laestab-shape", Severity.QUERY)
def laestab_shape(seen: Inspection) -> Iterator[Finding]:
    """Does the LAESTAB have seven figures, three for the authority and four for the school?

    Why: Returns and referrals name the school by it.
    Do: Type it as 1234567 or 123/4567.
    Fires: Settings: LAESTAB=999/40
    Silent: Settings: LAESTAB=999/4001
    """
    settings = seen.casebook.settings
    if settings.laestab and not re.fullmatch(r"\d{3}[ /-]?\d{4}", settings.laestab):
        yield Finding(settings, "laestab", "A LAESTAB has seven figures: three, then four.")


@check("letter-size-unlikely", Severity.QUERY)
def letter_font_too_small_or_large(seen: Inspection) -> Iterator[Finding]:
    """Is the type of letters a size that people can read?

    Why: Accessible letters are printed in at least 12 points; past 20 they no longer fit their page.
    Do: Choose a size from 10 to 20; large print has its own column on Contacts.
    Fires: Settings: Letter font size=8
    Silent: Settings: Letter font size=12
    """
    size = seen.casebook.settings.letter_font_size
    if size is not None and not 10 <= size <= 20:
        yield Finding(seen.casebook.settings, "letter_font_size", f"Letter font size is {size} points.")


@check("counts-hardly-hidden", Severity.QUERY)
def counts_hardly_hidden(seen: Inspection) -> Iterator[Finding]:
    """Are small counts of pupils hidden in reports to governors?

    Why: In a count of one to four everybody knows who is meant (reference 6.3).
    Do: Set it to 5 or more.
    Fires: Settings: Hide counts below=2
    Silent: Settings: Hide counts below=5
    """
    lowest = seen.casebook.settings.hide_counts_below
    if lowest is not None and lowest < 5:
        yield Finding(seen.casebook.settings, "hide_counts_below", f"Hide counts below is {lowest}.")


@check("safeguarding-lead-missing", Severity.QUERY)
def safeguarding_lead_missing(seen: Inspection) -> Iterator[Finding]:
    """Does Settings name the designated safeguarding lead?

    Why: Letters and hand-off sheets say whom to turn to when a child may be in danger.
    Do: Fill in the setting Designated safeguarding lead, with title.
    Fires: Settings: Designated safeguarding lead=
    Silent: Settings: Designated safeguarding lead=Mrs N Okoye
    """
    settings = seen.casebook.settings
    if settings.school_name and is_blank(settings, "designated_safeguarding_lead"):
        yield Finding(settings, "designated_safeguarding_lead", "No safeguarding lead is named.")


# -- the calendar ----------------------------------------------------------------------------------


@check("period-ends-before-it-begins", Severity.ERROR)
def period_ends_before_it_begins(seen: Inspection) -> Iterator[Finding]:
    """Does every period of the calendar end on or after the day it begins?

    Why: School days cannot be counted in a period that runs backwards; it is left out.
    Do: Correct From or To.
    Fires: Calendar: From=2026-10-23, To=2026-09-03
    Silent: Calendar: From=2026-09-03, To=2026-10-23
    """
    message = "To, {later}, is before From, {earlier}."
    return out_of_order(seen.casebook.calendar, "from_", "to", message)


@check("half-terms-overlap", Severity.ERROR)
def half_terms_overlap(seen: Inspection) -> Iterator[Finding]:
    """Does every half term end before the next begins?

    Why: Half terms and terms that lie in one another cannot be counted.
    Do: Correct the dates of one of the two.
    Fires: Calendar also: From=2026-10-19, To=2026-10-30, Kind=Half term, Name=Autumn again
    Silent: Calendar also: From=2027-09-02, To=2027-10-22, Kind=Half term, Name=Autumn 1
    """
    before: CalendarPeriod | None = None
    for period in sorted(_half_terms(seen), key=_bounds):
        if before is not None and _bounds(period)[0] <= _bounds(before)[1]:
            begins, ends = _bounds(period)[0], _bounds(before)[1]
            yield Finding(
                period,
                "from_",
                f"Begins on {short(begins)}, before the half term above it ends on {short(ends)}.",
            )
        before = period if before is None else max(before, period, key=lambda one: _bounds(one)[1])


@check("calendar-gap", Severity.QUERY)
def calendar_gap(seen: Inspection) -> Iterator[Finding]:
    """Does every half term follow the one before it within eight weeks?

    Why: A half term that is missing is counted as a holiday, and every date after it comes too late.
    Do: Add the half term that is missing, or correct From.
    Fires: Calendar 5: From=2027-05-24, To=2027-05-28
    Silent: Calendar also: From=2027-09-02, To=2027-10-22, Kind=Half term, Name=Autumn 1
    """
    longest = LONGEST_SUMMER_IN_NORTHERN_IRELAND if seen.nation == "Northern Ireland" else LONGEST_HOLIDAY
    ends: dt.date | None = None
    for period in sorted(_half_terms(seen), key=_bounds):
        begins, last = _bounds(period)
        if ends is not None and begins - ends > longest:
            weeks = (begins - ends).days // 7
            message = f"Nothing is said of the {weeks} weeks between {short(ends)} and {short(begins)}."
            yield Finding(period, "from_", message)
        ends = max(ends or last, last)


@check("half-term-too-long", Severity.QUERY)
def half_term_too_long(seen: Inspection) -> Iterator[Finding]:
    """Is every half term shorter than ten weeks, in Scotland than fourteen?

    Why: A holiday that hides in a half term is counted as school days, and every date after it is wrong.
    Do: Make two rows of it, one before the holiday and one after.
    Fires: Calendar also: From=2027-09-02, To=2027-12-17, Kind=Half term, Name=Autumn
    Silent: Calendar also: From=2027-09-02, To=2027-10-22, Kind=Half term, Name=Autumn 1
    """
    longest = LONGEST_IN_SCOTLAND if seen.nation == "Scotland" else LONGEST_HALF_TERM
    for period in _half_terms(seen):
        first, last = _bounds(period)
        if last - first > longest:
            yield Finding(period, "to", f"This half term lasts {(last - first).days // 7} weeks.")


@check("today-outside-calendar", Severity.QUERY)
def today_outside_calendar(seen: Inspection) -> Iterator[Finding]:
    """Does the calendar reach today?

    Why: Where it does not, school days cannot be counted and dates wait for it.
    Do: Fill the Calendar sheet with this school year's half terms and INSET days.
    Fires:
        Calendar: From=2027-09-03, To=2027-10-23
        Calendar 2: From=2027-11-02, To=2027-12-17
        Calendar 3: From=2028-01-05, To=2028-02-11
        Calendar 4: From=2028-02-21, To=2028-03-31
    Silent: Calendar: Name=Autumn term 1
    """
    casebook = seen.casebook
    if not casebook.cases or seen.calendar.covers(seen.today):
        return
    layout = casebook.layouts.get("Calendar")
    place = Place(layout.sheet if layout else "Calendar", layout.heading_row if layout else None)
    yield Finding(place, None, f"The Calendar sheet says nothing about today, {short(seen.today)}.")


@check("school-year-short-or-long", Severity.QUERY)
def school_year_short_or_long(seen: Inspection) -> Iterator[Finding]:
    """Does a whole school year come to about 190 school days?

    Why: Far more or fewer mean that a holiday, a half term or the INSET days are missing (reference 4).
    Do: Compare the sheet with the term dates that your school has published.
    Fires: Calendar 6: From=2027-07-07, To=2027-07-21
    Silent: Calendar 6: From=2027-06-07, To=2027-07-21
    """
    half_terms = list(_half_terms(seen))
    for year in sorted({_school_year(_bounds(period)[0]) for period in half_terms}):
        of_year = [period for period in half_terms if _school_year(_bounds(period)[0]) == year]
        if len(of_year) < 6 or _lie_in_one_another(of_year):
            continue
        first, last = min(map(_bounds, of_year))[0], max(_bounds(period)[1] for period in of_year)
        days = seen.calendar.count_school_days(first, last)
        if days is not None and not 180 <= days <= 200:
            yield Finding(of_year[0], "from_", f"The school year {year}/{year + 1} has {days} school days.")


def _lie_in_one_another(periods: list[CalendarPeriod]) -> bool:
    """Whether two of them overlap, which has a question of its own."""
    bounds = sorted(map(_bounds, periods))
    return any(later[0] <= earlier[1] for earlier, later in pairwise(bounds))


def _half_terms(seen: Inspection) -> Iterator[CalendarPeriod]:
    """The half terms whose days can be read, and which do not run backwards."""
    for period in seen.casebook.calendar:
        is_dated = period.from_ is not None and period.to is not None and period.from_ <= period.to
        if period.kind == "Half term" and is_dated:
            yield period


def _bounds(period: CalendarPeriod) -> tuple[dt.date, dt.date]:
    first = period.from_ or dt.date.min
    return first, period.to or first


def _school_year(day: dt.date) -> int:
    return day.year - (day.month < 8)
