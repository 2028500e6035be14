"""Does a letter tell its reader what a child disclosed, or words of a theme that are not for that reader?

The words come from a cell about the pupil, and a person may have answered on *Explanations* that this reader
may have them as they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.checks.for_few import disclosed_spots, is_asked_about, sensitive_spots
from mentor_xl.checks.free_text import Written
from mentor_xl.reasons import is_looked_after
from mentor_xl.records import columns_of
from mentor_xl.safety.findings import Finding
from mentor_xl.safety.letter import Letter
from mentor_xl.safety.looked_at import DISCLOSED, FOR_FEW, LookedAt
from mentor_xl.safety.pupils_text import Typed
from mentor_xl.safety.words import Folds, joined
from mentor_xl.sensitive import Spot, may_read, spots_in, themes_in
from mentor_xl.sensitive.readers import SOCIAL_CARE


@dataclass(frozen=True, slots=True)
class Question:
    """A cell that speaks of what few may read, and the words by which it is known again in a letter."""

    written: Written
    check: str
    """``DISCLOSED`` or ``FOR_FEW``."""
    windows: tuple[tuple[str, str], ...]
    """A theme, and its words with their neighbours in plain words."""

    @property
    def is_from_a_list(self) -> bool:
        """Whether the words were chosen, as a barrier is: others may then stand for the same."""
        columns = columns_of(type(self.written.record))
        return any(c.base.startswith("list") and c.attribute == self.written.attribute for c in columns)


class Questions:
    """The cells of each pupil that speak of such things, found when first asked for."""

    def __init__(self, casebook: Casebook, typed: Typed, folds: Folds) -> None:
        self._casebook = casebook
        self._typed = typed
        self._folds = folds
        self._of_pupil: dict[str, tuple[Question, ...]] = {}

    def about(self, pupil_id: str) -> tuple[Question, ...]:
        """The pupil's cells that are asked about; most pupils have none. Without a pupil: those of all."""
        if not pupil_id:
            return tuple(one for pupil in self._casebook.pupils for one in self.about(pupil.pupil_id))
        if pupil_id not in self._of_pupil:
            cells = self._typed.free_text_of(pupil_id)
            self._of_pupil[pupil_id] = tuple(one for cell in cells for one in self._asked(cell))
        return self._of_pupil[pupil_id]

    def _asked(self, cell: Written) -> Iterator[Question]:
        if spots_in(cell.text):
            for check, found in ((DISCLOSED, disclosed_spots(cell)), (FOR_FEW, sensitive_spots(cell))):
                if found:
                    windows = tuple((spot.theme, self._window(cell.text, spot)) for spot in found)
                    yield Question(cell, check, windows)

    def _window(self, text: str, spot: Spot) -> str:
        return joined(self._folds.of(text[slice(*spot.around)]))


def words_for_few(letter: Letter, questions: Questions, looked_at: LookedAt) -> Iterator[Finding]:
    """The cells whose words stand in the letter though its reader may not have them."""
    for question, themes in _standing_in(letter, questions):
        is_told = question.check == DISCLOSED
        if is_told and letter.is_for_the_lead:
            continue
        is_kept = is_told or not all(_may_read(letter, theme) for theme in themes)
        if is_kept and not looked_at.allows(question.check, question.written, letter.audience):
            yield _found(question, looked_at)


def open_questions(letter: Letter, questions: Questions, looked_at: LookedAt) -> Iterator[str]:
    """What is asked about words that stand in a letter, and nobody has answered, whoever may read them.

    ``disclosure-in-text Reviews!J4``. What is told to a service that is there for it is not asked about.
    """
    for question, _ in _standing_in(letter, questions):
        cell, check = question.written, question.check
        is_asked = check == DISCLOSED or is_asked_about(cell, letter.register.casebook)
        if is_asked and not looked_at.is_answered(check, cell):
            yield f"{check} {letter.register.place(cell.record, cell.attribute)}"


def _standing_in(letter: Letter, questions: Questions) -> Iterator[tuple[Question, frozenset[str]]]:
    """The questions whose words stand in the letter, and their themes.

    Of what was chosen from a list, as a barrier, any words for the same count, unless they were typed: then
    that cell is asked about.
    """
    typed: set[str] = set()
    chosen = []
    for question in questions.about(letter.ref):
        themes = frozenset(theme for theme, window in question.windows if window in letter.line)
        if question.is_from_a_list:
            chosen.append((question, themes))
        elif themes:
            typed |= themes
            yield question, themes
    for question, themes in chosen:
        others = frozenset(theme for theme, _ in question.windows) - typed
        found = themes or (others and others & _themes_of(letter))
        if found:
            yield question, found


def _themes_of(letter: Letter) -> frozenset[str]:
    texts = (text for sight in letter.sights for text in sight.part.texts)
    return frozenset().union(*map(themes_in, texts))


def _may_read(letter: Letter, theme: str) -> bool:
    """Whether the letter's reader may have the theme without being asked about."""
    is_in_care = letter.pupil is not None and is_looked_after(letter.pupil)
    if theme == SOCIAL_CARE and is_in_care and letter.audience is Audience.PARENT:
        return True  # It goes to the carer, the social worker and the virtual school, and to nobody else.
    return may_read(theme, letter.audience, letter.agency_kind)


def _found(question: Question, looked_at: LookedAt) -> Finding:
    is_told = question.check == DISCLOSED
    what = "It may hold what a child disclosed" if is_told else "It holds words that are for few readers only"
    return Finding(question.check, what, "", looked_at.where_from(question.check, question.written))
