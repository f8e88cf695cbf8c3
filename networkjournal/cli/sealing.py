"""What `encrypt`, `decrypt` and `rekey` share: what becomes of the backups, and saying what was done and what is so."""

from networkjournal.cli.arguments import Args, Option
from networkjournal.cli.command import Context
from networkjournal.cli.output import Painted
from networkjournal.encryption import Around, Proof, Standing, What, give_key, standing
from networkjournal.i18n import N_, _, ngettext
from networkjournal.lean import cast
from networkjournal.store.cipher import Key

BACKUPS = Option(
    ("--backups",),
    N_("What becomes of the backups: they follow the journal (as without this), are removed, or stay as they are."),
    metavar="follow|remove|keep",
    choices=("follow", "remove", "keep"),
)
KEYRING = Option(("--keyring",), N_("Keep the key in the system's keyring, so that nobody is asked for it here."))


def given(context: Context, args: Args, key: Key | None) -> Around:
    """Give the journal another key, or none."""
    return give_key(context.db, context.backup_folder, key, cast("What", args.backups or "follow"))


def say_around(context: Context, done: Around) -> None:
    """Say what became of backups and drafts."""
    if done.followed:
        sentence = ngettext("{n} backup was changed with it.", "{n} backups were changed with it.", done.followed)
        context.out.line(sentence.format(n=done.followed))
    if done.removed:
        sentence = ngettext(
            "{n} backup was overwritten and removed.", "{n} backups were overwritten and removed.", done.removed
        )
        context.out.line(sentence.format(n=done.removed))
    for path in done.left:
        context.out.line(Painted(_("mind"), "attention"), "  ", _("This one stays as it was: {path}").format(path=path))


def say_standing(context: Context) -> None:
    """Say how the journal and what lies around it are."""
    found = standing(context.db, context.backup_folder)
    if context.json:
        context.out.json(document(context.db, found))
    else:
        context.out.line(proof_sentence(context.db, found.proof))
        for path in found.plain if found.proof.encrypted else ():
            context.out.line(Painted(_("mind"), "attention"), "  ", _("Anybody can read {path}.").format(path=path))
        if found.encrypted:
            count = len(found.encrypted)
            sentence = ngettext(
                "{n} backup or draft is encrypted as well.", "{n} backups and drafts are encrypted as well.", count
            )
            context.out.line(sentence.format(n=count))
        if not found.proof.cipher:
            context.out.line(_("What encrypts is not installed: pip install 'networkjournal[encrypt]'"))


def proof_sentence(path: str, proof: Proof) -> str:
    """What trying to read a file without its key showed."""
    if not proof.encrypted and not proof.plain_refused:
        return _("{path} is not encrypted: whoever gets the file can read it.").format(path=path)
    if not proof.cipher:
        return _("{path} looks encrypted: SQLite does not open it. No other key could be tried.").format(path=path)
    proved = _("{path} is encrypted: neither SQLite without a key nor SQLCipher with a wrong one opens it.")
    return proved.format(path=path)


def document(path: str, found: Standing) -> dict[str, object]:
    """How it stands, as JSON has it."""
    return {
        "path": path,
        "encrypted": found.proof.plain_refused,
        "proof": {
            "plain_refused": found.proof.plain_refused,
            "wrong_key_refused": found.proof.wrong_key_refused,
            "cipher": found.proof.cipher or None,
        },
        "around": {"encrypted": list(found.encrypted), "plain": list(found.plain)},
    }


def done_document(path: str, encrypted: bool, done: Around) -> dict[str, object]:
    """What was done, as JSON has it."""
    around = {"followed": done.followed, "removed": done.removed, "left": list(done.left)}
    return {"path": path, "encrypted": encrypted, "around": around}
