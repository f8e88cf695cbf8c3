"""The page of a goal, and that of a persona: how far one has come, whom one wants to meet for it, and who fits and why.

Promises that what was counted can be looked at, and that whoever fits is one key away. Reads who fits once for each
state of the journal, for it takes a look at everybody.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType

from networkjournal import purpose, wording
from networkjournal.i18n import N_, _, ngettext
from networkjournal.model.exchange import Which
from networkjournal.model.goal import Persona
from networkjournal.reports import records
from networkjournal.reports.coverage import Coverage, Fit, coverage, persona_matches
from networkjournal.reports.progress import counted_lines, progress
from networkjournal.tui.screens.editing import Editing
from networkjournal.tui.screens.facts import FactsPage, Number
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.widgets.facts import Fact, Group, fact_key
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import Rows

FEW = 3
"""So many of those who fit are named on the page of a goal."""
MANY = 50
"""So many are named on the page of a persona; the number below opens all."""
COUNTED = "counted"


class CoveredPage(Editing, FactsPage):
    """A page that says who fits."""

    _covers: tuple[tuple[int, int], tuple[Coverage, ...]] | None = None

    def read_covers(self) -> tuple[Coverage, ...]:
        """The personas and who fits them. Raises `KeyError` where they are gone."""
        raise NotImplementedError

    def covers(self) -> tuple[Coverage, ...]:
        """The same, read once for each state of the journal."""
        if self._covers is None or self._covers[0] != self.journal.version:
            self._covers = self.journal.version, self.read_covers()
        return self._covers[1]

    def fits(self, found: Coverage, most: int) -> Iterator[Fact]:
        """Whether somebody fits, and who and why."""
        if found.vague:
            who = self.veil.words(found.persona.who)
            yield Fact("", Text(safe(purpose.vague(who)), self.colours.waiting), ("vague", found.persona.id, 0))
        style = self.colours.dim if found.state == "met" else self.colours.waiting
        yield Fact("", Text(purpose.covered(found), style), ("covered", found.persona.id, 0))
        for fit in found.fits[:most]:
            yield Fact("", self._fit(fit), (Place("contact", fit.contact.id), found.persona.id))
        more = len(found.fits) - most
        if more > 0:
            said = ngettext("and {n} more", "and {n} more", more).format(n=more)
            yield Fact("", Text(said, self.colours.dim), (Place("persona", found.persona.id), "more"))

    def chosen(self, event: Rows.Chosen) -> None:
        """A vague description is made concrete in its form; how it is covered leads to whoever covers it."""
        match fact_key(event.key):
            case ("vague" | "covered", int(persona), 0):
                self.open_cover(persona)
            case _:
                super().chosen(event)

    def open_cover(self, persona: int) -> None:
        """Go to a persona."""
        self.open(Place("persona", persona))

    def removed(self, name: str, remove: Callable[[], None]) -> None:
        """Remove what the page is about, and say how it comes back."""
        with self.telling():
            remove()
            self.say(_("Removed {name}; u brings it back.").format(name=name))
        self.look()

    def _fit(self, fit: Fit) -> Text:
        match = fit.match._replace(
            reasons=tuple(reason._replace(words=self.veil.words(reason.words)) for reason in fit.match.reasons)
        )
        because = f"  {safe(purpose.fit(fit._replace(match=match)))}"
        return Text(safe(self.veil.name(fit.contact.name))).append(because, self.colours.dim)


class GoalPage(CoveredPage):
    """What it is all for, and what came of it so far."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,insert", "new", N_("To meet"), id="goal.new", tooltip=N_("Describe someone to meet for this goal")),
        Binding("e,f6", "edit", N_("Edit"), id="goal.edit", tooltip=N_("Edit this goal")),
        Binding("minus,delete", "remove", N_("Remove"), id="goal.remove",
                tooltip=N_("Take this goal out of the lists; this can be undone")),
    ]  # fmt: skip
    KEYS = ("rows.choose", "goal.new", "goal.edit", "goal.remove", "page.leave", "everywhere.help")

    def title_now(self) -> str:
        """See `Page`."""
        return self.journal.books.goals.get(self.record).title

    def read_covers(self) -> tuple[Coverage, ...]:
        """See `CoveredPage`."""
        return coverage(self.journal, self.record)

    def groups(self) -> Sequence[Group]:
        """See `FactsPage`."""
        goal = self.journal.books.goals.get(self.record)
        found = progress(self.journal, goal)
        return (
            [
                *self.told("state", _("State"), wording.goal_state(goal.state)),
                *self.said("why", _("Why"), goal.why),
                *self.said("measure", _("Measure"), goal.measure),
                *([Fact(_("Progress"), Text(purpose.progress(found), "bold"), (COUNTED,))] if found else []),
                *self.told("by", _("By when"), goal.by),
                *self.told("handle", _("Short name"), f"#{goal.handle}"),
            ],
            *([*self._to_meet(cover)] for cover in self.covers()),
        )

    def _to_meet(self, found: Coverage) -> Iterator[Fact]:
        persona = found.persona
        yield Fact(_("To meet"), Text(safe(self.veil.words(persona.who))), Place("persona", persona.id))
        yield from self.fits(found, FEW)

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

    def chosen(self, event: Rows.Chosen) -> None:
        """What was counted is listed, too."""
        if fact_key(event.key) == (COUNTED,):
            goal = self.journal.books.goals.get(self.record)
            title = f"{goal.title} · {_('Counted')}"
            self.app.push_screen(
                RecordList(self.journal, self.clock, lambda _veil: title, lambda: counted_lines(self.journal, goal))
            )
        else:
            super().chosen(event)

    def action_new(self) -> None:
        """Describe someone to meet for it."""
        goal = self.journal.books.goals.get(self.record)
        self.edit_persona(Persona(goal.id, "", goal=goal.handle))

    def action_edit(self) -> None:
        """Edit the goal."""
        self.edit_goal(self.journal.books.goals.get(self.record))

    def action_remove(self) -> None:
        """Take it out of the lists; the page closes by itself."""
        goal = self.journal.books.goals.get(self.record)
        self.removed(goal.title, lambda: self.journal.remove_goal(goal))


