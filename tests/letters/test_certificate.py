"""When a certificate is made, and that it never says why somebody has a mentor."""

import pytest
from a_caseload import Row, a, all_text, made, no, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.letters.certificate import CertificatePage

ONE = ["pupil Pupils!2"]
NO_TARGET, NO_REWARD = no("Targets"), no("Rewards")


def certificates(*rows: Row, asked: bool = False) -> list[str]:
    return outcome(made("certificate", *rows, asked=asked))


def page(*rows: Row) -> CertificatePage:
    context = the_document(made("certificate", *rows), Audience.PUPIL).context
    assert isinstance(context, CertificatePage)
    return context


REWARDS = {
    "": ONE,
    "Date=2026-11-10": ONE,
    "Date=2026-11-09": [],
    "Date=2026-11-23": ONE,
    "Reward=Sticker": [],
    "Reward=Praise": [],
    "Reward=Prize": [],
}


@pytest.mark.parametrize("cells", REWARDS)
def test_a_certificate_of_the_last_two_weeks_is_made(cells: str) -> None:
    assert certificates(a("Rewards", cells), NO_TARGET) == REWARDS[cells]


def test_asked_for_one_pupil_older_ones_are_made_too() -> None:
    rows = (a("Rewards", "Date=2026-09-20"), a("Rewards", "Date=2026-10-20"))
    assert certificates(*rows, asked=True) == ONE * 2


def test_two_for_one_day_are_two() -> None:
    assert certificates(a("Rewards"), a("Rewards", "For=Feeding the rabbits")) == ONE * 2


def test_it_says_for_what_and_when() -> None:
    told = page(a("Rewards", "For=Helping a new pupil.")).achievement
    assert (told.words, told.date, told.is_target) == ("Helping a new pupil", "12 November 2026", False)


TARGETS = {
    "Status=Met; Scored on=2026-11-20; Score=2": ONE,
    "Status=Met; Scored on=2026-10-20; Score=2": [],
    "Status=Partly met; Scored on=2026-11-20": [],
    "Status=Open": [],
}


@pytest.mark.parametrize("cells", TARGETS)
def test_a_target_that_was_met_lately_has_its_certificate(cells: str) -> None:
    assert certificates(a("Targets", cells), NO_REWARD) == TARGETS[cells]


def test_a_certificate_for_a_target_never_says_what_the_target_was() -> None:
    met = a("Targets", "Target=Stop hitting; Status=Met; Scored on=2026-11-20; Strategy=Mediation")
    context = page(met, a("Referrals", "Main barrier=Anger"), a("Cases", "Aim=Fewer fights"))
    text = all_text(context)
    assert context.achievement.is_target
    assert not any(word in text for word in ("hitting", "Anger", "fights", "Mediation"))


def test_where_there_is_nothing_to_certify_only_somebody_who_asks_is_told_so() -> None:
    assert certificates(NO_REWARD, NO_TARGET) == []
    assert certificates(NO_REWARD, NO_TARGET, asked=True) == ["nothing-to-certify"]


def test_none_is_made_without_consent_to_mentoring() -> None:
    assert certificates(a("Rewards"), a("Cases", "Consent ID=")) == ["no-consent"]
