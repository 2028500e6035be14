"""Are the letter templates what their drawing makes, and can everybody read, post and edit them?"""

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest
from docxtpl import DocxTemplate
from lxml import etree
from pydantic import BaseModel

from mentor_xl import look
from mentor_xl.documents import Context, kinds
from mentor_xl.examine import REGISTERED
from mentor_xl.pupil_view import PupilView
from mentor_xl.records import Pupil
from mentor_xl.word.fields import fields_of

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "letter_templates"
STEMS = sorted(path.stem for path in FOLDER.glob("*.docx"))
FOR_AGENCIES = ["agency-referral", "camhs-referral"]
FOR_FAMILIES = ["consent", "progress-report.parent", "review-invitation", "review-outcome"]


def _has_window(stem: str) -> bool:
    with zipfile.ZipFile(FOLDER / f"{stem}.docx") as package:
        return b"WindowAddress" in package.read("word/document.xml")


POSTED = [stem for stem in STEMS if _has_window(stem)]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which every template has just been drawn."""
    folder = tmp_path_factory.mktemp("drawn")
    subprocess.run([sys.executable, FOLDER / "_drawn", folder], cwd=ROOT, check=True, capture_output=True)
    return folder


def _part(stem: str, name: str) -> Any:
    with zipfile.ZipFile(FOLDER / f"{stem}.docx") as package:
        return etree.fromstring(package.read(name))


def _parts(stem: str) -> Iterator[tuple[str, Any]]:
    with zipfile.ZipFile(FOLDER / f"{stem}.docx") as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, etree.fromstring(package.read(name))


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


def _millimetres(element: Any, name: str) -> float:
    return int(element.get(f"{W}{name}")) * 25.4 / 1440


def _text(element: Any) -> str:
    """What an element says, a line for each paragraph."""
    return "\n".join("".join(paragraph.itertext(f"{W}t")) for paragraph in element.iter(f"{W}p"))


def test_every_template_is_drawn_and_every_drawing_is_there(drawn: Path) -> None:
    assert sorted(path.stem for path in drawn.glob("*.docx")) == STEMS


def test_the_offices_sheets_are_drawn_too(drawn: Path) -> None:
    drawings = {path.name: path.read_bytes() for path in (drawn / "sheets").iterdir()}
    assert drawings == {path.name: path.read_bytes() for path in (FOLDER / "sheets").iterdir()}


@pytest.mark.parametrize("stem", STEMS)
def test_drawing_gives_the_very_bytes_that_are_shipped(stem: str, drawn: Path) -> None:
    assert (drawn / f"{stem}.docx").read_bytes() == (FOLDER / f"{stem}.docx").read_bytes()


@pytest.mark.parametrize("stem", STEMS)
def test_the_language_is_british_english(stem: str) -> None:
    assert _part(stem, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang").get(f"{W}val") == "en-GB"
    assert _part(stem, "word/settings.xml").find(f"{W}themeFontLang").get(f"{W}val") == "en-GB"
    assert "en-GB" in _part(stem, "docProps/core.xml").itertext()


def test_each_template_has_a_title_of_its_own_that_names_nobody() -> None:
    titles = [
        "".join(_part(stem, "docProps/core.xml").itertext("{http://purl.org/dc/elements/1.1/}title"))
        for stem in STEMS
    ]
    assert all(titles)
    assert not any("{" in title for title in titles)
    assert len(set(titles)) == len(STEMS)


@pytest.mark.parametrize("stem", STEMS)
def test_headings_begin_at_one_and_skip_no_level(stem: str) -> None:
    styles = [_style(paragraph) for paragraph in _part(stem, "word/document.xml").iter(f"{W}p")]
    levels = [int(style.removeprefix("Heading")) for style in styles if style.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("stem", STEMS)
def test_the_one_picture_is_the_logo_and_says_so(stem: str) -> None:
    drawings = [drawing for _, part in _parts(stem) for drawing in part.iter(DRAWING)]
    pictures = [one.get("descr") for one in drawings if one.getparent().find(f".//{PICTURE}") is not None]
    assert pictures == ["School logo"]


@pytest.mark.parametrize("stem", STEMS)
def test_type_is_arial_from_the_styles_down_to_the_theme(stem: str) -> None:
    for name, part in _parts(stem):
        if name == "word/styles.xml":
            for fonts in part.iter(f"{W}rFonts"):
                assert set(fonts.attrib.values()) == {look.FONT}
        else:
            assert part.find(f".//{W}rFonts") is None, name
        for latin in part.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}latin"):
            assert latin.get("typeface") == look.FONT


@pytest.mark.parametrize("stem", STEMS)
def test_every_size_of_type_stands_in_a_style_so_that_large_print_can_grow_it(stem: str) -> None:
    for name, part in _parts(stem):
        if name != "word/styles.xml":
            assert part.find(f".//{W}sz") is None, name


@pytest.mark.parametrize("stem", STEMS)
def test_no_row_is_divided_and_heading_rows_are_marked(stem: str) -> None:
    for row in _part(stem, "word/document.xml").iter(f"{W}tr"):
        assert row.find(f"{W}trPr/{W}cantSplit") is not None
        is_heading = any(_style(paragraph) == "ListHeading" for paragraph in row.iter(f"{W}p"))
        assert is_heading == (row.find(f"{W}trPr/{W}tblHeader") is not None)


@pytest.mark.parametrize("stem", POSTED)
def test_the_address_and_nothing_else_stands_in_the_window(stem: str) -> None:
    frames: dict[str, Any] = {}
    for paragraph in _part(stem, "word/document.xml").iter(f"{W}p"):
        frame = paragraph.find(f"{W}pPr/{W}framePr")
        if frame is not None:
            frames.setdefault(_style(paragraph), frame)
    address = frames.pop("WindowAddress")
    left, top, width, height = (_millimetres(address, name) for name in ("x", "y", "w", "h"))
    window = look.WINDOW
    assert window.left - 0.05 <= left <= left + width <= window.right + 0.05
    assert window.top - 0.05 <= top <= top + height <= window.bottom + 0.05
    frames.pop("Tag")  # the loop around the address; it is gone in a letter
    assert all(_millimetres(frame, "x") > look.WINDOW_REACH.right for frame in frames.values())


@pytest.mark.parametrize("stem", POSTED)
def test_the_letterhead_ends_above_the_window_and_the_text_begins_below_it(stem: str) -> None:
    headers = (part for name, part in _parts(stem) if "/header" in name)
    header = next(part for part in headers if part.find(f"{W}tbl") is not None)
    room = [
        _millimetres(spacing, "line")
        for spacing in header.iter(f"{W}spacing")
        if spacing.get(f"{W}lineRule") == "exact"
    ]
    letterhead_ends = look.HEADER_FROM_TOP + look.LOGO_HEIGHT
    assert letterhead_ends < look.WINDOW_REACH.top
    assert letterhead_ends + room[0] > look.WINDOW_REACH.bottom - 2


class _Every:
    """Stands for any value of a letter: all of them there, or all of them blank."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __getattr__(self, name: str) -> "_Every":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: object) -> "_Every":
        return self

    def __iter__(self) -> Iterator["_Every"]:
        return iter([self, self] if self.words else [])

    def __bool__(self) -> bool:
        return bool(self.words)

    def __str__(self) -> str:
        return self.words


