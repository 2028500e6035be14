"""Which dates of the reference can no workbook give, and why not? Each is listed once, none is guessed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotComputed:
    """A rule of the reference for which no sheet keeps a date, or that sets none."""

    reference: str
    """The rule's ID in the domain reference, section 2."""
    name: str
    why: str
    """Why no date is given."""
    source: str


NOT_COMPUTED: tuple[NotComputed, ...] = tuple(
    NotComputed(*row)
    for row in (
        # SEND
        ("SEN-CYCLE", "Short cycle of SEN support", "no date is kept of when a cycle starts", "2.1, local"),
        ("EHCP-FIN", "Final amended plan", "no date is kept of the authority's notice to amend", "2.1"),
        ("EHCP-P16", "EHC plan between post-16 providers", "no date is kept of the move", "reg. 18(2)"),
        ("EHCP-Y9", "Preparing for adulthood", "sets no date: every annual review from Year 9", "2.1"),
        ("EHCP-LIST", "The authority's list of reviews", "no date is kept of when it came", "2.1"),
        ("NA-ADV", "Advice for an EHC assessment", "no date is kept of the authority's request", "reg. 8"),
        ("NA-EXC", "Exceptions to the 20 weeks", "sets no date", "2.1"),
        # care and protection
        ("EH-ASSESS", "Early help assessment", "no date is kept of the need or the assessment", "2.2, local"),
        ("CPFILE", "Child protection file to the next school", "no date is kept of its sending", "2.2"),
        # suspension and reduced timetables
        ("SUS-TELL", "Telling parents and authority", "without delay: nothing is counted", "reg. 5, 23"),
        ("SUS-WORK", "Work for the first five days", "sets no date", "2.3"),
        ("SUS-PUB", "Out of public places", "the family's duty; sets no date", "2.3"),
        ("SUS-45", "45 days of suspension a year", "a total, not a date: see suspended-too-long", "2.3"),
        ("SUS-LUNCH", "Half days", "sets no date: the Days column holds halves", "2.3"),
        ("SUS-TERM", "Terms for counting suspensions", "sets no date: the governors' rules use it", "reg. 2"),
        ("GOV-REP", "Representations up to five days", "no date is kept of the parents' letter", "2.3"),
        ("OSD-NOTICE", "Notice of an off-site direction", "no date is kept of the notice", "2.3"),
        ("PTT-WHO", "Agreement to a part-time timetable", "no date is kept of the agreement", "2.3, local"),
        # attendance
        ("PN-THRESHOLD", "Penalty notice threshold", "no sheet holds absences day by day", "2.4"),
        ("PN-LIMIT", "Two penalty notices in three years", "no sheet holds penalty notices", "2.4"),
        ("NOTICE-IMPROVE", "Notice to Improve", "no date is kept of the notice", "2.4"),
        ("ATT-RETURN", "Attendance return", "no sheet holds absences day by day", "2.4"),
        ("SICK-RETURN", "Sickness return", "no sheet holds absences day by day", "2.4"),
        ("ATT-CONTRACT", "Attendance contract review", "no date is kept of the contract", "2.4"),
        # mentoring, measures, the school's own year
        ("PROGRAMME", "Length of a mentoring programme", "a case's own Planned end is the date", "2.5"),
        ("SDQ-CARE", "SDQ of looked-after children", "no date is kept of the authority's collection", "2.5"),
        ("GOV-REPORT", "Report to governors", "no date is kept of the last report", "2.5"),
        ("PP-STRATEGY", "Pupil premium strategy", "the school's, by 31 December; no pupil's", "2.5"),
        ("CENSUS", "School census", "the school's, three days a year; no pupil's", "2.5"),
        ("ISP", "Individual support plan", "not law yet, and no date is kept of one", "2.7"),
    )
)
