"""Which words in a text are for few readers only, and who may read them (decisions, *Privacy*)."""

from mentor_xl.sensitive.phrases import Spot
from mentor_xl.sensitive.readers import may_read
from mentor_xl.sensitive.table import DISCLOSURE, rows, spots_in, themes_in

__all__ = ["DISCLOSURE", "Spot", "may_read", "rows", "spots_in", "themes_in"]