def _rendered(stem: str, words: str, **fixed: object) -> Any:
    template = DocxTemplate(FOLDER / f"{stem}.docx")
    names = template.get_undeclared_template_variables()
    template.render({name: _Every(words) for name in names} | fixed, autoescape=True)
    return template.docx.element


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("words", ["", "words"], ids=["all blank", "all there"])
def test_whatever_is_blank_no_table_is_left_empty_and_no_tag_is_left_over(stem: str, words: str) -> None:
    body = _rendered(stem, words)
    assert "{" not in _text(body)
    assert all(table.find(f"{W}tr") is not None for table in body.iter(f"{W}tbl"))
    assert all(cell[-1].tag == f"{W}p" for cell in body.iter(f"{W}tc"))


DEMANDS = re.compile(r"\b(must|should|have to|need to|deadline|please|by \w+day)\b", re.IGNORECASE)


def test_a_low_demand_invitation_asks_for_nothing() -> None:
    said = _text(_rendered("review-invitation.pupil", "words", low_demand=True))
    assert "is planned for" in said
    assert not DEMANDS.search(said)


def test_the_usual_invitation_to_a_pupil_does_ask() -> None:
    assert DEMANDS.search(_text(_rendered("review-invitation.pupil", "words", low_demand=False)))


@pytest.mark.parametrize("stem", STEMS)
def test_no_letter_speaks_of_gdpr_consent(stem: str) -> None:
    assert "GDPR" not in _text(_part(stem, "word/document.xml"))


def test_the_hand_off_sheet_has_no_place_for_an_account() -> None:
    fields = DocxTemplate(FOLDER / "mash-hand-off.docx")
    fields.render_init()
    used = set(re.findall(r"\breferral\.(\w+)", fields.get_xml()))
    assert used == {"access", "urgency"}


