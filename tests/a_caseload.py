"""A caseload for letters: one pupil, whole and in order, and the rows that a test changes in it.

``a("Contacts", "Send letters=No; Title=")`` is the sheet's usual row with these cells changed. Rows of a
sheet take the place of the usual one; ``no("Contacts")`` leaves the sheet out.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

import mentor_xl.letters
import mentor_xl.reports
from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.deadlines import due_dates
from mentor_xl.documents import Context, Document, HeldBack, PupilFile, kinds
from mentor_xl.gates import documents_of
from mentor_xl.problems import Problem, Severity
from mentor_xl.pupil_view import NotReleased, PupilView
from mentor_xl.recipients import NoLetter, Recipient, recipients_of
from mentor_xl.records import Pupil, columns_of
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.workbook.grid import MarkdownGrid
from mentor_xl.workbook.reading import Reading, read_casebook

D = dt.date
TODAY = D(2026, 11, 23)
"""A Monday, the 51st school day of the year; INSET on the 27th."""
ID = "000001"
REGISTERED = (mentor_xl.letters, mentor_xl.reports)

Row = tuple[str, Mapping[str, str] | None]

CALENDAR = """
# Calendar
| From       | To         | Kind      | Name     |
| 2026-09-03 | 2026-10-23 | Half term | Autumn 1 |
| 2026-11-02 | 2026-12-18 | Half term | Autumn 2 |
| 2027-01-05 | 2027-02-12 | Half term | Spring 1 |
| 2026-11-27 |            | INSET day | Trust training |
"""

USUAL = {
    "Settings": "School name=Weir School; Nation=England; Reference prefix=WS; Phone='01392 555014; "
    "Headteacher=Mrs A. Head; SENCO=Mr D. Pryce; Pastoral manager=Mr S. O'Neill; "
    "Designated safeguarding lead=Ms H. Lindqvist",
    "Staff": "Staff code=KSA; Title=Mrs; Forename=Kathleen; Surname=Salt; Role=Learning mentor; "
    "Signs letters=Yes",
    "Pupils": "Pupil ID=000001; Legal surname=Aske; Legal forename=Rowena; Known as=Rowan; "
    "Date of birth=2013-05-05; Form=9A",
    "Contacts": "Pupil ID=000001; Priority=1; Title=Mrs; Forename=Ada; Surname=Aske; Relationship=Mother; "
    "Parental responsibility=Yes; Lives with pupil=Yes; Address line 1=12 Fern Lane; Town=Exeford; "
    "Postcode=EX4 3AB; Send letters=Yes; Court restriction=No; Do not disclose address=No",
    "Referrals": "Referral ID=R1; Pupil ID=000001; Received on=2026-09-07; Main barrier=Friendship; "
    "Decision=Accepted; Decided on=2026-09-09",
    "Cases": "Case ID=C1; Pupil ID=000001; Referral ID=R1; Mentor=KSA; Status=Active; "
    "Started on=2026-09-14; Consent ID=K1",
    "Consents": "Consent ID=K1; Pupil ID=000001; Purpose=Mentoring; Basis=Parent and pupil; "
    "Given by=Mrs A Aske; Given on=2026-09-10; Review by=; Withdrawn on=",
    "Targets": "Target ID=T1; Case ID=C1; Target=Finish one piece of work; Set on=2026-09-14; "
    "Review by=2026-12-04; Status=Open; Score=1",
    "Sessions": "Date=2026-11-16; Pupil ID=000001; Mentor=KSA; Kind=One-to-one; Minutes=30; "
    "Attended=Attended",
    "Agencies": "Agency=Exe CAMHS; Kind=CAMHS; Contact name=The Referrals Team; "
    "Consent needed=Parent and pupil",
    "Agency referrals": "Agency referral ID=A1; Pupil ID=000001; Agency=Exe CAMHS; Reason=Seen in school; "
    "Decided on=2026-11-02; Consent ID=K2; Sent on=; Closed on=",
    "Reviews": "Pupil ID=000001; Review=Mentoring review; Booked for=2026-12-03; Time=14:15; Held on=; "
    "Outcome=",
    "Measures": "Pupil ID=000001; Measure=Wellbeing; Informant=Teacher; Taken on=2026-09-15; Phase=Entry; "
    "Score=3",
    "Passports": "Pupil ID=000001; Version date=2026-09-28; Strengths=Kind to animals; Agreed with=Pupil",
    "Rewards": "Pupil ID=000001; Date=2026-11-12; For=Helping a new pupil; Reward=Certificate",
    "Steps": "Pupil ID=000001; Step=1; What=Walk to the gate",
    "Scales": "Measure=Wellbeing; Lowest=0; Highest=10; Better is=Higher",
}
_ALWAYS = ("Settings", "Staff", "Pupils", "Contacts", "Referrals", "Cases", "Consents")


def a(sheet: str, cells: str = "") -> Row:
    """A row of a sheet: the usual one with some cells changed."""
    return sheet, {**cells_of(USUAL.get(sheet, "")), **cells_of(cells)}


def no(sheet: str) -> Row:
    """A sheet that is left out."""
    return sheet, None


def cells_of(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.split(";") if part.strip())
    return {heading.strip(): value.strip() for heading, _, value in pairs}


def text_of(*rows: Row, calendar: str = CALENDAR) -> str:
    """The workbook as Markdown."""
    sheets: defaultdict[str, list[Mapping[str, str]]] = defaultdict(list)
    for sheet, cells in rows:
        sheets[sheet].extend([cells] if cells is not None else [])
    for sheet in _ALWAYS:
        if sheet not in sheets:
            sheets[sheet] = [cells_of(USUAL[sheet])]
    return calendar + "".join(_table(sheet, found) for sheet, found in sheets.items() if found)


def _table(sheet: str, rows: list[Mapping[str, str]]) -> str:
    lines: list[tuple[str, ...]] = [("Setting", "Value")]
    if sheet == "Settings":
        lines += [setting for row in rows for setting in row.items()]
    else:
        headings = tuple(dict.fromkeys(heading for row in rows for heading in row))
        lines = [headings, *(tuple(row.get(heading, "") for heading in headings) for row in rows)]
    return f"\n# {sheet}\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def reading_of(*rows: Row, calendar: str = CALENDAR) -> Reading:
    """The workbook as it is read, its problems saying what waits for them."""
    waiting: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for kind in kinds().values():
        for column in kind.uses:
            waiting[column].append(kind.slug)
    grid = MarkdownGrid(text_of(*rows, calendar=calendar))
    return read_casebook(grid, {column: tuple(slugs) for column, slugs in waiting.items()})


def casebook_of(*rows: Row) -> Casebook:
    """The casebook of the workbook."""
    return reading_of(*rows).casebook


def letters_of(*rows: Row, pupil: str = ID) -> tuple[Recipient | NoLetter, ...]:
    """Who gets the parents' edition of a letter about the pupil."""
    casebook = casebook_of(*rows)
    return recipients_of(casebook, next(one for one in casebook.pupils if one.pupil_id == pupil))


