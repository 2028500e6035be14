"""The letter that asks a family whether they agree to mentoring, with what they need to know to choose."""

from docx.document import Document
from docx.table import Table

from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import (
    BY_REPLY_DAY,
    ask,
    cut_here,
    interpreter,
    pupil_on_slip,
    signature,
)
from letter_templates._drawn.tables import Detail, add_row, details, rows, table
from letter_templates._drawn.words import Place, bullets, line, otherwise, when
from mentor_xl import look


def consent() -> Document:
    """A letter of one page, the information sheet and the slip."""
    page = new_page("Do you agree to mentoring?", look.PARENT_TYPE, is_for_families=True)
    _letter(page)
    _information(page)
    _slip(page)
    return page


def _letter(page: Document) -> None:
    open_letter(page, "Mentoring for {{ pupil.known_as }}: do you agree?")
    line(
        page,
        "Normal",
        "We would like to offer {{ pupil.known_as }} time with a mentor. A mentor is a member of our "
        "staff who listens, helps to make a plan and notices each step forward.",
    )
    with when(page, "strengths"):
        line(page, "Normal", "What we already see going well: {{ strengths }}")
    line(
        page,
        "Normal",
        "Many pupils have a mentor for a while, and nobody is in trouble. It is your choice, and "
        "{{ pupil.known_as }} can choose too.",
    )
    interpreter(page)
    ask(
        page,
        f"Please read “About mentoring” with {{{{ pupil.known_as }}}}, and tell us{BY_REPLY_DAY} "
        "{% if signers %}if you agree to mentoring{% else %}what you think{% endif %}.",
        "{% if signers %}Send back the slip, or{% else %}You can{% endif %} {{ contact_us }}.",
    )
    _offer(page)
    signature(page)


def _offer(page: Document) -> None:
    """What is known of the mentoring; before there is a case nothing is, and a sentence says so."""
    known = ("mentor", "how_often", "how_long", "aim")
    with when(page, " or ".join(f"mentoring.{name}" for name in known)):
        line(page, "Heading 2", "What we offer")
        _what_is_known(page)
        otherwise(page)
        line(
            page,
            "Normal",
            "Before mentoring begins, we will tell you who the mentor is, how often they meet and for "
            "how long.",
            before=8,
            keep_next=True,
        )


def _what_is_known(page: Place) -> None:
    details(
        page,
        "What we offer",
        (
            Detail("Mentor", "{{ mentoring.mentor }}, {{ mentoring.mentor_title }}", when="mentoring.mentor"),
            Detail("How often", "{{ mentoring.how_often }}", when="mentoring.how_often"),
            Detail("How long", "{{ mentoring.how_long }}", when="mentoring.how_long"),
            Detail("What we hope for", "{{ mentoring.aim }}", when="mentoring.aim"),
        ),
        stays_with_next=True,
    )


def _information(page: Document) -> None:
    line(page, "Heading 1", "About mentoring", new_page=True)
    line(
        page,
        "Normal",
        "Mentoring helps a pupil to feel settled and do well at school. {{ pupil.known_as }} and the "
        "mentor choose one or two small targets, and we look at them with you at a review.",
    )
    line(page, "Heading 2", "What a mentor does")
    bullets(
        page,
        [
            "listens, and takes worries seriously",
            "helps to plan small steps, and notices what goes well",
            "talks with teachers about what helps, and keeps in touch with home.",
        ],
    )
    line(page, "Heading 2", "What a mentor does not do")
    line(
        page,
        "Normal",
        "A mentor is not a counsellor, a therapist or a doctor, and does not decide on punishments. If "
        "other help might be useful, we talk with you and {{ pupil.known_as }} first.",
    )
    _privacy(page)
    line(page, "Heading 2", "Your choice")
    line(
        page,
        "Normal",
        "You can say yes or no, and so can {{ pupil.known_as }}. Each of you can change your mind at any "
        "time, without giving a reason: just tell us. Nothing else that we do for {{ pupil.known_as }} "
        "will change.",
    )


def _privacy(page: Document) -> None:
    line(page, "Heading 2", "What stays private, and what cannot")
    safeguarding_lead = (
        "{% if school.safeguarding_lead %}{{ school.safeguarding_lead }}, our{% else %}our{% endif %} "
        "designated safeguarding lead (the person in charge of keeping pupils safe)"
    )
    line(
        page,
        "Normal",
        "What a pupil tells a mentor is private as far as it can be. But a mentor never promises to keep "
        "a secret. "
        f"If somebody may not be safe, the mentor must tell {safeguarding_lead}. "
        "We would tell you too, unless that could put somebody at risk.",
    )
    line(page, "Heading 2", "How we use information")
    line(
        page,
        "Normal",
        "The mentor keeps short notes: dates, targets and what helped. We keep them safely in school, and "
        "only staff who help {{ pupil.known_as }} see them. We pass them on only if you agree or the law "
        "says that we must. You and {{ pupil.known_as }} can ask to see them.",
    )


def _slip(page: Document) -> None:
    with when(page, "signers"):
        cut_here(page, "Reply slip: mentoring")
        pupil_on_slip(page)
        line(page, "Slip text", "Do you agree to mentoring? Please tick yes or no in your own row, and sign.")
        _signers(page)
        line(page, "Slip small", "Would you like to talk first? Please {{ contact_us }}.")
        otherwise(page)
        line(
            page,
            "Normal",
            "To say yes to mentoring, we need the agreement of somebody who has parental responsibility "
            "(the right in law to decide about a child). Please talk to us about who that is: "
            "{{ contact_us }}.",
        )


def _signers(page: Document) -> None:
    drawn = table(page, "Slip table", (58, 14, 14, 48, 26), "Who agrees: a row for each person who can sign")
    heading = add_row(drawn, is_heading=True)
    for cell, words in zip(heading.cells, ("Name", "Yes", "No", "Signature", "Date"), strict=True):
        line(cell, "List heading", words)
    with rows(drawn, "for signer in signers"):
        _signer(drawn, "{{ signer }}")
    _signer(drawn, "{{ pupil.full_name }} (pupil)")


def _signer(drawn: Table, name: str) -> None:
    cells = add_row(drawn, height=9.5).cells
    for cell, words in zip(cells, (name, "[ ]", "[ ]", "", ""), strict=True):
        line(cell, "Slip cell", words)
