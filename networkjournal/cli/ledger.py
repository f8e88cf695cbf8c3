"""`ledger NAME`: one relationship's exchanges with the running balance. Without a name, everybody's in some days."""

from collections.abc import Sequence

from networkjournal import wording
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Argument, UsageError
from networkjournal.cli.command import DAILY, JSON, MARKDOWN, Command, Context
from networkjournal.cli.name import find_contact
from networkjournal.cli.output import Painted
from networkjournal.cli.period_options import PERIOD_OPTIONS, period_asked
from networkjournal.i18n import N_, _
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.period import Period
from networkjournal.model.register import RegisterLine

if TYPE_CHECKING:
    from networkjournal.model.balance import Account
    from networkjournal.model.contact import Contact


def run(context: Context, args: Args) -> None:
    """Print the register, oldest first; or the ledger of the days that were asked for."""
    period = period_asked(context, args) if args.period or args.before or args.from_ or args.to else None
    if not args.name:
        if period is None:
            raise UsageError("missing", "NAME")
        from networkjournal.cli.ledger_period import run_period  # only where no name is said

        run_period(context, args, period)
        return
    person = find_contact(context, " ".join(args.name))
    ledger = context.journal.books.ledger
    lines, account = _within(ledger.register(person.id), period), ledger.account(person.id)
    if context.json:
        context.out.json(
            {
                "contact": person.handle,
                "balance": documents.balance(account, context.today),
                "register": [documents.register_line(line) for line in lines],
            }
        )
    elif args.markdown:
        from networkjournal.markdown_page import register_page  # nothing else needs it

        context.out.document(register_page(person.name, wording.balance(account, context.today), lines))
    else:
        _print(context, person, account, lines)


def _within(lines: Sequence[RegisterLine], period: Period | None) -> Sequence[RegisterLine]:
    """The lines of the days that were asked for; the balance has run through those before."""
    return lines if period is None else [line for line in lines if period.contains(line.on)]


def _print(context: Context, person: "Contact", account: "Account", lines: Sequence[RegisterLine]) -> None:
    context.out.line(Painted(person.name, "heading"), "  ", wording.balance(account, context.today))
    if lines:
        heads = (_("Date"), "", _("Kind"), _("Words"), _("Time"), _("Money"), _("Weight"), _("Balance"))
        context.out.table([wording.register_row(line) for line in lines], "llllrrrr", heads)


COMMAND = Command(
    "ledger",
    N_("One relationship's exchanges, with the running balance."),
    run,
    arguments=(Argument("NAME", N_("The contact. Without one, everybody's exchanges of the days asked for."), "rest"),),
    options=(
        *PERIOD_OPTIONS,
        MARKDOWN,
        JSON,
    ),
    group=DAILY,
    examples=(
        ("ledger tanaka", N_("everything that passed between you")),
        ("ledger --period month --before --markdown", N_("what passed last month, as a page")),
    ),
)
