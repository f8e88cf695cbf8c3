"""`encrypt`: encrypts the journal, its backups and drafts with a passphrase; `--status` proves how it is."""

from networkjournal import keychain
from networkjournal.cli import passphrase
from networkjournal.cli.arguments import Args, Option
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.cli.sealing import (
    BACKUPS,
    KEYRING,
    done_document,
    given,
    proof_sentence,
    say_around,
    say_standing,
)
from networkjournal.encryption import proof
from networkjournal.errors import CheckFailed, Invalid, Sealed
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.store import cipher
from networkjournal.store.cipher import Key
from networkjournal.store.connection import salt

LOST = N_(
    "Without its passphrase nobody can read the journal, you included: nobody keeps a second key, and nothing brings a "
    "lost passphrase back."
)


def run(context: Context, args: Args) -> None:
    """Encrypt the journal, prove it, and say what was done."""
    if args.status:
        say_standing(context)
        return
    if not cipher.available():
        raise Sealed(context.db, "no_cipher")
    if args.keyring and keychain.keyring() is None:
        raise Invalid("--keyring", "", "no_keyring")
    again = bool(salt(context.db))
    key = _own_key(context) if again else _new_key(context)
    done = given(context, args, key)
    found = proof(context.db)
    if not (found.encrypted and cipher.opens(context.db, key)):
        raise CheckFailed(1)
    kept = args.keyring and keychain.keep(key, context.backup_folder)
    if context.json:
        context.out.json(done_document(context.db, True, done))
        return
    if again:
        context.out.line(_("{path} was encrypted already.").format(path=context.db))
    context.out.line(proof_sentence(context.db, found))
    say_around(context, done)
    if args.keyring:
        context.out.line(_("The key is in the keyring.") if kept else _("The keyring took no key."))
    if not again:
        context.out.line(_("A program that has the journal open has to be opened again."))
        say_lost(context, typed=context.passphrase_file is None)


def say_lost(context: Context, *, typed: bool) -> None:
    """Say that nothing brings a passphrase back; whoever typed it has read that already."""
    if not typed:
        context.out.line(_(LOST))


def _own_key(context: Context) -> Key:
    """The key that the journal has: what was left undone before is done with it."""
    context.unlock(context.db)
    key = cipher.key_of(context.db)
    assert key is not None
    return key


def _new_key(context: Context) -> Key:
    Journal.open(context.db).close()  # makes it where there is none; refuses what is no journal
    if context.passphrase_file is None:
        context.err(_(LOST))  # before it is typed
    return cipher.new_key(passphrase.new(context, context.passphrase_file, context.db))


COMMAND = Command(
    "encrypt",
    N_("Encrypt the journal with a passphrase, and its backups and drafts with it."),
    run,
    options=(
        BACKUPS,
        KEYRING,
        Option(("--status",), N_("Prove whether the journal is encrypted; change nothing.")),
        JSON,
    ),
    group=DATA,
    description=N_(
        "Needs the extra `encrypt`. The new file is written beside the old one and compared with it before it takes "
        "its place; the old one is overwritten, which on an SSD may leave parts of it. Nothing brings a lost "
        "passphrase back.\n\n"
        "The passphrase is typed, or read from the file that --passphrase-file names."
    ),
    examples=(("encrypt --status", N_("prove that the journal cannot be read without its key")),),
)
