"""A school full of names that are words, and letters in which something is planted: part by part, by hand.

``letter_file(body="<w:p>…</w:p>")`` is a Word file made with nothing of Mentor XL's, so that the gate is
shown what anybody's program could have written.
"""

import io
import zipfile
from collections.abc import Iterable
from functools import cache
from html import escape

from a_caseload import TODAY, Row, a, reading_of

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.documents import Context, Document
from mentor_xl.recipients import Recipient
from mentor_xl.safety import Finding, SafetyGate
from mentor_xl.wording import Greeting

OWN = "000001"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

PUPILS = (
    "004512 Smith Anna Annie", "004513 O’Neill Mary-Jane", "004514 Nuñez José", "004515 Nguyễn Hoa",
    "004516 van_der_Berg Lucas", "004517 Young Will", "004518 Hill Grace", "12 Day Mark",
    "TH-0042 Zając Łukasz", "004520 James Oliver", "004521 May April", "004523 Salt Kathleen",
    "004524 Aske Ada", "004525 Smith-Jones Finn", "004526 Head Art", "004527 Long Summer",
    "004528 Short Rose", "004529 Exeford Joy", "004530 Weir Faith", "555014 Marsh Ivy", "C1 Dove Tam",
    "004532 Aske Jade", "004533 Pryce Hope", "AB7 Stone Amber", "2026 Fox Robin", "004535 Carter Ben",
)  # fmt: skip
"""ID, surname, forename, and the name used where it is another."""


def school() -> tuple[Row, ...]:
    """The pupil the letters are about, with all that must not be told, and everybody else."""
    return (
        a("Settings", "Address line 1=2 Rose Hill; Town=Exeford; Postcode=EX4 4ZZ; "
          "Email=office@weir.example"),
        a("Staff", "Email=k.salt@weir.example; Phone='01392 555 014"),
        ("Staff", {"Staff code": "DPR", "Title": "Mr", "Forename": "Dan", "Surname": "Pryce",
            "Role": "SENCO"}),
        a("Agencies", "Agency=Grace Hill Centre; Contact name=Dr Ben Carter; Address line 1=8 Quay Road; "
          "Postcode=EX6 6FF; Email=help@ghc.example; Phone='01392 555999; Kind=Counselling"),
        a("Pupils", "UPN=B801200005001; Social care status=Child protection; "
          "Young carer=Identified by school; "
          "Free school meals=Yes; Pupil premium=Yes; Came into care=2019-02-11; DSL informed on=2019-01-09; "
          "Notes=Sits beside the radiator because crowded corridors frighten him"),
        *(_pupil(line) for line in PUPILS),
        a("Contacts", "Phone='07700 900111; Email=ada.aske@example.org"),
        _contact(2, "Mr", "David", "Aske", "9 Orchard Close", "EX2 2CC", "'07700 900222", "dave@example.net",
                 **{"Court restriction": "Yes", "Send letters": "No", "Lives with pupil": "No"}),
        _contact(3, "Mrs", "Ivy", "Lund", "3 Mill Rise", "EX1 1AA", "'07700 900333", "ivy.lund@example.net",
                 **{"Do not disclose address": "Yes", "Send letters": "No", "Lives with pupil": "No"}),
        _contact(4, "Ms", "Bea", "Lund", "77 Long Row", "EX3 3DD", "'07700 900444", "bea@example.net",
                 **{"Send letters": "No", "Lives with pupil": "No"}),
        _contact(1, "Mrs", "Clare", "Smith", "5 High Street", "EX5 5EE", "'07700 900555",
            "c.smith@example.org",
                 pupil="004512"),
        _contact(1, "Mrs", "Ada", "Aske", "12 Fern Lane", "EX4 3AB", "'07700 900111", "ada.aske@example.org",
                 pupil="004532"),
        _contact(1, "Mr", "Tom", "Head", "Rose Cottage", "EX7 7GG", "", "", pupil="004526",
                 **{"Address line 2": "Back Lane"}),
        a("Referrals", "Main barrier=Self-harm; Changes wanted=Fewer fierce arguments before breakfast and "
          "calmer evenings; Strengths=Plays the drums; Strategies tried="),
        *(_case(number, line.split()[0]) for number, line in enumerate(PUPILS[:4], 90)),
        a("Cases"),
        a("Consents"),
        a("Sessions", "Note=Spoke quietly about sleepless nights and shouting next door; "
          "Next step=Draw a map"),
        a("Reviews", "Booked for=; Held on=2026-11-16; "
          "Outcome=Rowan is sitting with Annie at lunch every day. "
          "He told us about self-harming. They come from EX9 9ZZ now. {{ more }}; "
          "Actions=Ring the club; bring None of it"),
    )  # fmt: skip


