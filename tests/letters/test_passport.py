"""Which passport is printed, for whom, and what is never on it."""

from pathlib import Path

import pytest
from a_caseload import Row, a, made, no, outcome, the_document

import mentor_xl
from mentor_xl.audience import Audience
from mentor_xl.letters.passport import LONG, PassportPage
from mentor_xl.word.fields import fields_of

TEMPLATES = Path(mentor_xl.__file__).parents[1] / "letter_templates"
HOME = ["pupil Pupils!2", "parent Contacts!2"]
ALL = [*HOME, "teacher Pupils!2"]


def passports(*cells: str) -> tuple[Row, ...]:
    return tuple(a("Passports", one) for one in cells)


def page(audience: Audience, *rows: Row) -> PassportPage:
    context = the_document(made("passport", *rows), audience).context
    assert isinstance(context, PassportPage)
    return context


def strengths(*cells: str) -> str:
    return page(Audience.PUPIL, *passports(*cells)).passport.strengths


def test_it_goes_to_the_pupil_home_and_the_teachers() -> None:
    assert outcome(made("passport", *passports(""))) == ALL


def test_where_there_is_none_only_somebody_who_asks_is_told_so() -> None:
    assert made("passport", no("Passports")) == []
    assert set(outcome(made("passport", no("Passports"), asked=True))) == {"no-passport"}


def test_a_version_nobody_agreed_is_held_back_from_teachers_and_a_draft_for_the_others() -> None:
    assert outcome(made("passport", *passports("Agreed with="))) == [*HOME, "passport-not-agreed"]


def test_no_passport_without_consent_to_mentoring() -> None:
    assert outcome(made("passport", *passports(""), a("Cases", "Consent ID="))) == ["no-consent"] * 3


def test_the_latest_version_by_today_is_printed() -> None:
    old, new = "Version date=2026-01-12; Strengths=Old", "Version date=2026-10-05; Strengths=New"
    to_come = "Version date=2026-11-30; Strengths=To come"
    assert strengths(old, new) == strengths(new, old) == strengths(new, to_come) == "New"


def test_of_two_versions_of_one_day_the_lower_row_is_the_later() -> None:
    assert strengths("Strengths=First", "Strengths=Second") == "Second"


def test_a_version_that_is_still_to_come_is_held_back() -> None:
    held = made("passport", *passports("Version date=2026-11-30"))
    assert set(outcome(held)) == {"passport-to-come"}
    assert len(held) == 3


@pytest.mark.parametrize("typed", ["", "autumn"])
def test_which_version_is_the_latest_is_never_guessed(typed: str) -> None:
    undated = f"Version date={typed}"
    for rows in (passports(undated), passports("", undated)):
        assert set(outcome(made("passport", *rows))) == {"unread-passport"}


def test_nobody_elses_passport_is_printed() -> None:
    other = a("Pupils", "Pupil ID=000002; Legal forename=Ivo; Known as=Ivo; Legal surname=Brandt")
    rows = (a("Pupils"), other, *passports("Pupil ID=000002; Version date=2026-11-02"))
    assert made("passport", *rows) == []


REVIEWS = {
    "Review by=2026-11-22": (True, "22 November 2026"),
    "Review by=2026-11-23": (False, "23 November 2026"),
    "Review by=": (False, ""),
    "Review by=spring": (False, ""),
}


@pytest.mark.parametrize("cells", REVIEWS)
def test_a_passport_past_its_review_is_printed_and_says_so(cells: str) -> None:
    told = page(Audience.TEACHER, *passports(cells)).passport
    assert (told.is_past_review, told.review_by) == REVIEWS[cells]


@pytest.mark.parametrize(("letters", "is_long"), [(LONG - 100, False), (LONG + 1, True)])
def test_a_long_passport_is_set_in_smaller_type(letters: int, *, is_long: bool) -> None:
    told = page(Audience.PUPIL, *passports(f"Strengths={'a' * letters}")).passport
    assert told.is_long is is_long


def test_teachers_and_family_are_not_told_how_the_pupils_copy_is_worded() -> None:
    rows = (*passports(""), a("Pupils", "Low-demand approach=Yes"))
    told = {audience: page(audience, *rows).low_demand for audience in (Audience.TEACHER, Audience.PARENT)}
    assert told == dict.fromkeys(told, False)
    assert page(Audience.PUPIL, *rows).low_demand


@pytest.mark.parametrize("edition", ["pupil", "parent", "teacher"])
def test_no_diagnosis_can_reach_it_but_what_the_pupil_wrote_there(edition: str) -> None:
    read = {use.field for use in fields_of((TEMPLATES / f"passport.{edition}.docx").read_bytes())}
    of_pupil = {field.partition(".")[2] for field in read if field.startswith("pupil.")}
    assert of_pupil <= {"known_as", "full_name", "year", "form"}
