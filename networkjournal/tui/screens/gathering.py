"""What one does with an event, from wherever it is seen: plan it, read its sheet, note whom one met, review it.

An event without a purpose is saved only when one has said twice that there is none. The program asks for a review once.
Forms and reports are loaded by whoever asks for them, after the first screen is painted.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from networkjournal.i18n import _, ngettext
from networkjournal.model.event import Event
from networkjournal.model.meeting import Meeting, follow_up_by
from networkjournal.tui.screens.editing import EVENTS, Editing, Values
from networkjournal.tui.screens.places import Place

if TYPE_CHECKING:
    from networkjournal.tui.widgets.confirm import Confirm


class Gathering(Editing):
    """A screen on which events are."""

    def edit_event(self, event: Event) -> None:
        """Show the form of an event, new without an id, and save what comes back."""
        if event.id and self._veiled_event():
            return
        from networkjournal.reports.gatherings import personas
        from networkjournal.tui.screens.event_form import event_faults, event_fields, event_from

        known = personas(self.journal)
        asked = [bool(event.id and not event.purpose)]

        def goal(name: str) -> str:
            return self.journal.find("goal", name).handle

        def faults(values: Values) -> Values:
            wrong = event_faults(event, values, known, self.clock())
            if not values["purpose"].strip() and not asked[0]:
                asked[0] = True
                wrong["purpose"] = _("Why do you go? Saving once more says that there is no reason.")
            return wrong

        def save(values: Values) -> Event:
            edited = event_from(event, values, known, goal, self.clock())
            return self.journal.change_event(edited, seen=event) if event.id else self.journal.add_event(edited)

        title = _("Edit {name}").format(name=event.title) if event.id else _("New event")
        self.fill_form(EVENTS, title, event_fields(event, known), save, faults, again=self.journal.change_event)

    def review_event(self, event: Event) -> None:
        """Show the form of its review, the purpose on top, and save what comes back."""
        if self._veiled_event():
            return
        from networkjournal.gatherings import purpose
        from networkjournal.tui.screens.event_form import review_faults, review_fields, reviewed

        again = partial(self.journal.change_event, step="event_review")

        def save(values: Values) -> Event:
            saved = again(reviewed(event, values, self.clock()), seen=event)
            self._suggest(saved)
            return saved

        about = f"{_('Purpose')}: {purpose(event)}"
        title = _("Review {name}").format(name=event.title)
        self.fill_form(EVENTS, title, review_fields(event), save, review_faults, about=about, again=again)

    def _suggest(self, event: Event) -> None:
        """Say with how many nothing is agreed; its page names them."""
        from networkjournal.reports.gatherings import follow_ups

        count = len(follow_ups(self.journal, event))
        if count:
            said = ngettext(
                "Reviewed. {n} person you met has no next step yet: see its page.",
                "Reviewed. {n} people you met have no next step yet: see its page.",
                count,
            )
            self.say(said.format(n=count))
        else:
            self.say(_("Reviewed: {title}").format(title=event.title))

    def meet_people(self, event: Event) -> None:
        """Note whom one met there."""
        if self._veiled_event():
            return
        from networkjournal.tui.screens.people_met import PeopleMet  # a screen like this one: it builds on base

        self.app.push_screen(PeopleMet(self.journal, self.clock, event), self._met)

    def _veiled_event(self) -> bool:
        """Whether names and words are hidden, which a form would show; says so."""
        if self.veil.on:
            self.say(_("Names are hidden now; V shows them again."), "warning")
        return self.veil.on

    def _met(self, meeting: Meeting | None) -> None:
        if meeting is not None:
            from networkjournal.gatherings import noted

            said = _("{what}; u takes it back.").format(what=noted(meeting))
            self.say(said, "warning" if meeting.receipt.draft.waiting else "information")
        self.look()

    def remove_event(self, event: Event) -> None:
        """Take it out of the lists: at once, for undo brings it back."""
        with self.telling():
            self.journal.remove_event(event)
            self.say(_("Removed {name}; u brings it back.").format(name=event.title))
        self.look()

    def prepare(self, event: Event) -> None:
        """Read its sheet."""
        self.open(Place("prep", event.id))

    def follow_up(self, handle: str, event: Event) -> None:
        """Have a next step with somebody written, due within 72 hours or, where those are over, today."""
        due = max(follow_up_by(event.on), self.clock())
        self.compose_entry(f"[ ] @[{handle}] %[{event.handle}] due:{due.isoformat()} ", _("What will you do next?"))

    def ask_for_review(self) -> None:
        """Ask once how an event was that is over; whoever says later finds it under what wants a review."""
        from networkjournal.gatherings import when
        from networkjournal.reports.gatherings import to_ask

        with self.telling():
            event = None if self.veil.on else to_ask(self.journal, self.clock())
            if event is not None:
                asked = self.journal.change_event(event._replace(asked_on=self.clock()), "event_asked")
                self.app.push_screen(_question(asked, when(asked, self.clock())), self._asked(asked))

    def _asked(self, event: Event) -> Callable[[bool | None], None]:
        def answered(review: bool | None) -> None:
            if review:
                self.review_event(event)

        return answered


def _question(event: Event, when: str) -> "Confirm":
    from networkjournal.gatherings import purpose
    from networkjournal.tui.widgets.confirm import Confirm

    return Confirm(
        _("How was {title}, {when}?").format(title=event.title, when=when),
        (
            f"{_('Purpose')}: {purpose(event)}",
            _("This is asked once. Unreviewed, it stays in the list of events under what wants a review."),
        ),
        yes=_("Review it"),
        no=_("Later"),
    )
