"""The kinds of report, a module each; importing this package registers them."""

from mentor_xl.reports.progress_report import progress_report

__all__ = ["progress_report"]
