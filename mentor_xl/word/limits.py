"""How much may a template have worked out for one letter? Counted, never timed, so it stops alike everywhere.

A sign that is made costs 1; a letter, or a report on a form, comes to some ten thousand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any

from jinja2 import pass_context
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context

LARGEST_NUMBER = 10_000
"""What a template that is checked may itself count, fill or repeat up to."""
WORK_LEFT = "work left"
"""Where a letter's Work is kept; a template cannot spell this."""

_ENOUGH = 20_000_000
_A_CALL = 1_000
_A_THING = 200
_LISTS: tuple[type, ...] = (
    list, tuple, set, frozenset, range, dict, type({}.keys()), type({}.values()), type({}.items()),
)  # fmt: skip
_REPEAT = frozenset({"batch", "center", "format", "join", "replace", "round", "slice", "wordwrap"})
"""The filters that can make far more than they are given."""
_WIDE = re.compile(r"%[^%a-zA-Z]*(?:\d{5}|\*)|\{[^{}]*(?:\d{5}|\{)")
"""A format that fills up to a width of five digits, or to one that it is given."""


class Endless(TemplateRuntimeError):
    """A template asked for more than any letter can be."""


class Work:
    """What is left for one letter."""

    def __init__(self) -> None:
        self._left = _ENOUGH

    def spend(self, amount: int) -> None:
        """Raises Endless where there is not so much left."""
        self._left -= amount
        if self._left < 0:
            raise Endless


def gone_through(context: Context, values: Iterable[Any]) -> list[Any]:
    """What a loop goes through, or ``~`` puts together, paid for before it is done."""
    listed = list(values)
    context.parent[WORK_LEFT].spend(_size(listed))
    return listed


def spend_on_sum(context: Context, operator: str, left: Any, right: Any) -> None:
    """Pay for ``+``, ``*`` or ``%``."""
    if operator == "%" and isinstance(left, str):
        amount = _most("format", left, (right,))
    elif isinstance(left, int) and isinstance(right, int):
        amount = left.bit_length() * right.bit_length()
    elif operator == "*":
        repeated, often = (right, left) if isinstance(left, int) else (left, right)
        amount = _most(operator, repeated, (often,))
    else:
        amount = _size((left, right))
    context.parent[WORK_LEFT].spend(amount)


def spend_on_call(context: Context, called: Any, given: Sequence[Any]) -> None:
    """Pay for a macro, a function or a method; those of a word or a number can make much of little."""
    method = getattr(called, "__wrapped__", called)
    subject = getattr(method, "__self__", None)
    is_of_a_word = isinstance(subject, str | bytes | int | float)
    amount = _most(method.__name__, subject, given) if is_of_a_word else _size(given)
    context.parent[WORK_LEFT].spend(_A_CALL + amount)


def paid_for(name: str, filter_: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, paid for before it is used. What it would give bit by bit it gives at once."""
    passed = getattr(getattr(filter_, "jinja_pass_arg", None), "name", "")

    @wraps(filter_)
    def paid(context: Context, subject: Any, *others: Any, **named: Any) -> Any:
        given = (*others, *named.values())
        amount = _most(name, subject, given) if name in _REPEAT else _size((subject, *given))
        context.parent[WORK_LEFT].spend(amount)
        first = {"context": context, "eval_context": context.eval_ctx, "environment": context.environment}
        before = (first[passed],) if passed else ()
        made = filter_(*before, subject, *others, **named)
        return list(made) if isinstance(made, Iterator) else made

    return pass_context(paid)


def _size(value: Any) -> int:
    """The signs in words, and in all that a list holds; no more is counted than is more than enough."""
    if isinstance(value, str | bytes):
        return len(value)
    things: Any = value
    if not isinstance(things, _LISTS):
        return 1
    size = 0
    for one in value.items() if isinstance(value, dict) else value:
        size += _A_THING + _size(one)
        if size > _ENOUGH:
            break
    return size


def _most(name: str, subject: Any, given: Sequence[Any]) -> int:
    """The most that can come of it: every sign as often as there are others, or as wide as a number says."""
    if name in ("format", "format_map"):
        if _WIDE.search(str(subject)):
            raise Endless
        return _size(subject) * sum(map(_size, given))
    words = sum(_size(one) for one in given if not isinstance(one, int))
    widest = max((abs(one) for one in given if isinstance(one, int)), default=1)
    return _size(subject) * max(words, 1) * max(widest, 1)
