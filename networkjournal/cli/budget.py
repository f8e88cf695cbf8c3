"""`budget`: what time, money and trust a goal may cost in a period, and what it cost."""

from collections.abc import Iterable

from networkjournal import account_budgets as sentences
from networkjournal.account_parts import Line
from networkjournal.cli.arguments import Args, Argument, Option, UsageError
from networkjournal.cli.command import AIMS, JSON, Command, Context
from networkjournal.cli.field_options import Values, WrongUse, changed, options, read_by, words
from networkjournal.cli.field_values import count, hours, minutes
from networkjournal.cli.money import money
from networkjournal.cli.name import find
from networkjournal.errors import Invalid
from networkjournal.i18n import N_, _
from networkjournal.model.budget import Budget, Use
from networkjournal.model.period import PERIODS, period_of
from networkjournal.reports.budgets import budgets
from networkjournal.reports.spending import Spending


def set_one(context: Context, args: Args) -> None:
    """Set what may be spent; what is not named stays as it was."""
    goal = _goal(context, args)
    fields = _fields(context, args)
    had = _same(context, goal, args.period)
    budget = (had or Budget(args.period, goal))._replace(**fields)
    if budget.minutes is None and budget.money is None and budget.trust is None:
        raise WrongUse("", "", "nothing")
    saved = context.journal.set_budget(budget)
    _print_saved(context, saved)


def show_all(context: Context, args: Args) -> None:
    """Print the budgets beside what was spent of them so far."""
    made = budgets(context.journal, context.today, context.today)
    if context.json:
        from networkjournal.cli.reviewed import budgets as document  # only for a program

        context.out.json(document(made))
    elif made.uses:
        uses = (line for use in made.uses for line in sentences.use_lines(use))
        unaimed = (line for one in made.unaimed for line in sentences.unaimed_lines(*one))
        _print(context, (*uses, *unaimed))
    else:
        context.out.line(_("No budgets yet. What may a goal take? `budget set GOAL --period month --hours 8`."))


def remove(context: Context, args: Args) -> None:
    """Let there be no such budget."""
    goal = _goal(context, args)
    found = _same(context, goal, args.period)
    if found is None:
        raise Invalid("budget", sentences.name(Budget(args.period, goal)), "missing")
    context.journal.remove_budget(found)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=sentences.name(found)))


def _goal(context: Context, args: Args) -> str:
    """The goal's handle; empty for everything together."""
    named = words(args.goal)
    if args.all and named:
        raise UsageError("too_many", named)
    if not args.all and not named:
        raise UsageError("missing", "GOAL")
    return "" if args.all else find(context, "goal", named).handle


def _fields(context: Context, args: Args) -> Values:
    if args.minutes is not None and args.hours is not None:
        raise UsageError("too_many", "--minutes")
    fields = changed(context, args, _FIELDS)
    if "hours" in fields:
        fields["minutes"] = fields.pop("hours")
    if isinstance(amount := fields.get("money"), tuple):
        fields["money"], fields["currency"] = amount
    return fields


def _same(context: Context, goal: str, period: str) -> Budget | None:
    made = context.journal.books.budgets.all()
    return next((one for one in made if (one.goal, one.period) == (goal, period)), None)


def _print_saved(context: Context, budget: Budget) -> None:
    period = period_of(budget.period, context.today)
    spending = Spending(context.journal, period, context.today)
    spent = spending.on(context.journal.find("goal", budget.goal).id) if budget.goal else spending.whole
    use = Use(budget, period, spent)
    if context.json:
        from networkjournal.cli.reviewed import use as document  # only for a program

        context.out.json(document(use))
    else:
        _print(context, sentences.use_lines(use))


def _print(context: Context, lines: Iterable[Line]) -> None:
    from networkjournal.cli.output import terminal_width
    from networkjournal.cli.sections import NARROWEST, USUAL, print_lines  # draws; a program does not need it

    print_lines(context.out, lines, max(terminal_width() or USUAL, NARROWEST))


_FIELDS = (
    read_by(minutes, "--minutes", N_("How much time: 90, 1h30m."), "N"),
    read_by(hours, "--hours", N_("The same in hours: 8, 1.5."), "N"),
    read_by(money, "--money", N_("How much money: ¥10,000, $50."), "MONEY"),
    read_by(count, "--trust", N_("How many introductions and referrals you vouch for."), "N"),
)
_GOAL = Argument("GOAL", N_("The goal's handle or its whole title."), "rest")
_WHICH = (
    Option(("--all",), N_("For everything together, instead of one goal.")),
    Option(("--period",), N_("For each week, month, quarter or year."), metavar="PERIOD", choices=PERIODS,
           default="month"),
)  # fmt: skip

COMMAND = Command(
    "budget",
    N_("What time, money and trust your goals may take, and what they took."),
    group=AIMS,
    description=N_(
        "Spent is the time of exchanges both ways and of events, the money you gave and what events cost, and the "
        "introductions and referrals you gave. What names several goals counts for each of them."
    ),
    subcommands=(
        Command(
            "set",
            N_("Set what a goal, or everything, may take in a period."),
            set_one,
            (_GOAL,),
            (*_WHICH, *options(*_FIELDS)),
            description=N_('What is not given stays as it was; an empty value ("") lifts a limit.'),
            examples=(("budget set visits --period month --hours 8 --money ¥10,000 --trust 3", N_("each month")),),
        ),
        Command("list", N_("List them, with what is spent and left."), show_all, options=(JSON,)),
        Command("remove", N_("Let there be no such budget."), remove, (_GOAL,), _WHICH),
    ),
)
