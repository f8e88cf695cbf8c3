"""`balance`: every relationship, what was given and received, and its state."""

from collections.abc import Callable, Mapping

from networkjournal import wording
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Option
from networkjournal.cli.command import DAILY, JSON, Command, Context
from networkjournal.cli.name import find
from networkjournal.cli.output import Meaning, Painted
from networkjournal.i18n import N_, _
from networkjournal.lean import Any
from networkjournal.model.balance import STATES, Account, order

_SORTS: Mapping[str, Callable[[Account], Any]] = {
    "state": order,
    "net": lambda account: account.net,
    "given": lambda account: -account.given,
    "received": lambda account: -account.received,
    "last": lambda account: -account.last_on.toordinal() if account.last_on else 1,
    "silent": lambda account: account.last_on.toordinal() if account.last_on else 10**7,
}

_MEANINGS: Mapping[str, Meaning] = {"given_more": "given", "received_more": "received"}


def run(context: Context, args: Args) -> None:
    """Print the balances, those in which more was received first."""
    ledger = context.journal.books.ledger
    if args.goal:
        found = ledger.accounts_for_goal(find(context, "goal", args.goal).id, args.archived)
    else:
        found = ledger.accounts(args.archived)
    accounts = [account for account in found if args.state is None or account.state == args.state]
    if args.sort != "name":
        accounts.sort(key=_SORTS[args.sort])
    if context.json:
        context.out.json([documents.balance(account, context.today) for account in accounts])
    elif accounts:
        rows = [_row(account, context) for account in accounts]
        heads = (_("Name"), _("State"), _("Given"), _("Received"), _("Net"), _("Last"), "")
        context.out.table(rows, "llrrrrl", heads)
    else:
        context.out.line(_("No relationship to show yet. Write a line such as: -> @name info: what you gave"))


def _row(account: Account, context: Context) -> tuple[str | Painted, ...]:
    state = wording.state(account.state)
    meaning = _MEANINGS.get(account.state)
    return (
        account.name,
        Painted(state, meaning) if meaning else state,
        wording.weight(account.given),
        wording.weight(account.received),
        wording.net(account.net),
        wording.days(account.silent_days(context.today)),
        _("early") if account.exchanges and account.early(context.today) else "",
    )


COMMAND = Command(
    "balance",
    N_("Every relationship: given, received, and whether it is even."),
    run,
    options=(
        Option(("--state",), N_("Only relationships in this state."), metavar="STATE", choices=STATES),
        Option(("--sort",), N_("The order."), metavar="ORDER", choices=("name", *_SORTS), default="state"),
        Option(("--goal",), N_("Count only what has to do with this goal."), metavar="GOAL"),
        Option(("--archived",), N_("With those who are archived.")),
        JSON,
    ),
    group=DAILY,
)
