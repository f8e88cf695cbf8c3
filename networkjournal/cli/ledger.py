"""`ledger NAME`: one relationship's exchanges with the running balance."""

from networkjournal import wording
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Argument
from networkjournal.cli.command import DAILY, JSON, Command, Context
from networkjournal.cli.name import find_contact
from networkjournal.cli.output import Painted
from networkjournal.i18n import N_, _
from networkjournal.model.register import RegisterLine


def run(context: Context, args: Args) -> None:
    """Print the register, oldest first."""
    person = find_contact(context, " ".join(args.name))
    ledger = context.journal.books.ledger
    lines, account = ledger.register(person.id), ledger.account(person.id)
    if context.json:
        context.out.json(
            {
                "contact": person.handle,
                "balance": documents.balance(account, context.today),
                "register": [documents.register_line(line) for line in lines],
            }
        )
        return
    context.out.line(Painted(person.name, "heading"), "  ", wording.balance(account, context.today))
    if lines:
        heads = (_("Date"), "", _("Kind"), _("Words"), _("Time"), _("Money"), _("Weight"), _("Balance"))
        context.out.table([_row(line) for line in lines], "llllrrrr", heads)


def _row(line: RegisterLine) -> tuple[str, ...]:
    if line.direction is None:
        return line.on.isoformat(), "=", _("even from here"), "", "", "", "", "0"
    return (
        line.on.isoformat(),
        wording.direction(line.direction),
        wording.kind(line.kind or ""),
        line.words,
        "" if line.minutes is None else wording.minutes(line.minutes),
        "" if line.money is None else wording.money(line.money, line.currency or ""),
        wording.weight(line.weight),
        wording.net(line.running),
    )


COMMAND = Command(
    "ledger",
    N_("One relationship's exchanges, with the running balance."),
    run,
    arguments=(Argument("NAME", N_("The contact."), "some"),),
    options=(JSON,),
    group=DAILY,
)
