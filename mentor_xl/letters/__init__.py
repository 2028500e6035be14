"""The kinds of letter, a module each; importing this package registers them in the order shown."""

from mentor_xl.letters.consent import consent
from mentor_xl.letters.review_invitation import review_invitation
from mentor_xl.letters.review_outcome import review_outcome

from mentor_xl.letters.agency_referrals import (  # isort: skip
    agency_referral,
    camhs_referral,
    mash_hand_off,
)

__all__ = [
    "agency_referral",
    "camhs_referral",
    "consent",
    "mash_hand_off",
    "review_invitation",
    "review_outcome",
]
