"""How the program ended, for the shell that opened it: the exit status, and whether the sample journal is wanted next.

Refuses to act on it: opening another file is not the affair of a program that is closing.
"""

from typing import NamedTuple

DEMO = "demo"
"""What the app exits with where the sample journal is wanted."""


class Outcome(NamedTuple):
    """What is left to do when the screen is the shell's again."""

    status: int = 0
    demo: bool = False
    """Whether to open the sample journal now."""
