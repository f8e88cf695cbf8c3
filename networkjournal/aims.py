"""The verbs on what the method is made of: asks, cadences, budgets, self-introductions, refusals. Each is one step.

Promises that a link to a goal, an event or a contact is found by name, and stays where its record was removed.
"""

from __future__ import annotations

from datetime import date

from networkjournal.errors import Invalid
from networkjournal.lean import TYPE_CHECKING
from networkjournal.model.contact import Contact
from networkjournal.model.posting import Named
from networkjournal.records import Concept, Records, required

if TYPE_CHECKING:  # six files of which no look-up needs one: 1 ms
    from networkjournal.model.ask import Ask
    from networkjournal.model.budget import Budget
    from networkjournal.model.cadence import Cadence
    from networkjournal.model.refusal import Refusal
    from networkjournal.model.self_introduction import SelfIntroduction


class Aims(Records):
    """The verbs on asks, cadences, budgets, self-introductions and refusals; and setting a suggestion aside."""

    # what I need

    def add_ask(self, ask: Ask) -> Ask:
        """Note something one needs; gives it with its id. Its goal is found by name."""
        required("what", ask.what)
        with self.step("ask_add", ask.what):
            goal = self._if_named("goal", ask.goal)
            ask = ask._replace(id=self.books.asks.add(ask, _id(goal)))
        return ask._replace(goal=_handle(goal))

    def change_ask(self, ask: Ask, seen: Ask | None = None) -> Ask:
        """Write an ask's fields. `seen` is the ask as it was looked at: what others changed meanwhile stays."""
        required("what", ask.what)
        with self.step("ask_edit", ask.what):
            ask = self._onto("ask", seen, ask, self._now("ask", ask.id))
            goal = self._if_named("goal", ask.goal)
            self.books.asks.change(ask, _id(goal))
        return ask._replace(goal=_handle(goal))

    def remove_ask(self, ask: Ask) -> None:
        """Take an ask out of the lists."""
        with self.step("ask_remove", ask.what):
            self.books.asks.remove(ask.id)

    # how often to be in touch

    def set_cadence(self, cadence: Cadence) -> Cadence:
        """Set how often to be in touch; gives it with its id. One that there is for the same is replaced.

        Raises `Invalid` for less than a day, and where not exactly one of contact, tag and persona is said.
        """
        if cadence.days < 1:
            raise Invalid("days", str(cadence.days), "range")
        if (cadence.contact is not None) + bool(cadence.tag) + (cadence.persona is not None) != 1:
            raise Invalid("cadence", "", "one_of")
        with self.step("cadence_set", self._for_whom(cadence)):
            same = self.books.cadences.same(cadence)
            if same is None:
                return cadence._replace(id=self.books.cadences.add(cadence))
            cadence = cadence._replace(id=same.id)
            if cadence != same:
                self.books.cadences.change(cadence)
        return cadence

    def remove_cadence(self, cadence: Cadence) -> None:
        """Let there be no cadence."""
        with self.step("cadence_remove", self._for_whom(cadence)):
            self.books.cadences.remove(cadence.id)

    def _for_whom(self, cadence: Cadence) -> str:
        if cadence.contact is not None:
            return self.books.contacts.get(cadence.contact).name
        if cadence.persona is not None:
            return self.books.personas.get(cadence.persona).who
        return f"#{cadence.tag}"

    def snooze(self, contact: int, until: date | None) -> Contact:
        """Let a contact be silent until a day, or (with `None`) no longer; gives it as it is then."""
        found = self.books.contacts.get(contact)
        with self.step("contact_snooze" if until else "contact_wake", found.name):
            if found.snoozed_until != until:
                found = found._replace(snoozed_until=until)
                self.books.contacts.change(found)
        return found

    # what it may cost

    def set_budget(self, budget: Budget) -> Budget:
        """Set what a goal (or everything) may cost in a period; gives it with its id. The one there is is replaced.

        Raises `Invalid` where nothing is limited.
        """
        if budget.minutes is None and budget.money is None and budget.trust is None:
            raise Invalid("budget", "", "empty")
        with self.step("budget_set", budget.goal):
            goal = self._if_named("goal", budget.goal)
            same = self.books.budgets.same(budget.period, _id(goal))
            if same is None:
                budget = budget._replace(id=self.books.budgets.add(budget, _id(goal)))
            else:
                budget = budget._replace(id=same)
                self.books.budgets.change(budget, _id(goal))
        return budget._replace(goal=_handle(goal))

    def remove_budget(self, budget: Budget) -> None:
        """Let there be no such budget."""
        with self.step("budget_remove", budget.goal):
            self.books.budgets.remove(budget.id)

    # what I say of myself

    def keep_self_introduction(self, made: SelfIntroduction) -> SelfIntroduction:
        """Keep a text as a new version; gives it with its id. Goal and event are found by name."""
        required("text", made.text)
        with self.step("introduction_keep", str(made.seconds)):
            goal, event = self._if_named("goal", made.goal), self._if_named("event", made.event)
            made = made._replace(id=self.books.self_introductions.add(made, _id(goal), _id(event)))
        return made._replace(goal=_handle(goal), event=_handle(event))

    def remove_self_introduction(self, made: SelfIntroduction) -> None:
        """Take a version out of the list."""
        with self.step("introduction_remove", made.on.isoformat()):
            self.books.self_introductions.remove(made.id)

    # what I will not go after

    def add_refusal(self, refusal: Refusal) -> Refusal:
        """Note what one decided not to pursue; gives it with its id. Whom it has to do with is found by name."""
        required("what", refusal.what)
        with self.step("refusal_add", refusal.what):
            contact = self._if_named("contact", refusal.contact)
            refusal = refusal._replace(id=self.books.refusals.add(refusal, _id(contact)))
        return refusal._replace(contact=_handle(contact))

    def change_refusal(self, refusal: Refusal, seen: Refusal | None = None) -> Refusal:
        """Write a refusal's fields. `seen` is for those who looked at it before, as for an ask."""
        required("what", refusal.what)
        with self.step("refusal_edit", refusal.what):
            refusal = self._onto("refusal", seen, refusal, self._now("refusal", refusal.id))
            contact = self._if_named("contact", refusal.contact)
            self.books.refusals.change(refusal, _id(contact))
        return refusal._replace(contact=_handle(contact))

    def remove_refusal(self, refusal: Refusal) -> None:
        """Take a refusal out of the list."""
        with self.step("refusal_remove", refusal.what):
            self.books.refusals.remove(refusal.id)

    # what is not to be suggested again

    def dismiss(self, key: str, what: str) -> None:
        """Remember that the suggestion with this key is not wanted; `what` are its words, for the history."""
        with self.step("suggestion_dismiss", what):
            if key not in self.books.dismissals.keys():  # noqa: SIM118 - a book, no mapping
                self.books.dismissals.add(key, what)

    def part(self, one: Contact, other: Contact) -> None:
        """Remember that two contacts are not one person, so that nobody is asked again."""
        from networkjournal.model.duplicates import parted  # only where two are told apart

        with self.step("duplicate_dismiss", f"{one.name}\t{other.name}"):
            key = parted(one.id, other.id)
            if key not in self.books.dismissals.keys():  # noqa: SIM118 - a book, no mapping
                self.books.dismissals.add(key, f"{one.name} ≠ {other.name}")

    def undismiss(self, key: str, what: str = "") -> None:
        """Let the suggestion with this key be made again."""
        with self.step("suggestion_allow", what):
            self.books.dismissals.remove(key)

    def _if_named(self, concept: Concept, name: str) -> Named | None:
        return self._linked(concept, name) if name else None


def _id(named: Named | None) -> int | None:
    return named.id if named else None


def _handle(named: Named | None) -> str:
    return named.handle if named else ""
