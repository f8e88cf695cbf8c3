"""`event series EVENT`: the dates of one event side by side, and what came of each."""

from networkjournal import gatherings, wording
from networkjournal.cli import gathered
from networkjournal.cli.arguments import Args, Argument
from networkjournal.cli.command import JSON, Command, Context
from networkjournal.cli.field_options import words
from networkjournal.cli.name import find
from networkjournal.cli.output import Out
from networkjournal.i18n import N_, _
from networkjournal.reports.gatherings import Gathered, compared


def run(context: Context, args: Args) -> None:
    """Print the series."""
    event = context.journal.books.events.get(find(context, "event", words(args.event)).id)
    dates = compared(context.journal, event)
    if context.json:
        context.out.json(gathered.series(dates, context.today))
    else:
        series_table(context.out, dates)


def series_table(out: Out, dates: tuple[Gathered, ...]) -> None:
    """One line for each date, the latest first."""
    heads = (_("Date"), _("Cards"), _("Talks"), _("Met"), _("Exchanges"), _("Cost"), _("Time"), _("Verdict"))
    out.table([_row(item) for item in dates], "lrrrlrrl", heads)


def _row(item: Gathered) -> tuple[str, ...]:
    event = item.event
    return (
        event.on.isoformat(),
        gatherings.counted(event.cards),
        gatherings.counted(event.talks),
        str(len(item.met)),
        gatherings.passed(item.exchanges),
        "" if event.cost is None else wording.money(event.cost, event.currency or ""),
        "" if event.minutes is None else wording.minutes(event.minutes),
        "" if event.verdict is None else wording.verdict(event.verdict),
    )


COMMAND = Command(
    "series",
    N_("Compare the dates of one event over time."),
    run,
    (Argument("EVENT", N_("Any of its dates."), "some"),),
    (JSON,),
    description=N_(
        "Dates belong together by --series, or by the same title. Exchanges are those whose lines name the event, and "
        "those with people first met there, within 30 days."
    ),
)
