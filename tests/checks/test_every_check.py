"""Every check explains itself, and keeps to both of its examples."""

import re
from collections import Counter

import pytest
from checks.example_workbook import problems_of, read

from mentor_xl.catalogue import MEANINGS
from mentor_xl.checks import CHECKS, Check, meaning_of


def _codes(rows: tuple[str, ...]) -> Counter[str]:
    return Counter(problem.code for problem in problems_of(rows))


def test_nothing_is_wrong_with_the_sound_workbook() -> None:
    assert read().problems == ()
    assert problems_of() == []


@pytest.mark.parametrize("code", CHECKS)
def test_a_check_fires_on_its_first_example_and_is_silent_on_its_second(code: str) -> None:
    check = CHECKS[code]
    fires, silent = _codes(check.fires), _codes(check.silent)
    assert fires[code] >= 1, f"{code} does not fire on {check.fires}"
    assert silent[code] == 0, f"{code} fires on {check.silent}"


@pytest.mark.parametrize("code", CHECKS)
def test_the_examples_of_a_check_hold_no_cell_that_cannot_be_read(code: str) -> None:
    check = CHECKS[code]
    unread = [problem.code for rows in (check.fires, check.silent) for problem in read(rows).problems]
    assert set(unread) <= {"missing-value", "text-date"}


@pytest.mark.parametrize("code", CHECKS)
def test_a_code_is_made_of_lower_case_words_and_names_the_fault(code: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code)
    assert code not in MEANINGS


@pytest.mark.parametrize("code", CHECKS)
def test_a_check_asks_one_question_says_why_and_what_to_do(code: str) -> None:
    check = CHECKS[code]
    assert check.question.endswith("?")
    assert check.question.count("?") == 1
    assert len(check.question) <= 110
    for sentences in (check.why, check.do):
        assert sentences[0].isupper()
        assert sentences.endswith((".", ")", "?"))
        assert len(sentences) <= 220


def test_there_are_more_questions_than_ninety() -> None:
    assert len(CHECKS) > 90


def test_codes_met_while_reading_and_codes_of_checks_mean_something_in_the_same_form() -> None:
    by_check, by_reading = meaning_of("consent-withdrawn"), meaning_of("unknown-pupil")
    assert by_check is not None
    assert by_reading is not None
    assert by_check.question == "Does every consent that is relied on still stand?"
    assert by_check.fix.startswith("Talk with the family.")
    assert by_reading is MEANINGS["unknown-pupil"]
    assert meaning_of("no-such-code") is None


def test_the_register_is_read_only() -> None:
    with pytest.raises(TypeError):
        CHECKS["another"] = next(iter(CHECKS.values()))  # type: ignore[index]
    assert all(isinstance(check, Check) for check in CHECKS.values())
