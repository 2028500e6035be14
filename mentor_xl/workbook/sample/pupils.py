"""Pupils who do not exist: their names, numbers, needs and care."""

import datetime as dt
from dataclasses import replace
from typing import Any

from mentor_xl.checks.identifiers import upn_check_letter
from mentor_xl.records import Pupil
from mentor_xl.workbook.sample.draft import Draft, Story
from mentor_xl.workbook.sample.families import make_contacts
from mentor_xl.workbook.sample.names import (
    HERITAGES,
    Heritage,
    Person,
    choose_heritage,
    make_person,
    with_second_forename,
)
from mentor_xl.workbook.sample.roles import Role

_INTERPRETED = ("Polish", "Somali", "Ukrainian")
_TRIES = 6
_PRONOUNS = {True: "she/her", False: "he/him"}


def make_story(draft: Draft, role: Role, number: int, sibling: Story | None) -> Story:
    """Make up a pupil with everybody around them, and put them on their sheets."""
    role = replace(role, year=max(role.year, draft.youngest_year))
    heritage = sibling.person.heritage if sibling else _heritage(draft, role)
    surname = sibling.person.surname if sibling else None
    person = _unlike_others(draft, make_person(draft.chance, heritage, surname=surname))
    pupil = _pupil(draft, role, person, number)
    story = Story(role, person, pupil, number)
    story.contacts = make_contacts(draft, story, sibling)
    draft.add(*story.contacts)
    return story


def _unlike_others(draft: Draft, person: Person) -> Person:
    """A second forename for who would have another pupil's name: nobody is taken for entered twice."""
    for _ in range(_TRIES):
        if (person.forenames, person.surname) not in draft.names:
            break
        person = with_second_forename(draft.chance, person)
    draft.names.add((person.forenames, person.surname))
    return person


def _heritage(draft: Draft, role: Role) -> Heritage:
    if role.has("interpreter"):
        return draft.chance.choice([one for one in HERITAGES if one.language in _INTERPRETED])
    return choose_heritage(draft.chance)


def _pupil(draft: Draft, role: Role, person: Person, number: int) -> Pupil:
    chance = draft.chance
    disadvantaged = role.has("disadvantaged") or chance.random() < 0.2
    language = person.heritage.language
    joined = dt.date(draft.school_year - (role.year - 7), 9, 4)
    return Pupil.model_validate(
        {
            "pupil_id": f"{4101 + number:06}",
            "upn": _upn(chance.randrange(30), number, draft.school_year - role.year),
            "legal_surname": person.surname,
            "legal_forename": person.forenames,
            "known_as": person.known_as,
            "pronouns": (pronouns := _pronouns(draft, person)),
            # Where nothing else says whether the family knows the name, somebody has asked.
            "name_for_letters_home": "Known as" if person.known_as and pronouns == "they/them" else None,
            "sex": "F" if person.is_woman else "M",
            "date_of_birth": _birthday(draft, role.year),
            "year_group": str(role.year),
            "form": f"{role.year}{chance.choice('ABCDEF')}",
            "admission_date": draft.calendar.first_school_day_from(joined) or joined,
            **_needs(draft, role),
            **_care(draft, role),
            "pupil_premium": disadvantaged or role.family == "foster",
            "free_school_meals": disadvantaged,
            "eal": language != "English",
            "first_language": language,
            "young_carer": "Identified by school" if role.has("young carer") else "No",
        }
    )


def _pronouns(draft: Draft, person: Person) -> str | None:
    by_chance = draft.chance.random()
    if by_chance < 0.04:
        return "they/them"
    return None if by_chance < 0.1 else _PRONOUNS[person.is_woman]


def _birthday(draft: Draft, year_group: int) -> dt.date:
    """A day in the school year that the year group is born in (reference 3.3)."""
    first = dt.date(draft.school_year - year_group - 5, 9, 1)
    return first + dt.timedelta(days=draft.chance.randrange(365))


def _upn(school: int, number: int, year: int) -> str:
    """A UPN of authority 999, which there is not, with the letter that belongs to it (reference 3.1)."""
    primary = 12 + number // 1000 * 30 + school
    body = f"9992{primary:03}{year % 100:02}{number % 1000:03}"
    return upn_check_letter("A" + body) + body


def _needs(draft: Draft, role: Role) -> dict[str, Any]:
    found: dict[str, Any] = {
        "sen_status": "N",
        "medical_plan": role.has("medical"),
        "part_time_timetable": False,
    }
    for trait in role.traits:
        if trait.startswith("SEN K"):
            found |= {"sen_status": "K", "sen_type_1": trait.removeprefix("SEN K").strip() or None}
        elif trait.startswith("plan "):
            found |= {"sen_status": "E", "sen_type_1": trait.removeprefix("plan ")}
    if role.has("SEN K without type"):
        found["sen_type_1"] = None
    if role.has("part-time"):
        found |= {"part_time_timetable": True, "part_time_timetable_ends": draft.school_day(12)}
    if role.has("low demand"):
        found["low_demand_approach"] = True
    return found


def _care(draft: Draft, role: Role) -> dict[str, Any]:
    if role.family != "foster":
        return {
            "looked_after": "No",
            "social_care_status": "Early help" if role.has("young carer") else "None",
        }
    months = 26 if role.has("in care for years") else 0
    came = draft.calendar.add_working_days(draft.today, -24) - dt.timedelta(days=months * 30)
    return {"looked_after": "Looked after", "social_care_status": "Looked after", "came_into_care": came}
