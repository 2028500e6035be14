"""What mentoring came to this school year: for those who lead, and for the governing board.

Aggregates only, and none so small that it could be about somebody (reference 6.3). Governors are told how
it stood when the last half term ended, those who lead how it stands today.
"""

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import in_words
from mentor_xl.documents import CaseloadFile, Edition, Envelope, Refusal, Wanted, report_on_caseload
from mentor_xl.letter_parts import staff_name, to_leader, who_signs
from mentor_xl.letter_parts.caseload import (
    HIDDEN,
    CountLine,
    CountTable,
    Figure,
    NamelessPage,
    bar,
    nameless_parts,
    to_governors,
)
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import Session
from mentor_xl.reports.evaluation_figures import (
    BEFORE_AND_SINCE,
    FILLED_IN_BY,
    TARGETS,
    attendance,
    attended_share,
    hours_by_use,
    outcomes,
    service,
    who,
)
from mentor_xl.reports.half_term import as_it_stood, end_of_last_half_term, no_half_term
from mentor_xl.reports.safe_tables import TOO_FEW, lines
from mentor_xl.reports.supported import (
    Supported,
    one_for_each_pupil,
    school_year_began,
    supported_this_year,
)
from mentor_xl.small_numbers import least_shown
from mentor_xl.wording import count_of

_TABLE = ["Special educational needs: No special educational needs 12, SEN support –"]


class EvaluationReport(NamelessPage):
    """What an evaluation can print. Every figure in it is about several pupils."""

    period: str = Field(
        description="The time it covers.", examples=["Figures up to 23 October 2026, from 1 September 2026"]
    )
    cards: tuple[Figure, Figure, Figure, Figure] = Field(
        description="The four figures at the top.", examples=["19 pupils supported"]
    )
    summary: str = Field(
        description="A sentence or two that say what it comes to.",
        examples=["19 pupils had mentoring in this time."],
    )
    who: tuple[CountTable, ...] = Field(description="Who was supported.", examples=_TABLE)
    service: tuple[CountTable, ...] = Field(description="What was done.", examples=_TABLE)
    outcomes: tuple[CountTable, ...] = Field(description="How it went.", examples=_TABLE)
    cost: CountTable = Field(description="Time and cost.", examples=["Hours with pupils 86"])
    cannot_say: tuple[str, ...] = Field(
        description="What the figures cannot say.", examples=["They do not show what caused a change."]
    )
    least_shown: int = Field(description="The smallest count that is shown.", examples=[5])


class LeaderEvaluation(EvaluationReport):
    """What the leader's edition can print besides."""

    mentors: CountTable = Field(description="Hours by mentor.", examples=["Mrs Kathleen Salt 31"])


@report_on_caseload(
    "Evaluation of mentoring",
    to=(Audience.LEADER, Audience.GOVERNORS),
    when="it is asked for: once a term, and at the end of the school year; to governors as it stood when the "
    "last half term ended",
    contexts=(LeaderEvaluation, EvaluationReport),
)
def evaluation_report(file: CaseloadFile) -> Iterator[Wanted]:
    """One for those who lead, and one for the governing board."""
    yield _wanted(file, file, to_leader(file), school_year_began(file))
    day = end_of_last_half_term(file)
    told = as_it_stood(file, day) if day else file
    yield _wanted(file, told, to_governors(file), day)


def _wanted(file: CaseloadFile, told: CaseloadFile, to: Recipient | NoLetter, day: dt.date | None) -> Wanted:
    """One edition: ``told`` is the file as it tells of it, ``day`` what sets it apart from its others."""
    supported = supported_this_year(told)
    pupils = frozenset(one.pupil.pupil_id for one in supported)
    least = least_shown(file.casebook.settings.hide_counts_below)
    return Wanted(
        row_key=day.isoformat() if day else "",
        to=(to,),
        signs=who_signs(file, None),
        context=lambda envelope: _context(file, told, envelope, supported),
        refusal=_too_few(told, supported) if day else no_half_term(file),
        edition=None if told is file else Edition(told.today, pupils, least),
    )


def _too_few(file: CaseloadFile, supported: tuple[Supported, ...]) -> Refusal | None:
    """Of fewer pupils than may be told, nothing can be."""
    least = least_shown(file.casebook.settings.hide_counts_below)
    if len(one_for_each_pupil(supported)) >= least:
        return None
    until = f"in the school year up to {in_words(file.today)}"
    why = f"Fewer than {least} pupils had mentoring {until}: each figure would tell of one."
    return Refusal(why, "too-few-pupils")


def _context(
    file: CaseloadFile, told: CaseloadFile, envelope: Envelope, supported: tuple[Supported, ...]
) -> EvaluationReport:
    least = least_shown(file.casebook.settings.hide_counts_below)
    time = _Time(told, supported)
    figures = {
        "outcomes": (*outcomes(told, supported, least), attendance(told, supported, least)),
        "who": who(told, supported, least),
        "service": service(told, supported, least),
    }
    fields: dict[str, object] = {
        **nameless_parts(file, envelope),
        "period": f"Figures up to {in_words(told.today)}, from {in_words(school_year_began(told))}",
        "cards": _cards(told, supported, time),
        "summary": _summary(supported),
        **{name: tuple(t for t in tables if t.note != TOO_FEW) for name, tables in figures.items()},
        "cost": _cost(time),
        "cannot_say": tuple(_cannot_say(least, [table for tables in figures.values() for table in tables])),
        "least_shown": least,
    }
    if envelope.to.audience is Audience.GOVERNORS:
        return EvaluationReport.model_validate(fields)
    return LeaderEvaluation.model_validate({**fields, "mentors": _mentors(told)})


