"""Every leak that is planted is caught, wherever in the file it is and however it is written."""

import io
import zipfile

import pytest
from safety.planted import a_document, codes, found, letter_file, p, the_casebook

from mentor_xl.audience import Audience

ANOTHER, ADDRESS, WITHHELD = "names-another-pupil", "another-address", "withheld-address"
RESTRICTED, NOT_FOR_THEM = "restricted-contact", "not-for-this-audience"
SENSITIVE, EMPTY, TAG = "sensitive-in-text", "left-empty", "leftover-tag"

HOW_IT_IS_WRITTEN = {
    # -- forename and surname
    "plainly": (ANOTHER, "We saw Anna Smith there."),
    "by the name used": (ANOTHER, "We saw Annie Smith there."),
    "in small letters": (ANOTHER, "we saw anna smith there"),
    "in capitals": (ANOTHER, "ANNA SMITH"),
    "surname first": (ANOTHER, "Smith, Anna (8H)"),
    "surname first, in capitals": (ANOTHER, "SMITH Anna"),
    "possessive": (ANOTHER, "Anna Smith’s mother came."),
    "possessive with a straight sign": (ANOTHER, "Anna Smith's mother came."),
    "possessive without a sign": (ANOTHER, "Anna Smiths mother came."),
    "with an initial between": (ANOTHER, "Anna L. Smith came."),
    "a space that does not break": (ANOTHER, "Anna\u00a0Smith came."),
    "a space of no width": (ANOTHER, "An\u200bna Smith came."),
    "a space of no width for a space": (ANOTHER, "Anna \u200bSmith came."),
    "a soft hyphen": (ANOTHER, "Anna Smi\u00adth came."),
    "two spaces": (ANOTHER, "Anna  Smith came."),
    "a tab": (ANOTHER, "Anna\tSmith came."),
    "in brackets": (ANOTHER, "(Anna Smith)"),
    "in an e-mail address": (ANOTHER, "anna.smith@weir.example"),
    "at a sentence's end": (ANOTHER, "He sat with Anna Smith."),
    "in a list": (ANOTHER, "Ms Ford, Anna Smith and Rowan"),
    "hyphen and apostrophe": (ANOTHER, "Mary-Jane O’Neill"),
    "hyphen as space, apostrophe straight": (ANOTHER, "Mary Jane O'Neill"),
    "hyphen that does not break": (ANOTHER, "Mary\u2011Jane O'Neill"),
    "apostrophe left out": (ANOTHER, "mary-jane oneill"),
    "first half of the forename": (ANOTHER, "Mary O'Neill"),
    "accents": (ANOTHER, "José Nuñez"),
    "accents left out": (ANOTHER, "Jose Nunez"),
    "accents as signs of their own": (ANOTHER, "Jose\u0301 Nun\u0303ez"),
    "Vietnamese accents as signs of their own": (ANOTHER, "Hoa Nguye\u0302\u0303n"),
    "letters without an accent to drop": (ANOTHER, "Lukasz Zajac"),
    "particles": (ANOTHER, "Lucas van der Berg"),
    "particles in capitals": (ANOTHER, "Lucas Van Der Berg"),
    "particles left out": (ANOTHER, "Lucas Berg"),
    "half of a double surname": (ANOTHER, "Finn Jones"),
    "a name of two words, written as one": (ANOTHER, "Will Young was there."),
    "a name of two words, in capitals": (ANOTHER, "GRACE HILL"),
    "a school friend called as the headteacher": (ANOTHER, "Art Head came."),
    "a sister at the same school": (ANOTHER, "with Jade Aske"),
    # -- IDs and UPNs
    "an ID": (ANOTHER, "See 004512."),
    "an ID in brackets": (ANOTHER, "another pupil (004512)"),
    "an ID with letters": (ANOTHER, "See TH-0042 too"),
    "a short ID that is said to be one": (ANOTHER, "with pupil 12 on Monday"),
    "a short ID after ID": (ANOTHER, "ID: 12"),
    "an ID of three signs that is said to be one": (ANOTHER, "Adm No AB7"),
    "an ID like a year that is said to be one": (ANOTHER, "pupil ID 2026"),
    "an ID in a list with slashes": (ANOTHER, "004514/004512"),
    "another's UPN": (ANOTHER, "UPN B801200000451"),
    # -- ways to reach
    "another home's street": (ADDRESS, "They live at 5 High Street."),
    "another home's street in small letters": (ADDRESS, "5 high street"),
    "another home's postcode": (ADDRESS, "EX5 5EE"),
    "another home's postcode in one piece": (ADDRESS, "ex55ee"),
    "another home's house by name": (ADDRESS, "Rose Cottage, Back Lane"),
    "another home's phone": (ADDRESS, "ring 07700 900555"),
    "another home's phone in one piece": (ADDRESS, "ring 07700900555"),
    "another home's phone from abroad": (ADDRESS, "ring +44 7700 900 555"),
    "another home's phone with the 0 in brackets": (ADDRESS, "ring +44 (0)7700 900555"),
    "another home's e-mail": (ADDRESS, "c.smith@example.org"),
    "an aunt's street": (ADDRESS, "77 Long Row"),
    "an aunt's phone": (ADDRESS, "07700-900-444"),
    "a withheld street": (WITHHELD, "3 Mill Rise"),
    "a withheld postcode": (WITHHELD, "EX1 1AA"),
    "a withheld phone": (WITHHELD, "07700 900333"),
    "a withheld e-mail": (WITHHELD, "ivy.lund@example.net"),
    # -- somebody kept away
    "the name of somebody kept away": (RESTRICTED, "David Aske may come"),
    "the title and name of somebody kept away": (RESTRICTED, "Mr Aske may come"),
    "the street of somebody kept away": (RESTRICTED, "9 Orchard Close"),
    "the phone of somebody kept away": (RESTRICTED, "07700 900222"),
    # -- not for this reader
    "the pupil's own UPN": (NOT_FOR_THEM, "UPN: B801200005001"),
    "a session's note": (NOT_FOR_THEM, "Spoke quietly about sleepless nights and shouting next door"),
    "six words of a session's note": (NOT_FOR_THEM, "about sleepless nights and shouting next"),
    "a note in capitals": (NOT_FOR_THEM, "SITS BESIDE THE RADIATOR BECAUSE CROWDED CORRIDORS FRIGHTEN HIM"),
    "a note of the referral": (NOT_FOR_THEM, "Fewer fierce arguments before breakfast and calmer evenings"),
    "a next step": (NOT_FOR_THEM,
        "Draw a map of it all and shouting next door; sleepless nights and shouting next door"),
    "a heading of care with its value": (NOT_FOR_THEM, "Social care status: Child protection"),
    "a value of care by itself": (NOT_FOR_THEM, "Child protection"),
    "a value of care after a colon": (NOT_FOR_THEM, "Young carer – Identified by school"),
    "a date of care": (NOT_FOR_THEM, "Came into care: 11 February 2019"),
    "the day the safeguarding lead was told": (NOT_FOR_THEM, "DSL informed on 9 January 2019"),
    "free school meals": (NOT_FOR_THEM, "Free school meals: Yes"),
    "pupil premium": (NOT_FOR_THEM, "Pupil premium Yes"),
    # -- sensitive barriers
    "a sensitive barrier": (SENSITIVE, "Main barrier: Self-harm"),
    "a sensitive barrier in a sentence": (SENSITIVE, "we spoke of self harm"),
    "a sensitive barrier as a verb": (SENSITIVE, "He was self-harming"),
    # -- holes and tags
    "nobody greeted": (EMPTY, "Dear ,"),
    "nobody greeted, without a comma": (EMPTY, "Dear"),
    "a title without a name": (EMPTY, "Dear Mrs ,"),
    "no day": (EMPTY, "We meet on ."),
    "no day and no place": (EMPTY, "We meet on  at the school."),
    "empty brackets": (EMPTY, "your child () is"),
    "empty quotation marks": (EMPTY, "The target is “”."),
    "an open tag": (TAG, "Dear {{ recipient.name }}"),
    "half a tag": (TAG, "Dear Mrs Aske }}"),
    "a statement": (TAG, "{% if x %}"),
    "None": (TAG, "We meet on None at school"),
    "two of None": (TAG, "Name: None None"),
    "a day that is none": (TAG, "by NaT please"),
    "a number that is none": (TAG, "Attendance nan% so far"),
    "undefined": (TAG, "Dear undefined"),
    "a date as a program has it": (TAG, "on datetime.date(2026, 11, 23)"),
    "a refused field": (TAG, "NotReleased: pupil.notes"),
}  # fmt: skip


