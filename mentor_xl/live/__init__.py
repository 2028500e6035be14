"""What Mentor XL does in the book that is open in Excel: it marks cells, fills columns, rebuilds its sheets.

Nothing here knows how Excel is reached; ``ribbon`` brings the book.
"""
