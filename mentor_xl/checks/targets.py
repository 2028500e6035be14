"""Can the action plan be followed: barriers, targets, steps and passports, in order and dated?"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike, filled_alone, is_filled, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id

MOST_OPEN_TARGETS = 4


@check("barrier-assessed-twice", Severity.QUERY)
def barrier_assessed_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every barrier assessed once on a day?

    Why: Two answers on one day cannot both be shown.
    Do: Keep the one that was agreed.
    Fires: Barriers also: Severity=1
    Silent: Barriers also: Barrier=Attendance
    """
    rows = (row for row in seen.casebook.barriers if row.assessed_on and row.barrier)
    for first, again in alike(rows, lambda row: (row.pupil_id, row.assessed_on, row.barrier, row.instrument)):
        yield Finding(
            again, "barrier", f"The same barrier was assessed that day in row {first.row_number} too."
        )


# -- targets ---------------------------------------------------------------------------------------


@check("review-before-set", Severity.ERROR)
def review_before_set(seen: Inspection) -> Iterator[Finding]:
    """Is every target to be reviewed after it was set?

    Why: A target needs time; its review date is counted on.
    Do: Correct Review by or Set on.
    Fires: Targets: Set on=2026-10-05, Review by=2026-09-04
    Silent: Targets: Set on=2026-10-05, Review by=2026-12-04
    """
    message = "Review by, {later}, is before Set on, {earlier}."
    return out_of_order(seen.casebook.targets, "set_on", "review_by", message)


@check("scored-before-set", Severity.ERROR)
def scored_before_set(seen: Inspection) -> Iterator[Finding]:
    """Was every target set before it was scored?

    Why: A score belongs to the time after the target was set.
    Do: Correct Scored on or Set on.
    Fires: Targets: Set on=2026-10-05, Score=1, Scored on=2026-09-04
    Silent: Targets: Set on=2026-10-05, Score=1, Scored on=2026-11-13
    """
    message = "Scored on, {later}, is before Set on, {earlier}."
    return out_of_order(seen.casebook.targets, "set_on", "scored_on", message)


@check("score-without-date", Severity.ERROR)
def score_without_date(seen: Inspection) -> Iterator[Finding]:
    """Does every score have the day on which it was given?

    Why: Without it nobody can say how far the pupil had come by when.
    Do: Fill in Scored on.
    Fires: Targets: Score=1, Scored on=
    Silent: Targets: Score=1, Scored on=2026-11-13
    """
    message = "There is a score, and Scored on is blank."
    return filled_alone(seen.casebook.targets, "score", "scored_on", message)


@check("date-without-score", Severity.QUERY)
def date_without_score(seen: Inspection) -> Iterator[Finding]:
    """Does every target with a day of scoring have a score?

    Why: The progress report counts targets that were scored.
    Do: Fill in the score, from −2 to 2; or clear Scored on.
    Fires: Targets: Score=, Scored on=2026-11-13
    Silent: Targets: Score=0, Scored on=2026-11-13
    """
    message = "Scored on is filled, and there is no score."
    return filled_alone(seen.casebook.targets, "scored_on", "score", message)


@check("score-against-status", Severity.QUERY)
def score_against_status(seen: Inspection) -> Iterator[Finding]:
    """Do score and status of every target agree?

    Why: A score of 0 or more means reached as hoped or better; below 0, not yet.
    Do: Correct the score or the status.
    Fires: Targets: Status=Met, Score=-1, Scored on=2026-11-13
    Silent: Targets: Status=Partly met, Score=-1, Scored on=2026-11-13
    """
    for target in seen.casebook.targets:
        score, status = target.score, target.status
        if score is not None and ((status == "Met" and score < 0) or (status == "Not met" and score >= 0)):
            yield Finding(
                target, "score", f"The score is {score}, and the status is {status}.".replace("-", "−")
            )


@check("target-set-outside-case", Severity.QUERY)
def target_set_outside_case(seen: Inspection) -> Iterator[Finding]:
    """Was every target set while its case was running?

    Why: It may belong to another case, or one of the dates is wrong.
    Do: Correct Set on or the Case ID.
    Fires: Targets: Set on=2026-09-07
    Silent: Targets: Set on=2026-09-21
    """
    for target in seen.casebook.targets:
        case = seen.casebook.case(target.case_id)
        if case is None or target.set_on is None:
            continue
        if case.started_on is not None and target.set_on < case.started_on:
            message = f"It was set on {short(target.set_on)}; the case started on {short(case.started_on)}."
            yield Finding(target, "set_on", message)
        elif case.closed_on is not None and target.set_on > case.closed_on:
            message = f"It was set on {short(target.set_on)}; the case closed on {short(case.closed_on)}."
            yield Finding(target, "set_on", message)


