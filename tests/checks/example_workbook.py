"""A small workbook in which nothing is wrong, and the examples of the checks laid over it.

An example is a row, ``Cases: Status=Closed, Closed on=``: the first row of the sheet with these cells
changed. ``Calendar 6:`` is the sheet's sixth row; ``Cases also:`` one more row, like the first but for
these cells.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache

from mentor_xl.casebook import Casebook
from mentor_xl.checks import Inspection, run_checks
from mentor_xl.deadlines import due_dates
from mentor_xl.problems import Problem
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.workbook.grid import MarkdownGrid
from mentor_xl.workbook.reading import Reading, read_casebook

TODAY = dt.date(2026, 11, 23)
"""A Monday."""

Sheets = dict[str, list[dict[str, str]]]

_BASE = """
Settings: School name=Fernhollow High School, URN=999001, LAESTAB=999/4001, Phase=Secondary, Nation=England
Settings: Address line 1=1 School Lane, Postcode=AB1 2DE, Phone=01632 960100, Email=office@example.org
Settings: Designated safeguarding lead=Mrs N Okoye, Hide counts below=5, Letter font size=12
Calendar: From=2026-09-03, To=2026-10-23, Kind=Half term, Name=Autumn 1
Calendar: From=2026-11-02, To=2026-12-18, Kind=Half term, Name=Autumn 2
Calendar: From=2027-01-05, To=2027-02-12, Kind=Half term, Name=Spring 1
Calendar: From=2027-02-22, To=2027-03-25, Kind=Half term, Name=Spring 2
Calendar: From=2027-04-12, To=2027-05-28, Kind=Half term, Name=Summer 1
Calendar: From=2027-06-07, To=2027-07-21, Kind=Half term, Name=Summer 2
Calendar: From=2026-11-27, To=, Kind=INSET day, Name=Trust training
Staff: Staff code=DWH, Title=Ms, Forename=Dana, Surname=Whitlock, Role=Learning mentor
Staff 1: Email=d.whitlock@example.org, Phone=ext 214, Signs letters=Yes, Places=12, Left on=
Staff: Staff code=PBR, Title=Mrs, Forename=Petra, Surname=Brandt, Role=SENCO, Signs letters=Yes
Pupils: Pupil ID=004511, UPN=B801200005001, Legal surname=Hartley, Legal forename=Rosalind, Known as=Rosie
Pupils 1: Date of birth=2014-03-17, Year group=8, Form=8H, Admission date=, Leaving date=
Pupils 1: SEN status=K, SEN type 1=SEMH, SEN type 2=, EHCP issued=, EHCP last review=, EAL=No, First language=
Pupils 1: Looked after=No, Came into care=, Social care status=None, Part-time timetable=No
Pupils 1: Part-time timetable ends=, Attendance %=91.9, DSL informed on=, Notes=Likes to sit near the door.
Pupils: Pupil ID=004490, UPN=P207000016049, Legal surname=Osei, Legal forename=Kwame, Date of birth=2012-02-11
Pupils 2: Year group=10, SEN status=N, Looked after=No, Social care status=None
Contacts: Pupil ID=004511, Priority=1, Title=Mrs, Forename=Miriam, Surname=Hartley, Relationship=Mother
Contacts 1: Parental responsibility=Yes, Lives with pupil=Yes, Address line 1=12 Fern Lane, Town=Hollowbridge
Contacts 1: Postcode=AB1 2DE, Phone=07700 900123, Email=m.hartley@example.org, Language=, Interpreter=No
Contacts 1: Format=Standard, Send letters=Yes, Court restriction=No, Do not disclose address=No
Contacts: Pupil ID=004490, Priority=1, Title=Mr, Forename=Kofi, Surname=Osei, Relationship=Father
Contacts 2: Parental responsibility=Yes, Lives with pupil=Yes, Address line 1=4 Mill Row, Postcode=AB1 3FG
Contacts 2: Send letters=Yes, Court restriction=No
Referrals: Referral ID=R1, Pupil ID=004511, Received on=2026-09-14, Referred by=Mr J Penrose
Referrals 1: Referrer role=Head of year, Main barrier=Friendship, Other barriers=Attendance; Self-esteem
Referrals 1: Strengths=Draws well and is kind to younger pupils., Parent informed on=2026-09-15
Referrals 1: Priority=Medium, Decision=Accepted, Decided on=2026-09-17
Cases: Case ID=C1, Pupil ID=004511, Referral ID=R1, Mentor=DWH, Tier=Targeted, Status=Active
Cases 1: Started on=2026-09-21, Planned end=2026-12-18, Planned sessions=12, Frequency=Weekly
Cases 1: Aim=To enjoy lunchtimes again., Consent ID=K1, Closed on=, Closing reason=, Follow up on=
Consents: Consent ID=K1, Pupil ID=004511, Purpose=Mentoring, Agency=, Basis=Parent and pupil
Consents 1: Given by=Mrs M Hartley, Given on=2026-09-18, Competence judged by=, Override by=, Override reason=
Consents 1: Review by=2027-07-16, Withdrawn on=
Consents: Consent ID=K2, Pupil ID=004511, Purpose=Agency referral, Agency=Hollowbridge CAMHS
Consents 2: Basis=Parent and pupil, Given by=Mrs M Hartley, Given on=2026-10-20, Review by=2027-07-16
Consents: Consent ID=K3, Pupil ID=004511, Purpose=Peer mentoring, Basis=Parent and pupil
Consents 3: Given by=Mrs M Hartley, Given on=2026-09-18, Review by=2027-07-16
Consents: Consent ID=K4, Pupil ID=004490, Purpose=Peer mentoring, Basis=Parent and pupil
Consents 4: Given by=Mr K Osei, Given on=2026-09-18, Review by=2027-07-16
Barriers: Pupil ID=004511, Assessed on=2026-09-22, Instrument=Barriers to learning questionnaire
Barriers 1: Barrier=Friendship, Severity=3, Evidence=Ate alone on 4 of 5 days., Assessed by=DWH
Targets: Target ID=T1, Case ID=C1, Target=I will sit with someone at lunch on three days., Set on=2026-09-28
Targets 1: Review by=2026-12-04, Baseline=One day a week, Score=, Scored on=, Status=Open, Weight=1
Sessions: Date=2026-11-17, Pupil ID=004511, Group=, Mentor=DWH, Kind=One-to-one, Minutes=40, Place=Library
Sessions 1: Attended=Attended, Energy in=2, Energy out=4, Note=Planned Thursday lunch; chose a table.
Sessions 1: Next step=Try the table on Thursday
Steps: Pupil ID=004511, Step=1, What=Art lesson with my mentor beside me, Planned for=2026-10-12
Steps 1: Done on=2026-10-12, Outcome=Managed, Next=The same lesson again
Events: Pupil ID=004511, Event=Suspension, Date=2026-10-05, Ends on=2026-10-05, Days=1, Reasons=DB, Note=
Attendance: Pupil ID=004511, From=2026-09-03, To=2026-10-23, Possible sessions=74, Attended sessions=68
Attendance 1: Authorised=4, Unauthorised=2, Late=3
Behaviour: Pupil ID=004511, From=2026-09-03, To=2026-10-23, Positive points=42, Negative points=6, Removals=1
Scales: Measure=SDQ total difficulties, Lowest=0, Highest=40, Better is=Lower, Repeat no sooner than=28
Measures: Pupil ID=004511, Measure=SDQ total difficulties, Informant=Teacher, Taken on=2026-09-22
Measures 1: Phase=Entry, Score=17, Note=
Agencies: Agency=Hollowbridge CAMHS, Kind=CAMHS, Contact name=Referral team, Address line 1=The Health Centre
Agencies 1: Town=Hollowbridge, Postcode=AB1 3FG, Email=referrals@example.org, Phone=01632 960150
Agencies 1: Own form only=No, Consent needed=Parent and pupil, Reply expected within=10, Checked on=2026-09-07
Agency referrals: Agency referral ID=A1, Pupil ID=004511, Agency=Hollowbridge CAMHS
Agency referrals 1: Reason=Has missed lunch with others since May., Decided on=2026-11-02, Consent ID=K2
Agency referrals 1: Urgency=Soon, Written by=DWH, Sent on=2026-11-06, Acknowledged on=2026-11-13
Agency referrals 1: Outcome=Waiting, Closed on=
Reviews: Pupil ID=004511, Review=Mentoring review, Counted from=, Invited on=2026-10-20
Reviews 1: Booked for=2026-11-06, Time=3.30pm, Place=Meeting room, Held on=2026-11-06
Reviews 1: Outcome=Mentoring goes on until Christmas., Report sent on=
Passports: Pupil ID=004511, Version date=2026-09-28, I like=Dogs and drawing., Agreed with=Pupil and mother
Passports 1: Review by=2027-03-22
Groups: Group=Lego club, Programme=Lego therapy, Mentor=DWH, Started on=2026-09-22, Ends on=2026-12-15
Groups 1: Day and time=Tuesdays at lunch, Pupils=004511; 004490
Peer pool: Pupil ID=004490, Side=Mentor, Trained on=2026-09-25, Avoid=, Consent ID=K4
Peer pool: Pupil ID=004511, Side=Mentee, Consent ID=K3
Peer pairs: Pair ID=P1, Mentor pupil=004490, Mentee pupil=004511, Purpose=Social, Status=Active
Peer pairs 1: Mentor trained on=2026-09-25, Started on=2026-10-06, Ends on=2026-12-15, Slot=Tuesdays at lunch
Peer pairs 1: Supervised by=DWH, Reserve mentor=, Ended on=, Why ended=
Peer meetings: Pair ID=P1, Date=2026-10-13, Happened=Yes, Minutes=25, Mini-goal=One page of the comic
Peer meetings 1: Goal done=Yes, Mentor enjoyed=4, Mentee enjoyed=5
Rewards: Pupil ID=004511, Date=2026-10-16, For=Helping a new pupil to find her way, Reward=Certificate
Training: Staff code=DWH, Date=2026-11-04, Title=Emotional literacy in school, Hours=2.5
Policies: Policy=Mentoring policy, Owner=Pastoral manager, Reviewed on=2026-06-10, Review by=2027-06-10
Rules: Rule=Mentoring review, On=Yes, Within=6, Unit=school weeks, Strength=Soft, Warn within=10
"""

_ROW = re.compile(r"(?P<sheet>[A-Z][A-Za-z ]*?)(?: (?P<which>\d+|also))?: (?P<cells>.*)")
_NEXT_CELL = re.compile(r", (?=[A-Z][A-Za-z0-9 %'’/-]*=)")


def example_rows(text: str) -> tuple[str, str, dict[str, str]]:
    """The sheet, which of its rows, and the cells of one example row."""
    found = _ROW.fullmatch(text)
    if found is None:
        raise ValueError(f"This is no example row: {text}")
    cells = dict(cell.split("=", 1) for cell in _NEXT_CELL.split(found["cells"]))
    return found["sheet"], found["which"] or "", cells


@cache
def _base() -> Mapping[str, list[dict[str, str]]]:
    sheets: Sheets = {}
    for line in _BASE.strip().splitlines():
        sheet, which, cells = example_rows(line)
        if which:
            sheets[sheet][int(which) - 1].update(cells)
        else:
            sheets.setdefault(sheet, []).append(cells)
    return sheets


def sheets_with(rows: Iterable[str] = ()) -> Sheets:
    """The sound workbook with the rows of an example laid over it."""
    sheets = {sheet: [dict(cells) for cells in of_sheet] for sheet, of_sheet in _base().items()}
    for line in rows:
        sheet, which, cells = example_rows(line)
        of_sheet = sheets.setdefault(sheet, [])
        if sheet == "Settings":
            of_sheet.append(cells)
        elif which == "also":
            first = of_sheet[0] if of_sheet else {}
            of_sheet.append({**first, **cells})
        else:
            of_sheet[int(which or 1) - 1].update(cells)
    return sheets


def grid_of(sheets: Sheets) -> MarkdownGrid:
    """The sheets as a grid; Settings stand one a line."""
    parts = []
    for sheet, rows in sheets.items():
        if sheet == "Settings":
            values = {name: value for row in rows for name, value in row.items()}
            table = [("Setting", "Value"), *values.items()]
        else:
            headings = tuple(dict.fromkeys(name for row in rows for name in row))
            table = [headings, *(tuple(row.get(name, "") for name in headings) for row in rows)]
        parts.append(f"# {sheet}")
        parts += [f"| {' | '.join(cells)} |" for cells in table]
    return MarkdownGrid("\n".join(parts))


def read(rows: Iterable[str] = ()) -> Reading:
    """The sound workbook, with the rows of an example laid over it, read."""
    return read_casebook(grid_of(sheets_with(rows)))


def inspect(casebook: Casebook, today: dt.date = TODAY) -> Inspection:
    """What the checks look at."""
    calendar = _calendar(casebook)
    return Inspection(casebook, calendar, tuple(due_dates(casebook, calendar, today)), today)


_CALENDARS: dict[str, SchoolCalendar] = {}


def _calendar(casebook: Casebook) -> SchoolCalendar:
    """The calendar; the same one for the same rows, since bank holidays take time to work out."""
    key = f"{casebook.settings.nation} {casebook.calendar}"
    if key not in _CALENDARS:
        _CALENDARS[key] = SchoolCalendar.from_periods(casebook.calendar, casebook.settings.nation)
    return _CALENDARS[key]


def problems_of(rows: Iterable[str] = ()) -> list[Problem]:
    """What the checks find in the workbook of an example."""
    return run_checks(inspect(read(rows).casebook))
