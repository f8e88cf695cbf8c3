"""`doctor --rescue`: what a damaged file still has, in a new file, and a list of what is missing."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from networkjournal.cli.command import Context
from networkjournal.cli.output import Painted
from networkjournal.errors import FileTrouble
from networkjournal.i18n import _
from networkjournal.store.backup import whole
from networkjournal.store.connection import salt

if TYPE_CHECKING:
    from networkjournal.store.rescue import Lost


def rescue(context: Context, target: str) -> None:
    """Save what can be read in the file `target`, which must not be there, and say what is missing."""
    if not os.path.isfile(context.db):
        raise FileTrouble(context.db, "missing")
    if os.path.lexists(target):
        raise FileTrouble(target, "unwritable", os.strerror(17))
    with whole(target) as part:
        saved, lost = _into(context, part)
    if context.json:
        context.out.json({"path": target, "saved": saved, "lost": [one._asdict() for one in lost]})
        return
    counts = ", ".join(f"{table} {count}" for table, count in saved.items())
    context.out.line(_("Saved in {path}: {counts}.").format(path=target, counts=counts or _("nothing")))
    for sentence in _missing(lost):
        context.out.line(Painted(_("lost"), "wrong"), "  ", sentence)


def _into(context: Context, target: str) -> tuple[dict[str, int], tuple["Lost", ...]]:
    from networkjournal.journal import Journal
    from networkjournal.store.rescue import rescue as read  # only for a damaged file

    if salt(context.db):
        from networkjournal.store.cipher import begin  # what was encrypted is encrypted where it is saved

        begin(target, context.db)
    journal = Journal.open(target, context.config.kinds)
    try:
        with journal.step("rescue", os.path.basename(context.db)):
            found = read(context.db, journal.books.connection)
            journal.repost()
    finally:
        journal.close()
    return found


def _missing(lost: Iterable["Lost"]) -> Iterator[str]:
    """What is missing, ids that follow each other in one line; and what was not saved whole."""
    table, first, last = "", 0, 0
    for one in lost:
        if not one.column and one.last is not None and (one.table, one.id) == (table, last + 1):
            last = one.last
            continue
        yield from _said(table, first, last)
        table = ""
        if one.column:
            yield _("{column} of {table} {first}, in part").format(column=one.column, table=one.table, first=one.id)
        elif one.last is None and not one.id:
            yield _("{table}: nothing of it was found").format(table=one.table)
        elif one.last is None:
            yield _("{table} {first} and above, if there were any").format(table=one.table, first=one.id)
        else:
            table, first, last = one.table, one.id, one.last
    yield from _said(table, first, last)


def _said(table: str, first: int, last: int) -> Iterator[str]:
    if table:
        yield f"{table} {first}" if first == last else f"{table} {first}–{last}"
