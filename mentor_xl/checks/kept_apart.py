"""Does anything in the workbook say of somebody that they must not be written to, or found? (``standing``)"""

from collections import defaultdict
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.problems import Place, Severity
from mentor_xl.reasons import of_hold
from mentor_xl.records import Contact, Pupil

# -- one person on two rows -----------------------------------------------------------------------


@check("restricted-elsewhere", Severity.QUERY)
def restricted_elsewhere(seen: Inspection) -> Iterator[Finding]:
    """Is nobody kept away by a court on one row and written to on another?

    Why: Restricted once is restricted on every row of the family's, until somebody says otherwise.
    Do: Ask the safeguarding lead. Choose Yes here too; or answer on the Explanations sheet why it is not so.
    Fires: Contacts also: Priority=2, Forename=Mim, Court restriction=Yes, Send letters=No
    Silent: Contacts also: Priority=2, Title=Mr, Forename=Alan, Relationship=Father, Court restriction=Yes
    """
    return _held(seen, "restricted-elsewhere")


@check("restricted-for-a-sibling", Severity.QUERY)
def restricted_for_a_sibling(seen: Inspection) -> Iterator[Finding]:
    """Are letters sent only to homes where nobody lives who is kept away from a brother or sister?

    Why: The letter would lie on that person's door mat too; it is held back.
    Do: Ask the safeguarding lead, and correct the address that is out of date.
    Fires:
        Contacts 2: Address line 1=12 Fern Lane, Postcode=AB1 2DE, Court restriction=Yes, Send letters=No
    Silent: Contacts 2: Court restriction=Yes, Send letters=No
    """
    return _held(seen, "restricted-for-a-sibling")


@check("withheld-elsewhere", Severity.QUERY)
def withheld_elsewhere(seen: Inspection) -> Iterator[Finding]:
    """Is no address withheld on one row and told on another?

    Why: Withheld once is withheld on every row of that person, and of that home.
    Do: Choose Yes here too; or answer on the Explanations sheet why it is not so.
    Fires: Contacts also: Priority=2, Do not disclose address=Yes
    Silent:
        Contacts also: Priority=2, Title=Mr, Forename=Alan, Relationship=Father, Address line 1=9 Dock Lane
    """
    return _held(seen, "withheld-elsewhere")


# -- said in words, or in a column of the school's own ------------------------------------------------


@check("words-of-an-order", Severity.QUERY)
def words_of_an_order(seen: Inspection) -> Iterator[Finding]:
    """Does no cell speak of a court's order, or of no contact, where Court restriction does not say Yes?

    Why: Such words may mean that no letter must be sent to somebody; until that is settled, none is.
    Do: Ask the safeguarding lead, and choose Yes or No under Court restriction; then take the words out here.
    Fires: Contacts: Surname=Hartley (no contact)
    Silent: Contacts: Address line 1=12 Court Lane
    """
    return _held(seen, "words-of-an-order")


@check("restriction-in-own-column", Severity.QUERY)
def restriction_in_own_column(seen: Inspection) -> Iterator[Finding]:
    """Does every court restriction, and every secret address, stand in a column that is known?

    Why: Whoever this column says anything but No of gets no letter, or has their address withheld.
    Do: Name the column Court restriction, or Do not disclose address; or move what it says there.
    Fires: Contacts: Court papers=See file
    Silent: Contacts: Court papers=No
    """
    return _by_column(seen, "restriction-in-own-column", seen.casebook.contacts)


@check("contact-may-have-died", Severity.QUERY)
def contact_may_have_died(seen: Inspection) -> Iterator[Finding]:
    """Does no contact’s row speak of a death?

    Why: A letter to somebody who has died hurts the family; none is made.
    Do: Change Send letters to No, or delete the row; if the words mean something else, take them out.
    Fires: Contacts: Surname=Hartley (deceased)
    Silent: Contacts: Address line 1=12 Late Lane
    """
    return _held(seen, "contact-may-have-died")


