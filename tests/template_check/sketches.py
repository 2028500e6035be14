"""Small Word files from one line of text, as the examples of the questions have them.

``consent.docx: [Heading 1] Help ¶ Dear {{ pupil.known_as }}`` is a template for consent with two paragraphs.
A mark in front of a paragraph says what it is: ``[row] a | b``, ``[picture: words]``, ``[font Arial]``
(the document's), ``[run Arial]`` (this paragraph's), ``[language en-GB]``, ``[pieces] one~two``,
``[header]``, ``[Heading 2]``, ``[comment]``, ``[inserted]``, ``[field PAGE]``, and what the document refers
to: ``[outside: image]``, ``[inside: vbaProject]``.
"""

import io
import re
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from word.drafts import png, saved

from mentor_xl.examine import REGISTERED
from mentor_xl.template_check import Finding, TemplateFile, check_template, template_file

assert REGISTERED
SHIPPED = [path.name for path in (Path(__file__).parents[2] / "letter_templates").glob("*.docx")]
HERE = frozenset({"liberation sans"})
"""The fonts of a made-up machine."""
USUAL = "consent.docx"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def named(sketch: str) -> tuple[str, str]:
    """The file's name that a sketch gives, and the rest of it."""
    found = re.match(r"([\w.-]+\.docx): ", sketch)
    return (found[1], sketch[found.end() :]) if found else (USUAL, sketch)


def file_of(name: str) -> TemplateFile:
    return template_file(Path(name), SHIPPED)


def findings_in(sketch: str, installed: frozenset[str] = HERE) -> tuple[Finding, ...]:
    """What is found in a sketch."""
    name, rest = named(sketch)
    return check_template(file_of(name), drawn(rest), installed)


def codes_in(sketch: str) -> set[str]:
    return {finding.code for finding in findings_in(sketch)}


def drawn(sketch: str) -> bytes:
    """The .docx of a sketch: in Arial and British English unless it says otherwise."""
    document = Document()
    _set_language(document, "en-GB")
    _set_font(document, "Arial")
    table: Table | None = None
    for words in sketch.split("¶"):
        mark, said, text = _mark_of(words.strip(" "))
        if mark == "row":
            table = _row(document, table, text)
        else:
            table = None
            _paragraph(document, mark, said, text)
    return saved(document)


def _mark_of(words: str) -> tuple[str, str, str]:
    """A mark's first word, what it says besides, and the paragraph's text."""
    found = re.match(r"\[(\w+):? ?([^\]]*)\] ?", words)
    return (found[1], found[2], words[found.end() :]) if found else ("", "", words)


def _paragraph(document: WordDocument, mark: str, said: str, text: str) -> None:
    if mark == "header":
        document.sections[0].header.paragraphs[0].text = text
        return
    paragraph = document.add_paragraph()
    for piece in text.split("~") if mark == "pieces" else [text]:
        paragraph.add_run(piece)
    _put_in(document, paragraph, mark, said)
    match mark:
        case "Heading":
            paragraph.style = f"Heading {said}"
        case "picture":
            _picture(paragraph, said)
        case "font":
            _set_font(document, said)
        case "run":
            paragraph.runs[0].font.name = said
        case "language":
            _set_language(document, "" if said == "none" else said)
        case "comment":
            document.add_comment(paragraph.runs, "Is this right?", "A. Colleague")
        case "inserted":
            _insert(paragraph)


def _row(document: WordDocument, table: Table | None, text: str) -> Table:
    cells = [cell.strip() for cell in re.split(r" \|(?: |$)", text)]
    if table is None:
        table = document.add_table(rows=0, cols=len(cells))
    for cell, words in zip(table.add_row().cells, cells, strict=False):
        cell.text = words
    return table


def _picture(paragraph: Paragraph, words: str) -> None:
    paragraph.add_run().add_picture(io.BytesIO(png()))
    drawing = next(paragraph._p.iter(qn("wp:docPr")))
    drawing.set("descr", words)


def _insert(paragraph: Paragraph) -> None:
    change = OxmlElement("w:ins")
    change.set(qn("w:id"), "7")
    change.set(qn("w:author"), "A. Colleague")
    change.append(paragraph.runs[0]._r)
    paragraph._p.append(change)


def _put_in(document: WordDocument, paragraph: Paragraph, mark: str, said: str) -> None:
    """A field as Word writes it, or something that the document refers to."""
    if mark == "field":
        for step in ("begin", "", "end"):
            piece = OxmlElement("w:fldChar" if step else "w:instrText")
            piece.set(qn("w:fldCharType"), step)
            piece.text = None if step else f" {said} "
            paragraph.add_run()._r.append(piece)
    elif mark == "outside":
        document.part.relate_to("http://school.example/x", f"{RELATIONS}/{said}", is_external=True)
    elif mark == "inside":
        part = Part(PackURI("/word/x.bin"), "application/x", b"x", document.part.package)
        document.part.relate_to(part, f"{RELATIONS}/{said}")


def _set_language(document: WordDocument, language: str) -> None:
    for element in list(document.styles.element.iter(qn("w:lang"))):
        if language:
            element.set(qn("w:val"), language)
        else:
            element.getparent().remove(element)


def _set_font(document: WordDocument, font: str) -> None:
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for script in ("ascii", "hAnsi"):
            fonts.set(qn(f"w:{script}"), font)
