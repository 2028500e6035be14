"""Is everything here that Mentor XL needs, does anything stand in its way, and who can mend what is wrong?

Each theme is a module. Nothing is asked over a network, and nothing imported here needs a library: else the
doctor could not say which library is blocked.
"""

from mentor_xl.doctor import (
    add_in,
    excel,
    macro_policy,
    places,
    printing,
    school_locks,
    surroundings,
    templates,
    this_python,
)
from mentor_xl.doctor.machine import Machine
from mentor_xl.doctor.register import DECLARED, Check, Result, State, Who, consult
from mentor_xl.doctor.this_machine import this_machine

THEMES = (
    this_python,
    surroundings,
    templates,
    excel,
    add_in,
    macro_policy,
    school_locks,
    places,
    printing,
)
"""In the order in which a person is told."""

CHECKS = {
    code: check
    for theme in THEMES
    for code, check in DECLARED.items()
    if check.ask.__module__ == theme.__name__
}  # fmt: skip
"""Every check, by its code."""

__all__ = ["CHECKS", "THEMES", "Check", "Machine", "Result", "State", "Who", "consult", "this_machine"]
