"""Is a template held for all that fetches, runs or draws in something, wherever it hides, and else never?"""

import io

import pytest
from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from template_check.sketches import RELATIONS, drawn, file_of
from word.drafts import footnote, parts, png, saved, with_part

from mentor_xl.template_check import check_template, errors_in
from mentor_xl.word.template import Template

SPACES = (
    f'{nsdecls("w", "r", "a", "wp")} xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
NO_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
MICROSOFT = "http://schemas.microsoft.com/office"


def field(*steps: str) -> str:
    """Runs of a field: ``<``, ``|`` and ``>`` are its marks, all else is what it says."""
    marks = {"<": "begin", "|": "separate", ">": "end"}
    return "".join(
        f'<w:r><w:fldChar w:fldCharType="{marks[one]}"/></w:r>' if one in marks
        else one if one.startswith("<w:") else f"<w:r><w:instrText>{one}</w:instrText></w:r>"
        for one in steps
    )  # fmt: skip


def either(choice: str, fallback: str) -> str:
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def boxed(inner: str) -> str:
    box = f"<v:textbox><w:txbxContent><w:p>{inner}</w:p></w:txbxContent></v:textbox>"
    return f'<w:pict><v:shape alt="A box">{box}</v:shape></w:pict>'


def typed(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def body(*paragraphs: str) -> bytes:
    """A .docx whose paragraphs hold this XML."""
    document = Document(io.BytesIO(drawn("First")))
    for xml in paragraphs:
        document.add_paragraph()._p.addprevious(parse_xml(f"<w:p {SPACES}>{xml}</w:p>"))
    return saved(document)


def elsewhere(part: str, xml: str) -> bytes:
    """A .docx with XML put into another part of it, before its end."""
    document = Document(io.BytesIO(drawn("[header] x")))
    footnote(document, "x")
    source = saved(document)
    before, end, after = parts(source)[part].rpartition(b"</w:settings>" if part == SETTINGS else b"</w:p>")
    return with_part(source, {part: b"".join((before, xml.encode(), end, after))})


def tied(part: str, kind: str, target: str = "x.bin", mode: str = "", source: bytes = b"") -> bytes:
    """A .docx one of whose parts refers to something."""
    folder, _, file = part.rpartition("/")
    name = f"{folder}/_rels/{file}.rels".lstrip("/")
    kind = kind if ":" in kind else f"{RELATIONS}/{kind}"
    added = f'<Relationship Id="rId77" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    source = source or drawn("[header] x")
    before = parts(source).get(name, NO_RELATIONS)
    return with_part(source, {name: before.replace(b"</Relationships>", added.encode())})


OUT = ' TargetMode="External"'
MAIN, WEB = "word/document.xml", "https://school.example/x"
HEADER, SETTINGS = "word/header1.xml", "word/settings.xml"

ACTING: dict[str, tuple[bytes, str]] = {
    "in pieces": (body(field("<", "INC", "LUDE", 'TEXT "x.docx"', "|", ">")), "field INCLUDETEXT"),
    "in small letters": (body(field("<", " ddeauto\u00a0c:\\\\x", ">")), "field DDEAUTO"),
    "simple": (body('<w:fldSimple w:instr=" IMPORT x.gif "/>'), "field IMPORT"),
    "inner": (body(field("<", " IF ", "<", " DATABASE ", ">", " = 1", "|", ">")), "field DATABASE"),
    "inner simple": (body(field("<", " = ", '<w:fldSimple w:instr="RD x"/>', ">")), "field RD"),
    "made by another": (body(field("<", "<", " REF x ", "|", ">", " c:\\\\x", ">")), "hides"),
    "half made": (body(field("<", "DDE", "<", " REF x ", ">", " c:\\\\x", ">")), "hides"),
    "from numbers": (body(field("<", "QUOTE 68 68 69", ">")), "field QUOTE"),
    "never ended": (body(field("<", " MACROBUTTON go ")), "field MACROBUTTON"),
    "over paragraphs": (body(field("<", "INCLUDE"), field('PICTURE "x"', "|", ">")), "picture itself"),
    "one or the other": (body(field("<", either(field("PAGE "), field("DDE x")), ">")), "field DDE"),
    "struck out": (body(field("<", f'<w:del w:id="1">{field("PAGE ")}</w:del>', "DDE x", ">")), "field DDE"),
    "in a box": (body(f"<w:r>{boxed(field('<', 'FILLIN who', '>'))}</w:r>"), "field FILLIN"),
    "a tag in it": (body(field("<", "PAGE {{ reply_by }}", ">")), "field PAGE"),
    "tags around": (body(field("<", typed("{% if x %}"), "PAGE ", typed("{% endif %}"), "DDE")), "hides"),
    "header": (elsewhere(HEADER, field("<", "LINK x", ">")), "header, paragraph 1: The field LINK"),
    "footnote": (elsewhere("word/footnotes.xml", field("<", "LINK", ">")), "footnotes, paragraph 1: The"),
    "picture on a server": (tied(MAIN, "image", "\\\\server\\x.png", OUT), "picture itself"),
    "picture of a header": (tied(HEADER, "image", WEB, OUT), "header: A picture is a link"),
    "picture as a hyperlink": (tied(MAIN, "hyperlink", WEB, OUT, body('<w:r><a:blip r:link="rId77"/></w:r>')),
                               "body, paragraph 2: A picture is a link"),
    "old picture": (body(f'<w:r><w:pict><v:imagedata src="{WEB}"/></w:pict></w:r>'), "picture itself"),
    "old picture, linked": (body(f'<w:r><w:pict><v:fill o:href="{WEB}"/></w:pict></w:r>'), "picture itself"),
    "not called outside": (tied(MAIN, "image", WEB), "picture itself"),
    "template": (tied(SETTINGS, "attachedTemplate", "file:///C:/x.dotx", OUT), "settings: It is tied"),
    "frame": (tied("word/webSettings.xml", "frame", WEB, OUT), "another document"),
    "part of a document": (tied(MAIN, "subDocument", "x.docx", OUT), "another document"),
    "what nobody knows": (tied("word/theme/theme1.xml", "urn:x/new", WEB, OUT), "outside of the file"),
    "chunk": (tied(MAIN, "aFChunk"), "another document"),
    "object": (tied(MAIN, "http://purl.oclc.org/ooxml/officeDocument/relationships/oleObject"), "object of"),
    "package": (tied(MAIN, "package"), "another program"),
    "control": (tied(MAIN, "control"), "control"),
    "macros": (tied(MAIN, f"{MICROSOFT}/2006/relationships/vbaProject"), "without macros"),
    "ribbon": (tied("", f"{MICROSOFT}/2007/relationships/ui/extensibility"), "ribbon"),
    "add-in": (tied("", f"{MICROSOFT}/2011/relationships/webextensiontaskpanes"), "add-in"),
    ".docm": (with_part(drawn("x"), {"[Content_Types].xml": parts(drawn("x"))["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml")}), "without macros"),
    "mail merge": (elsewhere(SETTINGS, "<w:mailMerge><w:query/></w:mailMerge>"), "settings: It is tied to"),
    "transform": (elsewhere(SETTINGS, "<w:saveThroughXslt/>"), "transform"),
    "unreadable": (with_part(drawn("x"), {"word/comments.xml": b"<w:comments>"}), "cannot be read"),
}  # fmt: skip
"""A .docx for each, and words of what is said of it."""


@pytest.mark.parametrize("case", ACTING)
def test_what_acts_is_an_error_at_its_place_with_what_to_do(case: str) -> None:
    source, words = ACTING[case]
    found = [one for one in errors_in(file_of("consent.docx"), source) if one.code == "acts-by-itself"]
    assert any(words in f"{one.spot}: {one.what} {one.fix}" for one in found), found


def _part_of(part: Part, name: str, kind: str, data: bytes) -> Part:
    related = Part(PackURI(name), "application/x", data, part.package)
    part.relate_to(related, f"{RELATIONS}/{kind}")
    return related


def test_a_good_template_may_have_all_that_rests() -> None:
    links = '<w:hyperlink r:id="rId77"><w:r><w:t>School</w:t></w:r></w:hyperlink>'
    number = field("<", " PAGE \\* MERGEFORMAT ", "|", typed("1"), ">")
    control = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{1}"/></w:sdtPr>'
        f"<w:sdtContent>{typed('Dear {{ pupil.known_as }}')}</w:sdtContent></w:sdt>"
    )
    source = body(
        links, number, control,
        field("<", 'HYPERLINK "https://school.example/?a={b}" \\o "x"', "|", typed("{{ reply_by }}"), ">"),
        field("<", 'TOC \\o "1-3" \\h', "|", "<", "PAGEREF _Toc1 \\h", "|", ">"), field(">"),
        field("<", " IF ", "<", "PAGE", ">", " = ", "<", "NUMPAGES", "|", ">", ' "last" "" ', ">"),
        "".join(field("<", one, ">") for one in ('DATE \\@ "d MMMM"', "SECTIONPAGES", "REF x", "= 2+2", "")),
        either(boxed(number), boxed(number)), '<w:fldSimple w:instr=" NUMPAGES "/>',
    )  # fmt: skip
    document = Document(io.BytesIO(tied(MAIN, "hyperlink", WEB, OUT, source)))
    document.add_paragraph().add_run().add_picture(io.BytesIO(png()))
    chart = _part_of(document.part, "/word/charts/chart1.xml", "chart", b"<c/>")
    _part_of(chart, "/word/embeddings/x.xlsx", "package", b"x")
    _part_of(document.part, "/customXml/item9.xml", "customXml", b'<x src="x"><control/><schema/></x>')
    found = check_template(file_of("consent.docx"), saved(document))
    assert [str(one) for one in found if one.severity.value == "error"] == []
    assert Template.compile(saved(document))
