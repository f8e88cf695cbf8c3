"""`goal`: what it is all for. Adding, listing, showing, changing and removing goals."""

from collections.abc import Iterator

from networkjournal import purpose, wording
from networkjournal.cli import documents, purposed
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import AIMS, JSON, Command, Context
from networkjournal.cli.field_options import EDITING, changed, chosen, given, options, read_by, text, words
from networkjournal.cli.field_values import day
from networkjournal.cli.name import find
from networkjournal.cli.sheet import sheet
from networkjournal.i18n import N_, _
from networkjournal.model.goal import GOAL_STATES, Goal, GoalSum
from networkjournal.reports.coverage import Coverage, coverage
from networkjournal.reports.progress import progress
from networkjournal.together import insist

SHOWN = 3
"""So many of those who fit a persona are printed; `persona show` has more."""


def add(context: Context, args: Args) -> None:
    """State a goal and say how it is called in texts."""
    goal = context.journal.add_goal(Goal(words(args.title))._replace(**given(context, args, _FIELDS)))
    _print_saved(context, goal, _("Stated: {title}; in texts: {handle}"))


def show_all(context: Context, args: Args) -> None:
    """Print the goals, open ones first, with what counts up to them."""
    goals = [goal for goal in context.journal.books.goals.all() if args.state in (None, goal.state)]
    if context.json:
        context.out.json([_document(context, goal) for goal in goals])
    elif goals:
        rows = [_row(context, context.journal.books.goals.sums(goal)) for goal in goals]
        heads = (_("Goal"), _("In texts"), _("Progress"), _("People"), _("Exchanges"), _("By"), _("State"))
        context.out.table(rows, "lllrrll", heads)
    elif args.state:
        context.out.line(_("No goal is in this state."))
    else:
        context.out.line(_("No goals yet. Say what it is all for: `goal add TITLE --why TEXT`."))


def show(context: Context, args: Args) -> None:
    """Print all there is to a goal, with whom to meet for it and the events that serve it."""
    goal = _found(context, args)
    if context.json:
        context.out.json(_document(context, goal))
    else:
        sheet(context.out, goal.title, _facts(context, goal))


def edit(context: Context, args: Args) -> None:
    """Change a goal's fields; a new handle is written into every entry."""
    goal = _found(context, args)
    goal = insist(context.journal.change_goal, goal._replace(**changed(context, args, _EDITED)), goal)
    _print_saved(context, goal, _("Changed: {title}; in texts: {handle}"))


def remove(context: Context, args: Args) -> None:
    """Take a goal out of the lists."""
    goal = _found(context, args)
    context.journal.remove_goal(goal)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=goal.title))


def _found(context: Context, args: Args) -> Goal:
    return context.journal.books.goals.get(find(context, "goal", words(args.goal)).id)


def _print_saved(context: Context, goal: Goal, sentence: str) -> None:
    if context.json:
        context.out.json(_document(context, goal))
    else:
        context.out.line(sentence.format(title=goal.title, handle=f"#{goal.handle}"))


def _document(context: Context, goal: Goal) -> documents.Document:
    books = context.journal.books
    events = (event for event in books.events.all() if goal.handle in event.goals)
    covers = coverage(context.journal, goal.id)
    return purposed.goal(books.goals.sums(goal), covers, events, progress(context.journal, goal))


def _row(context: Context, counted: GoalSum) -> tuple[str, ...]:
    goal = counted.goal
    found = progress(context.journal, goal)
    far = purpose.far(found) if found else ""
    by = goal.by.isoformat() if goal.by else ""
    state = wording.goal_state(goal.state)
    return goal.title, f"#{goal.handle}", far, str(counted.people), str(counted.exchanges), by, state


def _facts(context: Context, goal: Goal) -> tuple[tuple[str, str], ...]:
    books = context.journal.books
    counted = books.goals.sums(goal)
    passed = _("{n} ({given} given, {received} received)").format(
        n=counted.exchanges, given=counted.given, received=counted.received
    )
    found = progress(context.journal, goal)
    events = (f"{event.on.isoformat()}  {event.title}" for event in books.events.all() if goal.handle in event.goals)
    return (
        (_("In texts"), f"#{goal.handle}"),
        (_("State"), wording.goal_state(goal.state)),
        (_("Why"), goal.why),
        (_("Measure"), goal.measure),
        (_("Progress"), purpose.progress(found) if found else ""),
        (_("By"), goal.by.isoformat() if goal.by else ""),
        (_("People"), str(counted.people)),
        (_("Exchanges"), passed),
        (_("Results"), str(counted.results)),
        (_("To meet"), "\n".join(line for cover in coverage(context.journal, goal.id) for line in _to_meet(cover))),
        (_("Events"), "\n".join(events)),
    )


def _to_meet(found: Coverage) -> Iterator[str]:
    """A persona, and below it who fits and why."""
    yield f"{found.persona.id}  {found.persona.who}"
    if found.vague:
        yield f"   {purpose.vague(found.persona.who)}"
    yield f"   {purpose.covered(found)}"
    for fit in found.fits[:SHOWN]:
        yield f"   {fit.contact.name}: {purpose.fit(fit)}"


_FIELDS = (
    text("--handle", N_("What to call it in texts; made from the title without it."), metavar="WORD"),
    text("--why", N_("What it is for."), lines=True),
    text("--measure", N_("How you will know that it is reached.")),
    read_by(day, "--by", N_("Until when."), "DATE"),
)
_EDITED = (
    text("--title", N_("A new title.")),
    *_FIELDS,
    chosen("--state", N_("Where it stands."), "STATE", GOAL_STATES),
)
_GOAL = Argument("GOAL", N_("The goal's handle or its whole title."), "some")

COMMAND = Command(
    "goal",
    N_("What it is all for."),
    group=AIMS,
    subcommands=(
        Command(
            "add",
            N_("State a goal."),
            add,
            (Argument("TITLE", N_("What you want to reach, in a sentence."), "some"),),
            options(*_FIELDS),
            examples=(
                (
                    'goal add "Twelve new home visits in half a year" --handle visits --by 2027-02-28',
                    N_("called #visits in texts"),
                ),
            ),
        ),
        Command(
            "list",
            N_("List them, open ones first."),
            show_all,
            options=(Option(("--state",), N_("Only goals in this state."), metavar="STATE", choices=GOAL_STATES), JSON),
        ),
        Command("show", N_("Show one, with whom to meet for it."), show, (_GOAL,), (JSON,)),
        Command(
            "edit",
            N_("Change one, or say that it is reached."),
            edit,
            (_GOAL,),
            options(*_EDITED),
            description=EDITING,
        ),
        Command("remove", N_("Take one out of the lists; what was written stays."), remove, (_GOAL,)),
    ),
)
