"""What the pupil's own pages say and show: nothing that presses, nothing red, no words in a shape."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from a_pupils_page import CERTIFICATE, LOW, PAGES, SHARED, TO_DO, Fields, ladder, passport
from lxml import etree

from mentor_xl import look
from mentor_xl.word.render import render
from mentor_xl.word.template import Template
from mentor_xl.word.variant import Variant

FOLDER = Path(__file__).parents[2] / "letter_templates"
STEMS = sorted(PAGES)
FOR_ADULTS = ["mentoring-information", "meet-your-mentor", "passport.parent", "passport.teacher"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
DEMANDS = re.compile(
    r"\b(must|should|have to|has to|need to|needs to|deadline|please|by \w+day|make sure|remember to)\b",
    re.IGNORECASE,
)


def parts(stem: str, fields: Fields) -> dict[str, Any]:
    """The parts of a page that hold text, as they are printed."""
    made = render(Template.compile((FOLDER / f"{stem}.docx").read_bytes(), variant=Variant()), fields)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        names = [name for name in package.namelist() if re.match(r"word/(document|header|footer)", name)]
        return {name: etree.fromstring(package.read(name)) for name in names}


def said(stem: str, fields: Fields) -> str:
    """All that a page says, a line for each paragraph."""
    lines = []
    for part in parts(stem, fields).values():
        lines += ["".join(one.itertext(f"{W}t")) for one in part.iter(f"{W}p")]
    return "\n".join(lines)


# -- low demand --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stem", STEMS)
def test_nothing_presses_a_pupil_whose_profile_asks_for_low_demand(stem: str) -> None:
    assert not DEMANDS.search(said(stem, PAGES[stem] | {"low_demand": True}))


def test_the_words_that_press_would_be_found() -> None:
    assert DEMANDS.search(said("meet-your-mentor", SHARED))
    assert DEMANDS.search(said("passport.parent", passport("Quiet")))


def test_no_signature_is_asked_of_a_pupil_with_a_low_demand_profile() -> None:
    assert "Tolu, and the date" in said("mentoring-agreement", SHARED)
    low = said("mentoring-agreement", LOW)
    assert "Tolu, and the date" not in low
    assert "Mrs Salt, for my part" in low
    assert "What I hope you will do" not in low


def test_days_that_are_for_adults_stay_off_a_low_demand_page() -> None:
    assert "25 November" in said("step-ladder-card", ladder(5))
    assert "25 November" not in said("step-ladder-card", ladder(5) | {"low_demand": True})
    dated = passport("Quiet")
    assert "18 December 2026" in said("passport.pupil", dated)
    assert "18 December 2026" not in said("passport.pupil", dated | {"low_demand": True})
    assert "When" not in said("to-do-list", TO_DO | {"low_demand": True})


@pytest.mark.parametrize("low_demand", [False, True])
def test_a_certificate_says_for_what_and_who_signs(*, low_demand: bool) -> None:
    words = said("certificate", CERTIFICATE | {"low_demand": low_demand})
    expected = ("Tolu Adeyemi", "Helping a new pupil", "16 October 2026", "Mrs Kathleen Salt", "Achterberg")
    assert [one for one in expected if one not in words] == []
    assert ("Certificate of achievement" in words) is not low_demand


def test_a_school_without_a_headteacher_in_settings_has_a_line_for_the_date_instead() -> None:
    school = {"name": "Weir School", "headteacher": ""}
    words = said("certificate", CERTIFICATE | {"school": school})
    assert "Date" in words
    assert "Headteacher" not in words


# -- what they tell ----------------------------------------------------------------------------------------


INFORMATION = ["mentoring-information", "mentoring-information.pupil"]


@pytest.mark.parametrize("stem", [*INFORMATION, "mentoring-agreement"])
def test_the_limits_of_confidentiality_are_told(stem: str) -> None:
    words = said(stem, SHARED)
    assert "Ms H. Lindqvist" in words
    assert re.search(r"never promises? to keep a secret", words)


@pytest.mark.parametrize("stem", [*INFORMATION, "meet-your-mentor.pupil"])
def test_a_mentor_is_said_to_be_no_counsellor(stem: str) -> None:
    assert "not a counsellor" in said(stem, SHARED)


def test_what_a_passport_leaves_blank_has_no_box() -> None:
    everything = said("passport.pupil", passport("Quiet"))
    without = said("passport.pupil", passport("Quiet", adjustments="", what_worries_me=""))
    for heading in ("What school changes for me", "What worries me"):
        assert heading in everything
        assert heading not in without


def test_a_passport_past_its_review_says_so_and_one_not_agreed_is_called_a_draft() -> None:
    assert "has passed" in said("passport.teacher", passport("Quiet", is_past_review=True))
    assert "has passed" not in said("passport.teacher", passport("Quiet"))
    assert "draft" in said("passport.parent", passport("Quiet", agreed_with=""))
    assert "draft" not in said("passport.parent", passport("Quiet"))


def test_a_step_that_was_managed_is_ticked_and_the_first_stands_at_the_foot() -> None:
    words = said("step-ladder-card", ladder(5))
    assert words.count("✓ done") == 3
    assert words.index("\n5\n") < words.index("\n1\n")


# -- how they are drawn ------------------------------------------------------------------------------------


def _is_red(colour: str) -> bool:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red > 120 and max(green, blue) < 80


@pytest.mark.parametrize("stem", STEMS)
def test_nothing_a_pupil_reads_is_red(stem: str) -> None:
    with zipfile.ZipFile(FOLDER / f"{stem}.docx") as package:
        for name in package.namelist():
            if re.match(r"word/(document|header|footer|styles)", name):
                colours = re.findall(rb'"([0-9A-F]{6})"', package.read(name))
                assert not any(_is_red(colour.decode()) for colour in colours), name


def test_red_would_be_seen() -> None:
    assert _is_red(look.STATES["overdue"].ink)
    assert not _is_red(look.ACCENT)


@pytest.mark.parametrize("stem", [*STEMS, *FOR_ADULTS])
def test_every_shape_says_what_it_shows_or_is_marked_as_decoration(stem: str) -> None:
    fields = PAGES.get(stem) or SHARED | {"passport": passport("Quiet")["passport"]}
    for part in parts(stem, fields).values():
        for drawing in part.iter(DRAWN):
            assert bool(drawing.get("descr")) != (drawing.find(f".//{DECORATIVE}") is not None)


@pytest.mark.parametrize("stem", [*STEMS, *FOR_ADULTS])
def test_no_words_stand_in_a_shape_and_no_two_drawings_share_a_number(stem: str) -> None:
    with zipfile.ZipFile(FOLDER / f"{stem}.docx") as package:
        for name in package.namelist():
            if re.match(r"word/(document|header|footer)", name):
                root = etree.fromstring(package.read(name))
                numbers = [drawing.get("id") for drawing in root.iter(DRAWN)]
                assert len(numbers) == len(set(numbers))
                assert root.find(f".//{W}txbxContent") is None


@pytest.mark.parametrize("stem", [*STEMS, *FOR_ADULTS])
def test_every_box_has_a_rounded_head_and_foot_that_stay_with_it(stem: str) -> None:
    fields = PAGES.get(stem) or SHARED | {"passport": passport("Quiet")["passport"]}
    body = list(parts(stem, fields)["word/document.xml"][0])
    style = f"{W}tblPr/{W}tblStyle[@{W}val='SoftBox']"
    boxes = [at for at, one in enumerate(body) if one.find(style) is not None]
    ends = [one.find(f"{W}pPr/{W}pStyle") for one in body]
    named = ["" if one is None else one.get(f"{W}val") for one in ends]
    assert named.count("BoxEnd") == named.count("BoxFoot") == len(boxes)
    assert all((named[at - 1], named[at + 1]) == ("BoxEnd", "BoxFoot") for at in boxes)


def test_the_faces_go_from_sad_to_glad_and_say_so() -> None:
    body = parts("emotion-check-in", SHARED)["word/document.xml"]
    faces = [drawing.get("descr") for drawing in body.iter(DRAWN) if drawing.get("descr")]
    assert faces == [f"A face: {word}" for word in ("very low", "low", "in between", "good", "very good")] * 2
    bends = [int(guide.get("fmla").split()[1]) for guide in body.iter() if guide.tag.endswith("}gd")]
    assert bends[:5] == sorted(bends[:5])
    assert bends[0] < 0 < bends[4]
