"""A rehearsal on the school's own workbook: harmless canaries are planted in a copy, and looked for.

planting → every letter that could print them → searching its bytes → asking the safety gate → one page.
"""

from mentor_xl.rehearsal.printing import printed_columns
from mentor_xl.rehearsal.turns import rehearse

__all__ = ["printed_columns", "rehearse"]
