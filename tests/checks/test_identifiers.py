"""What a UPN, a postcode, a telephone number, an NHS number and an e-mail address look like."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.checks.identifiers import (
    email_fault,
    holds_nhs_number,
    is_nhs_number,
    lost_its_zero,
    phone_fault,
    postcode_fault,
    upn_check_letter,
    upn_fault,
)


@pytest.mark.parametrize(
    ("upn", "letter"),
    [
        ("B801200005001", "B"),  # 93 mod 23 is 1
        ("M80120000500A", "M"),  # temporary: the last letter counts as its value
        ("P207000016049", "P"),  # a published help page works this one out wrongly, as Q
    ],
)
def test_check_letters_worked_out_by_hand(upn: str, letter: str) -> None:
    assert upn_fault(upn) is None
    assert upn_check_letter(upn) == letter


@given(st.from_regex(r"[0-9]{11}[0-9A]", fullmatch=True), st.integers(0, 11), st.integers(1, 9))
def test_one_mistyped_figure_always_changes_the_check_letter(body: str, place: int, by: int) -> None:
    if body[place].isdigit():
        wrong = body[:place] + str((int(body[place]) + by) % 10) + body[place + 1 :]
        assert upn_check_letter("A" + wrong) != upn_check_letter("A" + body)


@pytest.mark.parametrize(
    ("upn", "fault"),
    [
        ("B80120000500", "has 12 characters; a UPN has 13"),
        ("B8O1200005001", "has a letter O where a figure 0 belongs"),
        ("8012000050011", "does not begin with its check letter"),
        ("S801200005001", "has one of the letters I, O and S, which no UPN has"),
        ("B80120000500I", "has one of the letters I, O and S, which no UPN has"),
        ("B80120A005001", "is not a letter, eleven figures, and a figure or a letter"),
    ],
)
def test_a_misshapen_upn_is_described_and_not_repeated(upn: str, fault: str) -> None:
    assert upn_fault(upn) == fault


@pytest.mark.parametrize(
    "postcode",
    [
        "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "EC1A 1BB", "GIR 0AA", "gir0aa", "ex4 6tb",
        "EX46TB", " ex4  6tb ", "BFPO 58", "BS0 1AA", "HA0 1AA", "PO1 3AX", "AB1 2DE",
    ],
)  # fmt: skip
def test_every_form_of_a_postcode_is_let_be(postcode: str) -> None:
    assert postcode_fault(postcode) is None


@pytest.mark.parametrize("postcode", ["P01 3AX", "PO1 OAX", "0X1 2AB", "EX4 IAB", "p0139ax"])
def test_letters_and_figures_that_look_alike_are_told(postcode: str) -> None:
    assert (postcode_fault(postcode) or "").endswith("look alike")


@pytest.mark.parametrize("postcode", ["EX4", "EX4 3A", "EX4 3AV", "Q1 1AA", "EX444 3AB", "12345", "tba"])
def test_what_is_no_postcode_is_told(postcode: str) -> None:
    assert postcode_fault(postcode) == "has not the form of a UK postcode"


@pytest.mark.parametrize(
    "phone",
    [
        "07700 900123", "07700900123", "01392 555 019", "(01392) 555019", "+44 7700 900123",
        "0044 1392 555019", "+44 (0)1392 555019", "016977 3555", "020 7946 0018", "0300 123 4567", "ext 214",
        "214", "01392 555019 ext 3", "07700 900123 / 01392 555019", "07700 900123 (mum's work)",
        "+353 1 679 0000",
    ],
)  # fmt: skip
def test_every_way_to_write_a_telephone_number_is_let_be(phone: str) -> None:
    assert phone_fault(phone) is None
    assert not lost_its_zero(phone)


@pytest.mark.parametrize("phone", ["7700900113", "1392555014", "2079460018", "7700 900 113"])
def test_a_number_that_lost_its_zero_is_told_once(phone: str) -> None:
    assert lost_its_zero(phone)
    assert phone_fault(phone) is None


@pytest.mark.parametrize(
    "phone", ["07700 90011", "07700 9001234", "01392 5550", "99999999999", "ask mum", "0000"]
)
def test_what_is_no_telephone_number_is_told(phone: str) -> None:
    assert phone_fault(phone) is not None


@pytest.mark.parametrize(
    "email", ["a@b.uk", "m.o'neill@mail.example.org", "a@b.uk; c@d.uk", "x+y@z-z.example"]
)
def test_an_email_address_is_let_be(email: str) -> None:
    assert email_fault(email) is None


@pytest.mark.parametrize(
    ("email", "fault"),
    [
        ("a.b.uk", "has no @"),
        ("a@b", "has not the form of an e-mail address"),
        ("a@@b.uk", "has more than one @"),
        ("a b@c.uk", "has a space in it"),
        ("a@b..uk", "has not the form of an e-mail address"),
        ("a@b.uk.", "ends with a dot or a comma"),
        ("a@b.uk, c@d.uk", "has more than one @"),
    ],
)
def test_what_is_no_email_address_is_told(email: str, fault: str) -> None:
    assert email_fault(email) == fault


def test_an_nhs_number_is_known_by_its_check_figure() -> None:
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5918")
    assert holds_nhs_number("Their number is 9434765919, says the office.")
    assert not holds_nhs_number("Ring 07700 900123 or +44 943 476 5919.")


@given(st.text(alphabet=string.printable, max_size=25))
def test_no_fault_repeats_what_was_typed(text: str) -> None:
    faults = (upn_fault(text), postcode_fault(text), phone_fault(text), email_fault(text))
    spelt = text.strip()
    assert all(len(spelt) < 8 or spelt not in fault for fault in faults if fault)
