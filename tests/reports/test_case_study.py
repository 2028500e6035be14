"""A case study tells what helped, and nobody can tell whom."""

import re
from collections.abc import Mapping

import pytest
from a_caseload import Row, a, all_text, casebook_of, outcome
from a_whole_caseload import planned, several, the_page
from hypothesis import given, settings
from hypothesis import strategies as st

from mentor_xl.audience import SENSITIVE_BARRIERS, Audience
from mentor_xl.reports.anonymity import names_in, names_nobody
from mentor_xl.reports.case_study import CaseStudy
from mentor_xl.reports.supported import area_of

KIND, ID = "case-study", "000001"


LOOKED_AT = a("Targets", "Target ID=T99; Target=Draw a map; Status=Met; Score=")


def study(*rows: Row) -> CaseStudy:
    if not any(sheet == "Targets" for sheet, _ in rows):
        rows = (*rows, LOOKED_AT)
    context = the_page(KIND, Audience.SCHOOL, *rows, pupils=[ID])
    assert isinstance(context, CaseStudy)
    return context


def targets(*words: str) -> list[Row]:
    return [a("Targets", f"Target ID=T{n}; Target={text}; Help needed=") for n, text in enumerate(words)]


def test_it_is_made_for_a_pupil_who_is_named_and_for_no_other() -> None:
    assert outcome(planned(KIND, *several(5), LOOKED_AT, pupils=[ID])) == [
        "leader Settings!8",
        "school Pupils!2",
    ]
    assert planned(KIND, *several(5)) == []


def test_it_waits_for_consent_and_for_enough_pupils() -> None:
    assert outcome(planned(KIND, *several(4), LOOKED_AT, pupils=[ID])) == ["too-few-pupils"] * 2
    rows = [*several(5, case="Consent ID="), LOOKED_AT]
    assert outcome(planned(KIND, *rows, pupils=[ID])) == ["no-consent"] * 2


def test_of_mentoring_that_nobody_has_looked_at_yet_there_is_nothing_to_learn() -> None:
    assert outcome(planned(KIND, *several(5), pupils=[ID])) == ["nothing-to-tell"] * 2
    not_yet = a("Targets", "Score=; Status=Open")
    assert outcome(planned(KIND, *several(5), not_yet, pupils=[ID])) == ["nothing-to-tell"] * 2


# -- who it is about ---------------------------------------------------------------------------------------


def alike(*many: tuple[int, str, str]) -> list[Row]:
    """So many pupils of each sort: number, cells of the pupil, main barrier."""
    rows: list[Row] = []
    first = 1
    for number, pupil, barrier in many:
        rows += several(number, pupil, referral=f"Main barrier={barrier}", first=first)
        first += number
    return rows


