"""The pages of what is one's own: a strength, an offer, an ask, something not pursued; with edit and remove."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType

from networkjournal import capital, wording
from networkjournal.errors import Ambiguous, NotFound
from networkjournal.i18n import N_, _
from networkjournal.model.exchange import Which
from networkjournal.reports import records
from networkjournal.reports.capital import given_of, held
from networkjournal.tui.screens.facts import FactsPage, Number
from networkjournal.tui.screens.own_editing import OwnEditing
from networkjournal.tui.screens.places import Kind, Place
from networkjournal.tui.widgets.facts import Fact, Group
from networkjournal.tui.widgets.plain import safe


class OwnPage(OwnEditing, FactsPage):
    """A page with the keys to edit what it is about, and to remove it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,f6", "edit", N_("Edit"), id="own.edit", tooltip=N_("Edit what this page is about")),
        Binding("minus,delete", "remove", N_("Remove"), id="own.remove",
                tooltip=N_("Take what this page is about out of the lists; this can be undone")),
    ]  # fmt: skip
    KEYS = ("rows.choose", "own.edit", "own.remove", "page.leave", "everywhere.help")
    KIND: ClassVar[Kind]

    def action_edit(self) -> None:
        """Edit it."""
        with self.telling():
            self.edit_own(Place(self.KIND, self.record))

    def action_remove(self) -> None:
        """Remove it; the page closes by itself."""
        self.remove_own(Place(self.KIND, self.record))

    def edited(self, pane: int, record: int) -> None:
        """What was saved is seen at once."""
        self.look()


class StrengthPage(OwnPage):
    """Something that makes one worth knowing, with what it has given so far."""

    SIGN = "+"
    KIND = "strength"

    def title_now(self) -> str:
        """See `Page`."""
        return self.journal.books.strengths.get(self.record).title

    def groups(self) -> Sequence[Group]:
        """See `FactsPage`."""
        found = held(self.journal, self.journal.books.strengths.get(self.record), self.clock())
        strength = found.strength
        return (
            [
                *self.told("kind", _("Kind"), wording.strength_kind(strength.kind)),
                *self.told("since", _("Since"), capital.since(found)),
                *self.said("evidence", _("Evidence"), "\n".join(strength.evidence)),
                *self.told("growth", _("Growth"), capital.growth(found)),
                *self.told("handle", _("Short name"), f"+{strength.handle}"),
            ],
            [
                Fact("" if number else _("Offers"), Text(safe(offer.what)), Place("offer", offer.id))
                for number, offer in enumerate(found.offers)
            ],
        )

    def numbers(self) -> Sequence[Number]:
        """See `FactsPage`."""
        given = Which(strength=self.record, direction="given")
        return (
            (_("Given"), lambda: records.exchanges(self.journal, given)),
            self.exchanges(Which(strength=self.record)),
            self.entries("+"),
        )


class OfferPage(OwnPage):
    """Something one can give at once."""

    KIND = "offer"

    def title_now(self) -> str:
        """See `Page`."""
        return self.journal.books.offers.get(self.record).what

    def check(self) -> None:
        """See `FactsPage`."""
        self.journal.books.offers.get(self.record)

    def groups(self) -> Sequence[Group]:
        """See `FactsPage`."""
        offer = self.journal.books.offers.get(self.record)
        strengths = [known for known in self.journal.books.strengths.all() if known.handle == offer.strength]
        return (
            [Fact(_("Strength"), Text(safe(known.title)), Place("strength", known.id)) for known in strengths],
            [
                *self.said("audience", _("For"), ", ".join(offer.audience)),
                *self.told("minutes", _("Time"), wording.minutes(offer.minutes) if offer.minutes else None),
            ],
        )

    def numbers(self) -> Sequence[Number]:
        """See `FactsPage`."""
        offer = self.journal.books.offers.get(self.record)
        return ((_("Given"), lambda: records.these(given_of(self.journal, offer))),)


class AskPage(OwnPage):
    """Something one needs."""

    KIND = "ask"

    def title_now(self) -> str:
        """See `Page`."""
        return self.journal.books.asks.get(self.record).what

    def check(self) -> None:
        """See `FactsPage`."""
        self.journal.books.asks.get(self.record)

    def groups(self) -> Sequence[Group]:
        """See `FactsPage`."""
        ask = self.journal.books.asks.get(self.record)
        goals = [goal for goal in self.journal.books.goals.every() if goal.handle == ask.goal]
        return (
            [Fact(_("Goal"), Text(safe(goal.title)), Place("goal", goal.id)) for goal in goals],
            [*self.said("audience", _("Who could help"), ", ".join(ask.audience)), *self._nothing_else(bool(ask.goal))],
        )

    def _nothing_else(self, known: bool) -> Group:
        """Who is asked nothing finds nobody: say how it is filled."""
        ask = self.journal.books.asks.get(self.record)
        if known or ask.audience:
            return []
        return [Fact("", Text(_("Who could help, and for which goal? e says it."), self.colours.dim), ("teach",), True)]


class RefusalPage(OwnPage):
    """Something that one decided not to pursue."""

    KIND = "refusal"

    def title_now(self) -> str:
        """See `Page`."""
        return self.veil.words(self.journal.books.refusals.get(self.record).what)

    def check(self) -> None:
        """See `FactsPage`."""
        self.journal.books.refusals.get(self.record)

    def groups(self) -> Sequence[Group]:
        """See `FactsPage`."""
        refusal = self.journal.books.refusals.get(self.record)
        return (
            [
                *self.told("on", _("Decided"), wording.day(refusal.on)),
                *self.said("why", _("Why"), refusal.why),
            ],
            list(self._who(refusal.contact)),
        )

    def _who(self, handle: str) -> Group:
        """Whom it has to do with, as long as they are there."""
        if not handle:
            return []
        try:
            contact = self.journal.find_contact(handle)
        except (NotFound, Ambiguous):
            return [Fact(_("With whom"), Text(safe(self.veil.name(handle))), ("field", "contact", 0))]
        return [Fact(_("With whom"), Text(safe(self.veil.name(contact.name))), Place("contact", contact.id))]
