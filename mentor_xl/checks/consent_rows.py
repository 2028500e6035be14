"""Was every consent given and judged by those who can, for what it names? (reference 6.6)"""

from collections.abc import Iterator

from mentor_xl.checks.givers import is_the_authoritys, is_the_pupil, who_gave
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded
from mentor_xl.checks.register import Finding, check
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.records import Consent
from mentor_xl.refusals import refused_in, taken_back_later


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


@check("given-for-the-authority", Severity.QUERY)
def given_for_the_authority(seen: Inspection) -> Iterator[Finding]:
    """Where a social worker agreed for a child in care, is there a care order?

    Why: Under a care order the authority may agree; in care by agreement, only the parents may.
    Do: If there is, choose Yes under Parental responsibility in the social worker's row of Contacts; if not,
        ask a parent.
    Fires:
        Pupils: Looked after=Looked after
        Contacts also: Priority=2, Title=Ms, Forename=Jo, Surname=Reid, Relationship=Social worker
        Contacts 3: Parental responsibility=Unknown
        Consents: Given by=Ms J Reid
    Silent:
        Pupils: Looked after=Looked after
        Contacts also: Priority=2, Title=Ms, Forename=Jo, Surname=Reid, Relationship=Social worker
    """
    asked = set()
    for consent in seen.casebook.consents:
        is_over = consent.withdrawn_on is not None or consent.pupil_id in asked
        if not is_over and is_the_authoritys(seen.casebook, consent) and not _has_order(seen, consent):
            asked.add(consent.pupil_id)
            message = "Given by a social worker; that is in order under a care order."
            yield Finding(consent, "given_by", message)


def _has_order(seen: Inspection, consent: Consent) -> bool:
    """Whether the social worker's row says that the authority has parental responsibility."""
    givers = who_gave(consent.given_by or "", seen.casebook.contacts_of(consent.pupil_id))
    return any(giver.parental_responsibility == "Yes" for giver in givers)


@check("consent-refused-in-words", Severity.QUERY)
def consent_refused_in_words(seen: Inspection) -> Iterator[Finding]:
    """Does no consent that is entered say in words that it was refused or taken back?

    Why: Such a row allows nothing, whatever its dates say.
    Do: If so, fill in Withdrawn on, and ask again on a row of its own; if not, take those words out.
    Fires: Consents: Given by=Mum refused
    Silent: Consents: Given by=Mum refused, Withdrawn on=2026-11-10
    """
    for consent in seen.casebook.consents:
        place = next(refused_in(seen.casebook, consent), None)
        if place and (consent.withdrawn_on is None or consent.withdrawn_on > seen.today):
            message = "It says that nobody agreed, or that it was taken back: this consent allows nothing."
            yield Finding(place, None, message, ref=consent.pupil_id)


@check("consent-taken-back", Severity.QUERY)
def consent_taken_back(seen: Inspection) -> Iterator[Finding]:
    """Is no consent that is relied on followed by a row for the same that is withdrawn?

    Why: The family took back what it had agreed to; which row they meant does not matter.
    Do: If so, fill in Withdrawn on in the earlier row too; if not, clear it here.
    Fires: Consents also: Consent ID=K9, Given on=2026-11-02, Withdrawn on=2026-11-10
    Silent: Consents also: Consent ID=K9, Given on=2026-09-02, Withdrawn on=2026-09-10
    """
    for consent in _relied_on(seen):
        row = taken_back_later(seen.casebook, consent, seen.today)
        if row and row.withdrawn_on and consent.withdrawn_on is None:
            day, earlier = short(row.withdrawn_on), quoted_id(consent.consent_id)
            message = f"Withdrawn on {day}; consent {earlier}, for the same, is relied on."
            yield Finding(row, "withdrawn_on", message)


def _relied_on(seen: Inspection) -> Iterator[Consent]:
    """The consents that an open case, an open referral or the peer pool names."""
    gates = (*(gate for _, gate in seen.mentoring_gates), *(gate for *_, gate in seen.agency_gates))
    pool = (seen.casebook.consent(row.consent_id) for row in seen.casebook.peer_pool)
    found = (*(gate.consent for gate in gates), *pool)
    yield from {one.consent_id: one for one in found if one is not None}.values()
