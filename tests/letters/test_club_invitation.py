"""Who is invited to a club or group, and that nobody reads who else is in it."""

import pytest
from a_caseload import TODAY, Row, a, all_text, made, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.letters.club_invitation import ClubInvitation

LETTER = ["parent Contacts!2"]
PUPILS = (
    a("Pupils"),
    a("Pupils", "Pupil ID=000002; Known as=Zebedee; Legal forename=Zebulon; Legal surname=Quill"),
)


def group(cells: str = "") -> Row:
    return a(
        "Groups",
        "Group=Friday art; Programme=Creative work; Mentor=KSA; Started on=2026-11-06; Ends on=2026-12-18; "
        f"Day and time=Fridays at lunch; Pupils=000001; {cells}",
    )


def invitation(*rows: Row) -> ClubInvitation:
    context = the_document(made("club-invitation", *rows), Audience.PARENT).context
    assert isinstance(context, ClubInvitation)
    return context


def test_it_is_made_only_where_somebody_asks_for_the_kind() -> None:
    assert kinds()["club-invitation"].is_on_request


GROUPS = {
    "": LETTER,
    "Ends on=2026-11-23": LETTER,
    "Ends on=2026-11-20": [],
    "Ends on=": LETTER,
    "Ends on=Christmas": ["unread-cell"],
    "Started on=": LETTER,
    "Started on=2026-12-04": LETTER,
    "Pupils=000002": [],
    "Pupils=": [],
}


@pytest.mark.parametrize("cells", GROUPS)
def test_a_pupil_is_invited_to_each_group_of_theirs_that_has_not_ended(cells: str) -> None:
    assert outcome(made("club-invitation", group(cells), *PUPILS)) == GROUPS[cells]


def test_each_group_has_an_invitation_of_its_own() -> None:
    rows = (group(), group("Group=Walkers; Day and time="))
    found = made("club-invitation", *rows)
    assert outcome(found) == LETTER * 2
    assert [one.context.club.name for one in found] == ["Friday art", "Walkers"]  # type: ignore[union-attr]


def test_of_two_groups_with_one_name_nobody_knows_which_is_meant() -> None:
    assert outcome(made("club-invitation", group(), group("Ends on="))) == ["duplicate-id"] * 2


def test_a_person_who_asks_hears_that_there_is_no_group() -> None:
    assert outcome(made("club-invitation", group("Ends on=2026-11-20"), asked=True)) == ["no-group"]


def test_no_other_pupil_of_the_group_is_in_the_letter() -> None:
    sheet, cells = group()
    together = (sheet, {**(cells or {}), "Pupils": "000002; 000001"})
    said = all_text(invitation(together, *PUPILS))
    assert "Friday art" in said
    assert not any(word in said for word in ("000002", "Zebedee", "Zebulon", "Quill"))


def test_the_letter_says_what_they_do_and_when_in_plain_words() -> None:
    club = invitation(group()).club
    assert club.about == "drawing, making or music, as a way to think and to talk"
    assert (club.leader, club.day_and_time) == ("Mrs Kathleen Salt", "Fridays at lunch")
    assert (club.first_day, club.last_day) == ("Friday 6 November 2026", "Friday 18 December 2026")
    assert club.has_begun


BLANKS = ("Programme=", "Mentor=", "Day and time=", "Ends on=", "Started on=")


def test_what_is_blank_is_left_out() -> None:
    club = invitation(group("; ".join(BLANKS))).club
    assert (club.about, club.leader, club.day_and_time, club.first_day, club.last_day) == ("",) * 5
    assert not club.has_begun


REPLY_BY = {
    "Started on=2026-11-06": "Tuesday 1 December 2026",
    "Started on=2026-11-26": "Wednesday 25 November 2026",
    "Started on=2026-11-24": "",
}


@pytest.mark.parametrize("cells", REPLY_BY)
def test_the_answer_is_wanted_before_the_first_time(cells: str) -> None:
    assert TODAY.isoformat() == "2026-11-23"
    assert invitation(group(cells)).reply_by == REPLY_BY[cells]
