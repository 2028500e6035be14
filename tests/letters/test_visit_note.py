"""What the adults on a visit are told of a pupil, and what they have to ask for."""

import pytest
from a_caseload import Row, a, all_text, made, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.letters.visit_note import VisitNote

KIND = "visit-note"
PASSPORT = {
    "Pupil ID": "000001", "Version date": "2026-10-05", "Strengths": "Patient with animals",
    "What worries me": "Loud corridors", "What helps": "A picture of the day",
    "What does not help": "Being asked aloud", "How to talk with me": "Side by side",
    "Adjustments": "Leaves early", "Agreed with": "Pupil and parent",
}  # fmt: skip


def passport(**changed: str) -> Row:
    return "Passports", PASSPORT | {name.replace("_", " "): value for name, value in changed.items()}


def note(*rows: Row) -> VisitNote:
    context = the_document(made(KIND, *rows, asked=True), Audience.TEACHER).context
    assert isinstance(context, VisitNote)
    return context


def test_it_is_made_only_for_a_pupil_whom_somebody_named() -> None:
    assert made(KIND, passport()) == []
    assert outcome(made(KIND, passport(), asked=True)) == ["teacher Pupils!2"]


def test_no_event_and_no_session_makes_it_by_itself() -> None:
    event = ("Events", {"Pupil ID": "000001", "Event": "Other", "Date": "2026-12-01", "Note": "Museum"})
    assert made(KIND, event, a("Sessions", "Kind=Educational visit")) == []
    assert "Museum" not in all_text(note(event))


def test_it_tells_what_helps_in_the_pupils_own_words() -> None:
    told = note(passport(), a("Targets", "Help needed=A quiet corner"))
    assert (told.strengths, told.what_worries, told.what_does_not_help) == (
        "Patient with animals",
        "Loud corridors",
        "Being asked aloud",
    )
    assert told.what_helps == ("A picture of the day", "A quiet corner")
    assert (told.how_to_talk, told.adjustments) == ("Side by side", "Leaves early")


def test_a_passport_that_nobody_agreed_and_one_to_come_are_not_told() -> None:
    for row in (passport(Agreed_with=""), passport(Version_date="2026-12-01")):
        assert "Loud corridors" not in all_text(note(row))


def test_of_several_passports_the_latest_is_told() -> None:
    older = passport(Version_date="2026-03-05", Adjustments="Something else")
    assert note(passport(), older).adjustments == "Leaves early"


CARDS = {
    "a target with it": ((a("Targets", "Strategy=Time-out card"),), True),
    "a target that is met": ((a("Targets", "Strategy=Time-out card; Status=Met"),), False),
    "the passport names it": ((passport(Adjustments="Time-out card"),), True),
    "the passport names it otherwise": ((passport(What_helps="My time out card"),), True),
    "neither": ((passport(),), False),
}


@pytest.mark.parametrize("why", CARDS)
def test_a_time_out_card_counts_on_a_visit_too(why: str) -> None:
    rows, has_card = CARDS[why]
    assert note(*rows).has_card is has_card


NEEDS = {
    "": 0,
    "SEN status=N": 0,
    "SEN status=K; SEN type 1=ASD": 1,
    "SEN status=E; SEN type 1=SEMH; Medical plan=Yes": 2,
    "Medical plan=Yes": 1,
    "Medical plan=see file": 1,
    "Part-time timetable=Yes": 1,
}


@pytest.mark.parametrize("pupil", NEEDS)
def test_staff_hear_that_there_is_something_to_ask_for_and_never_what(pupil: str) -> None:
    told = note(a("Pupils", pupil))
    assert len(told.before_you_go) == NEEDS[pupil]
    text = all_text(told)
    assert not [word for word in ("ASD", "autism", "SEMH", "Friendship", "see file") if word in text]


def test_the_family_is_reached_through_the_office_and_their_number_is_not_in_it() -> None:
    told = note(a("Contacts", "Phone='07700 900123"))
    assert told.school.phone == "01392 555014"
    assert "900123" not in all_text(told)
    assert told.people[0].name == "Mrs Kathleen Salt"