@pytest.mark.parametrize(("code", "words"), HOW_IT_IS_WRITTEN.values(), ids=HOW_IT_IS_WRITTEN.keys())
def test_what_is_planted_in_the_body_is_caught(code: str, words: str) -> None:
    assert codes(letter_file(body=p("Dear Mrs Aske,") + p(words))) == {code}


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


NAME = "Anna Smith"
PICTURE = '<w:p><w:r><w:drawing><wp:docPr id="1" name="Picture 1" {}/></w:drawing></w:r></w:p>'
WHERE_IT_STANDS = {
    "header": letter_file(header=p(NAME)),
    "footer": letter_file(footer=p(NAME)),
    "footnotes": letter_file(footnotes=p(NAME)),
    "endnotes": letter_file(endnotes=p(NAME)),
    "comments": letter_file(comments=p(NAME)),
    "who wrote a comment": letter_file(**{
        "word/comments.xml": '<w:comments><w:comment w:author="Anna Smith"/></w:comments>'}),
    "runs cut in the name": letter_file(body=p("An", "na Sm", "ith")),
    "a file printed over many lines": letter_file(
        body="<w:p>\n <w:r>\n  <w:t>An</w:t>\n </w:r>\n <w:r>\n  <w:t>na Smith</w:t>\n </w:r>\n</w:p>"),
    "a description of a table": letter_file(
        body='<w:tbl><w:tblPr><w:tblDescription w:val="004512"/></w:tblPr></w:tbl>'),
    "runs cut in a tag": letter_file(body=p("see {", "{ x }", "} ") + p(NAME)),
    "a line break in the name": letter_file(body=f"<w:p>{run('Anna')}<w:r><w:br/></w:r>{run('Smith')}</w:p>"),
    "a tab in the name": letter_file(body=f"<w:p>{run('Anna')}<w:r><w:tab/></w:r>{run('Smith')}</w:p>"),
    "a hyphen that is an element": letter_file(
        body=f"<w:p>{run('Mary')}<w:r><w:noBreakHyphen/></w:r>{run('Jane O’Neill')}</w:p>"),
    "two cells of a row": letter_file(
        body=f"<w:tbl><w:tr><w:tc>{p('Anna')}</w:tc><w:tc>{p('Smith')}</w:tc></w:tr></w:tbl>"),
    "two cells, surname first": letter_file(
        body=f"<w:tbl><w:tr><w:tc>{p('Smith')}</w:tc><w:tc>{p('Anna')}</w:tc></w:tr></w:tbl>"),
    "two lines": letter_file(body=p("Anna") + p("Smith")),
    "alternative text": letter_file(body=PICTURE.format('descr="Photograph of Anna Smith"')),
    "title of a picture": letter_file(body=PICTURE.format('title="Anna Smith"')),
    "name of a picture": letter_file(body=PICTURE.format('x:other="anna_smith"')),
    "text box": letter_file(
        body=f"<w:p>{run('Dear')}<w:r><w:txbxContent>{p(NAME)}</w:txbxContent></w:r>{run(' A')}</w:p>"),
    "around a text box": letter_file(
        body=f"<w:p>{run('Anna ')}<w:r><w:txbxContent>{p('x')}</w:txbxContent></w:r>{run('Smith')}</w:p>"),
    "hidden text": letter_file(body=f"<w:p>{run(NAME, '<w:vanish/>')}</w:p>"),
    "around hidden text": letter_file(
        body=f"<w:p>{run('Anna ')}{run('x', '<w:vanish/>')}{run('Smith')}</w:p>"),
    "struck out": letter_file(body="<w:p><w:del><w:r><w:delText>Anna Smith</w:delText></w:r></w:del></w:p>"),
    "around what is struck out": letter_file(
        body=f"<w:p>{run('Anna ')}<w:del><w:r><w:delText>x</w:delText></w:r></w:del>{run('Smith')}</w:p>"),
    "field code": letter_file(
        body='<w:p><w:r><w:instrText>HYPERLINK "mailto:anna.smith@x.example"</w:instrText></w:r></w:p>'),
    "field code in an attribute": letter_file(body='<w:p><w:fldSimple w:instr=" QUOTE Anna Smith "/></w:p>'),
    "around a field code": letter_file(
        body=f"<w:p>{run('Anna ')}<w:r><w:instrText>PAGE</w:instrText></w:r>{run('Smith')}</w:p>"),
    "where a link leads": letter_file(**{
        "word/_rels/document.xml.rels": '<R><Relationship Target="mailto:anna.smith@x.example"/></R>'}),
    "where a link leads, encoded": letter_file(**{
        "word/_rels/document.xml.rels": '<R><Relationship Target="https://x.example/?n=Anna%20Smith"/></R>'}),
    "the document's title": letter_file(**{
        "docProps/core.xml": "<cp:coreProperties><dc:title>Anna Smith</dc:title></cp:coreProperties>"}),
    "the document's keywords": letter_file(**{
        "docProps/core.xml": "<cp:coreProperties><cp:keywords>004512</cp:keywords></cp:coreProperties>"}),
    "the company's name": letter_file(**{"docProps/app.xml": "<P><Company>Anna Smith</Company></P>"}),
    "a property of its own": letter_file(**{
        "docProps/custom.xml": '<P><property name="pupil"><vt:lpwstr>Anna Smith</vt:lpwstr></property></P>'}),
    "a property's name": letter_file(**{"docProps/custom.xml": '<P><property name="Anna Smith"/></P>'}),
    "data kept with it": letter_file(**{"customXml/item1.xml": "<pupil><id>004512</id></pupil>"}),
    "data kept with it, two elements": letter_file(
        **{"customXml/item1.xml": "<p><f>Anna</f><s>Smith</s></p>"}),
    "a note in the XML": letter_file(body="<!-- Anna Smith -->" + p("x")),
    "character data": letter_file(body="<w:p><w:r><w:t><![CDATA[Anna Smith]]></w:t></w:r></w:p>"),
    "signs as numbers": letter_file(body="<w:p><w:r><w:t>&#65;nna &#x53;mith</w:t></w:r></w:p>"),
    "settings": letter_file(**{
        "word/settings.xml": '<w:settings><w:docVar w:name="n" w:val="Anna Smith"/></w:settings>'}),
    "a control's tag": letter_file(
        body='<w:p><w:sdt><w:sdtPr><w:tag w:val="004512"/></w:sdtPr></w:sdt></w:p>'),
    "a bookmark": letter_file(body='<w:p><w:bookmarkStart w:id="0" w:name="anna_smith"/></w:p>'),
    "a chart": letter_file(**{"word/charts/chart1.xml": "<c:c><c:v>Anna Smith</c:v></c:c>"}),
    "a chart's title in runs": letter_file(**{
        "word/charts/chart1.xml": "<a:p><a:r><a:t>Anna </a:t></a:r><a:r><a:t>Smith</a:t></a:r></a:p>"}),
    "a picture's file": letter_file(**{"word/media/anna_smith.png": "x"}),
    "Word's elements under another prefix": letter_file(**{"word/header3.xml":
        '<h:hdr xmlns:h="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><h:p><h:r><h:t>An</h:t></h:r>'
        "<h:r><h:t>na Smith</h:t></h:r></h:p></h:hdr>"}),
    "Word's elements without a prefix": letter_file(**{"word/header3.xml":
        '<hdr xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><p><r><t>An</t></r>'
        "<r><t>na Smith</t></r></p></hdr>"}),
}  # fmt: skip


