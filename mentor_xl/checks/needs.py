"""Do SEN status, types, plan dates and care agree with one another on Pupils? (reference 2.1, 2.2, 3.2)"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank, is_filled, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity


@check("sen-type-missing", Severity.ERROR)
def sen_type_missing(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil with SEN status K or E have a type of need?

    Why: The spring census asks for it, and help is planned by it (reference 3.2).
    Do: Ask the SENCO. NSA says that nobody has assessed the type yet.
    Fires: Pupils: SEN status=K, SEN type 1=
    Silent: Pupils: SEN status=K, SEN type 1=NSA
    """
    for pupil in seen.casebook.pupils:
        if pupil.sen_status in ("K", "E") and all(is_blank(pupil, f"sen_type_{n}") for n in (1, 2)):
            yield Finding(
                pupil, "sen_type_1", f"SEN status is {pupil.sen_status}, and no type of need is given."
            )


@check("sen-type-without-need", Severity.ERROR)
def sen_type_without_need(seen: Inspection) -> Iterator[Finding]:
    """Are types of need given only to pupils with SEN status K or E?

    Why: One of the two is wrong, and letters to agencies tell both (reference 3.2).
    Do: Correct the status, or clear the type.
    Fires: Pupils: SEN status=N, SEN type 1=SEMH
    Silent: Pupils: SEN status=N, SEN type 1=
    """
    for pupil in seen.casebook.pupils:
        for attribute in ("sen_type_1", "sen_type_2") if pupil.sen_status == "N" else ():
            if is_filled(pupil, attribute):
                yield Finding(
                    pupil, attribute, f"SEN status is N, and type {getattr(pupil, attribute)} is given."
                )
                break


@check("not-assessed-with-plan", Severity.ERROR)
def not_assessed_with_plan(seen: Inspection) -> Iterator[Finding]:
    """Is NSA used only with SEN status K?

    Why: NSA means that no specialist has assessed the need; a plan rests on an assessment (reference 3.2).
    Do: Take the type of need from the plan.
    Fires: Pupils: SEN status=E, SEN type 1=NSA, EHCP issued=2026-03-02
    Silent: Pupils: SEN status=K, SEN type 1=NSA
    """
    for pupil in seen.casebook.pupils:
        for attribute in ("sen_type_1", "sen_type_2") if pupil.sen_status == "E" else ():
            if getattr(pupil, attribute) == "NSA":
                yield Finding(
                    pupil, attribute, "SEN status is E, and the type is NSA, which goes only with K."
                )


@check("sen-types-alike", Severity.ERROR)
def sen_types_alike(seen: Inspection) -> Iterator[Finding]:
    """Are the two types of need different?

    Why: The second type is for a second need (reference 3.2).
    Do: Clear SEN type 2, or choose the second need.
    Fires: Pupils: SEN type 1=SEMH, SEN type 2=SEMH
    Silent: Pupils: SEN type 1=SEMH, SEN type 2=SLCN
    """
    for pupil in seen.casebook.pupils:
        if pupil.sen_type_1 is not None and pupil.sen_type_1 == pupil.sen_type_2:
            yield Finding(pupil, "sen_type_2", f"Both types of need are {pupil.sen_type_1}.")


@check("second-type-alone", Severity.QUERY)
def second_type_alone(seen: Inspection) -> Iterator[Finding]:
    """Is a second type of need given only where there is a first?

    Why: The first is the main need; the types are ranked (reference 3.2).
    Do: Move it to SEN type 1, or fill in the main need.
    Fires: Pupils: SEN type 1=, SEN type 2=SLCN
    Silent: Pupils: SEN type 1=SLCN, SEN type 2=
    """
    for pupil in seen.casebook.pupils:
        if pupil.sen_status in ("K", "E") and is_blank(pupil, "sen_type_1") and pupil.sen_type_2 is not None:
            yield Finding(pupil, "sen_type_1", "A second type of need is given, and no first.")


# -- plans -----------------------------------------------------------------------------------------


@check("plan-without-status", Severity.QUERY)
def plan_without_status(seen: Inspection) -> Iterator[Finding]:
    """Does everybody with a plan have SEN status E?

    Why: Annual reviews are asked for by the status; a plan that ceased has no review.
    Do: Change SEN status to E; or clear the dates of a plan that has ceased.
    Fires: Pupils: SEN status=K, EHCP issued=2026-03-02
    Silent: Pupils: SEN status=E, EHCP issued=2026-03-02
    """
    for pupil in seen.casebook.pupils:
        issued = pupil.ehcp_issued
        if issued is not None and pupil.sen_status in ("N", "K"):
            message = f"A plan was issued on {short(issued)}, and SEN status is {pupil.sen_status}."
            yield Finding(pupil, "sen_status", message)


