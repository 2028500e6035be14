"""Are scores and scales as their forms have them: whole points, the right way up? (reference 3.7)"""

from collections import Counter
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded_words
from mentor_xl.checks.register import Finding, check
from mentor_xl.problems import Severity
from mentor_xl.records import Scale

ENOUGH_WHOLE = 5
"""Whole scores on a scale from which on one with a fraction stands out."""


@check("score-not-whole", Severity.QUERY)
def score_not_whole(seen: Inspection) -> Iterator[Finding]:
    """Is every score in whole points where its form gives whole points?

    Why: A half point on such a form is a slip, and bands and averages go by it.
    Do: Take the score again from the form.
    Fires: Measures: Score=17.5
    Silent: Measures: Score=17
    """
    rows = [row for row in seen.casebook.measures if row.score is not None and row.measure]
    broken = [row for row in rows if row.score is not None and row.score != int(row.score)]
    if not broken:
        return
    whole = Counter(row.measure for row in rows)
    whole.subtract(row.measure for row in broken)
    some = Counter(row.measure for row in broken)
    for row in broken:
        scale = seen.casebook.scale(row.measure)
        stands_out = whole[row.measure] >= ENOUGH_WHOLE * some[row.measure] and _has_whole_ends(scale)
        if "sdq" in folded_words(row.measure or "") or stands_out:
            yield Finding(row, "score", f"The score is {row.score:g}; this form gives whole points.")


def _has_whole_ends(scale: Scale | None) -> bool:
    ends = (scale.lowest, scale.highest) if scale else ()
    return bool(ends) and all(end is not None and end == int(end) for end in ends)


@check("scale-unlike-its-form", Severity.QUERY)
def scale_unlike_its_form(seen: Inspection) -> Iterator[Finding]:
    """Do the SDQ and Leuven scales run as their forms do?

    Why: Every score on the scale is checked and shown by its range.
    Do: Correct Lowest and Highest: 0 to 40 for the SDQ total, 0 to 10 for its parts, 1 to 5 for Leuven.
    Fires: Scales: Highest=400
    Silent: Scales: Highest=40
    """
    for scale in seen.casebook.scales:
        form = _range_of_form(scale)
        if form is None:
            continue
        for attribute, value, right in (
            ("lowest", scale.lowest, form[0]), ("highest", scale.highest, form[1]),
        ):  # fmt: skip
            if value is not None and value != right:
                heading = attribute.capitalize()
                yield Finding(scale, attribute, f"{heading} is {value:g}; on this form it is {right}.")


@check("scale-wrong-way-up", Severity.QUERY)
def scale_wrong_way_up(seen: Inspection) -> Iterator[Finding]:
    """Is it clear of the SDQ and Leuven scales which way is better?

    Why: The wrong way round, a report shows a pupil who gets on well as getting worse.
    Do: Choose Lower for difficulties; Higher for prosocial, well-being and involvement.
    Fires: Scales: Better is=Higher
    Silent: Scales: Better is=Lower
    """
    for scale in seen.casebook.scales:
        form = _range_of_form(scale)
        if form is not None and scale.better_is is not None and scale.better_is != form[2]:
            message = f"Better is says {scale.better_is}; here {form[2].lower()} is better."
            yield Finding(scale, "better_is", message)


def _range_of_form(scale: Scale) -> tuple[int, int, str] | None:
    """Lowest, highest, and which way is better, on a form that is known."""
    words = set(folded_words(scale.measure))
    if "leuven" in words:
        return 1, 5, "Higher"
    if "sdq" not in words or words & {"impact", "internalising", "externalising"}:
        return None
    if "prosocial" in words:
        return 0, 10, "Higher"
    if words & {"emotional", "conduct", "hyperactivity", "peer"}:
        return 0, 10, "Lower"
    return (0, 40, "Lower") if "total" in words else None


@check("repeat-gap-unlikely", Severity.QUERY)
def repeat_gap_unlikely(seen: Inspection) -> Iterator[Finding]:
    """May every measure be taken again within a school year?

    Why: Until then it is not asked for again.
    Do: Type the number of days; 28 is four weeks.
    Fires: Scales: Repeat no sooner than=2800
    Silent: Scales: Repeat no sooner than=28
    """
    for scale in seen.casebook.scales:
        days = scale.repeat_no_sooner_than
        if days is not None and days > 400:
            yield Finding(scale, "repeat_no_sooner_than", f"Repeat no sooner than is {days} days.")


@check("behaviour-count-unlikely", Severity.QUERY)
def behaviour_count_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Are the counts of behaviour as high as they can be in their period?

    Why: One figure with a nought too many spoils every total.
    Do: Take the figure again from your school's system.
    Fires: Behaviour: Suspension sessions=200
    Silent: Behaviour: Suspension sessions=4
    """
    for row in seen.casebook.behaviour:
        days = seen.calendar.count_school_days(row.from_, row.to) if row.from_ and row.to else None
        if days and row.suspension_sessions is not None and row.suspension_sessions > 2 * days:
            message = f"{row.suspension_sessions} sessions of suspension in {days} school days."
            yield Finding(row, "suspension_sessions", message)
        for attribute in ("positive_points", "negative_points", "removals"):
            count = getattr(row, attribute)
            if count is not None and count > (5000 if "points" in attribute else 500):
                yield Finding(row, attribute, f"The count is {count}.")
