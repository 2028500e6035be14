"""What is written to an agency after a referral: a friendly question where nothing came, and thanks."""

from docx.document import Document

from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import BY_REPLY_DAY, ask, signature
from letter_templates._drawn.words import bullets_of, line, when
from mentor_xl import look

_OUR_REFERRAL = (
    "{% if referral.reference %} Our reference was {{ referral.reference }}.{% endif %}"
    "{% if referral.born %} {{ pupil.known_as }} was born on {{ referral.born }}.{% endif %}"
)


def agency_chaser() -> Document:
    """Did our letter arrive, and what happens next? Nothing more about the child than the name."""
    page = new_page("Question to a service about a referral", look.AGENCY_TYPE)
    open_letter(page, "Our referral of {{ referral.sent_on }}: {{ pupil.legal_name }}", is_confidential=True)
    line(
        page,
        "Normal",
        f"We wrote to you on {{{{ referral.sent_on }}}} about {{{{ pupil.legal_name }}}}.{_OUR_REFERRAL}",
    )
    line(
        page,
        "Normal",
        "We hoped to hear by {{ referral.hoped_by }}, and have no answer on our records. It may be on its "
        "way, and we know how much you have to do.",
    )
    ask(
        page,
        "Please tell us whether our letter has reached you, whether you have what you need, and when we may "
        "expect to hear.",
        f"A short answer is enough{BY_REPLY_DAY}: {{{{ contact_us }}}}.",
    )
    line(
        page,
        "Normal",
        "If it did not arrive, we will send it again at once. If it is not a matter for you, please tell us "
        "who may be able to help.",
        keep_next=True,
        before=8,
    )
    signature(page)
    return page


def agency_thanks() -> Document:
    """Thank you; here is who to speak with in school, and how we will tell you how it goes."""
    page = new_page("Thanks to a service for its answer", look.AGENCY_TYPE)
    open_letter(page, "Thank you: {{ pupil.legal_name }}", is_confidential=True)
    with when(page, "referral.is_accepted"):
        line(page, "Normal", "Thank you for offering {{ pupil.known_as }} your help. We are glad.")
    with when(page, "not referral.is_accepted"):
        line(
            page,
            "Normal",
            "Thank you for letting us know that you have our letter about {{ pupil.known_as }}.",
        )
    line(page, "Normal", f"We wrote to you on {{{{ referral.sent_on }}}}.{_OUR_REFERRAL}")
    line(page, "Heading 2", "Who to speak with in school")
    line(page, "Normal", "{{ signatory.name }} is the person to speak with: {{ contact_us }}.")
    line(page, "Heading 2", "What you can expect from us")
    bullets_of(page, "promise in promises", "{{ promise }}")
    line(page, "Heading 2", "What helps us")
    line(
        page,
        "Normal",
        "Please tell us when you first meet {{ pupil.known_as }}, and anything that we could do in school to "
        "help. We share only what has been agreed.",
        keep_next=True,
    )
    signature(page)
    return page
