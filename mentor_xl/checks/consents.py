"""Is every consent whole: who gave it, who may, when, and for which agency? (reference 6.6)"""

from collections.abc import Iterator

from mentor_xl.checks.givers import is_named, is_the_authoritys, who_gave
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import filled_alone, is_blank, out_of_order
from mentor_xl.problems import Severity
from mentor_xl.records import Consent, Contact
from mentor_xl.refusals import says_refused


@check("withdrawn-before-given", Severity.ERROR)
def withdrawn_before_given(seen: Inspection) -> Iterator[Finding]:
    """Was every consent given before it was withdrawn?

    Why: From the day it is withdrawn it allows nothing.
    Do: Correct the date that is wrong.
    Fires: Consents: Given on=2026-09-18, Withdrawn on=2026-09-10
    Silent: Consents: Given on=2026-09-18, Withdrawn on=2026-11-10
    """
    message = "Withdrawn on, {later}, is before Given on, {earlier}."
    return out_of_order(seen.casebook.consents, "given_on", "withdrawn_on", message)


@check("consent-review-before-given", Severity.ERROR)
def consent_review_before_given(seen: Inspection) -> Iterator[Finding]:
    """Is every consent to be reviewed after it was given?

    Why: With a Review by before Given on it never held.
    Do: Correct the date that is wrong.
    Fires: Consents: Given on=2026-09-18, Review by=2026-09-17
    Silent: Consents: Given on=2026-09-18, Review by=2027-09-17
    """
    message = "Review by, {later}, is before Given on, {earlier}."
    return out_of_order(seen.casebook.consents, "given_on", "review_by", message)


@check("consent-names-no-agency", Severity.ERROR)
def consent_names_no_agency(seen: Inspection) -> Iterator[Finding]:
    """Does every consent to an agency referral name the agency?

    Why: A family agrees to one service at a time; consent to any service is consent to none.
    Do: Choose the agency that was talked about.
    Fires: Consents 2: Purpose=Agency referral, Agency=
    Silent: Consents 2: Purpose=Agency referral, Agency=Hollowbridge CAMHS
    """
    for consent in seen.casebook.consents:
        if consent.purpose == "Agency referral" and is_blank(consent, "agency"):
            yield Finding(consent, "agency", "It is for an agency referral, and names no agency.")


@check("given-without-responsibility", Severity.QUERY)
def given_without_responsibility(seen: Inspection) -> Iterator[Finding]:
    """Did everybody who gave consent as a parent have parental responsibility?

    Why: A carer without it cannot agree on a child's behalf; for a looked-after child the authority does.
    Do: Ask who has parental responsibility, and ask them; or correct it on Contacts.
    Fires: Contacts: Parental responsibility=No
    Silent: Contacts: Parental responsibility=Yes
    """
    for consent in seen.casebook.consents:
        if not _has_contact_without_responsibility(seen, consent):
            continue
        givers = _givers(seen, consent)
        answers = {contact.parental_responsibility for contact in givers}
        if is_the_authoritys(seen.casebook, consent):
            continue
        if givers and answers <= {"No", "Unknown"}:
            has = (
                "no parental responsibility"
                if "Unknown" not in answers
                else "unknown parental responsibility"
            )
            rows = " and ".join(str(contact.row_number) for contact in givers)
            yield Finding(consent, "given_by", f"Given by somebody with {has} (Contacts, row {rows}).")


@check("giver-not-a-contact", Severity.QUERY)
def giver_not_a_contact(seen: Inspection) -> Iterator[Finding]:
    """Is everybody who gave consent as a parent among the pupil's contacts?

    Why: Nobody can tell whether a stranger to the workbook may agree for the child.
    Do: Write the name as on Contacts; or add the person there.
    Fires: Consents: Given by=Mr P Larkin
    Silent: Consents: Given by=Mrs M Hartley
    """
    for consent in seen.casebook.consents:
        contacts = seen.casebook.contacts_of(consent.pupil_id)
        if not (contacts and _is_a_parents(consent) and consent.given_by) or says_refused(consent.given_by):
            continue
        pupil = seen.casebook.pupil(consent.pupil_id)
        if pupil is not None and not is_named(consent.given_by, contacts, pupil):
            yield Finding(consent, "given_by", "Nobody of this name is among the pupil's contacts.")


@check("giver-missing", Severity.QUERY)
def giver_missing(seen: Inspection) -> Iterator[Finding]:
    """Does every consent say who gave it?

    Why: Letters and agencies say who agreed; a consent of nobody convinces nobody.
    Do: Fill in the name of the person who agreed.
    Fires: Consents: Given by=
    Silent: Consents: Given by=Mrs M Hartley
    """
    for consent in seen.casebook.consents:
        if consent.basis not in (None, "Not required") and is_blank(consent, "given_by"):
            yield Finding(consent, "given_by", "It does not say who gave it.")


