"""How the caseload stands today: who has whom, what is late, who waits, who has no next review.

For those who lead on pastoral matters: pupils are named, and nothing of why they are there is told.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.documents import CaseloadFile, Context, Envelope, Wanted, report_on_caseload
from mentor_xl.letter_parts import staff_name, to_leader, who_signs
from mentor_xl.letter_parts.caseload import Figure, NamelessPage, bar, nameless_parts
from mentor_xl.problems import Severity
from mentor_xl.records import Case, StaffMember
from mentor_xl.reports.dates_of_all import DueLine, OpenLine, due_lines, without_review
from mentor_xl.reports.waiting import WaitingLine, longest_wait, waiting_lines
from mentor_xl.wording import count_of, in_a_list


class MentorLine(Context):
    """One mentor's part of the caseload."""

    mentor: str = Field(description="The mentor’s name.", examples=["Mrs Kathleen Salt"])
    active: str = Field(description="Cases that are active.", examples=["6"])
    paused: str = Field(description="Cases that are paused.", examples=["1"])
    places: str = Field(description="How many pupils at once; a dash if not recorded.", examples=["12"])
    free: str = Field(description="Places that are free, or by how many too full.", examples=["5 free"])
    bar: str = Field(description="Blank spaces that a shaded style turns into a bar.", examples=["   "])


class TierLine(Context):
    """The cases of one tier by status."""

    tier: str = Field(description="The tier.", examples=["Targeted"])
    active: str = Field(description="Active.", examples=["13"])
    paused: str = Field(description="Paused.", examples=["1"])
    waiting: str = Field(description="Waiting.", examples=["0"])


class CaseloadReport(NamelessPage):
    """What a report on the caseload can print."""

    cards: tuple[Figure, Figure, Figure, Figure] = Field(
        description="The four figures at the top.", examples=["16 active cases"]
    )
    summary: str = Field(
        description="A sentence or two that say how it stands.", examples=["5 dates are overdue."]
    )
    mentors: tuple[MentorLine, ...] = Field(
        description="The caseload by mentor.", examples=["Mrs Kathleen Salt, 6 active"]
    )
    tiers: tuple[TierLine, ...] = Field(description="The caseload by tier.", examples=["Targeted, 13 active"])
    late: tuple[DueLine, ...] = Field(
        description="What is overdue or to act on now.", examples=["Mentoring review, overdue"]
    )
    soon: tuple[DueLine, ...] = Field(description="What is due soon.", examples=["Target review, due soon"])
    waiting: tuple[WaitingLine, ...] = Field(
        description="Who waits, the most urgent first.", examples=["Mia Nguyễn, High, 14 days"]
    )
    without_review: tuple[OpenLine, ...] = Field(
        description="Open cases without a next review.", examples=["Tolu Adeyemi, C1"]
    )
    to_mend: str = Field(
        description="What is wrong in the workbook; empty where nothing is.",
        examples=["12 cells in the workbook hold errors."],
    )


@report_on_caseload(
    "Report on the caseload",
    to=(Audience.LEADER,),
    when="it is asked for",
    contexts=(CaseloadReport,),
)
def caseload_report(file: CaseloadFile) -> Iterator[Wanted]:
    """One for whoever leads on pastoral matters."""
    yield Wanted(
        row_key="caseload",
        to=(to_leader(file),),
        signs=who_signs(file, None),
        context=lambda envelope: _context(file, envelope),
    )


def _context(file: CaseloadFile, envelope: Envelope) -> CaseloadReport:
    cases = _open_cases(file)
    late = tuple(due_lines(file, ("overdue", "act now", "chase")))
    soon = tuple(due_lines(file, ("due soon",)))
    waiting = waiting_lines(file)
    mentors = tuple(_mentor_lines(file, cases))
    return CaseloadReport.model_validate(
        {
            **nameless_parts(file, envelope),
            "cards": (
                Figure(number=str(sum(case.status == "Active" for case in cases)), label="active cases"),
                Figure(number=str(len(waiting)), label="pupils waiting"),
                Figure(number=str(len(late)), label="overdue or to act on now"),
                Figure(number=_free_places(file, cases), label="free places"),
            ),
            "summary": _summary(late, soon, waiting),
            "mentors": mentors,
            "tiers": tuple(_tier_lines(cases)),
            "late": late,
            "soon": soon,
            "waiting": waiting,
            "without_review": tuple(without_review(file, cases)),
            "to_mend": _to_mend(file),
        }
    )


