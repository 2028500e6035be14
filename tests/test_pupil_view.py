"""One pupil as each audience may see them (reference 6.2), and the years of school (reference 3.3)."""

import datetime as dt

import pytest
from a_caseload import TODAY, a, casebook_of
from hypothesis import given
from hypothesis import strategies as st
from word.drafts import draft, words

from mentor_xl.audience import Audience, Group, Release, release
from mentor_xl.name_at_home import called
from mentor_xl.pupil_view import (
    NotReleased,
    PupilView,
    end_of_compulsory_school_age,
    is_written_to_themself,
    year_group_of,
    year_in_words,
)
from mentor_xl.records import Pupil, columns_of
from mentor_xl.vocabulary import Nation
from mentor_xl.word.faults import RenderError
from mentor_xl.word.render import render
from mentor_xl.word.template import Template

D = dt.date
COLUMNS = {column.attribute: column.group for column in columns_of(Pupil)}


def view(audience: Audience, cells: str = "", nation: Nation = "England") -> PupilView:
    return PupilView(casebook_of(a("Pupils", cells)).pupils[0], audience, TODAY, nation)


def is_told(audience: Audience, field: str) -> bool:
    try:
        getattr(view(audience), field)
    except NotReleased:
        return False
    return True


@pytest.mark.parametrize("audience", Audience)
def test_a_column_is_told_to_an_audience_only_if_its_group_is_released_in_full(audience: Audience) -> None:
    told = {field for field in COLUMNS if is_told(audience, field) and field != "known_as"}
    released = {f for f, group in COLUMNS.items() if release(audience, group) is Release.FULL}
    assert told == released - {"known_as"}


NEVER_BUT_LEADERS = ("upn", "notes", "dsl_informed_on", "pupil_id", "pupil_premium")


@pytest.mark.parametrize("field", NEVER_BUT_LEADERS)
def test_upn_notes_and_the_like_reach_leaders_alone(field: str) -> None:
    assert [audience for audience in Audience if is_told(audience, field)] == [Audience.LEADER]


@pytest.mark.parametrize("field", ["looked_after", "came_into_care", "social_care_status", "young_carer"])
def test_care_reaches_nobody_as_a_field(field: str) -> None:
    assert not any(is_told(audience, field) for audience in Audience)


NAMES = {
    "known_as": set(Audience) - {Audience.GOVERNORS},
    "full_name": set(Audience) - {Audience.GOVERNORS, Audience.PEER},
    "legal_name": set(Audience) - {Audience.GOVERNORS, Audience.PEER},
    "year": set(Audience) - {Audience.GOVERNORS, Audience.PEER},
    "own": set(Audience) - {Audience.GOVERNORS, Audience.PEER},
}


@pytest.mark.parametrize("field", NAMES)
def test_a_peer_is_told_the_first_name_and_governors_no_name(field: str) -> None:
    assert {audience for audience in Audience if is_told(audience, field)} == NAMES[field]


def test_a_refusal_names_the_field_and_the_audience_and_no_value() -> None:
    with pytest.raises(NotReleased, match=r"pupil\.upn may not be told to this audience: parent") as refused:
        view(Audience.PARENT, "UPN=Z999").upn  # noqa: B018
    assert "Z999" not in str(refused.value)


def test_a_field_that_no_pupil_has_is_missing_and_not_refused() -> None:
    with pytest.raises(AttributeError):
        view(Audience.LEADER).shoe_size  # noqa: B018


def test_the_schools_own_columns_are_there_by_the_heading_as_typed() -> None:
    assert view(Audience.PARENT, "House colour=Red").own["House colour"] == "Red"


@pytest.mark.parametrize(
    "text",
    [
        "{% for h in own %}{{ h }}{% endfor %}", "{% for h, c in own.items() %}{{ c }}{% endfor %}",
        "{{ own.values()|join }}", "{{ own|list|join }}", "{{ own|join }}", "{{ own|first }}", "{{ own }}",
        "{{ own|dictsort|join }}", "{% for h, c in own|items %}{{ c }}{% endfor %}", "{{ own|string }}",
        "{{ own ~ '' }}", "{{ '%s'|format(own) }}", "{{ dict(own)|string }}",
        "{{ [own]|join }}", "{{ [own]|map('string')|join }}", "{{ '{}'.format(own) }}",
        "{{ dict(**own)['x'] }}",
    ],
)  # fmt: skip
def test_a_template_gets_the_schools_own_columns_one_at_a_time_only(text: str) -> None:
    own = view(Audience.PARENT, "House colour=Crimson").own
    one = Template.compile(draft('{{ own["House colour"] }} {{ own.get("House colour") }}'))
    assert words(render(one, {"own": own})) == ["Crimson Crimson"]
    with pytest.raises(RenderError):
        render(Template.compile(draft(text)), {"own": own})


def test_another_cell_of_the_schools_own_makes_another_letter_and_tells_nothing() -> None:
    red, again, blue = (view(Audience.PARENT, f"House colour={one}").own for one in ("Red", "Red", "Blue"))
    assert repr(red) == repr(again) != repr(blue)
    assert "Red" not in repr(red)


def test_values_are_text_and_what_is_blank_is_empty() -> None:
    seen = view(
        Audience.LEADER, "Date of birth=2013-05-05; Medical plan=Yes; EAL=No; Attendance %=88.4; UPN="
    )
    assert seen.date_of_birth == "5 May 2013"
    assert (seen.medical_plan, seen.eal) == ("Yes", "No")
    assert seen.attendance_percent == "88.4"
    assert seen.upn == ""