class PersonaPage(CoveredPage):
    """Someone one wants to meet, in concrete words, and who of those one knows fits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,f6", "edit", N_("Edit"), id="persona.edit", tooltip=N_("Edit whom you want to meet")),
        Binding("minus,delete", "remove", N_("Remove"), id="persona.remove",
                tooltip=N_("Take whom you want to meet out of the lists; this can be undone")),
    ]  # fmt: skip
    KEYS = ("rows.choose", "persona.edit", "persona.remove", "page.leave", "everywhere.help")

    def title_now(self) -> str:
        """See `Page`."""
        return self.veil.words(self.journal.books.personas.get(self.record).who)

    def check(self) -> None:
        """See `FactsPage`."""
        self.journal.books.personas.get(self.record)

    def read_covers(self) -> tuple[Coverage, ...]:
        """See `CoveredPage`."""
        persona = self.journal.books.personas.get(self.record)
        return (Coverage(persona, persona_matches(self.journal, persona)),)

    def groups(self) -> Sequence[Group]:
        """See `FactsPage`."""
        persona = self.journal.books.personas.get(self.record)
        goal = self.journal.books.goals.get(persona.goal_id)
        fits = [*self.fits(self.covers()[0], MANY)]
        return (
            [Fact(_("Goal"), Text(safe(goal.title)), Place("goal", goal.id))],
            [
                *self.said("fields", _("Fields"), ", ".join(persona.fields)),
                *self.said("roles", _("Roles"), ", ".join(persona.roles)),
                *self.said("knowledge", _("Knowledge"), persona.knowledge),
                *self.said("found", _("Found at"), persona.found),
                *self.said("offer", _("To offer them"), persona.offer),
            ],
            [fits[0]._replace(label=_("Who fits")), *fits[1:]],
        )

    def numbers(self) -> Sequence[Number]:
        """See `FactsPage`."""
        return (self.people(lambda: [fit.contact.id for fit in self.covers()[0].fits]),)

    def open_cover(self, persona: int) -> None:
        """This is its page: say it in more concrete words."""
        self.action_edit()

    def action_edit(self) -> None:
        """Edit the description."""
        self.edit_persona(self.journal.books.personas.get(self.record))

    def action_remove(self) -> None:
        """Take it out of the lists; the page closes by itself."""
        persona = self.journal.books.personas.get(self.record)
        self.removed(self.veil.words(persona.who), lambda: self.journal.remove_persona(persona))
