"""`refusal`: what one decided not to pursue, so that it is decided once."""

from networkjournal.cli import human_capital
from networkjournal.cli.arguments import Args, Argument, UsageError
from networkjournal.cli.command import AIMS, JSON, Command, Context
from networkjournal.cli.field_options import EDITING, Values, changed, given, options, read_by, text, words, wrong
from networkjournal.cli.name import find
from networkjournal.cli.numbered import numbered
from networkjournal.cli.sheet import sheet
from networkjournal.i18n import N_, _
from networkjournal.model.refusal import Refusal
from networkjournal.together import insist


def add(context: Context, args: Args) -> None:
    """Note something one will not go after; decided today unless another day is said."""
    fields: Values = {"on": context.today} | _with_contact(context, given(context, args, _FIELDS))
    refusal = context.journal.add_refusal(Refusal(what=words(args.what), **fields))
    _print_saved(context, refusal, _("Not pursued, as number {number}: {what}"))


def show_all(context: Context, args: Args) -> None:
    """Print what one does not pursue, the latest first."""
    refusals = list(context.journal.books.refusals.all())
    if context.json:
        context.out.json([human_capital.refusal(refusal) for refusal in refusals])
    elif refusals:
        rows = [(str(item.id), item.on.isoformat(), item.what, item.why, _who(item)) for item in refusals]
        context.out.table(rows, "rllll", (_("No."), _("Decided"), _("What"), _("Why"), _("With whom")))
    else:
        context.out.line(
            _("Nothing is set aside yet. What will you not go after, and why? `refusal add WHAT --why TEXT`.")
        )


def show(context: Context, args: Args) -> None:
    """Print all there is to one."""
    refusal = _found(context, args)
    if context.json:
        context.out.json(human_capital.refusal(refusal))
    else:
        facts = (
            (_("Number"), str(refusal.id)),
            (_("Decided"), refusal.on.isoformat()),
            (_("Why"), refusal.why),
            (_("With whom"), _who(refusal)),
        )
        sheet(context.out, refusal.what, facts)


def edit(context: Context, args: Args) -> None:
    """Change its fields."""
    refusal = _found(context, args)
    fields = _with_contact(context, changed(context, args, _EDITED))
    refusal = insist(context.journal.change_refusal, refusal._replace(**fields), refusal)
    _print_saved(context, refusal, _("Changed number {number}: {what}"))


def remove(context: Context, args: Args) -> None:
    """Take it out of the list: it is open again."""
    refusal = _found(context, args)
    context.journal.remove_refusal(refusal)
    context.out.line(_("Removed {name}; `undo` brings it back.").format(name=refusal.what))


def _with_contact(context: Context, fields: Values) -> Values:
    """The fields with the contact called by the handle."""
    if name := fields.get("contact"):
        fields["contact"] = find(context, "contact", str(name)).handle
    return fields


def _found(context: Context, args: Args) -> Refusal:
    refusals = tuple(context.journal.books.refusals.all())
    return numbered("refusal", words(args.refusal), refusals, lambda item: item.id, lambda item: item.what)


def _print_saved(context: Context, refusal: Refusal, sentence: str) -> None:
    if context.json:
        context.out.json(human_capital.refusal(refusal))
    else:
        context.out.line(sentence.format(number=refusal.id, what=refusal.what))


def _who(refusal: Refusal) -> str:
    return f"@{refusal.contact}" if refusal.contact else ""


def _decided(name: str, value: str, context: Context) -> object:
    """Read the day of a decision, which is over; every decision has one."""
    if not value:
        raise wrong(name, "", "required")
    try:
        return context.readers()["date"](value)
    except ValueError:
        raise UsageError("bad_value", name, value, ("date",)) from None


_FIELDS = (
    text("--why", N_("Why not."), lines=True),
    text("--who", N_("Whom it has to do with."), "contact", metavar="NAME"),
    read_by(_decided, "--on", N_("When you decided it; today without it."), "DATE"),
)
_EDITED = (text("--what", N_("New words for it.")), *_FIELDS)
_REFUSAL = Argument("REFUSAL", N_("The number that the list shows, or words of it."), "some")

COMMAND = Command(
    "refusal",
    N_("What you decided not to pursue."),
    group=AIMS,
    subcommands=(
        Command(
            "add",
            N_("Note something you will not go after."),
            add,
            (Argument("WHAT", N_("What you will not go after."), "some"),),
            options(*_FIELDS),
            examples=(('refusal add "joint sales" --why "not what we stand for" --who Yamamoto', N_("and why not")),),
        ),
        Command("list", N_("List them, the latest first."), show_all, options=(JSON,)),
        Command("show", N_("Show one."), show, (_REFUSAL,), (JSON,)),
        Command("edit", N_("Change one."), edit, (_REFUSAL,), options(*_EDITED), description=EDITING),
        Command("remove", N_("Take one out of the list."), remove, (_REFUSAL,)),
    ),
)
