"""`inbox`: the lines that wait, and settling them."""

from networkjournal import wording
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Argument, Option, UsageError
from networkjournal.cli.command import DAILY, JSON, Command, Context
from networkjournal.cli.output import Painted
from networkjournal.i18n import N_, _


def run(context: Context, args: Args) -> None:
    """Print what waits and why."""
    lines = context.journal.inbox()
    if context.json:
        context.out.json([documents.inbox_line(line) for line in lines])
        return
    if not lines:
        context.out.line(_("Nothing waits."))
    for line in lines:
        context.out.line(Painted(f"{line.number:3}  ", "heading"), f"{line.day.isoformat()}  ", line.text.strip())
        context.out.line("     ", wording.reason(line.reason, line.name, line.candidates))


def settle(context: Context, args: Args) -> None:
    """Say who is meant, or make a contact of the name."""
    if bool(args.as_) == args.create:
        raise UsageError("missing", "--as")
    given = context.journal.settle(args.n, args.as_ or None)
    if context.json:
        context.out.json(documents.receipt(given))
    else:
        context.out.line(wording.receipt(given.draft, given.created))


COMMAND = Command(
    "inbox",
    N_("The lines that wait to be settled, and why."),
    run,
    options=(JSON,),
    group=DAILY,
    subcommands=(
        Command(
            "settle",
            N_("Settle one: say who is meant, or make the contact."),
            settle,
            arguments=(Argument("N", N_("Its number in the inbox."), kind="int"),),
            options=(
                Option(("--as",), N_("The contact (or goal, event, strength) that is meant."), metavar="NAME"),
                Option(("--create",), N_("Make a contact of the name as it is written.")),
                JSON,
            ),
        ),
    ),
    examples=(("inbox settle 1 --as 田中太郎", N_("it was this one")),),
)
