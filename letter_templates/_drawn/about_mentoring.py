"""What mentoring is and is not, on a sheet for families and on a page for pupils."""

from docx.document import Document

from letter_templates._drawn.parts import interpreter
from letter_templates._drawn.pupils_pages import BETWEEN_US, SAFEGUARDING_LEAD, pupils_page, told
from letter_templates._drawn.tables import box, say
from letter_templates._drawn.words import line
from mentor_xl import look

_PUPIL = "{{ pupil.known_as }}"
_HOW_LONG = (
    "{% if mentoring.sessions %}We plan {{ mentoring.sessions }}, and then we look together at how it went."
    "{% else %}How long it goes on depends on what helps. We look at that together at each review.{% endif %}"
)


def information_for_families() -> Document:
    """One page to keep; nothing is asked."""
    page = pupils_page("About mentoring", look.PARENT_TYPE, is_for_families=True)
    line(page, "Heading 1", "About mentoring")
    line(page, "Salutation", "{{ recipient.salutation }},")
    line(
        page,
        "Normal",
        f"This page tells you what mentoring is and what you and {_PUPIL} can choose. It is yours to keep: "
        "there is nothing to send back.",
    )
    interpreter(page)
    _what_it_is(page)
    _what_is_kept(page)
    asked = box(page, "Who to ask", "Who to ask about mentoring")
    role = "{% if signatory.role %} ({{ signatory.role | lower }}){% endif %}"
    say(asked, f"Please {{{{ contact_us }}}}. {{{{ signatory.name }}}}{role} will be glad to hear from you.")
    say(
        asked,
        "If you are not happy with something, you can also speak to {% if school.headteacher %}"
        "{{ school.headteacher }}, the headteacher{% else %}the headteacher{% endif %}.",
    )
    return page


def _what_it_is(page: Document) -> None:
    line(page, "Heading 2", "What mentoring is")
    line(
        page,
        "Normal",
        "Mentoring helps a pupil to feel settled and do well at school. {{ mentor }} listens to "
        f"{_PUPIL}, helps to choose one or two small targets and plan small steps, notices what goes well, "
        "and talks with teachers and home about what helps. {% if mentoring.how_often %}They meet "
        "{{ mentoring.how_often }}. {% endif %}" + _HOW_LONG,
    )
    line(page, "Heading 2", "What mentoring is not")
    line(
        page,
        "Normal",
        "A mentor is not a counsellor, a therapist or a doctor, and does not decide on punishments. Having a "
        f"mentor does not mean that anybody is in trouble. If other help might be useful, we talk with you "
        f"and {_PUPIL} first.",
    )


def _what_is_kept(page: Document) -> None:
    line(page, "Heading 2", "What stays private, and what cannot")
    line(
        page,
        "Normal",
        "What a pupil tells a mentor is private as far as it can be, but a mentor never promises to keep a "
        f"secret. If somebody may not be safe, the mentor tells {SAFEGUARDING_LEAD}. We would tell you too, "
        "unless that could put somebody at risk.",
    )
    line(page, "Heading 2", "How we use information")
    line(
        page,
        "Normal",
        "The mentor keeps short notes: dates, targets and what helped. We keep them safely in school, and "
        f"only staff who help {_PUPIL} see them. We pass them on only if you agree or the law says so. "
        f"You and {_PUPIL} can ask to see them. Our privacy notice says how long we keep them"
        "{% if school.website %}: {{ school.website }}{% endif %}.",
    )
    line(page, "Heading 2", "You can change your mind")
    line(
        page,
        "Normal",
        f"You can stop the mentoring, and so can {_PUPIL}, at any time and without giving a reason: just "
        f"tell us. Nothing else that we do for {_PUPIL} will change.",
    )


def information_for_pupils() -> Document:
    """The same in the mentor's own words; it tells, and asks for nothing whoever reads it."""
    page = pupils_page("Mentoring: what it is and what it is not")
    line(page, "Heading 1", "Mentoring: what it is, and what it is not")
    line(page, "Normal", "Hello {{ pupil.known_as }}. This page is yours to keep.", before=4)
    told(
        page,
        "What it is",
        "Time with an adult in school who is on your side. We can talk, walk, draw or plan. You say what "
        "would make school better, and we look for small steps.",
    )
    told(
        page,
        "What it is not",
        "It is not a punishment, and you are not in trouble. I am not a counsellor or a doctor. If you would "
        "like somebody like that, I can help to find them.",
    )
    told(page, "What stays between us", BETWEEN_US)
    told(
        page,
        "What I write down",
        "A few short notes: when we met, what we plan, what helped. Only adults who help you in school see "
        "them. You can ask to see them too.",
    )
    told(
        page,
        "It is your choice",
        "You can take a break or stop whenever you like. You can say it, write it, or send word with "
        "somebody. I will not ask for a reason, and nobody will be cross.",
    )
    told(
        page,
        "Who to ask",
        "Me: {{ mentor }}{% if mentor_days %}, in school {{ mentor_days }}{% endif %}. Or any adult in "
        "school whom you trust.",
    )
    return page
