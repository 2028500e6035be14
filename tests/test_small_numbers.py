"""No number that is hidden can be found again by anybody who knows the total and how hiding is done."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.small_numbers import (
    LOWEST,
    Share,
    least_shown,
    safe_average,
    safe_counts,
    safe_share,
    safe_total,
)

COUNTS = st.lists(st.integers(0, 40), min_size=1, max_size=8)
LEAST = st.integers(LOWEST, 10)


@pytest.mark.parametrize("least", [3, 4, 5])
@pytest.mark.parametrize("cells", [1, 2, 3, 4])
def test_whoever_knows_total_and_rule_is_left_with_two_values_at_least(least: int, cells: int) -> None:
    for total in range(least, 2 * least + 6):
        tables = [table for table in product(range(total + 1), repeat=cells) if sum(table) == total]
        looks_like: defaultdict[tuple[int | None, ...], list[tuple[int, ...]]] = defaultdict(list)
        for table in tables:
            looks_like[safe_counts(table, least)].append(table)
        for shown, alike in looks_like.items():
            for at, cell in enumerate(shown):
                assert cell is not None or len({table[at] for table in alike}) > 1, (shown, alike)


@given(COUNTS, LEAST)
def test_what_is_shown_is_true_and_never_small(counts: list[int], least: int) -> None:
    for count, shown in zip(counts, safe_counts(counts, least), strict=True):
        assert shown in (None, count)
        assert not 0 < (shown or 0) < least


@given(COUNTS, LEAST)
def test_what_the_total_leaves_for_the_hidden_cells_is_not_small_either(
    counts: list[int], least: int
) -> None:
    safe = safe_counts(counts, least)
    hidden = [count for count, shown in zip(counts, safe, strict=True) if shown is None]
    is_all = len(hidden) == len(counts)
    assert not hidden or is_all or (sum(hidden) >= least and len(hidden) > 1)


@given(COUNTS, LEAST)
def test_where_no_count_is_small_all_are_shown(counts: list[int], least: int) -> None:
    large = [count for count in counts if count == 0 or count >= least]
    assert safe_counts(large, least) == tuple(large)


@given(COUNTS, LEAST, st.randoms(use_true_random=False))
def test_the_order_of_the_cells_does_not_matter(counts: list[int], least: int, chance: object) -> None:
    order = list(range(len(counts)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    safe = safe_counts(counts, least)
    assert safe_counts([counts[at] for at in order], least) == tuple(safe[at] for at in order)


TABLES = {
    (15, 4, 1): (15, None, None),
    (10, 2, 1, 0): (None, None, None, None),
    (20, 10, 2, 1, 0): (20, None, None, None, None),
    (12, 8): (12, 8),
    (12, 0): (12, 0),
    (17, 3): (None, None),
    (9, 7, 4, 4): (9, None, None, None),
    (0, 0): (0, 0),
    (4, 4): (None, None),
}


@pytest.mark.parametrize("counts", TABLES)
def test_a_table_hides_what_is_below_five_and_what_would_give_it_away(counts: tuple[int, ...]) -> None:
    assert safe_counts(counts, 5) == TABLES[counts]


SHARES = {
    (10, 20): Share(10, 20), (0, 20): Share(0, 20), (20, 20): Share(20, 20), (4, 20): None, (16, 20): None,
    (2, 4): None, (0, 4): None, (3, 7): None, (7, 7): Share(7, 7), (0, 0): None, (5, 10): Share(5, 10),
}  # fmt: skip


@pytest.mark.parametrize("part", SHARES)
def test_a_percentage_is_told_where_part_rest_and_whole_may_be(part: tuple[int, int]) -> None:
    assert safe_share(*part, 5) == SHARES[part]


def test_of_fewer_than_ten_the_percentage_alone_is_told() -> None:
    assert Share(7, 7).in_words == "100%"
    assert Share(12, 20).in_words == "60% (12 of 20)"
    assert [Share(part, 16).percent for part in (1, 2, 5)] == [6, 13, 31]


def test_averages_and_single_counts_need_enough_pupils_too() -> None:
    assert safe_average([1, 2, 3, 4], 5) is None
    assert safe_average([1, 2, 3, 4, 5], 5) == 3
    assert [safe_total(number, 5) for number in (0, 1, 4, 5)] == [0, None, None, 5]


def test_the_school_chooses_the_smallest_count_but_never_below_three() -> None:
    assert [least_shown(typed) for typed in (None, 10, 5, 3, 2, 0, -1)] == [5, 10, 5, 3, 3, 3, 3]
