"""The page of a goal, a persona, a strength, an offer or an event: its fields, and the numbers behind it.

One class per noun says what stands on its page. Every number opens its records, every name its own page.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import ClassVar

from rich.text import Text

from networkjournal import wording
from networkjournal.i18n import _
from networkjournal.journal import Journal
from networkjournal.model.exchange import Which
from networkjournal.model.finding import Finding
from networkjournal.model.posting import Sign
from networkjournal.reports import records
from networkjournal.reports.findings import findings_of_event
from networkjournal.reports.records import Records
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.panes.person_facts import finding_facts
from networkjournal.tui.screens.evidence import open_finding
from networkjournal.tui.screens.page import Page
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.widgets.facts import Fact, Group, fact_key, fact_rows
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows

Number = tuple[str, Callable[[], Records]]
"""What is counted, and how to read it."""


class FactsPage(Page[None]):
    """A record on a page over the screen."""

    SIGN: ClassVar[Sign] = "#"
    """What mentions of such a record begin with, where there are any."""

    def __init__(self, journal: Journal, clock: Clock, record: int) -> None:
        """`record` is its id. Raises `KeyError` where there is no such record."""
        super().__init__(journal, clock)
        self.record = record
        self.check()

    def groups(self) -> Sequence[Group]:
        """What is known. Raises `KeyError` where the record is gone."""
        raise NotImplementedError

    def numbers(self) -> Sequence[Number]:
        """The records that have to do with it."""
        return ()

    def source(self) -> ListSource:
        """The fields, and below them the numbers that are not nothing."""
        self.check()
        counted = [
            Fact(what, Text(str(count)), ("number", place))
            for place, (what, read) in enumerate(self.numbers())
            if (count := read().length)
        ]
        groups = [*self.groups(), counted]
        return fact_rows(groups, self.width, self.colours.dim, self.app.console)

    def chosen(self, event: Rows.Chosen) -> None:
        """Open what is behind a row."""
        key = fact_key(event.key)
        if isinstance(key, Place):
            self.open(key)
        elif isinstance(key, tuple) and key[0] == "number":
            what, read = self.numbers()[key[1]]
            title = self.title_now()
            self.app.push_screen(RecordList(self.journal, self.clock, lambda _veil: f"{title} · {what}", read))

    def check(self) -> None:
        """Raise `KeyError` where the record is not there, or was removed."""
        if not self.journal.books.names.live(self.SIGN, self.record):
            raise KeyError(self.record)

    def said(self, name: str, label: str, text: str) -> Group:
        """A field in as many rows as it has lines; nothing where it is empty."""
        lines = [line for line in text.split("\n") if line.strip()]
        return [
            Fact("" if number else label, Text(safe(self.veil.words(line))), ("field", name, number))
            for number, line in enumerate(lines[:1] if self.veil.on else lines)
        ]

    def told(self, name: str, label: str, text: str | date | int | None) -> Group:
        """A figure, a day or a state, which tells of nobody."""
        shown = text.isoformat() if isinstance(text, date) else "" if text is None else str(text)
        return [Fact(label, Text(safe(shown)), ("field", name, 0))] if shown else []

    def exchanges(self, which: Which) -> Number:
        """The exchanges with something in common."""
        return _("Exchanges"), lambda: records.exchanges(self.journal, which)

    def entries(self, sign: Sign) -> Number:
        """The entries that mention it."""
        return _("Entries"), lambda: records.entries(self.journal, sign, self.record)

    def people(self, ids: Callable[[], Iterable[int]]) -> Number:
        """The contacts that it has to do with."""
        return _("People"), lambda: records.people(self.journal, ids())


class GoalPage(FactsPage):
    """What it is all for, and what came of it so far."""

    def title_now(self) -> str:
        """See `Page`."""
        return self.journal.books.goals.get(self.record).title

    def groups(self) -> Sequence[Group]:
        """See `FactsPage`."""
        goal = self.journal.books.goals.get(self.record)
        personas = [
            Fact("" if number else _("To meet"), Text(safe(self.veil.words(persona.who))), Place("persona", persona.id))
            for number, persona in enumerate(self.journal.books.personas.all(goal.id))
        ]
        return (
            [
                *self.told("state", _("State"), wording.goal_state(goal.state)),
                *self.said("why", _("Why"), goal.why),
                *self.said("measure", _("Measure"), goal.measure),
                *self.told("by", _("By when"), goal.by),
                *self.told("handle", _("Short name"), f"#{goal.handle}"),
            ],
            personas,
        )

    def numbers(self) -> Sequence[Number]:
        """See `FactsPage`."""
        books, journal, goal = self.journal.books, self.journal, self.record
        return (
            self.people(lambda: books.goals.contacts(goal)),
            self.exchanges(Which(goal=goal)),
            (_("Results"), lambda: records.lines(journal, "result", "#", goal)),
            (_("Insights"), lambda: records.lines(journal, "insight", "#", goal)),
            (_("Events"), lambda: records.events(books.events.for_goal(goal))),
            self.entries("#"),
        )


class PersonaPage(FactsPage):
    """Someone one wants to meet, in concrete words."""

    def title_now(self) -> str:
        """See `Page`."""
        return self.veil.words(self.journal.books.personas.get(self.record).who)

    def check(self) -> None:
        """See `FactsPage`."""
        self.journal.books.personas.get(self.record)

    def groups(self) -> Sequence[Group]:
        """See `FactsPage`."""
        persona = self.journal.books.personas.get(self.record)
        goal = self.journal.books.goals.get(persona.goal_id)
        return (
            [Fact(_("Goal"), Text(safe(goal.title)), Place("goal", goal.id))],
            [
                *self.said("fields", _("Fields"), ", ".join(persona.fields)),
                *self.said("roles", _("Roles"), ", ".join(persona.roles)),
                *self.said("knowledge", _("Knowledge"), persona.knowledge),
                *self.said("found", _("Found at"), persona.found),
                *self.said("offer", _("To offer them"), persona.offer),
            ],
        )


class StrengthPage(FactsPage):
    """Something that makes one worth knowing, with what it has given so far."""

    SIGN = "+"

    def title_now(self) -> str:
        """See `Page`."""
        return self.journal.books.strengths.get(self.record).title

    def groups(self) -> Sequence[Group]:
        """See `FactsPage`."""
        strength = self.journal.books.strengths.get(self.record)
        offers = [offer for offer in self.journal.books.offers.all() if offer.strength == strength.handle]
        return (
            [
                *self.told("kind", _("Kind"), wording.strength_kind(strength.kind)),
                *self.told("since", _("Since"), strength.since),
                *self.said("evidence", _("Evidence"), "\n".join(strength.evidence)),
                *self.told("handle", _("Short name"), f"+{strength.handle}"),
            ],
            [
                Fact("" if number else _("Offers"), Text(safe(offer.what)), Place("offer", offer.id))
                for number, offer in enumerate(offers)
            ],
        )

    def numbers(self) -> Sequence[Number]:
        """See `FactsPage`."""
        return self.exchanges(Which(strength=self.record)), self.entries("+")


class OfferPage(FactsPage):
    """Something one can give at once."""

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


class EventPage(FactsPage):
    """A gathering: why one went, how it went, what passed there, and what stands out about it."""

    SIGN = "%"
    _findings: tuple[Finding, ...] = ()

    def title_now(self) -> str:
        """See `Page`."""
        return self.journal.books.events.get(self.record).title

    def groups(self) -> Sequence[Group]:
        """See `FactsPage`."""
        event = self.journal.books.events.get(self.record)
        goals = [goal for goal in self.journal.books.goals.every() if goal.handle in event.goals]
        cost = None if event.cost is None else wording.money(event.cost, event.currency or "")
        self._findings = findings_of_event(self.journal, event, self.clock())
        return (
            [
                *self.told("on", _("Day"), f"{wording.day(event.on)} · {wording.phase(event.phase(self.clock()))}"),
                *self.said("place", _("Place"), event.place),
                *self.said("purpose", _("Purpose"), event.purpose),
                *self.told("cost", _("Cost"), cost),
                *self.told("minutes", _("Time"), wording.minutes(event.minutes) if event.minutes else None),
                *self.told("handle", _("Short name"), f"%{event.handle}"),
            ],
            [
                Fact("" if number else _("Goal"), Text(safe(goal.title)), Place("goal", goal.id))
                for number, goal in enumerate(goals)
            ],
            [
                *self.told("reviewed", _("Reviewed"), event.reviewed_on),
                *self.told("cards", _("Cards"), event.cards),
                *self.told("talks", _("Talks"), event.talks),
                *self.told("verdict", _("Verdict"), wording.verdict(event.verdict) if event.verdict else None),
                *self.said("outcome", _("Outcome"), event.outcome),
            ],
            list(finding_facts(self._findings, self.veil, self.colours)),
        )

    def chosen(self, event: Rows.Chosen) -> None:
        """See `FactsPage`; what stands out has records behind it, too."""
        match fact_key(event.key):
            case ("finding", code):
                for finding in self._findings:
                    if finding.code == code:
                        open_finding(self, finding)
            case _:
                super().chosen(event)

    def numbers(self) -> Sequence[Number]:
        """See `FactsPage`."""
        event = self.record
        return (
            self.people(lambda: self.journal.books.events.contacts(event)),
            self.exchanges(Which(event=event)),
            self.entries("%"),
        )