def made(
    kind: str,
    *rows: Row,
    pupil: str = ID,
    today: dt.date = TODAY,
    asked: bool = False,
    calendar: str = CALENDAR,
) -> list[Document | HeldBack]:
    """Everything of one kind for one pupil, made or held back."""
    reading = reading_of(*rows, calendar=calendar)
    casebook = reading.casebook
    year = SchoolCalendar.from_periods(casebook.calendar, casebook.settings.nation)
    file = PupilFile(
        casebook=casebook,
        calendar=year,
        pupil=next(one for one in casebook.pupils if one.pupil_id == pupil),
        dues=tuple(due for due in due_dates(casebook, year, today) if due.ref == pupil),
        today=today,
        is_asked_for=asked,
        wrong=frozenset(p.place for p in reading.problems if p.severity is Severity.ERROR),
    )
    own = [problem for problem in reading.problems if problem.ref == pupil]
    return list(documents_of(kinds()[kind], file, own, "WS"))


def outcome(found: Iterable[Document | HeldBack]) -> list[str]:
    """What came of it, in short: ``parent Contacts!2`` for what is made, the code of what is held back."""
    return [
        f"{one.audience.value} {one.recipient.row}" if isinstance(one, Document) else one.codes[0]
        for one in found
    ]


def the_document(found: Iterable[Document | HeldBack], audience: Audience) -> Document:
    """The one document for an audience."""
    (document,) = (one for one in found if isinstance(one, Document) and one.audience is audience)
    return document


def problems_in(*rows: Row) -> list[Problem]:
    """What is said of the workbook while it is read."""
    return list(reading_of(*rows).problems)


def all_text(context: Context) -> str:
    """Every value that a template can reach, in one text."""
    return "\n".join(_texts(context))


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, Context):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, PupilView):
        yield from _of_pupil(value)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
    elif value is not None:
        yield str(value)


def _of_pupil(view: PupilView) -> Iterable[str]:
    names = ("known_as", "full_name", "legal_name", "year")
    for name in (*names, *(column.attribute for column in columns_of(Pupil))):
        try:
            yield str(getattr(view, name))
        except NotReleased:
            continue
