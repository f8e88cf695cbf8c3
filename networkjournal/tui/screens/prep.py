"""The sheet to read on the way to an event, standing: why, whom to look for, who will be there, what to say and give.

Names lead to their people, personas and offers to their pages. Where nothing is known it says so, and how to fill it.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType

from networkjournal import gatherings, purpose, wording
from networkjournal.errors import Invalid
from networkjournal.i18n import N_, _
from networkjournal.journal import Journal
from networkjournal.model.event import Event
from networkjournal.reports.gatherings import next_planned
from networkjournal.reports.prep import Prep, prep
from networkjournal.tui.panes.base import Clock
from networkjournal.tui.screens.gathering import Gathering
from networkjournal.tui.screens.page import Page
from networkjournal.tui.screens.places import Place
from networkjournal.tui.widgets.facts import Fact, Group, fact_key, fact_rows
from networkjournal.tui.widgets.plain import safe
from networkjournal.tui.widgets.rows import ListSource, Rows


class PrepPage(Page[None], Gathering):
    """The sheet, over the whole screen."""

    DEFAULT_CSS = """
    PrepPage #page { width: 100%; max-width: 100%; height: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,f6", "edit", N_("Edit"), id="prep.edit", tooltip=N_("Change what is planned")),
        Binding("m,f8", "met", N_("People met"), id="prep.met", tooltip=N_("Note whom you met there, many at once")),
    ]
    KEYS = ("rows.choose", "prep.edit", "prep.met", "page.leave", "everywhere.help")

    def __init__(self, journal: Journal, clock: Clock, event: int = 0) -> None:
        """`event` is its id; 0 for the next one planned. Raises `JournalError` where there is none."""
        super().__init__(journal, clock)
        found = journal.books.events.get(event) if event else next_planned(journal, clock())
        if found is None:
            raise Invalid("event", "", "none_planned")
        self.record = found.id

    @property
    def event(self) -> Event:
        """The event as it is now. Raises `KeyError` where it was removed."""
        if not self.journal.books.names.live("%", self.record):
            raise KeyError(self.record)
        return self.journal.books.events.get(self.record)

    def title_now(self) -> str:
        """See `Page`."""
        event = self.event
        return f"{event.title} · {wording.day(event.on)} · {gatherings.when(event, self.clock())}"

    def source(self) -> ListSource:
        """See `Page`."""
        sheet = prep(self.journal, self.event, self.clock())
        groups = (
            [*self._why(sheet)],
            [*self._sought(sheet)],
            [*self._guests(sheet)],
            [*self._introduction(sheet)],
            [*self._offers(sheet)],
            [
                *self._lines("questions", _("Questions"), sheet.event.questions, _("no question noted yet")),
                *self._lines("bring", _("To bring"), sheet.event.bring, ""),
            ],
        )
        return fact_rows(groups, self.width, self.colours.dim, self.app.console)

    def _why(self, sheet: Prep) -> Iterator[Fact]:
        event = sheet.event
        style = "bold" if event.purpose else self.colours.waiting
        why = self.veil.words(event.purpose) or gatherings.purpose(event)
        yield Fact(_("Purpose"), Text(safe(why), style), ("field", "purpose", 0))
        known = {goal.handle: goal for goal in self.journal.books.goals.all()}
        goals = [known[handle] for handle in event.goals if handle in known]
        for number, goal in enumerate(goals):
            yield Fact("" if number else _("Goal"), Text(safe(goal.title)), ("go", Place("goal", goal.id), 0))
        if event.place:
            yield Fact(_("Place"), Text(safe(self.veil.words(event.place))), ("field", "place", 0))
        if costs := gatherings.money_and_time(event):
            yield Fact(_("It costs"), Text(safe(costs)), ("field", "cost", 0))

    def _sought(self, sheet: Prep) -> Iterator[Fact]:
        label = _("To meet")
        if not sheet.sought:
            yield self._unknown(label, "personas", _("nobody described yet; e says whom you want to meet"))
        for sought in sheet.sought:
            persona = sought.persona
            text = Text(safe(self.veil.words(persona.who)), "bold")
            if details := gatherings.persona(persona):
                text.append(f"  {safe(self.veil.words(details))}", self.colours.dim)
            yield Fact(label, text, ("go", Place("persona", persona.id), 0))
            for fit in sought.fits:
                words = f"→ {self.veil.name(fit.contact.name)}: {self.veil.words(purpose.reasons(fit.match))}"
                yield Fact("", Text(safe(words)), ("go", Place("contact", fit.contact.id), persona.id))
            label = ""

    def _guests(self, sheet: Prep) -> Iterator[Fact]:
        if not sheet.guests:
            yield self._unknown(_("Expected"), "expected", _("nobody known yet; e notes whoever you hear of"))
        for number, guest in enumerate(sheet.guests):
            lines, veil = gatherings.guest(guest, self.clock()), self.veil
            place = ("go", Place("contact", guest.contact.id), -1) if guest.contact else ("field", "expected", number)
            head = Text(safe(veil.name(guest.name)), "bold")
            head.append(f"  {safe(veil.name(lines.who) if guest.contact else lines.who)}", "not bold")
            yield Fact("" if number else _("Expected"), head, place)
            standing = " · ".join(filter(None, (lines.standing, veil.words(lines.owed))))
            for place_in_brief, text in enumerate((standing, veil.words(lines.last)), 1):
                if text:
                    yield Fact("", Text(safe(text), self.colours.dim), (*place, place_in_brief, number))

    def _introduction(self, sheet: Prep) -> Group:
        kept, label = sheet.introduction, _("About myself")
        if kept is None:
            unknown = self._unknown(label, "introduction", gatherings.introduction(None))
            return [unknown._replace(key=("introduction", 0))]
        text = Text(safe(self.veil.words(kept.text))).append(f"  {gatherings.seconds(kept)}", self.colours.dim)
        return [Fact(label, text, ("introduction", kept.id))]

    def _offers(self, sheet: Prep) -> Iterator[Fact]:
        if not sheet.offers:
            yield self._unknown(_("To offer"), "offers", _("none of your offers is for them by its words"))
        for number, fitting in enumerate(sheet.offers):
            text = Text(safe(fitting.offer.what))
            reasons = _("; ").join(map(gatherings.reason, fitting.because))
            text.append(f"  {safe(self.veil.words(reasons))}", self.colours.dim)
            yield Fact("" if number else _("To offer"), text, ("go", Place("offer", fitting.offer.id), 0))

    def _lines(self, name: str, label: str, lines: Sequence[str], nothing: str) -> Iterator[Fact]:
        if not lines and nothing:
            yield self._unknown(label, name, nothing)
        for number, line in enumerate(lines):
            yield Fact("" if number else label, Text(safe(self.veil.words(line))), ("field", name, number))

    def _unknown(self, label: str, name: str, sentence: str) -> Fact:
        return Fact(label, Text(sentence, self.colours.dim), ("field", name, 0))

    def chosen(self, event: Rows.Chosen) -> None:
        """Open what a row is about, or the form."""
        match fact_key(event.key):
            case ("go", Place() as place, *_rest):
                self.open(place)
            case ("introduction", int(version)):
                self._introduce(version)
            case ("field", "offers", *_rest):
                self.open(Place("me"))
            case ("field", *_rest):
                self.action_edit()

    def _introduce(self, version: int) -> None:
        """What to say of oneself there: the version on the sheet, or else a text composed for the event."""
        from networkjournal.tui.screens.introduction import IntroductionScreen, Whom  # a screen like this one

        whom = Whom(event=self.event)
        self.app.push_screen(IntroductionScreen(self.journal, self.clock, whom, version))

    def edited(self, pane: int, record: int) -> None:
        """What was saved is seen at once."""
        self.look()

    def action_edit(self) -> None:
        """Change what is planned."""
        with self.telling():
            self.edit_event(self.event)

    def action_met(self) -> None:
        """Note whom one met."""
        self.meet_people(self.event)