def _summary(late: Sequence[DueLine], soon: Sequence[DueLine], waiting: Sequence[WaitingLine]) -> str:
    dates = f"{count_of(len(late), 'date is', 'dates are')} overdue or to act on now"
    sentence = f"{dates[0].upper()}{dates[1:]}, and {_due_soon(len(soon))} due soon."
    return f"{sentence} {longest_wait(waiting)}".strip()


def _due_soon(number: int) -> str:
    return "none is" if number == 0 else count_of(number, "is", "are")


# -- cases ---------------------------------------------------------------------------------------------


def _open_cases(file: CaseloadFile) -> tuple[Case, ...]:
    """Cases that are open, of pupils who are here; those of an ID on two rows are counted too."""
    return tuple(
        case
        for case in file.casebook.cases
        if case.status in ("Active", "Paused", "Waiting") and not _has_left(file, case)
    )


def _has_left(file: CaseloadFile, case: Case) -> bool:
    pupil = file.casebook.pupil(case.pupil_id)
    return pupil is not None and pupil.leaving_date is not None and pupil.leaving_date < file.today


def _mentor_lines(file: CaseloadFile, cases: Sequence[Case]) -> Iterator[MentorLine]:
    """Everyone who has a case or a place for one; then the cases of codes that nobody has."""
    codes = Counter((case.mentor or "").casefold() for case in cases if case.status != "Waiting")
    for member in file.casebook.staff:
        is_here = member.left_on is None or member.left_on >= file.today
        if codes[member.staff_code.casefold()] or (member.places and is_here):
            yield _mentor_line(member, cases, is_here=is_here)
    known = {member.staff_code.casefold() for member in file.casebook.staff}
    others = [case for case in cases if (case.mentor or "").casefold() not in known]
    if others:
        yield _line("No mentor on the Staff sheet", others, None)


def _mentor_line(member: StaffMember, cases: Sequence[Case], *, is_here: bool) -> MentorLine:
    code = member.staff_code.casefold()
    own = [case for case in cases if (case.mentor or "").casefold() == code]
    name = staff_name(member) if is_here else f"{staff_name(member)} (has left)"
    return _line(name, own, member.places if is_here else None)


_FULLEST = 15
"""Active cases at which a mentor's bar is full: as many as one person can well have (reference 7)."""


def _line(name: str, cases: Sequence[Case], places: int | None) -> MentorLine:
    active = sum(case.status == "Active" for case in cases)
    free = None if places is None else places - active
    words = "" if free is None else f"{free} free" if free >= 0 else f"{-free} too many"
    return MentorLine(
        mentor=name,
        active=str(active),
        paused=str(sum(case.status == "Paused" for case in cases)),
        places="–" if places is None else str(places),
        free=words,
        bar=bar(min(active, _FULLEST), _FULLEST),
    )


def _free_places(file: CaseloadFile, cases: Sequence[Case]) -> str:
    """Over all mentors; one who has too many takes nothing from the others' places."""
    active = Counter((case.mentor or "").casefold() for case in cases if case.status == "Active")
    found = [
        max(0, member.places - active[member.staff_code.casefold()])
        for member in file.casebook.staff
        if member.places is not None and (member.left_on is None or member.left_on >= file.today)
    ]
    return str(sum(found)) if found else "–"


_TIERS = ("Intensive", "Targeted", "Universal", "Drop-in")


def _tier_lines(cases: Sequence[Case]) -> Iterator[TierLine]:
    counts = Counter((case.tier or "Not recorded", case.status) for case in cases)
    tiers = {tier for tier, _ in counts}
    for tier in (*_TIERS, "Not recorded"):
        if tier in tiers:
            active, paused, waiting = (str(counts[tier, s]) for s in ("Active", "Paused", "Waiting"))
            yield TierLine(tier=tier, active=active, paused=paused, waiting=waiting)


def _to_mend(file: CaseloadFile) -> str:
    """What in the workbook may make this report wrong."""
    errors = sum(problem.severity is Severity.ERROR for problem in file.problems)
    still_open = [case for case in file.casebook.cases if case.status != "Closed"]
    left = [case.case_id for case in still_open if _has_left(file, case)]
    sentences = []
    if errors:
        cells = count_of(errors, "cell in the workbook holds an error", "cells in the workbook hold errors")
        sentences.append(f"{cells}: what hangs on them is not counted here.")
    if left:
        one = len(left) == 1
        are = "is still open for a pupil" if one else "are still open for pupils"
        who = "who has left" if one else "who have left"
        sentences.append(f"{'Case' if one else 'Cases'} {in_a_list(left)} {are} {who}.")
    text = " ".join(sentences)
    return text[:1].upper() + text[1:]
