"""Was every consent given and judged by those who can, for what it names? (reference 6.6)"""

from collections.abc import Iterator

from mentor_xl.checks.givers import is_the_pupil
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded
from mentor_xl.checks.register import Finding, check
from mentor_xl.problems import Severity


@check("given-by-the-pupil", Severity.QUERY)
def given_by_the_pupil(seen: Inspection) -> Iterator[Finding]:
    """Where a parent agreed, is it the parent whose name stands there?

    Why: A pupil cannot agree as their own parent.
    Do: Fill in the parent's name; or change Basis to Pupil, with who judged that they understand enough.
    Fires: Consents: Basis=Parent, Given by=Rosie Hartley
    Silent: Consents: Basis=Parent, Given by=Mrs M Hartley
    """
    for consent in seen.casebook.consents:
        pupil = seen.casebook.pupil(consent.pupil_id)
        if consent.basis != "Parent" or pupil is None or not consent.given_by:
            continue
        family = {
            folded(f"{contact.forename or ''}{contact.surname or ''}")
            for contact in seen.casebook.contacts_of(consent.pupil_id)
        }
        if is_the_pupil(consent.given_by, pupil) and folded(consent.given_by) not in family:
            yield Finding(consent, "given_by", "Basis says Parent, and the pupil’s own name stands here.")


@check("judged-by-the-pupil", Severity.QUERY)
def judged_by_the_pupil(seen: Inspection) -> Iterator[Finding]:
    """Did somebody else than the pupil or the family judge that the pupil understands enough?

    Why: A professional who knows the pupil judges it, and writes down when (reference 6.6).
    Do: Fill in the name of the adult in school who judged it.
    Fires: Consents: Basis=Pupil, Competence judged by=Rosie Hartley
    Silent: Consents: Basis=Pupil, Competence judged by=Mrs N Okoye
    """
    for consent in seen.casebook.consents:
        pupil = seen.casebook.pupil(consent.pupil_id)
        judge = consent.competence_judged_by
        if pupil is not None and judge and is_the_pupil(judge, pupil):
            yield Finding(consent, "competence_judged_by", "The pupil’s own name stands here.")


@check("agency-not-meant", Severity.QUERY)
def agency_not_meant(seen: Inspection) -> Iterator[Finding]:
    """Is an agency named only on consents to a referral or to sharing?

    Why: With another purpose it covers no referral, and the family may have meant one.
    Do: Change Purpose to Agency referral; or clear Agency.
    Fires: Consents: Agency=Hollowbridge CAMHS
    Silent: Consents: Agency=
    """
    for consent in seen.casebook.consents:
        if consent.agency and consent.purpose in ("Mentoring", "Peer mentoring", "Photographs"):
            yield Finding(consent, "agency", f"An agency is named, and Purpose says {consent.purpose}.")
