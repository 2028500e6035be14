"""An account of mentoring that went on, from which nobody can tell whose it was: for colleagues elsewhere.

The leader's copy comes with what to look at before the other leaves the school. Neither prints a reference:
whoever holds the workbook could look one up.
"""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.documents import NOBODY, Context, Envelope, PupilFile, Refusal, Wanted, report
from mentor_xl.letter_parts import latest_case, sound_score, to_leader, who_signs
from mentor_xl.letter_parts.caseload import NamelessPage, nameless_parts
from mentor_xl.progress import changes, count_sessions, sessions_of_case
from mentor_xl.recipients import Recipient
from mentor_xl.records import Case, Target
from mentor_xl.reports.anonymity import Description, description_of, names_in, names_nobody
from mentor_xl.reports.windows import windows_of
from mentor_xl.small_numbers import least_shown
from mentor_xl.vocabulary import APPROACHES
from mentor_xl.wording import SCORE_WORDS, Greeting, in_a_list


class StudyTarget(Context):
    """A target of the study."""

    target: str = Field(description="The pupil’s words.", examples=["Ask for help once a day"])
    score: int | None = Field(description="From −2 to 2; none where not scored.", examples=[1])
    score_words: str = Field(description="What the score says.", examples=["More than hoped"])


class CaseStudy(NamelessPage):
    """What a case study can print. There is no pupil in it, no day and no reference."""

    pseudonym: str = Field(description="A name that nobody in the workbook has.", examples=["Alex"])
    who: str = Field(description="Who it is about.", examples=["Alex is a pupil in Years 7 to 9."])
    why: str = Field(
        description="Why mentoring began; may be empty.", examples=["Mentoring began because of"]
    )
    what_was_done: str = Field(description="How much, and how.", examples=["They met about 10 times."])
    approaches: tuple[str, ...] = Field(description="The approaches used.", examples=["Time-out card"])
    targets: tuple[StudyTarget, ...] = Field(description="What was worked on.", examples=["Ask for help"])
    what_helped: tuple[str, ...] = Field(description="What helped.", examples=["A quiet corner"])
    changes: tuple[str, ...] = Field(
        description="What changed, in words.", examples=["Attendance is higher than before."]
    )
    left_out: int = Field(description="How many texts were left out.", examples=[2])
    at_least: int = Field(description="How many pupils fit the description at least.", examples=[5])


@report(
    "Case study without names",
    to=(Audience.LEADER, Audience.SCHOOL),
    when="a person asks for it, for one pupil",
    contexts=(CaseStudy,),
    on_request=True,
)
def case_study(file: PupilFile) -> Iterator[Wanted]:
    """One to look over, and one to pass on, for a pupil whom somebody named."""
    case = latest_case(file)
    if not file.is_asked_for or case is None:
        return
    description = description_of(file)
    yield Wanted(
        row_key=case.case_id,
        to=(to_leader(file), _to_colleagues(file)),
        signs=who_signs(file, case.mentor),
        context=partial(_context, file, case, description or Description()),
        drawn_from=(case,),
        refusal=_nothing_yet(file, case) or (None if description else _too_rare(file)),
        may_mention=(NOBODY,),
    )


def _to_colleagues(file: PupilFile) -> Recipient:
    greeting = Greeting("", "For colleagues in other schools", "")
    return Recipient(Audience.SCHOOL, f"Pupils!{file.pupil.row_number}", greeting)


def _nothing_yet(file: PupilFile, case: Case) -> Refusal | None:
    """A study of nothing helps nobody: some target has to have been looked at."""
    if any(_was_looked_at(file, target) for target in file.casebook.targets_of_case(case.case_id)):
        return None
    why = "No target of this case has been scored or met, so there is nothing yet to learn from."
    return Refusal(why, "nothing-to-tell")


def _was_looked_at(file: PupilFile, target: Target) -> bool:
    return target.status == "Met" or sound_score(file, target) is not None


def _too_rare(file: PupilFile) -> Refusal:
    least = least_shown(file.casebook.settings.hide_counts_below)
    why = f"Fewer than {least} pupils of the caseload fit even the plainest description of this one."
    return Refusal(why, "too-few-pupils")


def _context(file: PupilFile, case: Case, description: Description, envelope: Envelope) -> CaseStudy:
    names = names_in(file.casebook)
    pseudonym = _pseudonym(names)
    targets = [t for t in file.casebook.targets_of_case(case.case_id) if t.target]
    told = [target for target in targets if names_nobody(target.target or "", names)]
    helped = [target.help_needed for target in told if target.help_needed and _went_well(file, target)]
    kept = [text for text in helped if names_nobody(text, names)]
    return CaseStudy.model_validate(
        {
            **nameless_parts(file, envelope, instead_of_reference="Case study"),
            "pseudonym": pseudonym,
            "who": _who(pseudonym, description),
            "why": _why(description),
            "what_was_done": _what_was_done(file, case, pseudonym),
            "approaches": _approaches(file, case),
            "targets": tuple(_study_target(file, target) for target in told),
            "what_helped": tuple(dict.fromkeys(kept)),
            "changes": tuple(_changes(file, case)),
            "left_out": len(targets) - len(told) + len(helped) - len(kept),
            "at_least": least_shown(file.casebook.settings.hide_counts_below),
        }
    )


