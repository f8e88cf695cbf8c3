"""`undo`: takes back the last change."""

from networkjournal.cli.arguments import Args
from networkjournal.cli.command import DATA, Command, Context
from networkjournal.i18n import N_, _
from networkjournal.steps import step_name


def run(context: Context, args: Args) -> None:
    """Take back the latest change that stands."""
    step = context.journal.undo()
    if step is None:
        context.out.line(_("There is nothing to take back."))
    else:
        context.out.line(_("Taken back: {step}").format(step=step_name(step)))


COMMAND = Command("undo", N_("Take back the last change."), run, group=DATA)
