"""Peer pairs: two different letters home, and two different pages for the pupils themselves.

The letters home say no name of another pupil. Where `low_demand` holds a pupil's page tells and invites, and
asks for nothing by any day.
"""

from docx.document import Document
from docx.table import _Cell

from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import BY_REPLY_DAY, ask, interpreter, signature
from letter_templates._drawn.reviews_for_pupils import close_page, open_page
from letter_templates._drawn.tables import Detail, box, details, say
from letter_templates._drawn.words import Place, bullets, line, otherwise, when
from mentor_xl import look

_BEGINS = (
    "{% if pair.begins %}{% if pair.has_begun %}since {{ pair.begins }}{% else %}from {{ pair.begins }}"
    "{% endif %}{% endif %}"
)
_TIMES = (
    Detail("What they do", "{{ pair.activity | capitalize }}"),
    Detail("When", f"{{{{ pair.slot }}}}{{% if pair.begins %}}, {_BEGINS}{{% endif %}}"),
    Detail("Until", "{{ pair.ends }}", when="pair.ends"),
    Detail("Where", "{{ pair.place }}, with an adult near", when="pair.place"),
    Detail("Where", "In school, with an adult near", when="not pair.place"),
    Detail("Who keeps an eye on them", "{{ pair.supervisor }}"),
)


def mentor_pairing_for_parents() -> Document:
    """One page to the home of the pupil who gives time."""
    page = new_page("Your child as a peer mentor", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "{{ pupil.known_as }} is a peer mentor")
    line(
        page,
        "Normal",
        "{{ pupil.known_as }} has been trained as a peer mentor, and is now paired with {{ other_pupil }}. "
        "We are glad: it is a kind thing to do, and many peer mentors enjoy it.",
    )
    line(
        page,
        "Normal",
        "A peer mentor is a pupil who gives a little time, listens and is friendly. It is not teaching or "
        "counselling, and {{ pupil.known_as }} is never asked to keep a secret: anything that worries "
        "{{ pupil.known_as }} goes to an adult at once.",
    )
    interpreter(page)
    _no_is_fine(page)
    line(page, "Heading 2", "What is planned")
    details(page, "What is planned", _TIMES, stays_with_next=True)
    _names_stay_in_school(page)
    signature(page)
    return page


def mentee_pairing_for_parents() -> Document:
    """One page to the home of the pupil who is given time."""
    page = new_page("A peer mentor for your child", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "A peer mentor for {{ pupil.known_as }}")
    line(
        page,
        "Normal",
        "{{ pupil.known_as }} is paired with {{ other_pupil }}, who has been trained as a peer mentor. Many "
        "pupils enjoy time with somebody who knows the school and is there just for them.",
    )
    line(
        page,
        "Normal",
        "The peer mentor knows the name that {{ pupil.known_as }} uses and what they both enjoy, and nothing "
        "else from us. An adult keeps an eye on the pair and asks {{ pupil.known_as }}, alone, how it is.",
    )
    interpreter(page)
    _no_is_fine(page)
    line(page, "Heading 2", "What is planned")
    details(page, "What is planned", _TIMES, stays_with_next=True)
    _names_stay_in_school(page)
    signature(page)
    return page


def _no_is_fine(page: Place) -> None:
    ask(
        page,
        f"Please talk about it with {{{{ pupil.known_as }}}}. If either of you would rather not, tell us"
        f"{BY_REPLY_DAY}, or at any time later: {{{{ contact_us }}}}.",
        "You do not have to give a reason, and nothing else changes.",
    )


def _names_stay_in_school(page: Place) -> None:
    line(
        page,
        "Normal",
        "We do not name other pupils in letters, and we ask you to leave that to the pupils too.",
        before=8,
        keep_next=True,
    )


# -- the pupils' own pages -----------------------------------------------------------------------------

_WHEN = "{{ pair.slot }}"