@check("not-to-be-posted", Severity.QUERY)
def not_to_be_posted(seen: Inspection) -> Iterator[Finding]:
    """Does no contact’s row ask not to send anything there?

    Why: Post may put somebody in danger who is in hiding; nothing is sent, nor the address told.
    Do: Ask the safeguarding lead; use Send letters and Do not disclose address, and take the words out.
    Fires: Contacts: Address line 2=Do not post
    Silent: Contacts: Address line 2=Old Post Office
    """
    return _held(seen, "not-to-be-posted")


@check("refused-restriction", Severity.QUERY)
def refused_restriction(seen: Inspection) -> Iterator[Finding]:
    """Was no row left out that says that somebody is kept away?

    Why: Whose row it is cannot be told; letters about the pupil it may mean, and to that address, wait.
    Do: Correct the Pupil ID of that row.
    Fires: Contacts also: Pupil ID=, Priority=2, Court restriction=Yes, Send letters=No
    Silent: Contacts also: Pupil ID=, Priority=2
    """
    return _held(seen, "refused-restriction")


# -- pupils -----------------------------------------------------------------------------------------


@check("own-column-says-care", Severity.QUERY)
def own_column_says_care(seen: Inspection) -> Iterator[Finding]:
    """Does everything that is kept about care stand in a column that is known?

    Why: Who gets letters about a child in care hangs on it; letters about these pupils wait.
    Do: Name the column Looked after or Social care status; or fill those in, and rename this one.
    Fires: Pupils: Social services=Open
    Silent: Pupils: Health care=Yes
    """
    return _by_column(seen, "own-column-says-care", seen.on_roll)


@check("own-column-says-left", Severity.QUERY)
def own_column_says_left(seen: Inspection) -> Iterator[Finding]:
    """Does Leaving date tell of everybody who has left?

    Why: The family of a child who has left, or died, must not get a letter; letters about these pupils wait.
    Do: Fill in Leaving date for these pupils.
    Fires: Pupils: Enrolment status=Leaver
    Silent: Pupils: Enrolment status=Current
    """
    return _by_column(seen, "own-column-says-left", seen.on_roll)


@check("form-says-left", Severity.QUERY)
def form_says_left(seen: Inspection) -> Iterator[Finding]:
    """Does Leaving date tell of everybody whose form says that they have left?

    Why: The family of a child who has left must not get a letter; letters about this pupil wait.
    Do: Fill in Leaving date; or correct the form.
    Fires: Pupils: Form=LEFT
    Silent: Pupils: Form=8L
    """
    for pupil in seen.on_roll:
        for hold in pupil.holds:
            if hold.code == "form-says-left":
                yield Finding(hold.place, None, of_hold(hold).why, ref=pupil.pupil_id)


# -- telling ----------------------------------------------------------------------------------------


def _held(seen: Inspection, code: str) -> Iterator[Finding]:
    """Everything that keeps letters back under one code, once for each place."""
    records: tuple[Contact | Pupil, ...] = (*seen.casebook.contacts, *seen.casebook.pupils)
    told = set()
    for record in records:
        for hold in record.holds:
            if hold.code == code and hold.place not in told:
                told.add(hold.place)
                yield Finding(hold.place, None, of_hold(hold).why, ref=record.pupil_id)


def _by_column(
    seen: Inspection, code: str, records: tuple[Contact, ...] | tuple[Pupil, ...]
) -> Iterator[Finding]:
    """One question for each column of the school's own, at its heading."""
    rows: defaultdict[tuple[str, int | None, str | None], list[str]] = defaultdict(list)
    for record in records:
        for hold in record.holds:
            if hold.code == code:
                place = hold.place
                rows[place.sheet, place.column, place.heading].append(str(place.row))
    for (sheet, column, heading), numbers in rows.items():
        layout = next(one for one in seen.casebook.layouts.values() if one.sheet == sheet)
        where = ", ".join(dict.fromkeys(numbers[:_ROWS_NAMED]))
        more = f" and {len(numbers) - _ROWS_NAMED} more" if len(numbers) > _ROWS_NAMED else ""
        message = f"This column is not known, and it may keep letters back: see row {where}{more}."
        yield Finding(Place(sheet, layout.heading_row, column, heading), None, message)


_ROWS_NAMED = 8
