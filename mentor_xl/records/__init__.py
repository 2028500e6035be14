"""One class for each kind of row in the workbook, one module for each cluster of sheets."""

from mentor_xl.records.agencies import Agency, AgencyReferral
from mentor_xl.records.columns import Cell, CellError, Column, Hold, Record, columns_of
from mentor_xl.records.mentoring import BarrierAssessment, Case, Consent, Referral
from mentor_xl.records.office import Explanation, Policy, RuleOverride, TrainingRecord
from mentor_xl.records.peers import PeerMeeting, PeerPair, PeerPoolEntry
from mentor_xl.records.progress import AttendanceRow, BehaviourRow, Measure, Scale
from mentor_xl.records.pupils import Contact, Pupil
from mentor_xl.records.reviews import Event, Passport, Review
from mentor_xl.records.school import CalendarPeriod, Settings, StaffMember
from mentor_xl.records.work import MentoringGroup, RewardGiven, Session, Step, Target

__all__ = [
    "Agency",
    "AgencyReferral",
    "AttendanceRow",
    "BarrierAssessment",
    "BehaviourRow",
    "CalendarPeriod",
    "Case",
    "Cell",
    "CellError",
    "Column",
    "Consent",
    "Contact",
    "Event",
    "Explanation",
    "Hold",
    "Measure",
    "MentoringGroup",
    "Passport",
    "PeerMeeting",
    "PeerPair",
    "PeerPoolEntry",
    "Policy",
    "Pupil",
    "Record",
    "Referral",
    "Review",
    "RewardGiven",
    "RuleOverride",
    "Scale",
    "Session",
    "Settings",
    "StaffMember",
    "Step",
    "Target",
    "TrainingRecord",
    "columns_of",
]