def mentor_pairing_for_pupils() -> Document:
    """The page of the pupil who gives time."""
    page = new_page("You are a peer mentor", look.PUPIL_TYPE)
    open_page(page)
    with when(page, "low_demand"):
        line(page, "Heading 1", "Some time with {{ partner }}, if you like")
        line(
            page,
            "Normal",
            "You said that you might like to be a peer mentor. I wondered about you and {{ partner }}: you "
            "could {{ pair.activity }}.",
        )
        _your_times(page)
        line(page, "Normal", _BOTH, before=10)
        line(page, "Normal", "These might be good to know:", keep_next=True)
        _good_to_know(
            page,
            [
                "it can be short, and it can be quiet",
                "an adult is near, and is glad to hear how it was",
                "a worry that {{ partner }} tells you is one to pass on to an adult: nobody keeps it alone",
                "stopping is fine, for a day or for good, and so is changing your mind.",
            ],
        )
        otherwise(page)
        line(page, "Heading 1", "You are a peer mentor for {{ partner }}")
        line(
            page,
            "Normal",
            "Thank you for giving your time. You and {{ partner }} will {{ pair.activity }}.",
        )
        _your_times(page)
        line(page, "Normal", _BOTH, before=10)
        line(page, "Normal", "What you have learned, once more:", keep_next=True)
        _good_to_know(
            page,
            [
                "Be friendly, be there, and listen. You do not have to fix anything.",
                _NEVER_ALONE,
                "Meet at the times above and in school. Not online, and not instead of lessons.",
                "Tell {{ pair.supervisor }} if it gets too much, or to stop. That is always all right.",
            ],
        )
    close_page(page)
    return page


def mentee_pairing_for_pupils() -> Document:
    """The page of the pupil who is given time."""
    page = new_page("A peer mentor for you", look.PUPIL_TYPE)
    open_page(page)
    with when(page, "low_demand"):
        line(page, "Heading 1", "{{ partner }} would like to meet you")
        line(
            page,
            "Normal",
            "{{ partner }} is a peer mentor: a pupil who knows the school and likes to spend time with "
            "others. I wondered if you might like that. The two of you could {{ pair.activity }}.",
        )
        _your_times(page)
        line(page, "Normal", _BOTH, before=10)
        line(page, "Normal", "It is yours to shape:", keep_next=True)
        _good_to_know(
            page,
            [
                "another time or place is fine, and so is a shorter one",
                "you could watch first, or bring something you like doing",
                "talking is one way, and being there without talking is another",
                "leaving it for now is fine too. It is there if you ever like it.",
            ],
        )
        otherwise(page)
        line(page, "Heading 1", "{{ partner }} is your peer mentor")
        line(
            page,
            "Normal",
            "{{ partner }} is a pupil who knows the school and has learned how to be a good listener. "
            "You will {{ pair.activity }}.",
        )
        _your_times(page)
        line(page, "Normal", _BOTH, before=10)
        line(page, "Normal", "Good to know:", keep_next=True)
        _good_to_know(
            page,
            [
                "This is your time. You can say what you would like to do.",
                "{{ partner }} knows your first name and what you both enjoy, and nothing else from us.",
                "{{ partner }} keeps what you say. But if somebody may not be safe, an adult has to know.",
                "If it does not feel right, tell {{ pair.supervisor }}. It can change, or it can stop.",
            ],
        )
    close_page(page)
    return page


_NEVER_ALONE = (
    "What {{ partner }} tells you stays with you, but never a worry that somebody may not be safe. Pass that "
    "on to {{ pair.supervisor }} the same day. You never keep it alone."
)
_BOTH = "{% if both_enjoy %}You both said that you like {{ both_enjoy }}.{% endif %}"


def _good_to_know(page: Place, items: list[str]) -> None:
    """Bullets of which the last stays with the close."""
    bullets(page, items[:-1])
    line(page, "List Bullet", items[-1], keep_next=True)


def _your_times(page: Place) -> _Cell:
    planned = box(page, "When and where", "When and where you meet")
    say(planned, f"**{_WHEN}**{{% if pair.begins %}}, {_BEGINS}{{% endif %}}")
    with when(planned, "pair.place"):
        say(planned, "{{ pair.place }}")
    say(planned, "{{ pair.supervisor }} is near, and there for both of you.")
    return planned
