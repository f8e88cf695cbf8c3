"""`ledger --period month`: what passed in some days with whomever, oldest first, and what it adds up to."""

from networkjournal import markdown_page
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args
from networkjournal.cli.command import Context
from networkjournal.cli.output import Painted
from networkjournal.i18n import _
from networkjournal.model.exchange import Passed, Settled, Told
from networkjournal.model.period import Period
from networkjournal.reports.ledger import settlements, told


def run_period(context: Context, args: Args, period: Period) -> None:
    """Print the ledger of the days asked for."""
    found = tuple(told(context.journal, period.start, period.end))
    passed = tuple(one.passed for one in found)
    settled = tuple(one for one in settlements(context.journal) if period.contains(one.on))
    if context.json:
        context.out.json(_document(period, found, settled))
    elif args.markdown:
        context.out.document(markdown_page.ledger_page(period, passed, settled))
    else:
        _print(context, period, passed, settled)


def _print(context: Context, period: Period, passed: tuple[Passed, ...], settled: tuple[Settled, ...]) -> None:
    out = context.out
    out.line(Painted(markdown_page.ledger_title(period), "heading"))
    for label, sums in markdown_page.ledger_sums(passed):
        out.line(Painted(f"{label}: ", "faint"), sums)
    rows = markdown_page.ledger_rows(passed, settled)
    if rows:
        heads = (_("Date"), "", _("Contact"), _("Kind"), _("Words"), _("Time"), _("Money"), _("Weight"))
        out.table(rows, "lllllrrr", heads)
    else:
        out.line(_("Nothing passed in these days."))


def _document(period: Period, found: tuple[Told, ...], settled: tuple[Settled, ...]) -> documents.Document:
    return {
        "from": documents.iso(period.start),
        "to": documents.iso(period.end),
        "exchanges": [_exchange(one) for one in found],
        "settlements": [
            {"contact": one.handle, "on": documents.iso(one.on), "net": documents.number(one.net), "entry": one.entry}
            for one in settled
        ],
    }


def _exchange(one: Told) -> documents.Document:
    passed, links = one.passed, one.links
    return {
        "entry": passed.entry,
        "line": passed.line,
        "direction": passed.direction,
        "contact": passed.contact.handle,
        "name": passed.name,
        "kind": passed.kind,
        "weight": documents.number(passed.weight),
        "minutes": passed.minutes,
        "money": passed.money,
        "currency": passed.currency,
        "on": documents.iso(passed.on),
        "goals": list(links.goals),
        "events": list(links.events),
        "strengths": list(links.strengths),
        "third_parties": list(links.third_parties),
        "words": passed.words,
    }
