"""Questions about the page: what acts by itself, pictures described, headings, language, fonts, remarks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from mentor_xl.problems import Severity
from mentor_xl.template_check.acting import acting_in
from mentor_xl.template_check.findings import WHOLE_DOCUMENT
from mentor_xl.template_check.fonts import TWINS, fonts_named, has_font
from mentor_xl.template_check.layout import Paragraph, W, relations_in, relations_name, value_of
from mentor_xl.template_check.register import Draft, Found, Register

PAGE = Register()
_ERROR, _QUERY, _NOTE = Severity.ERROR, Severity.QUERY, Severity.NOTE

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}shape"
_OLD_PICTURE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"


@PAGE.question("acts-by-itself", _ERROR)
def nothing_acts_by_itself(draft: Draft) -> Iterator[Found]:
    """Is the template free of all that fetches, runs or draws in something when a letter is opened?

    Why: Nobody else may learn that a letter was opened, and no letter may run anything.
    Do: Take it out, or insert the thing itself.
    Fires: [field INCLUDEPICTURE "http://school.example/logo.png"] Our school
        [field DDEAUTO excel book] x
        [field QUOTE 68 68 69] x
        [outside: image] Our school
        [outside: attachedTemplate] x
        [inside: vbaProject] x
    Silent: [field PAGE] Page
        [field DATE \\@ "d MMMM yyyy"] x
        [field HYPERLINK "https://school.example"] x
        [outside: hyperlink] Our school
        [picture: The front of our school] Our school
    """
    for spot, act in acting_in(draft.layout):
        yield Found(spot, act.what, act.do)


@PAGE.question("no-alt-text", _QUERY)
def pictures_are_described(draft: Draft) -> Iterator[Found]:
    """Has every picture a description for those who cannot see it?

    Why: A screen reader says nothing, or reads a file name aloud.
    Do: In Word: right-click the picture, View Alt Text, and describe it; or mark it as decorative.
    Fires: [picture] Our school
    Silent: [picture: The front of our school] Our school
        Our school
    """
    for paragraph in draft.layout.paragraphs:
        if any(_has_no_words(drawn) for drawn in _drawings_in(paragraph)):
            yield Found(paragraph.spot, "A picture has no alternative text.")


def _drawings_in(paragraph: Paragraph) -> Iterator[etree._Element]:
    """The pictures and shapes of a paragraph itself; a text box counts as one."""
    for drawn in paragraph.element.iter(_DRAWN, _OLD_PICTURE):
        is_own = next(drawn.iterancestors(f"{W}p")) is paragraph.element
        is_stand_in = any(str(one.tag).endswith("}Fallback") for one in drawn.iterancestors())
        is_picture = drawn.tag == _DRAWN or drawn.find(_OLD_PICTURE_DATA) is not None
        if is_own and is_picture and not is_stand_in:
            yield drawn


def _has_no_words(drawn: etree._Element) -> bool:
    is_decorative = any(one.get("val") in ("1", "true") for one in drawn.iter(_DECORATIVE))
    return not is_decorative and not (drawn.get("descr") or drawn.get("alt") or "").strip()


@PAGE.question("heading-order", _QUERY)
def headings_go_down_step_by_step(draft: Draft) -> Iterator[Found]:
    """Does every heading follow one of the same level, of the level above, or of one further down?

    Why: Who listens to a letter jumps from heading to heading; a level left out sounds like a part missing.
    Do: Give it the style of the next level, and change how it looks in the style.
    Fires: [Heading 1] Help in school ¶ [Heading 3] What we do
    Silent: [Heading 1] Help in school ¶ [Heading 2] What we do ¶ [Heading 3] When ¶ [Heading 1] Reply
    """
    before = 0
    for paragraph in draft.layout.body.paragraphs:
        if paragraph.heading is None:
            continue
        if before and paragraph.heading > before + 1:
            yield Found(paragraph.spot, f"A heading {paragraph.heading} follows a heading {before}.")
        before = paragraph.heading


@PAGE.question("no-language", _QUERY)
def the_language_is_said(draft: Draft) -> Iterator[Found]:
    """Does the template say which language it is in?

    Why: A screen reader reads in the voice of the language, and Word checks the spelling by it.
    Do: In Word: select all (Ctrl+A), Review, Language, Set Proofing Language, English (United Kingdom).
    Fires: [language none] Dear parents
    Silent: [language en-GB] Dear parents
        [language cy-GB] Annwyl rieni
    """
    if not _usual_language(draft) and any("" in languages for _, languages in _languages(draft)):
        yield Found(WHOLE_DOCUMENT, "The template does not say which language it is in.")


def _languages(draft: Draft) -> Iterator[tuple[Paragraph, set[str]]]:
    """The paragraphs that have words, each with the languages of its runs: empty for the usual one."""
    for paragraph in draft.layout.paragraphs:
        runs = (piece.getparent() for piece in paragraph.pieces if (piece.text or "").strip())
        languages = {value_of(run, "rPr", "lang") for run in runs if run is not None}
        if languages:
            yield paragraph, languages


def _usual_language(draft: Draft) -> str:
    styles = draft.layout.styles
    if styles is None:
        return ""
    usual = value_of(styles, "docDefaults", "rPrDefault", "rPr", "lang")
    for style in styles.iter(f"{W}style"):
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
            return value_of(style, "rPr", "lang") or usual
    return usual


@PAGE.question("other-language", _QUERY)
def the_language_is_ours(draft: Draft) -> Iterator[Found]:
    """Is the language that Word and screen readers use the one the letter is written in?

    Why: English read by a French voice cannot be understood; American spelling marks good words as wrong.
    Do: In Word: select it, Review, Language, Set Proofing Language. For Britain it ends in United Kingdom.
    Fires: [language fr-FR] Dear parents
        [language en-US] Dear parents
    Silent: [language en-GB] Dear parents
        [language gd-GB] A phàrantan
    """
    usual = _usual_language(draft)
    is_odd = usual and not _is_of_these_islands(usual)
    if is_odd and any("" in languages for _, languages in _languages(draft)):
        yield Found(WHOLE_DOCUMENT, f"The template is set in the language {usual}.")
    for paragraph, languages in _languages(draft):
        odd = sorted(one for one in languages if one and not _is_of_these_islands(one))
        if odd:
            yield Found(paragraph.spot, f"It is set in the language {odd[0]}.")


def _is_of_these_islands(language: str) -> bool:
    return language.endswith(("-GB", "-IE", "-IM"))


@PAGE.question("font-missing", _QUERY)
def fonts_are_here(draft: Draft) -> Iterator[Found]:
    """Is every font that the template names on this machine?

    Why: Another one takes its place, lines break elsewhere, and the address may leave its window.
    Do: Choose Arial in Word, or have the font put on every machine that makes letters.
    Fires: [font Comic Sans MS] Dear parents
        Dear parents ¶ [run Papyrus] and carers
    Silent: [font Arial] Dear parents
        [font Liberation Sans] Dear parents
    """
    if draft.installed is None:
        return
    for font, spot in fonts_named(draft.layout).items():
        if not has_font(draft.installed, font) and _twin(draft.installed, font) is None:
            yield Found(spot, f"The font {font} is not on this machine.")


@PAGE.question("font-twin", _NOTE)
def twins_stand_in(draft: Draft) -> Iterator[Found]:
    """Does a font of the same widths stand in for one that is not here?

    Why: Lines and pages break alike; only the shapes of the letters differ a little.
    Do: Nothing to do.
    Fires: [font Arial] Dear parents
    Silent: [font Liberation Sans] Dear parents
    """
    if draft.installed is None:
        return
    for font, spot in fonts_named(draft.layout).items():
        twin = _twin(draft.installed, font)
        if twin and not has_font(draft.installed, font):
            yield Found(spot, f"{font} is not on this machine; {twin}, of the same widths, stands in.")


def _twin(installed: frozenset[str], font: str) -> str | None:
    return next((one for one in TWINS.get(font.casefold(), ()) if has_font(installed, one)), None)


@PAGE.question("comments-left", _QUERY)
def no_comment_is_left(draft: Draft) -> Iterator[Found]:
    """Is the template free of comments?

    Why: Every letter made from it would carry them, to the parents too.
    Do: In Word: Review, Delete, Delete All Comments in Document.
    Fires: [comment] Dear parents
    Silent: Dear parents
    """
    related = relations_in(draft.layout.entries.get(relations_name(draft.layout.main)), draft.layout.main)
    if any(kind == "comments" and _holds_one(draft.layout.entries[target]) for kind, _, target in related):
        yield Found(WHOLE_DOCUMENT, "Comments are left in the template.")


def _holds_one(comments: bytes) -> bool:
    return b"<w:comment " in comments


@PAGE.question("changes-left", _QUERY)
def changes_are_accepted(draft: Draft) -> Iterator[Found]:
    """Is every tracked change accepted or rejected?

    Why: Every letter would show what was struck out and by whom.
    Do: In Word: Review, Accept All Changes, and switch Track Changes off.
    Fires: [inserted] Dear parents
    Silent: Dear parents
    """
    for paragraph in draft.layout.paragraphs:
        marked = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
        if next(paragraph.element.iter(*marked), None) is not None:
            yield Found(paragraph.spot, "A tracked change is left in it.")