# -- which fields they read --------------------------------------------------------------------------


def _fields(stem: str) -> set[str]:
    return {use.field for use in fields_of((FOLDER / f"{stem}.docx").read_bytes())}


def _contexts(stem: str) -> tuple[type[Context], ...]:
    assert REGISTERED
    return kinds()[stem.partition(".")[0]].contexts


def _holds(kind: Any, steps: list[str]) -> bool:
    """Whether a type holds a field: ``["targets[]", "score"]``."""
    if not steps or kind is str:
        return not steps
    name, is_list = steps[0].removesuffix("[]"), steps[0].endswith("[]")
    if kind is PupilView:
        return hasattr(PupilView, name) or name in Pupil.model_fields
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)) or name not in kind.model_fields:
        return False
    found = kind.model_fields[name].annotation
    return _holds(get_args(found)[0] if is_list else found, steps[1:])


@pytest.mark.parametrize("stem", STEMS)
def test_a_template_reads_only_what_its_letters_are_given(stem: str) -> None:
    fields = _fields(stem)
    missing = [
        {field for field in fields if not _holds(context, field.split("."))} for context in _contexts(stem)
    ]
    assert set() in missing, missing


@pytest.mark.parametrize("stem", [*FOR_AGENCIES, "mash-hand-off"])
@pytest.mark.parametrize(
    ("legal_name", "says"), [("Kayleigh Smith", "Known as\nKay"), ("Kay Smith", "Full name\nKay Smith")]
)
def test_others_get_the_legal_name_and_the_name_in_use_where_it_differs(
    stem: str, legal_name: str, says: str
) -> None:
    pupil = SimpleNamespace(
        legal_name=legal_name,
        full_name="Kay Smith",
        known_as="Kay",
        year="Year 10",
        form="",
        date_of_birth="",
    )
    said = _text(_rendered(stem, "words", pupil=pupil))
    assert f"Full name\n{legal_name}" in said
    assert says in said
    differs = legal_name != "Kay Smith"
    assert ("Known as" in said) == differs
    assert ("Kay Smith" in said) != differs


@pytest.mark.parametrize("stem", [*FOR_FAMILIES, "review-invitation.pupil"])
def test_families_read_the_name_that_the_pupil_uses(stem: str) -> None:
    fields = _fields(stem)
    assert "pupil.known_as" in fields
    assert "pupil.legal_name" not in fields


# -- what holds the pages together -------------------------------------------------------------------


@pytest.mark.parametrize("stem", FOR_FAMILIES)
def test_other_formats_are_offered_once_at_the_foot_of_the_first_page(stem: str) -> None:
    offers = {name: _text(part).count("Large print, easy read") for name, part in _parts(stem)}
    assert sum(offers.values()) == 1
    assert all("/footer" in name for name, count in offers.items() if count)


@pytest.mark.parametrize("stem", POSTED)
def test_nothing_tears_the_signature_from_its_close_or_leaves_it_alone(stem: str) -> None:
    styles = {style.get(f"{W}styleId"): style for style in _part(stem, "word/styles.xml").iter(f"{W}style")}
    paragraphs = list(_rendered(stem, "words", low_demand=True).body.iter(f"{W}p"))
    close = next(at for at, paragraph in enumerate(paragraphs) if _style(paragraph) == "Closing")
    assert [_style(paragraph) for paragraph in paragraphs[close + 1 : close + 3]] == [
        "Signature",
        "SignatureDetails",
    ]
    for paragraph in paragraphs[close - 1 : close + 2]:
        own = paragraph.find(f"{W}pPr/{W}keepNext")
        of_style = styles[_style(paragraph)].find(f"{W}pPr/{W}keepNext")
        assert own is not None or of_style is not None, _text(paragraph)


def test_consent_without_a_case_says_in_a_sentence_what_is_not_known_yet() -> None:
    nothing = SimpleNamespace(mentor="", how_often="", how_long="", aim="", mentor_title="Learning mentor")
    said = _text(_rendered("consent", "words", mentoring=nothing))
    assert "What we offer" not in said
    assert "we will tell you who the mentor is" in said


def test_a_target_that_is_met_is_not_looked_at_again() -> None:
    target = SimpleNamespace(
        target="", baseline="", score=2, score_words="", status="Met", review_by="19 October 2026"
    )
    said = _text(_rendered("review-outcome", "words", targets=[target]))
    assert "Met" in said
    assert "19 October 2026" not in said
