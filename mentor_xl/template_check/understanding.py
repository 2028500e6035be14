"""Can a single tag be understood, and if not, what is it that cannot?"""

from __future__ import annotations

import difflib
import re
from functools import cache, lru_cache

from jinja2 import TemplateSyntaxError

from mentor_xl.template_check.tags import Tag
from mentor_xl.word.environment import LetterEnvironment

_WORDS = ("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "with", "endwith", "macro")
_STANDS_IN_FOR_ITS_BLOCK = {
    "elif": "{%% if a %%}%s{%% endif %%}",
    "else": "{%% if a %%}%s{%% endif %%}",
    "endif": "{%% if a %%}%s",
    "endfor": "{%% for a in b %%}%s",
    "endset": "{%% set a %%}%s",
    "endwith": "{%% with %%}%s",
    "endmacro": "{%% macro a() %%}%s",
    "endcall": "{%% call a() %%}%s",
    "endfilter": "{%% filter upper %%}%s",
    "endraw": "{%% raw %%}%s",
}


@cache
def _environment() -> LetterEnvironment:
    return LetterEnvironment()


def source_of(tag: Tag) -> str:
    """The tag as Jinja reads it."""
    if tag.is_remark:
        return ""
    if tag.is_of_a_table_cell:
        return f"{{{{ {tag.inner.partition(' ')[2] or 1} }}}}"
    return f"{{{{ {tag.inner} }}}}" if tag.prints else f"{{% {tag.inner} %}}"


def why_not_understood(tag: Tag) -> str | None:
    """A sentence on what in a tag cannot be understood; None for one that can."""
    alone = source_of(tag)
    if tag.opens_a_block:
        whole = f"{alone}{{% end{tag.word} %}}"
    else:
        whole = _STANDS_IN_FOR_ITS_BLOCK.get(tag.word, "%s") % alone
    return _why_not(whole)


@lru_cache(maxsize=4096)
def _why_not(whole: str) -> str | None:
    environment = _environment()
    try:
        environment.compile(environment.parse(whole))
    except TemplateSyntaxError as error:
        return said_plainly(error.message or "")
    return None


def said_plainly(message: str) -> str:
    """Jinja's sentence in words for somebody who edits letters."""
    for pattern, say in _SAID:
        if found := re.search(pattern, message):
            return say % found[1] if found.groups() else say
    if found := re.search(r"No filter named '(.+?)'", message):
        return f"There is no filter called “{found[1]}”.{_near(found[1], list(_environment().filters))}"
    if found := re.search(r"No test named '(.+?)'", message):
        return f"There is no test called “{found[1]}”.{_near(found[1], list(_environment().tests))}"
    if found := re.search(r"[Uu]nknown tag '(.+?)'", message):
        return f"“{found[1]}” is no statement.{_near(found[1], _WORDS)}"
    return f"{message.rstrip('.')}."


_SAID = (
    (
        r"got 'end of (?:print )?statement'|got 'end of template'|Unexpected end",
        "The tag stops too early: something is missing in it.",
    ),
    (r"unexpected char '(.+)' at", "The sign “%s” cannot be understood."),
    (r"expected token '.+', got '(.+)'", "“%s” does not fit here."),
    (r"unexpected '(.+)'", "“%s” does not fit here."),
)


def _near(word: str, words: list[str] | tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    return f" Did you mean “{near[0]}”?" if near else ""
