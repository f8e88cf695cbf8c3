"""`contact forget`: takes someone out of the file for good. Asks first, or wants `--yes` where nobody can be asked."""

from networkjournal import previews
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import JSON, Command, Context
from networkjournal.cli.documents import Document
from networkjournal.cli.field_options import words
from networkjournal.cli.name import find_contact
from networkjournal.cli.output import Painted
from networkjournal.errors import Invalid, NotFound
from networkjournal.i18n import N_, _
from networkjournal.model.contact import Contact
from networkjournal.model.forgetting import Forgetting


def run(context: Context, args: Args) -> None:
    """Show what it comes to, ask, and forget."""
    person = _found(context, words(args.contact))
    plan = context.journal.forget_plan(person)
    asks = not (args.dry_run or args.yes)
    if asks and (context.json or not context.interactive):
        raise Invalid("--yes", person.name, "unasked")
    if asks and not _agreed(context, person, plan):
        context.out.line(_("Nothing was changed."))
        return
    if not args.dry_run:
        plan = context.journal.forget_contact(person)
    if context.json:
        context.out.json(_document(plan, done=not args.dry_run))
    elif args.dry_run:
        _print(context, person, plan)
    else:
        _tell(context, plan)


def _found(context: Context, name: str) -> Contact:
    """The contact, one that was removed included: the file has it still."""
    try:
        return find_contact(context, name)
    except NotFound:
        removed = context.journal.removed_contact(name)
        if removed is None:
            raise
        return removed


def _agreed(context: Context, person: Contact, plan: Forgetting) -> bool:
    from networkjournal.cli.question import confirm

    for line in _said(person, plan):
        context.err(line)
    return confirm(_("Forget {name} for good?").format(name=person.name)) is True


def _said(person: Contact, plan: Forgetting) -> tuple[str, ...]:
    return (
        _("{name} goes out of the file for good: record, names, history. This cannot be undone.").format(
            name=person.name
        ),
        *(f"  {sentence}" for sentence in previews.forgetting(plan)),
    )


def _print(context: Context, person: Contact, plan: Forgetting) -> None:
    first, *rest = _said(person, plan)
    context.out.line(Painted(first, "attention"))
    for line in rest:
        context.out.line(line)


def _tell(context: Context, plan: Forgetting) -> None:
    context.out.line(_("Forgotten. Copies of the file that lie elsewhere still know them."))
    if plan.copies:
        files = ", ".join(plan.copies)
        context.out.line(_("Beside the journal lie copies or drafts that are not touched: {files}").format(files=files))
    if not plan.packed:
        context.out.line(_("Another program was using the file: what was taken out is overwritten, but not packed."))


def _document(plan: Forgetting, done: bool) -> Document:
    return {"forgotten": done} | plan._asdict() | {"copies": list(plan.copies)}


COMMAND = Command(
    "forget",
    N_("Take someone out of the file for good. It cannot be undone."),
    run,
    (Argument("CONTACT", N_("A name, a reading, romaji, or a handle."), "some"),),
    (
        Option(("--yes",), N_("Do not ask.")),
        Option(("--dry-run",), N_("Say what it would do; change nothing.")),
        JSON,
    ),
    description=N_(
        "Record, names, mail and phone go out of the file, out of every text and out of the history. A line that is "
        "about nobody else goes whole; elsewhere … stands for the name. A family name alone stays, for it may be "
        "anybody's. Copies of the file that lie elsewhere are not reached."
    ),
)
