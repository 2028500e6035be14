"""No number of the governors' report, taken from another one of the same pupils, leaves one to four."""

import re
from collections import defaultdict
from itertools import chain, combinations, product

import pytest
from a_caseload import D, Row, a
from a_whole_caseload import several, the_page
from hypothesis import given, settings
from hypothesis import strategies as st

from mentor_xl.audience import Audience
from mentor_xl.letter_parts.caseload import CountTable
from mentor_xl.reports.evaluation_report import EvaluationReport
from mentor_xl.reports.safe_tables import TOO_FEW, share_of, table

NOT_OF_PUPILS = {"Referrals received", "Sessions", "Time and cost"}
SHARE = re.compile(r"\d+% \((\d+) of (\d+)\)")

PUPIL = st.fixed_dictionaries(
    {
        "SEN status": st.sampled_from(["N", "N", "N", "K", "E", ""]),
        "Year group": st.sampled_from(["8", "8", "8", "9", "10", ""]),
        "Pupil premium": st.sampled_from(["Yes", "Yes", "No", "No", ""]),
        "Social care status": st.sampled_from(["None", "None", "Child protection"]),
        "barrier": st.sampled_from(["Behaviour", "Behaviour", "Friendship", "Anger", ""]),
        "score": st.sampled_from(["1", "1", "1", "-1", ""]),
        "measured": st.sampled_from(["9", "9", "3", ""]),
        "windows": st.sampled_from([57, 57, 48, 0]),
        "closed": st.sampled_from(["", "", "Targets met", "Targets met", "Moved school"]),
        "again": st.sampled_from([False, False, False, True]),
    }
)


def rows_of(n: int, one: dict[str, object]) -> list[Row]:
    ref, score, attended = f"{n:06}", one["score"], one["windows"]
    pupil = "; ".join(f"{heading}={cell}" for heading, cell in one.items() if heading[0].isupper())
    closed = f"Status=Closed; Closed on=2026-12-04; Closing reason={one['closed']}" if one["closed"] else ""
    rows = several(1, pupil, closed, f"Main barrier={one['barrier']}", first=n)
    if not one["barrier"]:
        rows = [row for row in rows if row[0] != "Referrals"]
    rows += [a("Targets", f"Target ID=T{n}; Case ID=C{n}; Score={score}"), a("Sessions", f"Pupil ID={ref}")]
    if one["measured"]:
        rows += [a("Measures", f"Pupil ID={ref}")]
        rows += [a("Measures", f"Pupil ID={ref}; Taken on=2026-11-16; Phase=Middle; Score={one['measured']}")]
    for since, until in (("2026-06-01", "2026-07-22"), ("2026-09-15", "2026-12-11")) if attended else ():
        cells = {"Pupil ID": ref, "From": since, "To": until, "Possible sessions": "60"}
        rows.append(("Attendance", {**cells, "Attended sessions": str(attended)}))
    if one["again"]:
        rows.append(a("Cases", f"Case ID=D{n}; Pupil ID={ref}; Referral ID=R{n}; Consent ID=K{n}"))
    return rows


def report_on(pupils: list[dict[str, object]], least: int) -> EvaluationReport:
    rows = [row for n, one in enumerate(pupils, 1) for row in rows_of(n, one)]
    shown = a("Settings", f"Hide counts below={least}")
    page = the_page("evaluation-report", Audience.GOVERNORS, shown, a("Scales"), *rows, today=D(2026, 12, 21))
    assert isinstance(page, EvaluationReport)
    return page


def sets_told(found: CountTable) -> list[int]:
    """How many pupils stand in each set that a table lets its reader put together."""
    cells = [
        int(line.count.split()[0]) for line in found.lines if re.fullmatch(r"\d+( together)?", line.count)
    ]
    some = chain.from_iterable(combinations(cells, size) for size in range(1, len(cells) + 1))
    shares = [SHARE.fullmatch(line.count) for line in found.lines]
    of_shares = [
        number
        for share in shares
        if share
        for number in (int(share[1]), int(share[2]), int(share[2]) - int(share[1]))
    ]
    in_the_note = [int(number) for number in re.findall(r"(?<!\S)\d+\b(?!%)", found.note)]
    return [*map(sum, some), *of_shares, *in_the_note]


@settings(max_examples=60, deadline=None)
@given(st.lists(PUPIL, min_size=6, max_size=13), st.sampled_from([3, 5]))
def test_what_is_left_of_all_pupils_is_never_one_to_four(pupils: list[dict[str, object]], least: int) -> None:
    page = report_on(pupils, least)
    number = len(pupils)
    assert page.cards[0].number == str(number)
    assert re.findall(r"\d+", page.summary) == [str(number)]
    for found in (*page.who, *page.service, *page.outcomes):
        told = [] if found.title in NOT_OF_PUPILS else sets_told(found)
        assert not [n for n in told if 0 < n < least or 0 < number - n < least], (number, found)


def test_a_table_accounts_for_every_pupil_or_says_of_too_few_nothing() -> None:
    pupils = [{"score": "1", "barrier": "Behaviour", "windows": 57, "measured": "9"} for _ in range(22)]
    pupils[0].update(score="", barrier="", windows=0, measured="")
    usual = {"again": False, "closed": "", "SEN status": "N", "Year group": "8", "Pupil premium": "Yes"}
    page = report_on([{**usual, **one} for one in pupils], 5)
    titles = {found.title for found in (*page.who, *page.outcomes)}
    assert titles & {"How far pupils came on their targets", "Why mentoring began"} == set()
    (before_and_since,) = (found for found in page.outcomes if "before mentoring" in found.title)
    assert before_and_since.note == "Of all pupils who have figures for both times."
    assert {line.label: line.count for line in before_and_since.lines}["Missing 10% or more since"] == "0%"


@pytest.mark.parametrize("least", [3, 4, 5])
@pytest.mark.parametrize("cells", [1, 2, 3])
def test_whoever_knows_how_many_there_are_is_left_with_two_values_of_each_hidden_number(
    least: int, cells: int
) -> None:
    for number in range(least, 2 * least + 5):
        looks_like: defaultdict[str, list[tuple[int, ...]]] = defaultdict(list)
        for counts in product(range(number + 1), repeat=cells):
            if sum(counts) <= number:
                named = {f"Cell {at}": count for at, count in enumerate(counts)}
                found = table("Title", named, least, of=number, others="Others")
                looks_like[repr(found)].append((*counts, number - sum(counts)))
        for look, alike in looks_like.items():
            for at in range(cells + 1):
                values = {counts[at] for counts in alike}
                assert len(values) > 1 or not 0 < min(values) < least, (look, alike)


@pytest.mark.parametrize("least", [3, 5])
def test_a_share_of_pupils_leaves_two_values_of_each_number_too_small_to_be_told(least: int) -> None:
    for number in range(least, 3 * least + 3):
        looks_like: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for part, rest in product(range(number + 1), repeat=2):
            if part + rest <= number:
                cells = (part, rest, number - part - rest)
                looks_like[share_of(part, part + rest, number, least)].append(cells)
        for look, alike in looks_like.items():
            for values in map(set, zip(*alike, strict=True)):
                assert len(values) > 1 or not 0 < min(values) < least, (look, alike)


def test_what_there_is_none_of_and_what_is_recorded_of_nobody_are_told_apart() -> None:
    assert table("Title", {"A": 0}, 5, of=0, others="Not recorded").note == "There were none."
    assert table("Title", {"A": 0}, 5, of=9, others="Not recorded").note == "Not recorded: all."
    assert table("Title", {"A": 1}, 5, of=9, others="Not recorded").note == TOO_FEW
