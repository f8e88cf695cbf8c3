"""`demo`: opens the program on a sample journal in a temporary file, which is gone afterwards."""

import os
import tempfile

from networkjournal.cli.arguments import Args
from networkjournal.cli.command import DATA, Command, Context
from networkjournal.cli.program import require_terminal, show
from networkjournal.cli.usage import PROGRAM
from networkjournal.i18n import N_, _


def run(context: Context, args: Args) -> int:
    """Make the sample journal and open the program on it."""
    require_terminal(context)
    return open_demo(context)


def open_demo(context: Context) -> int:
    """Open the program on the sample journal, on the day it was written for unless another is asked for.

    Afterwards it says that the sample is gone, and how to open one's own.
    """
    from networkjournal.demo import make  # only here: writes a whole journal
    from networkjournal.journal import Journal

    with tempfile.TemporaryDirectory(prefix="networkjournal-demo-") as folder:
        journal = Journal.open(os.path.join(folder, "demo.db"))
        try:
            status = show(journal, context, demo_day=make(journal)).status
        finally:
            journal.close()
    context.out.line(_("The sample journal is gone. Your own opens with: {command}").format(command=_own(context)))
    return status


def _own(context: Context) -> str:
    """What to type for one's own journal: the file that was asked for, where it was asked for by name."""
    if context.asked_db is None:
        return PROGRAM
    from shlex import quote  # once, at the end

    return f"{PROGRAM} --db {quote(context.asked_db)}"


COMMAND = Command("demo", N_("Open a sample journal, in a file that is thrown away."), run, group=DATA)
