"""The options that say which days are looked back on: a period by its kind, or a span by its days."""

from networkjournal.cli.arguments import Args, Option, UsageError
from networkjournal.cli.command import Context
from networkjournal.i18n import N_
from networkjournal.model.period import PERIODS, Period, period_of

PERIOD_OPTIONS = (
    Option(("--period",), N_("The week, month, quarter or year with today in it."), metavar="PERIOD", choices=PERIODS),
    Option(("--before",), N_("The period before that one.")),
    Option(("--from",), N_("The first day, instead of a period."), metavar="DATE", kind="date"),
    Option(("--to",), N_("The last day; today without it."), metavar="DATE", kind="date"),
)


def period_asked(context: Context, args: Args) -> Period:
    """The days that were asked for; the week with today in it where none were. Raises `UsageError`, `WrongUse`."""
    if args.from_ is None and args.to is None:
        asked = period_of(args.period or "week", context.today)
        return asked.before() if args.before else asked
    if args.period is not None:
        raise UsageError("too_many", "--period")
    if args.from_ is None:
        raise UsageError("missing", "--from")
    end = args.to or max(context.today, args.from_)
    if end < args.from_:
        from networkjournal.cli.field_options import wrong  # what fields need besides, only after a mistake

        raise wrong("--to", end.isoformat(), "range")
    span = Period("span", args.from_, end)
    return span.before() if args.before else span
