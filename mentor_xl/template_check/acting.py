"""What in a Word file acts by itself: fetches something, runs something, draws in another file.

The template check and, through it, the build hold a template that has anything of what these tables name.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from mentor_xl.template_check.findings import WHOLE_DOCUMENT, Spot
from mentor_xl.template_check.layout import PACKAGE, Layout, W, relations_name
from mentor_xl.word.package import CONTENT_TYPES
from mentor_xl.word.parts import parsed


class Act(NamedTuple):
    """A way to act."""

    what: str
    do: str
    names: str = ""
    """The elements that act so, the relations by the last word of their kind, and the fields, in capitals."""


_PICTURE = Act(
    "A picture is a link: it is fetched whenever a letter is opened.",
    "Insert the picture itself instead of a link to it.", "INCLUDEPICTURE",
)  # fmt: skip
_MACROS = Act(
    "It holds macros, or keys and buttons for them.", "Save it as a Word document without macros.",
    "entryMacro exitMacro vbaProject wordVbaData attachedToolbars keyMapCustomizations",
)  # fmt: skip
_ELSEWHERE = Act("It is tied to something outside of the file.", "Insert the thing itself, or take it out.")
_BROKEN = Act("A part of the file cannot be read.", "Open it in Word and save it under another name.")
_ACTS = {name: act for act in (
    _PICTURE, _MACROS,
    Act("It draws in another document.", "Paste the words themselves instead.",
        "altChunk aFChunk subDoc subDocument frameset frame sourceFileName INCLUDETEXT INCLUDE RD"),
    Act("It holds an object of another program.", "Insert it as a picture: Paste Special, Picture.",
        "OLEObject oleObject package EMBED LINK"),
    Act("It holds a control that can run a program.", "Take it out, or use a content control.",
        "control ocx activeXControlBinary"),
    Act("It changes Word’s ribbon or brings an add-in.", "Paste its words into a new Word document.",
        "extensibility userCustomization webextension webextensiontaskpanes"),
    Act("It holds a film from the internet.", "Insert a picture, or an ordinary link to it.", "webVideoPr"),
    Act("It is tied to a list of names for Word’s own mail merge.",
        "In Word: Mailings, Start Mail Merge, Normal Word Document.",
        "mailMerge mailMergeSource mailMergeHeaderSource recipientData"),
    Act("It is tied to another template, which is fetched whenever a letter is opened.",
        "In Word: File, Options, Add-ins, Manage Templates: empty the box Document template.",
        "attachedTemplate"),
    Act("It is tied to an XML schema or transform.", "Paste its words into a new Word document.",
        "attachedSchema schema saveThroughXslt transform"),
) for name in act.names.split()}  # fmt: skip
_LINKED = ("src", "althref", "{urn:schemas-microsoft-com:office:office}href")
"""The attributes of a picture that say where it is fetched from."""
_AT_REST = """
    = ADDRESSBLOCK ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE BIBLIOGRAPHY
    BIDIOUTLINE CITATION COMMENTS COMPARE CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY DOCVARIABLE EDITTIME EQ
    FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT GOTOBUTTON GREETINGLINE HYPERLINK IF INDEX INFO
    KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF NOTEREF NUMCHARS NUMPAGES NUMWORDS
    PAGE PAGEREF PRINTDATE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE SKIPIF STYLEREF SUBJECT
    SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE
"""
"""The fields that only show what is in the letter, on the computer's clock or in Word's own settings."""
_FIELDS_AT_REST = frozenset(_AT_REST.split())

_LINKS = frozenset({"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"})
_READ_APART = frozenset({"Choice", "Fallback", "del", "moveFrom"})
"""Word reads what is inside, or what is outside, never both."""
_FIELD_NAME = re.compile(r"\s*(=|[A-Za-z]+(?=[\s\\\"]|$))")
_ADDRESS = re.compile(r"[a-z][a-z\d+.-]*:|[\\/]{2}", re.IGNORECASE)
_TAG_BEGINS = re.compile(r"\{[{%#]")
_NESTED, _A_TAG = "\ufffc", "{{"


def acting_in(layout: Layout) -> Iterator[tuple[Spot, Act]]:
    """Everything in a template's file that acts by itself, and where; a part that cannot be read counts."""
    roots: dict[str, etree._Element] = {}
    for name, data in layout.entries.items():
        if name.endswith((".xml", ".rels", ".vml")):
            try:
                roots[name] = parsed(data)
            except etree.XMLSyntaxError:
                yield Spot(name), _BROKEN
    if b"macroenabled" in layout.entries[CONTENT_TYPES].lower():
        yield WHOLE_DOCUMENT, _MACROS
    labels = {part.name: part.label for part in layout.parts}
    for name in ("", *roots):
        label = labels.get(name) or posixpath.basename(name).partition(".")[0]
        root, relations = roots.get(name), roots.get(relations_name(name))
        is_data = name.startswith("customXml/")  # a school's own XML, which does nothing
        found = [] if root is None or is_data else [*_elements(root), *_fields(root)]
        if relations is not None:
            found += _relations(name, root, relations)
        for element, act in found:
            yield _spot(label, root, element), act


