"""Opening the program itself: what happens without a command. The only place of the command line that loads `tui`."""

import gc
import sys

from networkjournal.cli.arguments import UsageError
from networkjournal.cli.command import Context

USUAL = (700, 10, 10)
"""The collector's own thresholds, which `main` raised."""


def open_program(context: Context) -> int:
    """Open the program on the journal of the context, and give the exit status.

    Raises `UsageError` where standard input or output is no terminal: there is nothing to draw on.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise UsageError("not_a_terminal")
    from networkjournal.tui.app import run  # 184 ms: textual

    # From here on the process is a long one: what was loaded stays, and what comes is collected as usual again.
    gc.freeze()
    gc.set_threshold(*USUAL)
    return run(context.journal)
