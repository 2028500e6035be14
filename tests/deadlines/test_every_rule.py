"""Every rule: on an ordinary day, over a holiday, an INSET and a leap day, and past the calendar's end.

Each line was compared with a plain count, day after day, in the half terms of 2026/27 and 2027/28 with INSET
on 27 November 2026 and 7 June 2027, closed on 9 October 2026. A rule is looked at on the day that it is
counted from; one that counts back, on the day before.
"""

import datetime as dt
from typing import get_args

import pytest
from deadlines.a_school import dues_of, of_rule
from deadlines.the_cases import CASES, TWO_YEARS, pupil, reviews, workbook

from mentor_xl import vocabulary
from mentor_xl.deadlines import RULES, DeadlineRule, Due
from mentor_xl.vocabulary import Nation

D = dt.date
NATIONS: tuple[Nation, ...] = get_args(get_args(vocabulary.Nation)[0])
BY_SLUG = {rule.slug: rule for rule in RULES}
FROM_THE_LAW = {"phase-transfer", "phase-transfer-post-16"}
"""Rules that no day of the workbook's is counted from; they have tables of their own."""
LOOKS_AHEAD = {"ehcp-invitation", "initial-conference-report", "conference-report", "target-review"}

SPEC: tuple[tuple[str, str, dt.date, dt.date | None, dt.date | None], ...] = (
    # rule, what happens on the way, counted from, legal last day, act by
    ("mentoring-review", "ordinary", D(2026, 9, 7), None, D(2026, 10, 23)),
    ("mentoring-review", "holiday", D(2026, 10, 19), None, D(2026, 12, 11)),
    ("mentoring-review", "INSET", D(2026, 11, 23), None, D(2027, 1, 22)),
    ("mentoring-review", "leap day", D(2028, 2, 29), None, D(2028, 4, 28)),
    ("mentoring-review", "end of calendar", D(2028, 7, 17), None, None),
    ("target-review", "ordinary", D(2026, 9, 7), None, D(2026, 9, 7)),
    ("target-review", "holiday", D(2026, 10, 26), None, D(2026, 10, 23)),
    ("target-review", "INSET", D(2026, 10, 9), None, D(2026, 10, 8)),
    ("target-review", "leap day", D(2028, 2, 29), None, D(2028, 2, 29)),
    ("target-review", "end of calendar", D(2028, 8, 28), None, None),
    ("follow-up", "ordinary", D(2026, 9, 7), None, D(2026, 10, 19)),
    ("follow-up", "holiday", D(2026, 9, 14), None, D(2026, 10, 23)),
    ("follow-up", "INSET", D(2026, 10, 16), None, D(2026, 11, 26)),
    ("follow-up", "leap day", D(2028, 2, 29), None, D(2028, 4, 6)),
    ("follow-up", "end of calendar", D(2028, 7, 17), None, None),
    ("follow-up-term", "ordinary", D(2026, 9, 7), None, D(2027, 3, 25)),
    ("follow-up-term", "holiday", D(2026, 10, 19), None, D(2027, 3, 25)),
    ("follow-up-term", "INSET", D(2026, 11, 23), None, D(2027, 3, 25)),
    ("follow-up-term", "leap day", D(2028, 2, 29), None, D(2028, 7, 20)),
    ("follow-up-term", "end of calendar", D(2028, 4, 24), None, None),
    ("waiting-contact", "ordinary", D(2026, 9, 7), None, D(2026, 12, 18)),
    ("waiting-contact", "holiday", D(2026, 10, 19), None, D(2026, 12, 18)),
    ("waiting-contact", "INSET", D(2026, 11, 23), None, D(2027, 2, 12)),
    ("waiting-contact", "leap day", D(2028, 2, 29), None, D(2028, 5, 26)),
    ("waiting-contact", "end of calendar", D(2028, 6, 5), None, None),
    ("consent-review", "ordinary", D(2026, 9, 7), None, D(2027, 9, 7)),
    ("consent-review", "holiday", D(2026, 10, 25), None, D(2027, 10, 22)),
    ("consent-review", "INSET", D(2026, 11, 23), None, D(2027, 11, 23)),
    ("consent-review", "end of calendar", D(2027, 8, 11), None, None),
    ("agency-chase", "ordinary", D(2026, 9, 7), None, D(2026, 9, 22)),
    ("agency-chase", "holiday", D(2026, 10, 19), None, D(2026, 11, 3)),
    ("agency-chase", "INSET", D(2026, 11, 23), None, D(2026, 12, 8)),
    ("agency-chase", "leap day", D(2028, 2, 29), None, D(2028, 3, 15)),
    ("agency-chase", "end of calendar", D(2028, 7, 17), None, None),
    ("social-care-chase", "ordinary", D(2026, 9, 7), None, D(2026, 9, 9)),
    ("social-care-chase", "INSET", D(2026, 11, 26), None, D(2026, 11, 30)),
    ("social-care-chase", "leap day", D(2028, 2, 29), None, D(2028, 3, 2)),
    ("social-care-chase", "end of calendar", D(2028, 8, 28), None, None),
    ("social-care-chase", "holiday", D(2026, 10, 22), None, D(2026, 11, 2)),
    ("measure-again", "ordinary", D(2026, 9, 7), None, D(2026, 10, 5)),
    ("measure-again", "holiday", D(2026, 9, 28), None, D(2026, 11, 2)),
    ("measure-again", "INSET", D(2026, 9, 11), None, D(2026, 10, 12)),
    ("measure-again", "leap day", D(2028, 2, 29), None, D(2028, 3, 28)),
    ("measure-again", "end of calendar", D(2028, 7, 17), None, None),
    ("ehcp-annual-review", "ordinary", D(2026, 9, 7), D(2027, 9, 6), D(2027, 9, 6)),
    ("ehcp-annual-review", "holiday", D(2026, 10, 26), D(2027, 10, 25), D(2027, 10, 22)),
    ("ehcp-annual-review", "INSET", D(2026, 11, 23), D(2027, 11, 22), D(2027, 11, 22)),
    ("ehcp-annual-review", "leap day", D(2027, 3, 1), D(2028, 2, 29), D(2028, 2, 29)),
    ("ehcp-annual-review", "end of calendar", D(2027, 9, 2), D(2028, 9, 1), None),
    ("ehcp-meeting", "ordinary", D(2026, 9, 14), D(2027, 8, 16), D(2027, 7, 21)),
    ("ehcp-meeting", "holiday", D(2026, 9, 7), D(2027, 8, 9), D(2027, 7, 21)),
    ("ehcp-meeting", "INSET", D(2026, 11, 23), D(2027, 10, 25), D(2027, 10, 22)),
    ("ehcp-meeting", "leap day", D(2027, 3, 29), D(2028, 2, 29), D(2028, 2, 29)),
    ("ehcp-meeting", "end of calendar", D(2027, 9, 30), D(2028, 9, 1), None),
    ("ehcp-invitation", "ordinary", D(2026, 9, 17), D(2026, 9, 3), D(2026, 9, 3)),
    ("ehcp-invitation", "holiday", D(2026, 11, 9), D(2026, 10, 26), D(2026, 10, 23)),
    ("ehcp-invitation", "INSET", D(2026, 10, 23), D(2026, 10, 9), D(2026, 10, 8)),
    ("ehcp-invitation", "leap day", D(2028, 2, 29), D(2028, 2, 15), D(2028, 2, 11)),
    ("ehcp-invitation", "end of calendar", D(2026, 9, 7), D(2026, 8, 24), None),
    ("ehcp-report", "ordinary", D(2026, 9, 7), D(2026, 9, 21), D(2026, 9, 21)),
    ("ehcp-report", "holiday", D(2026, 10, 12), D(2026, 10, 26), D(2026, 10, 23)),
    ("ehcp-report", "INSET", D(2026, 9, 25), D(2026, 10, 9), D(2026, 10, 8)),
    ("ehcp-report", "leap day", D(2028, 2, 29), D(2028, 3, 14), D(2028, 3, 14)),
    ("ehcp-report", "end of calendar", D(2028, 8, 28), D(2028, 9, 11), None),
    ("idp-review", "ordinary", D(2026, 9, 7), D(2027, 9, 6), D(2027, 9, 6)),
    ("idp-review", "holiday", D(2026, 10, 26), D(2027, 10, 25), D(2027, 10, 22)),
    ("idp-review", "INSET", D(2026, 11, 23), D(2027, 11, 22), D(2027, 11, 22)),
    ("idp-review", "leap day", D(2027, 3, 1), D(2028, 2, 29), D(2028, 2, 29)),
    ("idp-review", "end of calendar", D(2027, 9, 2), D(2028, 9, 1), None),
    ("csp-review", "ordinary", D(2026, 9, 7), None, D(2027, 9, 7)),
    ("csp-review", "holiday", D(2026, 10, 25), None, D(2027, 10, 22)),
    ("csp-review", "INSET", D(2026, 11, 23), None, D(2027, 11, 23)),
    ("csp-review", "end of calendar", D(2027, 7, 27), None, None),
    ("statement-review", "ordinary", D(2026, 9, 7), None, D(2027, 9, 7)),
    ("statement-review", "holiday", D(2026, 10, 25), None, D(2027, 10, 22)),
    ("statement-review", "INSET", D(2026, 11, 23), None, D(2027, 11, 23)),
    ("statement-review", "end of calendar", D(2027, 8, 11), None, None),
    ("ehcp-under-five", "ordinary", D(2026, 9, 7), None, D(2026, 12, 7)),
    ("ehcp-under-five", "holiday", D(2026, 9, 21), None, D(2026, 12, 18)),
    ("ehcp-under-five", "INSET", D(2027, 3, 7), None, D(2027, 6, 8)),
    ("ehcp-under-five", "leap day", D(2028, 2, 29), None, D(2028, 5, 26)),
    ("ehcp-under-five", "end of calendar", D(2028, 5, 11), None, None),
    ("assessment-decision", "ordinary", D(2026, 9, 7), D(2026, 10, 19), D(2026, 10, 19)),
    ("assessment-decision", "holiday", D(2026, 9, 14), D(2026, 10, 26), D(2026, 10, 23)),
    ("assessment-decision", "INSET", D(2026, 10, 16), D(2026, 11, 27), D(2026, 11, 26)),
    ("assessment-decision", "leap day", D(2028, 2, 29), D(2028, 4, 11), D(2028, 4, 6)),
    ("assessment-decision", "end of calendar", D(2028, 8, 28), D(2028, 10, 9), None),
    ("plan-decision", "ordinary", D(2026, 9, 15), D(2027, 1, 5), D(2027, 1, 5)),
    ("plan-decision", "holiday", D(2026, 9, 7), D(2026, 12, 28), D(2026, 12, 18)),
    ("plan-decision", "INSET", D(2027, 2, 15), D(2027, 6, 7), D(2027, 5, 28)),
    ("plan-decision", "leap day", D(2028, 2, 29), D(2028, 6, 20), D(2028, 6, 20)),
    ("plan-decision", "end of calendar", D(2028, 5, 12), D(2028, 9, 1), None),
    ("plan-issued", "ordinary", D(2026, 9, 7), D(2027, 1, 25), D(2027, 1, 25)),
    ("plan-issued", "holiday", D(2026, 9, 28), D(2027, 2, 15), D(2027, 2, 12)),
    ("plan-issued", "INSET", D(2027, 1, 18), D(2027, 6, 7), D(2027, 5, 28)),
    ("plan-issued", "leap day", D(2028, 2, 29), D(2028, 7, 18), D(2028, 7, 18)),
    ("plan-issued", "end of calendar", D(2028, 4, 14), D(2028, 9, 1), None),
    ("draft-plan-comments", "ordinary", D(2026, 9, 7), None, D(2026, 9, 22)),
    ("draft-plan-comments", "holiday", D(2026, 10, 11), None, D(2026, 11, 2)),
    ("draft-plan-comments", "INSET", D(2026, 9, 24), None, D(2026, 10, 12)),
    ("draft-plan-comments", "leap day", D(2028, 2, 29), None, D(2028, 3, 15)),
    ("draft-plan-comments", "end of calendar", D(2028, 7, 17), None, None),
    ("ehcp-decision", "ordinary", D(2026, 9, 7), D(2026, 10, 5), D(2026, 10, 5)),
    ("ehcp-decision", "holiday", D(2026, 9, 28), D(2026, 10, 26), D(2026, 10, 23)),
    ("ehcp-decision", "INSET", D(2026, 9, 11), D(2026, 10, 9), D(2026, 10, 8)),
    ("ehcp-decision", "leap day", D(2028, 2, 29), D(2028, 3, 28), D(2028, 3, 28)),
    ("ehcp-decision", "end of calendar", D(2028, 8, 28), D(2028, 9, 25), None),
    ("sen-support-review", "ordinary", D(2026, 9, 7), None, D(2027, 3, 25)),
    ("sen-support-review", "holiday", D(2026, 10, 19), None, D(2027, 3, 25)),
    ("sen-support-review", "INSET", D(2026, 11, 23), None, D(2027, 3, 25)),
    ("sen-support-review", "leap day", D(2028, 2, 29), None, D(2028, 7, 20)),
    ("sen-support-review", "end of calendar", D(2028, 4, 24), None, None),
    ("medical-plan-review", "ordinary", D(2026, 9, 7), None, D(2027, 9, 7)),
    ("medical-plan-review", "holiday", D(2026, 10, 25), None, D(2027, 10, 22)),
    ("medical-plan-review", "INSET", D(2026, 11, 23), None, D(2027, 11, 23)),
    ("medical-plan-review", "end of calendar", D(2027, 8, 11), None, None),
    ("passport-review", "ordinary", D(2026, 9, 7), None, D(2027, 3, 25)),
    ("passport-review", "holiday", D(2026, 10, 19), None, D(2027, 3, 25)),
    ("passport-review", "INSET", D(2026, 11, 23), None, D(2027, 3, 25)),
    ("passport-review", "leap day", D(2028, 2, 29), None, D(2028, 7, 20)),
    ("passport-review", "end of calendar", D(2028, 4, 24), None, None),
    ("pep-start", "ordinary", D(2026, 9, 7), D(2026, 9, 21), D(2026, 9, 21)),
    ("pep-start", "holiday", D(2026, 10, 12), D(2026, 10, 26), D(2026, 10, 23)),
    ("pep-start", "INSET", D(2026, 9, 25), D(2026, 10, 9), D(2026, 10, 8)),
    ("pep-start", "leap day", D(2028, 2, 29), D(2028, 3, 14), D(2028, 3, 14)),
    ("pep-start", "end of calendar", D(2028, 8, 28), D(2028, 9, 11), None),
    ("pep-ready", "ordinary", D(2026, 9, 7), D(2026, 10, 5), D(2026, 10, 5)),
    ("pep-ready", "holiday", D(2026, 9, 28), D(2026, 10, 26), D(2026, 10, 23)),
    ("pep-ready", "INSET", D(2026, 9, 11), D(2026, 10, 9), D(2026, 10, 8)),
    ("pep-ready", "leap day", D(2028, 2, 29), D(2028, 3, 28), D(2028, 3, 28)),
    ("pep-ready", "end of calendar", D(2028, 8, 28), D(2028, 9, 25), None),
    ("pep-termly", "ordinary", D(2026, 9, 7), D(2027, 3, 25), D(2027, 3, 25)),
    ("pep-termly", "holiday", D(2026, 10, 19), D(2027, 3, 25), D(2027, 3, 25)),
    ("pep-termly", "INSET", D(2026, 11, 23), D(2027, 3, 25), D(2027, 3, 25)),
    ("pep-termly", "leap day", D(2028, 2, 29), D(2028, 7, 20), D(2028, 7, 20)),
    ("pep-termly", "end of calendar", D(2028, 4, 24), None, None),
    ("care-review-first", "ordinary", D(2026, 9, 7), D(2026, 10, 5), D(2026, 10, 5)),
    ("care-review-first", "holiday", D(2026, 9, 28), D(2026, 10, 26), D(2026, 10, 23)),
    ("care-review-first", "INSET", D(2026, 9, 11), D(2026, 10, 9), D(2026, 10, 8)),
    ("care-review-first", "leap day", D(2028, 2, 29), D(2028, 3, 28), D(2028, 3, 28)),
    ("care-review-first", "end of calendar", D(2028, 8, 28), D(2028, 9, 25), None),
    ("care-review-second", "ordinary", D(2026, 9, 8), D(2026, 12, 7), D(2026, 12, 7)),
    ("care-review-second", "holiday", D(2026, 9, 22), D(2026, 12, 21), D(2026, 12, 18)),
    ("care-review-second", "INSET", D(2027, 3, 8), D(2027, 6, 7), D(2027, 5, 28)),
    ("care-review-second", "leap day", D(2028, 2, 29), D(2028, 5, 28), D(2028, 5, 26)),
    ("care-review-second", "end of calendar", D(2028, 6, 2), D(2028, 9, 1), None),
    ("care-review", "ordinary", D(2026, 9, 8), None, D(2027, 3, 8)),
    ("care-review", "holiday", D(2026, 9, 26), None, D(2027, 3, 25)),
    ("care-review", "INSET", D(2026, 12, 7), None, D(2027, 6, 8)),
    ("care-review", "leap day", D(2027, 8, 29), None, D(2028, 2, 29)),
    ("care-review", "end of calendar", D(2028, 2, 11), None, None),
    ("pep-after-move", "ordinary", D(2026, 9, 7), None, D(2026, 10, 5)),
    ("pep-after-move", "holiday", D(2026, 9, 28), None, D(2026, 10, 23)),
    ("pep-after-move", "INSET", D(2026, 9, 11), None, D(2026, 10, 8)),
    ("pep-after-move", "leap day", D(2028, 2, 29), None, D(2028, 3, 28)),
    ("pep-after-move", "end of calendar", D(2028, 7, 17), None, None),
    ("protection-initial", "ordinary", D(2026, 9, 7), D(2026, 9, 28), D(2026, 9, 28)),
    ("protection-initial", "holiday", D(2026, 10, 5), D(2026, 10, 26), D(2026, 10, 23)),
    ("protection-initial", "INSET", D(2026, 9, 18), D(2026, 10, 9), D(2026, 10, 8)),
    ("protection-initial", "leap day", D(2028, 2, 29), D(2028, 3, 21), D(2028, 3, 21)),
    ("protection-initial", "end of calendar", D(2028, 8, 28), D(2028, 9, 18), None),
    ("core-group-first", "ordinary", D(2026, 9, 7), D(2026, 9, 21), D(2026, 9, 21)),
    ("core-group-first", "holiday", D(2026, 10, 12), D(2026, 10, 26), D(2026, 10, 23)),
    ("core-group-first", "INSET", D(2026, 9, 25), D(2026, 10, 9), D(2026, 10, 8)),
    ("core-group-first", "leap day", D(2028, 2, 29), D(2028, 3, 14), D(2028, 3, 14)),
    ("core-group-first", "end of calendar", D(2028, 8, 28), D(2028, 9, 11), None),
    ("core-group", "ordinary", D(2026, 9, 7), None, D(2026, 10, 7)),
    ("core-group", "holiday", D(2026, 9, 26), None, D(2026, 10, 23)),
    ("core-group", "INSET", D(2026, 9, 9), None, D(2026, 10, 8)),
    ("core-group", "leap day", D(2028, 2, 29), None, D(2028, 3, 29)),
    ("core-group", "end of calendar", D(2028, 7, 17), None, None),
    ("protection-review-first", "ordinary", D(2026, 9, 7), None, D(2026, 12, 7)),
    ("protection-review-first", "holiday", D(2026, 9, 21), None, D(2026, 12, 18)),
    ("protection-review-first", "INSET", D(2027, 3, 7), None, D(2027, 6, 8)),
    ("protection-review-first", "leap day", D(2028, 2, 29), None, D(2028, 5, 26)),
    ("protection-review-first", "end of calendar", D(2028, 5, 11), None, None),
    ("protection-review-first-wales", "ordinary", D(2026, 9, 8), D(2026, 12, 7), D(2026, 12, 7)),
    ("protection-review-first-wales", "holiday", D(2026, 9, 22), D(2026, 12, 21), D(2026, 12, 18)),
    ("protection-review-first-wales", "INSET", D(2027, 3, 8), D(2027, 6, 7), D(2027, 5, 28)),
    ("protection-review-first-wales", "leap day", D(2028, 2, 29), D(2028, 5, 28), D(2028, 5, 26)),
    ("protection-review-first-wales", "end of calendar", D(2028, 6, 2), D(2028, 9, 1), None),
    ("protection-review", "ordinary", D(2026, 9, 9), D(2027, 3, 8), D(2027, 3, 8)),
    ("protection-review", "holiday", D(2026, 9, 27), D(2027, 3, 26), D(2027, 3, 25)),
    ("protection-review", "INSET", D(2026, 12, 8), D(2027, 6, 7), D(2027, 5, 28)),
    ("protection-review", "leap day", D(2028, 2, 29), D(2028, 8, 28), D(2028, 7, 20)),
    ("protection-review", "end of calendar", D(2028, 3, 2), D(2028, 9, 1), None),
    ("initial-conference-report", "ordinary", D(2026, 9, 9), None, D(2026, 9, 7)),
    ("initial-conference-report", "holiday", D(2026, 10, 28), None, D(2026, 10, 23)),
    ("initial-conference-report", "INSET", D(2026, 10, 11), None, D(2026, 10, 8)),
    ("initial-conference-report", "leap day", D(2028, 2, 29), None, D(2028, 2, 28)),
    ("initial-conference-report", "end of calendar", D(2028, 8, 28), None, None),
    ("conference-report", "ordinary", D(2026, 9, 8), None, D(2026, 9, 3)),
    ("conference-report", "holiday", D(2026, 10, 29), None, D(2026, 10, 23)),
    ("conference-report", "INSET", D(2026, 10, 14), None, D(2026, 10, 8)),
    ("conference-report", "leap day", D(2028, 2, 29), None, D(2028, 2, 24)),
    ("conference-report", "end of calendar", D(2026, 9, 7), None, None),
    ("in-need-planning", "ordinary", D(2026, 9, 7), None, D(2026, 9, 21)),
    ("in-need-planning", "holiday", D(2026, 10, 12), None, D(2026, 10, 23)),
    ("in-need-planning", "INSET", D(2026, 9, 25), None, D(2026, 10, 8)),
    ("in-need-planning", "leap day", D(2028, 2, 29), None, D(2028, 3, 14)),
    ("in-need-planning", "end of calendar", D(2028, 8, 28), None, None),
    ("in-need-review", "ordinary", D(2026, 9, 7), None, D(2026, 11, 30)),
    ("in-need-review", "holiday", D(2026, 9, 28), None, D(2026, 12, 18)),
    ("in-need-review", "INSET", D(2027, 3, 15), None, D(2027, 6, 8)),
    ("in-need-review", "leap day", D(2028, 2, 29), None, D(2028, 5, 23)),
    ("in-need-review", "end of calendar", D(2028, 5, 19), None, None),
    ("early-help-first", "ordinary", D(2026, 9, 7), None, D(2026, 10, 19)),
    ("early-help-first", "holiday", D(2026, 9, 14), None, D(2026, 10, 23)),
    ("early-help-first", "INSET", D(2026, 10, 16), None, D(2026, 11, 26)),
    ("early-help-first", "leap day", D(2028, 2, 29), None, D(2028, 4, 6)),
    ("early-help-first", "end of calendar", D(2028, 7, 17), None, None),
    ("early-help-review", "ordinary", D(2026, 9, 7), None, D(2026, 10, 19)),
    ("early-help-review", "holiday", D(2026, 9, 14), None, D(2026, 10, 23)),
    ("early-help-review", "INSET", D(2026, 10, 16), None, D(2026, 11, 26)),
    ("early-help-review", "leap day", D(2028, 2, 29), None, D(2028, 4, 6)),
    ("early-help-review", "end of calendar", D(2028, 7, 17), None, None),
    ("early-help-again", "ordinary", D(2026, 9, 7), None, D(2027, 9, 7)),
    ("early-help-again", "holiday", D(2026, 10, 25), None, D(2027, 10, 22)),
    ("early-help-again", "INSET", D(2026, 11, 23), None, D(2027, 11, 23)),
    ("early-help-again", "end of calendar", D(2027, 8, 11), None, None),
    ("suspension-day-6", "ordinary", D(2026, 9, 7), D(2026, 9, 14), D(2026, 9, 14)),
    ("suspension-day-6", "holiday", D(2026, 10, 19), D(2026, 11, 2), D(2026, 11, 2)),
    ("suspension-day-6", "INSET", D(2026, 11, 23), D(2026, 12, 1), D(2026, 12, 1)),
    ("suspension-day-6", "leap day", D(2028, 2, 29), D(2028, 3, 7), D(2028, 3, 7)),
    ("suspension-day-6", "end of calendar", D(2028, 7, 17), None, None),
    ("exclusion-day-6", "ordinary", D(2026, 9, 7), D(2026, 9, 14), D(2026, 9, 14)),
    ("exclusion-day-6", "holiday", D(2026, 10, 19), D(2026, 11, 2), D(2026, 11, 2)),
    ("exclusion-day-6", "INSET", D(2026, 11, 23), D(2026, 12, 1), D(2026, 12, 1)),
    ("exclusion-day-6", "leap day", D(2028, 2, 29), D(2028, 3, 7), D(2028, 3, 7)),
    ("exclusion-day-6", "end of calendar", D(2028, 7, 17), None, None),
    ("governors-15", "ordinary", D(2026, 9, 7), D(2026, 9, 28), D(2026, 9, 28)),
    ("governors-15", "holiday", D(2026, 10, 19), D(2026, 11, 16), D(2026, 11, 16)),
    ("governors-15", "INSET", D(2026, 11, 23), D(2026, 12, 15), D(2026, 12, 15)),
    ("governors-15", "leap day", D(2028, 2, 29), D(2028, 3, 21), D(2028, 3, 21)),
    ("governors-15", "end of calendar", D(2028, 7, 17), None, None),
    ("governors-50", "ordinary", D(2026, 9, 7), D(2026, 11, 24), D(2026, 11, 24)),
    ("governors-50", "holiday", D(2026, 10, 19), D(2027, 1, 20), D(2027, 1, 20)),
    ("governors-50", "INSET", D(2026, 11, 23), D(2027, 2, 24), D(2027, 2, 24)),
    ("governors-50", "leap day", D(2028, 2, 29), D(2028, 5, 25), D(2028, 5, 25)),
    ("governors-50", "end of calendar", D(2028, 5, 5), None, None),
    ("reintegration", "ordinary", D(2026, 9, 7), None, D(2026, 9, 7)),
    ("reintegration", "leap day", D(2028, 2, 29), None, D(2028, 2, 29)),
    ("reintegration", "holiday", D(2026, 10, 28), None, D(2026, 10, 23)),
    ("reintegration", "INSET", D(2026, 11, 27), None, D(2026, 11, 26)),
    ("reintegration", "end of calendar", D(2028, 9, 15), None, None),
    ("part-time-end", "ordinary", D(2026, 9, 7), None, D(2026, 10, 19)),
    ("part-time-end", "holiday", D(2026, 9, 14), None, D(2026, 10, 23)),
    ("part-time-end", "INSET", D(2026, 10, 16), None, D(2026, 11, 26)),
    ("part-time-end", "leap day", D(2028, 2, 29), None, D(2028, 4, 6)),
    ("part-time-end", "end of calendar", D(2028, 7, 17), None, None),
    ("part-time-review", "ordinary", D(2026, 9, 7), None, D(2026, 9, 14)),
    ("part-time-review", "holiday", D(2026, 10, 19), None, D(2026, 10, 23)),
    ("part-time-review", "INSET", D(2026, 10, 2), None, D(2026, 10, 8)),
    ("part-time-review", "leap day", D(2028, 2, 29), None, D(2028, 3, 7)),
    ("part-time-review", "end of calendar", D(2028, 8, 28), None, None),
    ("off-site-review", "ordinary", D(2026, 9, 7), None, D(2026, 10, 19)),
    ("off-site-review", "holiday", D(2026, 9, 14), None, D(2026, 10, 23)),
    ("off-site-review", "INSET", D(2026, 10, 16), None, D(2026, 11, 26)),
    ("off-site-review", "leap day", D(2028, 2, 29), None, D(2028, 4, 6)),
    ("off-site-review", "end of calendar", D(2028, 7, 17), None, None),
    ("managed-move-trial", "ordinary", D(2026, 9, 7), None, D(2026, 10, 23)),
    ("managed-move-trial", "holiday", D(2026, 10, 19), None, D(2026, 12, 11)),
    ("managed-move-trial", "INSET", D(2026, 11, 23), None, D(2027, 1, 22)),
    ("managed-move-trial", "leap day", D(2028, 2, 29), None, D(2028, 4, 28)),
    ("managed-move-trial", "end of calendar", D(2028, 7, 17), None, None),
)


