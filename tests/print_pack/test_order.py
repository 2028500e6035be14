"""In which order do letters come out of the printer, and what does the list in front say of them?"""

from pathlib import Path

from a_caseload import Row, a, made

from mentor_xl.documents import Document
from mentor_xl.print_pack import Letter, in_posting_order


def letters(*rows: Row, kind: str = "review-invitation", pupil: str = "000001") -> list[Letter]:
    found = [item for item in made(kind, *rows, pupil=pupil) if isinstance(item, Document)]
    return [Letter(item, Path(item.file_name)) for item in found]


def at(line: str, postcode: str, priority: int = 1) -> Row:
    return a("Contacts", f"Address line 1={line}; Postcode={postcode}; Priority={priority}")


def order(*found: Letter) -> list[str]:
    return [(letter.document.recipient.address_lines or ("by hand",) * 2)[1] for letter in found]


def test_what_is_handed_over_in_school_comes_after_what_is_posted() -> None:
    found = in_posting_order(reversed(letters(a("Reviews"))))
    assert [letter.is_posted for letter in found] == [True, False]


def test_letters_are_in_the_order_of_postcode_street_and_number() -> None:
    homes = (("2 Fern Lane", "EX4 3AB"), ("10 Fern Lane", "EX4 3AB"), ("1 Ash Road", "EX2 1AA"))
    one_each = [letters(a("Reviews"), at(line, postcode))[0] for line, postcode in homes]
    assert order(*in_posting_order(one_each)) == ["1 Ash Road", "2 Fern Lane", "10 Fern Lane"]


def test_letters_for_one_envelope_stand_together_however_the_address_is_typed() -> None:
    invitation = letters(a("Reviews"), at("12 Fern Lane", "EX4 3AB"))[0]
    elsewhere = letters(a("Reviews"), at("3 Oak Way", "EX4 3AB"))[0]
    outcome = letters(
        a("Reviews", "Booked for=; Held on=2026-11-16; Outcome=Going well"),
        at("12, Fern lane", "EX4 3AB"),
        kind="review-outcome",
    )[0]
    found = in_posting_order((invitation, elsewhere, outcome))
    assert invitation.envelope == outcome.envelope != elsewhere.envelope
    assert abs(found.index(invitation) - found.index(outcome)) == 1


def test_the_order_does_not_hang_on_the_order_in_which_they_were_made() -> None:
    found = letters(a("Reviews"), a("Reviews", "Review=SEN support review; Booked for=2026-12-08"))
    assert in_posting_order(found) == in_posting_order(reversed(found))
