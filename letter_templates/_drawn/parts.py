"""What do most letters share: the one thing asked, the signature, the reply slip, the targets?"""

from collections.abc import Sequence

from docx.table import _Cell

from letter_templates._drawn.tables import (
    Column,
    Detail,
    add_row,
    box,
    list_of,
    say,
    stand_at_the_foot,
    table,
)
from letter_templates._drawn.words import Place, bullets_of, line, otherwise, when
from mentor_xl import look

_WRITE_LABEL = 54.0
BY_REPLY_DAY = "{% if reply_by %} by **{{ reply_by }}**{% endif %}"
"""The day by which an answer is asked for, where there is one."""


def ask(place: Place, *sentences: str, stays_with_next: bool = False) -> _Cell:
    """The one thing asked: what, by which day, how; right before the close it stays with the signature."""
    cell = box(place, "What we ask of you", "What we ask of you")
    for sentence in sentences:
        say(cell, sentence, stays_with_next=stays_with_next)
    return cell


def interpreter(place: Place) -> None:
    """The line for a family who asked for an interpreter."""
    with when(place, "recipient.interpreter"):
        line(
            place,
            "Normal",
            "Would you like an interpreter ({{ recipient.interpreter }})? We can arrange one, and it is "
            "free. Please tell us, or ask somebody to tell us for you.",
        )


_REACH = "signatory.phone or signatory.email"


def signature(place: Place, *, with_phone: bool = True) -> None:
    """Close, room for a signature, name, role, days worked, phone: never apart, never alone on a page."""
    line(place, "Closing", "{{ recipient.close }},")
    role = "{% if signatory.role %} · {{ signatory.role }}{% endif %}"
    line(place, "Signature", f"**{{{{ signatory.name }}}}**{role}")
    days = "In school {{ signatory.days_worked }}"
    if with_phone:
        before_phone = (
            f"{{% if signatory.days_worked %}}{days}{{% if {_REACH} %}}: {{% endif %}}{{% endif %}}"
        )
        days = f"{before_phone}{{{{ [signatory.phone, signatory.email] | select | join(', ') }}}}"
    with when(place, f"signatory.days_worked or {_REACH}" if with_phone else "signatory.days_worked"):
        line(place, "Signature details", days)


_CUT = "Please cut here and send this part back to school."


def cut_here(place: Place, heading: str, *, cut: str = _CUT) -> None:
    """The dashed line and the heading of a reply slip; what follows in slip styles stays on one page."""
    line(place, "Slip cut", cut)
    line(place, "Heading 2", heading)


def pupil_on_slip(place: Place) -> None:
    """Whom the slip is about; the reference stands at the foot of the page, which goes with the slip."""
    form = "{% if pupil.form %}, {{ pupil.form }}{% endif %}"
    line(place, "Slip text", f"Pupil: **{{{{ pupil.full_name }}}}**, {{{{ pupil.year }}}}{form}")


def options(place: Place, *choices: str) -> None:
    """Boxes to tick, one below the other."""
    for choice in choices:
        line(place, "Slip option", f"[ ]\t{choice}")


def lines_to_write_on(place: Place, labels: Sequence[str], *, height: float = 10.0) -> None:
    """Labelled lines to write on, each so many millimetres high."""
    drawn = table(place, "Write lines", (_WRITE_LABEL, look.TEXT.width - _WRITE_LABEL), "Lines to write on")
    for label in labels:
        row = add_row(drawn, height=height)
        stand_at_the_foot(row.cells[0])
        line(row.cells[0], "Slip label", label)
        line(row.cells[1], "Slip label")


def room_to_write(place: Place, question: str, lines: int, *, height: float = 10.0) -> None:
    """A question with empty lines under it."""
    line(place, "Slip question", question)
    drawn = table(place, "Write lines", (look.TEXT.width,), question)
    for _ in range(lines):
        line(add_row(drawn, height=height).cells[0], "Slip label")


NAMES = (
    Detail("Full name", "{{ pupil.legal_name }}"),
    Detail("Known as", "{{ pupil.known_as }}", when="pupil.full_name != pupil.legal_name"),
)
"""A pupil's names as others keep them: the legal one first."""
_WHERE_IT_IS = Column("Where it is now", 51, "{{ target.score_words }}", steps="target.score")
_WHERE_IT_BEGAN = "{{ target.baseline or 'not yet recorded' }}"
_PROGRESS = (
    Column("Target", 66, "{{ target.target }}"),
    Column("Where it began", 43, _WHERE_IT_BEGAN),
    _WHERE_IT_IS,
)
_PROGRESS_AND_DAYS = (
    Column("Target", 40.5, "{{ target.target }}"),
    Column("Where it began", 31, _WHERE_IT_BEGAN),
    _WHERE_IT_IS,
    Column("We look again", 37.5, "{{ 'Met' if target.status == 'Met' else target.review_by }}"),
)


def targets(place: Place, *, with_days: bool = False) -> None:
    """The targets as a table with a bar from −2 to +2; without targets, a sentence that says so."""
    columns = _PROGRESS_AND_DAYS if with_days else _PROGRESS
    with when(place, "targets"):
        list_of(place, "Targets: where each began and where it is now", "target in targets", columns)
        otherwise(place)
        line(place, "Normal", "There are no targets yet. We will choose them together at the next meeting.")


def what_happens_next(place: Place, steps: str, occasion: str, its_day: str) -> None:
    """The steps and the next occasion with its day; right before the close, they stay with the signature."""
    line(place, "Heading 2", "What happens next")
    bullets_of(place, f"step in {steps}", "{{ step }}", stays_with_next=True)
    unknown = f"We will write to you with a date for the next {occasion}."
    day = f"{{% if {its_day} %}}Next {occasion}: {{{{ {its_day} }}}}.{{% else %}}{unknown}{{% endif %}}"
    line(place, "List Bullet", day, keep_next=True)
