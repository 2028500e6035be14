"""One letter of two pages, as a template in the language of each engine, and the families it is written to.

A letterhead picture, header and footer fields, an address, eight paragraphs, three conditional ones, a table
of six rows. Places are written «so» here; each language says them in its own way.
"""

from __future__ import annotations

import io
import random
import re
import struct
import zlib
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

Letter = dict[str, Any]

SENTENCE = (
    "Mentoring is going well: we meet every week, look at the small steps agreed last time and choose"
    " the next one together. "
)
QUESTIONS = ("urgent", "interpreter", "has_plan")
IF_SO = "«first»: " + SENTENCE * 2

_PLACE = re.compile("«([^»]+)»")
_RUN = 110
"""Letters: Word cuts a paragraph into runs, each with its own properties."""


@dataclass(frozen=True)
class Language:
    """How a template language says the same things; `{}` stands for a name."""

    field: str
    if_begins: str
    if_ends: str
    rows: tuple[tuple[str, str, str, str], ...]
    """The rows of the table that stand for the six."""
    has_merge_fields: bool = False
    """Word's own MERGEFIELD; nothing can be left out, so the paragraph is a field that may be empty."""


_ONE_ROW = ("«t.no»", "«t.text»", "«t.base»", "«t.now»")

JINJA = Language(
    field="{{{{ {} }}}}",
    if_begins="{{%p if {} %}}",
    if_ends="{{%p endif %}}",
    rows=(("{%tr for t in targets %}", "", "", ""), _ONE_ROW, ("{%tr endfor %}", "", "", "")),
)
CURLY = Language(  # docxtemplater, easy-template-x
    field="{{{}}}",
    if_begins="{{#{}}}",
    if_ends="{{/{}}}",
    rows=(("{#targets}{no}", "{text}", "{base}", "{now}{/targets}"),),
)
CARBONE = Language(
    field="{{d.{}}}",
    if_begins="{{d.{}:ifEQ(true):showBegin}}",
    if_ends="{{d.{}:showEnd}}",
    rows=(
        tuple(f"{{d.targets[i].{name}}}" for name in ("no", "text", "base", "now")),  # type: ignore[arg-type]
        ("{d.targets[i+1].no}", "", "", ""),
    ),
)
MERGE_FIELDS = Language("«{}»", "", "", (("«no»", "«text»", "«base»", "«now»"),), has_merge_fields=True)


def template(language: Language) -> bytes:
    """The letter as a .docx template."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(_photograph()), width=Mm(40))
    _fill(section.header.add_paragraph(), "Reference «ref»    Confidential: «pupil»", language)
    _fill(section.footer.paragraphs[0], "Letter about «pupil», born «dob»", language)
    for field in ("today", "parent", "street", "town"):
        _words(document, f"«{field}»", language)
    _words(document, "Dear «parent»,", language)
    for _ in range(5):
        text = "«first» and I met. " + SENTENCE * 4 + "Ring «mentor» if «first» is away."
        _words(document, text, language)
    for question in QUESTIONS:
        _conditional(document, question, language)
    _table(document, language)
    _words(document, "Yours sincerely,", language)
    _words(document, "«mentor»", language)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _conditional(document: WordDocument, question: str, language: Language) -> None:
    if language.has_merge_fields:
        _words(document, f"«if_{question}»", language)
        return
    _words(document, language.if_begins.format(question), language)
    _words(document, IF_SO, language)
    _words(document, language.if_ends.format(question), language)


def _table(document: WordDocument, language: Language) -> None:
    rows = (("No", "Target", "Began at", "Now"), *language.rows)
    table = document.add_table(rows=len(rows), cols=4)
    table.style = "Table Grid"
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            _fill(cell.paragraphs[0], text, language)


def _words(document: WordDocument, text: str, language: Language) -> None:
    _fill(document.add_paragraph(), text, language)


def _fill(paragraph: Paragraph, text: str, language: Language) -> None:
    if language.has_merge_fields:
        for number, piece in enumerate(_PLACE.split(text)):
            if number % 2:
                _merge_field(paragraph, piece)
            elif piece:
                _runs(paragraph, piece)
    else:
        _runs(paragraph, _PLACE.sub(lambda found: language.field.format(found[1]), text))


def _runs(paragraph: Paragraph, text: str) -> None:
    for begins in range(0, len(text), _RUN):
        run = paragraph.add_run(text[begins : begins + _RUN])
        run.font.name, run.font.size = "Arial", Pt(10.5)


def _merge_field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" MERGEFIELD {name} ")
    run = paragraph.add_run(f"«{name}»")
    field.append(run._r)
    paragraph._p.append(field)


def _photograph(side: int = 180) -> bytes:
    """A picture that does not compress, as a letterhead's does not."""
    noise = random.Random(7)  # noqa: S311  the same picture each time, not a secret
    rows = b"".join(b"\x00" + noise.randbytes(side) for _ in range(side))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def letters(count: int) -> list[Letter]:
    """Invented families, with everything that XML minds in their names."""
    choose = random.Random(3)  # noqa: S311  the same families each time
    firsts = ("Ava", "Noah", "Zoë", "Łukasz", "Siân", "Chloé")
    lasts = ("Smith", "Jones & Kaur", "O’Neil", "<Test>", "Müller")
    made = []
    for number in range(count):
        first, last = choose.choice(firsts), choose.choice(lasts)
        made.append(
            {
                "ref": f"MXL/26/{number:06}", "pupil": f"{first} {last}", "first": first, "dob": "3 May 2014",
                "parent": f"Mr & Mrs {last}", "street": f"{number} High Street", "town": "Newtown",
                "today": "22 November 2026", "mentor": "Ms J. Doe", "urgent": number % 4 == 0,
                "interpreter": number % 5 == 0, "has_plan": number % 2 == 1,
                "targets": [
                    {"no": n, "text": SENTENCE[: 40 + n * 8], "base": choose.randrange(40), "now": 50 + n}
                    for n in range(1, 7)
                ],
            }
        )  # fmt: skip
    return made


def text_of(made: bytes) -> list[str]:
    """Every paragraph that says something: body, table, header and footer."""
    document = Document(io.BytesIO(made))
    section = document.sections[0]
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    stories = (document, *cells, section.header, section.footer)
    paragraphs = [paragraph for story in stories for paragraph in story.paragraphs]
    texts = ("".join(t.text or "" for t in paragraph._p.iter(qn("w:t"))).strip() for paragraph in paragraphs)
    return [text for text in texts if text]