def open_dues(slug: str, day: dt.date, nation: Nation) -> list[Due]:
    today = day - dt.timedelta(days=1) if slug in LOOKS_AHEAD else day
    dues = dues_of(workbook(slug, day, nation), today, calendar=TWO_YEARS)
    return [due for due in of_rule(dues, slug) if due.state != "held"]


@pytest.mark.parametrize(("slug", "what", "day", "legal", "act_by"), SPEC)
def test_a_rule_comes_to_the_day_that_a_person_counts(
    slug: str, what: str, day: dt.date, legal: dt.date | None, act_by: dt.date | None
) -> None:
    nations = BY_SLUG[slug].nations
    (due,) = open_dues(slug, day, "England" if "England" in nations else nations[0])
    assert (due.legal_last_day, due.act_by) == (legal, act_by), due.why
    assert (act_by is None) == (what == "end of calendar")
    assert act_by is not None or due.state in {"needs calendar", "overdue"}


def test_every_rule_has_its_table() -> None:
    assert set(CASES) == set(BY_SLUG)
    told = {slug: {what for one, what, *_ in SPEC if one == slug} for slug in BY_SLUG}
    for slug in BY_SLUG.keys() - FROM_THE_LAW:
        assert told[slug] >= {"ordinary", "holiday", "INSET", "end of calendar"}, slug


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_speaks_in_its_own_nations_only(rule: DeadlineRule, nation: Nation) -> None:
    days = {one: day for one, what, day, *_ in reversed(SPEC) if what == "ordinary"}
    dues = open_dues(rule.slug, days.get(rule.slug, D(2026, 11, 23)), nation)
    assert bool(dues) == (nation in rule.nations)


