"""A rehearsal on the school's own workbook: harmless canaries are planted in a copy, and looked for.

planting → every letter that could print them → searching its bytes → asking the safety gate → one page.
"""

from mentor_xl.rehearsal.printing import Columns, printed_columns
from mentor_xl.rehearsal.tally import LetThrough, Tally
from mentor_xl.rehearsal.turns import Rehearsal, rehearse

__all__ = ["Columns", "LetThrough", "Rehearsal", "Tally", "printed_columns", "rehearse"]
