"""`ask`: what one needs, for which goal, and who could help."""

from networkjournal.cli import human_capital
from networkjournal.cli.arguments import Args, Argument
from networkjournal.cli.command import AIMS, JSON, Command, Context
from networkjournal.cli.field_options import EDITING, Values, changed, given, listed, options, text, words
from networkjournal.cli.name import find
from networkjournal.cli.numbered import numbered
from networkjournal.cli.sheet import sheet
from networkjournal.i18n import N_, _
from networkjournal.model.ask import Ask
from networkjournal.together import insist


def add(context: Context, args: Args) -> None:
    """Note something one needs."""
    ask = Ask(words(args.what))._replace(**_with_goal(context, given(context, args, _FIELDS)))
    _print_saved(context, context.journal.add_ask(ask), _("Noted, as number {number}: {what}"))


def show_all(context: Context, args: Args) -> None:
    """Print what one needs."""
    asks = list(context.journal.books.asks.all())
    if context.json:
        context.out.json([human_capital.ask(ask) for ask in asks])
    elif asks:
        rows = [(str(item.id), item.what, ", ".join(item.audience), _goal(item)) for item in asks]
        context.out.table(rows, "rlll", (_("No."), _("What"), _("Who could help"), _("Goal")))
    else:
        context.out.line(
            _("Nothing is asked for yet. What do you need, and who could help? `ask add WHAT --for WHOM`.")
        )


def show(context: Context, args: Args) -> None:
    """Print all there is to an ask."""
    ask = _found(context, args)
    if context.json:
        context.out.json(human_capital.ask(ask))
    else:
        facts = ((_("Number"), str(ask.id)), (_("Who could help"), ", ".join(ask.audience)), (_("Goal"), _goal(ask)))
        sheet(context.out, ask.what, facts)


def edit(context: Context, args: Args) -> None:
    """Change an ask's fields."""
    ask = _found(context, args)
    fields = _with_goal(context, changed(context, args, _EDITED))
    ask = insist(context.journal.change_ask, ask._replace(**fields), ask)
    _print_saved(context, ask, _("Changed number {number}: {what}"))


def remove(context: Context, args: Args) -> None:
    """Take an ask out of the list."""
    ask = _found(context, args)
    context.journal.remove_ask(ask)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=ask.what))


def _with_goal(context: Context, fields: Values) -> Values:
    """The fields with the goal called by its handle."""
    if name := fields.get("goal"):
        fields["goal"] = find(context, "goal", str(name)).handle
    return fields


def _found(context: Context, args: Args) -> Ask:
    asks = tuple(context.journal.books.asks.all())
    return numbered("ask", words(args.ask), asks, lambda item: item.id, lambda item: item.what)


def _print_saved(context: Context, ask: Ask, sentence: str) -> None:
    if context.json:
        context.out.json(human_capital.ask(ask))
    else:
        context.out.line(sentence.format(number=ask.id, what=ask.what))


def _goal(ask: Ask) -> str:
    return f"#{ask.goal}" if ask.goal else ""


_FIELDS = (
    listed("--for", N_("Who could help: a field, a role, knowledge."), "audience", "WHOM"),
    text("--goal", N_("The goal that it serves."), metavar="GOAL"),
)
_EDITED = (text("--what", N_("New words for it.")), *_FIELDS)
_ASK = Argument("ASK", N_("The number that the list shows, or words of it."), "some")

COMMAND = Command(
    "ask",
    N_("What you need."),
    group=AIMS,
    subcommands=(
        Command(
            "add",
            N_("Note something you need."),
            add,
            (Argument("WHAT", N_("What you need, so that somebody could answer to it."), "some"),),
            options(*_FIELDS),
            examples=(('ask add "a partner for the nights" --for nurses --goal visits', N_("and who could help")),),
        ),
        Command("list", N_("List them."), show_all, options=(JSON,)),
        Command("show", N_("Show one."), show, (_ASK,), (JSON,)),
        Command("edit", N_("Change one."), edit, (_ASK,), options(*_EDITED), description=EDITING),
        Command("remove", N_("Take one out of the list."), remove, (_ASK,)),
    ),
)
