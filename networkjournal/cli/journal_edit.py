"""`journal edit`: changing an entry in one's own editor. What was typed there is not lost, and nobody is written over.

Where the entry was changed elsewhere while the editor was open, the person is asked; where nobody can be asked, or the
journal cannot be written, the text is kept as a draft that the program offers.
"""

from datetime import date

from networkjournal import wording
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args
from networkjournal.cli.command import Context
from networkjournal.cli.typed import keeping
from networkjournal.errors import ChangedElsewhere
from networkjournal.i18n import _
from networkjournal.model.entry import Entry, Receipt

SHOWN = 8
"""So many lines of the other text are shown."""


def edit(context: Context, args: Args) -> None:
    """Open an entry in the editor (or read its new text from standard input) and post it anew."""
    seen = context.journal.entry(args.id)
    if args.stdin:
        text = context.standard_input()
        given: Receipt | None = context.journal.edit_entry(_entry(seen, args.date, text), seen=seen)
    else:
        from networkjournal.cli.editing import edited  # starts another program

        text = edited(context, seen.text)
        given = _saved(context, _entry(seen, args.date, text), seen)
    if given is None:
        context.out.line(_("Left as it was changed elsewhere."))
    elif context.json:
        context.out.json(documents.receipt(given))
    else:
        context.out.line(wording.receipt(given.draft))


def _entry(seen: Entry, day: date | None, text: str) -> Entry:
    return Entry(seen.id, day or seen.day, text)


def _saved(context: Context, mine: Entry, seen: Entry) -> Receipt | None:
    """Save what came out of the editor; `None` where the person would rather have what is there."""
    while True:
        with keeping(context, mine.text, seen):
            try:
                return context.journal.edit_entry(mine, seen=seen)
            except ChangedElsewhere as clash:
                decided = _decided(context, clash)
                if decided is None:
                    return None
                mine, seen = decided, clash.theirs


def _decided(context: Context, clash: ChangedElsewhere) -> Entry | None:
    """What is to be written. Raises the clash again where nobody answers."""
    from networkjournal.cli.question import choose  # only where two wrote at once

    if not context.interactive:
        raise clash
    context.err(_("This entry was changed elsewhere meanwhile. It now says:"))
    lines = clash.theirs.text.split("\n")
    context.err("\n".join([*(f"  {line}" for line in lines[:SHOWN]), *(["  …"] if len(lines) > SHOWN else [])]))
    answer = choose(
        _("What should it say?"),
        (
            (_("Mine"), _("written over the other, which `undo` brings back")),
            (_("Theirs"), _("what I wrote is thrown away")),
            (_("Both"), _("the editor opens again with both in one text")),
        ),
    )
    if answer is None:
        raise clash
    if answer == 2:
        from networkjournal.cli.editing import edited
        from networkjournal.model.weave import woven

        both = woven(clash.seen.text, clash.mine.text, clash.theirs.text)
        mine: Entry = clash.mine
        return mine._replace(text=edited(context, both))
    return None if answer == 1 else clash.mine
