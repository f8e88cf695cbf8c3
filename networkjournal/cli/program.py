"""Opening the program itself: what happens without a command. The only place of the command line that loads `tui`."""

import sys

from networkjournal.cli.arguments import UsageError
from networkjournal.cli.command import Context


def open_program(context: Context) -> int:
    """Open the program on the journal of the context, and give the exit status.

    Raises `UsageError` where standard input or output is no terminal: there is nothing to draw on.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise UsageError("not_a_terminal")
    from networkjournal.tui.app import run  # 184 ms: textual

    return run(context.journal)
