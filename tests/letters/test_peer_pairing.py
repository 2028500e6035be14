"""Two pupils are paired: who is told what of whom, and what keeps every letter back."""

import pytest
from a_caseload import Row, a, all_text, made, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import Document
from mentor_xl.letters.peer_pairing import PairingLetter, PairingPage

MENTOR, MENTEE = "000001", "000002"
KINDS = {"peer-mentor-pairing": MENTOR, "peer-mentee-pairing": MENTEE}


def row(sheet: str, usual: str, changed: str = "") -> Row:
    cells = dict(part.strip().split("=", 1) for part in f"{usual}; {changed}".split(";") if part.strip())
    return sheet, cells


def pair(changed: str = "") -> Row:
    return row(
        "Peer pairs",
        "Pair ID=P1; Mentor pupil=000001; Mentee pupil=000002; Purpose=Reading; "
        "Mentor trained on=2026-09-17; Status=Active; Started on=2026-10-06; Ends on=2026-12-15; "
        "Slot=Tuesdays at lunch; Place=Library; Supervised by=KSA",
        changed,
    )


def pool(n: int, changed: str = "") -> Row:
    side = "Mentor" if n == 1 else "Mentee"
    return row("Peer pool", f"Pupil ID={n:06}; Side={side}; Consent ID=K{n}1; Interests=chess, dogs", changed)


def consent(n: int, changed: str = "") -> Row:
    return a("Consents", f"Consent ID=K{n}1; Pupil ID={n:06}; Purpose=Peer mentoring; {changed}")


def rows(*changed: Row) -> list[Row]:
    """A pair in order; a row that is changed takes the place of its usual one."""
    usual = {
        "mentor": a("Pupils", "Year group=10"),
        "mentee": a(
            "Pupils",
            "Pupil ID=000002; Legal surname=Quill; Legal forename=Zebedee; Known as=Zeb; Year group=7; "
            "SEN status=E; SEN type 1=ASD; Medical plan=Yes; Date of birth=2015-03-03",
        ),
        "home 1": a("Contacts"),
        "home 2": a("Contacts", "Pupil ID=000002; Surname=Quill; Address line 1=9 Elm Way"),
        "pair": pair(),
        "pool 1": pool(1),
        "pool 2": pool(2),
        "consent 1": consent(1),
        "consent 2": consent(2),
    }
    for new in changed:
        place = next(name for name, old in usual.items() if _key(old) == _key(new))
        usual[place] = new
    return list(usual.values())


def _key(one: Row) -> tuple[str, str]:
    """What tells a row from the others of its sheet."""
    sheet, cells = one
    key = {"Consents": "Consent ID", "Peer pairs": "Pair ID"}.get(sheet, "Pupil ID")
    return sheet, (cells or {})[key]


def told(kind: str, audience: Audience, *changed: Row) -> PairingLetter | PairingPage:
    context = the_document(made(kind, *rows(*changed), pupil=KINDS[kind]), audience).context
    assert isinstance(context, PairingLetter | PairingPage)
    return context


def test_each_side_gets_letters_of_its_own() -> None:
    assert outcome(made("peer-mentor-pairing", *rows(), pupil=MENTOR)) == [
        "parent Contacts!2",
        "pupil Pupils!2",
    ]
    assert outcome(made("peer-mentee-pairing", *rows(), pupil=MENTEE)) == [
        "parent Contacts!3",
        "pupil Pupils!3",
    ]
    assert made("peer-mentor-pairing", *rows(), pupil=MENTEE) == []
    assert outcome(made("peer-mentor-pairing", *rows(), pupil=MENTEE, asked=True)) == ["no-pair"]


@pytest.mark.parametrize("kind", KINDS)
def test_neither_home_reads_the_name_of_another_pupil(kind: str) -> None:
    letter = told(kind, Audience.PARENT)
    assert isinstance(letter, PairingLetter)
    other = ("Zeb", "Zebedee", "Quill") if kind == "peer-mentor-pairing" else ("Rowan", "Rowena", "Aske")
    assert not [name for name in other if name in all_text(letter)]
    assert letter.other_pupil == f"another pupil in Year {7 if kind == 'peer-mentor-pairing' else 10}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_pupil_reads_the_first_name_of_the_other_and_nothing_else_of_them(kind: str) -> None:
    page = told(kind, Audience.PUPIL)
    assert isinstance(page, PairingPage)
    assert page.partner == ("Zeb" if kind == "peer-mentor-pairing" else "Rowan")
    text = all_text(page)
    surnames = ("Quill", "Zebedee") if kind == "peer-mentor-pairing" else ("Aske Rowan", "Rowena Aske")
    others_form = ("2015", "Year 7") if kind == "peer-mentor-pairing" else ("2013", "Year 10")
    assert not [word for word in (*surnames, *others_form) if word in text]


@pytest.mark.parametrize("audience", [Audience.PARENT, Audience.PUPIL])
def test_what_the_mentee_needs_stands_in_no_letter_to_the_mentors_side(audience: Audience) -> None:
    barrier = a("Referrals", "Pupil ID=000002; Main barrier=Social isolation")
    found = made("peer-mentor-pairing", *rows(), barrier, pupil=MENTOR)
    text = all_text(the_document(found, audience).context)
    assert not [word for word in ("ASD", "autism", "EHC", "isolation") if word in text]


def test_only_the_page_that_names_the_partner_may_do_so() -> None:
    for kind, pupil in KINDS.items():
        for document in made(kind, *rows(), pupil=pupil):
            assert isinstance(document, Document)
            named = (MENTEE if pupil == MENTOR else MENTOR,)
            assert document.may_mention == (named if document.audience is Audience.PUPIL else ())