def _spot(label: str, root: etree._Element | None, element: etree._Element | None) -> Spot:
    around = None if element is None else next(element.iterancestors(f"{W}p"), None)
    if root is None or around is None:
        return Spot(label)
    number = next(at for at, one in enumerate(root.iter(f"{W}p"), 1) if one is around)
    return Spot(label, number, "".join(piece.text or "" for piece in around.iter(f"{W}t")))


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]  # a remark has a function for its name


# -- elements and relations -------------------------------------------------------------------------------

_Where = etree._Element | None  # noqa: SLF001  lxml has no public name for it


def _elements(root: etree._Element) -> Iterator[tuple[_Where, Act]]:
    for element in root.iter("*"):
        if act := _ACTS.get(_name(element)):
            yield element, act
        if any(element.get(key) for key in _LINKED):
            yield element, _PICTURE


def _relations(name: str, root: _Where, relations: etree._Element) -> Iterator[tuple[_Where, Act]]:
    """What a part refers to that acts, each with the element that does so."""
    users: dict[str, list[etree._Element]] = defaultdict(list)
    for element in () if root is None else root.iter("*"):
        for key, value in element.items():
            if "/relationships}" in str(key):
                users[str(value)].append(element)
    for each in relations.iter(f"{PACKAGE}Relationship"):
        kind = str(each.get("Type")).rpartition("/")[2]
        used_by = users[str(each.get("Id"))]
        if kind == "hyperlink":
            yield from ((one, _PICTURE) for one in used_by if _name(one) not in _LINKS)
        elif each.get("TargetMode") == "External" or _ADDRESS.match(str(each.get("Target"))):
            act = _PICTURE if kind == "image" else _ACTS.get(kind, _ELSEWHERE)
            yield next(iter(used_by), None), act
        elif kind in _ACTS and not (kind == "package" and name.startswith("word/charts/")):
            yield next(iter(used_by), None), _ACTS[kind]


# -- fields -----------------------------------------------------------------------------------------------


def _fields(root: etree._Element) -> Iterator[tuple[_Where, Act]]:
    """The fields that act, and those of which nobody can say whether they do."""
    for code in _codes(root):
        found = _FIELD_NAME.match(code.said)
        name = found[1].upper() if found else ""
        if code.said.strip() and (name not in _FIELDS_AT_REST or _TAG_BEGINS.search(code.said)):
            do = _ACTS[name].do if name in _ACTS else "Take the field out: Alt+F9 shows what fields say."
            said = f"The field {name[:30]}" if name else "A field that hides what it does"
            yield code.begins, Act(f"{said} may fetch something or start a program.", do)


@dataclass(slots=True)
class _Code:
    """What a field says, as far as it was read. Another field in it stands as one sign."""

    begins: etree._Element
    said: str = ""
    is_going_on: bool = True


@dataclass
class _Story:
    """Words that Word reads on end, and the fields that are open in them, inner ones last."""

    codes: list[_Code] = field(default_factory=list)

    def read(self, element: etree._Element) -> Iterator[_Code]:
        """Take the next element; gives the fields that end with it."""
        kind, step = _name(element), _value(element, "fldCharType")
        inner = self.codes[-1] if self.codes and self.codes[-1].is_going_on else None
        begins = kind == "fldSimple" or step == "begin"
        if inner and kind == "instrText":
            inner.said += element.text or ""
        elif inner and begins:
            inner.said += _NESTED
        elif inner and "{" in f"{element.text}{element.tail}{element.values()}":
            inner.said += _A_TAG  # which could take away a piece of what the field says
        if kind == "fldSimple" or (kind == "instrText" and not inner):
            yield _Code(element, _value(element, "instr") or element.text or "")
        elif step == "begin":
            self.codes.append(_Code(element))
        elif step == "separate" and self.codes:
            self.codes[-1].is_going_on = False
        elif step == "end" and self.codes:
            yield self.codes.pop()


def _codes(root: etree._Element) -> Iterator[_Code]:
    """Every field with what it says, however it is cut into pieces."""
    stories: dict[_Where, _Story] = defaultdict(_Story)
    for element in root.iter():
        apart = next((one for one in element.iterancestors() if _name(one) in _READ_APART), None)
        yield from stories[apart].read(element)
    for story in stories.values():
        yield from story.codes


def _value(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")
