"""What a speech and language service, and those who teach the pupil, are told of how it goes in class."""

import pytest
from a_caseload import Row, all_text, made, outcome, the_document
from agency_caseload import WHOLE, referral_to

from mentor_xl.audience import Audience
from mentor_xl.letters.salt_update import SaltUpdate, SaltUpdateForTeachers

BOTH = ["agency Agencies!2", "teacher Pupils!2"]
AT_WORK = "Sent on=2026-10-05; Outcome=Accepted"


def rows(referral: str = AT_WORK, kind: str = "Speech and language", **cells: str) -> tuple[Row, ...]:
    return (*WHOLE, *referral_to(kind, referral=referral, **cells))


MOMENTS = {
    AT_WORK: BOTH,
    "Sent on=2026-10-05; Outcome=Waiting": [],
    "Sent on=2026-10-05": [],
    "Sent on=; Outcome=Accepted": [],
    f"{AT_WORK}; Closed on=2026-11-20": [],
}


@pytest.mark.parametrize("referral", MOMENTS)
def test_an_update_is_written_while_a_service_is_at_work(referral: str) -> None:
    assert outcome(made("salt-update", *rows(referral))) == MOMENTS[referral]


def test_it_waits_for_a_target_unless_somebody_asks_for_it() -> None:
    bare = tuple(row for row in rows() if row[0] != "Targets")
    assert outcome(made("salt-update", *bare)) == []
    assert outcome(made("salt-update", *bare, asked=True)) == BOTH


@pytest.mark.parametrize("kind", ["CAMHS", "Educational psychology", "Counselling"])
def test_other_services_get_none(kind: str) -> None:
    assert outcome(made("salt-update", *rows(kind=kind), asked=True)) == []


def test_without_consent_the_service_gets_nothing_and_colleagues_go_on() -> None:
    found = made("salt-update", *rows(consent="Withdrawn on=2026-11-01"))
    assert outcome(found) == ["consent-withdrawn", "teacher Pupils!2"]


def test_the_service_hears_what_is_done_what_was_seen_and_what_helps() -> None:
    told = the_document(made("salt-update", *rows()), Audience.AGENCY).context
    assert isinstance(told, SaltUpdate)
    assert [line.strategy for line in told.targets] == ["Organisation, a card with three steps", "Coaching"]
    assert told.evidence == ("Asked a friend what to do in 4 of 5 lessons (22 September 2026).",)
    assert told.sessions == (
        "2 of 3 sessions attended since 14 September 2026. Approaches: Coaching, Organisation."
    )
    assert told.talking[0] == "Short sentences, one thing at a time."


NOT_FOR_COLLEAGUES = (
    "Talk Together", "refer", "loses the thread", "4 of 5 lessons", "Wellbeing", "sessions", "71.5",
    "medical", "social, emotional", "Fern Lane", "07700", "interpreter", "Speech and language",
)  # fmt: skip


def test_colleagues_are_told_what_to_do_and_not_why() -> None:
    told = the_document(made("salt-update", *rows()), Audience.TEACHER).context
    assert isinstance(told, SaltUpdateForTeachers)
    assert not isinstance(told, SaltUpdate)
    assert [word for word in NOT_FOR_COLLEAGUES if word in all_text(told)] == []
    assert "A card with the steps." in told.talking


def test_neither_edition_tells_what_other_matters_were_seen() -> None:
    for audience in (Audience.AGENCY, Audience.TEACHER):
        text = all_text(the_document(made("salt-update", *rows()), audience).context)
        assert not any(word in text for word in ("assemblies", "Mondays", "SENSITIVE", "Meet at the gate"))
