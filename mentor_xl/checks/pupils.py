"""Can what stands on Pupils be true: names, ages, year groups, the days of joining and leaving?"""

import datetime as dt
import re
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import filled_alone, is_blank, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.pupil_view import year_group_of
from mentor_xl.records import Pupil
from mentor_xl.vocabulary import Nation

# -- names -----------------------------------------------------------------------------------------

_NOT_IN_A_NAME = re.compile(r"[\d=@<>{}()\[\]\"/\\#*?!;:_+]")


@check("not-a-name", Severity.QUERY)
def not_a_name(seen: Inspection) -> Iterator[Finding]:
    """Are names made of letters?

    Why: A name with figures or signs in it is a slip, a formula or a note; letters would print it.
    Do: Type the name alone. Remarks belong under Notes.
    Fires: Pupils: Legal surname==SUM(A1)
    Silent: Pupils: Legal surname=O’Neill-van der Berg
    """
    for pupil in seen.casebook.pupils:
        for attribute in ("legal_surname", "legal_forename", "known_as"):
            name = getattr(pupil, attribute)
            if name and (not any(map(str.isalpha, name)) or _NOT_IN_A_NAME.search(name)):
                yield Finding(pupil, attribute, "This is not a name alone: there are figures or signs in it.")


@check("name-in-capitals", Severity.NOTE)
def name_in_capitals(seen: Inspection) -> Iterator[Finding]:
    """Are names typed as they are written?

    Why: Letters print a name as it stands here. Nobody but the family knows where capitals belong in it.
    Do: Type the name as the family writes it.
    Fires: Pupils: Legal surname=HARTLEY
    Silent: Pupils: Legal surname=McDonald
    """
    for person in (*seen.casebook.pupils, *seen.casebook.contacts, *seen.casebook.staff):
        names = ("legal_surname", "legal_forename", "known_as") if isinstance(person, Pupil) else _OF_ADULTS
        for attribute in names:
            name: str = getattr(person, attribute) or ""
            if len(name) > 2 and name.isupper() and name.isascii():
                yield Finding(person, attribute, "The name is in capitals, and letters will print it so.")
                break


_OF_ADULTS = ("surname", "forename")


# -- ages and year groups ------------------------------------------------------------------------------


@check("impossible-age", Severity.ERROR)
def impossible_age(seen: Inspection) -> Iterator[Finding]:
    """Can a pupil of this age be at school?

    Why: A wrong date of birth goes to agencies, finds the wrong child, and makes the year group wrong.
    Do: Correct the date of birth from your school's system.
    Fires: Pupils: Date of birth=2026-05-06
    Silent: Pupils: Date of birth=2012-02-29
    """
    for pupil in seen.casebook.pupils:
        born = pupil.date_of_birth
        if born is None or 2 <= _age(born, seen.today) <= 25:
            continue
        if born > seen.today:
            message = f"Date of birth {short(born)} is still to come."
        else:
            years = _age(born, seen.today)
            message = (
                f"Born on {short(born)}, this pupil would be {years} {'year' if years == 1 else 'years'} old."
            )
        yield Finding(pupil, "date_of_birth", message)


@check("unlikely-age", Severity.QUERY)
def unlikely_age(seen: Inspection) -> Iterator[Finding]:
    """Is everybody under 20, apart from pupils with a plan?

    Why: School ends at 19; only a plan may go on to 25.
    Do: Check the date of birth.
    Fires: Pupils: Date of birth=2005-03-17, Year group=
    Silent: Pupils: Date of birth=2005-03-17, Year group=, SEN status=E, EHCP issued=2026-03-02
    """
    for pupil in seen.on_roll:
        born = pupil.date_of_birth
        if born is not None and 20 <= _age(born, seen.today) <= 25 and pupil.sen_status != "E":
            yield Finding(pupil, "date_of_birth", f"This pupil would be {_age(born, seen.today)} years old.")


@check("year-group-unknown", Severity.QUERY)
def year_group_unknown(seen: Inspection) -> Iterator[Finding]:
    """Is the year group one that schools have?

    Why: Moving-on years and letters go by it.
    Do: Type N1, N2, R or a number from 1 to 14; or leave it blank, and it is worked out.
    Fires: Pupils: Year group=88
    Silent: Pupils: Year group=Y8
    """
    for pupil in seen.casebook.pupils:
        if pupil.year_group and _year_group(pupil.year_group, seen.nation) is None:
            yield Finding(pupil, "year_group", "This is not a year group.")


@check("year-group-differs", Severity.QUERY)
def year_group_differs(seen: Inspection) -> Iterator[Finding]:
    """Does the year group fit the date of birth?

    Why: A pupil may be taught out of their year, but more often one of the two is mistyped.
    Do: Correct one of them; or say on the Explanations sheet that the pupil is taught out of year.
    Fires: Pupils: Date of birth=2014-03-17, Year group=9
    Silent: Pupils: Date of birth=2013-08-31, Year group=9
    """
    for pupil in seen.on_roll:
        typed = _year_group(pupil.year_group or "", seen.nation)
        expected = year_group_of(pupil.date_of_birth, seen.today)
        if typed and expected and typed != expected and (typed, expected[0]) != ("N", "N"):
            message = f"Year group is {typed}; by the date of birth it would be {expected}."
            yield Finding(pupil, "year_group", message)


