"""Which headings and cells speak of a court, of secrecy, a death, care, or of having left?"""

import datetime as dt

from mentor_xl import signs

RESTRICTING = (
    "Court papers", "Any court order?", "Orders in place", "Restrictions", "Injunctions", "No contact",
    "NonContact", "Do not contact", "Don't contact", "Non-mol order", "Prohibited", "Bail conditions",
    "Contact order", "is_restricted", "CourtOrder", "Not to be contacted", "Restraining order",
)  # fmt: skip
NOT_RESTRICTING = (
    "Contact type", "Order of contact", "Sort order", "Call order", "Courtesy title", "Border", "Ordered",
    "Notes", "Contact number", "Priority order", "Last ordered", "Email",
)  # fmt: skip
ORDERS = (
    "Father (no contact - court order)", "Non-molestation order in place", "non mol",
    "There is a court order", "Prohibited steps order 2024", "restricted access", "must not contact school",
    "Do not contact", "Not to collect from school", "Injunction against him", "No direct contact",
    "supervised contact only", "Dad is not allowed to collect", "restraining order", "not to have contact",
    "care order", "see order", "No contact with dad", "never to collect",
)  # fmt: skip
NO_ORDERS = (
    "Mother", "12 Court Lane", "Hampton Court Road", "Works late in order to pay", "restricted diet",
    "Non-contact sports", "No contact details", "Lunch order: packed", "restricted interests",
    "in alphabetical order", "We could not contact mum", "Order of Malta", "No eye contact",
    "Contact by email", "recorder lessons", "food restrictions", "Standing order", "Likes things in order",
    "No emergency contact given",
)  # fmt: skip
CARE = (
    ("In Care", "Yes"), ("LAC status", "LAC"), ("CIN/CP", "CIN"), ("CP", "Y"), ("Adopted from care", "Yes"),
    ("Social services", "open"), ("Social worker", "J. Smith"), ("is_looked_after", True), ("lookedAfter",
    "T"), ("CLA", "?"), ("Post-LAC", "tbc"), ("Care order", "s31"), ("SGO", "Yes"), ("Fostered", "x"),
    ("Order", "s8"), ("Vulnerable group", "PP; LAC"), ("Flags", "Looked after"), ("Child in need", "n/k"),
    ("Kinship care", "gran"), ("Care leaver", "Yes"), ("Child protection", "plan"), ("CIN", 1),
)  # fmt: skip
NO_CARE = (
    ("In Care", "No"), ("In Care", "n/a"), ("LAC", "-"), ("CLA", None), ("CP", False), ("CIN", 0), ("LAC",
    "Not LAC"), ("Childcare", "Yes"), ("Careers interview", "done"), ("Health care", "Yes"), ("Last ordered",
    "blazer"), ("Order of merit", "Yes"), ("SEN status", "K"), ("EAL status", "Yes"), ("Social skills group",
    "Monday"), ("Social, emotional and mental health", "Yes"), ("Lunch order", "Packed"), ("Order", 3),
    ("Social media consent", "Yes"), ("Health and social care", "B"), ("Education, health and care plan",
    "Yes"), ("After-school care", "Tue"), ("CPOMS", "12"), ("Black", "x"), ("Class", "LAC1"), ("Career aim",
    "vet"), ("Carer", "Mum"), ("House", "Lacock"), ("Intimate care plan", "Yes"), ("Reading order", "B"),
    ("Care", "none"),
)  # fmt: skip
LEFT = (
    ("Enrolment status", "Leaver"), ("Enrolment Status", "Left"), ("Status", "Deceased"), ("On roll", "No"),
    ("On-roll?", False), ("OnRoll", "N"), ("Leaver", "Yes"), ("Leaver?", dt.date(2026, 7, 21)), ("Off roll",
    "Y"), ("Status", "Off roll"), ("Pupil status", "Inactive"), ("Enrolment", "No longer on roll"), ("Status",
    "Died 2026"), ("Roll status", "Transferred"), ("Reason for leaving", "Moved to Kent"), ("Deceased",
    "Yes"), ("Remarks", "off roll"), ("Has left", True), ("Student status", "Removed from roll"), ("On roll",
    "left in July"),
)  # fmt: skip
NOT_LEFT = (
    ("Enrolment status", "Current"), ("Status", "Guest"), ("On roll", "Yes"), ("On roll", None), ("Leaver",
    "No"), ("SEN status", "No longer K"), ("EAL status", "Yes"), ("Left-handed", "Yes"), ("Leavers' hoodie",
    "Yes"), ("Handedness", "Left"), ("Status", "Not left"), ("Deceased", "No"), ("FSM status", "ceased"),
    ("Status", None), ("Enrolment date", "2025-09-02"), ("Payroll", "No"), ("Enrolment status",
    "Single registration"), ("Homework", "left at home"), ("Off roll", "No"),
)  # fmt: skip
DEAD = (
    ("surname", "Aske (deceased)"), ("surname", "Aske RIP"), ("title", "The late Mrs"), ("title", "Late Mrs"),
    ("relationship", "Mother (deceased)"), ("surname", "Aske (dec'd)"), ("forename", "Mary †"), ("surname",
    "Aske (Dec.)"), ("Remarks", "passed away in May"), ("Remarks", "Died 2025"), ("forename", "R.I.P. Mary"),
    ("Remarks", "RIP"),
)  # fmt: skip
NOT_DEAD = (
    ("surname", "Slate"), ("address_line_1", "12 Late Lane"), ("surname", "Ripley"), ("address_line_1",
    "Dead End Lane"), ("Remarks", "works late"), ("surname", "Decker"), ("town", "Ripon"), ("surname",
    "Deady"), ("Remarks", "Dec 2025"),
)  # fmt: skip
UNPOSTED = (
    "Do not post - in refuge", "DO NOT SEND", "don't post", "No letters please", "Returned to sender",
    "gone away", "not to be posted", "In a women's refuge", "by hand only", "hand deliver",
)  # fmt: skip
POSTED = ("12 Post Lane", "Old Post Office", "Handley Road", "Email or letters", "Refuge Assurance House")