@pytest.mark.parametrize(
    ("nation", "legal"),
    [
        ("England", D(2027, 3, 30)),  # Good Friday and Easter Monday are no working days
        ("Wales", D(2027, 3, 30)),
    ],
)
def test_working_days_are_the_nation_s(nation: Nation, legal: dt.date) -> None:
    (due,) = open_dues("core-group-first", D(2027, 3, 12), nation)
    assert due.legal_last_day == legal


@pytest.mark.parametrize(
    ("nation", "act_by"),
    [
        ("England", D(2027, 3, 25)),  # 10 working days: 26 and 29 March are bank holidays
        ("Scotland", D(2027, 3, 25)),  # Easter Monday is a working day; Monday 29 March has no school
        ("Northern Ireland", D(2027, 4, 12)),  # St Patrick's Day too
    ],
)
def test_an_agency_s_working_days_are_the_nation_s(nation: Nation, act_by: dt.date) -> None:
    (due,) = open_dues("agency-chase", D(2027, 3, 10), nation)
    assert due.act_by == act_by


# -- before moving on --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "year", "today", "legal", "act_by", "state"),
    [
        ("phase-transfer", "6", D(2026, 9, 3), D(2027, 2, 14), D(2027, 2, 12), "planned"),
        ("phase-transfer", "Y6", D(2027, 2, 12), D(2027, 2, 14), D(2027, 2, 12), "due soon"),
        ("phase-transfer", "6", D(2027, 2, 13), D(2027, 2, 14), D(2027, 2, 12), "act now"),
        ("phase-transfer", "6", D(2027, 2, 15), D(2027, 2, 14), D(2027, 2, 12), "overdue"),
        ("phase-transfer", "6", D(2027, 9, 1), D(2028, 2, 14), D(2028, 2, 11), "planned"),
        ("phase-transfer", "6", D(2028, 9, 1), D(2029, 2, 14), None, "needs calendar"),
        ("phase-transfer-post-16", "11", D(2026, 9, 3), D(2027, 3, 30), D(2027, 3, 25), "planned"),
        ("phase-transfer-post-16", "11", D(2027, 9, 2), D(2028, 3, 30), D(2028, 3, 30), "planned"),
    ],
)
def test_a_plan_is_reviewed_before_a_pupil_moves_on(  # noqa: PLR0917
    slug: str, year: str, today: dt.date, legal: dt.date, act_by: dt.date | None, state: str
) -> None:
    text = workbook(slug, today).replace("| 6 |", f"| {year} |")
    (due,) = of_rule(dues_of(text, today, calendar=TWO_YEARS), slug)
    assert (due.legal_last_day, due.act_by, due.state) == (legal, act_by, state)
    assert due.counted_from == D(legal.year - 1, 9, 1)


