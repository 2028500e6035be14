"""What the year's evaluation tells the governing board and those who lead, and that it tells of nobody."""

import pytest
from a_caseload import D, Row, a, all_text, outcome
from a_whole_caseload import planned, several, the_page
from hypothesis import given, settings
from hypothesis import strategies as st

from mentor_xl.audience import SENSITIVE_BARRIERS, Audience
from mentor_xl.casebook import SHEETS
from mentor_xl.letter_parts.caseload import CountTable
from mentor_xl.records import columns_of
from mentor_xl.reports.evaluation_report import EvaluationReport, LeaderEvaluation
from mentor_xl.vocabulary import BARRIERS

KIND = "evaluation-report"
CHRISTMAS = D(2026, 12, 21)
"""When the half term that the usual rows are of has ended."""


def page(*rows: Row) -> EvaluationReport:
    context = the_page(KIND, Audience.GOVERNORS, *rows, today=CHRISTMAS)
    assert type(context) is EvaluationReport
    return context


def lines_of(table: CountTable) -> dict[str, str]:
    return {line.label: line.count for line in table.lines}


def table(report: EvaluationReport, title: str) -> dict[str, str]:
    found = [t for t in (*report.who, *report.service, *report.outcomes, report.cost) if t.title == title]
    return lines_of(found[0]) if found else {}


def sessions(number: int, cells: str = "") -> list[Row]:
    return [a("Sessions", f"Pupil ID={n:06}; {cells}") for n in range(1, number + 1)]


# -- when it is made -------------------------------------------------------------------------------------


def test_it_goes_to_those_who_lead_and_to_the_governing_board() -> None:
    assert outcome(planned(KIND, *several(5))) == ["leader Settings!8", "governors Settings!2"]


def test_of_fewer_pupils_than_may_be_told_it_is_held_back() -> None:
    assert outcome(planned(KIND, *several(4))) == ["too-few-pupils"] * 2
    ten = a("Settings", "Hide counts below=10")
    assert outcome(planned(KIND, ten, *several(9))) == ["too-few-pupils"] * 2
    assert outcome(planned(KIND, ten, *several(10))) == ["leader Settings!8", "governors Settings!2"]


COUNTED = {
    "Status=Active": True,
    "Status=Paused": True,
    "Status=Waiting": False,
    "Status=Closed; Closed on=2026-09-30": True,
    "Status=Closed; Closed on=2026-08-31": False,
    "Status=Closed; Closed on=; Started on=2026-09-14": True,
    "Status=Closed; Closed on=; Started on=2026-03-14": False,
    "Started on=2027-01-06": False,
}


@pytest.mark.parametrize("cells", COUNTED)
def test_it_counts_the_cases_that_ran_in_this_school_year(cells: str) -> None:
    rows = [*several(5), *several(1, case=cells, first=6)]
    assert page(*rows).cards[0].number == ("6" if COUNTED[cells] else "5")


def test_a_pupil_with_two_cases_is_one_and_one_whose_id_stands_twice_is_none() -> None:
    again = a("Cases", "Case ID=C99; Pupil ID=000001; Referral ID=; Consent ID=K1")
    assert page(*several(5), again).cards[0].number == "5"
    twice = [*several(6), a("Pupils", "Pupil ID=000006")]
    assert page(*twice).cards[0].number == "5"


# -- its figures -----------------------------------------------------------------------------------------


def test_groups_too_small_stand_together_so_that_no_total_gives_one_away() -> None:
    rows = [
        *several(15, "SEN status=N"),
        *several(4, "SEN status=K", first=16),
        *several(1, "SEN status=E", first=20),
    ]
    assert table(page(*rows), "Special educational needs") == {
        "No special educational needs": "15",
        "SEN support; Education, health and care plan": "5 together",
    }


def test_a_table_of_which_too_little_is_left_is_named_and_not_shown() -> None:
    rows = [*several(18, "SEN status=N"), *several(2, "SEN status=K", first=19)]
    assert table(page(*rows), "Special educational needs") == {}
    assert "Special educational needs" in page(*rows).cannot_say[0]