def test_a_pupil_is_called_by_the_name_they_use() -> None:
    pupils = casebook_of(a("Pupils"), a("Pupils", "Pupil ID=000002; Known as=")).pupils
    assert [called(pupil, Audience.PARENT) for pupil in pupils] == ["Rowan", "Rowena"]
    assert view(Audience.PARENT).full_name == "Rowan Aske"
    assert view(Audience.PARENT).legal_name == "Rowena Aske"


# -- years ---------------------------------------------------------------------------------------------

YEARS = {
    (D(2013, 10, 15), D(2026, 11, 23)): "8",
    (D(2013, 8, 31), D(2026, 11, 23)): "9",
    (D(2013, 9, 1), D(2026, 11, 23)): "8",
    (D(2013, 9, 1), D(2026, 8, 31)): "7",
    (D(2013, 9, 1), D(2026, 9, 1)): "8",
    (D(2012, 2, 29), D(2026, 11, 23)): "10",
    (D(2022, 8, 31), D(2026, 11, 23)): "R",
    (D(2022, 9, 1), D(2026, 11, 23)): "N2",
    (D(2024, 8, 31), D(2026, 11, 23)): "N1",
    (D(2024, 9, 1), D(2026, 11, 23)): None,
    (D(2007, 9, 1), D(2026, 11, 23)): "14",
    (D(2007, 8, 31), D(2026, 11, 23)): None,
}


@pytest.mark.parametrize(("born", "today"), YEARS)
def test_the_year_group_follows_from_the_first_of_september(born: dt.date, today: dt.date) -> None:
    assert year_group_of(born, today) == YEARS[born, today]


IN_WORDS = {
    "8": "Year 8", "Y8": "Year 8", "year 8": "Year 8", "Yr 8": "Year 8", "R": "Reception", "n2": "Nursery",
    "N": "Nursery", "P4": "P4", "S2": "S2", "": "", "KS3": "KS3",
}  # fmt: skip


@pytest.mark.parametrize("typed", IN_WORDS)
def test_a_year_group_is_told_in_words(typed: str) -> None:
    assert year_in_words(typed) == IN_WORDS[typed]


def test_a_blank_year_is_worked_out_where_birthdays_settle_it_and_left_blank_elsewhere() -> None:
    born = "Date of birth=2013-10-15; Year group="
    assert view(Audience.PARENT, born).year == "Year 8"
    assert view(Audience.PARENT, born, "Wales").year == "Year 8"
    assert view(Audience.PARENT, born, "Scotland").year == ""
    assert view(Audience.PARENT, born, "Northern Ireland").year == ""
    assert view(Audience.PARENT, "Year group=S2", "Scotland").year == "S2"


# -- the end of compulsory school age ---------------------------------------------------------------------

LAST_FRIDAYS = {
    D(2010, 8, 31): D(2026, 6, 26),
    D(2009, 9, 1): D(2026, 6, 26),
    D(2010, 9, 1): D(2027, 6, 25),
    D(2012, 2, 29): D(2028, 6, 30),
    D(2011, 1, 1): D(2027, 6, 25),
}


@pytest.mark.parametrize("born", LAST_FRIDAYS)
def test_compulsory_school_age_ends_on_the_last_friday_in_june(born: dt.date) -> None:
    assert end_of_compulsory_school_age(born) == LAST_FRIDAYS[born]


@given(st.dates(D(1990, 1, 1), D(2060, 12, 31)))
def test_it_ends_on_a_friday_late_in_june_of_the_school_year_of_the_sixteenth_birthday(born: dt.date) -> None:
    end = end_of_compulsory_school_age(born)
    sixteenth = born.year + 16 + (born.month >= 9)
    assert (end.weekday(), end.month, end.year) == (4, 6, sixteenth)
    assert end.day > 23


THEMSELVES = {
    ("2010-05-05", "SEN status=E", "England", D(2026, 6, 26)): False,
    ("2010-05-05", "SEN status=E", "England", D(2026, 6, 27)): True,
    ("2010-05-05", "SEN status=E", "Wales", D(2026, 6, 27)): True,
    ("2010-05-05", "SEN status=E", "Scotland", D(2026, 6, 27)): False,
    ("2010-05-05", "SEN status=E", "Northern Ireland", D(2026, 6, 27)): False,
    ("2010-05-05", "SEN status=K", "England", D(2026, 6, 27)): False,
    ("2010-05-05", "SEN status=N; EHCP issued=2020-01-01", "England", D(2026, 6, 27)): False,
    ("2010-05-05", "SEN status=; EHCP issued=2020-01-01", "England", D(2026, 6, 27)): True,
    ("2010-05-05", "SEN status=?; EHCP last review=soon", "England", D(2026, 6, 27)): True,
    ("2010-09-01", "SEN status=E", "England", D(2026, 11, 23)): False,
    ("TBC", "SEN status=E", "England", D(2026, 11, 23)): False,
}


@pytest.mark.parametrize(("born", "plan", "nation", "today"), THEMSELVES)
def test_a_young_person_is_written_to_themself_only_with_a_plan_and_from_the_day_after(
    born: str, plan: str, nation: Nation, today: dt.date
) -> None:
    pupil = casebook_of(a("Pupils", f"Date of birth={born}; {plan}")).pupils[0]
    assert is_written_to_themself(pupil, today, nation) is THEMSELVES[born, plan, nation, today]


def test_only_the_groups_of_the_matrix_are_known() -> None:
    assert set(COLUMNS.values()) <= set(Group)