def _pupil(line: str) -> Row:
    pupil_id, surname, forename, *known_as = line.split()
    upn = f"B8012000{pupil_id[:5]:0>5}"
    return a("Pupils", f"Pupil ID='{pupil_id}; Legal surname={surname.replace('_', ' ')}; UPN={upn}; "
             f"Legal forename={forename}; Known as={(known_as or [''])[0]}")  # fmt: skip


def _case(number: int, pupil_id: str) -> Row:
    return a("Cases", f"Case ID=C{number}; Pupil ID='{pupil_id}; Referral ID=; Consent ID=")


def _contact(priority: int, *person: str, pupil: str = OWN, **others: str) -> Row:
    title, forename, surname, street, postcode, phone, email = person
    cells = (
        f"Pupil ID='{pupil}; Priority={priority}; Title={title}; Forename={forename}; Surname={surname}; "
        f"Address line 1={street}; Town=Exeford; Postcode={postcode}; Phone={phone}; Email={email}"
    )
    sheet, row = a("Contacts", cells)
    return sheet, {**(row or {}), **others}


@cache
def the_casebook() -> Casebook:
    """The school as it is read."""
    return reading_of(*school()).casebook


@cache
def the_gate() -> SafetyGate:
    """The gate of that school."""
    return SafetyGate(the_casebook(), TODAY)


# -- letters by hand ----------------------------------------------------------------------------------------

TO = {
    Audience.PARENT: Recipient(
        Audience.PARENT, "Contacts!2", Greeting("Mrs Ada Aske", "Dear Mrs Aske", "Yours sincerely"),
        ("Mrs Ada Aske", "12 Fern Lane", "Exeford", "EX4 3AB"),
    ),
    Audience.PUPIL: Recipient(Audience.PUPIL, "Pupils!2", Greeting("Rowan Aske", "Dear Rowan",
        "Best wishes")),
    Audience.TEACHER: Recipient(Audience.TEACHER, "Pupils!2", Greeting("", "For the staff", "")),
    Audience.LEADER: Recipient(
        Audience.LEADER, "Settings!7", Greeting("Mr S. O'Neill", "Dear Mr O'Neill", "Yours sincerely")
    ),
    Audience.AGENCY: Recipient(
        Audience.AGENCY, "Agencies!2", Greeting("Dr Ben Carter", "Dear Dr Carter", "Yours sincerely"),
        ("Dr Ben Carter", "Grace Hill Centre", "8 Quay Road", "EX6 6FF"),
    ),
    Audience.GOVERNORS: Recipient(Audience.GOVERNORS, "Settings!2", Greeting("The governors",
        "Dear governors", "")),
    Audience.PEER: Recipient(Audience.PEER, "Pupils!3", Greeting("Annie", "Dear Annie", "Best wishes")),
}  # fmt: skip


def a_document(to: Audience = Audience.PARENT, *, may_mention: Iterable[str] = (),
    ref: str | None = OWN) -> Document:
    """A document about the pupil, of no kind in particular."""
    return Document("consent", ref, TO[to], "WS/26/consent/1a2b3c", Context(), "", tuple(may_mention))


def p(*runs: str) -> str:
    """A paragraph, its text cut into runs."""
    kept = 'xml:space="preserve"'
    inner = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t {kept}>{escape(run)}</w:t></w:r>" for run in runs)
    return f"<w:p><w:pPr><w:jc w:val='left'/></w:pPr>{inner}</w:p>"


def letter_file(**parts: str) -> bytes:
    """A Word file: ``body``, ``header``, ``footer``, ``comments`` and the like, or a part by its zip name."""
    names = {
        "body": ("word/document.xml", "<w:document {W}><w:body>{}</w:body></w:document>"),
        "header": ("word/header1.xml", "<w:hdr {W}>{}</w:hdr>"),
        "footer": ("word/footer2.xml", "<w:ftr {W}>{}</w:ftr>"),
        "footnotes": ("word/footnotes.xml", "<w:footnotes {W}><w:footnote>{}</w:footnote></w:footnotes>"),
        "endnotes": ("word/endnotes.xml", "<w:endnotes {W}><w:endnote>{}</w:endnote></w:endnotes>"),
        "comments": ("word/comments.xml", "<w:comments {W}><w:comment>{}</w:comment></w:comments>"),
    }
    parts.setdefault("body", p("Dear Mrs Aske,") + p("Rowan Aske is doing well."))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            path, around = names.get(name, (name, "{}"))
            package.writestr(path, around.replace("{W}", W).replace("{}", content))
    return file.getvalue()


def found(data: bytes, document: Document | None = None) -> tuple[Finding, ...]:
    """What the gate says of a letter."""
    return the_gate().faults_in(data, document or a_document())


def codes(data: bytes, document: Document | None = None) -> set[str]:
    """The codes of what the gate says of a letter."""
    return {finding.code for finding in found(data, document)}
