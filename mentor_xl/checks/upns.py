"""Is every pupil's UPN there, well formed, and theirs alone? (reference 3.1)"""

from collections.abc import Iterator

from mentor_xl.checks.identifiers import upn_check_letter, upn_fault
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import grouped, is_blank
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.records import Pupil


@check("upn-missing", Severity.QUERY)
def upn_missing(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil have a UPN?

    Why: The census, transfers and referrals of looked-after pupils ask for it.
    Do: Take it from your school's system. Say on the Explanations sheet if it has been asked for.
    Fires: Pupils: UPN=
    Silent: Pupils: UPN=B801200005001
    """
    if not seen.has_column("Pupils", "upn"):
        return
    for pupil in seen.casebook.pupils:
        if is_blank(pupil, "upn") and not seen.has_left(pupil.pupil_id):
            yield Finding(pupil, "upn", "There is no UPN.")


@check("upn-shape", Severity.ERROR)
def upn_shape(seen: Inspection) -> Iterator[Finding]:
    """Does every UPN have the form of one?

    Why: One slip makes it another child's number, or nobody's.
    Do: Copy the UPN from your school's system; never work one out by hand.
    Fires:
        Pupils: UPN=B80120000500
        Pupils also: Pupil ID=004512, UPN=B8O1200005001
    Silent: Pupils: UPN=M80120000500A
    """
    for pupil, upn in _upns(seen):
        fault = upn_fault(upn)
        if fault:
            yield Finding(pupil, "upn", f"This UPN {fault}.")


@check("upn-check-letter", Severity.ERROR)
def upn_with_wrong_check_letter(seen: Inspection) -> Iterator[Finding]:
    """Does the check letter of every UPN fit its number?

    Why: The letter is worked out from the figures: if they disagree, one of them is mistyped.
    Do: Copy the UPN from your school's system; do not just change the letter.
    Fires: Pupils: UPN=C801200005001
    Silent: Pupils: UPN=P207000016049
    """
    for pupil, upn in _upns(seen):
        if upn_fault(upn) is None and upn[0].upper() != upn_check_letter(upn):
            expected = upn_check_letter(upn)
            yield Finding(
                pupil, "upn", f"The check letter of this UPN is wrong: its figures belong to {expected}."
            )


@check("upn-lower-case", Severity.NOTE)
def upn_in_lower_case(seen: Inspection) -> Iterator[Finding]:
    """Is every UPN typed in capitals?

    Why: It is understood all the same, but other systems may refuse it.
    Do: Nothing to do; capitals are safer when you copy it elsewhere.
    Fires: Pupils: UPN=b801200005001
    Silent: Pupils: UPN=B801200005001
    """
    for pupil, upn in _upns(seen):
        if upn_fault(upn) is None and upn != upn.upper():
            yield Finding(pupil, "upn", "This UPN is typed in lower case; it is read in capitals.")


@check("upn-shared", Severity.ERROR)
def upn_shared(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil have a UPN of their own?

    Why: A UPN belongs to one child for life; two children with one are mixed up in every return.
    Do: Look both pupils up in your school's system and correct the wrong one.
    Fires: Pupils also: Pupil ID=004512, UPN=B801200005001
    Silent: Pupils also: Pupil ID=004512, UPN=M80120000500A
    """
    pupils = (pupil for pupil, _ in _upns(seen))
    for group in grouped(pupils, lambda pupil: _tidy(pupil.upn)):
        ids = {pupil.pupil_id for pupil in group}
        for pupil in group if len(ids) > 1 else ():
            others = " and ".join(quoted_id(other) for other in sorted(ids - {pupil.pupil_id}))
            yield Finding(pupil, "upn", f"Pupil {others} has the same UPN.")


def _upns(seen: Inspection) -> Iterator[tuple[Pupil, str]]:
    """Every pupil with a UPN, and the UPN without spaces, as typed but for them."""
    for pupil in seen.casebook.pupils:
        if pupil.upn:
            yield pupil, "".join(pupil.upn.split())


def _tidy(upn: str | None) -> str:
    return "".join((upn or "").split()).upper()
