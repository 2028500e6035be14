"""What only looks like a leak leaves: a gate that cries wolf is switched off."""

import pytest
from safety.planted import a_document, codes, letter_file, p

from mentor_xl.audience import Audience
from mentor_xl.documents import EVERYONE, NOBODY

WORDS = {
    # -- names that are words
    "will and young": "How will young people be there?",
    "will and young, in capitals at the start": "Will young people be there?",
    "young and will": "The young will come first.",
    "mark and day": "We mark day one with a star.",
    "head and art": "The head of art came.",
    "art and head": "Art: head and shoulders",
    "summer and long": "All summer long we met.",
    "long and summer": "It was a long summer.",
    "grace and hill": "He came up with grace; hill after hill.",
    "rose and short": "He rose; short and tall alike.",
    "short and rose": "A short rose grew there.",
    "faith and weir": "in good faith. Weir School is glad",
    "joy in the town": "with joy, Exeford",
    "robin and fox": "a robin, fox and hare",
    "two words over a sentence's end": "We had a word with Mark. Day by day it is better.",
    "two words over a question's end": "What did we mark? Day one.",
    "two words over a colon": "This is for Grace: Hill walking on Friday",
    "two words over brackets": "with Will (Young Carers)",
    # -- months, days and dates
    "a month that is a surname after its forename": "from April to May",
    "months in a list": "April, May and June",
    "a month and a day of it": "2 April May Day follows",
    "a date": "on 1 May 2027",
    # -- the same name, somebody else
    "the mentor's name": "Mrs Kathleen Salt",
    "the mentor's name, surname first": "Salt, Kathleen",
    "the mother's name": "Mrs Ada Aske",
    "the mother's name without a title": "Ada Aske",
    "the agency's doctor": "Dr Ben Carter",
    "the agency's doctor without a title": "Ben Carter",
    "a grown-up with a title": "Mr Will Young from the council",
    "the agency's name": "Grace Hill Centre",
    "the pupil's own name": "Rowan Aske",
    "the pupil's own legal name": "Rowena Aske",
    "the pupil's own name, surname first": "Aske, Rowan",
    "surname of a pupil, alone": "Mrs Smith came",
    "forename of a pupil, alone, in the template's words": "Grace, Mark and Rose are common names.",
    "a forename and another's surname": "Anna Young and Will Smith",
    "a forename, then somebody else's surname": "Anna, Smith Street",
    "surname and forename of a list of forenames": "James, Oliver and Ruby",
    "surname before forename, no comma": "to Mr James Oliver said hello",
    "surname before forename in a sentence": "With Mrs Smith Anna is calm.",
    "a forename that begins a surname": "Annabel Smithers",
    "a road called as a pupil": "2 Rose Hill, Exeford",
    # -- figures that are no ID
    "a number like a short ID": "12 sessions, 12 May, 12 Fern Lane",
    "a year like an ID": "in 2026",
    "the school's phone like an ID": "01392 555014",
    "the school's phone in one piece": "01392555014",
    "a sum of money": "£004512",
    "a number with a point": "1.004512",
    "a letter's reference like an ID": "WS/26/consent/004512",
    "a web address like an ID": "https://weir.example/a/004512",
    "a longer number": "10045127",
    "a case's ID that a pupil has too": "case C1",
    "the pupil's own ID": "Pupil ID 000001",
    # -- ways to reach
    "the reader's address": "12 Fern Lane, Exeford, EX4 3AB",
    "the reader's postcode in small letters": "ex4 3ab",
    "the reader's phone": "07700 900111",
    "the reader's e-mail": "ada.aske@example.org",
    "the school's address": "2 Rose Hill, Exeford, EX4 4ZZ",
    "the school's e-mail": "office@weir.example",
    "the mentor's phone": "01392 555 014",
    "the agency's address": "8 Quay Road, EX6 6FF",
    "a helpline": "NSPCC 0808 800 5000, Childline 0800 1111",
    "an address nobody in the workbook has": "Trust House, 1 Broad Quay, Bristol BS1 4DJ",
    "a house number and another street": "5 High Lane",
    "a street without the number": "High Street",
    "a number inside a longer one": "15 High Street",
    "a house by name without its street": "the Rose Cottage",
    # -- not for this reader, in words that all readers may have
    "what a meeting is": "A personal education plan says what helps a child who is looked after to learn.",
    "what we do to protect": "Child protection comes first in all we do.",
    "free school meals in general": "You can ask us about free school meals.",
    "pupil premium in general": "Pupil premium pays for some clubs.",
    "few words of a note": "We spoke about sleepless nights.",
    "plain words that a note has too": "and then we went to the hall with them",
    "what was said of drums": "Plays the drums",
    "a sensitive barrier the pupil has not": "drugs or alcohol",
    "self-esteem": "self-esteem and self-help",
    # -- words that are no holes
    "none": "None of the targets is met.",
    "none after a colon": "Other concerns: None",
    "none in the middle": "there were none left",
    "a grandmother": "Rowan lives with his nan and grandad.",
    "undefined as a word": "The end is left undefined here.",
    "a greeting": "Dear Mrs Aske,",
    "a greeting without a comma": "Dear Mrs Aske",
    "dear within a sentence": "It is dear, but worth it.",
    "a phrase that ends on a small word": "That is what it is for. Carry on, please.",
    "two spaces after a sentence": "He did well.  We are glad.",
    "spaces for a line to write on": "Date:        Signed:        ",
    "brackets to tick": "[ ] yes  [ ] no",
    "one brace": "a {small} thing",
    "per cent": "94% # 3",
}  # fmt: skip


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())
def test_what_only_looks_like_a_leak_leaves(words: str) -> None:
    assert codes(letter_file(body=p("Good morning") + p(words))) == set()


