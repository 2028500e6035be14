"""Cards and sheets for a pupil's hand: time out, the ladder of small steps, things to do, how I am today."""

from docx.document import Document
from docx.table import Table, _Cell

from letter_templates._drawn.pupils_pages import (
    SAFEGUARDING_LEAD,
    WIDTH,
    end_box,
    gap,
    labelled_lines,
    pupils_page,
    soft_box,
    stand_in_the_middle,
    worded,
    write_lines,
)
from letter_templates._drawn.shapes import face
from letter_templates._drawn.tables import add_row, rows, shade, table
from letter_templates._drawn.words import Place, line, otherwise, when
from mentor_xl import look

_PUPIL = "{{ pupil.known_as }}"
_WRITE_HERE = "…" * 9

# -- time out -------------------------------------------------------------------------------------

_CARDS = 4


def time_out_card() -> Document:
    """Four cards to cut out and fold: the pupil's side at left, the adult's side at right."""
    page = pupils_page("Time-out card")
    line(page, "Heading 1", "Time-out cards")
    how = "To cut out along the dashed lines and fold in the middle: one for a pocket, some to spare."
    line(page, "Under title", how)
    drawn = table(page, "Cut cards", (WIDTH / 2, WIDTH / 2), "Cards: the pupil's side, then the adult's side")
    for _ in range(_CARDS):
        mine, adults = add_row(drawn, height=47).cells
        _pupils_side(mine)
        _adults_side(adults)
    return page


def _pupils_side(card: _Cell) -> None:
    line(card, "Card title", f"Time out · {_PUPIL}")
    go = worded("I can show this card at any time, or just go.", "I show this card and go quietly.")
    line(card, "Card line", f"{go} Nobody asks why.")
    line(card, "Card line", f"{worded('Where I could go', 'Where I go')}: {_WRITE_HERE}")
    line(card, "Card line", f"I come back when {worded('it feels right', 'I am ready')}.")
    line(card, "Card line", "{{ mentor }} knows.")


def _adults_side(card: _Cell) -> None:
    line(card, "Card title", "For the adult")
    line(
        card,
        "Card line",
        f"It is agreed that {_PUPIL} can go when showing this card: straight away, without questions.",
    )
    minutes = f"Not back after {_WRITE_HERE[:5]} minutes?"
    line(card, "Card line", f"{minutes} Let {{{{ mentor }}}} know. It is never a punishment.")


# -- small steps ----------------------------------------------------------------------------------


def step_ladder() -> Document:
    """The steps as a ladder, the first at its foot; a step back stands there as part of the way."""
    page = pupils_page("My steps")
    line(page, "Heading 1", "My steps: {{ pupil.known_as }}")
    could_go = "This is one way it could go. Steps can be swapped, made smaller or left out, as you like."
    one_by_one = "We start at the foot and go up one step at a time. Going back a step is part of the way."
    line(page, "Under title", worded(could_go, one_by_one))
    gap(page)
    with when(page, "steps"):
        _ladder(page)
    gap(page)
    line(page, "Quiet note", "{{ mentor }} is with you on this.")
    return page


def _ladder(page: Place) -> None:
    drawn = table(page, "Ladder", (20, 98, 42), "The steps as a ladder, the first step at the foot")
    with rows(drawn, "for step in steps"):
        with rows(drawn, "if step.is_done"):
            _rung(drawn, "✓ {{ step.state }}", ground=look.LINE)
        with rows(drawn, "if not step.is_done"):
            _rung(drawn, "{{ step.state or (step.day if not low_demand else '') }}")


def _rung(drawn: Table, state: str, ground: str = "") -> None:
    row = add_row(drawn, height=15)
    stand_in_the_middle(row)
    words = (("Step number", "{{ step.number }}"), ("Step words", "{{ step.what }}"), ("Step state", state))
    for cell, (style, said) in zip(row.cells, words, strict=True):
        line(cell, style, said)
        if ground:
            shade(cell, ground)


