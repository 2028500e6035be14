"""Has a person looked at the words of a cell, and said who may read them as they are?"""

import datetime as dt

from mentor_xl.answers import Answers, code_of, readers_of
from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.checks.free_text import Written
from mentor_xl.problems import Place, Problem, Severity
from mentor_xl.records import Explanation
from mentor_xl.staff_codes import staff_codes

DISCLOSED, FOR_FEW, ANOTHER_PUPIL = "disclosure-in-text", "sensitive-in-text", "other-pupil-named"
"""The queries about words: each holds the letters that print them."""
_NEVER_TOLD_A_DISCLOSURE = frozenset({Audience.PARENT, Audience.PUPIL, Audience.PEER})


class LookedAt:
    """The answers on *Explanations* to queries about words."""

    def __init__(self, casebook: Casebook, today: dt.date) -> None:
        self._casebook = casebook
        self._answers = Answers(casebook, today)
        self._leads = {one.code.casefold() for one in staff_codes(casebook, today) if one.is_lead}

    def allows(self, check: str, cell: Written, audience: Audience) -> bool:
        """Whether somebody answered that these readers may have the words as they are.

        Of a disclosure only the safeguarding lead can say so, and never for parent, pupil or peer.
        """
        answers = [answer for answer in self._to(check, cell) if audience in readers_of(answer)]
        if check != DISCLOSED:
            return bool(answers)
        is_the_leads = any((answer.by or "").strip().casefold() in self._leads for answer in answers)
        return is_the_leads and audience not in _NEVER_TOLD_A_DISCLOSURE

    def is_answered(self, check: str, cell: Written) -> bool:
        """Whether somebody answered for the words as they are, whoever may read them."""
        return bool(self._to(check, cell))

    def _to(self, check: str, cell: Written) -> tuple[Explanation, ...]:
        query = Problem(check, Severity.QUERY, self._place(cell), "", "", words=code_of(cell.text))
        return self._answers.to(query)

    def where_from(self, check: str, cell: Written) -> str:
        """Where the words come from, and what to do: take them out, or answer for them."""
        place = self._place(cell)
        who = "the safeguarding lead answers" if check == DISCLOSED else "answer"
        return (
            f"The words come from {place} ({place.heading}): take them out there, or {who} {check} for that "
            f"cell on Explanations, with the code {code_of(cell.text)} and these readers."
        )

    def _place(self, cell: Written) -> Place:
        return self._casebook.place(cell.record, cell.attribute)