@check("age-unlike-phase", Severity.QUERY)
def age_unlike_phase(seen: Inspection) -> Iterator[Finding]:
    """Are the pupils of a primary or secondary school of its age?

    Why: A date of birth that is ten years out looks quite usual until somebody reads the year.
    Do: Check the date of birth, or the Phase on the Settings sheet.
    Fires: Pupils: Date of birth=2019-03-17, Year group=
    Silent: Pupils: Date of birth=2014-03-17, Year group=
    """
    years = {"Primary": range(-3, 8), "Secondary": range(5, 15)}.get(seen.casebook.settings.phase or "")
    for pupil in seen.on_roll if years is not None else ():
        expected = year_group_of(pupil.date_of_birth, seen.today)
        if years is None or expected is None or pupil.year_group:
            continue
        if (int(expected) if expected.isdigit() else 0) not in years:
            yield Finding(
                pupil,
                "date_of_birth",
                f"By the date of birth this pupil would be in year {expected}, which is not of this phase.",
            )


def _age(born: dt.date, today: dt.date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


_YEAR = re.compile(r"(?:YEAR|YR|Y|P|S)?\s*0?([1-9]\d?)")
_EARLY = {"R": "R", "REC": "R", "RECEPTION": "R", "YR": "R", "0": "R", "NURSERY": "N", "N": "N"}


def _year_group(typed: str, nation: Nation) -> str | None:
    """A year group as typed, in its short form: ``8`` for ``Y8``; ``None`` for what is none."""
    text = " ".join(typed.upper().split())
    if text in _EARLY:
        return _EARLY[text]
    if early := re.fullmatch(r"N\s?([12])|NURSERY\s?([12])", text):
        return f"N{early[1] or early[2]}"
    found = _YEAR.fullmatch(text)
    if found is None or not 1 <= int(found[1]) <= 14 or (text[0] in "PS" and nation != "Scotland"):
        return None
    if int(found[1]) > {"P": 7, "S": 6}.get(text[0], 14):
        return None
    return found[1]


# -- joining and leaving --------------------------------------------------------------------------------


@check("admitted-before-birth", Severity.ERROR)
def admitted_before_birth(seen: Inspection) -> Iterator[Finding]:
    """Was every pupil admitted after they were born?

    Why: One of the two dates is wrong, and dates are counted from both.
    Do: Correct the wrong one.
    Fires: Pupils: Admission date=2013-09-02
    Silent: Pupils: Admission date=2025-09-02
    """
    message = "Admission date, {later}, is before the date of birth."
    born = (pupil for pupil in seen.casebook.pupils if _can_be_at_school(pupil.date_of_birth, seen.today))
    return out_of_order(born, "date_of_birth", "admission_date", message)


def _can_be_at_school(born: dt.date | None, today: dt.date) -> bool:
    """Whether a date of birth is not wrong in itself, which has a question of its own."""
    return born is not None and 2 <= _age(born, today) <= 25


@check("left-before-admission", Severity.ERROR)
def left_before_admission(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil join before they leave?

    Why: Letters and dates run from the one day to the other.
    Do: Correct Admission date or Leaving date.
    Fires: Pupils: Admission date=2025-09-02, Leaving date=2025-07-18
    Silent: Pupils: Admission date=2025-09-02, Leaving date=2026-12-18
    """
    message = "Leaving date, {later}, is before Admission date, {earlier}."
    return out_of_order(seen.casebook.pupils, "admission_date", "leaving_date", message)


# -- language and timetable ------------------------------------------------------------------------------


@check("first-language-missing", Severity.QUERY)
def first_language_missing(seen: Inspection) -> Iterator[Finding]:
    """Is the first language of every pupil with EAL known?

    Why: Without it nobody knows which interpreter to ask for.
    Do: Fill in First language.
    Fires: Pupils: EAL=Yes, First language=
    Silent: Pupils: EAL=Yes, First language=Polish
    """
    pupils = (pupil for pupil in seen.on_roll if pupil.eal)
    return filled_alone(pupils, "eal", "first_language", "EAL is Yes, and First language is blank.")


@check("part-time-without-end", Severity.QUERY)
def part_time_without_end(seen: Inspection) -> Iterator[Finding]:
    """Does every part-time timetable have a day on which it ends?

    Why: It may last only as long as it has to, and has a time limit from the start (reference 2.3).
    Do: Fill in the day that was agreed with the parents.
    Fires: Pupils: Part-time timetable=Yes, Part-time timetable ends=
    Silent: Pupils: Part-time timetable=Yes, Part-time timetable ends=2026-12-11
    """
    for pupil in seen.on_roll:
        if pupil.part_time_timetable and is_blank(pupil, "part_time_timetable_ends"):
            yield Finding(pupil, "part_time_timetable_ends", "The part-time timetable has no end.")


@check("part-time-past-its-end", Severity.QUERY)
def part_time_past_its_end(seen: Inspection) -> Iterator[Finding]:
    """Has every part-time timetable stopped on the day it was to end?

    Why: A part-time timetable that runs on unseen is time at school that a child is owed.
    Do: Change Part-time timetable to No; or review it with the parents and fill in the new end.
    Fires: Pupils: Part-time timetable=Yes, Part-time timetable ends=2026-10-23
    Silent: Pupils: Part-time timetable=No, Part-time timetable ends=2026-10-23
    """
    for pupil in seen.on_roll:
        ends = pupil.part_time_timetable_ends
        if pupil.part_time_timetable and ends is not None and ends < seen.today:
            yield Finding(
                pupil, "part_time_timetable_ends", f"The part-time timetable ended on {short(ends)}."
            )
