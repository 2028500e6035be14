"""The parts that letters share: the page around the words, the people, and what is told of a case.

They are what templates print. Every field always has a value: text that is not there is ``""``.
"""

from mentor_xl.letter_parts.page import (
    Addressee,
    LetterContext,
    LetterHead,
    School,
    Signatory,
    addressee,
    contact_us,
    reply_day,
    school_of,
    shared_parts,
    signatory_of,
)
from mentor_xl.letter_parts.people import (
    has_own_letters,
    mentor_of,
    reads_low_demand,
    staff_name,
    to_family,
    to_leader,
    to_pupil,
    to_teachers,
    who_signs,
)
from mentor_xl.letter_parts.told_of_a_case import (
    MeasureLine,
    TargetLine,
    is_held,
    latest_case,
    measure_lines,
    next_review,
    referral_of,
    sound_review_day,
    sound_score,
    target_lines,
)

__all__ = [
    "Addressee",
    "LetterContext",
    "LetterHead",
    "MeasureLine",
    "School",
    "Signatory",
    "TargetLine",
    "addressee",
    "contact_us",
    "has_own_letters",
    "is_held",
    "latest_case",
    "measure_lines",
    "mentor_of",
    "next_review",
    "reads_low_demand",
    "referral_of",
    "reply_day",
    "school_of",
    "shared_parts",
    "signatory_of",
    "sound_review_day",
    "sound_score",
    "staff_name",
    "target_lines",
    "to_family",
    "to_leader",
    "to_pupil",
    "to_teachers",
    "who_signs",
]
