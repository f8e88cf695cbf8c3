"""Asking a person at a terminal: which of several, and yes or no.

Asks on standard error, so that what a command prints stays clean, and reads standard input. Refuses to guess: no answer
is None, and the caller does what it does where nobody can be asked.
"""

import sys
from collections.abc import Sequence
from unicodedata import normalize

from networkjournal.cli.output import paint, table
from networkjournal.i18n import _

TRIES = 3
YES = frozenset(("y", "yes", "はい", "ええ"))
NO = frozenset(("n", "no", "いいえ"))


def choose(question: str, candidates: Sequence[tuple[str, str]]) -> int | None:
    """Let the person choose among the candidates: pairs of a name and what tells its bearer apart.

    Gives the index of the chosen one; None at the end of the input, for an empty answer, or after three that are none.
    """
    _say(question + "\n")
    rows = [(str(number), name, apart) for number, (name, apart) in enumerate(candidates, start=1)]
    sys.stderr.write(table(rows, "rll"))
    for _try in range(TRIES):
        answer = _answer(_("Number (empty: none of them): "))
        if not answer:
            return None
        if answer.isdecimal() and len(answer) < 10 and 1 <= int(answer) <= len(candidates):
            return int(answer) - 1
        _say(_("Please type a number from 1 to {last}.").format(last=len(candidates)) + "\n")
    return None


def confirm(question: str) -> bool | None:
    """Ask for yes or no. None at the end of the input, or after three answers that are neither; empty is no."""
    for _try in range(TRIES):
        answer = _answer(_("{question} [y/N] ").format(question=question))
        if answer is None:
            return None
        if answer in YES:
            return True
        if not answer or answer in NO:
            return False
        _say(_("Please type y or n.") + "\n")
    return None


def say_line(question: str) -> str | None:
    """Ask for a line of one's own words, as it was typed; None at the end of the input."""
    _say(question)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return line.rstrip("\n") if line else None


def _say(text: str) -> None:
    sys.stderr.write(paint([text], colour=False))
    sys.stderr.flush()


def _answer(prompt: str) -> str | None:
    """The person's next line, folded so that an input method may be left on; None at the end of the input."""
    _say(prompt)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return normalize("NFKC", line).strip().casefold() if line else None
