"""Is anything missing in a letter where something has to stand, or left standing that is no word?"""

from collections.abc import Iterator

from mentor_xl.safety.findings import Finding
from mentor_xl.safety.letter import Letter
from mentor_xl.safety.sight import Sight

NEEDED = {
    "school.name": "the school's name",
    "letter.reference": "the reference",
    "letter.date": "the date",
    "recipient.salutation": "the greeting",
    "signatory.name": "the name of the person who signs",
}
"""Fields that no letter which has them can do without."""
_STEPS = {tuple(path.split(".")): name for path, name in NEEDED.items()}


def empty_fields(letter: Letter) -> Iterator[Finding]:
    """Fields that no letter can do without and that are blank."""
    for steps, name in _STEPS.items():
        value: object = letter.document.context
        for step in steps:
            value = getattr(value, step, None)
        if isinstance(value, str) and not value.strip():
            yield Finding("left-empty", f"{name[0].upper()}{name[1:]} is empty", "", _FILL)


_FILL = "Fill the cell it comes from."


def left_in(letter: Letter, sight: Sight) -> Iterator[Finding]:
    """Tags, values that are no words, and gaps in a sentence, unless somebody typed it so."""
    for left in sight.left:
        if left.may_be_typed and _was_typed(letter, left.words):
            continue
        yield Finding(left.code, left.what, sight.place(left.at), _source(letter, left.words))


def _was_typed(letter: Letter, words: str) -> bool:
    """Whether somebody typed just this in a cell about the pupil: it is no hole in the template."""
    return any(words in cell.text for cell in letter.typed.free_text_of(letter.ref))


def _source(letter: Letter, words: str) -> str:
    for cell in letter.typed.free_text_of(letter.ref):
        if words in cell.text:
            place = letter.register.place(cell.record, cell.attribute)
            return f"It comes from {place} ({place.heading}): take it out there."
    return "Fill the cell that should stand there, or mend the letter's template."
