"""`rekey`: gives an encrypted journal another passphrase, its backups and drafts with it."""

from networkjournal import keychain
from networkjournal.cli import passphrase
from networkjournal.cli.arguments import Args, Option
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.cli.encrypt import LOST, say_lost
from networkjournal.cli.sealing import BACKUPS, KEYRING, done_document, given, say_around
from networkjournal.errors import Invalid
from networkjournal.i18n import N_, _
from networkjournal.store import cipher
from networkjournal.store.connection import salt


def run(context: Context, args: Args) -> None:
    """Change the passphrase, and say what was done."""
    old = salt(context.db)
    if not old:
        raise Invalid("file", context.db, "not_encrypted")
    context.unlock(context.db)
    if args.keyring and keychain.keyring() is None:
        raise Invalid("--keyring", "", "no_keyring")
    if args.new_passphrase_file is None:
        context.err(_(LOST))  # before it is typed
    key = cipher.new_key(passphrase.new(context, args.new_passphrase_file, context.db))
    done = given(context, args, key)
    wanted = args.keyring or keychain.asked_for(context.backup_folder)
    keychain.forget(old, context.backup_folder)
    kept = wanted and keychain.keep(key, context.backup_folder)
    if context.json:
        context.out.json(done_document(context.db, True, done))
        return
    context.out.line(_("{path} has another passphrase now.").format(path=context.db))
    say_around(context, done)
    if wanted:
        context.out.line(_("The key is in the keyring.") if kept else _("The keyring took no key."))
    context.out.line(_("A program that has the journal open has to be opened again."))
    say_lost(context, typed=args.new_passphrase_file is None)


COMMAND = Command(
    "rekey",
    N_("Give an encrypted journal another passphrase, and its backups and drafts with it."),
    run,
    options=(
        Option(("--new-passphrase-file",), N_("The file whose first line is the new passphrase."), metavar="FILE",
               kind="path"),
        BACKUPS,
        KEYRING,
        JSON,
    ),
    group=DATA,
    description=N_(
        "The key is a new one: who has an old copy of the file and the old passphrase can still read that copy."
    ),
)  # fmt: skip
