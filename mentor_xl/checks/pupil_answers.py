"""Do the answers about one pupil fit one another: form and year, language, status, meals, attendance?"""

import re
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.pupil_view import year_group_of

LOWEST_USUAL = 10
"""Per cent: below it a figure was more often mistyped (9 for 90) than it is true."""
_SPOKEN_HERE = frozenset({"english", "eng", "enb", "en", "welsh", "gaelic", "scots", "irish", "cornish"})
_NOT_SAID = re.compile(r"not|refused|unknown|pending|information|sign", re.IGNORECASE)


@check("form-differs-from-year", Severity.QUERY)
def form_differs_from_year(seen: Inspection) -> Iterator[Finding]:
    """Where forms begin with their year, does every pupil's?

    Why: Lists and passes go to the form; one of the two is mistyped.
    Do: Correct Form or Year group.
    Fires:
        Pupils: Form=9H
        Pupils 2: Form=10A
        Pupils also: Pupil ID=004512, UPN=, Legal forename=Thomas, Known as=, Form=8H
        Pupils also: Pupil ID=004513, UPN=, Legal forename=Alice, Known as=, Form=8A
        Pupils also: Pupil ID=004514, UPN=, Legal forename=Bettina, Known as=, Form=8B
    Silent: Pupils: Form=8H
    """
    typed = [
        (pupil, found[1].lstrip("0"), year[1].lstrip("0"))
        for pupil in seen.on_roll
        if (found := _FORM.match(pupil.form or "")) and (year := _YEAR.fullmatch(pupil.year_group or ""))
    ]
    differing = [(pupil, form, number) for pupil, form, number in typed if form != number]
    if len(differing) * 4 < len(typed):  # Else forms are named in another way here.
        for pupil, form, number in differing:
            if form == year_group_of(pupil.date_of_birth, seen.today):
                continue  # Then it is the year group that is asked about.
            yield Finding(pupil, "form", f"Form begins with {form}; Year group is {number}.")


_FORM = re.compile(r"\s*(?:Y|Yr|Year)?\s*(\d{1,2})(?=[^\d/]|$)", re.IGNORECASE)
_YEAR = re.compile(r"\s*(?:Y|Yr|Year)?\s*(\d{1,2})\s*", re.IGNORECASE)


@check("form-is-a-date", Severity.QUERY)
def form_is_a_date(seen: Inspection) -> Iterator[Finding]:
    """Does every form hold the name of a form?

    Why: Excel makes a date of 8-3 or 10/2; lists and passes would show that.
    Do: Type the form again in a cell formatted as text.
    Fires: Pupils: Form=2026-03-08
    Silent: Pupils: Form=8H
    """
    for pupil in seen.casebook.pupils:
        if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}.*", pupil.form or ""):
            yield Finding(pupil, "form", "This is a date, not a form.")


@check("eal-disagrees", Severity.QUERY)
def eal_disagrees(seen: Inspection) -> Iterator[Finding]:
    """Do EAL and First language go together?

    Why: Who needs an interpreter is read from both.
    Do: Ask the office for the first language, and correct one of the two.
    Fires: Pupils: EAL=Yes, First language=English
    Silent: Pupils: EAL=Yes, First language=Polish
    """
    for pupil in seen.on_roll:
        language = pupil.first_language
        if pupil.eal is None or not language or _NOT_SAID.search(language):
            continue
        is_english = folded(language) in ("english", "eng", "enb", "en")
        if pupil.eal and is_english:
            yield Finding(pupil, "eal", "EAL says Yes, and First language says English.")
        elif not pupil.eal and not any(folded(word) in _SPOKEN_HERE for word in language.split()):
            yield Finding(pupil, "eal", "EAL says No, and First language is another than English.")


@check("sen-status-missing", Severity.QUERY)
def sen_status_missing(seen: Inspection) -> Iterator[Finding]:
    """Has everybody with a type of need an SEN status?

    Why: Reviews and the census go by the status (reference 3.2).
    Do: Choose K or E; or clear the type.
    Fires: Pupils: SEN status=
    Silent: Pupils: SEN status=K
    """
    if not seen.has_column("Pupils", "sen_status"):
        return
    for pupil in seen.casebook.pupils:
        if is_blank(pupil, "sen_status") and (pupil.sen_type_1 or pupil.sen_type_2):
            yield Finding(pupil, "sen_status", "A type of need is given, and SEN status is blank.")


@check("premium-of-looked-after", Severity.QUERY)
def premium_of_looked_after(seen: Inspection) -> Iterator[Finding]:
    """Is pupil premium noted for everybody who is looked after?

    Why: Every looked-after child in England brings it; their plan says how it is spent.
    Do: Change Pupil premium to Yes; or correct Looked after.
    Fires: Pupils: Looked after=Looked after, Came into care=2025-10-27, Pupil premium=No
    Silent: Pupils: Looked after=Looked after, Came into care=2025-10-27, Pupil premium=Yes
    """
    for pupil in seen.on_roll:
        if pupil.looked_after == "Looked after" and pupil.pupil_premium is False:
            yield Finding(pupil, "pupil_premium", "The pupil is looked after, and Pupil premium says No.")


@check("attendance-very-low", Severity.QUERY)
def attendance_very_low(seen: Inspection) -> Iterator[Finding]:
    """Is the attendance of every pupil on roll ten per cent or more?

    Why: A 9 is easily typed for 90. Where it is true, somebody should know why.
    Do: Compare it with your school's system; then correct it, or say on the Explanations sheet why.
    Fires: Pupils: Attendance %=9
    Silent: Pupils: Attendance %=91.9
    """
    for pupil in seen.on_roll:
        figure = pupil.attendance_percent
        if figure is not None and figure < LOWEST_USUAL:
            yield Finding(pupil, "attendance_percent", f"Attendance is {figure:g} %.")


@check("admitted-too-young", Severity.QUERY)
def admitted_too_young(seen: Inspection) -> Iterator[Finding]:
    """Was every pupil two years old or more when they joined, and when they left?

    Why: A slip in the year is made in a moment; what happened is counted from these days.
    Do: Correct the date, or the Date of birth.
    Fires: Pupils: Admission date=2015-09-02
    Silent: Pupils: Admission date=2025-09-02
    """
    for pupil in seen.casebook.pupils:
        born = pupil.date_of_birth
        if born is None or not 0 < (seen.today - born).days < 9500:
            continue
        days = (("admission_date", pupil.admission_date), ("leaving_date", pupil.leaving_date))
        for attribute, day in days:
            is_before_birth = attribute == "admission_date" and day is not None and day < born
            if day is not None and (day - born).days < 700 and not is_before_birth:
                yield Finding(pupil, attribute, f"On {short(day)} the pupil was under two years old.")
                break


@check("dsl-informed-before-birth", Severity.ERROR)
def dsl_informed_before_birth(seen: Inspection) -> Iterator[Finding]:
    """Was the pupil born when the safeguarding lead was informed?

    Why: One of the two dates is wrong, and this one is the only trace that somebody was told.
    Do: Ask the safeguarding lead for the day.
    Fires: Pupils: DSL informed on=2006-01-09
    Silent: Pupils: DSL informed on=2026-01-09
    """
    for pupil in seen.casebook.pupils:
        told, born = pupil.dsl_informed_on, pupil.date_of_birth
        if told is not None and born is not None and told < born <= seen.today:
            yield Finding(pupil, "dsl_informed_on", f"{short(told)} is before the pupil was born.")
