"""Does ``explain`` say of a rule all that a person needs to trust a date, in good English?"""

import pytest

from mentor_xl.cli import run
from mentor_xl.deadlines import RULES, DeadlineRule
from mentor_xl.explanations import explanations

Say = pytest.CaptureFixture[str]


def test_a_rule_of_the_law_is_told_whole(capsys: Say) -> None:
    assert run(["explain", "EHCP-AR"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Annual review of EHC plan (ehcp-annual-review, EHCP-AR)"
    told = dict(line.split(": ", 1) for line in lines[1:])
    assert told["By when"] == "12 months after the date it is counted from"
    assert told["Strength"].startswith("hard. It has a last legal day")
    assert "Children and Families Act 2014" in told["Source"]
    assert told["Nations"] == "England"
    assert told["Done"] == "a row “Annual review of EHC plan” on Reviews has its Held on filled."
    assert "Check locally" not in told


def test_good_practice_is_never_told_as_law(capsys: Say) -> None:
    assert run(["explain", "mentoring-review"]) == 0
    said = capsys.readouterr().out
    assert "Strength: soft. A date to aim at" in said
    assert "Check locally: this is a default, not law." in said
    assert "Nations: all four" in said


@pytest.mark.parametrize(
    ("slug", "amount"),
    [
        ("mentoring-review", "6 school weeks after the date it is counted from"),
        ("follow-up-term", "1 term after the date it is counted from"),
        ("ehcp-invitation", "14 calendar days before the date it is counted from"),
        ("target-review", "the date itself, as it is given; nothing is counted"),
    ],
)
def test_the_amount_is_told_in_words(slug: str, amount: str) -> None:
    assert f"By when: {amount}" in explanations()[slug]


@pytest.mark.parametrize(
    ("slug", "how"),
    [
        ("ehcp-invitation", "Invited on filled"),
        ("ehcp-report", "Report sent on filled"),
        ("agency-chase", "Acknowledged on or Closed on"),
        ("target-review", "no longer Open"),
    ],
)
def test_what_closes_a_date_is_told(slug: str, how: str) -> None:
    (done,) = [line for line in explanations()[slug] if line.startswith("Done: ")]
    assert how in done


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_every_rule_has_its_source_its_strength_and_what_closes_it(rule: DeadlineRule) -> None:
    lines = explanations()[rule.slug]
    kinds = [line.partition(":")[0] for line in lines[1:]]
    assert len(kinds) == len(set(kinds))
    assert {"By when", "Strength", "Source", "Nations", "Counted from", "Done"} <= set(kinds)
    assert all(line.partition(": ")[2] for line in lines[1:])
    assert not any(line.startswith("By when: 1 ") and line.split()[3].endswith("s") for line in lines)
