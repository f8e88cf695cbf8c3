"""`demo`: opens the program on a sample journal in a temporary file, which is gone afterwards."""

import os
import tempfile

from networkjournal.cli.arguments import Args
from networkjournal.cli.command import DATA, Command, Context
from networkjournal.cli.program import require_terminal, show
from networkjournal.i18n import N_


def run(context: Context, args: Args) -> int:
    """Make the sample journal and open the program on it."""
    require_terminal()
    return open_demo(context)


def open_demo(context: Context) -> int:
    """Open the program on the sample journal, on the day it was written for unless another is asked for."""
    from networkjournal.demo import make  # only here: writes a whole journal
    from networkjournal.journal import Journal

    with tempfile.TemporaryDirectory(prefix="networkjournal-demo-") as folder:
        journal = Journal.open(os.path.join(folder, "demo.db"))
        try:
            day = make(journal)
            return show(journal, context, day)
        finally:
            journal.close()


COMMAND = Command("demo", N_("Open a sample journal, in a file that is thrown away."), run, group=DATA)
