"""``mentor-xl explain``: what a code, a rule, a state or a kind of letter means."""

import difflib

import click

from mentor_xl.cli.screen import say
from mentor_xl.errors import WrongUse
from mentor_xl.explanations import explanations


@click.command("explain")
@click.argument("word", metavar="WORD")
def explain_command(word: str) -> int:
    """Explain WORD: a code, a rule, a state or a kind of letter."""
    known = explanations()
    wanted = word.strip().casefold()
    if wanted not in known:
        near = difflib.get_close_matches(wanted, list(known), n=3, cutoff=0.5)
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        raise WrongUse(f"Nothing is called {word[:40]}.{hint}")
    for line in known[wanted]:
        say(line)
    return 0
