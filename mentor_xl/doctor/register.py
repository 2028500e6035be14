"""How a check of a computer is declared, and what comes of asking it."""

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from mentor_xl.doctor.machine import Machine
from mentor_xl.errors import MentorError

_LABEL = re.compile(r"^(Why|Do):[ \t]*", re.MULTILINE)


class State(StrEnum):
    """What came of a check; the words are those of the answer in JSON."""

    OK = "ok"
    WARN = "warn"
    """Something to look at."""
    FAIL = "fail"
    """Something is missing that the work needs."""
    SKIP = "skip"
    """Does not matter here, or cannot be known."""


class Who(StrEnum):
    """Who can mend it."""

    YOU = "you"
    IT = "your IT team"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check found; ``do`` where the check's own remedy does not fit."""

    state: State
    evidence: str
    do: str = ""


def ok(evidence: str) -> Answer:
    """All is well."""
    return Answer(State.OK, evidence)


def warn(evidence: str, do: str = "") -> Answer:
    """Something to look at."""
    return Answer(State.WARN, evidence, do)


def fail(evidence: str, do: str = "") -> Answer:
    """Something is missing that the work needs."""
    return Answer(State.FAIL, evidence, do)


def skip(evidence: str) -> Answer:
    """Does not matter here, or cannot be known."""
    return Answer(State.SKIP, evidence)


Ask = Callable[[Machine], Answer]


@dataclass(frozen=True, slots=True)
class Check:
    """One question to a computer."""

    code: str
    theme: str
    ask: Ask
    question: str
    why: str
    do: str
    who: Who
    is_for_windows: bool
    is_for_the_tab: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one check."""

    check: Check
    state: State
    evidence: str
    do: str
    """Empty where nothing need be done."""

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody has something to do."""
        return self.state in (State.WARN, State.FAIL)


DECLARED: dict[str, Check] = {}
"""Every check, by its code."""


def check(
    code: str, who: Who, *, is_for_windows: bool = False, is_for_the_tab: bool = False
) -> Callable[[Ask], Ask]:
    """Declare a check. The first line of its docstring asks; then come ``Why:`` and ``Do:``.

    ``is_for_the_tab``: what is wrong matters only where the tab Mentor XL is installed in Excel.
    """

    def declared(ask: Ask) -> Ask:
        asked, *labelled = _LABEL.split(inspect.cleandoc(ask.__doc__ or ""))
        told = dict(zip(labelled[::2], labelled[1::2], strict=True))
        if {"Why", "Do"} - told.keys() or not asked.strip() or code in DECLARED:
            raise TypeError(f"The check {code} is there twice, or lacks its question, Why: or Do:.")
        DECLARED[code] = Check(
            code=code,
            theme=ask.__module__.rpartition(".")[2].replace("_", " "),
            ask=ask,
            question=" ".join(asked.split()),
            why=" ".join(told["Why"].split()),
            do=" ".join(told["Do"].split()),
            who=who,
            is_for_windows=is_for_windows or is_for_the_tab,
            is_for_the_tab=is_for_the_tab,
        )
        return ask

    return declared


def consult(machine: Machine, checks: Iterable[Check]) -> tuple[Result, ...]:
    """Ask every check; what is told names no account and no folder of the user's own."""
    return tuple(_asked(one, machine) for one in checks)


def _asked(one: Check, machine: Machine) -> Result:
    answer = _answer(one, machine)
    needs_a_look = answer.state in (State.WARN, State.FAIL)
    do = (answer.do or one.do) if needs_a_look else ""
    return Result(one, answer.state, machine.without_names(answer.evidence), machine.without_names(do))


def _answer(one: Check, machine: Machine) -> Answer:
    if one.is_for_windows and not machine.is_windows:
        return skip("This is asked on Windows only.")
    try:
        answer = one.ask(machine)
        if one.is_for_the_tab and answer.state is State.WARN and not machine.has_tab:
            return skip(f"{answer.evidence} The tab is not in Excel, so it does not matter now.")
    except MentorError as fault:
        return skip(f"It could not be found out. {fault}")
    except ImportError:
        return skip("It could not be found out, for want of a library.")
    except (OSError, ValueError) as fault:
        return skip(f"It could not be found out ({type(fault).__name__}).")
    return answer
