"""What stands under each heading of a referral to an agency, and where it comes from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import Field

from mentor_xl.audience import SENSITIVE_BARRIERS, Audience
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, PupilFile
from mentor_xl.letters.agency_evidence import (
    attendance_lines,
    scores,
    step_lines,
    talking_points,
    time_with_a_mentor,
    worked_on,
)
from mentor_xl.letters.agency_forms import Form, FromMentoring, Part
from mentor_xl.name_at_home import called
from mentor_xl.records import AgencyReferral, BarrierAssessment, Referral


class Section(Context):
    """One heading of a referral, and what stands under it."""

    heading: str = Field(description="The heading.", examples=["What goes well"])
    text: str = Field(description="A paragraph; may be empty.", examples=["Kind to younger pupils."])
    points: tuple[str, ...] = Field(
        description="A bulleted list; may be empty.", examples=[["Short sentences"]]
    )
    table: str = Field(
        description="Which table follows: attendance, steps, targets or measures; or none.",
        examples=["attendance"],
    )


@dataclass(frozen=True)
class Told:
    """What one agency is told of one pupil: the referral's own row, and what its form lets through."""

    file: PupilFile
    referral: AgencyReferral
    form: Form
    tells_family: bool

    @property
    def how_long(self) -> str:
        """How long it has been a concern."""
        lent = self._lent("how long")
        return (lent.how_long_a_concern or "") if lent and "how long" in self.form.facts else ""

    @property
    def support_tried(self) -> str:
        """What was tried: the referral's own words, else those of the referral into mentoring."""
        lent = self._lent("tried")
        return self.referral.support_tried or (lent.strategies_tried if lent else None) or ""

    @property
    def strengths(self) -> str:
        """What goes well: no barrier is told by it."""
        came_in = _into_mentoring(self.file)
        return (came_in.strengths or "") if came_in and "strengths" in self.form.lends else ""

    @property
    def pupils_view(self) -> str:
        """The pupil's own words."""
        lent = self._lent("view")
        return (lent.pupils_view or "") if lent else ""

    @property
    def risks_known(self) -> str:
        """An agency hears of risk and care from the safeguarding lead alone (reference 6.2)."""
        name = self.file.casebook.settings.designated_safeguarding_lead
        lead = f"{name}, our designated safeguarding lead," if name else "our designated safeguarding lead"
        return f"Please speak with {lead} about risk and safeguarding before the first appointment."

    def _lent(self, what: FromMentoring) -> Referral | None:
        """The referral into mentoring, as far as it may be told of.

        What was written of a sensitive barrier is told to nobody but in the words of the agency referral
        itself, unless the agency is there for that very matter.
        """
        came_in = _into_mentoring(self.file)
        if (
            came_in is None
            or what not in self.form.lends
            or {"main_barrier", "other_barriers"} & came_in.unread
        ):
            return None
        barriers = {came_in.main_barrier, *(came_in.other_barriers or ())}
        return None if (SENSITIVE_BARRIERS & barriers) - self.form.is_about else came_in


def _into_mentoring(file: PupilFile) -> Referral | None:
    """The latest referral that brought the pupil to mentoring."""
    referrals = [r for r in file.casebook.referrals_of(file.pupil.pupil_id) if r.received_on]
    return max(referrals, key=lambda r: (r.received_on or file.today, r.row_number), default=None)


# -- the sections ----------------------------------------------------------------------------------


def sections_of(told: Told) -> tuple[Section, ...]:
    """The sections of a referral in the order of its form, without those that have nothing to say."""
    name = called(told.file.pupil, Audience.AGENCY)
    found = ((heading.format(name=name), _WRITTEN[part](told)) for part, heading in told.form.sections)
    return tuple(_section(heading, body) for heading, body in found if body.text or body.points or body.table)


def _section(heading: str, body: "_Body") -> Section:
    """One point alone is a paragraph, not a list."""
    if len(body.points) == 1 and not body.text:
        return Section(heading=heading, text=body.points[0], points=(), table=body.table)
    return Section(heading=heading, text=body.text, points=body.points, table=body.table)


