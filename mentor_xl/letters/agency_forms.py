"""How does a referral to each kind of agency differ? One table: its words, what it tells, whom it may reach.

What a letter to each must and must never contain is reference 1.7 (L4–L13) and 5.1; who agrees is 6.6.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Part = Literal[
    "reason", "evidence", "attendance", "steps", "strengths", "tried", "targets", "done",
    "talking", "view", "family's view", "others", "measures", "practical", "risks",
]  # fmt: skip
"""What a section of a referral is made from."""
Fact = Literal["how long", "sen", "needs", "attendance", "language", "timetable", "access"]
"""A row of the table about the pupil, beside name, date of birth, address, year and urgency."""
FromMentoring = Literal["how long", "tried", "strengths", "view"]
"""What the pupil's referral into mentoring may lend to a letter to an agency."""
Copy = Literal["as agreed", "parents", "SENCO"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The letter to one kind of agency. ``{name}``, ``{who}``, ``{agency}`` stand in the words."""

    subject: str = "Referral"
    opening: str
    """The first sentences. ``{who}`` is a whole sentence: *Ana is in Year 9 at Weir School.*"""
    asks: str
    sections: tuple[tuple[Part, str], ...]
    """In this order; each stands only where there is something to say."""
    facts: frozenset[Fact] = frozenset()
    lends: frozenset[FromMentoring] = frozenset()
    """What is not here comes from the agency referral's own row, or from nowhere."""
    is_about: frozenset[str] = frozenset()
    """The barriers of which it may be told what stands outside the referral's own row."""
    family: Literal["told", "if agreed", "never"] = "if agreed"
    """Whether the family is named and may be contacted: always, only where a parent agreed, or never."""
    copy_to: Copy = "as agreed"
    """Who gets a copy; never the family where it may not know."""
    practical: str = "{name} can be seen in school. We find a quiet room and a time that suits."
    """What stands under *Practical matters*."""
    without_consent: str = "This agency needs no consent for a referral."
    """What is said of who agreed, where the agency needs nobody's agreement."""


_ALL_FACTS: frozenset[Fact] = frozenset({"how long", "sen", "needs", "attendance", "timetable", "access"})
_ALL: frozenset[FromMentoring] = frozenset({"how long", "tried", "strengths", "view"})
_NO_DIAGNOSIS = "This letter says what we see in school. It does not offer a diagnosis."
_WHY: tuple[Part, str] = ("reason", "Why we are writing now")
_SEEN: tuple[Part, str] = ("evidence", "What we have seen in school")
_WELL: tuple[Part, str] = ("strengths", "What goes well")
_TRIED: tuple[Part, str] = ("tried", "What we have tried, and what came of it")
_SAYS: tuple[Part, str] = ("view", "What {name} says")
_RISKS: tuple[Part, str] = ("risks", "Safeguarding")
_PRACTICAL: tuple[Part, str] = ("practical", "Practical matters")

FORMS: Mapping[str, Form] = MappingProxyType({
    "CAMHS": Form(
        opening="I am writing to refer {name} to your service. {who} This letter says what we see in school, "
        "what goes well and what we have tried. It does not offer a diagnosis.",
        asks="Please tell us if you can see {name}, and what we can do meanwhile.",
        sections=(
            _WHY, _SEEN, ("attendance", "Attendance"), _WELL, _RISKS, _TRIED, _SAYS,
            ("family's view", "What the family says"), ("others", "Others who help"),
            ("measures", "Questionnaires"),
        ),
        facts=_ALL_FACTS, lends=_ALL,
        is_about=frozenset({"Anxiety or school refusal", "Emotional literacy", "Self-esteem", "Anger"}),
    ),
    "GP": Form(
        subject="What we see in school",
        opening="I am writing about {name}. We understand that {name} is a patient of your practice. {who} "
        "We describe what we see in school. We do not offer a diagnosis.",
        asks="Please see {name}, and tell us what school can do to help. We know that you can tell us only "
        "what you are allowed to.",
        sections=(
            ("reason", "What we see in school"), ("evidence", "What we have noted, and when"),
            ("attendance", "Attendance"), _WELL, _TRIED, _SAYS, _RISKS,
        ),
        facts=frozenset({"how long", "needs", "attendance", "access"}), lends=_ALL,
        is_about=frozenset({"Anxiety or school refusal", "Medical"}),
        copy_to="parents",
    ),
    "School nurse": Form(
        subject="Request for health advice",
        opening="I am writing to ask for your advice on {name}. {who} We describe what we see in school. "
        "We do not offer a diagnosis.",
        asks="Please tell us if you can meet {name}, and what we can do meanwhile.",
        sections=(("reason", "What we see in school"), _WELL, _TRIED, _SAYS, _RISKS),
        facts=frozenset({"how long", "needs", "attendance", "access"}), lends=_ALL,
        is_about=frozenset({"Medical"}),
    ),
    "Education welfare": Form(
        subject="Support with attendance",
        opening="I am writing to ask for your help so that {name} can come to school more, and feel well "
        "here. {who}",
        asks="Please look at this with us and with the family, and tell us what support you can offer.",
        sections=(
            _WHY, ("attendance", "Attendance, in sessions (a morning or an afternoon is one)"),
            _SEEN, ("view", "How {name} sees it"), _TRIED, ("steps", "Steps back into school"), _WELL, _RISKS,
        ),
        facts=frozenset({"how long", "sen", "needs", "timetable", "access"}), lends=_ALL,
        is_about=frozenset({"Attendance", "Anxiety or school refusal"}),
        family="told",
        without_consent="No consent is needed for this referral. We let the family know that we make it.",
    ),
    "Drugs and alcohol": Form(
        subject="Request for support",
        opening="I am writing to ask whether somebody from your service could talk with {name}. {who} This "
        "letter asks for support. It is not a report of anything that {name} may have done.",
        asks="Please tell us who could meet {name}, and when. {name} can be seen in school.",
        sections=(_WHY, _SAYS, ("tried", "Support so far"), _WELL, _RISKS),
        lends=frozenset({"strengths", "view"}), is_about=frozenset({"Drugs or alcohol"}),
    ),
    "Bereavement": Form(
        subject="Request for support",
        opening="I am writing to ask for your support for {name}. {who} We tell you only what you need to "
        "know to begin.",
        asks="Please tell us what you can offer {name}, and how long it may be until then.",
        sections=(
            _WHY, ("tried", "Support so far"), _WELL, ("view", "In {name}’s own words"), _PRACTICAL, _RISKS,
        ),
        facts=frozenset({"access"}), lends=frozenset({"strengths"}),
    ),
    "Teenage pregnancy": Form(
        subject="Request for support",
        opening="I am writing to ask for your support for {name}. {who} Please answer to school only, to the "
        "person who signs this letter.",
        asks="Please tell us when you could meet {name}, in school or at a place that {name} chooses. Please "
        "do not write, call or text home.",
        sections=(_WHY, _SAYS, ("tried", "Support so far"), _RISKS),
        lends=frozenset({"view"}), is_about=frozenset({"Teenage pregnancy"}),
        family="never",
    ),
    "Speech and language": Form(
        opening="I am writing to ask for your advice on how {name} understands, speaks and takes part. {who} "
        + _NO_DIAGNOSIS,
        asks="Please tell us if you can see {name}, and what we could do in class meanwhile.",
        sections=(
            _WHY, ("evidence", "What we have seen in class"),
            ("targets", "Strategies we use, and how far each has led"), _TRIED,
            ("talking", "How {name} likes to be talked with"), _WELL, _SAYS, _RISKS,
        ),
        facts=frozenset({"how long", "sen", "needs", "language", "access"}), lends=_ALL,
        is_about=frozenset({"Speech and language"}), copy_to="SENCO",
    ),
    "Counselling": Form(
        subject="Request for counselling",
        opening="I am writing to ask whether {name} could meet with a counsellor from your service. {who} "
        + _NO_DIAGNOSIS,
        asks="Please tell us if you can offer {name} a first meeting, and when.",
        sections=(("view", "What {name} hopes for"), _WHY, _WELL, _TRIED, _PRACTICAL, _RISKS),
        facts=frozenset({"how long", "needs", "access"}), lends=_ALL,
    ),
    "Youth club": Form(
        subject="A place for a young person",
        opening="I am writing to ask whether there is a place for {name} with you. {who}",
        asks="Please tell us if {name} can come, when it would start, and who would be there on the first "
        "day.",
        sections=(("view", "What {name} hopes for"), _WELL, _WHY, _PRACTICAL),
        facts=frozenset({"needs", "access"}), lends=frozenset({"strengths", "view"}),
        practical="We can talk with {name} about the way there, and about the first day.",
    ),
    "Family support": Form(
        subject="Support for a family",
        opening="I am writing to ask whether you can offer support to {name} and the family. {who}",
        asks="Please tell us what you can offer, and who will get in touch with the family first.",
        sections=(
            _WHY, ("view", "What {name} hopes for"), ("family's view", "What the family hopes for"), _WELL,
            _TRIED, _PRACTICAL, _RISKS,
        ),
        facts=frozenset({"access"}), lends=frozenset({"strengths", "view"}),
        practical="If the family would like to meet in school, we find a room.",
    ),
    "Educational psychology": Form(
        subject="Request for advice on learning",
        opening="I am writing to ask for your advice on how {name} learns. {who} This letter follows the "
        "steps assess, plan, do and review. It does not offer a diagnosis.",
        asks="Please tell us if you can work with {name} or with us, and what we can do meanwhile.",
        sections=(
            ("reason", "Assess: why we ask now"), ("evidence", "Assess: what we have seen in school"),
            _WELL, _SAYS, ("targets", "Plan: targets and strategies, and where each is now"),
            ("done", "Do: what we have tried"), ("measures", "Review: questionnaires"),
            ("attendance", "Review: attendance"), ("others", "Others who help"), _RISKS,
        ),
        facts=frozenset({"how long", "sen", "needs", "language", "timetable", "access"}), lends=_ALL,
        is_about=frozenset({
            "Neurodivergence", "Speech and language", "Disengagement", "Motivation",
            "Personal organisation", "Emotional literacy", "Behaviour",
        }),
        copy_to="SENCO",
    ),
    "Receiving school": Form(
        subject="Moving on to your school",
        opening="I am writing about {name}, so that the start with you goes well. {who}",
        asks="Please tell us whom {name} can go to from the first day.",
        sections=(
            _WHY, _WELL, ("talking", "What helps"), _TRIED, _SAYS,
            ("risks", "Safeguarding"),
        ),
        facts=frozenset({"sen", "needs", "attendance", "access"}), lends=frozenset({"strengths", "view"}),
        family="told",
        without_consent="No consent is needed to share this with the next school. We let the family know.",
    ),
    "Other": Form(
        opening="I am writing to ask for help from {agency} for {name}. {who} We say what we see in school; "
        "we do not offer a diagnosis.",
        asks="Please tell us what you can offer {name}, and when.",
        sections=(_WHY, _WELL, _RISKS, _TRIED, _SAYS),
        facts=_ALL_FACTS, lends=_ALL,
    ),
})  # fmt: skip
"""Every kind of agency but *Social care*, to which only the safeguarding lead writes."""


def form_of(kind: str | None) -> Form:
    """The letter to a kind of agency; a kind that the school added itself gets the general one."""
    return FORMS.get(kind or "", FORMS["Other"])