@check("plan-reviewed-before-issue", Severity.QUERY)
def plan_reviewed_before_issue(seen: Inspection) -> Iterator[Finding]:
    """Was every plan issued before its last annual review?

    Why: The next review is counted from the later of the two; a new plan may follow a review.
    Do: Check both dates with the plan.
    Fires: Pupils: SEN status=E, EHCP issued=2026-03-02, EHCP last review=2025-12-01
    Silent: Pupils: SEN status=E, EHCP issued=2025-03-02, EHCP last review=2025-12-01
    """
    message = "EHCP last review, {later}, is before EHCP issued, {earlier}."
    return out_of_order(seen.casebook.pupils, "ehcp_issued", "ehcp_last_review", message)


@check("plan-issued-before-birth", Severity.ERROR)
def plan_issued_before_birth(seen: Inspection) -> Iterator[Finding]:
    """Was every plan issued after the pupil was born?

    Why: One of the two dates is wrong.
    Do: Correct the wrong one.
    Fires: Pupils: SEN status=E, EHCP issued=2013-03-02
    Silent: Pupils: SEN status=E, EHCP issued=2026-03-02
    """
    message = "EHCP issued, {later}, is before the date of birth."
    return out_of_order(seen.casebook.pupils, "date_of_birth", "ehcp_issued", message)


# -- care ------------------------------------------------------------------------------------------


@check("care-date-without-care", Severity.QUERY)
def care_date_without_care(seen: Inspection) -> Iterator[Finding]:
    """Is everybody with a day of coming into care looked after, now or earlier?

    Why: The personal education plan is asked for only while Looked after says so.
    Do: Choose Looked after or Previously looked after; or clear Came into care.
    Fires: Pupils: Looked after=No, Came into care=2026-10-26
    Silent: Pupils: Looked after=Previously looked after, Came into care=2022-10-26
    """
    for pupil in seen.casebook.pupils:
        came = pupil.came_into_care
        if came is not None and (pupil.looked_after == "No" or is_blank(pupil, "looked_after")):
            message = f"Came into care says {short(came)}, and Looked after does not say so."
            yield Finding(pupil, "looked_after", message)


@check("care-disagrees", Severity.QUERY)
def care_disagrees(seen: Inspection) -> Iterator[Finding]:
    """Do Looked after and Social care status agree?

    Why: Who is invited and who is written to hang on them.
    Do: Ask the safeguarding lead which is right, and correct the other.
    Fires: Pupils: Looked after=No, Social care status=Looked after
    Silent: Pupils: Looked after=Looked after, Came into care=2025-10-27, Social care status=Looked after
    """
    for pupil in seen.on_roll:
        if pupil.social_care_status is None or "looked_after" in pupil.unread:
            continue
        says_care = pupil.social_care_status == "Looked after"
        if says_care != (pupil.looked_after == "Looked after"):
            yield Finding(pupil, "social_care_status", "Looked after and Social care status disagree.")


@check("in-care-before-birth", Severity.ERROR)
def in_care_before_birth(seen: Inspection) -> Iterator[Finding]:
    """Did every pupil come into care after they were born?

    Why: One of the two dates is wrong.
    Do: Correct the wrong one.
    Fires: Pupils: Looked after=Looked after, Came into care=2013-10-26
    Silent: Pupils: Looked after=Looked after, Came into care=2026-10-26
    """
    message = "Came into care, {later}, is before the date of birth."
    return out_of_order(seen.casebook.pupils, "date_of_birth", "came_into_care", message)


@check("carers-not-listed", Severity.QUERY)
def carers_not_listed(seen: Inspection) -> Iterator[Finding]:
    """Are the social worker and the virtual school head of every looked-after pupil among the contacts?

    Why: Letters about a looked-after pupil go to them too (reference 5.2).
    Do: Add a row on Contacts for each, with their office's address.
    Fires: Pupils: Looked after=Looked after, Came into care=2025-10-27
    Silent:
        Pupils: Looked after=Looked after, Came into care=2025-10-27
        Contacts also: Priority=2, Relationship=Social worker, Lives with pupil=No
        Contacts also: Priority=3, Relationship=Virtual school head, Lives with pupil=No
    """
    for pupil in seen.on_roll:
        if pupil.looked_after != "Looked after":
            continue
        listed = {contact.relationship for contact in seen.casebook.contacts_of(pupil.pupil_id)}
        missing = [who for who in ("Social worker", "Virtual school head") if who not in listed]
        if missing:
            message = f"Not among the contacts: {' and '.join(missing).lower()}."
            yield Finding(pupil, "looked_after", message)
