"""`redo`: does again what was taken back last."""

from networkjournal.cli.arguments import Args
from networkjournal.cli.command import DATA, Command, Context
from networkjournal.i18n import N_
from networkjournal.steps import done_again


def run(context: Context, args: Args) -> None:
    """Do again what `undo` took back, as long as nothing else was changed since."""
    context.out.line(done_again(context.journal.redo()))


COMMAND = Command("redo", N_("Do again what was taken back last."), run, group=DATA)
