"""What the letters about the work say in every case, and how many pages they take in LibreOffice."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import Convert
from docxtpl import DocxTemplate

from mentor_xl.word.render import render
from mentor_xl.word.template import Template
from mentor_xl.word.variant import Variant

FOLDER = Path(__file__).parents[2] / "letter_templates"
LARGE_PRINT = 1.5
FOR_PARENTS = [
    "reintegration-plan.parent", "action-plan.parent", "re-engagement.parent", "exit.parent",
    "club-invitation", "good-news",
]  # fmt: skip
FOR_PUPILS = ["reintegration-plan.pupil", "action-plan.pupil", "re-engagement.pupil", "exit.pupil"]
FOR_STAFF = [
    "reintegration-plan.teacher", "action-plan.teacher", "exit.teacher", "review-outcome-staff",
]  # fmt: skip
EVERY = [*FOR_PARENTS, *FOR_PUPILS, *FOR_STAFF, "review-invitation-agency"]

SHARED: dict[str, Any] = {
    "school": {
        "name": "Thornfield High School",
        "letterhead_line": "Weir Lane, Exeford EX4 6TB · 01392 555014 · office@thornfield.example",
        "safeguarding_lead": "Ms H. Lindqvist",
    },
    "letter": {"reference": "TH/26/letter/4ada55", "date": "23 November 2026"},
    "recipient": {
        "address_lines": ("Mr and Mrs Adeyemi", "3 Mill Row", "Little Hollow", "Exeford", "EX4 3AB"),
        "salutation": "Dear Mr and Mrs Adeyemi",
        "close": "Yours sincerely",
        "interpreter": "",
    },
    "signatory": {
        "name": "Mrs Kathleen Salt",
        "role": "Learning mentor",
        "days_worked": "Mon-Thu",
        "phone": "ext 214",
        "email": "k.salt@thornfield.example",
    },
    "pupil": SimpleNamespace(
        known_as="Tolu", full_name="Tolu Adeyemi", legal_name="Tolulope Adeyemi", year="Year 8", form="8B",
        date_of_birth="11 February 2014",
    ),
    "contact_us": "phone 01392 555014 (ext 214) or email k.salt@thornfield.example",
    "reply_by": "Tuesday 1 December 2026",
    "people": (
        {"name": "Mrs Kathleen Salt", "role": "learning mentor", "days": "Mon-Thu"},
        {"name": "Mr S. O'Neill", "role": "pastoral manager", "days": ""},
    ),
    "mentor": "Mrs Kathleen Salt",
    "low_demand": False,
}  # fmt: skip
BY_HAND = SHARED | {
    "recipient": SHARED["recipient"]
    | {"address_lines": (), "salutation": "Dear Tolu", "close": "Best wishes"}
}
IN_SCHOOL = SHARED | {
    "recipient": SHARED["recipient"]
    | {"address_lines": (), "salutation": "For the staff who teach and support this pupil", "close": ""}
}


def _step(number: int, what: str, planned_for: str = "", went: str = "") -> dict[str, str]:
    return {"number": str(number), "what": what, "planned_for": planned_for, "went": went}


STEPS = (
    _step(1, "Walk to the gate with my mentor", went="Managed on 15 October 2026"),
    _step(2, "One hour in the mentor room", went="Stepped back on 9 November 2026"),
    _step(3, "Art lesson with my mentor beside me", planned_for="Wednesday 25 November 2026"),
    _step(4, "Art lesson on my own"),
)
PLAN: dict[str, Any] = {
    "plan": {
        "steps": STEPS,
        "next_step": "Art lesson with my mentor beside me",
        "next_step_on": "Wednesday 25 November 2026",
        "part_time_until": "",
        "back_on": "",
        "is_back": False,
        "review": "Tuesday 1 December 2026",
    },
    "signers": ("Mrs Folake Adeyemi",),
}
NO_STEPS: dict[str, Any] = PLAN | {
    "plan": PLAN["plan"] | {"steps": (), "next_step": "", "part_time_until": "Thursday 10 December 2026"}
}


def _target(words: str, review_by: str, *, is_time: bool = False) -> dict[str, object]:
    return {
        "target": words,
        "baseline": "On one day a week",
        "how": "a small circle of classmates who help",
        "help_needed": "A quiet table kept free",
        "agreed_with": "Pupil, parent and form tutor",
        "set_on": "Monday 19 October 2026",
        "review_by": review_by,
        "is_time": is_time,
    }


def _actions(*targets: dict[str, object]) -> dict[str, object]:
    return {
        "targets": targets,
        "how_often": "once a week",
        "help_from_staff": ("A quiet table kept free",),
        "next_review": "Monday 30 November 2026",
    }


ONE_TARGET = _actions(_target("I will sit with someone at lunch", "Monday 7 December 2026"))
THREE_TARGETS = _actions(
    _target("I will sit with someone at lunch", "Monday 7 December 2026"),
    _target("I will finish four lessons a day", "", is_time=True),
    _target("I will ask for help once a day", ""),
)
GOODBYE: dict[str, Any] = {
    "tells_of_the_work": True,
    "goodbye": {
        "reason": "Tolu has reached the targets that we chose together.",
        "has_ended": True,
        "ends_on": "",
        "together": "Tolu has met with Mrs Kathleen Salt 12 times since 14 September 2026.",
        "reached": ("I will sit with someone at lunch on three days", "I will finish four lessons a day"),
        "what_helped": ("A small circle of classmates who help", "A quiet table kept free"),
        "follow_up": "Thursday 14 January 2027",
        "offers_follow_up": True,
    },
}
WITHDRAWN: dict[str, Any] = {
    "tells_of_the_work": False,
    "goodbye": {
        "reason": "", "has_ended": True, "ends_on": "", "together": "", "reached": (), "what_helped": (),
        "follow_up": "", "offers_follow_up": False,
    },
}  # fmt: skip
CLUB = {
    "club": {
        "name": "Tuesday builders",
        "about": "building together with Lego, each with a job to do",
        "leader": "Mr Anselm Ferreira",
        "day_and_time": "Tuesdays, 12.40pm to 1.20pm",
        "first_day": "Tuesday 1 December 2026",
        "last_day": "Tuesday 15 December 2026",
        "has_begun": False,
    },
    "signers": ("Mrs Folake Adeyemi",),
}
NEWS = {
    "rewards": ({"what": "Helping out", "reward": "a certificate", "day": "Friday 20 November 2026"},),
    "reached": "A target chosen and reached (Monday 16 November 2026)",
    "attendance": "98.6%",
    "strengths": "Kind to younger pupils, good at maths",
}
MEETING = {
    "agency": "Willow Bereavement",
    "meeting": {
        "review_name": "Mentoring review",
        "explained": "",
        "date": "Thursday 3 December 2026",
        "time": "2.15pm",
        "place": "Meeting room",
        "who_comes": "Mrs Adeyemi, Mrs Salt",
    },
}
OUTCOME = {
    "review": {
        "name": "Mentoring review",
        "held_on": "Tuesday 3 November 2026",
        "attended_by": "Tolu, Mrs Adeyemi",
        "outcome": "We keep the weekly time and add a club.",
        "actions": ("Form tutor: new seat by Monday.",),
        "next_review": "",
    },
    "targets": ({"target": "Finish four lessons", "baseline": "", "review_by": "4 December 2026"},),
}
AWAY = {"school_cancelled": True}

PAGES = [
    pytest.param("reintegration-plan.parent", SHARED | PLAN, 2, id="a return, with its slip"),
    pytest.param("reintegration-plan.parent", SHARED | NO_STEPS, 1, id="a return without steps"),
    pytest.param("reintegration-plan.parent", SHARED | PLAN | {"signers": ()}, 1, id="a return, no slip"),
    pytest.param("reintegration-plan.pupil", BY_HAND | PLAN, 1, id="a pupil's return"),
    pytest.param("reintegration-plan.pupil", BY_HAND | PLAN | {"low_demand": True}, 1, id="a pupil's ideas"),
    pytest.param("reintegration-plan.teacher", IN_SCHOOL | PLAN, 1, id="a return for staff"),
    pytest.param("action-plan.parent", SHARED | ONE_TARGET, 1, id="a plan with one target"),
    pytest.param("action-plan.parent", SHARED | THREE_TARGETS, 2, id="a plan with three targets"),
    pytest.param("action-plan.pupil", BY_HAND | ONE_TARGET, 1, id="a pupil's plan"),
    pytest.param("action-plan.pupil", BY_HAND | ONE_TARGET | {"low_demand": True}, 1, id="things you said"),
    pytest.param("action-plan.teacher", IN_SCHOOL | THREE_TARGETS, 1, id="a plan for staff"),
    pytest.param("re-engagement.parent", SHARED | AWAY, 1, id="we would be glad to see"),
    pytest.param("re-engagement.pupil", BY_HAND | AWAY, 1, id="I thought of you"),
    pytest.param("exit.parent", SHARED | GOODBYE, 1, id="the end"),
    pytest.param("exit.parent", SHARED | WITHDRAWN, 1, id="the end without consent"),
    pytest.param("exit.pupil", BY_HAND | GOODBYE, 1, id="a pupil's end"),
    pytest.param("exit.teacher", IN_SCHOOL | GOODBYE, 1, id="the end for staff"),
    pytest.param("club-invitation", SHARED | CLUB, 1, id="a club"),
    pytest.param("good-news", SHARED | NEWS, 1, id="good news"),
    pytest.param("review-invitation-agency", SHARED | MEETING, 2, id="an agency, and its answer"),
    pytest.param("review-outcome-staff", IN_SCHOOL | OUTCOME, 1, id="an outcome for staff"),
]


def _pages(folder: Path, soffice: Convert, stem: str, fields: Mapping[str, object], scale: float = 1) -> int:
    source = (FOLDER / f"{stem}.docx").read_bytes()
    letter = folder / f"{stem}.docx"
    letter.write_bytes(render(Template.compile(source, variant=Variant(font_scale=scale)), fields))
    return len(re.findall(rb"/Type\s*/Page\b", soffice(letter, "pdf").read_bytes()))


@pytest.mark.libreoffice
@pytest.mark.parametrize(("stem", "fields", "pages"), PAGES)
def test_a_letter_takes_no_more_paper_than_it_has_to(
    stem: str, fields: Mapping[str, object], pages: int, tmp_path: Path, soffice: Convert
) -> None:
    assert _pages(tmp_path, soffice, stem, fields) == pages


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("stem", "fields"),
    [
        pytest.param("re-engagement.parent", SHARED | AWAY, id="we would be glad to see"),
        pytest.param("club-invitation", SHARED | CLUB, id="a club"),
        pytest.param("exit.parent", SHARED | GOODBYE, id="the end"),
    ],
)
def test_in_large_print_a_letter_of_one_page_takes_two(
    stem: str, fields: Mapping[str, object], tmp_path: Path, soffice: Convert
) -> None:
    assert _pages(tmp_path, soffice, stem, fields, LARGE_PRINT) == 2


# -- what they say ------------------------------------------------------------------------------------------


def _said(stem: str, fields: Mapping[str, object]) -> str:
    template = DocxTemplate(FOLDER / f"{stem}.docx")
    template.render(dict(fields), autoescape=True)
    paragraphs = template.docx.element.iter(f"{W}p")
    return "\n".join("".join(text.text or "" for text in one.iter(f"{W}t")) for one in paragraphs)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEMANDS = re.compile(
    r"\b(must|should|have to|has to|need to|deadline|please|you will|make sure|by \w+day)\b", re.IGNORECASE
)
COMMANDS = re.compile(
    r"(?:^|[.:!?–]\s+)(?:Please |Do |Don|Tell|Come|Bring|Write|Send|Call|Phone|Let|Keep|Try|Think|Ask|Take|"
    r"Remember|Show|Choose|Read|Sign|Tick|Go|Be|Have|Give|Make|Use|Look|Say)\b",
    re.MULTILINE,
)
LOW_DEMAND = [
    pytest.param("reintegration-plan.pupil", BY_HAND | PLAN, id="return"),
    pytest.param("reintegration-plan.pupil", BY_HAND | NO_STEPS, id="return without steps"),
    pytest.param("action-plan.pupil", BY_HAND | ONE_TARGET, id="plan"),
    pytest.param("re-engagement.pupil", BY_HAND | AWAY, id="note"),
    pytest.param("exit.pupil", BY_HAND | GOODBYE, id="end"),
    pytest.param("exit.pupil", BY_HAND | WITHDRAWN, id="end without consent"),
]


@pytest.mark.parametrize(("stem", "fields"), LOW_DEMAND)
def test_what_a_pupil_with_a_low_demand_profile_reads_asks_for_nothing(
    stem: str, fields: Mapping[str, object]
) -> None:
    own_words = re.compile("“[^”]*”")
    said = own_words.sub("", _said(stem, fields | {"low_demand": True}))
    assert "Tolu" in said
    assert not DEMANDS.search(said)
    assert not COMMANDS.search(said)


@pytest.mark.parametrize(("stem", "fields"), LOW_DEMAND[:3])
def test_a_low_demand_page_about_steps_and_aims_has_no_day_in_it(
    stem: str, fields: Mapping[str, object]
) -> None:
    said = _said(stem, fields | {"low_demand": True}).replace("23 November 2026", "")
    assert not re.search(r"\b(January|October|November|December)\b", said)
    assert re.search(r"\b(October|November|December)\b", _said(stem, fields))


def test_the_searches_would_find_a_demand_and_a_command() -> None:
    usual = _said("action-plan.pupil", BY_HAND | ONE_TARGET)
    assert DEMANDS.search(usual)
    assert COMMANDS.search(usual)


def test_the_note_to_a_pupil_is_the_same_whoever_reads_it() -> None:
    usual, low = (_said("re-engagement.pupil", BY_HAND | AWAY | {"low_demand": low}) for low in (False, True))
    assert usual == low


COMING_BACK = PLAN | {"plan": PLAN["plan"] | {"back_on": "Thursday 26 November 2026"}}
OF_SANCTIONS = re.compile(
    "sanction|suspen|exclu|punish|consequence|behaviour|contract|condition", re.IGNORECASE
)


@pytest.mark.parametrize("edition", ["parent", "pupil", "teacher"])
@pytest.mark.parametrize("fields", [PLAN, NO_STEPS, COMING_BACK], ids=["steps", "no steps", "coming back"])
def test_the_plan_of_a_return_speaks_of_no_sanction(edition: str, fields: Mapping[str, object]) -> None:
    assert not OF_SANCTIONS.search(_said(f"reintegration-plan.{edition}", SHARED | fields))


def test_a_day_back_is_a_welcome_that_hangs_on_nothing() -> None:
    said = _said("reintegration-plan.parent", SHARED | COMING_BACK)
    assert "is welcome that day, whatever in this plan is still open" in said


def test_without_consent_the_letter_at_the_end_tells_nothing_of_the_work() -> None:
    for stem, fields in (("exit.parent", SHARED), ("exit.pupil", BY_HAND)):
        said = _said(stem, fields | WITHDRAWN)
        assert "has come to an end" in said
        assert re.search("door stays open|Our door", said)
        assert not re.search(r"target|reached|helped|met with|times|look back|weeks", said)


def test_a_target_without_a_day_and_one_whose_day_has_come_say_so() -> None:
    for stem, fields in (("action-plan.parent", SHARED), ("action-plan.teacher", IN_SCHOOL)):
        said = _said(stem, fields | THREE_TARGETS)
        assert "Monday 7 December 2026" in said
        assert "It is time to look again" in said
        assert "No day is set yet" in said


@pytest.mark.parametrize("stem", FOR_PARENTS)
def test_other_formats_are_offered_to_families(stem: str) -> None:
    template = DocxTemplate(FOLDER / f"{stem}.docx")
    template.render_init()
    feet = "".join(
        text.text or ""
        for part in template.docx.part.package.iter_parts()
        if "footer" in part.partname
        for text in part.element.iter(f"{W}t")
    )
    assert feet.count("Large print, easy read") == 1


@pytest.mark.parametrize("stem", EVERY)
def test_a_name_is_never_put_in_the_possessive(stem: str) -> None:
    template = DocxTemplate(FOLDER / f"{stem}.docx")
    template.render_init()
    assert not re.search(r"\}\}\s*[’']s\b", re.sub("<[^>]+>", "", template.get_xml()))
