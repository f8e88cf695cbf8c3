"""`redo`: does again what was taken back last."""

from networkjournal.cli.arguments import Args
from networkjournal.cli.command import DATA, Command, Context
from networkjournal.i18n import N_, _
from networkjournal.steps import step_name


def run(context: Context, args: Args) -> None:
    """Do again what `undo` took back, as long as nothing else was changed since."""
    step = context.journal.redo()
    if step is None:
        context.out.line(_("There is nothing to do again."))
    else:
        context.out.line(_("Done again: {step}").format(step=step_name(step)))


COMMAND = Command("redo", N_("Do again what was taken back last."), run, group=DATA)
