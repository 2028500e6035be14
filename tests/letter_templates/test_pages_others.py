"""What hand-overs, pairs, visits, studies and reports on the caseload say, and how many pages they take."""

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

SHARED: dict[str, Any] = {
    "school": {
        "name": "Thornfield High School",
        "letterhead_line": "Weir Lane, Exeford EX4 6TB · 01392 555014 · office@thornfield.example",
        "phone": "01392 555014",
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
    "people": ({"name": "Mrs Kathleen Salt", "role": "learning mentor", "days": "Mon-Thu"},),
    "low_demand": False,
}  # fmt: skip
BY_HAND = SHARED | {
    "recipient": SHARED["recipient"]
    | {"address_lines": (), "salutation": "Dear Tolu", "close": "Best wishes"}
}
PAIR: dict[str, Any] = {
    "pair": {
        "activity": "talk, play a game or do something both enjoy",
        "slot": "Tuesdays at lunch, 12.40pm to 1.20pm",
        "place": "Library", "supervisor": "Ms Parveen Jandu", "begins": "6 October 2026", "has_begun": True,
        "ends": "15 December 2026",
    },
    "other_pupil": "another pupil in Year 10",
    "partner": "Niamh",
    "both_enjoy": "gardening and drawing",
}  # fmt: skip


def _target(words: str, score: int | None, score_words: str) -> dict[str, Any]:
    return {
        "target": words, "baseline": "Twice a week", "score": score, "score_words": score_words,
        "status": "Open", "review_by": "30 November 2026",
    }  # fmt: skip


TARGETS = (
    _target("Finish 4 lessons a day", 1, "More than hoped"),
    _target("Ask for help", None, "Not scored yet"),
)
HELPS: dict[str, Any] = {
    "strengths": "I notice things that others miss, and I am patient with animals.",
    "likes": "Maps, dogs, drawing and quiet corners.",
    "what_helps": ("A picture of the day. Five minutes before we begin.", "A quiet table kept free."),
    "what_worries": "Loud corridors, and plans that change without a word.",
    "what_does_not_help": "Being asked in front of everybody.",
    "how_to_talk": "Side by side. Give me time to answer.",
    "adjustments": "Time-out card. Leaves lessons two minutes early.",
    "has_card": True,
    "before_you_go": ("Ask the school office for the medical plan.", "Ask Mr Pryce what to plan for."),
}
HANDOVER = SHARED | HELPS | {
    "next_school": "Weir College",
    "support": ("SEN support: speech, language and communication.",),
    "targets": TARGETS,
    "went_well": ("“Two lessons a day”: Coaching",),
    "dates": ({"what": "Passport review", "by": "10 December 2026"},),
    "consent": "The family has known and agreed since 2 November 2026 that we share this.",
    "safeguarding_lead": "Ms H. Lindqvist",
}  # fmt: skip
STAFF = SHARED | {
    "cards": tuple({"number": number, "label": "figure"} for number in ("2", "1 of 3", "26 Nov", "3 Dec")),
    "summary": "Tolu meets with Mrs Kathleen Salt. One target is met so far.",
    "targets": TARGETS,
    "what_helps": ("Time-out card", "A quiet corner"),
    "next_steps": ("“Ask for help”: we go on with it.",),
    "next_review": "Thursday 3 December 2026",
}
STUDY = SHARED | {
    "letter": {"reference": "Case study", "date": "23 November 2026"},
    "pseudonym": "Alex", "who": "Alex is a pupil in Years 7 to 9. The name is not the pupil’s own.",
    "why": "Mentoring began because of friendship.", "what_was_done": "Alex and a mentor met about 10 times.",
    "approaches": ("Buddy", "Coaching"), "targets": TARGETS, "what_helped": ("A quiet corner",),
    "changes": ("Attendance is higher than before.",), "left_out": 2, "at_least": 5,
}  # fmt: skip


def _table(title: str, *lines: tuple[str, str], note: str = "") -> dict[str, Any]:
    return {
        "title": title,
        "lines": tuple({"label": label, "count": count, "bar": "\u00a0    \u00a0"} for label, count in lines),
        "note": note,
    }


EVALUATION = SHARED | {
    "period": "1 September 2026 to 23 November 2026",
    "cards": tuple({"number": number, "label": "figure"} for number in ("20", "85%", "76", "£70")),
    "summary": "20 pupils have had mentoring this school year.",
    "who": tuple(_table(f"Groups {n}", *((f"Group {line}", "9") for line in range(4))) for n in range(4)),
    "service": tuple(_table(f"Work {n}", *((f"Line {line}", "9") for line in range(3))) for n in range(2)),
    "outcomes": tuple(_table(f"How {n}", *[("Way", "9")] * 3, note="So.") for n in range(3)),
    "cost": _table("Time and cost", ("Mentoring", "76 hours"), ("Cost a pupil", "£70"), note="Minutes only."),
    "mentors": _table("Hours of mentoring by mentor", ("Mrs Salt", "40"), ("Mr Ferreira", "36")),
    "cannot_say": tuple("They do not show what caused a change." for _ in range(8)),
    "least_shown": 5,
}  # fmt: skip


def _due(n: int) -> dict[str, str]:
    return {
        "pupil": f"Tommy-Lee Kettlewell, {n}D", "what": "EHC plan review meeting", "when": "Wed 25 Nov 2026",
        "state": "overdue", "mentor": "KSA",
    }  # fmt: skip


CASELOAD = SHARED | {
    "cards": tuple({"number": number, "label": "figure"} for number in ("16", "2", "5", "20")),
    "summary": "5 dates are overdue or to act on now, and 26 are due soon.",
    "mentors": tuple(
        {
            "mentor": "Mrs Kathleen Salt", "active": "6", "paused": "1", "places": "12", "free": "6 free",
            "bar": "    ",
        }
        for _ in range(3)
    ),
    "tiers": ({"tier": "Targeted", "active": "13", "paused": "1", "waiting": "0"},),
    "late": tuple(map(_due, range(5))),
    "soon": tuple(map(_due, range(20))),
    "waiting": (
        {
            "pupil": "Mia Nguyễn, 7C", "priority": "High", "since": "9 November 2026", "waited": "2 weeks",
            "stands_at": "a start",
        },
    ),
    "without_review": (),
    "to_mend": "2 cells in the workbook hold errors: what hangs on them is not counted here.",
}  # fmt: skip

PAGES = [
    pytest.param("peer-mentor-pairing.parent", SHARED | PAIR, 1, id="to the mentor's home"),
    pytest.param("peer-mentee-pairing.parent", SHARED | PAIR, 1, id="to the mentee's home"),
    pytest.param("peer-mentor-pairing.pupil", BY_HAND | PAIR, 1, id="to the mentor"),
    pytest.param("peer-mentee-pairing.pupil", BY_HAND | PAIR, 1, id="to the mentee"),
    pytest.param(
        "peer-mentor-pairing.pupil", BY_HAND | PAIR | {"low_demand": True}, 1, id="to the mentor, gently"
    ),
    pytest.param(
        "peer-mentee-pairing.pupil", BY_HAND | PAIR | {"low_demand": True}, 1, id="to the mentee, gently"
    ),
    pytest.param("visit-note", SHARED | HELPS, 1, id="a visit"),
    pytest.param("transition-handover", HANDOVER, 2, id="a hand-over with its plan"),
    pytest.param("progress-report-staff", STAFF, 1, id="progress for staff"),
    pytest.param("case-study.school", STUDY, 1, id="a study"),
    pytest.param("case-study.leader", STUDY, 1, id="a study to look over"),
    pytest.param("caseload-report", CASELOAD, 2, id="a caseload"),
    pytest.param("evaluation-report.governors", EVALUATION, 2, id="an evaluation for governors"),
    pytest.param("evaluation-report.leader", EVALUATION, 2, id="an evaluation for leaders"),
]


def _pages(folder: Path, soffice: Convert, stem: str, fields: Mapping[str, Any], scale: float = 1) -> int:
    source = (FOLDER / f"{stem}.docx").read_bytes()
    letter = folder / f"{stem}.docx"
    letter.write_bytes(render(Template.compile(source, variant=Variant(font_scale=scale)), fields))
    return len(re.findall(rb"/Type\s*/Page\b", soffice(letter, "pdf").read_bytes()))


@pytest.mark.libreoffice
@pytest.mark.parametrize(("stem", "fields", "pages"), PAGES)
def test_it_takes_no_more_paper_than_it_has_to(
    stem: str, fields: Mapping[str, Any], pages: int, tmp_path: Path, soffice: Convert
) -> None:
    assert _pages(tmp_path, soffice, stem, fields) == pages


@pytest.mark.libreoffice
@pytest.mark.parametrize("stem", ["peer-mentor-pairing.parent", "peer-mentee-pairing.parent"])
def test_in_large_print_a_letter_home_takes_two_pages(stem: str, tmp_path: Path, soffice: Convert) -> None:
    assert _pages(tmp_path, soffice, stem, SHARED | PAIR, LARGE_PRINT) == 2


# -- what they say ------------------------------------------------------------------------------------------


def said(stem: str, fields: Mapping[str, Any]) -> str:
    template = DocxTemplate(FOLDER / f"{stem}.docx")
    template.render(dict(fields), autoescape=True)
    paragraphs = template.docx.element.iter(f"{{{template.docx.element.nsmap['w']}}}p")
    return "\n".join("".join(part for part in paragraph.itertext()) for paragraph in paragraphs)


DEMANDS = re.compile(r"\b(must|should|have to|need to|deadline|please|by \w+day)\b", re.IGNORECASE)


@pytest.mark.parametrize("stem", ["peer-mentor-pairing.pupil", "peer-mentee-pairing.pupil"])
def test_a_low_demand_page_tells_and_invites(stem: str) -> None:
    text = said(stem, BY_HAND | PAIR | {"low_demand": True})
    assert not DEMANDS.search(text)
    assert "fine" in text


@pytest.mark.parametrize("stem", ["peer-mentor-pairing.parent", "peer-mentee-pairing.parent"])
def test_a_home_may_say_no_at_any_time_and_is_told_no_name(stem: str) -> None:
    text = said(stem, SHARED | PAIR)
    assert "or at any time later" in text
    assert "You do not have to give a reason" in text
    assert "Niamh" not in text


def test_the_two_letters_home_are_two_different_letters() -> None:
    first, second = (said(f"peer-{side}-pairing.parent", SHARED | PAIR) for side in ("mentor", "mentee"))
    alike = set(first.splitlines()) & set(second.splitlines())
    own = [line for line in first.splitlines() if line not in alike and len(line) > 60]
    assert len(own) >= 2


def test_a_worry_is_never_kept_alone() -> None:
    assert "You never keep it alone" in said("peer-mentor-pairing.pupil", BY_HAND | PAIR)
    low = said("peer-mentor-pairing.pupil", BY_HAND | PAIR | {"low_demand": True})
    assert "nobody keeps it alone" in low


def test_the_hand_over_offers_a_buddy_and_says_where_the_safeguarding_file_goes() -> None:
    text = said("transition-handover", HANDOVER)
    assert "buddy" in text
    assert "from safeguarding lead to safeguarding lead only" in text
    without = said("transition-handover", HANDOVER | {"support": (), "dates": (), "safeguarding_lead": ""})
    assert "from safeguarding lead to safeguarding lead only" in without
    assert "Plans and dates" not in without


def test_where_nothing_is_late_or_waiting_a_sentence_says_so() -> None:
    empty = dict.fromkeys(("late", "soon", "waiting", "without_review", "mentors", "tiers"), ())
    text = said("caseload-report", CASELOAD | empty | {"to_mend": ""})
    for sentence in (
        "Nothing is overdue.",
        "Nothing is due soon.",
        "Nobody is waiting.",
        "Every active case has one.",
    ):
        assert sentence in text


def test_only_the_leaders_edition_of_a_study_has_the_list_to_look_over() -> None:
    assert "Looked over by" in said("case-study.leader", STUDY)
    assert "2 texts of the workbook had a name" in said("case-study.leader", STUDY)
    assert "Looked over by" not in said("case-study.school", STUDY)
