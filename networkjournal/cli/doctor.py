"""`doctor`: looks at the file and what lies around it; `--rescue` saves what a damaged file still has."""

from datetime import datetime

from networkjournal.checkup import Note, checkup
from networkjournal.cli.arguments import Args, Option
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.cli.doctor_rescue import rescue
from networkjournal.cli.output import Meaning, Painted
from networkjournal.i18n import N_, _
from networkjournal.paths import editing_folder

_SAID = {
    "no_file": N_("{path} is not there yet; the first entry makes it."),
    "sound": N_("{path} is sound: {0} entries, {1} contacts, {2} exchanges."),
    "unsound": N_("{path} is damaged. `restore` puts a backup back; `doctor --rescue FILE` saves what can be read."),
    "newer": N_("{path} was written by a newer networkjournal; update the program."),
    "private": N_("Only you can read it."),
    "readable_by_others": N_("Others on this machine can read {path}: chmod 600 makes it private."),
    "folder_writable": N_("Others can change what is in {path}: chmod 700 ends that."),
    "interrupted": N_(
        "Something is being written to {path}, or was broken off. Opening the program takes back the half step."
    ),
    "draft": N_("An unfinished text waits in {path}; the program offers it when it opens."),
    "left_over": N_("{path} was left behind. Once you are sure that nothing is missing, it can go."),
    "another_journal": N_(
        "Another journal lies beside it, {path}. If a cloud service made it, two programs wrote at once: "
        "`import` takes over what is only there, once it was exported as JSON."
    ),
    "cloud_folder": N_(
        "{path} looks like a folder that a service copies. A copy of a file in use is often damaged; "
        "put `backup` copies there instead."
    ),
    "no_backup": N_("There is no backup yet: `backup` takes one, and the program one each day it is opened."),
    "old_backup": N_("The newest backup is of {detail}: `backup` takes another."),
    "bad_backup": N_("The newest backup, {path}, is damaged. Remove it, and take another with `backup`."),
    "backed_up": N_("The newest backup is sound, of {detail}."),
    "editor_file": N_(
        "A text that your own editor had open was left in {path}. "
        "Unless it is open now: read it, then remove its folder."
    ),
    "older_copy": N_("{path} is the journal as an older version had it; it can go once you miss nothing."),
    "in_the_cloud": N_(
        "The journal is only in the cloud: {path}. Have the service download it, then move it elsewhere."
    ),
    "backups_readable": N_("Others on this machine can read backups in {path}: chmod -R go= makes them private."),
    "encrypted": N_("{path} is encrypted: neither SQLite without a key nor SQLCipher with a wrong one opens it."),
    "not_proved": N_("{path} looks encrypted, yet it was read without its key: `encrypt --status` says more."),
    "plain_beside": N_("{path} is not encrypted, though the journal is: `encrypt` once more does that."),
    "locked_backup": N_("The newest backup, {path}, has another passphrase: `restore` asks for it."),
    "little_room": N_("Only {detail} MB are free: packing and copying the journal need more."),
}
_LEVELS: dict[str, tuple[str, Meaning]] = {
    "fine": (N_("fine"), "given"),
    "mind": (N_("mind"), "attention"),
    "wrong": (N_("wrong"), "wrong"),
}


def run(context: Context, args: Args) -> int | None:
    """Say how the file is; 3 where something is wrong with it."""
    context.unlock(context.db)
    if args.rescue is not None:
        rescue(context, args.rescue)
        return None
    notes = checkup(context.db, context.backup_folder, datetime.now(), (editing_folder(context.environment),))
    if context.json:
        context.out.json([note._asdict() for note in notes])
    else:
        for note in notes:
            word, meaning = _LEVELS[note.level]
            context.out.line(Painted(_(word), meaning), "  ", said(note))
    return 3 if any(note.level == "wrong" for note in notes) else None


def said(note: Note) -> str:
    """A note in one sentence."""
    return _(_SAID[note.code]).format(*note.detail.split(" "), path=note.path, detail=note.detail)


COMMAND = Command(
    "doctor",
    N_("Look at the file and what lies around it, and say what to do."),
    run,
    options=(
        Option(("--rescue",), N_("Save what a damaged file still has in a new file."), metavar="FILE", kind="path"),
        JSON,
    ),
    group=DATA,
    description=N_("Nothing is changed. `check` proves the ledger; `doctor` looks at the file as a file."),
)
