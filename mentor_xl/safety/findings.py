"""Why a finished letter is held back: codes that ``mentor-xl explain`` knows, in sentences without names."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mentor_xl.catalogue import Meaning
from mentor_xl.problems import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that must not stand in a letter."""

    code: str
    what: str
    """``It names another pupil (ID 004512)``: identifiers, never names."""
    where: str
    """``in paragraph 2 of the body``."""
    do: str
    """Where the words come from, and what to do."""

    @property
    def why(self) -> str:
        """The whole reason."""
        return f"{self.what} {self.where}. {self.do}" if self.where else f"{self.what}. {self.do}"


def reason(findings: tuple[Finding, ...]) -> str:
    """Every finding in full: who mends one is not to meet the next only then."""
    return " ".join(dict.fromkeys(finding.why for finding in findings))


_MEANINGS = (
    Meaning(
        "names-another-pupil", Severity.ERROR,
        "Does a finished letter speak of no pupil but its own?",
        "A family must not read about another child. Looked for are the IDs of all other pupils, their "
        "forenames beside the surname in either order, and in what was typed in the workbook their forenames "
        "alone. Names of the reader, the family, staff and agencies are let be.",
        "It names another pupil.",
        "Take the name or the ID out of the cell or the template that the reason points to. Where a "
        "forename alone means somebody else, answer the query other-pupil-named for that row on "
        "Explanations.",
    ),
    Meaning(
        "another-address", Severity.ERROR,
        "Does a finished letter hold no way to reach anybody but its reader, the school and its agencies?",
        "An address in the wrong letter cannot be taken back. Looked for are streets with their number, "
        "postcodes, phone numbers and e-mail addresses of all contacts; agencies and leaders may have those "
        "of the pupil's own contacts.",
        "It holds an address or number of somebody else.",
        "Take it out of the cell or the template that the reason points to.",
    ),
    Meaning(
        "withheld-address", Severity.ERROR,
        "Does a finished letter keep back what must not be disclosed?",
        "Where Do not disclose address says Yes, the address and the numbers stand on that contact's own "
        "letters and nowhere else.",
        "It holds an address or number that must not be disclosed.",
        "Take it out of the cell or the template that the reason points to. If it may be told after all, "
        "change Do not disclose address.",
    ),
    Meaning(
        "restricted-contact", Severity.ERROR,
        "Does a finished letter leave out everybody whom a court keeps away?",
        "Neither their name nor a way to reach them stands in any letter; only leaders see them.",
        "It names a contact with a court restriction, or tells how to reach one.",
        "Take it out of the cell or the template that the reason points to, or put Court restriction right.",
    ),
    Meaning(
        "not-for-this-audience", Severity.ERROR,
        "Does a finished letter tell its reader only what that reader may be told?",
        "Session notes, care, disadvantage and UPN have readers of their own. Looked for are six words of a "
        "note in a row, a heading with its value, and values of care.",
        "It holds something that this reader may not be told.",
        "Take the field out of the template, or the words out of the cell that the reason points to.",
    ),
    Meaning(
        "name-not-for-home", Severity.ERROR,
        "Does a letter home keep to the legal forename, where Name for letters home says so?",
        "The family may not know the name and the pronouns that are used in school. Looked for are Known as "
        "anywhere, and in what was typed he or she and their forms, where they are this pupil's.",
        "It tells a name or pronoun that is not for home.",
        "Write the legal forename, or no name and pronoun, in the cell that the reason points to.",
    ),
    Meaning(
        "left-empty", Severity.ERROR,
        "Is nothing missing where something has to stand?",
        "“Dear ,” goes out in the school's name.",
        "Something is missing that has to be there.",
        "Fill the cell it comes from, or mend the template.",
    ),
    Meaning(
        "leftover-tag", Severity.ERROR,
        "Has every tag of the template become words?",
        "Nobody should read {{ pupil.known_as }}, None or nan in a letter.",
        "A tag, or a value that is no word, was left standing.",
        "Mend the template: mentor-xl template check says where. If it stands in a cell, take it out there.",
    ),
    Meaning(
        "unreadable-letter", Severity.ERROR,
        "Can a finished letter be read, so that all of it was looked through?",
        "What cannot be read cannot be vouched for, and Word may not open it.",
        "A part of the letter is broken.",
        "Make it again. If that does not help, save the template in Word anew.",
    ),
)  # fmt: skip

MEANINGS: Mapping[str, Meaning] = MappingProxyType({meaning.code: meaning for meaning in _MEANINGS})
"""Every code of the safety gate to its meaning."""
