"""`contact forget`: takes someone out of the file for good. Asks first, or wants `--yes` where nobody can be asked."""

from collections.abc import Iterator
from datetime import datetime

from networkjournal import previews
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import JSON, Command, Context
from networkjournal.cli.documents import Document
from networkjournal.cli.field_options import words
from networkjournal.cli.name import find_contact
from networkjournal.cli.output import Painted
from networkjournal.errors import Invalid, NotFound
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.contact import Contact
from networkjournal.model.forgetting import Forgetting


def run(context: Context, args: Args) -> None:
    """Show what it comes to, ask, and forget."""
    person = _found(context, words(args.contact))
    plan = context.journal.forget_plan(person)
    elsewhere = Elsewhere(context, person)
    asks = not (args.dry_run or args.yes)
    if asks and (context.json or not context.interactive):
        raise Invalid("--yes", person.name, "unasked")
    if asks and not _agreed(context, person, plan):
        context.out.line(_("Nothing was changed."))
        return
    if not args.dry_run:
        plan = context.journal.forget_contact(person)
        elsewhere.remove(args.copies or (asks and elsewhere.agreed()))
    if context.json:
        context.out.json(_document(plan, elsewhere, done=not args.dry_run))
        return
    if args.dry_run:
        _print(context, person, plan)
    else:
        _tell(context, plan)
    for sentence in elsewhere.said():
        context.out.line(sentence)


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


class Elsewhere:
    """The copies of the file that know someone still, and what becomes of them."""

    def __init__(self, context: Context, person: Contact) -> None:
        """Looks into every copy; the journal knows the person still."""
        from networkjournal.leavings import Removed, holding, known  # only where someone is forgotten

        self._context = context
        self.holding = holding(context.db, context.backup_folder, known(context.journal, person))
        self.removed = Removed((), (), "")

    def agreed(self) -> bool:
        """Whether the person asked wants them removed as well."""
        from networkjournal.cli.question import confirm

        if not self.holding:
            return False
        self._context.err(self._which())
        return confirm(_("Remove them, too? A new backup is taken first.")) is True

    def remove(self, wanted: bool) -> None:
        """Remove them where that is wanted."""
        from networkjournal.leavings import remove

        if wanted and self.holding:
            self.removed = remove(self._context.db, self._context.backup_folder, self.holding, datetime.now())
            self.holding = self.removed.left

    def said(self) -> Iterator[str]:
        """What there is to say of them."""
        gone = len(self.removed.gone)
        if gone:
            yield ngettext(
                "{n} copy that knew them was removed.", "{n} copies that knew them were removed.", gone
            ).format(n=gone)
        if self.removed.backup:
            yield _("A new backup was taken: {path}").format(path=self.removed.backup)
        if self.holding:
            yield self._which()
            yield _("--copies removes them, after a new backup was taken.")

    def _which(self) -> str:
        return _("These copies know them still, or cannot be looked into: {files}").format(
            files=", ".join(self.holding)
        )


def _tell(context: Context, plan: Forgetting) -> None:
    context.out.line(_("Forgotten. What you exported, shared or copied elsewhere still knows them."))
    if plan.copies:
        files = ", ".join(plan.copies)
        context.out.line(_("Beside the journal lie files that were not touched: {files}").format(files=files))
    if not plan.packed:
        context.out.line(_("Another program was using the file: what was taken out is overwritten, but not packed."))


def _document(plan: Forgetting, elsewhere: Elsewhere, done: bool) -> Document:
    return {
        "forgotten": done,
        **plan._asdict(),
        "copies": list(plan.copies),
        "holding": list(elsewhere.holding),
        "removed": list(elsewhere.removed.gone),
        "backup": elsewhere.removed.backup or None,
    }


COMMAND = Command(
    "forget",
    N_("Take someone out of the file for good. It cannot be undone."),
    run,
    (Argument("CONTACT", N_("A name, a reading, romaji, or a handle."), "some"),),
    (
        Option(("--yes",), N_("Do not ask.")),
        Option(("--copies",), N_("Remove the backups and kept copies that still know them, too.")),
        Option(("--dry-run",), N_("Say what it would do; change nothing.")),
        JSON,
    ),
    description=N_(
        "Record, names, mail and phone go out of the file, out of every text and out of the history. A line that is "
        "about nobody else goes whole; elsewhere … stands for the name. A family name alone stays, for it may be "
        "anybody's. Unsaved drafts are treated likewise. Backups and kept copies that still know them are named, and "
        "removed with --copies. What you exported, shared or copied elsewhere is not reached."
    ),
)
