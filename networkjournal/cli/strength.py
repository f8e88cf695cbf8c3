"""`strength`: what makes one worth knowing, in words and with evidence."""

from networkjournal import capital, wording
from networkjournal.cli import documents, human_capital
from networkjournal.cli.arguments import Args, Argument
from networkjournal.cli.command import AIMS, JSON, Command, Context
from networkjournal.cli.field_options import EDITING, changed, chosen, given, listed, options, read_by, text, words
from networkjournal.cli.field_values import since
from networkjournal.cli.name import find
from networkjournal.cli.sheet import sheet
from networkjournal.i18n import N_, _
from networkjournal.model.strength import STRENGTH_KINDS, Strength
from networkjournal.reports.capital import Held, held
from networkjournal.together import insist


def add(context: Context, args: Args) -> None:
    """Put a strength into words and say how it is called in texts."""
    strength = Strength(words(args.title))._replace(**given(context, args, _FIELDS))
    _print_saved(context, context.journal.add_strength(strength), _("Noted: {title}; in texts: {handle}"))


def show_all(context: Context, args: Args) -> None:
    """Print the strengths in the order they were put into words."""
    strengths = list(context.journal.books.strengths.all())
    if context.json:
        context.out.json([_document(context, strength) for strength in strengths])
    elif strengths:
        rows = [
            (
                one.strength.title,
                f"+{one.strength.handle}",
                wording.strength_kind(one.strength.kind),
                capital.since(one),
                capital.growth(one),
                "; ".join(one.strength.evidence),
            )
            for one in (held(context.journal, strength, context.today) for strength in strengths)
        ]
        heads = (_("Strength"), _("In texts"), _("Kind"), _("Since"), _("Growth"), _("Evidence"))
        context.out.table(rows, "llllll", heads)
    else:
        context.out.line(_("No strengths in words yet: `strength add TITLE --evidence TEXT`."))


def show(context: Context, args: Args) -> None:
    """Print all there is to a strength, with what one offers out of it."""
    strength = _found(context, args)
    if context.json:
        context.out.json(_document(context, strength))
    else:
        sheet(context.out, strength.title, _facts(held(context.journal, strength, context.today)))


def edit(context: Context, args: Args) -> None:
    """Change a strength's fields; a new handle is written into every entry."""
    strength = _found(context, args)
    strength = insist(context.journal.change_strength, strength._replace(**changed(context, args, _EDITED)), strength)
    _print_saved(context, strength, _("Changed: {title}; in texts: {handle}"))


def remove(context: Context, args: Args) -> None:
    """Take a strength out of the lists."""
    strength = _found(context, args)
    context.journal.remove_strength(strength)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=strength.title))


def _found(context: Context, args: Args) -> Strength:
    return context.journal.books.strengths.get(find(context, "strength", words(args.strength)).id)


def _document(context: Context, strength: Strength) -> documents.Document:
    return human_capital.held(held(context.journal, strength, context.today))


def _print_saved(context: Context, strength: Strength, sentence: str) -> None:
    if context.json:
        context.out.json(_document(context, strength))
    else:
        context.out.line(sentence.format(title=strength.title, handle=f"+{strength.handle}"))


def _facts(one: Held) -> tuple[tuple[str, str], ...]:
    strength = one.strength
    return (
        (_("In texts"), f"+{strength.handle}"),
        (_("Kind"), wording.strength_kind(strength.kind)),
        (_("Since"), capital.since(one)),
        (_("Growth"), capital.growth(one)),
        (_("Evidence"), "\n".join(strength.evidence)),
        (_("Offers"), "\n".join(f"{offer.id}  {offer.what}" for offer in one.offers)),
    )


_FIELDS = (
    text("--handle", N_("What to call it in texts; made from the title without it."), metavar="WORD"),
    chosen("--kind", N_("What sort of strength it is."), "KIND", STRENGTH_KINDS),
    read_by(since, "--since", N_("Since when: a year, a month or a day."), "2011[-04[-01]]"),
    listed("--evidence", N_("What shows it."), "evidence"),
)
_EDITED = (text("--title", N_("A new title.")), *_FIELDS)
_STRENGTH = Argument("STRENGTH", N_("The strength's handle or its whole title."), "some")

COMMAND = Command(
    "strength",
    N_("What makes you worth knowing."),
    group=AIMS,
    subcommands=(
        Command(
            "add",
            N_("Put a strength into words."),
            add,
            (Argument("TITLE", N_("The strength, in a few words."), "some"),),
            options(*_FIELDS),
            examples=(
                (
                    'strength add "Years on site" --kind experience --since 2011-04 --evidence "12,000 visits"',
                    N_("an experience, with its evidence"),
                ),
            ),
        ),
        Command("list", N_("List them."), show_all, options=(JSON,)),
        Command("show", N_("Show one, with what you offer out of it."), show, (_STRENGTH,), (JSON,)),
        Command("edit", N_("Change one."), edit, (_STRENGTH,), options(*_EDITED), description=EDITING),
        Command("remove", N_("Take one out of the lists; what was written stays."), remove, (_STRENGTH,)),
    ),
)
