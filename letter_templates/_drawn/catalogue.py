"""Which templates are there, and what draws each? The name is the file's and the document kind's."""

from collections.abc import Callable

from docx.document import Document

from letter_templates._drawn.about_mentoring import information_for_families, information_for_pupils
from letter_templates._drawn.action_plans import plan_for_parents, plan_for_pupils, plan_for_staff
from letter_templates._drawn.agency_answers import agency_chaser, agency_thanks
from letter_templates._drawn.case_studies import case_study_for_leaders, case_study_for_schools
from letter_templates._drawn.caseloads import (
    caseload_report,
    evaluation_for_governors,
    evaluation_for_leaders,
)
from letter_templates._drawn.certificates import certificate
from letter_templates._drawn.consents import consent
from letter_templates._drawn.endings import exit_for_parents, exit_for_pupils, exit_for_staff
from letter_templates._drawn.hand_offs import mash_hand_off
from letter_templates._drawn.meeting_a_mentor import agreement, meet_for_families, meet_for_pupils
from letter_templates._drawn.moving_on import transition_handover
from letter_templates._drawn.office_sheets import print_pack, rehearsal, release_sheet
from letter_templates._drawn.passports import (
    passport_for_parents,
    passport_for_pupils,
    passport_for_teachers,
)
from letter_templates._drawn.peers import (
    mentee_pairing_for_parents,
    mentee_pairing_for_pupils,
    mentor_pairing_for_parents,
    mentor_pairing_for_pupils,
)
from letter_templates._drawn.progress import progress_for_leaders, progress_for_parents
from letter_templates._drawn.progress_for_staff import progress_for_staff
from letter_templates._drawn.pupils_cards import emotion_check_in, step_ladder, time_out_card, to_do_list
from letter_templates._drawn.referrals import agency_referral, camhs_referral
from letter_templates._drawn.returns import return_for_parents, return_for_staff
from letter_templates._drawn.returns_for_pupils import return_for_pupils
from letter_templates._drawn.reviews import invitation, outcome
from letter_templates._drawn.reviews_for_others import invitation_for_agencies, outcome_for_staff
from letter_templates._drawn.reviews_for_pupils import invitation_for_pupils
from letter_templates._drawn.salt_updates import salt_update_for_agencies, salt_update_for_teachers
from letter_templates._drawn.visits import visit_note
from letter_templates._drawn.words_home import (
    club_invitation,
    good_news,
    re_engagement_for_parents,
    re_engagement_for_pupils,
)

TEMPLATES: dict[str, Callable[[], Document]] = {
    "consent": consent,
    "review-invitation": invitation,
    "review-invitation.pupil": invitation_for_pupils,
    "review-outcome": outcome,
    "camhs-referral": camhs_referral,
    "agency-referral": agency_referral,
    "mash-hand-off": mash_hand_off,
    "agency-chaser": agency_chaser,
    "agency-thanks": agency_thanks,
    "salt-update.agency": salt_update_for_agencies,
    "salt-update.teacher": salt_update_for_teachers,
    "progress-report.parent": progress_for_parents,
    "progress-report.leader": progress_for_leaders,
    "mentoring-information": information_for_families,
    "mentoring-information.pupil": information_for_pupils,
    "mentoring-agreement": agreement,
    "meet-your-mentor": meet_for_families,
    "meet-your-mentor.pupil": meet_for_pupils,
    "passport.pupil": passport_for_pupils,
    "passport.parent": passport_for_parents,
    "passport.teacher": passport_for_teachers,
    "certificate": certificate,
    "time-out-card": time_out_card,
    "step-ladder-card": step_ladder,
    "to-do-list": to_do_list,
    "emotion-check-in": emotion_check_in,
    "reintegration-plan.parent": return_for_parents,
    "reintegration-plan.pupil": return_for_pupils,
    "reintegration-plan.teacher": return_for_staff,
    "action-plan.parent": plan_for_parents,
    "action-plan.pupil": plan_for_pupils,
    "action-plan.teacher": plan_for_staff,
    "re-engagement.parent": re_engagement_for_parents,
    "re-engagement.pupil": re_engagement_for_pupils,
    "exit.parent": exit_for_parents,
    "exit.pupil": exit_for_pupils,
    "exit.teacher": exit_for_staff,
    "club-invitation": club_invitation,
    "good-news": good_news,
    "review-invitation-agency": invitation_for_agencies,
    "review-outcome-staff": outcome_for_staff,
    "transition-handover": transition_handover,
    "peer-mentee-pairing.parent": mentee_pairing_for_parents,
    "peer-mentee-pairing.pupil": mentee_pairing_for_pupils,
    "peer-mentor-pairing.parent": mentor_pairing_for_parents,
    "peer-mentor-pairing.pupil": mentor_pairing_for_pupils,
    "visit-note": visit_note,
    "progress-report-staff": progress_for_staff,
    "case-study.leader": case_study_for_leaders,
    "case-study.school": case_study_for_schools,
    "caseload-report": caseload_report,
    "evaluation-report.leader": evaluation_for_leaders,
    "evaluation-report.governors": evaluation_for_governors,
}

SHEETS: dict[str, Callable[[], Document]] = {
    "release-sheet": release_sheet,
    "print-pack": print_pack,
    "rehearsal": rehearsal,
}
"""What is no letter: sheets for the office, in ``letter_templates/sheets``."""
