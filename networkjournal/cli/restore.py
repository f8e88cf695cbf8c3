"""`restore PATH`: makes the journal what a backup holds. What it was is kept."""

from datetime import datetime

from networkjournal.backups import restore
from networkjournal.cli.arguments import Args, Argument
from networkjournal.cli.backup import document, holding
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.i18n import N_, _


def run(context: Context, args: Args) -> None:
    """Put a backup back, and say where what it replaced is now."""
    context.unlock(context.db)
    context.unlock(args.path)
    done = restore(context.db, args.path, context.backup_folder, datetime.now())
    context.journal.books.history.count()  # opened: a backup of an older schema is brought to this one's
    if context.json:
        context.out.json({"kept": done.kept or None} | document(done.holds))
        return
    context.out.line(_("The journal is what {path} holds.").format(path=args.path))
    context.out.line(holding(done.holds))
    if done.kept:
        context.out.line(_("What it was before is kept: {path}").format(path=done.kept))


COMMAND = Command(
    "restore",
    N_("Make the journal what a backup holds; what it was is kept."),
    run,
    arguments=(Argument("PATH", N_("The backup."), kind="path"),),
    options=(JSON,),
    group=DATA,
    examples=(("restore ~/journal-copy.db", N_("put back a copy made by `backup`")),),
)
