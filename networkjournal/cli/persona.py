"""`persona`: whom one wants to meet for a goal, in concrete words."""

from networkjournal import purpose
from networkjournal.cli import purposed
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import AIMS, JSON, Command, Context
from networkjournal.cli.field_options import EDITING, changed, given, listed, options, text, words
from networkjournal.cli.name import find
from networkjournal.cli.numbered import numbered
from networkjournal.cli.output import Painted
from networkjournal.cli.sheet import sheet
from networkjournal.i18n import N_, _
from networkjournal.model.goal import Persona, vague
from networkjournal.reports.coverage import Coverage, coverage, persona_matches
from networkjournal.together import insist

SHOWN = 20
"""So many of those who fit are printed, the best first; `--json` has all."""


def add(context: Context, args: Args) -> None:
    """Describe someone to meet for a goal."""
    goal = find(context, "goal", words([args.goal]))
    persona = Persona(goal.id, words(args.who), goal=goal.handle)._replace(**given(context, args, _FIELDS))
    _print_saved(context, context.journal.add_persona(persona), _("Described, as number {number}: {who}"))


def show_all(context: Context, args: Args) -> None:
    """Print whom one wants to meet, goal by goal, and who fits."""
    goal = find(context, "goal", args.goal).id if args.goal else None
    covers = coverage(context.journal, goal)
    if context.json:
        context.out.json([purposed.persona(found) for found in covers])
        return
    if not covers:
        context.out.line(_("Nobody to meet is described yet: `persona add GOAL WHO`, in concrete words."))
        return
    heads = (_("No."), _("Goal"), _("Who"), _("Fields"), _("Roles"), _("Who fits"))
    context.out.table([_row(found) for found in covers], "rlllll", heads)
    for found in covers:
        _warn_if_vague(context, found.persona)


def show(context: Context, args: Args) -> None:
    """Print all there is to a description, and who fits it."""
    persona = _found(context, args)
    found = Coverage(persona, persona_matches(context.journal, persona))
    if context.json:
        context.out.json(purposed.persona(found))
        return
    sheet(context.out, persona.who, _facts(found))
    _warn_if_vague(context, persona)


def edit(context: Context, args: Args) -> None:
    """Change a description, or move it to another goal."""
    persona = _found(context, args)
    fields = changed(context, args, _EDITED)
    if "goal" in fields:
        goal = find(context, "goal", fields["goal"])
        fields |= {"goal_id": goal.id, "goal": goal.handle}
    persona = insist(context.journal.change_persona, persona._replace(**fields), persona)
    _print_saved(context, persona, _("Changed number {number}: {who}"))


def remove(context: Context, args: Args) -> None:
    """Take a description out of the lists."""
    persona = _found(context, args)
    context.journal.remove_persona(persona)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=persona.who))


def _live(context: Context) -> list[Persona]:
    """The descriptions whose goal is still there."""
    books = context.journal.books
    goals = {goal.id for goal in books.goals.all()}
    return [persona for persona in books.personas.all() if persona.goal_id in goals]


def _found(context: Context, args: Args) -> Persona:
    asked = words(args.persona)
    return numbered("persona", asked, _live(context), lambda item: item.id, lambda item: item.who)


def _print_saved(context: Context, persona: Persona, sentence: str) -> None:
    if context.json:
        context.out.json(purposed.persona(Coverage(persona, persona_matches(context.journal, persona))))
        return
    context.out.line(sentence.format(number=persona.id, who=persona.who))
    _warn_if_vague(context, persona)


def _warn_if_vague(context: Context, persona: Persona) -> None:
    if vague(persona.who):
        context.out.line(Painted(purpose.vague(persona.who), "attention"))


def _row(found: Coverage) -> tuple[str, ...]:
    item = found.persona
    fields, roles = ", ".join(item.fields), ", ".join(item.roles)
    return str(item.id), f"#{item.goal}", item.who, fields, roles, purpose.fits_short(found)


def _facts(found: Coverage) -> tuple[tuple[str, str], ...]:
    persona = found.persona
    fits = "\n".join(f"{fit.contact.name}: {purpose.fit(fit)}" for fit in found.fits[:SHOWN])
    return (
        (_("Number"), str(persona.id)),
        (_("Goal"), f"#{persona.goal}"),
        (_("Fields"), ", ".join(persona.fields)),
        (_("Roles"), ", ".join(persona.roles)),
        (_("Knows"), persona.knowledge),
        (_("To be found"), persona.found),
        (_("What you offer"), persona.offer),
        (_("Coverage"), purpose.covered(found)),
        (_("Who fits"), fits),
    )


_FIELDS = (
    listed("--field", N_("A field they work in."), "fields"),
    listed("--role", N_("What they are there."), "roles"),
    text("--knowledge", N_("What they know.")),
    text("--found", N_("Where such people are to be found.")),
    text("--offer", N_("What you have to offer them.")),
)
_EDITED = (
    text("--who", N_("New words for them.")),
    text("--goal", N_("The goal they are for."), metavar="GOAL"),
    *_FIELDS,
)
_PERSONA = Argument("PERSONA", N_("The number that the list shows, or words of the description."), "some")

COMMAND = Command(
    "persona",
    N_("Whom you want to meet for a goal."),
    group=AIMS,
    subcommands=(
        Command(
            "add",
            N_("Describe someone to meet."),
            add,
            (
                Argument("GOAL", N_("The goal that they are for.")),
                Argument("WHO", N_("Who it is, in concrete words."), "some"),
            ),
            options(*_FIELDS),
            examples=(
                (
                    'persona add visits "a care manager who lacks cover at night" --field care',
                    N_("for the goal #visits"),
                ),
            ),
        ),
        Command(
            "list",
            N_("List them by goal, with who fits."),
            show_all,
            options=(Option(("--goal",), N_("Only for this goal."), metavar="GOAL"), JSON),
        ),
        Command("show", N_("Show one, and who fits and why."), show, (_PERSONA,), (JSON,)),
        Command("edit", N_("Change one."), edit, (_PERSONA,), options(*_EDITED), description=EDITING),
        Command("remove", N_("Take one out of the list."), remove, (_PERSONA,)),
    ),
)
