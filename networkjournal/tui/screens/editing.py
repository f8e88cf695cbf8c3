"""Adding and editing contacts, goals and personas in forms. One closes when it is saved: nothing typed is lost.

A form is loaded when it is opened: together they are 10 ms that the first screen need not pay.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from textual import work

from networkjournal.complaint import error as complaint
from networkjournal.errors import Invalid, JournalError
from networkjournal.i18n import _
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal, Persona
from networkjournal.tui.screens.base import JournalScreen

if TYPE_CHECKING:
    from networkjournal.tui.widgets.form import Field

EVENTS, GOALS, CONTACTS = 0, 1, 2
"""The panes that show what is edited, by their numbers; no pane shows events."""
Values = Mapping[str, str]


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
            return self.journal.change_contact(edited) if person.id else self.journal.add_contact(edited)

        await self._fill(CONTACTS, title, contact_fields(person), save, focus=focus)

    @work(exclusive=True, group="form")
    async def edit_goal(self, goal: Goal) -> None:
        """Show the form of a goal, new without an id, and save what comes back."""
        from networkjournal.tui.screens.goal_form import goal_faults, goal_fields, goal_from

        title = _("Edit {name}").format(name=goal.title) if goal.id else _("New goal")

        def save(values: Values) -> Goal:
            edited = goal_from(goal, values, self.clock())
            return self.journal.change_goal(edited) if goal.id else self.journal.add_goal(edited)

        await self._fill(GOALS, title, goal_fields(goal), save, lambda values: goal_faults(values, self.clock()))

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
            return self.journal.change_persona(edited) if persona.id else self.journal.add_persona(edited)

        told = {persona.who}
        await self._fill(GOALS, title, persona_fields(persona), save, lambda values: persona_faults(told, values))

    @work(exclusive=True, group="form")
    async def fill_form(
        self,
        pane: int,
        title: str,
        fields: "list[Field]",
        save: Callable[[Values], _Saved],
        faults: Callable[[Values], Values],
        about: str = "",
    ) -> None:
        """Show any other form; `about` stands above its fields."""
        await self._fill(pane, title, fields, save, faults, about=about)

    async def _fill(
        self,
        pane: int,
        title: str,
        fields: "list[Field]",
        save: Callable[[Values], _Saved],
        faults: Callable[[Values], Values] = lambda _values: {},
        focus: str = "",
        about: str = "",
    ) -> None:
        """Show a form until its values are saved or it is left; what cannot be saved is said under its field."""
        from networkjournal.tui.widgets.form import Form

        saved: list[int] = []

        def judge(values: dict[str, str]) -> Values:
            wrong = faults(values)
            if wrong:
                return wrong
            try:
                saved.append(save(values).id)
            except JournalError as error:
                field = error.field if isinstance(error, Invalid) else ""
                return {field if any(field == known.name for known in fields) else "": complaint(error)}
            return {}

        await self.app.push_screen_wait(Form(title, fields, judge, focus=focus, about=about))
        if saved:
            self.edited(pane, saved[-1])

    def edited(self, pane: int, record: int) -> None:
        """A record was saved; a screen may have something to do then."""