def test_years_are_told_one_by_one_only_where_each_is_large_enough() -> None:
    rows = [*several(6, "Year group=8"), *several(5, "Year group=9", first=7)]
    assert table(page(*rows), "Year groups") == {"Year 8": "6", "Year 9": "5"}
    rows = [
        *several(6, "Year group=8"),
        *several(4, "Year group=9", first=7),
        *several(5, "Year group=10", first=11),
    ]
    assert table(page(*rows), "Year groups") == {"Years 7 to 9": "10", "Years 10 and 11": "5"}


@pytest.mark.parametrize("barrier", [*SENSITIVE_BARRIERS, "Our own word"])
def test_a_sensitive_reason_and_one_of_the_schools_own_count_among_the_others(barrier: str) -> None:
    told = table(page(*several(6, referral=f"Main barrier={barrier}")), "Why mentoring began")
    assert told["Home, health and other reasons"] == "6"


def test_no_single_barrier_is_ever_named() -> None:
    rows = [
        row
        for n, barrier in enumerate(BARRIERS, 1)
        for row in several(1, referral=f"Main barrier={barrier}", first=n)
    ]
    labels = table(page(*rows), "Why mentoring began")
    assert sum(int(count.split()[0]) for count in labels.values()) == len(BARRIERS)
    named = {label for line in labels for label in line.split("; ")}
    assert named & set(BARRIERS) <= {"Behaviour"}


def test_targets_are_counted_by_pupil_and_not_one_by_one() -> None:
    rows = several(10)
    rows += [a("Targets", f"Target ID=T{n}; Case ID=C{n}; Score={1 if n < 6 else 0}") for n in range(1, 11)]
    rows += [a("Targets", f"Target ID=T9{n}; Case ID=C1; Score=2") for n in range(9)]
    told = table(page(*rows), "How far pupils came on their targets")
    assert told == {"Further than hoped": "5", "About as far as hoped": "5", "Not as far as hoped yet": "0"}


def test_measures_compare_each_pupil_with_themself_and_say_nothing_of_fewer_than_five() -> None:
    rows = [*several(6), a("Scales")]
    for n in range(1, 7):
        rows.append(a("Measures", f"Pupil ID={n:06}"))
        rows.append(a("Measures", f"Pupil ID={n:06}; Taken on=2026-11-16; Phase=Middle; Score=7"))
    told = table(page(*rows), "Wellbeing, filled in by teachers")
    assert told == {"A step forward": "6", "About the same": "0", "Harder at the moment": "0"}
    assert table(page(*rows[:-4]), "Wellbeing, filled in by teachers") == {}


def attendance(n: int, before: int, since: int) -> list[Row]:
    base = f"Pupil ID={n:06}; Possible sessions=60"
    return [
        ("Attendance", {**_cells(f"{base}; From=2026-06-01; To=2026-07-22; Attended sessions={before}")}),
        ("Attendance", {**_cells(f"{base}; From=2026-09-03; To=2026-10-23; Attended sessions={since}")}),
    ]


def _cells(text: str) -> dict[str, str]:
    return dict(part.strip().split("=") for part in text.split(";"))


def test_attendance_before_and_since_is_of_the_same_pupils_and_five_at_least() -> None:
    title = "Attendance and behaviour, before mentoring and since"
    rows = [*several(7), *(row for n in range(1, 6) for row in attendance(n, 48, 57))]
    told = table(page(*rows), title)
    assert (told["Attendance before"], told["Attendance since"]) == ("80%", "95%")
    assert (told["Missing 10% or more before"], told["Missing 10% or more since"]) == ("100%", "0%")
    assert table(page(*rows[:-2]), title) == {}


def test_sessions_are_told_where_enough_pupils_stand_behind_them() -> None:
    rows = [*several(6), *sessions(6), *sessions(6, "Date=2026-11-09; Attended=Absent")]
    assert table(page(*rows), "Sessions")["Sessions attended, of those offered"] == "50% (6 of 12)"
    few = [*several(6), *sessions(4), *sessions(4, "Date=2026-11-09; Attended=Absent")]
    assert table(page(*few), "Sessions")["Sessions attended, of those offered"] == "–"


