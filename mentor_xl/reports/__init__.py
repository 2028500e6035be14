"""The kinds of report, a module each; importing this package registers them in the order shown."""

from mentor_xl.reports.progress_report import progress_report

from mentor_xl.reports.progress_report_staff import progress_report_staff  # isort: skip
from mentor_xl.reports.case_study import case_study  # isort: skip
from mentor_xl.reports.caseload_report import caseload_report  # isort: skip
from mentor_xl.reports.evaluation_report import evaluation_report  # isort: skip

__all__ = [
    "case_study",
    "caseload_report",
    "evaluation_report",
    "progress_report",
    "progress_report_staff",
]