@pytest.mark.parametrize("data", WHERE_IT_STANDS.values(), ids=WHERE_IT_STANDS.keys())
def test_a_name_is_caught_wherever_in_the_file_it_stands(data: bytes) -> None:
    assert "names-another-pupil" in codes(data)


def test_a_name_in_a_workbook_within_the_letter_is_caught() -> None:
    inner = letter_file(**{"xl/sharedStrings.xml": "<sst><si><t>Anna Smith</t></si></sst>"})
    assert "names-another-pupil" in codes(with_file("word/embeddings/sheet1.xlsx", inner))


def with_file(name: str, content: bytes) -> bytes:
    file = io.BytesIO(letter_file())
    with zipfile.ZipFile(file, "a") as package:
        package.writestr(name, content)
    return file.getvalue()


FREE_TEXT = {
    "another pupil's forename": (ANOTHER, "Rowan is sitting with Annie at lunch every day."),
    "another pupil's forename in a part of the cell": (ANOTHER, "is sitting with Annie at lunch every"),
    "words for a sensitive barrier": (SENSITIVE, "He told us about self-harming."),
}


@pytest.mark.parametrize(("code", "words"), FREE_TEXT.values(), ids=FREE_TEXT.keys())
def test_what_somebody_typed_in_the_workbook_is_caught(code: str, words: str) -> None:
    assert code in codes(letter_file(body=p(words)))


