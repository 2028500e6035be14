"""Does anything stand on two rows that is one: an agency, a consent, a target, a reward, an ID?"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from operator import attrgetter

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import R, alike
from mentor_xl.problems import Severity, quoted_id

_KEYS: Mapping[str, str] = {
    "pupils": "pupil_id", "referrals": "referral_id", "cases": "case_id", "consents": "consent_id",
    "targets": "target_id", "agency_referrals": "agency_referral_id", "peer_pairs": "pair_id",
}  # fmt: skip
_LOOK_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})


@check("ids-look-alike", Severity.QUERY)
def ids_look_alike(seen: Inspection) -> Iterator[Finding]:
    """Can every ID be told from the others at a glance?

    Why: K1 and KI, or 4511 and 004511, are taken for one another, and a row lands with the wrong pupil.
    Do: If the two are one, keep one row. If not, give one of them another ID, here and where it is used.
    Fires: Consents also: Consent ID=KI, Purpose=Photographs
    Silent: Consents also: Consent ID=K9, Purpose=Photographs
    """
    for name, attribute in _KEYS.items():
        records = [record for record in getattr(seen.casebook, name) if getattr(record, attribute)]
        id_of = attrgetter(attribute)
        for first, again in alike(records, lambda record: _seen_as(id_of(record))):  # noqa: B023  used at once
            one, other = id_of(first), id_of(again)
            if one.casefold() != other.casefold():
                message = f"{quoted_id(other)} looks like {quoted_id(one)} in row {first.row_number}."
                yield Finding(again, attribute, message)


def _seen_as(typed: str) -> str:
    """An ID as the eye reads it: O as 0, I and l as 1, without leading zeros and dots."""
    if typed.isdigit():
        return typed.lstrip("0")
    plain = re.sub(r"^[^0-9a-z]+|[^0-9a-z]+$", "", typed.casefold())
    first = plain[:1] if plain[:1].isalpha() and plain[:1] != "o" else ""
    return first + plain[len(first) :].translate(_LOOK_ALIKE).lstrip("0")


@check("id-with-a-letter", Severity.QUERY)
def id_with_a_letter(seen: Inspection) -> Iterator[Finding]:
    """Where Pupil IDs are numbers, is every one of them?

    Why: A letter O among figures looks like 0, and no other sheet finds the pupil.
    Do: Type the ID again with the figure.
    Fires: Pupils also: Pupil ID=OO4512, UPN=, Legal forename=Thomas, Known as=
    Silent: Pupils also: Pupil ID=004512, UPN=, Legal forename=Thomas, Known as=
    """
    ids = [pupil.pupil_id for pupil in seen.casebook.pupils]
    if 2 * sum(map(str.isdigit, ids)) <= len(ids):
        return
    for pupil in seen.casebook.pupils:
        typed = pupil.pupil_id.casefold()
        if not typed.isdigit() and typed.translate(_LOOK_ALIKE).isdigit():
            yield Finding(pupil, "pupil_id", f"{quoted_id(pupil.pupil_id)} has a letter among its figures.")


@check("agency-twice", Severity.QUERY)
def agency_twice(seen: Inspection) -> Iterator[Finding]:
    """Has every agency one row?

    Why: Consent is for one agency by its name; with two names a referral rests on none.
    Do: Keep one row, and correct the name where the other is used.
    Fires: Agencies also: Agency=Hollowbridge C.A.M.H.S.
    Silent: Agencies also: Agency=Hollowbridge Counselling
    """
    for first, again in alike(seen.casebook.agencies, lambda row: folded(row.agency) or None):
        if first.agency.casefold() == again.agency.casefold():
            continue  # That is one ID on two rows, told when the workbook was read.
        yield Finding(again, "agency", f"This seems to be the agency of row {first.row_number}.")


@check("consent-twice", Severity.QUERY)
def consent_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every consent written down once?

    Why: When it is withdrawn on one row, the other still allows what the family no longer wants.
    Do: Delete the double; if a case or a referral names it, name the other there.
    Fires: Consents also: Consent ID=K9
    Silent: Consents also: Consent ID=K9, Given on=2026-11-02
    """
    return _twice(
        seen.casebook.consents,
        lambda row: (row.pupil_id, row.purpose, row.agency, row.basis, row.given_by, row.given_on),
        "consent_id",
        "the same consent",
    )


@check("target-twice", Severity.QUERY)
def target_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every target of a case there once?

    Why: It is counted twice, and the pupil reads it twice.
    Do: Delete the double; or say in the words of the target what is new in it.
    Fires: Targets also: Target ID=T2
    Silent: Targets also: Target ID=T2, Target=I will ask for help once a lesson.
    """
    return _twice(
        [row for row in seen.casebook.targets if row.status == "Open"],
        lambda row: (row.case_id, folded(row.target), row.set_on, row.review_by) if row.target else None,
        "target",
        "the same target",
    )


@check("reward-twice", Severity.QUERY)
def reward_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every reward written down once?

    Why: Two certificates would be printed for one thing.
    Do: Delete the double.
    Fires: Rewards also: Reward=Certificate
    Silent: Rewards also: For=Kindness at lunch
    """
    return _twice(
        seen.casebook.rewards,
        lambda row: (row.pupil_id, row.date, folded(row.for_ or ""), row.reward) if row.date else None,
        "for_",
        "the same reward",
    )


@check("training-twice", Severity.QUERY)
def training_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every training written down once?

    Why: Its hours are added up.
    Do: Delete the double.
    Fires: Training also: Hours=2.5
    Silent: Training also: Title=Loss and bereavement
    """
    return _twice(
        seen.casebook.training,
        lambda row: (row.staff_code, row.date, folded(row.title or "")) if row.date else None,
        "title",
        "the same training",
    )


def _twice(
    records: Iterable[R], key: Callable[[R], Hashable | None], attribute: str, what: str
) -> Iterator[Finding]:
    for first, again in alike(records, key):
        yield Finding(again, attribute, f"Row {first.row_number} has {what}.")
