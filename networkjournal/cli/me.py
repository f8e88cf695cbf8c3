"""`me`: what one brings, offers and needs, what came of it, and what is missing: the twin of the Me screen."""

from collections.abc import Iterable, Sequence

from networkjournal import capital, wording
from networkjournal.cli import human_capital
from networkjournal.cli.arguments import Args
from networkjournal.cli.command import AIMS, JSON, Command, Context
from networkjournal.cli.output import Painted
from networkjournal.i18n import N_, _
from networkjournal.model.strength import STRENGTH_KINDS
from networkjournal.reports.capital import Capital, Held, Offered
from networkjournal.reports.capital import capital as capital_of


def run(context: Context, args: Args) -> None:
    """Print all of it."""
    found = capital_of(context.journal, context.today)
    books = context.journal.books
    if context.json:
        context.out.json(
            {
                "strengths": [human_capital.held(one) for one in found.strengths],
                "offers": [human_capital.offered(one) for one in found.offers],
                "asks": [human_capital.ask(one) for one in found.asks],
                "gaps": [human_capital.gap(one) for one in found.gaps],
                "self_introductions": [human_capital.self_introduction(one) for one in books.self_introductions.all()],
                "refusals": [human_capital.refusal(one) for one in books.refusals.all()],
            }
        )
        return
    _print(context, found)
    _print_more(context)


def _print(context: Context, found: Capital) -> None:
    for kind in STRENGTH_KINDS:
        of_kind = [one for one in found.strengths if one.strength.kind == kind]
        _part(context, wording.strength_kind(kind).capitalize(), map(_strength, of_kind), "lll")
    if not found.strengths:
        context.out.line(_("No strengths in words yet: `strength add TITLE --evidence TEXT`."))
    _part(context, _("What I can give at once"), map(_offer, found.offers), "lll")
    asks = [(one.what, ", ".join(one.audience), f"#{one.goal}" if one.goal else "") for one in found.asks]
    _part(context, _("What I need"), asks, "lll")
    gaps = [(Painted(capital.gap(one), "attention"),) for one in found.gaps]
    _part(context, _("What is missing"), gaps, "l")


def _print_more(context: Context) -> None:
    """How often one has put oneself into words, and what one does not pursue."""
    books = context.journal.books
    kept = [(one.on.isoformat(), capital.lasts(one.seconds), one.text) for one in books.self_introductions.all()]
    _part(context, _("Self-introductions"), kept, "lll")
    refused = [(one.on.isoformat(), one.what, f"@{one.contact}" if one.contact else "") for one in books.refusals.all()]
    _part(context, _("Not pursued"), refused, "lll")


def _part(context: Context, title: str, rows: Iterable[Sequence[str | Painted]], align: str) -> None:
    """One part under its title; nothing of one without rows."""
    found = list(rows)
    if found:
        context.out.line(Painted(title, "heading"))
        context.out.table(found, align)
        context.out.line()


def _strength(one: Held) -> tuple[str, str, str]:
    return one.strength.title, capital.since(one), capital.growth(one)


def _offer(one: Offered) -> tuple[str, str, str]:
    spent = "" if one.offer.minutes is None else wording.minutes(one.offer.minutes)
    return one.offer.what, ", ".join(one.offer.audience), " · ".join(filter(None, (spent, capital.given(one))))


COMMAND = Command(
    "me",
    N_("What you bring, offer and need, and what is missing."),
    run,
    options=(JSON,),
    group=AIMS,
)