def test_they_say_what_when_where_and_who_is_near() -> None:
    times = told("peer-mentee-pairing", Audience.PARENT).pair
    assert (times.activity, times.slot, times.place) == ("read together", "Tuesdays at lunch", "Library")
    assert (times.supervisor, times.begins, times.has_begun) == ("Mrs Kathleen Salt", "6 October 2026", True)
    assert times.ends == "15 December 2026"
    assert not told("peer-mentee-pairing", Audience.PARENT, pair("Started on=2026-12-01")).pair.has_begun


def test_adults_have_a_day_to_say_no_by_and_pupils_have_none() -> None:
    assert told("peer-mentee-pairing", Audience.PARENT).reply_by == "Tuesday 1 December 2026"
    assert told("peer-mentee-pairing", Audience.PUPIL).reply_by == ""


def test_only_what_both_said_they_enjoy_is_told() -> None:
    page = told("peer-mentor-pairing", Audience.PUPIL, pool(1, "Interests=Maps"))
    assert isinstance(page, PairingPage)
    assert page.both_enjoy == ""
    alike = told("peer-mentor-pairing", Audience.PUPIL)
    assert isinstance(alike, PairingPage)
    assert alike.both_enjoy == "chess, dogs"


def test_a_low_demand_profile_is_the_readers_own() -> None:
    low = a("Pupils", "Year group=10; Low-demand approach=Yes")
    page, other = (told(kind, Audience.PUPIL, low) for kind in KINDS)
    assert isinstance(page, PairingPage)
    assert isinstance(other, PairingPage)
    assert (page.low_demand, other.low_demand) == (True, False)


# -- what keeps them back ---------------------------------------------------------------------------------

HELD: dict[str, tuple[tuple[Row, ...], str]] = {
    "suggested only": ((pair("Status=Suggested"),), "pair-not-agreed"),
    "no status": ((pair("Status="),), "pair-not-agreed"),
    "mentor's consent withdrawn": ((consent(1, "Withdrawn on=2026-11-20"),), "consent-withdrawn"),
    "mentee's consent withdrawn": ((consent(2, "Withdrawn on=2026-11-20"),), "consent-withdrawn"),
    "mentee's consent past its review": ((consent(2, "Review by=2026-11-20"),), "consent-past-review"),
    "mentor's consent to something else": ((consent(1, "Purpose=Photographs"),), "consent-other-purpose"),
    "mentee's consent of another pupil": ((pool(2, "Consent ID=K11"),), "consent-other-pupil"),
    "consent that nobody gave": ((consent(2, "Basis=Not required"),), "consent-too-little"),
    "no consent named": ((pool(1, "Consent ID="),), "no-peer-consent"),
    "not in the pool on this side": ((pool(2, "Side=Mentor"),), "not-in-the-pool"),
    "the mentor avoids the mentee": ((pool(1, "Avoid=000002"),), "pair-to-be-avoided"),
    "the mentee avoids the mentor": ((pool(2, "Avoid=000001"),), "pair-to-be-avoided"),
    "an untrained mentor": ((pair("Mentor trained on="),), "peer-mentor-untrained"),
    "a mentor trained too late": ((pair("Mentor trained on=2026-10-09"),), "peer-mentor-untrained"),
    "no adult": ((pair("Supervised by="),), "no-supervisor"),
    "an adult nobody knows": ((pair("Supervised by=ZZZ"),), "no-supervisor"),
    "no time": ((pair("Slot="),), "no-slot"),
}  # fmt: skip


@pytest.mark.parametrize("why", HELD)
def test_letters_to_both_sides_are_held_back_for(why: str) -> None:
    changed, code = HELD[why]
    for kind, pupil in KINDS.items():
        assert outcome(made(kind, *rows(*changed), pupil=pupil)) == [code] * 2


def test_a_pair_that_rests_or_has_ended_gets_no_letter() -> None:
    for status in ("Paused", "Ended"):
        assert made("peer-mentor-pairing", *rows(pair(f"Status={status}")), pupil=MENTOR) == []


def test_a_partner_who_left_or_whom_nobody_knows_holds_the_letter_back() -> None:
    left = a("Pupils", "Pupil ID=000002; Leaving date=2026-11-01")
    assert outcome(made("peer-mentor-pairing", *rows(left), pupil=MENTOR)) == ["pair-member-left"] * 2
    twice = [*rows(), a("Pupils", "Pupil ID=000002")]
    assert outcome(made("peer-mentor-pairing", *twice, pupil=MENTOR)) == ["unknown-partner"] * 2
    self_pair = rows(pair("Mentee pupil=000001"))
    assert outcome(made("peer-mentor-pairing", *self_pair, pupil=MENTOR)) == ["paired-with-self"] * 2


def test_training_noted_in_the_pool_counts_too() -> None:
    changed = rows(pair("Mentor trained on="), pool(1, "Trained on=2026-09-17"))
    assert outcome(made("peer-mentor-pairing", *changed, pupil=MENTOR)) == [
        "parent Contacts!2",
        "pupil Pupils!2",
    ]


def test_a_peer_mentor_needs_no_mentor_of_their_own() -> None:
    no_case = [one for one in rows() if one[0] != "Cases"]
    assert outcome(made("peer-mentor-pairing", *no_case, ("Cases", None), pupil=MENTOR)) == [
        "parent Contacts!2",
        "pupil Pupils!2",
    ]
