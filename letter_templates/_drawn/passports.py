"""The pupil passport on one page: strengths first, in the pupil's own words; for pupil, home and staff."""

from docx.document import Document

from letter_templates._drawn.pupils_pages import end_box, pupils_page, soft_box, worded
from letter_templates._drawn.words import Place, line, otherwise, when
from mentor_xl import look

_BOXES = (
    ("strengths", "I am good at"),
    ("i_like", "I like"),
    ("what_worries_me", "What worries me"),
    ("what_helps", "What helps me"),
    ("what_does_not_help", "What does not help"),
    ("how_to_talk_with_me", "How to talk with me"),
    ("adjustments", "What school changes for me"),
    ("see_me_clearly", "See me clearly"),
)
_REVIEW_BY = "{{ passport.review_by }}"
_PAST_REVIEW = f"The day to look at it again, {_REVIEW_BY}, has passed: something may have changed."
_TYPE_FOR_ADULTS = look.TypeSizes(body=12, headings=(16, 12, 12))


def passport_for_pupils() -> Document:
    """The pupil's own copy."""
    page = pupils_page("My passport")
    line(page, "Heading 1", "My passport: {{ pupil.known_as }}")
    again = worded(
        "Things change: if you like, we could see whether this still fits.",
        "It is time to look at this again together.",
    )
    draft = "This is a draft for us to look at together. You can change any of it."
    _about(page, draft, again, with_review="not low_demand")
    _boxes(page)
    return page


def passport_for_parents() -> Document:
    """The copy for home."""
    page = pupils_page("Pupil passport for home", _TYPE_FOR_ADULTS, is_for_families=True)
    line(page, "Heading 1", "{{ pupil.known_as }}’s passport")
    line(
        page,
        "Under title",
        "{{ recipient.salutation }}, this is what {{ pupil.known_as }} would like adults to know. Does "
        "something not fit any more? Please tell {{ mentor }}.",
    )
    _about(page, "This is a draft: it is not agreed yet, and teachers do not have it.", _PAST_REVIEW)
    _boxes(page)
    return page


def passport_for_teachers() -> Document:
    """The copy for those who teach the pupil."""
    page = pupils_page(
        "Pupil passport for staff",
        _TYPE_FOR_ADULTS,
        readers="For staff who teach or support this pupil; not for display",
    )
    line(page, "Heading 1", "{{ pupil.full_name }}’s passport")
    line(
        page,
        "Under title",
        "{{ [pupil.year, pupil.form] | select | join(', ') }}{% if pupil.year or pupil.form %} · {% endif %}"
        "In {{ pupil.known_as }}’s own words · Questions to {{ mentor }}",
    )
    _about(page, "", _PAST_REVIEW)
    _boxes(page)
    return page


def _about(page: Place, draft: str, past_review: str, *, with_review: str = "true") -> None:
    """Agreed with, version, review: one quiet line at the head, so that it is never left to a second page."""
    agreed = "{% if passport.agreed_with %}Agreed with: {{ passport.agreed_with }}.{% else %}"
    again = f"{{% elif passport.review_by and {with_review} %}} We look at it again by {_REVIEW_BY}."
    line(
        page,
        "Quiet note",
        f"{agreed}{draft}{{% endif %}}"
        "{% if passport.version %} Version of {{ passport.version }}.{% endif %}"
        f"{{% if passport.is_past_review %}} {past_review}{again}{{% endif %}}",
        before=0,
    )


def _boxes(page: Place) -> None:
    """A box for each thing the pupil has said; what was left blank has none."""
    for field, heading in _BOXES:
        with when(page, f"passport.{field}"):
            said = soft_box(page, heading)
            with when(said, "passport.is_long"):
                line(said, "Tight text", f"{{{{ passport.{field} }}}}")
                otherwise(said)
                line(said, "Soft text", f"{{{{ passport.{field} }}}}")
            end_box(page)
