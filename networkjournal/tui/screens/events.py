"""Events: what is planned, what wants a review, what is past, each with why one goes. Enter opens the event's page."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from networkjournal import gatherings, wording
from networkjournal.i18n import N_, _
from networkjournal.model.event import Event, EventPhase
from networkjournal.reports.gatherings import Listed, listed
from networkjournal.tui.screens.gathering import Gathering
from networkjournal.tui.screens.places import Place
from networkjournal.tui.theme import Palette, palette
from networkjournal.tui.widgets.frame import Frame
from networkjournal.tui.widgets.key_line import KeyLine
from networkjournal.tui.widgets.plain import fit
from networkjournal.tui.widgets.rows import ListSource, Rows

EMPTY = N_("No events yet. n notes one: why you go, whom to look for. No purpose, no reason to go.")
ROOMY = 70
"""From so many cells on days stand whole, with their weekday."""
Item = tuple[Hashable, Text | Callable[[int], Text]]


class EventsScreen(Gathering):
    """All events in one list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,insert", "new", N_("New"), id="events.new", tooltip=N_("Note an event, and why you go")),
        Binding("e,f6", "edit", N_("Edit"), id="events.edit", tooltip=N_("Change what is planned")),
        Binding("p,f4", "prep", N_("Prepare"), id="events.prep", tooltip=N_("The sheet to read on the way there")),
        Binding("m,f8", "met", N_("People met"), id="events.met", tooltip=N_("Note whom you met there, many at once")),
        Binding("r,f9", "review", N_("Review"), id="events.review", tooltip=N_("Say how it went")),
        Binding("minus,delete", "remove", N_("Remove"), id="events.remove",
                tooltip=N_("Take this event out of the lists; this can be undone")),
        Binding("escape,q,f10", "leave", N_("Back"), id="events.leave", tooltip=N_("Back to where you were")),
    ]  # fmt: skip
    HERE = "events"
    KEYS = ("rows.choose", "events.new", "events.prep", "events.met", "events.review", "events.edit", "events.remove",
            "everywhere.undo", "events.leave", "everywhere.help")  # fmt: skip

    def compose(self) -> ComposeResult:
        """One list and the keys."""
        self._rows = Rows(empty=_(EMPTY), id="events-rows")
        yield Frame(self._rows, title=_("Events"))
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list; another theme draws it anew."""
        self._rows.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.watch_revision())

    def watch_revision(self) -> None:
        """Show the events there are now."""
        with self.telling():
            found = listed(self.journal, self.clock())
            self._rows.show(ListSource([*self._items(found, palette(self.app.theme_variables))]))

    def _items(self, found: Listed, colours: Palette) -> Iterator[Item]:
        groups: Iterable[tuple[str, EventPhase, tuple[Event, ...]]] = (
            (_("Planned"), "planned", found.planned),
            (_("To review"), "to_review", found.to_review),
            (_("Past"), "past", found.past),
        )
        first = True
        for title, phase, events in groups:
            if events:
                if not first:
                    yield None, Text()
                first = False
                yield None, Text(title, colours.waiting if phase == "to_review" else colours.dim)
            yield from ((Place("event", event.id), self._drawn(event, phase, colours)) for event in events)

    def _drawn(self, event: Event, phase: EventPhase, colours: Palette) -> Callable[[int], Text]:
        today = self.clock()

        def draw(width: int) -> Text:
            """Day, title, how it stands, and why one goes: the purpose has what room is left."""
            day = wording.day(event.on) if width >= ROOMY else fit(wording.short_day(event.on, today), 5)
            line = Text(no_wrap=True).append(f"{day}  ", colours.dim)
            line.append(fit(event.title, min(max(width // 4, 12), 28))).append("  ")
            stands, style = gatherings.when(event, today), colours.dim
            if phase == "past":
                stands = wording.verdict(event.verdict) if event.verdict else _("no verdict")
            elif phase == "to_review":
                stands, style = f"! {stands}", colours.waiting
            line.append(fit(stands, max(cell_len(stands), 14)), style).append("  ")
            if not event.purpose:
                return line.append(gatherings.purpose(event), colours.waiting)
            return line.append(fit(self.veil.words(event.purpose), max(width - line.cell_len, 8)))

        return draw

    @property
    def event(self) -> Event | None:
        """The event under the cursor."""
        key = self._rows.key
        return self.journal.books.events.get(key.id) if isinstance(key, Place) else None

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if isinstance(event.key, Place):
            self.open(event.key)

    def edited(self, pane: int, record: int) -> None:
        """What was saved is seen at once, and chosen."""
        self.look()
        self.call_after_refresh(self._rows.select, Place("event", record))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most keys are for an event."""
        if action in ("edit", "prep", "met", "review", "remove") and self.is_mounted and self._rows.key is None:
            return False
        return super().check_action(action, parameters)

    def action_new(self) -> None:
        """Note an event."""
        self.edit_event(Event("", self.clock()))

    def action_edit(self) -> None:
        """Change what is planned."""
        if (event := self.event) is not None:
            self.edit_event(event)

    def action_prep(self) -> None:
        """Read the sheet."""
        if (event := self.event) is not None:
            self.prepare(event)

    def action_met(self) -> None:
        """Note whom one met."""
        if (event := self.event) is not None:
            self.meet_people(event)

    def action_review(self) -> None:
        """Say how it went."""
        if (event := self.event) is not None:
            self.review_event(event)

    def action_remove(self) -> None:
        """Take it out of the lists."""
        if (event := self.event) is not None:
            self.remove_event(event)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
