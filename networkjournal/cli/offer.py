"""`offer`: what one can give at once, and to whom."""

from networkjournal import wording
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Argument
from networkjournal.cli.command import AIMS, JSON, Command, Context
from networkjournal.cli.field_options import EDITING, Values, changed, given, listed, options, read_by, text, words
from networkjournal.cli.field_values import minutes
from networkjournal.cli.name import find
from networkjournal.cli.numbered import numbered
from networkjournal.cli.sheet import sheet
from networkjournal.i18n import N_, _
from networkjournal.model.strength import Offer
from networkjournal.together import insist


def add(context: Context, args: Args) -> None:
    """Note something one can give at once."""
    offer = Offer(words(args.what))._replace(**_with_strength(context, given(context, args, _FIELDS)))
    _print_saved(context, context.journal.add_offer(offer), _("Noted, as number {number}: {what}"))


def show_all(context: Context, args: Args) -> None:
    """Print what one can give."""
    offers = list(context.journal.books.offers.all())
    if context.json:
        context.out.json([documents.offer(offer) for offer in offers])
    elif offers:
        rows = [(str(item.id), item.what, ", ".join(item.audience), _time(item), _strength(item)) for item in offers]
        context.out.table(rows, "rllrl", (_("No."), _("What"), _("For"), _("Time"), _("Strength")))
    else:
        context.out.line(_("No offers yet. What could you give at once? `offer add WHAT --for WHOM`."))


def show(context: Context, args: Args) -> None:
    """Print all there is to an offer."""
    offer = _found(context, args)
    if context.json:
        context.out.json(documents.offer(offer))
    else:
        sheet(context.out, offer.what, _facts(offer))


def edit(context: Context, args: Args) -> None:
    """Change an offer's fields."""
    offer = _found(context, args)
    fields = _with_strength(context, changed(context, args, _EDITED))
    offer = insist(context.journal.change_offer, offer._replace(**fields), offer)
    _print_saved(context, offer, _("Changed number {number}: {what}"))


def remove(context: Context, args: Args) -> None:
    """Take an offer out of the list."""
    offer = _found(context, args)
    context.journal.remove_offer(offer)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=offer.what))


def _with_strength(context: Context, fields: Values) -> Values:
    """The fields with the strength called by its handle."""
    if name := fields.get("strength"):
        fields["strength"] = find(context, "strength", str(name)).handle
    return fields


def _found(context: Context, args: Args) -> Offer:
    offers = tuple(context.journal.books.offers.all())
    return numbered("offer", words(args.offer), offers, lambda item: item.id, lambda item: item.what)


def _print_saved(context: Context, offer: Offer, sentence: str) -> None:
    if context.json:
        context.out.json(documents.offer(offer))
    else:
        context.out.line(sentence.format(number=offer.id, what=offer.what))


def _time(offer: Offer) -> str:
    return "" if offer.minutes is None else wording.minutes(offer.minutes)


def _strength(offer: Offer) -> str:
    return f"+{offer.strength}" if offer.strength else ""


def _facts(offer: Offer) -> tuple[tuple[str, str], ...]:
    return (
        (_("Number"), str(offer.id)),
        (_("For"), ", ".join(offer.audience)),
        (_("Time"), _time(offer)),
        (_("Strength"), _strength(offer)),
    )


_FIELDS = (
    text("--strength", N_("The strength it comes from."), metavar="STRENGTH"),
    listed("--for", N_("For whom it is: a field, a role, a need."), "audience", "WHOM"),
    read_by(minutes, "--minutes", N_("The time it takes to give."), "N"),
)
_EDITED = (text("--what", N_("New words for it.")), *_FIELDS)
_OFFER = Argument("OFFER", N_("The number that the list shows, or words of the offer."), "some")

COMMAND = Command(
    "offer",
    N_("What you can give at once."),
    group=AIMS,
    subcommands=(
        Command(
            "add",
            N_("Note something you can give."),
            add,
            (Argument("WHAT", N_("What you can give, so that it can be given at once."), "some"),),
            options(*_FIELDS),
            examples=(('offer add "the template of our night rota" --for "care managers"', N_("and for whom it is")),),
        ),
        Command("list", N_("List them."), show_all, options=(JSON,)),
        Command("show", N_("Show one."), show, (_OFFER,), (JSON,)),
        Command("edit", N_("Change one."), edit, (_OFFER,), options(*_EDITED), description=EDITING),
        Command("remove", N_("Take one out of the list."), remove, (_OFFER,)),
    ),
)
