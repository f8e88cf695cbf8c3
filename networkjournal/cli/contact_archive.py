"""`contact archive` and `contact unarchive`: out of the lists and back, without anything being lost."""

from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Argument
from networkjournal.cli.command import JSON, Command, Context
from networkjournal.cli.field_options import words
from networkjournal.cli.name import find_contact
from networkjournal.i18n import N_, _


def archive(context: Context, args: Args) -> None:
    """Leave someone out of the lists."""
    _set(context, args, True, _("Archived {name}; texts and the ledger still know them."))


def unarchive(context: Context, args: Args) -> None:
    """Bring someone back into the lists."""
    _set(context, args, False, _("{name} is back in the lists."))


def _set(context: Context, args: Args, archived: bool, sentence: str) -> None:
    person = context.journal.archive_contact(find_contact(context, words(args.contact)), archived)
    if context.json:
        context.out.json(documents.contact(person))
    else:
        context.out.line(sentence.format(name=person.name))


_CONTACT = Argument("CONTACT", N_("A name, a reading, romaji, or a handle."), "some")

COMMANDS = (
    Command(
        "archive",
        N_("Leave someone out of the lists; names, texts and the ledger still know them."),
        archive,
        (_CONTACT,),
        (JSON,),
    ),
    Command("unarchive", N_("Bring someone back into the lists."), unarchive, (_CONTACT,), (JSON,)),
)