TWO_LINES = {
    "a heading and its text": ("Mark", "Day one was good."),
    "an address above a name": ("Exeford", "Joy came too"),
    "a forename at the end of a line": ("We asked Anna", "Smith Street is closed."),
    "a month and a surname": ("May", "April showers"),
    "two headings of a table": ("Will it help?", "Young people say"),
}


@pytest.mark.parametrize("lines", TWO_LINES.values(), ids=TWO_LINES.keys())
def test_two_lines_make_no_name(lines: tuple[str, ...]) -> None:
    assert codes(letter_file(body="".join(map(p, lines)))) == set()


WHO_READS_IT = [
    (Audience.AGENCY, "77 Long Row"),
    (Audience.AGENCY, "12 Fern Lane, EX4 3AB, 07700 900111"),
    (Audience.AGENCY, "Ms Bea Lund, 07700 900444"),
    (Audience.AGENCY, "Main barrier: Self-harm"),
    (Audience.AGENCY, "Fewer fierce arguments before breakfast and calmer evenings"),
    (Audience.LEADER, "Mr David Aske, 07700 900222, court restriction: do not contact"),
    (Audience.LEADER, "Sits beside the radiator because crowded corridors frighten him"),
    (Audience.LEADER, "Free school meals: Yes"),
    (Audience.LEADER, "Sensitive: ask the safeguarding lead"),
    (Audience.PUPIL, "Self-harm"),
    (Audience.TEACHER, "Rowan Aske, 9A"),
    (Audience.GOVERNORS, "Mrs Kathleen Salt, Mr S. O'Neill"),
]  # fmt: skip


@pytest.mark.parametrize(("audience", "words"), WHO_READS_IT)
def test_what_one_reader_may_be_told_leaves(audience: Audience, words: str) -> None:
    assert codes(letter_file(body=p("Good morning") + p(words)), a_document(audience)) == set()


HIDDEN = {
    "a field for the page's number": letter_file(
        body="<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"),
    "the names of styles": letter_file(
        **{"word/styles.xml": '<w:styles><w:style w:val="Heading 1"/></w:styles>'}),
    "a measure like an ID": letter_file(body='<w:p><w:pPr><w:ind w:left="004512"/></w:pPr></w:p>'),
    "a drawing's measures": letter_file(
        body='<w:p><v:shape style="width:468pt;left:004512" coordsize="004512,9"/></w:p>'),
    "a paragraph's own number": letter_file(body='<w:p w14:paraId="555014" w:rsidR="004512"/>'),
    "another picture": letter_file(
        body='<w:p><wp:docPr id="1" name="Picture 12" descr="The school’s badge"/></w:p>'),
    "a theme's address": letter_file(
        **{"word/theme/theme1.xml": '<a:theme xmlns:a="http://schemas.x.org/a b"/>'}),
}  # fmt: skip


@pytest.mark.parametrize("data", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_word_itself_keeps_in_a_file_leaves(data: bytes) -> None:
    assert codes(data) == set()


def test_a_home_shared_with_another_pupil_is_the_readers_own() -> None:
    assert codes(letter_file(header=p("Mrs Ada Aske") + p("12 Fern Lane") + p("EX4 3AB"))) == set()


# -- what a document declares -------------------------------------------------------------------------------


def test_the_partner_of_a_pair_may_be_named_where_the_document_says_so() -> None:
    typed = "Rowan is sitting with Annie at lunch every day."
    data = letter_file(body=p("Your partner is Anna Smith (004512).") + p(typed))
    assert codes(data) == {"names-another-pupil"}
    assert codes(data, a_document(Audience.PUPIL, may_mention=["004512"])) == set()


def test_who_may_be_mentioned_lets_nobody_else_in() -> None:
    data = letter_file(body=p("Your partner is Anna Smith. Grace Hill comes too."))
    assert codes(data, a_document(Audience.PUPIL, may_mention=["004512"])) == {"names-another-pupil"}


def test_a_peer_is_told_a_forename_only_even_of_the_partner() -> None:
    peer = a_document(Audience.PEER, may_mention=["004512"])
    assert codes(letter_file(body=p("Your partner is Annie")), peer) == set()
    assert codes(letter_file(body=p("Your partner is Annie Smith")), peer) == {"names-another-pupil"}


def test_a_leaders_report_on_the_caseload_names_pupils_and_one_to_governors_names_none() -> None:
    data = letter_file(body=p("Anna Smith (004512)") + p("Rowan Aske"))
    assert codes(data, a_document(Audience.LEADER, ref=None)) == set()
    assert codes(data, a_document(Audience.LEADER, may_mention=[EVERYONE])) == set()
    assert codes(data, a_document(Audience.GOVERNORS, ref=None)) == {"names-another-pupil"}


def test_a_case_study_names_not_even_its_own_pupil() -> None:
    study = a_document(Audience.LEADER, may_mention=[NOBODY])
    assert codes(letter_file(body=p("A pupil in Year 9")), study) == set()
    assert codes(letter_file(body=p("Rowan Aske in Year 9")), study) == {"not-for-this-audience"}
    assert codes(letter_file(body=p("Rowan, in Year 9")), study) == {"not-for-this-audience"}
    assert codes(letter_file(body=p("Pupil ID 000001")), study) == {"names-another-pupil"}