def test_the_cost_is_hours_times_the_hourly_cost_and_none_where_one_is_missing() -> None:
    paid = a("Staff", "Hourly cost=20")
    rows = [
        paid,
        *several(5),
        *sessions(5, "Minutes=60"),
        *sessions(1, "Minutes=60; Time outside mentoring=Cover"),
    ]
    report = page(*rows)
    assert table(report, "Time and cost") == {
        "Mentoring": "5 hours", "Covering lessons": "one hour", "Cost of the time with pupils": "£100",
        "Cost a pupil": "£20",
    }  # fmt: skip
    assert report.cards[3].number == "£20"
    unpaid = page(*several(5), *sessions(5))
    assert unpaid.cards[3].number == "–"
    assert "£" not in all_text(unpaid)


def test_only_those_who_lead_read_the_hours_of_each_mentor() -> None:
    rows = [*several(5), *sessions(5, "Minutes=60")]
    leader = the_page(KIND, Audience.LEADER, *rows)
    assert isinstance(leader, LeaderEvaluation)
    assert lines_of(leader.mentors) == {"Mrs Kathleen Salt": "5"}
    assert "mentors" not in EvaluationReport.model_fields


# -- nobody is in it -------------------------------------------------------------------------------------

KEPT = {"Settings", "Staff", "Scales", "Calendar"}
"""Sheets that are about no pupil."""
IDS = {
    "Pupil ID",
    "Case ID",
    "Referral ID",
    "Consent ID",
    "Target ID",
    "Mentor",
    "Informant",
    "Measure",
    "Group",
}


def planted() -> list[Row]:
    """Six pupils, and a word of its own in every cell that takes words, on every sheet about pupils."""
    rows = [*several(6), *sessions(6), a("Scales")]
    for n in range(1, 7):
        rows += [
            a("Targets", f"Target ID=T{n}; Case ID=C{n}"),
            a("Contacts", f"Pupil ID={n:06}"),
            a("Measures", f"Pupil ID={n:06}"),
            a("Measures", f"Pupil ID={n:06}; Taken on=2026-11-16; Score=9"),
            *attendance(n, 48, 57),
        ]
    return [_marked(sheet, cells or {}, at) for at, (sheet, cells) in enumerate(rows)]


def _marked(sheet: str, cells: object, at: int) -> Row:
    assert isinstance(cells, dict)
    record = next(record for record in SHEETS.values() if record.sheet_name == sheet)
    marks = {
        column.heading: f"Zq{at}z{place}q"
        for place, column in enumerate(columns_of(record))
        if column.kind in ("text", "note", "text;") and column.heading not in IDS and sheet not in KEPT
    }
    return sheet, {**cells, **marks}


@pytest.mark.parametrize("audience", [Audience.GOVERNORS, Audience.LEADER])
def test_no_name_and_no_word_that_somebody_typed_of_a_pupil_stands_in_it(audience: Audience) -> None:
    text = all_text(the_page(KIND, audience, *planted()))
    assert "Zq" not in text
    assert not [f"{n:06}" for n in range(1, 7) if f"{n:06}" in text]


NUMBERS = st.lists(st.sampled_from(["N", "K", "E", ""]), min_size=5, max_size=16)


@settings(max_examples=25)
@given(NUMBERS, st.lists(st.sampled_from(["7", "8", "10", "11"]), min_size=16, max_size=16))
def test_no_count_of_pupils_below_five_is_ever_shown(needs: list[str], years: list[str]) -> None:
    rows = [
        row
        for n, (need, year) in enumerate(zip(needs, years, strict=False), 1)
        for row in several(1, f"SEN status={need}; Year group={year}", first=n)
    ]
    for found in page(*rows).who:
        counts = [line.count.split()[0] for line in found.lines if line.count.split()[0].isdigit()]
        assert not [count for count in counts if 0 < int(count) < 5]
