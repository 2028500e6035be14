"""LibreOffice in Excel's place: an engine for xlwings, so that the live front works on a real open document.

It behaves as Excel does over COM where the front could tell: numbers arrive with a fraction, errors as whole
numbers, days with a zone; text is taken as if it were typed, unless the cell is formatted as text.
"""