# -- who ---------------------------------------------------------------------------------------------

_PSEUDONYMS = ("Alex", "Robin", "Sam", "Jordan", "Charlie", "Morgan", "Casey", "Riley", "Kit", "Ash")


def _pseudonym(names: frozenset[str]) -> str:
    """The first that nobody in the workbook is called: the same for every pupil, so that it tells nothing."""
    return next((name for name in _PSEUDONYMS if name.casefold() not in names), "Pupil A")


def _who(pseudonym: str, description: Description) -> str:
    years = f" in {description.years}" if description.years else ""
    need = {"": "", "additional needs": " with additional needs"}.get(
        description.need, f" with additional needs in the area of {description.need}"
    )
    return f"{pseudonym} is a pupil{years}{need}. The name is not the pupil’s own."


def _why(description: Description) -> str:
    reason = description.reason
    if not reason:
        return ""
    lowered = reason if reason.startswith("English") else f"{reason[:1].lower()}{reason[1:]}"
    return f"Mentoring began because of {lowered}."


# -- what was done -----------------------------------------------------------------------------------


def _what_was_done(file: PupilFile, case: Case, pseudonym: str) -> str:
    """How long and how often, rounded: an exact number of meetings could be looked up."""
    sessions = count_sessions(sessions_of_case(file.casebook, case), file.today)
    rounded = 5 * max(1, round(sessions.attended / 5))
    often = f"about {rounded} times" if sessions.attended >= 3 else "a few times"
    return f"{pseudonym} and a mentor met {often} over {_how_long(file, case)}."


def _how_long(file: PupilFile, case: Case) -> str:
    end = case.closed_on or file.today
    weeks = (end - (case.started_on or end)) / dt.timedelta(days=7)
    if weeks < 5:
        return "a few weeks"
    return "about half a term" if weeks < 9 else "about a term" if weeks < 18 else "more than a term"


_TELLS_A_REASON = frozenset({"Low-demand", "Graded return", "Family work", "Mediation"})
"""Approaches that say of whom they are used what a pupil needs, or why mentoring began."""


def _approaches(file: PupilFile, case: Case) -> tuple[str, ...]:
    """Only approaches of the shipped list: a school's own may name somebody. What tells a reason has to be
    in use with as many pupils as may be counted.
    """
    told = approaches_of(file, case) & set(APPROACHES)
    least = least_shown(file.casebook.settings.hide_counts_below)
    for approach in told & _TELLS_A_REASON:
        others = {one.pupil_id for one in file.casebook.cases if approach in approaches_of(file, one)}
        if len(others) < least:
            told -= {approach}
    return tuple(sorted(told))


def approaches_of(file: PupilFile, case: Case) -> set[str]:
    """The approaches of a case's sessions and targets."""
    used = {session.approach for session in sessions_of_case(file.casebook, case)}
    used |= {target.strategy for target in file.casebook.targets_of_case(case.case_id)}
    return {approach for approach in used if approach}


def _study_target(file: PupilFile, target: Target) -> StudyTarget:
    score = sound_score(file, target)
    words = "Not scored yet" if score is None else SCORE_WORDS[score]
    return StudyTarget(target=target.target or "", score=score, score_words=words)


def _went_well(file: PupilFile, target: Target) -> bool:
    score = sound_score(file, target)
    return target.status == "Met" or (score is not None and score >= 0)


def _changes(file: PupilFile, case: Case) -> Iterator[str]:
    """Directions and no figures: a figure could be looked up."""
    found = changes(file.casebook, file.casebook.measures_of(case.pupil_id), file.today)
    said: dict[str, list[str]] = {}
    for change in found:
        said.setdefault(change.in_words, []).append(_BY[change.informant])
    for words, by in said.items():
        yield f"Questionnaires filled in by {in_a_list(list(dict.fromkeys(by)))}: {words}."
    windows = windows_of(file, case)
    if windows:
        before, since = (100 * window.attended // window.possible for window in windows)
        way = "higher than" if since > before + 1 else "lower than" if since < before - 1 else "much as"
        yield f"Attendance is {way} {'it was ' if way == 'much as' else ''}before."


_BY = {"Teacher": "a teacher", "Parent": "a parent or carer", "Pupil": "the pupil", "Mentor": "the mentor"}
