"""From when a measure may be taken again: information that is never overdue."""

import datetime as dt

import pytest
from deadlines.a_school import D, dues_of, of_rule
from deadlines.the_cases import case, pupil

TODAY = D(2026, 11, 23)


def measured(*rows: str, gap: str = "28", status: str = "Active") -> str:
    """Rows of *measure, informant, taken on*."""
    lines = "\n".join(f"| 000001 | {row} | Entry | 17 |" for row in rows)
    return (
        pupil()
        + case(status, "2026-09-14", "2026-11-20" if status == "Closed" else "")
        + "\n# Scales\n| Measure | Better is | Repeat no sooner than |\n"
        f"| SDQ | Lower | {gap} |\n| SDQ prosocial | Higher | {gap} |\n| Leuven | Higher | |\n"
        f"# Measures\n| Pupil ID | Measure | Informant | Taken on | Phase | Score |\n{lines}\n"
    )


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        (("SDQ | Teacher | 2026-11-02",), [D(2026, 11, 30)]),
        (("SDQ | Teacher | 2026-10-30",), [D(2026, 11, 30)]),  # 27 November is an INSET day: on, not back
        (("SDQ | Teacher | 2026-10-26",), []),  # from today on it may be taken
        (("SDQ | Teacher | 2026-09-02", "SDQ | Teacher | 2026-11-02"), [D(2026, 11, 30)]),
        (("SDQ | Teacher | 2026-11-02", "SDQ prosocial | Teacher | 2026-11-02"), [D(2026, 11, 30)]),
        (
            ("SDQ | Teacher | 2026-11-02", "SDQ | Parent | 2026-11-09"),
            [D(2026, 11, 30), D(2026, 12, 7)],
        ),
        (("Leuven | Teacher | 2026-11-02",), []),
        (("SDQ | Teacher | 2026-11-24",), []),  # taken tomorrow: a slip
    ],
)
def test_a_measure_is_repeated_no_sooner_than_its_scale_says(
    rows: tuple[str, ...], days: list[dt.date]
) -> None:
    dues = of_rule(dues_of(measured(*rows), TODAY), "measure-again")
    assert [due.act_by for due in dues] == days
    assert {due.state for due in dues} <= {"planned"}


@pytest.mark.parametrize("gap", ["0", "-5", "20261105"])
def test_a_gap_that_is_none_says_nothing(gap: str) -> None:
    assert of_rule(dues_of(measured("SDQ | Teacher | 2026-11-02", gap=gap), TODAY), "measure-again") == []


@pytest.mark.parametrize("status", ["Paused", "Closed", "Waiting"])
def test_only_whoever_is_mentored_is_measured_again(status: str) -> None:
    text = measured("SDQ | Teacher | 2026-11-02", status=status)
    assert of_rule(dues_of(text, TODAY), "measure-again") == []
