"""When is a child in need plan, or early help for a family, to be looked at? (reference 2.2)

All of these are local: authorities differ, and a school compares the numbers with its own authority's.
"""

import datetime as dt

from mentor_xl.deadlines.courses import Find, GoesOn, once_unrecorded, since, the_first, the_next
from mentor_xl.deadlines.rule import DeadlineRule
from mentor_xl.records import Event, Pupil
from mentor_xl.vocabulary import Nation, ReviewKind, SocialCare, Unit

_ENGLAND: tuple[Nation, ...] = ("England",)


def _while_on(status: SocialCare) -> GoesOn:
    """A blank status ends nothing: the column may not be kept."""

    def goes_on(pupil: Pupil, event: Event, today: dt.date) -> bool:
        is_over = event.ends_on is not None and event.ends_on < today
        return not is_over and pupil.social_care_status in (None, status)

    return goes_on


def _rule(  # noqa: PLR0917  a row of a table
    slug: str,
    reference: str,
    name: str,
    amount: int,
    unit: Unit,
    source: str,
    find: Find,
    review: ReviewKind | None,
    *,
    is_authority_clock: bool,
) -> DeadlineRule:
    held = (("Reviews", "Held on"),) if review else ()
    return DeadlineRule(
        slug=slug,
        reference=reference,
        name=name,
        amount=amount,
        unit=unit,
        strength="soft",
        check_locally=True,
        source=f"Local procedures: {source} (reference 2.2)",
        nations=_ENGLAND,
        is_authority_clock=is_authority_clock,
        review=review,
        uses=(("Events", "Date"), ("Events", "Ends on"), ("Pupils", "Social care status"), *held),
        find=find,
    )


_IN_NEED, _EARLY = _while_on("Child in need"), _while_on("Early help")

FAMILY_HELP_RULES = (
    _rule(
        "in-need-planning",
        "CIN-P",
        "Child in need planning meeting",
        10,
        "working days",
        "within 10 to 15 working days",
        since("Child in need plan started", the_first, _IN_NEED),
        "Child in need review",
        is_authority_clock=True,
    ),
    _rule(
        "in-need-review",
        "CIN-R",
        "Child in need review",
        12,
        "weeks",
        "within 12 weeks of the one before; disability teams 26",
        since("Child in need plan started", the_next, _IN_NEED),
        "Child in need review",
        is_authority_clock=True,
    ),
    _rule(
        "early-help-first",
        "EH-TAF1",
        "First early help review",
        6,
        "weeks",
        "within 6 weeks",
        since("Early help started", the_first, _EARLY),
        "Early help review",
        is_authority_clock=False,
    ),
    _rule(
        "early-help-review",
        "EH-TAF",
        "Early help review",
        6,
        "weeks",
        "6 to 12 weeks after the one before",
        since("Early help started", the_next, _EARLY),
        "Early help review",
        is_authority_clock=False,
    ),
    _rule(
        "early-help-again",
        "EH-12M",
        "Early help assessed again",
        12,
        "months",
        "assessed again after 12 months where the outcomes are not met",
        since("Early help started", once_unrecorded, _EARLY),
        None,
        is_authority_clock=False,
    ),
)
