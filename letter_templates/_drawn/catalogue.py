"""Which templates are there, and what draws each? The name is the file's and the document kind's."""

from collections.abc import Callable

from docx.document import Document

from letter_templates._drawn.consents import consent
from letter_templates._drawn.hand_offs import mash_hand_off
from letter_templates._drawn.progress import progress_for_leaders, progress_for_parents
from letter_templates._drawn.referrals import agency_referral, camhs_referral
from letter_templates._drawn.reviews import invitation, outcome
from letter_templates._drawn.reviews_for_pupils import invitation_for_pupils

TEMPLATES: dict[str, Callable[[], Document]] = {
    "consent": consent,
    "review-invitation": invitation,
    "review-invitation.pupil": invitation_for_pupils,
    "review-outcome": outcome,
    "camhs-referral": camhs_referral,
    "agency-referral": agency_referral,
    "mash-hand-off": mash_hand_off,
    "progress-report.parent": progress_for_parents,
    "progress-report.leader": progress_for_leaders,
}
