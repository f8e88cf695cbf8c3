"""`backup [PATH]`: a consistent copy, also while the program is open. Without a path it joins the kept backups."""

import os
from datetime import datetime

from networkjournal.backups import backups, take
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.errors import FileTrouble
from networkjournal.i18n import N_, _, ngettext
from networkjournal.store.backup import Proved, copy


def run(context: Context, args: Args) -> None:
    """Copy the journal, prove the copy, and say what it holds."""
    if args.list:
        _show(context)
        return
    if not os.path.exists(context.db):
        raise FileTrouble(context.db, "missing")
    context.unlock(context.db)
    if args.path is None:
        taken = take(context.db, context.backup_folder, datetime.now())
        path, holds, thinned = taken
    else:
        path, thinned = args.path, 0
        if os.path.isdir(path):
            path = os.path.join(path, os.path.basename(context.db))
        holds = copy(context.db, path)
    if context.json:
        context.out.json({"path": path, "thinned": thinned} | document(holds))
        return
    context.out.line(_("Copied to {path}").format(path=path))
    context.out.line(holding(holds))
    if thinned:
        sentence = ngettext("{n} older backup went.", "{n} older backups went.", thinned)
        context.out.line(sentence.format(n=thinned))


def _show(context: Context) -> None:
    found = backups(context.backup_folder)
    if context.json:
        context.out.json([{"path": one.path, "taken": one.taken.isoformat(), "size": one.size} for one in found])
    elif found:
        rows = [(f"{one.taken:%Y-%m-%d %H:%M}", f"{one.size / 1_000_000:.1f} MB", one.path) for one in found]
        context.out.table(rows, "lrl", (_("Taken"), _("Size"), _("File")))
    else:
        context.out.line(_("No backups yet; the program takes one each day it is opened."))


def document(holds: Proved) -> dict[str, int]:
    """What a copy holds, as JSON has it."""
    return holds._asdict()


def holding(holds: Proved) -> str:
    """What a copy holds, in one line."""
    return _("It is sound: {entries} entries, {contacts} contacts, {exchanges} exchanges.").format(**document(holds))


COMMAND = Command(
    "backup",
    N_("Take a consistent copy of the journal, also while the program is open."),
    run,
    arguments=(
        Argument("PATH", N_("Where to; without it, among the backups that are kept."), "optional", kind="path"),
    ),
    options=(Option(("--list",), N_("List the backups that are kept; take none.")), JSON),
    group=DATA,
    description=N_(
        "A copy counts only once it was read again and found sound. Backups that are kept grow fewer the older they "
        "are: all of a day, one for each of fourteen days, eight weeks and twelve months, and one for each year."
    ),
)
