"""Adding, editing and removing what is one's own: strengths, offers, asks, and what one does not pursue.

A record is told by its place. Removing asks nothing: it is said, and undo brings it back.
"""

from textual import work

from networkjournal.i18n import _
from networkjournal.model.ask import Ask
from networkjournal.model.refusal import Refusal
from networkjournal.model.strength import Offer, Strength
from networkjournal.tui.screens.editing import Editing
from networkjournal.tui.screens.own_forms import (
    Values,
    ask_fields,
    ask_from,
    offer_faults,
    offer_fields,
    offer_from,
    refusal_faults,
    refusal_fields,
    refusal_from,
    strength_faults,
    strength_fields,
    strength_from,
)
from networkjournal.tui.screens.places import Place

OWN = ("strength", "offer", "ask", "refusal")
"""The kinds of places that can be edited and removed so."""
STRENGTHS, OFFERS, ASKS, REFUSALS = 1, 2, 3, 5
"""The panes that show what is edited, by their numbers; the last is a page of its own."""


class OwnEditing(Editing):
    """A screen with forms for what is one's own."""

    def edit_own(self, place: Place) -> None:
        """Show the form of a record; without an id that of a new one. Other places are left alone."""
        books = self.journal.books
        if self.veil.on and place.id:
            self.say(_("Names are hidden now; V shows them again."), "warning")
        elif place.kind == "strength":
            self.edit_strength(books.strengths.get(place.id) if place.id else Strength(""))
        elif place.kind == "offer":
            self.edit_offer(books.offers.get(place.id) if place.id else Offer(""))
        elif place.kind == "ask":
            self.edit_ask(books.asks.get(place.id) if place.id else Ask(""))
        elif place.kind == "refusal":
            self.edit_refusal(books.refusals.get(place.id) if place.id else Refusal("", self.clock()))

    def remove_own(self, place: Place) -> None:
        """Take a record out of the lists, and say how it comes back."""
        books, journal = self.journal.books, self.journal
        with self.telling():
            name = ""
            if place.kind == "strength":
                strength = books.strengths.get(place.id)
                journal.remove_strength(strength)
                name = strength.title
            elif place.kind == "offer":
                offer = books.offers.get(place.id)
                journal.remove_offer(offer)
                name = offer.what
            elif place.kind == "ask":
                ask = books.asks.get(place.id)
                journal.remove_ask(ask)
                name = ask.what
            elif place.kind == "refusal":
                refusal = books.refusals.get(place.id)
                journal.remove_refusal(refusal)
                name = self.veil.words(refusal.what)
            if name:
                self.say(_("Removed {name}; u brings it back.").format(name=name))
        self.look()

    @work(exclusive=True, group="form")
    async def edit_strength(self, strength: Strength) -> None:
        """Show the form of a strength, and save what comes back."""
        title = _("Edit {name}").format(name=strength.title) if strength.id else _("New strength")

        def save(values: Values) -> Strength:
            edited = strength_from(strength, values)
            return self.journal.change_strength(edited, strength) if strength.id else self.journal.add_strength(edited)

        fields, again = strength_fields(strength), self.journal.change_strength
        await self._fill(STRENGTHS, title, fields, save, strength_faults, again=again)

    @work(exclusive=True, group="form")
    async def edit_offer(self, offer: Offer) -> None:
        """Show the form of an offer, and save what comes back."""
        title = _("Edit {name}").format(name=offer.what) if offer.id else _("New offer")

        def save(values: Values) -> Offer:
            edited = offer_from(offer, values)
            return self.journal.change_offer(edited, offer) if offer.id else self.journal.add_offer(edited)

        fields = offer_fields(offer, self.journal.books.strengths.all())
        await self._fill(OFFERS, title, fields, save, offer_faults, again=self.journal.change_offer)

    @work(exclusive=True, group="form")
    async def edit_ask(self, ask: Ask) -> None:
        """Show the form of an ask, and save what comes back."""
        title = _("Edit {name}").format(name=ask.what) if ask.id else _("New ask")

        def save(values: Values) -> Ask:
            edited = ask_from(ask, values)
            return self.journal.change_ask(edited, ask) if ask.id else self.journal.add_ask(edited)

        fields = ask_fields(ask, self.journal.books.goals.all())
        await self._fill(ASKS, title, fields, save, again=self.journal.change_ask)

    @work(exclusive=True, group="form")
    async def edit_refusal(self, refusal: Refusal) -> None:
        """Show the form of what is not pursued, and save what comes back."""
        title = _("Edit {name}").format(name=refusal.what) if refusal.id else _("What will you not go after?")

        def save(values: Values) -> Refusal:
            edited = refusal_from(refusal, values, self.clock())
            return self.journal.change_refusal(edited, refusal) if refusal.id else self.journal.add_refusal(edited)

        def faults(values: Values) -> dict[str, str]:
            return refusal_faults(values, self.clock())

        await self._fill(REFUSALS, title, refusal_fields(refusal), save, faults, again=self.journal.change_refusal)
