"""Workbooks: read into a casebook, made new, and reported on."""