class _Time:
    """The hours of the school year, and what they cost."""

    def __init__(self, file: CaseloadFile, supported: tuple[Supported, ...]) -> None:
        self.pupils = len(one_for_each_pupil(supported))
        self.uses = hours_by_use(file, school_year_began(file))
        self.hours = self.uses.get("Mentoring", 0.0)
        costs = [_cost_of(file, session) for session in sessions_held(file)]
        self.cost = sum(cost for cost in costs if cost is not None)
        self.has_cost = bool(costs) and None not in costs

    @property
    def pounds_a_pupil(self) -> str:
        """``£84``; a dash where no hourly cost is kept."""
        return f"£{self.cost / self.pupils:,.0f}" if self.has_cost and self.pupils else HIDDEN


def sessions_held(file: CaseloadFile) -> tuple[Session, ...]:
    """The sessions of mentoring that a mentor gave this school year, groups among them."""
    began = school_year_began(file)
    return tuple(
        session
        for session in file.casebook.sessions
        if session.date
        and began <= session.date <= file.today
        and session.minutes
        and file.is_sound(session, "minutes")
        and session.attended != "Cancelled by school"
        and session.time_outside_mentoring in (None, "Mentoring")
    )


def _cost_of(file: CaseloadFile, session: Session) -> float | None:
    mentor = file.casebook.staff_member(session.mentor)
    hourly = (mentor.hourly_cost if mentor else None) or file.casebook.settings.hourly_cost
    return None if hourly is None else hourly * (session.minutes or 0) / 60


def _cards(
    file: CaseloadFile, supported: tuple[Supported, ...], time: _Time
) -> tuple[Figure, Figure, Figure, Figure]:
    least = least_shown(file.casebook.settings.hide_counts_below)
    attended = attended_share(file, supported, least).partition(" ")[0]
    return (
        Figure(number=str(time.pupils), label="pupils supported"),
        Figure(number=attended, label="of sessions attended"),
        Figure(number=f"{time.hours:.0f}", label="hours of mentoring"),
        Figure(number=time.pounds_a_pupil, label="cost a pupil"),
    )


def _summary(supported: tuple[Supported, ...]) -> str:
    pupils = len(one_for_each_pupil(supported))
    return (
        f"{pupils} pupils had mentoring in this time: how it went, who they were as a group, what was done "
        "and what it took."
    )


def _cost(time: _Time) -> CountTable:
    title = "Time and cost"
    uses = sorted(time.uses.items(), key=_by_use)
    said = [(_USES.get(use, use), count_of(round(hours), "hour")) for use, hours in uses]
    if not said:
        return CountTable(title=title, lines=(), note="No sessions were written down this school year.")
    if time.has_cost:
        said.append(("Cost of the time with pupils", f"£{time.cost:,.0f}"))
        said.append(("Cost a pupil", time.pounds_a_pupil))
        note = "Minutes written down, times the hourly cost on the Staff and Settings sheets. Nothing else."
    else:
        note = "The Staff and Settings sheets have no hourly cost for every mentor, so none is worked out."
    return lines(title, said, note)


_USES = {"Mentoring": "Mentoring", "Cover": "Covering lessons", "Admin": "Office work", "Duty": "On duty"}


def _by_use(item: tuple[str, float]) -> tuple[int, str]:
    uses = list(_USES)
    return (uses.index(item[0]) if item[0] in uses else len(uses), item[0])


def _mentors(file: CaseloadFile) -> CountTable:
    """Hours of mentoring by mentor: about the work of adults, with no pupil in it."""
    minutes: dict[str, int] = {}
    for session in sessions_held(file):
        member = file.casebook.staff_member(session.mentor)
        name = staff_name(member) if member else "Not on the Staff sheet"
        minutes[name] = minutes.get(name, 0) + (session.minutes or 0)
    longest = max(minutes.values(), default=0)
    found = tuple(
        CountLine(label=name, count=f"{worked / 60:.0f}", bar=bar(worked, longest))
        for name, worked in sorted(minutes.items())
    )
    return CountTable(
        title="Hours of mentoring by mentor", lines=found, note="" if found else "There were none."
    )


def _cannot_say(least: int, tables: list[CountTable]) -> Iterator[str]:
    """What every such report has to say of itself, and what its tables call for."""
    untold = [table.title for table in tables if table.note == TOO_FEW]
    told = {table.title for table in tables} - set(untold)
    if untold:
        yield f"Too few pupils stand behind these to tell them: {'; '.join(untold)}."
    yield "They do not show what caused a change. Other help was going on too, and pupils are growing up."
    yield "Pupils often begin mentoring when things are hardest. Some would have come further without it."
    if BEFORE_AND_SINCE in told:
        yield "Attendance before and since is from different parts of the year."
    if any(FILLED_IN_BY in title for title in told):
        yield "Measures count only pupils who filled them in twice, each compared with themself."
    if TARGETS in told:
        yield "Targets are each pupil’s own: they cannot be compared with those of another school."
    yield f"Counts below {least} stand together with others; a dash stands for what is about too few."
    yield "Marks and examination results are not claimed for mentoring."
