"""The safety gate: what must not leave in a letter, looked for in the finished file itself.

No other pupil's name or ID, no address but the reader's and the school's, nothing withheld, nobody whom a
court keeps away, nothing that this reader may not be told, no hole and no tag.
"""

from mentor_xl.safety.findings import MEANINGS, Finding, reason
from mentor_xl.safety.gate import SafetyGate
from mentor_xl.safety.rendered import Part, Reader, text_of
from mentor_xl.safety.second_look import SecondLook

__all__ = ["MEANINGS", "Finding", "Part", "Reader", "SafetyGate", "SecondLook", "reason", "text_of"]
