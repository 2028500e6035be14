"""How many pages do the pupil's own pages take, usual and in large print? As LibreOffice lays them out."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from a_pupils_page import (
    CERTIFICATE,
    LONG,
    LONG_CERTIFICATE,
    LOW,
    ONE_SENTENCE,
    SHARED,
    TO_DO,
    Fields,
    ladder,
    passport,
)
from conftest import Convert

from mentor_xl.word.render import render
from mentor_xl.word.template import Template
from mentor_xl.word.variant import Variant

FOLDER = Path(__file__).parents[2] / "letter_templates"
LARGE_PRINT = 1.5


def pages(folder: Path, soffice: Convert, stem: str, fields: Mapping[str, object], scale: float = 1) -> int:
    source = (FOLDER / f"{stem}.docx").read_bytes()
    page = folder / f"{stem}.docx"
    page.write_bytes(render(Template.compile(source, variant=Variant(font_scale=scale)), fields))
    return len(re.findall(rb"/Type\s*/Page\b", soffice(page, "pdf").read_bytes()))


CASES: list[tuple[str, Fields, int, int]] = [
    ("mentoring-information", SHARED, 1, 2),
    ("mentoring-information.pupil", SHARED, 1, 2),
    ("mentoring-agreement", SHARED, 1, 2),
    ("mentoring-agreement", LOW, 1, 2),
    ("meet-your-mentor", SHARED, 1, 2),
    ("meet-your-mentor.pupil", SHARED, 1, 2),
    ("meet-your-mentor.pupil", LOW, 1, 2),
    ("passport.pupil", passport(ONE_SENTENCE), 1, 2),
    ("passport.pupil", passport(LONG), 1, 2),
    ("passport.parent", passport(LONG), 1, 2),
    ("passport.parent", passport(LONG, agreed_with=""), 1, 2),
    ("passport.teacher", passport(LONG, is_past_review=True), 1, 2),
    ("certificate", CERTIFICATE, 1, 1),
    ("certificate", LONG_CERTIFICATE, 1, 1),
    ("time-out-card", SHARED, 1, 2),
    ("step-ladder-card", ladder(2), 1, 1),
    ("step-ladder-card", ladder(12), 1, 2),
    ("to-do-list", TO_DO, 1, 1),
    ("to-do-list", TO_DO | {"low_demand": True}, 1, 1),
    ("emotion-check-in", SHARED, 1, 2),
]


@pytest.mark.libreoffice
@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_pupils_page_is_one_page_and_in_large_print_no_more_than_it_has_to_be(
    case: tuple[str, Fields, int, int], tmp_path: Path, soffice: Convert
) -> None:
    stem, fields, *expected = case
    assert [pages(tmp_path, soffice, stem, fields, scale) for scale in (1, LARGE_PRINT)] == expected