@pytest.mark.parametrize(
    ("year", "born", "phase", "slugs"),
    [
        ("6", "2016-05-05", "Primary", {"phase-transfer"}),
        ("", "2016-05-05", "Primary", {"phase-transfer"}),  # by the date of birth
        ("", "2015-09-01", "Primary", {"phase-transfer"}),
        ("", "2015-08-31", "Primary", set()),
        ("5", "2016-05-05", "Primary", set()),  # taught a year below: what is typed wins
        ("6", "2016-05-05", "All-through", set()),
        ("6", "2016-05-05", "Special", set()),
        ("11", "2011-05-05", "Secondary", {"phase-transfer-post-16"}),
        ("", "2011-05-05", "Special", {"phase-transfer-post-16"}),
        ("12", "2010-05-05", "Secondary", set()),
        ("Reception", "2016-05-05", "Primary", set()),
    ],
)
def test_pupils_move_on_from_year_6_of_a_primary_school_and_from_year_11(
    year: str, born: str, phase: str, slugs: set[str]
) -> None:
    text = f"\n# Settings\n| Setting | Value |\n| Phase | {phase} |\n"
    text += pupil(SEN="E", EHCP_issued="2026-09-10", Year_group=year, Date_of_birth=born)
    assert {due.rule for due in dues_of(text, D(2026, 11, 23))} & FROM_THE_LAW == slugs


@pytest.mark.parametrize(
    ("held", "state"), [("2026-09-01", "held"), ("2026-11-20", "held"), ("2026-08-31", "planned")]
)
def test_a_review_held_since_september_is_the_one_before_moving_on(held: str, state: str) -> None:
    text = pupil(SEN="E", EHCP_issued="2024-09-10", Year_group="11")
    text += reviews(f"Annual review of EHC plan | | {held}")
    (due,) = of_rule(dues_of(text, D(2026, 11, 23)), "phase-transfer-post-16")
    assert due.state == state


def test_a_pupil_without_a_plan_has_none_to_be_reviewed_before_moving_on() -> None:
    text = pupil(SEN="K", Year_group="11")
    assert of_rule(dues_of(text, D(2026, 11, 23)), "phase-transfer-post-16") == []