# -- things to do ---------------------------------------------------------------------------------

_TASKS = 8


def to_do_list() -> Document:
    """What the pupil is working on, and lines that the pupil fills."""
    page = pupils_page("My list")
    line(page, "Heading 1", f"{worded('Things I could do', 'My to-do list')}: {_PUPIL}")
    gap(page)
    with when(page, "targets"):
        heading = worded("What I said I would like", "What I am working on")
        cell = soft_box(page, heading, "What the pupil is working on")
        line(cell, "Tag", "{%p for target in targets %}")
        line(cell, "Soft bullet", "{{ target }}")
        line(cell, "Tag", "{%p endfor %}")
        end_box(page)
    with when(page, "low_demand"):
        free = "Any of these, in any order, or none today. Ticking is fine, and so is not ticking."
        line(page, "Normal", free)
        _tasks(page, ("", "What I could do", "What would help"))
        otherwise(page)
        _tasks(page, ("", "What", "When"))
        labelled_lines(page, "What to bring", ["What I bring tomorrow"], (60, 100), height=13)
    return page


def _tasks(page: Place, headings: tuple[str, str, str]) -> None:
    drawn = table(page, "Write lines", (14, 101, 45), "Things to do: a box to tick, what, and a note")
    for cell, heading in zip(add_row(drawn, is_heading=True).cells, headings, strict=True):
        line(cell, "List heading", heading)
    for _ in range(_TASKS):
        tick, *_rest = add_row(drawn, height=14).cells
        line(tick, "Task box", "[ ]")


# -- how I am today -------------------------------------------------------------------------------

_ZONES = (
    ("Low and slow", "tired · sad · bored · poorly · lonely · flat"),
    ("Calm and ready", "okay · happy · settled · curious · proud · rested"),
    ("Fizzy or wobbly", "worried · excited · silly · cross · restless · muddled"),
    ("Too much", "furious · panicky · shaking · stuck · overwhelmed · numb"),
)
_SCALE = ("very low", "low", "in between", "good", "very good")


def emotion_check_in() -> Document:
    """Words to circle and a scale of five for coming in and for going out; nothing on it has to be filled."""
    page = pupils_page("How I am today")
    line(page, "Heading 1", "How I am today")
    free = "Circling, drawing, scribbling or leaving it blank: all fine."
    line(page, "Under title", f"{_PUPIL} · {worded(free, 'Circle what fits. You can leave anything blank.')}")
    _scale(page, "When I come in, my energy is …")
    _zones(page)
    line(page, "Heading 2", worded("Something that might help, if anything", "What would help"))
    write_lines(page, "What would help", 2)
    _scale(page, "When I go, my energy is …")
    line(
        page,
        "Quiet note",
        "This is between you and {{ mentor }}. Only if somebody may not be safe is it passed on, to "
        f"{SAFEGUARDING_LEAD}.",
        before=8,
    )
    return page


def _scale(page: Place, heading: str) -> None:
    """Five faces, as the Sessions sheet counts energy: 1 very low, 5 very good."""
    line(page, "Heading 2", heading)
    drawn = table(page, "Scale", (WIDTH / 5,) * 5, f"{heading} from 1, very low, to 5, very good")
    for number, (cell, word) in enumerate(zip(add_row(drawn).cells, _SCALE, strict=True), 1):
        face(line(cell, "Scale word", keep_next=True), (number - 3) / 2, 13, f"A face: {word}")
        line(cell, "Scale number", str(number))
        line(cell, "Scale word", word)


def _zones(page: Place) -> None:
    line(page, "Heading 2", "Right now I feel …")
    drawn = table(page, "Zones", (WIDTH / 2, WIDTH / 2), "Words for feelings in four groups")
    for pair in (_ZONES[:2], _ZONES[2:]):
        for cell, (heading, words) in zip(add_row(drawn, height=24).cells, pair, strict=True):
            shade(cell, look.SOFT)
            line(cell, "Heading 3", heading, before=0)
            line(cell, "Soft text", words)
