"""Who signs a letter, who of the family gets it, and when it is the pupil's own."""

import datetime as dt

from mentor_xl.audience import Audience
from mentor_xl.documents import File, PupilFile
from mentor_xl.pupil_view import PupilView, is_written_to_themself
from mentor_xl.recipients import NoLetter, Recipient, postal_address, recipients_of
from mentor_xl.records import Case, StaffMember
from mentor_xl.wording import Greeting, greet_by_name, polite_title

# -- staff ---------------------------------------------------------------------------------------

_MENTOR_ROLES = frozenset({"Learning mentor", "Inclusion mentor", "Behaviour support mentor"})


def who_signs(file: File, preferred: str | None) -> StaffMember | None:
    """The member of staff named, if they sign letters and have not left; else the first mentor who does.

    Where no mentor does: the first of the others whose row says that they sign.
    """
    named = file.casebook.staff_member(preferred)
    mentors = (member for member in file.casebook.staff if member.role in _MENTOR_ROLES)
    others = (member for member in file.casebook.staff if member.signs_letters)
    candidates = (*((named,) if named else ()), *mentors, *others)
    return next((member for member in candidates if _signs(member, file.today)), None)


def _signs(member: StaffMember, today: dt.date) -> bool:
    is_clear = "signs_letters" not in member.unread
    return is_clear and member.signs_letters is not False and not _has_left(member, today)


def _has_left(member: StaffMember, today: dt.date) -> bool:
    return "left_on" in member.unread or (member.left_on is not None and member.left_on < today)


def mentor_of(file: File, case: Case) -> StaffMember | None:
    """The mentor of a case, unless they have left."""
    mentor = file.casebook.staff_member(case.mentor)
    return None if mentor and _has_left(mentor, file.today) else mentor


def staff_name(member: StaffMember) -> str:
    """``Mrs Kathleen Salt``."""
    return " ".join(filter(None, (polite_title(member.title), member.forename, member.surname)))


# -- the family, and the pupil ---------------------------------------------------------------------


def has_own_letters(file: PupilFile) -> bool:
    """Whether the pupil is written to in the parents' stead."""
    return is_written_to_themself(file.pupil, file.today, file.calendar.nation)


def to_family(file: PupilFile) -> tuple[Recipient | NoLetter, ...]:
    """Those who get the parents' edition; nobody where letters are the pupil's own."""
    if not has_own_letters(file):
        return recipients_of(file.casebook, file.pupil)
    why = (
        "This young person is past compulsory school age and has a plan: letters are to them, "
        "and there is no edition of this one for a young person."
    )
    return (NoLetter(f"Pupils!{file.pupil.row_number}", why, "written-to-themself"),)


def to_pupil(file: PupilFile, *, close: str = "Best wishes") -> Recipient:
    """The pupil as the recipient of the pupil's own edition.

    It is given in school, without an address; but posted home to those who are written to themselves,
    unless the address is withheld or shared with somebody whom a court keeps away.
    """
    view = PupilView(file.pupil, Audience.PUPIL, file.today)
    address = postal_address(file.casebook, file.pupil) if has_own_letters(file) else ()
    return Recipient(
        audience=Audience.PUPIL,
        row=f"Pupils!{file.pupil.row_number}",
        greeting=Greeting(view.full_name, f"Dear {view.known_as}", close),
        address_lines=(view.full_name, *address) if address else (),
    )


def reads_low_demand(file: PupilFile) -> bool:
    """Whether what the pupil reads is worded as an invitation that asks for nothing by any day.

    A cell that nobody can read counts as Yes: an invitation harms nobody, a demand may.
    """
    return bool(file.pupil.low_demand_approach) or "low_demand_approach" in file.pupil.unread


# -- colleagues ------------------------------------------------------------------------------------


def to_leader(file: File) -> Recipient | NoLetter:
    """Who leads on pastoral matters: the pastoral manager, else the SENCO, else the headteacher."""
    for attribute in ("pastoral_manager", "senco", "headteacher"):
        name = getattr(file.casebook.settings, attribute)
        if name:
            row = file.casebook.setting_place(attribute).row
            return Recipient(Audience.LEADER, f"Settings!{row}", greet_by_name(name))
    why = "Settings names no pastoral manager, SENCO or headteacher."
    return NoLetter("", why, "no-leader")


def to_teachers(file: PupilFile) -> Recipient:
    """Those who teach the pupil, as the readers of the staff's edition. It stays in school: no address."""
    return Recipient(
        audience=Audience.TEACHER,
        row=f"Pupils!{file.pupil.row_number}",
        greeting=Greeting("", "For the staff who teach and support this pupil", ""),
    )
