"""`undo`: takes back the last change."""

from networkjournal.cli.arguments import Args
from networkjournal.cli.command import DATA, Command, Context
from networkjournal.i18n import N_
from networkjournal.steps import taken_back


def run(context: Context, args: Args) -> None:
    """Take back the latest change that stands."""
    context.out.line(taken_back(context.journal.undo()))


COMMAND = Command("undo", N_("Take back the last change."), run, group=DATA)
