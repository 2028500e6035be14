"""What every problem with a single cell, row or sheet means: the question asked, why it matters, what to do.

These are the problems met while a workbook is read. Checks that look further explain themselves in
their own docstrings (``checks/``); ``mentor-xl explain CODE`` prints either kind the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mentor_xl.problems import Severity

_ERROR, _QUERY, _NOTE = Severity.ERROR, Severity.QUERY, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code stands for."""

    code: str
    severity: Severity
    question: str
    """What is asked of the workbook."""
    why: str
    """Why the answer matters."""
    message: str
    """The sentence shown; ``{heading}``, ``{value}`` and the like are filled in."""
    fix: str
    """What to do about it."""


_MEANINGS = (
    # -- cells --------------------------------------------------------------------------------
    Meaning(
        "missing-value", _ERROR,
        "Is every cell filled that has to be?",
        "Letters and dates that need it cannot be made, and a row without its ID belongs to nobody.",
        "{heading} is blank.",
        "Fill it in.",
    ),
    Meaning(
        "not-known-yet", _ERROR,
        "Does a cell that has to be filled say only that nobody knows?",
        "“TBC” cannot be counted from or written to.",
        "{heading} says {value}, and it has to be filled.",
        "Find it out and type it here.",
    ),
    Meaning(
        "not-known", _NOTE,
        "Does a cell that may stay blank say that nobody knows?",
        "It is read as blank.",
        "{heading} says {value}: read as not known.",
        "Nothing to do, unless it is known by now.",
    ),
    Meaning(
        "not-settled", _QUERY,
        "Is it settled what decides who gets letters, and where?",
        "While nobody knows, the letters that hang on it wait: a guess could put a child in danger.",
        "{heading} says {value}: letters that hang on it wait until that is settled.",
        "Ask the office or the safeguarding lead, and type what is known; if there is nothing, clear it.",
    ),
    Meaning(
        "read-as-no", _QUERY,
        "Does a cell on which safety hangs say No in so many letters?",
        "A dash may mean No, and may mean that nobody asked.",
        "{heading} says {value}: read as No.",
        "Ask the office, and choose Yes or No.",
    ),
    Meaning(
        "error-cell", _ERROR,
        "Does a cell show an Excel error?",
        "A formula went wrong there; whatever it should say is not known.",
        "{heading} shows the Excel error {value}.",
        "Mend the formula, or type the value.",
    ),
    Meaning(
        "text-date", _NOTE,
        "Is a date typed as text?",
        "It could be read, day first; Excel itself cannot sort or count it.",
        "{heading} {value} is a date typed as text: read as {meant}.",
        "Nothing to do if that is right. To mend it, type the date again as a date.",
    ),
    Meaning(
        "us-date", _ERROR,
        "Is a date written with the month first?",
        "Day and month are never swapped by guessing: a wrong birthday or deadline does harm.",
        "{heading} {value} has no such month. It may be written month first.",
        "Type it day first, as in 13/02/2014, if that is what is meant.",
    ),
    Meaning(
        "not-a-date", _ERROR,
        "Is there a date where a date should be?",
        "Nothing can be counted from it.",
        "{heading} says {that} is not a date.",
        "Type a date as day/month/year, as in 14/03/2013.",
    ),
    Meaning(
        "impossible-year", _ERROR,
        "Is the year of every date one that a school’s workbook can mean?",
        "A slip in the year moves a deadline by centuries; a formula that finds nothing shows a day in 1900.",
        "{heading} says {value}: that year cannot be right.",
        "Correct the year; or, if a formula made the date, mend the formula.",
    ),
    Meaning(
        "wrong-weekday", _QUERY,
        "Does a date that is written with its weekday fall on it?",
        "One of the two is wrong, and nobody can tell which.",
        "{heading} {value} does not go together: {meant} is a {weekday}.",
        "Type the right date, as in 14/03/2013.",
    ),
    Meaning(
        "number-date", _QUERY,
        "Is there a plain number where a date should be?",
        "It may be a date that lost its format, or a slip.",
        "{heading} holds the number {value}, not a date. As a date it would be {meant}.",
        "If that is right, format the cell as a date; if not, type the date.",
    ),
    Meaning(
        "two-digit-year", _QUERY,
        "Is a year written with two figures?",
        "’13 might be 1913 or 2013, and programs disagree.",
        "{heading} {value} has a year of two figures.",
        "Type the year with four figures.",
    ),
    Meaning(
        "not-a-number", _ERROR,
        "Is there a number where a number should be?",
        "It cannot be counted.",
        "{heading} says {that} is not a number.",
        "Type a number.",
    ),
    Meaning(
        "not-whole", _ERROR,
        "Is there a whole number where one is counted?",
        "Half a session or half a step cannot be counted.",
        "{heading} is {value}; it has to be a whole number.",
        "Type a whole number.",
    ),
    Meaning(
        "out-of-range", _ERROR,
        "Is a number within what is possible?",
        "A figure outside its range spoils every average and chart.",
        "{heading} is {value}; it has to lie between {lowest} and {highest}.",
        "Correct the number.",
    ),
    Meaning(
        "fraction-of-hundred", _QUERY,
        "Is a percentage typed as a number from 0 to 100?",
        "A cell that Excel shows as 88% holds 0.88, and a letter would print that.",
        "{heading} is {value}. As a percentage that would be {meant}.",
        "Type {meant} if that is right, and format the cell as a number.",
    ),
    Meaning(
        "not-yes-or-no", _ERROR,
        "Does a Yes/No cell say Yes or No?",
        "Whether a letter may be sent can hang on it.",
        "{heading} says {that} is neither Yes nor No.",
        "Choose Yes or No.",
    ),
    Meaning(
        "not-on-list", _ERROR,
        "Is a value on its list?",
        "Rules, letters and counts know only the values on the list.",
        "{heading} says {that} is not on its list.{hint}",
        "Choose a value from the list.",
    ),
    Meaning(
        "retired-code", _ERROR,
        "Is a code still in use?",
        "Retired codes are no longer accepted by the school census (reference 3.2).",
        "{heading} {value} is a retired code. Its place is taken by {meant}.",
        "Change it to {meant} if that is right for this pupil.",
    ),
    Meaning(
        "read-as", _NOTE,
        "Was a value understood by another name?",
        "Schools write some values in more than one way.",
        "{heading} {value} is read as {meant}.",
        "Nothing to do if that is right.",
    ),
    # -- keys and references --------------------------------------------------------------------
    Meaning(
        "name-as-id", _ERROR,
        "Is every pupil’s ID a code, and not a name?",
        "IDs stand in lists, on the screen and in file names, where no pupil’s name may stand.",
        "{heading} is made of words, or of the pupil’s own name.",
        "Type the school’s own number for this pupil, here and wherever this ID stands. A remark that is no "
        "pupil belongs on a sheet of its own.",
    ),
    Meaning(
        "duplicate-id", _ERROR,
        "Does an ID stand on one row only?",
        "Two rows with one ID cannot be told apart: what belongs to whom is not known.",
        "{named} is on more than one row of {sheet}: rows {rows}.",
        "Give each row an ID of its own.",
    ),
    Meaning(
        "unknown-pupil", _ERROR,
        "Is every pupil that is named on the Pupils sheet?",
        "The row cannot be anybody's.",
        "No pupil has the ID {value}.{hint}",
        "Correct the ID, or add the pupil to the Pupils sheet.",
    ),
    Meaning(
        "zeros-added", _NOTE,
        "Did an ID lose the zeros at its front?",
        "Excel takes an ID for a quantity; where exactly one ID differs by zeros alone, it is that one.",
        "{heading} {value} is read as {meant}.",
        "Nothing to do if that is right. To mend it, format the column as text and type the zeros again.",
    ),
    Meaning(
        "unknown-staff", _ERROR,
        "Is every member of staff that is named on the Staff sheet?",
        "A letter would have no signature, and nobody would be told of the date.",
        "No member of staff has the code {value}.{hint}",
        "Correct the code, or add the person to the Staff sheet.",
    ),
    Meaning(
        "unknown-case", _ERROR,
        "Does every case that is named exist?",
        "The row cannot be anybody's.",
        "No case has the ID {value}.{hint}",
        "Correct the Case ID.",
    ),
    Meaning(
        "unknown-agency", _ERROR,
        "Is every agency that is named on the Agencies sheet?",
        "Its address and what consent it needs are not known.",
        "There is no such agency on the Agencies sheet.{hint}",
        "Choose the agency from the list, or add it to the Agencies sheet.",
    ),
    Meaning(
        "unknown-reference", _ERROR,
        "Does every record that is named exist?",
        "What hangs on it is not known.",
        "{named} is not on the sheet {target}.{hint}",
        "Correct it, or add it to {target}.",
    ),
    # -- sheets ---------------------------------------------------------------------------------
    Meaning(
        "missing-column", _ERROR,
        "Has every sheet the columns it cannot do without?",
        "No row of the sheet can be used without it.",
        "There is no column {heading} on this sheet.{hint}",
        "Add the column, or give it one of the names the sheet's page lists.",
    ),
    Meaning(
        "doubled-column", _QUERY,
        "Is every column there once?",
        "Of two columns with one meaning only one is read.",
        "Two columns are understood as {heading}; this one is taken for one of your own.",
        "Rename or delete one of them.",
    ),
    Meaning(
        "doubled-setting", _QUERY,
        "Is every setting there once?",
        "Of two lines with one meaning only the first is read.",
        "Two lines are understood as {heading}; this one is left alone.",
        "Delete one of them.",
    ),
    Meaning(
        "no-headings", _ERROR,
        "Can the heading row of the sheet be found?",
        "Without headings nothing on the sheet can be read.",
        "No heading row was found in the first 20 rows of this sheet.",
        "Put the headings in one row above the data.",
    ),
    Meaning(
        "doubled-sheet", _QUERY,
        "Is every sheet there once?",
        "Of two sheets with one meaning only the first is read.",
        "Two sheets are understood as {meant}; this one is left alone.",
        "Put their rows together on one sheet, or rename one of them.",
    ),
    Meaning(
        "misspelt-sheet", _QUERY,
        "Is a sheet's name nearly one that is known?",
        "A sheet under an unknown name is left alone.",
        "This sheet is left alone. Did you mean {meant}?",
        "Rename the sheet to {meant} if that is what it is.",
    ),
    Meaning(
        "errors-not-shown", _NOTE,
        "Can error cells be seen in this kind of file?",
        "In the old .xls format a cell that shows an error may read as blank.",
        "This is an .xls workbook: cells that show an Excel error may have been read as blank.",
        "Save it as .xlsx to have them found.",
    ),
)  # fmt: skip

MEANINGS: Mapping[str, Meaning] = MappingProxyType({meaning.code: meaning for meaning in _MEANINGS})
"""Every code met while reading, to its meaning."""
