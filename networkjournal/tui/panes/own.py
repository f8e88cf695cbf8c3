"""What one brings, offers and needs, and what is missing in it: the four panes of the Me screen.

A row leads to its own page, a number below it to the records behind it. Refuses to write: the screen does.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import on
from textual.message import Message

from networkjournal import capital, wording
from networkjournal.i18n import N_, _
from networkjournal.model.strength import STRENGTH_KINDS
from networkjournal.reports.capital import Held, Offered, gaps, held, offered
from networkjournal.tui.panes.base import Pane
from networkjournal.tui.screens.places import Place
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

ENTRIES, GIVEN = "entries", "given"
"""The first parts of the keys of numbers: entries that mention a strength, exchanges in which an offer was given."""
INDENT = "  "
NOTHING_YET = N_("What is missing stands here, once a strength, an offer and a goal are noted.")
Row = tuple[Hashable, Text]


class OwnPane(Pane):
    """A pane whose rows are what is one's own."""

    @dataclass
    class Opened(Message):
        """Enter on a row: a `Place`, or a number with its record."""

        key: Hashable

    def rows_now(self) -> Iterable[Row]:
        """The rows as they should be now."""
        raise NotImplementedError

    def source(self) -> ListSource:
        """See `Pane`."""
        return ListSource(list(self.rows_now()))

    def on_resize(self) -> None:
        """Texts are as wide as the pane."""
        self.reload()

    @property
    def place(self) -> Place | None:
        """The record under the cursor: of a number, the one that it belongs to."""
        key = self.rows.key
        if isinstance(key, Place):
            return key
        if isinstance(key, tuple):
            return Place("strength" if key[0] == ENTRIES else "offer", key[1])
        return None

    def several(self, key: Hashable, text: str, style: Style | str = "", sign: str = "") -> Iterator[Row]:
        """A text in as many lines as it needs, the first of which can be stood on."""
        first, *more = self.wrapped(Text(safe(text), style), sign)
        yield key, first
        yield from ((None, line) for line in more)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.post_message(self.Opened(event.key))


class StrengthsPane(OwnPane):
    """Strengths by kind, each with its evidence and how it grew."""

    TITLE = N_("Strengths")
    NAME = "strengths"
    EMPTY = N_("What makes you worth knowing? A skill, what you know, what you lived through, how you are. n says it.")

    def rows_now(self) -> Iterator[Row]:
        """See `OwnPane`."""
        strengths = list(self.journal.books.strengths.all())
        for kind in STRENGTH_KINDS:
            of_kind = [strength for strength in strengths if strength.kind == kind]
            if of_kind:
                yield None, Text(wording.strength_kind(kind).capitalize(), self.colours.dim)
            for strength in of_kind:
                yield from self._strength(held(self.journal, strength, self.clock()))

    def _strength(self, found: Held) -> Iterator[Row]:
        strength = found.strength
        yield from self.several(Place("strength", strength.id), strength.title, sign=INDENT)
        for evidence in strength.evidence:
            yield from self.several(None, self.veil.words(evidence), sign=INDENT + "· ")
        if found.strength.since:
            yield None, Text(INDENT + safe(capital.since(found)), self.colours.dim)
        key = (ENTRIES, strength.id) if found.entries else None
        yield from self.several(key, capital.growth(found), self.colours.dim, INDENT)


class OffersPane(OwnPane):
    """What one can give at once: for whom, what it costs, how often it was given."""

    TITLE = N_("Offers")
    NAME = "offers"
    EMPTY = N_("What could you give at once, and to whom? Giving comes first. n notes it.")

    def rows_now(self) -> Iterator[Row]:
        """See `OwnPane`."""
        for found in offered(self.journal):
            yield from self._offer(found)

    def _offer(self, found: Offered) -> Iterator[Row]:
        offer = found.offer
        yield from self.several(Place("offer", offer.id), offer.what)
        spent = "" if offer.minutes is None else wording.minutes(offer.minutes)
        audience = self.veil.words(", ".join(offer.audience))
        more = " · ".join(filter(None, (audience, spent)))
        if more:
            yield from self.several(None, more, self.colours.dim, INDENT)
        if found.given is not None:
            yield (GIVEN, offer.id) if found.given else None, Text(INDENT + capital.given(found), self.colours.dim)


class AsksPane(OwnPane):
    """What one needs, for which goal, and who could help."""

    TITLE = N_("Asks")
    NAME = "asks"
    EMPTY = N_("What do you need, and who could help? Nobody can answer what is not said. n says it.")

    def rows_now(self) -> Iterator[Row]:
        """See `OwnPane`."""
        for ask in self.journal.books.asks.all():
            yield from self.several(Place("ask", ask.id), ask.what)
            goal = f"#{ask.goal}" if ask.goal else ""
            more = " · ".join(filter(None, (self.veil.words(", ".join(ask.audience)), goal)))
            if more:
                yield from self.several(None, more, self.colours.dim, INDENT)


class GapsPane(OwnPane):
    """What is missing, and how it would no longer be."""

    TITLE = N_("What is missing")
    NAME = "gaps"
    EMPTY = N_("Every strength is shown by something, every goal is served, every offer is for somebody.")

    def rows_now(self) -> Iterator[Row]:
        """See `OwnPane`."""
        self.rows.empty = _(self.EMPTY if any(self.journal.books.strengths.all()) else NOTHING_YET)
        told = ""
        for number, gap in enumerate(gaps(self.journal)):
            if gap.code != told:
                told = gap.code
                if number:
                    yield None, Text()
                yield from self.several(None, capital.what_fills(gap), self.colours.dim)
            yield from self.several(Place(gap.kind, gap.id), capital.gap(gap), sign="! ")
