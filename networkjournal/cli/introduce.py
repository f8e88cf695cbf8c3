"""`introduce`: what one says of oneself in 15, 30 or 60 seconds, to whom or where; and the versions that were kept.

Prints the text alone to standard output, so that it can be piped to a clipboard; what there is to know about it goes
to standard error.
"""

from networkjournal import capital
from networkjournal.cli import human_capital
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import AIMS, JSON, Command, Context
from networkjournal.cli.name import find
from networkjournal.cli.numbered import numbered
from networkjournal.errors import Invalid, NotFound
from networkjournal.i18n import N_, _
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.model.speech import LENGTHS, seconds
from networkjournal.reports.introduction import material

USUAL = 30


def run(context: Context, args: Args) -> None:
    """Compose a self-introduction and print it; with `--keep` it becomes a version."""
    goal, persona, event = _goal(context, args), _persona(context, args), _event(context, args)
    limit = int(args.seconds or USUAL)
    what = material(context.journal, context.today, goal, persona, event)
    made = capital.introduction(what, limit)
    if not made.text:
        raise Invalid("introduction", "", "nothing_to_say")
    kept = SelfIntroduction(
        made.text, limit, goal.handle if goal else "", persona.id if persona else None, event.handle if event else "",
        context.today,
    )  # fmt: skip
    if args.keep:
        kept = context.journal.keep_self_introduction(kept)
    if context.json:
        context.out.json(human_capital.self_introduction(kept) | {"missing": list(made.missing)})
        return
    context.out.line(made.text)
    for sentence in (capital.takes(made.takes), *map(capital.missing, made.missing)):
        context.err(sentence)
    if args.keep:
        context.err(_("Kept, as number {number}.").format(number=kept.id))


def show_all(context: Context, args: Args) -> None:
    """Print the versions, the newest first."""
    kept = list(context.journal.books.self_introductions.all())
    if context.json:
        context.out.json([human_capital.self_introduction(one) for one in kept])
    elif kept:
        rows = [
            (str(one.id), one.on.isoformat(), capital.lasts(one.seconds), _for(context, one), one.text) for one in kept
        ]
        context.out.table(rows, "rllll", (_("No."), _("Date"), _("Length"), _("For"), _("Text")))
    else:
        context.out.line(_("No version is kept yet: `introduce --keep` composes one and keeps it."))


def show(context: Context, args: Args) -> None:
    """Print a version's text."""
    one = _found(context, args)
    if context.json:
        context.out.json(human_capital.self_introduction(one))
    else:
        context.out.line(one.text)
        context.err(capital.takes(seconds(one.text)))


def remove(context: Context, args: Args) -> None:
    """Take a version out of the list."""
    one = _found(context, args)
    context.journal.remove_self_introduction(one)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=f"{one.id} ({one.on.isoformat()})"))


def _found(context: Context, args: Args) -> SelfIntroduction:
    kept = tuple(context.journal.books.self_introductions.all())
    for one in kept:
        if one.id == args.number:
            return one
    raise NotFound("introduction", str(args.number), tuple(str(one.id) for one in kept[:3]))


def _goal(context: Context, args: Args) -> Goal | None:
    return context.journal.books.goals.get(find(context, "goal", args.goal).id) if args.goal else None


def _persona(context: Context, args: Args) -> Persona | None:
    if not args.for_persona:
        return None
    personas = tuple(context.journal.books.personas.all())
    return numbered("persona", args.for_persona, personas, lambda item: item.id, lambda item: item.who)


def _event(context: Context, args: Args) -> Event | None:
    return context.journal.books.events.get(find(context, "event", args.event).id) if args.event else None


def _for(context: Context, one: SelfIntroduction) -> str:
    """What a version was made for."""
    return capital.made_for(context.journal, one)


_NUMBER = Argument("NUMBER", N_("The number that the list shows."), kind="int")

COMMAND = Command(
    "introduce",
    N_("What to say of yourself in 15, 30 or 60 seconds."),
    run,
    options=(
        Option(("--for-persona",), N_("To whom: a persona's number, or words of it."), metavar="PERSONA"),
        Option(("--event",), N_("Where."), metavar="EVENT"),
        Option(("--goal",), N_("What for; without all three the first open goal."), metavar="GOAL"),
        Option(
            ("--seconds",),
            N_("How long it may take; 30 without it."),
            metavar="N",
            choices=tuple(map(str, LENGTHS)),
        ),
        Option(("--keep",), N_("Keep it as a version.")),
        JSON,
    ),
    group=AIMS,
    subcommands=(
        Command("list", N_("List the versions that were kept, the newest first."), show_all, options=(JSON,)),
        Command("show", N_("Print a version."), show, (_NUMBER,), (JSON,)),
        Command("remove", N_("Take a version out of the list."), remove, (_NUMBER,)),
    ),
    examples=(
        ("introduce --seconds 15", N_("fifteen seconds for the first open goal")),
        ("introduce --event mixer --keep", N_("for an event, and keep it")),
    ),
)
