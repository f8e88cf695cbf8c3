"""The page of an event: why one went, how it went, what came of it, what to do next, and its other dates beside it."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType

from networkjournal import gatherings, wording
from networkjournal.i18n import N_, _
from networkjournal.model.event import Event, EventPhase
from networkjournal.model.finding import Finding
from networkjournal.reports import gatherings as reports
from networkjournal.reports import records
from networkjournal.reports.findings import findings_of_event
from networkjournal.reports.gatherings import Gathered
from networkjournal.reports.gatherings import personas as live_personas
from networkjournal.tui.panes.person_facts import finding_facts
from networkjournal.tui.screens.evidence import open_finding
from networkjournal.tui.screens.facts import FactsPage, Number
from networkjournal.tui.screens.gathering import Gathering
from networkjournal.tui.screens.places import Place
from networkjournal.tui.widgets.facts import Fact, Group, fact_key
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import Rows

FOLLOW = "follow"
"""The first part of the key of a row about somebody without a next step."""


class EventPage(FactsPage, Gathering):
    """Everything about one event."""

    SIGN = "%"
    _findings: tuple[Finding, ...] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,f6", "edit", N_("Edit"), id="event.edit", tooltip=N_("Change what is planned")),
        Binding("p,f4", "prep", N_("Prepare"), id="event.prep", tooltip=N_("The sheet to read on the way there")),
        Binding("m,f8", "met", N_("People met"), id="event.met", tooltip=N_("Note whom you met there, many at once")),
        Binding("r,f9", "review", N_("Review"), id="event.review", tooltip=N_("Say how it went")),
        Binding("minus,delete", "remove", N_("Remove"), id="event.remove",
                tooltip=N_("Take this event out of the lists; this can be undone")),
    ]  # fmt: skip
    KEYS = ("rows.choose", "event.prep", "event.met", "event.review", "event.edit", "event.remove", "page.leave",
            "everywhere.help")  # fmt: skip

    @property
    def event(self) -> Event:
        """The event as it is now."""
        return self.journal.books.events.get(self.record)

    def title_now(self) -> str:
        """See `Page`."""
        return self.event.title

    def groups(self) -> Sequence[Group]:
        """Why, when and where; for what and whom; how it went; who waits for a word; the other dates."""
        event = self.event
        return (
            self._why(event),
            self._aims(event),
            [
                *self._expected(event),
                *self.said("bring", _("To bring"), "\n".join(event.bring)),
                *self.said("questions", _("Questions"), "\n".join(event.questions)),
            ],
            self._outcome(event),
            self._stands_out(event),
            [*self._follow_ups(event)],
            [*self._dates(event)],
        )

    def _why(self, event: Event) -> Group:
        phase = wording.phase(event.phase(self.clock()))
        when = f"{wording.day(event.on)} · {gatherings.when(event, self.clock())} · {phase}"
        none = [Fact(_("Purpose"), Text(gatherings.purpose(event), self.colours.waiting), ("field", "purpose", 0))]
        return [
            *(self.said("purpose", _("Purpose"), event.purpose) or none),
            *self.told("on", _("Day"), when),
            *self.said("place", _("Place"), event.place),
            *self.told("cost", _("It costs"), gatherings.money_and_time(event)),
            *self.told("handle", _("Short name"), f"%{event.handle}"),
        ]

    def _aims(self, event: Event) -> Group:
        goals = [goal for goal in self.journal.books.goals.every() if goal.handle in event.goals]
        personas = [one for one in live_personas(self.journal) if one.id in event.personas]
        return [
            *(
                Fact("" if number else _("Goal"), Text(safe(goal.title)), Place("goal", goal.id))
                for number, goal in enumerate(goals)
            ),
            *(
                Fact("" if n else _("To meet"), Text(safe(self.veil.words(one.who))), Place("persona", one.id))
                for n, one in enumerate(personas)
            ),
        ]

    def _expected(self, event: Event) -> Iterator[Fact]:
        for number, name in enumerate(event.expected):
            label = "" if number else _("Expected")
            found = self.journal.called("contact", name)
            if len(found) == 1:
                person = self.journal.books.contacts.get(found[0].id)
                shown = "  ".join(filter(None, (person.name, person.organization)))
                key: tuple[object, ...] = ("go", Place("contact", person.id), number)
            else:
                shown, key = name, ("field", "expected", number)
            yield Fact(label, Text(safe(self.veil.name(shown))), key)

    def _outcome(self, event: Event) -> Group:
        asks = [Fact(_("Review"), Text(_("not yet: r says how it went"), self.colours.waiting), ("field", "review", 0))]
        return [
            *(asks if event.phase(self.clock()) == "to_review" else ()),
            *self.told("reviewed", _("Reviewed"), event.reviewed_on),
            *self.told("verdict", _("Verdict"), wording.verdict(event.verdict) if event.verdict else None),
            *self.told("talks", _("Talks"), event.talks),
            *self.told("cards", _("Cards"), event.cards),
            *self.said("outcome", _("Outcome"), event.outcome),
        ]

    def _stands_out(self, event: Event) -> Group:
        self._findings = findings_of_event(self.journal, event, self.clock())
        return list(finding_facts(self._findings, self.veil, self.colours))

    def _follow_ups(self, event: Event) -> Iterator[Fact]:
        for number, person in enumerate(reports.follow_ups(self.journal, event)):
            words = gatherings.follow_up(self.veil.name(person.name), event, self.clock())
            yield Fact("" if number else _("Next step?"), Text(safe(words)), (FOLLOW, person.id, 0))

    def _dates(self, event: Event) -> Iterator[Fact]:
        dates = reports.compared(self.journal, event)
        for number, item in enumerate(dates if len(dates) > 1 else ()):
            here = item.event.id == event.id
            key = ("field", "date", number) if here else ("go", Place("event", item.event.id), number)
            phase = item.event.phase(self.clock())
            yield Fact("" if number else _("Compared"), _date(item, phase, here=here), key)

    def numbers(self) -> Sequence[Number]:
        """See `FactsPage`."""
        event, journal = self.event, self.journal
        books = journal.books
        return (
            self.people(lambda: books.gatherings.met(event)),
            (_("Met first"), lambda: records.people(journal, books.gatherings.first_met(event))),
            self.exchanges(reports.came_of(journal, event)),
            (_("Results"), lambda: records.lines(journal, "result", "%", event.id)),
            (_("Insights"), lambda: records.lines(journal, "insight", "%", event.id)),
            self.entries("%"),
        )

    def chosen(self, event: Rows.Chosen) -> None:
        """A field opens the form; somebody without a next step, the place to write one."""
        match fact_key(event.key):
            case (str(what), int(person), _) if what == FOLLOW:
                if not self.veil.on:  # the line begins with a name
                    self.follow_up(self.journal.books.contacts.get(person).handle, self.event)
            case ("go", Place() as place, _):
                self.open(place)
            case ("finding", code):
                for finding in self._findings:
                    if finding.code == code:
                        open_finding(self, finding)
            case ("field", "review" | "verdict" | "talks" | "cards" | "outcome" | "reviewed", _):
                self.action_review()
            case ("field", "date", _):
                pass
            case ("field", *_rest):
                self.action_edit()
            case _:
                super().chosen(event)

    def edited(self, pane: int, record: int) -> None:
        """What was saved is seen at once."""
        self.look()

    def action_edit(self) -> None:
        """Change what is planned."""
        with self.telling():
            self.edit_event(self.event)

    def action_prep(self) -> None:
        """Read the sheet."""
        self.prepare(self.event)

    def action_met(self) -> None:
        """Note whom one met."""
        self.meet_people(self.event)

    def action_review(self) -> None:
        """Say how it went, once it has begun."""
        if self.event.on > self.clock():
            self.say(_("It is still ahead; p prepares for it."), "warning")
        else:
            self.review_event(self.event)

    def action_remove(self) -> None:
        """Take it out of the lists; the page closes by itself."""
        self.remove_event(self.event)



def _date(item: Gathered, phase: EventPhase, *, here: bool) -> Text:
    """One date of a series in a line: what it came to, and what it cost."""
    event = item.event
    came: tuple[str, ...] = (
        _("{n} cards").format(n=gatherings.counted(event.cards)),
        _("{n} talks").format(n=gatherings.counted(event.talks)),
        _("met {n}").format(n=len(item.met)),
        gatherings.passed(item.exchanges),
    )
    stands = wording.verdict(event.verdict) if event.verdict else "" if phase == "past" else wording.phase(phase)
    parts = (
        *(event.on.isoformat(), *(() if phase == "planned" else came)),
        *(gatherings.money_and_time(event), stands),
    )
    return Text(" · ".join(filter(None, parts)), "bold" if here else "")
