"""The kinds of letter, a module each; importing this package registers them in the order shown."""

from mentor_xl.letters.consent import consent
from mentor_xl.letters.review_invitation import review_invitation
from mentor_xl.letters.review_outcome import review_outcome

from mentor_xl.letters.agency_referrals import (  # isort: skip
    agency_referral,
    camhs_referral,
    mash_hand_off,
)
from mentor_xl.letters.agency_answers import agency_chaser, agency_thanks  # isort: skip
from mentor_xl.letters.salt_update import salt_update  # isort: skip
from mentor_xl.letters.action_plan import action_plan  # isort: skip
from mentor_xl.letters.club_invitation import club_invitation  # isort: skip
from mentor_xl.letters.exit import exit_  # isort: skip
from mentor_xl.letters.good_news import good_news  # isort: skip
from mentor_xl.letters.re_engagement import re_engagement  # isort: skip
from mentor_xl.letters.reintegration_plan import reintegration_plan  # isort: skip
from mentor_xl.letters.review_invitation_agency import review_invitation_agency  # isort: skip
from mentor_xl.letters.review_outcome_staff import review_outcome_staff  # isort: skip
from mentor_xl.letters.mentoring_pages import (  # isort: skip
    meet_your_mentor,
    mentoring_agreement,
    mentoring_information,
)
from mentor_xl.letters.passport import passport  # isort: skip
from mentor_xl.letters.certificate import certificate  # isort: skip
from mentor_xl.letters.pupils_cards import (  # isort: skip
    emotion_check_in,
    step_ladder_card,
    time_out_card,
    to_do_list,
)
from mentor_xl.letters.transition_handover import transition_handover  # isort: skip
from mentor_xl.letters.peer_pairing import (  # isort: skip
    peer_mentee_pairing,
    peer_mentor_pairing,
)
from mentor_xl.letters.visit_note import visit_note  # isort: skip

__all__ = [
    "action_plan",
    "agency_chaser",
    "agency_referral",
    "agency_thanks",
    "camhs_referral",
    "certificate",
    "club_invitation",
    "consent",
    "emotion_check_in",
    "exit_",
    "good_news",
    "mash_hand_off",
    "meet_your_mentor",
    "mentoring_agreement",
    "mentoring_information",
    "passport",
    "peer_mentee_pairing",
    "peer_mentor_pairing",
    "re_engagement",
    "reintegration_plan",
    "review_invitation",
    "review_invitation_agency",
    "review_outcome",
    "review_outcome_staff",
    "salt_update",
    "step_ladder_card",
    "time_out_card",
    "to_do_list",
    "transition_handover",
    "visit_note",
]
