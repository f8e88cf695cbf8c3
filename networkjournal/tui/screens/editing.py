"""Adding and editing contacts, goals and personas in forms. One closes when it is saved: nothing typed is lost.

A form is loaded when it is opened: together they are 10 ms that the first screen need not pay.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from textual import work

from networkjournal.complaint import error as complaint
from networkjournal.errors import ChangedElsewhere, Invalid, JournalError
from networkjournal.i18n import _
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.weave import Side, settled
from networkjournal.tui.screens.base import JournalScreen

if TYPE_CHECKING:
    from networkjournal.tui.widgets.form import Field, Form

EVENTS, GOALS, CONTACTS = 0, 1, 2
"""The panes that show what is edited, by their numbers; no pane shows events."""
Values = Mapping[str, str]
Again = Callable[..., Any]
"""A verb that changes a record, given as it is to be and as it was `seen`."""


class _Saved(Protocol):
    """A record with an id."""

    @property
    def id(self) -> int: ...


class Editing(JournalScreen[None]):
    """A screen with forms for contacts, goals and personas."""

    @work(exclusive=True, group="form")
    async def edit_contact(self, person: Contact, focus: str = "") -> None:
        """Show the form of a contact, new without an id, and save what comes back. Begins in the field `focus`."""
        if self.veil.on and person.id:
            self.say(_("Names are hidden now; V shows them again."), "warning")
            return
        from networkjournal.tui.screens.contact_form import contact_fields, contact_from

        title = _("Edit {name}").format(name=person.name) if person.id else _("New contact")

        def save(values: Values) -> Contact:
            edited = contact_from(person, values)
            return self.journal.change_contact(edited, person) if person.id else self.journal.add_contact(edited)

        await self._fill(CONTACTS, title, contact_fields(person), save, focus=focus, again=self.journal.change_contact)

    @work(exclusive=True, group="form")
    async def edit_goal(self, goal: Goal) -> None:
        """Show the form of a goal, new without an id, and save what comes back."""
        from networkjournal.tui.screens.goal_form import goal_faults, goal_fields, goal_from

        title = _("Edit {name}").format(name=goal.title) if goal.id else _("New goal")

        def save(values: Values) -> Goal:
            edited = goal_from(goal, values, self.clock())
            return self.journal.change_goal(edited, goal) if goal.id else self.journal.add_goal(edited)

        def faults(values: Values) -> Values:
            return goal_faults(values, self.clock())

        await self._fill(GOALS, title, goal_fields(goal), save, faults, again=self.journal.change_goal)

    @work(exclusive=True, group="form")
    async def edit_persona(self, persona: Persona) -> None:
        """Show the form of someone to meet, new without an id, and save what comes back."""
        if self.veil.on and persona.id:
            self.say(_("Names are hidden now; V shows them again."), "warning")
            return
        from networkjournal.tui.screens.persona_form import persona_faults, persona_fields, persona_from

        title = _("Edit {name}").format(name=persona.who) if persona.id else _("Someone to meet")

        def save(values: Values) -> Persona:
            edited = persona_from(persona, values)
            return self.journal.change_persona(edited, persona) if persona.id else self.journal.add_persona(edited)

        told = {persona.who}

        def faults(values: Values) -> Values:
            return persona_faults(told, values)

        await self._fill(GOALS, title, persona_fields(persona), save, faults, again=self.journal.change_persona)

    @work(exclusive=True, group="form")
    async def fill_form(
        self,
        pane: int,
        title: str,
        fields: "list[Field]",
        save: Callable[[Values], _Saved],
        faults: Callable[[Values], Values],
        about: str = "",
        again: Again | None = None,
    ) -> None:
        """Show any other form; `about` stands above its fields, `again` is as for `_fill`."""
        await self._fill(pane, title, fields, save, faults, about=about, again=again)

    async def _fill(
        self,
        pane: int,
        title: str,
        fields: "list[Field]",
        save: Callable[[Values], _Saved],
        faults: Callable[[Values], Values] = lambda _values: {},
        focus: str = "",
        about: str = "",
        again: Again | None = None,
    ) -> None:
        """Show a form until its values are saved or it is left; what cannot be saved is said under its field.

        `again` is the journal's verb that writes the record where others changed it meanwhile and one was asked.
        """
        from networkjournal.tui.widgets.form import Form

        saved: list[int] = []

        def judge(values: dict[str, str]) -> Values:
            wrong = faults(values)
            if wrong:
                return wrong
            try:
                saved.append(save(values).id)
            except ChangedElsewhere as clash:
                self._ask_whose(form, clash, again, saved)
                return {"": complaint(clash)}
            except JournalError as error:
                field = error.field if isinstance(error, Invalid) else ""
                return {field if any(field == known.name for known in fields) else "": complaint(error)}
            return {}

        form = Form(title, fields, judge, focus=focus, about=about)
        await self.app.push_screen_wait(form)
        if saved:
            self.edited(pane, saved[-1])

    def _ask_whose(self, form: "Form", clash: ChangedElsewhere, again: Again | None, saved: list[int]) -> None:
        """Ask whose values are to stay, above the form, and write them; without an answer the form stays as it is."""
        from networkjournal.tui.screens.differing import whose_fields

        def answered(side: Side | None) -> None:
            if side is None or again is None:
                return
            with self.telling():
                try:
                    made = again(settled(clash.seen, clash.mine, clash.theirs, side), seen=clash.theirs)
                except ChangedElsewhere as further:  # and once more, while one was asked
                    self._ask_whose(form, further, again, saved)
                    return
                saved.append(made.id)
                form.dismiss(None)

        self.app.push_screen(whose_fields(clash, form.labels, self.veil), answered)

    def edited(self, pane: int, record: int) -> None:
        """A record was saved; a screen may have something to do then."""