K = "SEN status=K; SEN type 1"
DESCRIBED: Mapping[str, tuple[list[Row], str]] = {
    "all alike": (
        alike((5, f"{K}=ASD", "Friendship")),
        (
            "Alex is a pupil in Years 7 to 9 with additional needs in the area of communication and "
            "interaction. The name is not the pupil’s own. Mentoring began because of friendship."
        ),
    ),
    "one barrier apart": (
        alike((4, f"{K}=ASD", "Friendship"), (1, f"{K}=ASD", "Being bullied")),
        (
            "Alex is a pupil in Years 7 to 9 with additional needs in the area of communication and "
            "interaction. The name is not the pupil’s own. Mentoring began because of friendship and "
            "bullying."
        ),
    ),
    "one need apart": (
        alike((4, f"{K}=ASD", "Friendship"), (1, f"{K}=PD", "Friendship")),
        (
            "Alex is a pupil in Years 7 to 9 with additional needs. The name is not the pupil’s own. "
            "Mentoring began because of friendship and bullying."
        ),
    ),
    "the only one with a need": (
        alike((1, f"{K}=ASD", "Friendship"), (5, "SEN status=N", "Friendship")),
        (
            "Alex is a pupil in Years 7 to 9. The name is not the pupil’s own. Mentoring began because of "
            "friendship and bullying."
        ),
    ),
    "the only one of the years": (
        alike((1, "Year group=11", "Friendship"), (5, "", "Friendship")),
        (
            "Alex is a pupil. The name is not the pupil’s own. Mentoring began because of friendship and "
            "bullying."
        ),
    ),
    "alike in nothing": (
        alike((1, "Year group=11", "Anger"), (5, "", "Friendship")),
        "Alex is a pupil. The name is not the pupil’s own.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", DESCRIBED)
def test_a_pupil_is_described_as_far_as_five_pupils_fit(how: str) -> None:
    rows, words = DESCRIBED[how]
    told = study(*rows)
    assert f"{told.who} {told.why}".strip() == words


SORTS = st.tuples(
    st.sampled_from(["7", "9", "10", "11"]),
    st.sampled_from(["Friendship", "Being bullied", "Anger", "Bereavement", *sorted(SENSITIVE_BARRIERS)]),
    st.sampled_from(["SEN status=N", f"{K}=ASD", f"{K}=SEMH", "SEN status=E; SEN type 1=ASD"]),
)


@settings(max_examples=40)
@given(st.lists(SORTS, min_size=5, max_size=9))
def test_at_least_five_pupils_fit_whatever_is_said(sorts: list[tuple[str, str, str]]) -> None:
    rows = alike(*((1, f"Year group={year}; {need}", barrier) for year, barrier, need in sorts))
    told = study(*rows)
    said = f"{told.who} {told.why}"
    assert sum(_fits(said, *sort) for sort in sorts) >= 5
    assert not [barrier for barrier in SENSITIVE_BARRIERS if barrier.casefold() in said.casefold()]


def _fits(said: str, year: str, barrier: str, need: str) -> bool:
    """Whether a pupil of this sort could be meant, for somebody who knows the workbook."""
    years = re.search(r"in (Years \w+ (?:to|and) \w+)", said)
    is_of_years = years is None or years[1] == ("Years 7 to 9" if int(year) < 10 else "Years 10 and 11")
    why = re.search(r"because of (.+)\.$", said)
    reasons = {barrier.casefold(), area_of(barrier).casefold()}
    is_of_reason = why is None or why[1].casefold() in reasons
    has_need = need != "SEN status=N"
    area = "social" if "SEMH" in need else "communication"
    is_of_need = "additional needs" not in said or (has_need and ("area of" not in said or area in said))
    return is_of_years and is_of_reason and is_of_need


def test_years_are_told_in_the_nations_own_bands() -> None:
    assert study(*several(5, "Year group=Year 6")).who.startswith("Alex is a pupil in Years 3 to 6.")
    scotland = a("Settings", "Nation=Scotland")
    assert study(scotland, *several(5, "Year group=S2")).who.startswith("Alex is a pupil in S1 to S6.")


def test_the_name_is_one_that_nobody_has() -> None:
    rows = [
        *several(5),
        a("Contacts", "Forename=Alex"),
        a("Staff"),
        a("Staff", "Staff code=R; Forename=Robin"),
    ]
    assert study(*rows).pseudonym == "Sam"


# -- the words of the workbook ------------------------------------------------------------------------------

HELD_BACK = (
    "Sit next to Rowan", "sit next to rowan", "Knownb’s table", "Talk to Mrs Salt", "Write to Ada",
    "Play with Chloe",
    "Be in 9A on time", "Stay till 15:30", "Come on Mondays", "Ring 01392 555014", "Mail ann@example.org",
    "The Exeford bus", "Since 5 November", "Finish work at Weir",
)  # fmt: skip
KEPT = (
    "Finish one piece of work", "I will sit with someone at lunch on three days", "Ask for help. Then try.",
    "Put my hand up in Maths and English", "I’m in my place on time", "I can say it may be hard",
)  # fmt: skip


@pytest.mark.parametrize("words", HELD_BACK)
def test_words_that_name_somebody_a_place_or_a_day_are_left_out_and_counted(words: str) -> None:
    rows = [
        *several(5),
        a("Pupils", "Pupil ID=000009; Known as=Rowan"),
        a("Contacts", "Pupil ID=000002"),
        *targets(words),
    ]
    told = study(*rows)
    assert (told.targets, told.left_out) == ((), 1)


@pytest.mark.parametrize("words", KEPT)
def test_words_that_name_nobody_are_told(words: str) -> None:
    told = study(*several(5), *targets(words))
    assert [one.target for one in told.targets] == [words]
    assert told.left_out == 0


def test_help_is_told_that_went_with_what_went_well_and_names_nobody() -> None:
    rows = [
        a("Targets", "Target ID=T1; Help needed=A quiet corner"),
        a("Targets", "Target ID=T2; Help needed=Lunch with Mr Brown"),
        a("Targets", "Target ID=T3; Help needed=A map; Score=-2"),
    ]
    told = study(*several(5), *rows)
    assert (told.what_helped, told.left_out) == (("A quiet corner",), 1)


def test_a_surname_that_is_also_a_common_word_is_a_name_all_the_same() -> None:
    names = names_in(
        casebook_of(*several(5, "Legal surname=Young"), a("Groups", "Group=Young people together"))
    )
    assert not names_nobody("Help the young ones", names)
    assert names_nobody(
        "Work together", names_in(casebook_of(*several(5), a("Groups", "Group=Work together")))
    )


# -- what else is not in it ---------------------------------------------------------------------------------


def test_no_name_no_day_no_form_no_id_and_no_reference_stand_in_it() -> None:
    session = a("Sessions", "Note=Rowan cried; Place=Room 4; Next step=Ask Ada")
    rows = [*several(5, "Form=9Q; Date of birth=2013-05-05"), session, *targets("Ask for help")]
    for audience in (Audience.SCHOOL, Audience.LEADER):
        context = the_page(KIND, audience, *rows, pupils=[ID])
        text = all_text(context)
        for word in (
            "Forename",
            "Surname",
            "Known",
            "9Q",
            "2013",
            "May",
            ID,
            "C1",
            "T0",
            "Room 4",
            "cried",
            "September",
        ):
            assert word not in text, word
        assert isinstance(context, CaseStudy)
        assert context.letter.reference == "Case study"


def test_how_much_and_how_long_are_rounded() -> None:
    rows = [*several(5), *(a("Sessions", f"Date=2026-10-{day:02}") for day in range(5, 17))]
    assert study(*rows).what_was_done == "Alex and a mentor met about 10 times over about a term."
    assert study(*several(5)).what_was_done == "Alex and a mentor met a few times over about a term."


def test_only_approaches_of_the_shipped_list_are_told() -> None:
    rows = [
        a("Sessions", "Approach=Coaching"),
        a("Sessions", "Approach=Sessions with Ms Lane"),
        a("Targets", "Strategy=Buddy"),
    ]
    assert study(*several(5), *rows).approaches == ("Buddy", "Coaching")


def test_an_approach_that_tells_a_need_is_told_only_where_enough_pupils_had_it() -> None:
    def with_low_demand(pupils: int) -> tuple[str, ...]:
        had = [a("Sessions", f"Pupil ID={n:06}; Approach=Low-demand") for n in range(1, pupils + 1)]
        return study(*several(6), *had, a("Sessions", "Approach=Coaching")).approaches

    assert with_low_demand(4) == ("Coaching",)
    assert with_low_demand(5) == ("Coaching", "Low-demand")


def test_what_changed_is_told_in_words_without_a_figure() -> None:
    rows = [a("Scales"), a("Measures"), a("Measures", "Taken on=2026-11-16; Score=8")]
    told = study(*several(5), *rows)
    assert told.changes == ("Questionnaires filled in by a teacher: a step forward.",)
    assert not re.search(r"\d", " ".join(told.changes))
