"""How many pages does a letter take? Counted as LibreOffice lays it out."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import Convert

from mentor_xl.word.render import render
from mentor_xl.word.template import Template
from mentor_xl.word.variant import Variant

FOLDER = Path(__file__).parents[2] / "letter_templates"
LARGE_PRINT = 1.5
ADDRESS = ("Mr and Mrs Adeyemi", "3 Mill Row", "Exeford", "EX4 3AB")

SHARED: dict[str, object] = {
    "school": {
        "name": "Thornfield High School",
        "letterhead_line": "Weir Lane, Exeford EX4 6TB · 01392 555014 · office@thornfield.example",
        "safeguarding_lead": "Ms H. Lindqvist",
    },
    "letter": {"reference": "TH/26/letter/4ada55", "date": "23 November 2026"},
    "recipient": {
        "address_lines": ADDRESS,
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
    "pupil": SimpleNamespace(known_as="Tolu", full_name="Tolu Adeyemi", year="Year 8", form="8B"),
    "contact_us": "phone 01392 555014 (ext 214) or email k.salt@thornfield.example",
    "reply_by": "Tuesday 8 December 2026",
}


def _target(words: str, baseline: str, score: int, score_words: str) -> dict[str, object]:
    return {
        "target": words,
        "baseline": baseline,
        "score": score,
        "score_words": score_words,
        "status": "Open",
        "review_by": "30 November 2026",
    }


TWO_TARGETS = (
    _target("Use my time-out card before I shout", "3 removals a week", 1, "More than hoped"),
    _target("Finish 4 lessons a day", "2 of 5", 0, "As hoped"),
)
PROGRESS: dict[str, object] = SHARED | {
    "cards": [
        {"number": "88.4%", "label": "attendance"},
        {"number": "6 of 9", "label": "sessions attended"},
        {"number": "1 of 2", "label": "targets met"},
        {"number": "26 Nov", "label": "next review"},
    ],
    "summary": "Tolu has met with Mrs Salt 6 times since 14 September 2026. One target is met so far.",
    "targets": TWO_TARGETS,
    "measures": (),
    "what_helps": ("Time-out card", "Solution-focused"),
    "next_steps": ("“Finish 4 lessons a day”: we look at it again by 30 November 2026.",),
    "next_review": "Thursday 26 November 2026",
}
OUTCOME: dict[str, object] = SHARED | {
    "review": {
        "name": "A meeting about how mentoring is going",
        "held_on": "Friday 23 October 2026",
        "attended_by": "Tolu, Mrs Adeyemi, Ms Lindqvist",
        "outcome": "Lessons go better when Tolu can step out before it gets too loud.",
        "actions": ("Mrs Salt talks with the maths teacher about where Tolu sits",),
        "next_review": "",
    },
    "targets": TWO_TARGETS,
    "reply_by": "",
}
INVITATION: dict[str, object] = SHARED | {
    "meeting": {
        "review_name": "A meeting about how mentoring is going",
        "explained": "",
        "date": "Thursday 26 November 2026",
        "time": "2.15pm",
        "place": "Meeting room",
        "who_comes": "Mrs Salt (learning mentor), Ms Lindqvist (SENCO)",
    },
    "low_demand": False,
}
CONSENT: dict[str, object] = SHARED | {
    "mentoring": {
        "mentor": "Mrs Kathleen Salt",
        "mentor_title": "learning mentor",
        "how_often": "Once a week",
        "how_long": "About 12 sessions, then we look at it together",
        "aim": "Stay in lessons",
    },
    "strengths": "Kind to younger pupils, good at maths.",
    "signers": ("Mrs Folake Adeyemi", "Mr Ade Adeyemi"),
}


def _pages(folder: Path, soffice: Convert, stem: str, fields: Mapping[str, object], scale: float = 1) -> int:
    source = (FOLDER / f"{stem}.docx").read_bytes()
    letter = folder / f"{stem}.docx"
    letter.write_bytes(render(Template.compile(source, variant=Variant(font_scale=scale)), fields))
    return len(re.findall(rb"/Type\s*/Page\b", soffice(letter, "pdf").read_bytes()))


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("stem", "fields", "pages"),
    [
        pytest.param("progress-report.parent", PROGRESS, 1, id="progress report"),
        pytest.param("review-outcome", OUTCOME, 1, id="what was agreed"),
        pytest.param("review-invitation", INVITATION, 2, id="invitation and the page to answer on"),
        pytest.param("consent", CONSENT, 2, id="consent with its information sheet and slip"),
    ],
)
def test_a_short_letter_takes_no_more_paper_than_it_has_to(
    stem: str, fields: Mapping[str, object], pages: int, tmp_path: Path, soffice: Convert
) -> None:
    assert _pages(tmp_path, soffice, stem, fields) == pages


@pytest.mark.libreoffice
def test_in_large_print_an_invitation_takes_two_pages_and_the_answer_one(
    tmp_path: Path, soffice: Convert
) -> None:
    assert _pages(tmp_path, soffice, "review-invitation", INVITATION, LARGE_PRINT) == 3


@pytest.mark.libreoffice
def test_a_pupils_low_demand_letter_stays_on_one_page_when_it_is_posted(
    tmp_path: Path, soffice: Convert
) -> None:
    fields = INVITATION | {"low_demand": True, "reply_by": ""}
    assert _pages(tmp_path, soffice, "review-invitation.pupil", fields) == 1
