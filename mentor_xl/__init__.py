"""Mentor XL: checks a school mentor's caseload workbook, works out what is due, writes the letters."""

__version__ = "0.1.0"

__all__ = ["__version__"]
