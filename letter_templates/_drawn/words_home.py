"""Warm words home: good news, an invitation to a club, and a word when somebody has not been seen."""

from docx.document import Document

from letter_templates._drawn.families import gap
from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import (
    BY_REPLY_DAY,
    ask,
    cut_here,
    interpreter,
    lines_to_write_on,
    options,
    pupil_on_slip,
    signature,
)
from letter_templates._drawn.reviews_for_pupils import close_page, open_page
from letter_templates._drawn.tables import Detail, box, details, say
from letter_templates._drawn.words import Place, bullets, each, line, otherwise, when
from mentor_xl import look

# -- good news -------------------------------------------------------------------------------------


def good_news() -> Document:
    """Half a page, all of it good."""
    page = new_page("Good news", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "Good news about {{ pupil.known_as }}")
    line(page, "Normal", "This letter brings good news, and nothing else. We are proud of this:")
    _news(page)
    with when(page, "attendance"):
        line(
            page,
            "Normal",
            "{{ pupil.known_as }} has been in school {{ attendance }} of the time. We know that this takes "
            "work at home too: thank you.",
            before=8,
        )
    with when(page, "strengths"):
        line(
            page,
            "Normal",
            "What we see in {{ pupil.known_as }}: {{ strengths }}. It is a pleasure to work together.",
            before=8,
        )
        otherwise(page)
        line(page, "Normal", "It is a pleasure to work with {{ pupil.known_as }}.", before=8)
    interpreter(page)
    cell = box(page, "One small thing", "One small thing")
    say(
        cell,
        "Please tell {{ pupil.known_as }} what you think of it. A word from home means more than any prize.",
        stays_with_next=True,
    )
    signature(page)
    return page


def _news(page: Place) -> None:
    day = "{% if news.day %} ({{ news.day }}){% endif %}"
    with each(page, "news in rewards"):
        line(
            page,
            "List Bullet",
            f"**{{{{ news.what }}}}**{{% if news.reward %}}: {{{{ news.reward }}}}{{% endif %}}{day}",
        )
    with when(page, "reached"):
        story = "What it was is for {{ pupil.known_as }} to tell: do ask."
        line(page, "List Bullet", f"**{{{{ reached }}}}**. {story}")


# -- a club or group -------------------------------------------------------------------------------


_DATES = (
    "{% if club.has_begun or not club.first_day %}until {{ club.last_day }}{% elif club.last_day %}"
    "{{ club.first_day }} to {{ club.last_day }}{% else %}from {{ club.first_day }}{% endif %}"
)


def club_invitation() -> Document:
    """One page, with its slip."""
    page = new_page("Invitation to a club or group", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "{{ club.name }}: an invitation for {{ pupil.known_as }}")
    line(
        page,
        "Normal",
        "We would like to invite {{ pupil.known_as }} to {{ club.name }}. To come, to try it first, or to "
        "say no: all three are fine.",
    )
    interpreter(page)
    ask(
        page,
        f"Please ask {{{{ pupil.known_as }}}}, and send back the slip{BY_REPLY_DAY}. "
        "You can also {{ contact_us }}.",
        stays_with_next=True,
    )
    line(page, "Heading 2", "The group")
    details(
        page,
        "The group",
        (
            Detail("What we do", "{{ club.about }}", when="club.about"),
            Detail("When", "{{ club.day_and_time or 'We will tell you the day and time' }}"),
            Detail("Dates", _DATES, when="club.last_day or (club.first_day and not club.has_begun)"),
            Detail("With", "{{ club.leader }}", when="club.leader"),
        ),
        stays_with_next=True,
    )
    signature(page)
    cut_here(page, "Reply slip: {{ club.name }}")
    pupil_on_slip(page)
    options(
        page,
        "Yes, {{ pupil.known_as }} would like to come, or to try it first.",
        "Not this time, thank you.",
    )
    lines_to_write_on(page, ("Signed and dated",), height=10)
    return page


# -- somebody has not been seen --------------------------------------------------------------------


def re_engagement_for_parents() -> Document:
    """One page, with choices and a slip; it counts nothing and blames nobody."""
    page = new_page("We would like to see you again", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "We would be glad to see {{ pupil.known_as }} again")
    line(
        page,
        "Normal",
        "{{ mentor or 'We' }} {{ 'has' if mentor else 'have' }} not seen {{ pupil.known_as }} for a little "
        "while. {% if school_cancelled %}Some of that was on our side, and we are sorry. {% endif %}"
        "Some weeks are full and some days are hard. Nobody has done anything wrong, and the place is kept.",
    )
    interpreter(page)
    ask(
        page,
        f"Please tell us what would suit you and {{{{ pupil.known_as }}}} best, if you can{BY_REPLY_DAY}. "
        "Tick it on the slip, or {{ contact_us }}.",
        stays_with_next=True,
    )
    signature(page)
    cut_here(page, "Reply slip: what would suit us")
    pupil_on_slip(page)
    options(
        page,
        "Another day, time or place would be easier.",
        "A phone call first, or a visit at home, please.",
        "Something shorter, or something to do together, would be easier.",
        "Let us leave it for now. We will say when.",
        "Mentoring is not right for us. We would like to stop.",
    )
    lines_to_write_on(page, ("My name, and a number",), height=10)
    return page


def re_engagement_for_pupils() -> Document:
    """A note that asks for nothing: no sentence in it tells anybody to do anything."""
    page = new_page("A note from your mentor", look.PUPIL_TYPE)
    open_page(page)
    line(page, "Heading 1", "I thought of you")
    line(
        page,
        "Normal",
        "I noticed that we have not met for a little while, and I thought of you. "
        "{% if school_cancelled %}Some of that was on my side, and I am sorry. {% endif %}"
        "I am not cross, and nobody is. Some weeks are like that.",
    )
    line(page, "Normal", "I wondered if any of these might feel all right one day:", keep_next=True)
    bullets(
        page,
        [
            "five minutes, or less",
            "a walk, a drawing, a game, or sitting quietly",
            "another place, another time, or with somebody you like there",
            "a note, a voice message, or a word sent through somebody else",
            "nothing for now, and a wave in the corridor.",
        ],
    )
    gap(page)
    cell = box(page, "For you to know", "For you to know")
    say(cell, "Your place is still there. There is nothing to explain, and nothing that runs out.")
    line(
        page,
        "Normal",
        "You may have a better idea than all of these. It would be good to see you, whenever that is.",
        before=10,
        keep_next=True,
    )
    close_page(page)
    return page
