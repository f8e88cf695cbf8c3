"""What helps whoever writes, in the bar and in the editor alike: completions at the cursor, templates.

Promises that a veiled name is not shown by being completed. Refuses to save anything.
"""

from collections.abc import Iterator

from rich.text import Text

from networkjournal import wording
from networkjournal.i18n import _
from networkjournal.journal import Journal
from networkjournal.model.posting import Draft
from networkjournal.tui.theme import Palette
from networkjournal.tui.veil import OPEN, Veil
from networkjournal.tui.widgets.completing_text import MOST_COMPLETIONS, Completion

LONGEST = 4000
"""A longer text is not read anew at each key."""


def completions(journal: Journal, text: str, cursor: int, veil: Veil = OPEN) -> list[Completion]:
    """The names that the mention at the cursor may become; none where none is being typed."""
    from networkjournal.capture.completion import typed_at  # 4 ms, for whoever writes

    mention = typed_at(text, cursor)
    if mention is None:
        return []
    found = journal.books.names.starting(mention.sign, mention.keys(), MOST_COMPLETIONS)
    people = mention.sign == "@"
    return [
        Completion(
            mention.start,
            cursor,
            mention.written(named.handle, text, cursor),
            veil.name(named.handle) if people else named.handle,
            veil.name(detail) if people else detail,
        )
        for named, detail in found
        if mention.typed != named.handle
    ]


def said(read: Draft, colours: Palette, veil: Veil = OPEN) -> list[tuple[int, Text]]:
    """What the lines of a text become, each with its number; what waits has its own colour."""
    names = [*(mention.name for mention in read.mentions if mention.sign == "@"), *_waiting(read)]
    return [
        (number, Text(veil.hide(sentence, names), colours.waiting if waits else ""))
        for number, sentence, waits in wording.preview(read)
    ]


def _waiting(read: Draft) -> Iterator[str]:
    for waits in read.waiting:
        yield waits.name
        yield from (named.handle for named in waits.candidates)


def new_names(read: Draft) -> str:
    """Says which key makes contacts of the names that nobody bears yet; nothing where there are none."""
    unknown = any(waits.reason == "unknown" for waits in read.waiting)
    return _("Ctrl+N saves and makes the new contacts") if unknown else ""
