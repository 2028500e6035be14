"""Which measures does the Scales sheet of a new workbook come with? Names and ranges only, never an item."""

from mentor_xl.records import Scale
from mentor_xl.vocabulary import Better

_SDQ_AGAIN = 28
"""Days: a follow-up form covers one month (reference 2.5, SDQ re-assessment; check locally)."""
_BOXALL_AGAIN = 84
"""Days: twelve weeks, about a term (reference 2.5, Boxall re-assessment; check locally)."""
_SDQ_TABLE = "SDQ, teacher form, four bands"


def _scale(  # noqa: PLR0917  a row of a table
    measure: str,
    lowest: float | None,
    highest: float | None,
    better: Better,
    again: int | None = None,
    table: str | None = None,
) -> Scale:
    return Scale(
        measure=measure,
        lowest=lowest,
        highest=highest,
        better_is=better,
        repeat_no_sooner_than=again,
        band_table=table,
    )


SHIPPED_SCALES: tuple[Scale, ...] = (
    _scale("SDQ total difficulties", 0, 40, "Lower", _SDQ_AGAIN, _SDQ_TABLE),
    _scale("SDQ emotional problems", 0, 10, "Lower", _SDQ_AGAIN, _SDQ_TABLE),
    _scale("SDQ conduct problems", 0, 10, "Lower", _SDQ_AGAIN, _SDQ_TABLE),
    _scale("SDQ hyperactivity", 0, 10, "Lower", _SDQ_AGAIN, _SDQ_TABLE),
    _scale("SDQ peer problems", 0, 10, "Lower", _SDQ_AGAIN, _SDQ_TABLE),
    _scale("SDQ prosocial", 0, 10, "Higher", _SDQ_AGAIN, _SDQ_TABLE),
    _scale("Boxall developmental strands", None, None, "Higher", _BOXALL_AGAIN),
    _scale("Boxall diagnostic profile", None, None, "Lower", _BOXALL_AGAIN),
    _scale("Leuven well-being", 1, 5, "Higher"),
    _scale("Leuven involvement", 1, 5, "Higher"),
    _scale("Scaling question, 1 to 10", 1, 10, "Higher"),
    _scale("GAS T score", None, None, "Higher"),
    _scale("Lessons attended in a week", 0, None, "Higher"),
)
"""Reference 3.7. A range is blank where the reference gives none."""