WHO_READS_IT = [
    (Audience.AGENCY, WITHHELD, "3 Mill Rise"),
    (Audience.AGENCY, RESTRICTED, "David Aske"),
    (Audience.AGENCY, RESTRICTED, "07700 900222"),
    (Audience.AGENCY, ADDRESS, "5 High Street"),
    (Audience.AGENCY, NOT_FOR_THEM, "Spoke quietly about sleepless nights and shouting next door"),
    (Audience.AGENCY, NOT_FOR_THEM, "Social care status: Child protection"),
    (Audience.LEADER, WITHHELD, "07700 900333"),
    (Audience.LEADER, ANOTHER, "Anna Smith"),
    (Audience.LEADER, NOT_FOR_THEM, "B801200005001"),
    (Audience.TEACHER, SENSITIVE, "Self-harm"),
    (Audience.TEACHER, NOT_FOR_THEM, "Free school meals: Yes"),
    (Audience.TEACHER, ADDRESS, "12 Fern Lane"),
    (Audience.PUPIL, ADDRESS, "07700 900444"),
    (Audience.PUPIL, NOT_FOR_THEM, "Sits beside the radiator because crowded corridors frighten him"),
    (Audience.GOVERNORS, NOT_FOR_THEM, "Rowan Aske"),
    (Audience.GOVERNORS, ANOTHER, "Anna Smith"),
    (Audience.PEER, NOT_FOR_THEM, "Rowan Aske"),
    (Audience.PEER, SENSITIVE, "Self-harm"),
]  # fmt: skip


