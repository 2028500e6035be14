"""Writes ``mentor_xl/school_calendar/bank_holidays.py`` from the package ``holidays``: ``python`` this file.

Run it when a new bank holiday is proclaimed, with the version of ``holidays`` that knows it.
"""

import textwrap
from collections import defaultdict
from pathlib import Path

import holidays

from mentor_xl.school_calendar.working_days import KNOWN_YEARS

_LETTERS = {"E": "ENG", "W": "WLS", "S": "SCT", "N": "NIR"}
PLACE = Path(__file__).parents[1] / "mentor_xl" / "school_calendar" / "bank_holidays.py"
_HEAD = '''"""Which days are bank holidays, in which nations, from 1950 to 2100? A table, made by a program.

It is a table because to count them takes longer than all else that a letter needs. After the name stand the
nations, by their first letters, and the days as 20261225.
"""

KEPT = """
'''


def as_module() -> str:
    """The whole text of the module."""
    nations: defaultdict[tuple[str, str], str] = defaultdict(str)
    for letter, code in _LETTERS.items():
        found = holidays.country_holidays("GB", subdiv=code, years=KNOWN_YEARS, language="en_GB")
        for day, name in found.items():
            nations[f"{day:%Y%m%d}", name.replace("(observed)", "(substitute day)")] += letter
    days: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (day, name), where in sorted(nations.items()):
        days[name, where].append(day)
    parts = []
    for (name, where), some in sorted(days.items()):
        parts += [f"{name} | {where}", textwrap.fill(" ".join(some), 107, initial_indent="  ",
                                                     subsequent_indent="  ")]  # fmt: skip
    return _HEAD + "\n".join(parts) + '\n"""\n'


if __name__ == "__main__":
    PLACE.write_text(as_module(), encoding="utf-8")
