"""`history`: the changes, and who or what made them; with a number, what exactly that one changed."""

from networkjournal.changes import did, told
from networkjournal.cli import changed
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.cli.output import Meaning, Painted
from networkjournal.errors import Invalid
from networkjournal.i18n import N_, _
from networkjournal.steps import step_name, through, when
from networkjournal.store.history import Step

_SIGNS = {"record": "", "field": "  ", "went": "  − ", "came": "  + "}
_COLOURS: dict[str, Meaning] = {"record": "heading", "went": "wrong", "came": "given"}


def run(context: Context, args: Args) -> None:
    """Print the latest changes, the newest first; or one of them with all that it changed."""
    if args.number is not None:
        _show(context, args.number)
        return
    steps = context.journal.books.history.steps(args.most)
    if context.json:
        context.out.json([changed.step(step) for step in steps])
        return
    rows = [_row(step, context) for step in steps]
    context.out.table(rows, "rllll", (_("No."), _("When"), _("Through"), _("Change"), ""))


def _row(step: Step, context: Context) -> tuple[str, ...]:
    undone = _("taken back") if step.undone else ""
    return str(step.id), " ".join(when(step, context.today)), through(step), step_name(step), undone


def _show(context: Context, number: int) -> None:
    """Print one step: its row, and each record before and after. Raises `Invalid` where there is no such step."""
    history = context.journal.books.history
    step = history.get(number)
    if step is None:
        raise Invalid("step", str(number), "missing")
    changes = history.changes(number)
    if context.json:
        found = [changed.change(change, did(change)) for change in changes]
        context.out.json(changed.step(step) | {"changes": found})
        return
    context.out.table([_row(step, context)], "rllll")
    for change in changes:
        context.out.line()
        for line in told(context.journal, change):
            text = _SIGNS[line.meaning] + line.text
            meaning = _COLOURS.get(line.meaning)
            context.out.line(Painted(text, meaning) if meaning else text)


COMMAND = Command(
    "history",
    N_("The changes, and who or what made them."),
    run,
    arguments=(Argument("NUMBER", N_("One change, to see what exactly it changed."), "optional", kind="count"),),
    options=(Option(("--most",), N_("Show so many."), metavar="N", kind="count", default=20), JSON),
    group=DATA,
    examples=(("history 12", N_("what change number 12 was, before and after")),),
)
