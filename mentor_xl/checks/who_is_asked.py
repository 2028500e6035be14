"""Is it clear of every contact who is asked first, who gets letters and who is kept away?"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank
from mentor_xl.problems import Severity


@check("restricted-but-lives-with", Severity.QUERY)
def restricted_but_lives_with(seen: Inspection) -> Iterator[Finding]:
    """Does nobody whom a court keeps away live with the pupil?

    Why: One of the two is wrong, and letters to the pupil's home hang on both.
    Do: Ask the safeguarding lead, and correct the one that is wrong.
    Fires: Contacts: Court restriction=Yes, Send letters=No
    Silent: Contacts: Court restriction=Yes, Send letters=No, Lives with pupil=No
    """
    for contact in seen.casebook.contacts:
        if contact.court_restriction and contact.lives_with_pupil:
            yield Finding(contact, "lives_with_pupil", "Court restriction says Yes, and so does this.")


@check("priority-below-one", Severity.QUERY)
def priority_below_one(seen: Inspection) -> Iterator[Finding]:
    """Do priorities begin at 1?

    Why: On letters and in an emergency, 1 is asked first.
    Do: Number the contacts of each pupil 1, 2, 3.
    Fires: Contacts: Priority=0
    Silent: Contacts: Priority=1
    """
    for contact in seen.casebook.contacts:
        if contact.priority == 0:
            yield Finding(contact, "priority", "Priority is 0; the first contact is number 1.")


@check("send-letters-unknown", Severity.QUERY)
def send_letters_unknown(seen: Inspection) -> Iterator[Finding]:
    """Is it known of every contact of a pupil on roll whether they get letters?

    Why: Blank is taken for nothing: letters to this person are held back until it says Yes or No.
    Do: Ask the office, and choose Yes or No.
    Fires: Contacts: Send letters=
    Silent: Contacts: Send letters=No
    """
    for contact in seen.casebook.contacts:
        if seen.has_left(contact.pupil_id) or contact.court_restriction:
            continue
        if is_blank(contact, "send_letters"):
            yield Finding(
                contact, "send_letters", "Send letters is blank: letters to this contact are held back."
            )