def test_a_heading_of_contacts_speaks_of_a_restriction_or_does_not() -> None:
    assert [one for one in RESTRICTING if not signs.speaks_of_restriction(one, "see file")] == []
    assert [one for one in NOT_RESTRICTING if signs.speaks_of_restriction(one, "see file")] == []
    for no in ("No", "n", None, "-", "n/a", "None", "nil", False, 0):
        assert not signs.speaks_of_restriction("Court order", no)
    assert not signs.speaks_of_restriction("Contact order", 2)
    assert signs.speaks_of_restriction("Court order", 1)


def test_a_heading_of_contacts_speaks_of_secrecy_or_does_not() -> None:
    for heading in (
        "Address withheld",
        "Do not disclose",
        "Confidential address",
        "Refuge",
        "Disclosure of address",
    ):
        assert signs.speaks_of_secrecy(heading, "?")
        assert not signs.speaks_of_secrecy(heading, "No")
    assert not signs.speaks_of_secrecy("Email address", "a@b.example")


def test_words_speak_of_an_order_or_do_not() -> None:
    assert [text for text in ORDERS if not signs.says_order(text)] == []
    assert [text for text in NO_ORDERS if signs.says_order(text)] == []
    assert [text for text in (*ORDERS, *UNPOSTED) if not signs.may_say_more(text)] == []
    assert not signs.says_order("4 Order Lane", "address_line_1")


def test_words_speak_of_a_death_or_do_not() -> None:
    assert [
        text for name, text in DEAD if not (signs.says_dead(text, name) and signs.may_say_more(text))
    ] == []
    assert [text for name, text in NOT_DEAD if signs.says_dead(text, name)] == []


def test_words_ask_not_to_post_or_do_not() -> None:
    assert [text for text in UNPOSTED if not signs.says_do_not_post(text)] == []
    assert [text for text in POSTED if signs.says_do_not_post(text)] == []


def test_a_column_of_pupils_speaks_of_care_or_does_not() -> None:
    assert [one for one in CARE if not signs.speaks_of_care(*one)] == []
    assert [one for one in NO_CARE if signs.speaks_of_care(*one)] == []


def test_a_column_of_pupils_says_that_somebody_has_left_or_does_not() -> None:
    assert [one for one in LEFT if not signs.speaks_of_leaving(*one)] == []
    assert [one for one in NOT_LEFT if signs.speaks_of_leaving(*one)] == []


def test_a_form_says_left_only_where_nothing_else_stands_there() -> None:
    assert all(map(signs.form_says_left, ("LEFT", "Leaver", "zLEFT", "Off roll", "(left)", "Leavers ")))
    assert not any(map(signs.form_says_left, ("8L", "Lefty", None, "", "Oak", "8 Left wing")))