@pytest.mark.parametrize(("audience", "code", "words"), WHO_READS_IT)
def test_what_one_reader_may_not_be_told_is_caught(audience: Audience, code: str, words: str) -> None:
    assert codes(letter_file(body=p("Good morning") + p(words)), a_document(audience)) == {code}


# -- how it is told -----------------------------------------------------------------------------------------


def test_the_reason_says_where_and_whence_and_quotes_an_id() -> None:
    (finding,) = found(letter_file(body=p("Dear Mrs Aske,") + p("We saw Anna Smith.")))
    assert finding.why == (
        "It names another pupil (ID 004512) in paragraph 2 of the body. "
        "They are not in this pupil's rows: look in the letter's template."
    )


def test_the_reason_names_the_cell_that_the_words_come_from() -> None:
    finding = next(one for one in found(letter_file(body=p("They come from EX9 9ZZ now."))) if one)
    assert "Reviews!" in finding.do


def test_no_reason_holds_a_name_an_address_or_a_note() -> None:
    letters = [letter_file(body=p(words)) for _, words in (*HOW_IT_IS_WRITTEN.values(), *FREE_TEXT.values())]
    said = " ".join(finding.why for data in letters for finding in found(data)).casefold()
    pupils, contacts = the_casebook().pupils, the_casebook().contacts
    names = {name for pupil in pupils for name in (pupil.legal_forename, pupil.known_as) if name}
    names |= {text for c in contacts for text in (c.surname, c.address_line_1, c.postcode, c.email) if text}
    ordinary = {"will", "mark", "may", "head", "art"}
    assert not [name for name in names if name.casefold() in said.split() and name.casefold() not in ordinary]
    assert not [name for name in names if " " in name and name.casefold() in said]
