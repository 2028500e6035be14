"""In which school year does a day lie, and which year group follows from a date of birth? (reference 3.3)"""

import datetime as dt


def school_year(day: dt.date) -> int:
    """The year in which the school year of a day began, on 1 September."""
    return day.year - (day.month < 9)


def year_number(date_of_birth: dt.date, today: dt.date) -> int:
    """The year group in England and Wales as a number: Reception is 0, and Nursery lies below it."""
    return school_year(today) - school_year(date_of_birth) - 5
