"""`history`: the changes, and who or what made them."""

from networkjournal.cli.arguments import Args, Option
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.i18n import N_, _
from networkjournal.steps import step_name


def run(context: Context, args: Args) -> None:
    """Print the latest changes, the newest first."""
    steps = context.journal.books.history.steps(args.most)
    if context.json:
        context.out.json([step._asdict() for step in steps])
        return
    rows = [
        (
            str(step.id),
            step.at[:19].replace("T", " "),
            step.source,
            step_name(step),
            _("taken back") if step.undone else "",
        )
        for step in steps
    ]
    context.out.table(rows, "rllll", (_("No."), _("When (UTC)"), _("Through"), _("Change"), ""))


COMMAND = Command(
    "history",
    N_("The changes, and who or what made them."),
    run,
    options=(Option(("--most",), N_("Show so many."), metavar="N", kind="count", default=20), JSON),
    group=DATA,
)