@dataclass(frozen=True, slots=True)
class _Body:
    text: str = ""
    points: tuple[str, ...] = ()
    table: str = ""


def _reason(told: Told) -> _Body:
    return _Body(told.referral.reason or "")


def _tried(told: Told) -> _Body:
    return _Body(told.support_tried)


def _strengths(told: Told) -> _Body:
    return _Body(told.strengths)


def _view(told: Told) -> _Body:
    name = called(told.file.pupil, Audience.AGENCY)
    return _Body(told.pupils_view or f"{name} can say this best. Please begin by asking.")


def _family_view(told: Told) -> _Body:
    return _Body(
        "We have not written this down for the family. Please ask them." if told.tells_family else ""
    )


def _risks(told: Told) -> _Body:
    return _Body(told.risks_known)


def _evidence(told: Told) -> _Body:
    return _Body(points=evidence_of(told.file, told.form))


def evidence_of(file: PupilFile, form: Form) -> tuple[str, ...]:
    """What was seen of the matters that a kind of agency is there for, the latest of each, with its day."""
    about = form.is_about - SENSITIVE_BARRIERS
    latest: dict[str, BarrierAssessment] = {}
    for row in file.casebook.barriers:
        is_ours = row.pupil_id == file.pupil.pupil_id and row.barrier in about and row.evidence
        if is_ours and row.barrier and row.assessed_on and row.assessed_on <= file.today:
            before = latest.get(row.barrier)
            if before is None or (before.assessed_on or row.assessed_on) <= row.assessed_on:
                latest[row.barrier] = row
    return tuple(map(_seen, latest.values()))


def _seen(row: BarrierAssessment) -> str:
    evidence = (row.evidence or "").rstrip(".")
    return f"{evidence} ({in_words(row.assessed_on)})." if row.assessed_on else f"{evidence}."


def _attendance(told: Told) -> _Body:
    return _Body(table="attendance" if attendance_lines(told.file) else "")


def _steps(told: Told) -> _Body:
    return _Body(table="steps" if step_lines(told.file) else "")


def _targets(told: Told) -> _Body:
    return _Body(table="targets" if worked_on(told.file) else "")


def _measures(told: Told) -> _Body:
    return _Body(table="measures" if scores(told.file) else "")


def _done(told: Told) -> _Body:
    """What was tried, and the time with a mentor."""
    return _Body(points=tuple(filter(None, (told.support_tried, time_with_a_mentor(told.file)))))


def _talking(told: Told) -> _Body:
    return _Body(points=tuple(talking_points(told.file)))


_MAY_BE_NAMED = frozenset(
    {"Education welfare", "GP", "School nurse", "Speech and language", "Educational psychology"}
)
"""Kinds of agency of which it is no secret that they help a child."""


def _others(told: Told) -> _Body:
    """Other services that help at the moment, as far as it may be known."""
    return _Body(points=tuple(dict.fromkeys(_services(told))))


def _services(told: Told) -> Iterator[str]:
    book = told.file.casebook
    for other in book.agency_referrals_of(told.file.pupil.pupil_id):
        agency = book.agency(other.agency)
        is_at_work = other.outcome == "Accepted" and other.closed_on is None
        is_other = agency and agency.agency.casefold() != (told.referral.agency or "").casefold()
        if agency and is_other and is_at_work and agency.kind in _MAY_BE_NAMED:
            yield f"{agency.agency} ({agency.kind})"


def _practical(told: Told) -> _Body:
    return _Body(told.form.practical.format(name=called(told.file.pupil, Audience.AGENCY)))


_WRITTEN: Mapping[Part, Callable[[Told], _Body]] = {
    "reason": _reason, "evidence": _evidence, "attendance": _attendance, "steps": _steps,
    "strengths": _strengths, "tried": _tried, "targets": _targets, "done": _done,
    "talking": _talking, "view": _view, "family's view": _family_view,
    "others": _others, "measures": _measures, "practical": _practical, "risks": _risks,
}  # fmt: skip
