"""`decrypt`: makes an encrypted journal plain again, its backups and drafts with it."""

from networkjournal import keychain
from networkjournal.cli.arguments import Args
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.cli.sealing import BACKUPS, done_document, given, say_around
from networkjournal.errors import Invalid
from networkjournal.i18n import N_, _
from networkjournal.store.connection import salt


def run(context: Context, args: Args) -> None:
    """Make the journal plain, and say what was done."""
    old = salt(context.db)
    if not old:
        raise Invalid("file", context.db, "not_encrypted")
    context.unlock(context.db)
    done = given(context, args, None)
    keychain.forget(old, context.backup_folder)
    if context.json:
        context.out.json(done_document(context.db, False, done))
        return
    context.out.line(_("{path} is not encrypted: whoever gets the file can read it.").format(path=context.db))
    say_around(context, done)


COMMAND = Command(
    "decrypt",
    N_("Make an encrypted journal plain again, and its backups and drafts with it."),
    run,
    options=(BACKUPS, JSON),
    group=DATA,
)