@check("competence-not-judged", Severity.QUERY)
def competence_not_judged(seen: Inspection) -> Iterator[Finding]:
    """Where a pupil agreed alone, did somebody judge that they understand enough?

    Why: Under 16 it is never taken for granted, and no age settles it (reference 6.6).
    Do: Write down who judged it; or ask a parent as well.
    Fires: Consents: Basis=Pupil, Competence judged by=
    Silent: Consents: Basis=Pupil, Competence judged by=Mrs N Okoye
    """
    for consent in seen.casebook.consents:
        if consent.basis != "Pupil" or consent.override_by or _is_sixteen(seen, consent):
            continue
        if is_blank(consent, "competence_judged_by"):
            message = "The pupil agreed alone; it does not say who judged that they understand enough."
            yield Finding(consent, "competence_judged_by", message)


@check("young-person-not-asked", Severity.QUERY)
def young_person_not_asked(seen: Inspection) -> Iterator[Finding]:
    """Did everybody of 16 and over agree themselves?

    Why: From 16 a young person decides about their own help (reference 6.6).
    Do: Ask them, and change Basis to Parent and pupil.
    Fires:
        Pupils: Date of birth=2010-03-17, Year group=
        Consents: Basis=Parent
    Silent: Consents: Basis=Parent
    """
    for consent in seen.casebook.consents:
        if consent.basis == "Parent" and _is_sixteen(seen, consent) and not seen.has_left(consent.pupil_id):
            yield Finding(consent, "basis", "Only a parent agreed, and the pupil was 16 or over.")


@check("override-without-reason", Severity.QUERY)
def override_without_reason(seen: Inspection) -> Iterator[Finding]:
    """Does every decision to share without consent have a reason?

    Why: It releases a referral only when both are there: who decided, and why.
    Do: Fill in Override reason in one line; never what the child said.
    Fires: Consents: Override by=Mrs N Okoye, Override reason=
    Silent: Consents: Override by=Mrs N Okoye, Override reason=Asking first would raise the risk.
    """
    message = "Override by is filled, and Override reason is blank."
    return filled_alone(seen.casebook.consents, "override_by", "override_reason", message)


@check("override-by-nobody", Severity.QUERY)
def override_by_nobody(seen: Inspection) -> Iterator[Finding]:
    """Does every decision to share without consent say who took it?

    Why: It releases a referral only when both are there: who decided, and why.
    Do: Fill in Override by, usually the safeguarding lead.
    Fires: Consents: Override by=, Override reason=Asking first would raise the risk.
    Silent: Consents: Override by=, Override reason=
    """
    message = "Override reason is filled, and Override by is blank."
    return filled_alone(seen.casebook.consents, "override_reason", "override_by", message)


def _is_a_parents(consent: Consent) -> bool:
    return consent.basis in ("Parent", "Parent and pupil")


def _has_contact_without_responsibility(seen: Inspection, consent: Consent) -> bool:
    contacts = seen.casebook.contacts_of(consent.pupil_id)
    return any(contact.parental_responsibility in ("No", "Unknown") for contact in contacts)


def _givers(seen: Inspection, consent: Consent) -> tuple[Contact, ...]:
    """The contacts who may be meant by *Given by*, where a parent was to agree."""
    if not (_is_a_parents(consent) and consent.given_by) or consent.withdrawn_on is not None:
        return ()
    return who_gave(consent.given_by, seen.casebook.contacts_of(consent.pupil_id))


def _is_sixteen(seen: Inspection, consent: Consent) -> bool:
    """Whether the pupil was 16 or over when the consent was given."""
    pupil = seen.casebook.pupil(consent.pupil_id)
    if pupil is None or pupil.date_of_birth is None or consent.given_on is None:
        return False
    born, given = pupil.date_of_birth, consent.given_on
    return (given.year - born.year) - ((given.month, given.day) < (born.month, born.day)) >= 16


@check("given-by-restricted", Severity.QUERY)
def given_by_restricted(seen: Inspection) -> Iterator[Finding]:
    """Was no consent given by somebody whom a court keeps away?

    Why: Asking that person may put the child in danger, and what a court took away may be the right to agree.
    Do: Ask the safeguarding lead before anything is sent; then ask another parent.
    Fires:
        Contacts: Court restriction=Yes, Send letters=No
        Contacts also: Priority=2, Title=Mr, Forename=Alan, Court restriction=No, Send letters=Yes
    Silent: Contacts: Court restriction=No
    """
    for consent in seen.casebook.consents:
        if consent.withdrawn_on is not None or not consent.given_by or consent.basis == "Pupil":
            continue
        contacts = seen.casebook.contacts_of(consent.pupil_id)
        if not any(contact.court_restriction for contact in contacts):
            continue
        givers = who_gave(consent.given_by, contacts)
        if givers and all(contact.court_restriction for contact in givers):
            rows = " and ".join(str(contact.row_number) for contact in givers)
            yield Finding(
                consent, "given_by", f"Given by somebody with a court restriction (Contacts, row {rows})."
            )


@check("consent-not-required", Severity.QUERY)
def consent_not_required(seen: Inspection) -> Iterator[Finding]:
    """Was somebody asked for every consent to mentoring?

    Why: Mentoring is never without consent; Not required serves only agencies that need none.
    Do: Ask the family, and choose whose consent it is.
    Fires: Consents: Basis=Not required
    Silent: Consents 2: Basis=Not required
    """
    for consent in seen.casebook.consents:
        if consent.purpose in ("Mentoring", "Peer mentoring") and consent.basis == "Not required":
            yield Finding(consent, "basis", f"Basis says Not required, for {consent.purpose.lower()}.")
