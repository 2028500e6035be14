"""Who may be told what: the matrix, retyped from reference 6.2 with the decisions on privacy.

Y the field, S a named summary only, F one fixed sentence, - refused.
"""

import pytest

from mentor_xl.audience import MATRIX, SENSITIVE_BARRIERS, Audience, Group, Release, release
from mentor_xl.vocabulary import LISTS

AUDIENCES = ("pupil", "parent", "teacher", "agency", "leader", "governors", "school", "peer")
# fmt: off
AGREED = (
    ("identity",     "Y", "Y", "Y", "Y", "Y", "-", "Y", "S"),  # a peer: the first name
    ("contact",      "-", "S", "-", "Y", "Y", "-", "Y", "-"),  # a parent: their own
    ("strengths",    "Y", "Y", "Y", "Y", "Y", "-", "Y", "S"),  # a peer: the tip that was agreed
    ("barrier",      "S", "S", "F", "Y", "Y", "-", "Y", "-"),  # a teacher: "needs support"
    ("need",         "Y", "Y", "S", "Y", "Y", "-", "Y", "-"),  # a teacher: need to know
    ("notes",        "-", "-", "-", "-", "Y", "-", "-", "-"),  # decisions: leaders only
    ("scores",       "S", "Y", "-", "Y", "Y", "-", "Y", "-"),
    ("attendance",   "Y", "Y", "S", "Y", "Y", "-", "Y", "-"),
    ("care",         "-", "-", "F", "F", "F", "-", "F", "-"),  # an agency: ask the DSL
    ("family",       "-", "S", "-", "Y", "S", "-", "Y", "-"),  # a parent: their own; an agency: consented
    ("sensitive",    "Y", "-", "-", "S", "S", "-", "S", "-"),  # a parent: not of itself
    ("disadvantage", "-", "S", "-", "S", "Y", "-", "S", "-"),  # a parent: their own; an agency: if asked
    ("cost",         "-", "-", "-", "-", "Y", "Y", "-", "-"),
    ("admin",        "-", "-", "-", "-", "Y", "-", "-", "-"),  # decisions: leaders only
)
# fmt: on

CELLS = [
    pytest.param(audience, group, cell, id=f"{audience}-{group}")
    for group, *cells in AGREED
    for audience, cell in zip(AUDIENCES, cells, strict=True)
]


@pytest.mark.parametrize(("audience", "group", "cell"), CELLS)
def test_an_audience_is_told_of_a_group_what_was_agreed(audience: str, group: str, cell: str) -> None:
    assert release(Audience(audience), Group(group)) == Release(cell)


def test_the_matrix_leaves_no_audience_and_no_group_open() -> None:
    assert set(MATRIX) == {(audience, group) for audience in Audience for group in Group}
    assert {group for group, *_ in AGREED} == {group.value for group in Group}
    assert set(AUDIENCES) == {audience.value for audience in Audience}


@pytest.mark.parametrize("group", Group)
def test_a_receiving_school_reads_as_an_agency_and_need_and_attendance_in_full(group: Group) -> None:
    in_full = {Group.NEED, Group.ATTENDANCE}
    expected = Release.FULL if group in in_full else release(Audience.AGENCY, group)
    assert release(Audience.SCHOOL, group) == expected


@pytest.mark.parametrize("audience", [audience for audience in Audience if audience is not Audience.LEADER])
@pytest.mark.parametrize("group", [Group.NOTES, Group.ADMIN])
def test_notes_and_the_schools_own_workings_reach_leaders_only(audience: Audience, group: Group) -> None:
    assert release(audience, group) == Release.NONE


def test_nobody_is_told_a_childs_care_record() -> None:
    told = {release(audience, Group.CARE) for audience in Audience}
    assert told <= {Release.FIXED, Release.NONE}


def test_the_matrix_cannot_be_changed_by_a_run() -> None:
    with pytest.raises(TypeError):
        MATRIX[Audience.PEER, Group.CARE] = Release.FULL  # type: ignore[index]


def test_the_sensitive_barriers_are_the_agreed_ones_and_stand_on_the_list() -> None:
    assert {"Self-harm", "Drugs or alcohol", "Teenage pregnancy"} == SENSITIVE_BARRIERS
    assert set(LISTS["Barrier"]) >= SENSITIVE_BARRIERS
