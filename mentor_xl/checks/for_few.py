"""Does a cell speak of a theme that is for few readers only, and has a person to be asked about it?"""

from mentor_xl.audience import Audience, Release, release
from mentor_xl.casebook import Casebook
from mentor_xl.checks.free_text import Written, is_note
from mentor_xl.records import Agency, AgencyReferral, Review, Scale, columns_of
from mentor_xl.sensitive import DISCLOSURE, Spot, may_read, spots_in
from mentor_xl.sensitive.readers import DRUGS, EATING, PREGNANCY, SELF_HARM, SOCIAL_CARE

_SOCIAL_CARES_OWN = frozenset(
    (
        "Looked-after review", "Personal education plan", "Core group", "Child protection conference",
        "Child in need review", "Early help review",
    )
)  # fmt: skip
"""Reviews whose very name speaks of social care: their rows are not asked about it."""
_OWN_ACTS = frozenset({SELF_HARM, EATING, DRUGS, PREGNANCY})
_PRINTED = frozenset({Release.FULL, Release.SUMMARY})
_OUTSIDE = frozenset(Audience) - {Audience.LEADER, Audience.GOVERNORS}


def sensitive_spots(written: Written) -> tuple[Spot, ...]:
    """Where a cell speaks of a theme for few readers; a disclosure is another question."""
    is_their_own = isinstance(written.record, Review) and written.record.review in _SOCIAL_CARES_OWN
    return tuple(
        spot
        for spot in spots_in(written.text)
        if spot.theme != DISCLOSURE and not (is_their_own and spot.theme == SOCIAL_CARE)
    )


def disclosed_spots(written: Written) -> tuple[Spot, ...]:
    """Where a cell tells what was done to a child, or what a child fears.

    What a child does to themself or takes is told under its own theme: a service that is there for it may
    read of it.
    """
    spots = spots_in(written.text)
    own = [spot for spot in spots if spot.theme in _OWN_ACTS]
    return tuple(
        spot
        for spot in spots
        if spot.theme == DISCLOSURE
        and not any(one.begins < spot.ends and spot.begins < one.ends for one in own)
    )


def may_be_disclosed(written: Written) -> bool:
    """Whether a person is asked about a disclosure; of an own act where nothing else asks about it."""
    is_for_leaders = is_note(written) and not _is_told_outside(written)
    return is_for_leaders or bool(disclosed_spots(written))


def is_asked_about(written: Written, casebook: Casebook) -> bool:
    """Whether words for few readers in a cell are a question to a person.

    They are where a shipped template may print the cell for somebody who is no leader. What is chosen from a
    list, the name of an agency or a measure, and what a service is told that is there for it are no slips.
    """
    spots = sensitive_spots(written) if _is_told_outside(written) else ()
    agency = casebook.agency(written.record.agency) if isinstance(written.record, AgencyReferral) else None
    kind = agency.kind or "" if agency else ""
    return any(not may_read(spot.theme, Audience.AGENCY, kind) for spot in spots)


def _is_told_outside(written: Written) -> bool:
    columns = columns_of(type(written.record))
    column = next((column for column in columns if column.attribute == written.attribute), None)
    return (
        column is not None
        and (column.base in ("text", "text;", "note") or column.heading == "Group")
        and not isinstance(written.record, Agency | Scale)
        and any(release(audience, column.group) in _PRINTED for audience in _OUTSIDE)
    )