@check("open-target-of-closed-case", Severity.QUERY)
def open_target_of_closed_case(seen: Inspection) -> Iterator[Finding]:
    """Was every target of a closed case looked at?

    Why: How a case ended is told by its targets.
    Do: Choose Met, Partly met, Not met or Changed.
    Fires: Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Planned end
    Silent: Cases: Status=Paused
    """
    for target in seen.casebook.targets:
        case = seen.casebook.case(target.case_id)
        if target.status == "Open" and case is not None and case.status == "Closed":
            message = f"Case {quoted_id(case.case_id)} is closed, and this target is open."
            yield Finding(target, "status", message)


@check("many-open-targets", Severity.QUERY)
def many_open_targets(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil have few enough open targets to keep in mind?

    Why: Two or three small steps are walked; a list of five is only read.
    Do: Keep the ones that matter most to the pupil, and mark the others Changed.
    Fires:
        Targets also: Target ID=T2
        Targets also: Target ID=T3
        Targets also: Target ID=T4
        Targets also: Target ID=T5
    Silent: Targets also: Target ID=T2
    """
    for case in seen.casebook.cases:
        open_targets = [t for t in seen.casebook.targets_of_case(case.case_id) if t.status == "Open"]
        if case.status == "Active" and len(open_targets) > MOST_OPEN_TARGETS:
            yield Finding(case, None, f"{len(open_targets)} targets are open at once.")


# -- steps -----------------------------------------------------------------------------------------


@check("step-twice", Severity.QUERY)
def step_twice(seen: Inspection) -> Iterator[Finding]:
    """Does every step of a ladder have one row for each day it was tried?

    Why: Two rows of one number with one day tell one try twice.
    Do: Give the steps numbers of their own, or delete the double.
    Fires: Steps also: What=Art lesson, sitting near the door
    Silent: Steps also: Planned for=2026-10-19, Done on=2026-10-19
    """
    rows = (row for row in seen.casebook.steps if row.step is not None)
    for first, again in alike(rows, lambda row: (row.pupil_id, row.step, row.planned_for, row.done_on)):
        yield Finding(again, "step", f"Row {first.row_number} has step {again.step} on the same day.")


@check("step-outcome-without-day", Severity.QUERY)
def step_outcome_without_day(seen: Inspection) -> Iterator[Finding]:
    """Does every step that was tried have its day?

    Why: A graded return is told day by day, and stepping back is a normal part of it.
    Do: Fill in Done on; or choose Not tried.
    Fires: Steps: Outcome=Managed, Done on=
    Silent: Steps: Outcome=Not tried, Done on=
    """
    for step in seen.casebook.steps:
        if step.outcome not in (None, "Not tried") and not is_filled(step, "done_on"):
            yield Finding(step, "done_on", f"The outcome is {step.outcome}, and Done on is blank.")


@check("step-day-without-outcome", Severity.QUERY)
def step_day_without_outcome(seen: Inspection) -> Iterator[Finding]:
    """Does every step with a day have its outcome?

    Why: The next step follows from how this one went.
    Do: Choose Managed, Partly or Stepped back.
    Fires: Steps: Outcome=, Done on=2026-10-12
    Silent: Steps: Outcome=Stepped back, Done on=2026-10-12
    """
    message = "Done on is filled, and there is no outcome."
    return filled_alone(seen.casebook.steps, "done_on", "outcome", message)


# -- passports -------------------------------------------------------------------------------------


@check("passport-review-before-version", Severity.ERROR)
def passport_review_before_version(seen: Inspection) -> Iterator[Finding]:
    """Is every passport to be reviewed after it was agreed?

    Why: Its review is due on that day.
    Do: Correct Review by or Version date.
    Fires: Passports: Version date=2026-09-28, Review by=2026-09-21
    Silent: Passports: Version date=2026-09-28, Review by=2027-03-22
    """
    message = "Review by, {later}, is before Version date, {earlier}."
    return out_of_order(seen.casebook.passports, "version_date", "review_by", message)


@check("passport-not-agreed", Severity.QUERY)
def passport_not_agreed(seen: Inspection) -> Iterator[Finding]:
    """Was every passport agreed with somebody, the pupil above all?

    Why: It speaks in the pupil's name.
    Do: Go through it with the pupil, and fill in Agreed with.
    Fires: Passports: Agreed with=
    Silent: Passports: Agreed with=Pupil and mother
    """
    message = "It does not say who agreed it."
    return filled_alone(seen.casebook.passports, "version_date", "agreed_with", message)
