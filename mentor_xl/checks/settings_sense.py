"""Do the settings and the rows of Staff make sense: sizes, names, roles?"""

import re
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.records import StaffMember

MOST_DAYS_AHEAD = 60
"""School days, a term: further ahead everything would be due soon."""
MOST_HIDDEN = 20
MOST_PLACES = 50
_SELDOM_MENTORS = frozenset({"Parent", "Pupil", "Office staff", "School nurse"})
_TOO_LARGE_FOR_ITS_HEAD = frozenset({"Secondary", "All-through"})
"""Phases in which a headteacher mentors no one; in a small primary school they may."""


@check("due-soon-unlikely", Severity.QUERY)
def due_soon_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Is a date due soon a few weeks before it comes?

    Why: With 0 nobody is warned; with hundreds of days everything is due soon, and nothing stands out.
    Do: Choose from 1 to 60 school days; blank means 15.
    Fires: Settings: Due soon within=300
    Silent: Settings: Due soon within=15
    """
    days = seen.casebook.settings.due_soon_within
    if days is not None and (days == 0 or days > MOST_DAYS_AHEAD):
        yield Finding(seen.casebook.settings, "due_soon_within", f"Due soon within is {days} school days.")


@check("counts-all-hidden", Severity.QUERY)
def counts_all_hidden(seen: Inspection) -> Iterator[Finding]:
    """Do reports to governors still show most counts?

    Why: Above 20, nearly every count of a caseload is hidden, and the report says nothing.
    Do: Set it to a number from 5 to 20; blank means 5.
    Fires: Settings: Hide counts below=50
    Silent: Settings: Hide counts below=10
    """
    lowest = seen.casebook.settings.hide_counts_below
    if lowest is not None and lowest > MOST_HIDDEN:
        yield Finding(seen.casebook.settings, "hide_counts_below", f"Hide counts below is {lowest}.")


@check("website-shape", Severity.QUERY)
def website_shape(seen: Inspection) -> Iterator[Finding]:
    """Is the school's website an address on the web?

    Why: Letters print it, and families type it as it stands.
    Do: Type it as www.example.org; an e-mail address belongs under Email.
    Fires: Settings: Website=office@example.org
    Silent: Settings: Website=www.example.org
    """
    website = seen.casebook.settings.website
    if website and ("@" in website or not re.search(r"\w\.\w", website) or " " in website):
        yield Finding(seen.casebook.settings, "website", "This is not the address of a website.")


@check("setting-not-a-name", Severity.QUERY)
def setting_not_a_name(seen: Inspection) -> Iterator[Finding]:
    """Do the settings for people hold names?

    Why: Letters print them as the name of the person to turn to.
    Do: Type the name with title, as in Mrs N Okoye.
    Fires: Settings: Headteacher=head@example.org
    Silent: Settings: Headteacher=Mr A Lindqvist
    """
    settings = seen.casebook.settings
    for attribute in ("headteacher", "senco", "designated_safeguarding_lead", "pastoral_manager"):
        name: str | None = getattr(settings, attribute)
        if name and re.search(r"[@\d=]", name):
            yield Finding(settings, attribute, "This is not a name alone: there are figures or signs in it.")


# -- staff -----------------------------------------------------------------------------------------


@check("role-not-of-staff", Severity.QUERY)
def role_not_of_staff(seen: Inspection) -> Iterator[Finding]:
    """Has everybody on Staff a role that staff have?

    Why: The role stands under a signature. Parents and pupils have sheets of their own.
    Do: Choose the role; or delete the row if the person does not work here.
    Fires: Staff 2: Role=Parent
    Silent: Staff 2: Role=Other
    """
    for member in seen.casebook.staff:
        if member.role in ("Parent", "Pupil"):
            yield Finding(member, "role", f"Role says {member.role}, on the sheet of staff.")


@check("mentor-role-unlikely", Severity.QUERY)
def mentor_role_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Is every mentor of an open case somebody whose role goes with mentoring?

    Why: A code that is one letter out names a colleague who has never met the pupil.
    Do: Choose the mentor again; or correct the person's role on Staff.
    Fires:
        Staff also: Staff code=HDT, Forename=Ann, Surname=Lindqvist, Role=Headteacher, Email=, Phone=
        Cases: Mentor=HDT
    Silent: Cases: Mentor=PBR
    """
    is_large = seen.casebook.settings.phase in _TOO_LARGE_FOR_ITS_HEAD
    seldom = _SELDOM_MENTORS | ({"Headteacher"} if is_large else frozenset())
    for case in seen.casebook.cases:
        member = seen.casebook.staff_member(case.mentor) if case.status != "Closed" else None
        if member is not None and member.role in seldom:
            code = quoted_id(member.staff_code)
            yield Finding(case, "mentor", f"The role of {code} on Staff is {member.role}.")


@check("places-unlikely", Severity.QUERY)
def places_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Has every mentor as many places as one person can mentor?

    Why: A slip here hides that somebody has far too many pupils.
    Do: Correct Places.
    Fires: Staff: Places=120
    Silent: Staff: Places=12
    """
    for member in seen.casebook.staff:
        if member.places is not None and member.places > MOST_PLACES:
            message = f"Places is {member.places}, more pupils than one person can mentor."
            yield Finding(member, "places", message)


@check("staff-email-twice", Severity.QUERY)
def staff_email_twice(seen: Inspection) -> Iterator[Finding]:
    """Has everybody on Staff an e-mail address of their own?

    Why: An answer about one mentor's pupil would reach another; a cell copied down does this.
    Do: Correct the address. The office's own may stand on several rows.
    Fires: Staff 2: Email=d.whitlock@example.org
    Silent: Staff 2: Email=office@example.org
    """
    offices = (seen.casebook.settings.email or "").casefold()
    here = (one for one in seen.casebook.staff if one.left_on is None and one.email)
    for first, again in alike(here, _email):
        if _email(again) != offices and _person(first) != _person(again):
            yield Finding(again, "email", f"Row {first.row_number} has the same e-mail address.")


def _email(member: StaffMember) -> str:
    return (member.email or "").casefold()


def _person(member: StaffMember) -> tuple[str, str]:
    return (member.forename or "").casefold(), (member.surname or "").casefold()
