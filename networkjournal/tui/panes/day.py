"""The entries of one day in full, and what was written on this day before.

Each line of an entry is a row, so that long entries are read line by line; its mark is tinted by what it means, and
what waits is said under its line. Read through the index of days: how many entries there are makes no difference.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.message import Message
from textual.reactive import reactive

from networkjournal import wording
from networkjournal.capture.marks import Line, lines
from networkjournal.i18n import N_, _, ngettext
from networkjournal.journal import Journal
from networkjournal.model.entry import Entry
from networkjournal.reports.on_this_day import Memory, on_this_day
from networkjournal.tui.panes.base import Clock, Pane
from networkjournal.tui.theme import Palette
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

Items = list[tuple[Hashable, Text]]
Wrapped = Callable[..., list[Text]]
"""Wraps a text to the width there is; see `Pane.wrapped`."""
MEMORY = "memory"
"""The first part of the key of a row of an earlier day."""
INDENT = "    "
TOLD = 6
"""So many lines of an earlier entry; the whole is one key away."""
MOST_LINES, MOST_CHARACTERS = 200, 2_000
"""So many lines of an entry are shown, and so much of a line; somebody may have pasted a book."""
MOST = 12
"""So many earlier entries: a list that floods is not read, and wrapping hundreds would be felt at every key."""


class _Of(Pane):
    """What both panes share: the day, and saying which entry was chosen."""

    day: reactive[date] = reactive(date.min, init=False)
    """Bound to the screen's."""

    @dataclass
    class Opened(Message):
        """A line of an entry was chosen."""

        entry: int
        line: int
        earlier: bool
        """Whether the entry is of another day."""

    def __init__(self, number: int, journal: Journal, clock: Clock, day: date) -> None:
        """`day` is the one shown first."""
        super().__init__(number, journal, clock)
        self.set_reactive(_Of.day, day)
        self._width = 0

    def on_resize(self, event: events.Resize) -> None:
        """Texts are as wide as the pane."""
        if event.size.width != self._width:
            self._width = event.size.width
            self.reload()

    def watch_day(self) -> None:
        """Another day was picked: begin at its top."""
        self.reload()
        self.rows.action_first()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        found = entry_of(event.key)
        if found is not None:
            self.post_message(self.Opened(*found))


class DayPane(_Of):
    """The entries of the day; below them the earlier ones, where these have no pane of their own."""

    TITLE = N_("Entries")
    NAME = "day"
    EMPTY = N_("Nothing is written here yet. What did you give, receive, learn? n writes it, t begins with a template.")

    memories: reactive[bool] = reactive(False, init=False)
    """Whether what was written on this day before is shown here, too."""

    def watch_memories(self) -> None:
        """There is more room, or less."""
        self.reload()

    def source(self) -> ListSource:
        """Entry by entry in the order in which they were written."""
        entries = self.journal.books.entries.on(self.day)
        today = _(" · today") if self.day == self.clock() else ""
        self.title = f"{wording.day(self.day)}{today}"
        self.note = ngettext("{n} entry", "{n} entries", len(entries)).format(n=len(entries)) if entries else ""
        items: Items = []
        for entry in entries:
            items += [(None, Text()) for _gap in items[:1]]
            items += entry_items(entry, self._waiting(entry), self.colours, self.veil, self.wrapped)
        earlier = on_this_day(self.journal, self.day) if self.memories else ()
        if earlier:
            if not items:
                items += [(None, line) for line in self.wrapped(Text(_(self.EMPTY), self.colours.dim))]
            items += [(None, Text()), (None, Text(_("On this day"), "bold"))]
            items += memory_items(earlier, self.colours, self.veil, self.wrapped)
        return ListSource(items)

    def _waiting(self, entry: Entry) -> Mapping[int, list[Text]]:
        said: dict[int, list[Text]] = {}
        for waits in self.journal.posted(entry.id)[1]:
            sentence = self.veil.words(wording.waiting(waits))
            said.setdefault(waits.line, []).append(Text(safe(sentence), self.colours.waiting))
        return said


class MemoriesPane(_Of):
    """What was written on this day before."""

    TITLE = N_("On this day")
    NAME = "memories"
    EMPTY = N_("What you wrote on this day in earlier years, and some months ago, comes back here.")

    def source(self) -> ListSource:
        """The nearest day first."""
        return ListSource(memory_items(on_this_day(self.journal, self.day), self.colours, self.veil, self.wrapped))


def entry_of(key: Hashable) -> tuple[int, int, bool] | None:
    """The entry, the line and whether it is of an earlier day, from the key of a row."""
    if not isinstance(key, tuple):
        return None
    earlier = key[0] == MEMORY
    entry, line = key[1:] if earlier else key
    return entry, line, earlier


def entry_items(
    entry: Entry, below: Mapping[int, list[Text]], colours: Palette, veil: Veil, wrapped: Wrapped, first: object = None
) -> Iterator[tuple[Hashable, Text]]:
    """An entry as rows, each line with what is said `below` it. Keys are the entry's id and the line, after `first`."""
    left = entry.text.count("\n") + 1 - MOST_LINES
    for line in islice(lines(entry.text), MOST_LINES):
        top, *more = wrapped(_drawn(line._replace(text=_shown(line.text)), colours, veil))
        yield (entry.id, line.number) if first is None else (first, entry.id, line.number), top
        yield from ((None, part) for part in more)
        for said in below.get(line.number, ()):
            yield from ((None, part) for part in wrapped(said, INDENT))
    if left > 0:
        more_lines = ngettext("… and {n} more line", "… and {n} more lines", left).format(n=left)
        yield (None, Text(more_lines, colours.dim))


def memory_items(memories: Sequence[Memory], colours: Palette, veil: Veil, wrapped: Wrapped) -> Items:
    """Earlier entries as rows, each under how long ago it was."""
    items: Items = []
    for months, entry in memories[:MOST]:
        items += [(None, Text()) for _gap in items[:1]]
        items.append((None, Text(f"{_ago(months)} · {wording.day(entry.day)}", colours.dim)))
        told = entry.text.split("\n")
        shown = entry._replace(text="\n".join(told[:TOLD]))
        items += entry_items(shown, {}, colours, veil, wrapped, MEMORY)
        if len(told) > TOLD:
            items.append((None, Text("…", colours.dim)))
    more = len(memories) - MOST
    if more > 0:
        items += [
            (None, Text()),
            (None, Text(ngettext("and {n} more", "and {n} more", more).format(n=more), colours.dim)),
        ]
    return items


def _shown(line: str) -> str:
    return line if len(line) <= MOST_CHARACTERS else f"{line[:MOST_CHARACTERS]}…"


def _ago(months: int) -> str:
    years, rest = divmod(months, 12)
    if rest:
        return ngettext("{n} month ago", "{n} months ago", months).format(n=months)
    return ngettext("{n} year ago", "{n} years ago", years).format(n=years)


def _drawn(line: Line, colours: Palette, veil: Veil) -> Text:
    """The line as it was written, its mark in the colour of its meaning."""
    tints: Mapping[str, Style] = {
        "given": colours.given,
        "received": colours.received,
        "awaiting": colours.waiting,
        "settlement": colours.dim,
        "done": colours.dim,
        "dropped": colours.dim,
    }
    mark, words = line.text[: line.start], line.text[line.start :]
    style = colours.dim if line.mark in ("done", "dropped") else Style.null()
    drawn = Text(safe(mark), tints.get(line.mark, Style.null()) + Style(bold=True))
    return drawn.append(safe(veil.words(words)), style)
