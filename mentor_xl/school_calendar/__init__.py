"""On which days is the school open, and which day is n school days, weeks or terms from another one?"""

from mentor_xl.school_calendar.periods import CalendarRow, SchoolPeriod
from mentor_xl.school_calendar.school_year import SchoolCalendar
from mentor_xl.school_calendar.working_days import WorkingDays
from mentor_xl.school_calendar.year_pages import YearPage, plain_name, year_pages

__all__ = [
    "CalendarRow",
    "SchoolCalendar",
    "SchoolPeriod",
    "WorkingDays",
    "YearPage",
    "plain_name",
    "year_pages",
]
