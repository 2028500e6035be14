"""Does any text belong elsewhere: in the safeguarding file, in kinder words, on another pupil's row?

What a text says is never repeated here, nor hinted at.
"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.answers import code_of
from mentor_xl.checks.for_few import is_asked_about, may_be_disclosed
from mentor_xl.checks.free_text import Written
from mentor_xl.checks.identifiers import holds_nhs_number
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.pupil_names import PupilNames
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.words import may_be_sensitive, may_hold_a_disclosure, may_judge
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id


@check("disclosure-in-text", Severity.QUERY)
def disclosure_in_text(seen: Inspection) -> Iterator[Finding]:
    """Is what a child disclosed kept out of this workbook?

    Why: It belongs in the safeguarding file alone, which few people read. Here letters could carry it; none
        that does is made for anybody but the safeguarding lead.
    Do: Tell the safeguarding lead today, in person. Then take the words out of here and fill in
        DSL informed on, on Pupils. Where it only looks so, answer on Explanations with the code.
    Fires: Sessions: Note=He said that his uncle hurt him.
    Silent: Sessions: Note=Hit his target of four lessons; kept in touch with home.
    """
    for written in filter(may_be_disclosed, seen.typed_where(may_hold_a_disclosure)):
        message = "This text may hold something that belongs in the safeguarding file."
        yield _about_words(written, f"{message}{_informed(seen, written)}")


@check("sensitive-in-text", Severity.QUERY)
def sensitive_in_text(seen: Inspection) -> Iterator[Finding]:
    """Does a text that letters print speak of something that only few people should read?

    Why: A letter lies open on the kitchen table. What is told in private, as of self-harm, drugs, violence
        at home or a parent in prison, is kept from parents, teachers and services that are not there for it.
    Do: Say it in other words, or leave it out. If these readers may have it, answer on Explanations with the
        code, and name them under Readers.
    Fires: Reviews: Outcome=Rowan is on a child protection plan now.
    Silent: Reviews: Outcome=Rowan is on time every day now.
    """
    for written in seen.typed_where(may_be_sensitive):
        if is_asked_about(written, seen.casebook):
            message = "These words may be for few readers only: letters that print them to others wait."
            yield _about_words(written, message)


def _about_words(written: Written, message: str) -> Finding:
    """A query about what a cell says, which is answered for just these words."""
    return Finding(written.record, written.attribute, message, words=code_of(written.text))


def _informed(seen: Inspection, written: Written) -> str:
    """Whether the safeguarding lead was told since, as far as the dates say."""
    pupil = seen.casebook.pupil(seen.pupil_id_of(written.record))
    informed = pupil.dsl_informed_on if pupil else None
    day: dt.date | None = getattr(written.record, "date", None)
    if informed is not None and day is not None and informed < day:
        return f" DSL informed on says {short(informed)}, which is before it."
    return ""


@check("judging-words", Severity.QUERY)
def judging_words(seen: Inspection) -> Iterator[Finding]:
    """Do notes say what was seen, without judging?

    Why: The pupil and the family may read them one day, and the next mentor begins with them.
    Do: Say what was seen or heard, as in: left the room twice, came back after five minutes.
    Fires: Sessions: Note=Lazy again today.
    Silent: Sessions: Note=Put his head on the table for ten minutes.
    """
    for written in seen.notes_where(may_judge):
        yield Finding(written.record, written.attribute, "A word in this note may read as judging.")


@check("other-pupil-named", Severity.QUERY)
def other_pupil_named(seen: Inspection) -> Iterator[Finding]:
    """Does every text speak of its own pupil only?

    Why: A family may ask to read what is written of their child, and must not read about another there.
    Do: Write “another pupil” instead of the name. If somebody else is meant, answer on Explanations with the
        code.
    Fires: Sessions: Note=Sat with Kwame Osei at lunch.
    Silent: Sessions: Note=Rosie sat with a friend at lunch.
    """
    names = PupilNames(seen.casebook, seen.today)
    for written in seen.typed_where(lambda text: names.may_stand_in(text) or names.may_name_somebody(text)):
        about = seen.pupil_id_of(written.record)
        other = next(names.others_in(written.text, about), None)
        if other is not None:
            yield _about_words(written, f"This text may name another pupil: {quoted_id(other)}.")
        elif names.may_name_a_stranger(written.text, about):
            yield _about_words(written, "This text may name a child who is not on Pupils.")


@check("nhs-number-in-text", Severity.QUERY)
def nhs_number_in_text(seen: Inspection) -> Iterator[Finding]:
    """Are NHS numbers kept out of notes?

    Why: A number for life opens a child’s health record; mentoring has no need of it.
    Do: Take it out. An agency that asks for it gets it from the office.
    Fires: Sessions: Note=NHS number is 943 476 5919.
    Silent: Sessions: Note=Ring the club on 943 476 5918.
    """
    for written in seen.typed_where(holds_nhs_number):
        yield Finding(written.record, written.attribute, "There seems to be an NHS number in this text.")
