"""The verbs on records: goals, personas, strengths, offers, events. Each is one named step; `people` has contacts.

A record's name is known in texts as soon as the step ends, and a new handle stands in every entry that mentions it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property

from networkjournal.books import Books
from networkjournal.errors import Ambiguous, FileTrouble, Invalid, NotFound
from networkjournal.lean import TYPE_CHECKING, Literal
from networkjournal.model.contact import Contact
from networkjournal.model.folding import name_key, name_keys
from networkjournal.model.name import (
    free_handle,
    known_names,
    nearest,
    plain_handle,
    typed_keys,
    without_honorific,
)
from networkjournal.model.posting import Named, Sign
from networkjournal.store.connection import settled
from networkjournal.together import Together

if TYPE_CHECKING:
    from typing import TypeVar

    from networkjournal.capture.kinds import Setting
    from networkjournal.model.event import Event
    from networkjournal.model.goal import Goal, Persona
    from networkjournal.model.strength import Offer, Strength
    from networkjournal.poster import Poster

    _Titled = TypeVar("_Titled", Goal, Strength, Event)

Concept = Literal["contact", "goal", "event", "strength"]
SIGNS: dict[Concept, Sign] = {"contact": "@", "goal": "#", "event": "%", "strength": "+"}

RECORDS: dict[str, Sign] = {"contacts": "@", "goals": "#", "events": "%", "strengths": "+"}
"""The tables of the records that texts mention."""

BIG = frozenset({"import", "repost"})
"""Steps that touch more than one could look through afterwards."""


class Records(Together):
    """Adding, changing and removing records, and finding them by name. `People` adds those on contacts."""

    books: Books
    settings: tuple[Setting, ...]
    """The person's own words and weights for kinds of exchange."""
    source = "cli"
    """Who makes the changes, for the history: `cli`, `tui`, `import`."""
    before_big: Callable[[], None] | None = None
    """Called before one of the steps `BIG` begins, where the file may be copied first."""

    @cached_property
    def poster(self) -> Poster:
        """The one who posts entries."""
        from networkjournal.poster import Poster  # the whole capture language: 5 ms that a look-up need not pay

        return Poster(self.books, self.settings)

    @contextmanager
    def step(self, name: str, subject: str = "", undoes: int | None = None) -> Iterator[int]:
        """Make everything inside one undoable step, all or nothing. Inside another step it is part of that one."""
        if self.books.connection.in_transaction:
            yield 0
            return
        if name in BIG and self.before_big is not None:
            self.before_big()
        history, step = self.books.history, 0
        try:
            with self.books.transaction():
                step = history.begin(name, subject, self.source, undoes)
                yield step
                self.poster.finish()
                rows = history.rows(step)
                self.books.search.index(rows)
                history.drop_if_empty(step)
                self.books.digests.keep(step, rows)
        except FileTrouble as trouble:
            raise settled(trouble, lambda: history.get(step) is not None) from trouble
        finally:
            self.poster.forget()

    # finding

    def find(self, concept: Concept, name: str) -> Named:
        """Find the one live record that goes by `name`, as a mention is found. Raises `NotFound` or `Ambiguous`."""
        sign = SIGNS[concept]
        found = self.called(concept, name)
        if len(found) == 1:
            return found[0]
        if found:
            raise Ambiguous(concept, name, tuple((named.handle, self._detail(sign, named)) for named in found))
        key = name_key(name)
        raise NotFound(concept, name, nearest(key, self.books.names.near(sign, key)) if key else ())

    def called(self, concept: Concept, name: str) -> tuple[Named, ...]:
        """Give all live records that go by `name`, as a mention is found: none, one, or several to choose from."""
        sign, name = SIGNS[concept], name.strip()
        return self._called(sign, name) or self._called(sign, without_honorific(name.lstrip(sign)))

    def _linked(self, concept: Concept, name: str) -> Named:
        """Find what another record is linked to: a handle counts although its record was removed, so the link stays."""
        key = name_key(name)
        bearers = self.books.names.bearers(SIGNS[concept], {key}).get(key, ())
        by_handle = [bearer.named for bearer in bearers if bearer.by_handle and bearer.named.handle == name]
        return by_handle[0] if by_handle else self.find(concept, name)

    def find_contact(self, name: str) -> Contact:
        """Find a contact by name and give it whole."""
        return self.books.contacts.get(self.find("contact", name).id)

    def _called(self, sign: Sign, name: str) -> tuple[Named, ...]:
        groups = self.books.names.bearers(sign, typed_keys(name)).values() if name else ()
        bearers = {bearer for group in groups for bearer in group if self._live(sign, bearer.named.id)}
        by_handle = {bearer.named for bearer in bearers if bearer.by_handle}
        return tuple(sorted(by_handle or {bearer.named for bearer in bearers}))

    def _live(self, sign: Sign, record: int) -> bool:
        return self.books.names.live(sign, record)

    def _detail(self, sign: Sign, named: Named) -> str:
        if sign != "@":
            return ""
        contact = self.books.contacts.get(named.id)
        return " ".join(filter(None, (contact.organization, contact.title))) or contact.reading

    # goals and personas, strengths and offers, events

    def add_goal(self, goal: Goal) -> Goal:
        """State a goal; gives it with its id and handle."""
        goal = self._titled("#", goal)
        with self.step("goal_add", goal.handle):
            goal = goal._replace(id=self.books.goals.add(goal))
            self._name("#", goal.id, goal.handle, name_keys(goal.title))
        return goal

    def change_goal(self, goal: Goal, seen: Goal | None = None) -> Goal:
        """Write a goal's fields; a new handle is written into every entry. `seen` is for `_onto`."""
        with self.step("goal_edit", goal.handle or goal.title):
            old = self.books.goals.get(goal.id)
            goal = self._titled("#", self._onto("goal", seen, goal, old), old.handle)
            self.books.goals.change(goal)
            self._rename("#", goal.id, old.handle, goal.handle, goal.title)
        return goal

    def remove_goal(self, goal: Goal) -> None:
        """Take a goal out of the lists."""
        with self.step("goal_remove", goal.handle):
            self.books.goals.remove(goal.id)
            self.reindex({"goals": (goal.id,)})

    def add_persona(self, persona: Persona) -> Persona:
        """Describe someone to meet for a goal; gives it with its id."""
        required("who", persona.who)
        with self.step("persona_add", persona.who):
            return persona._replace(id=self.books.personas.add(persona))

    def change_persona(self, persona: Persona, seen: Persona | None = None) -> Persona:
        """Write a persona's fields; `seen` is for `_onto`."""
        required("who", persona.who)
        with self.step("persona_edit", persona.who):
            persona = self._onto("persona", seen, persona, self._now("persona", persona.id))
            self.books.personas.change(persona)
        return persona

    def remove_persona(self, persona: Persona) -> None:
        """Take a persona out of the lists."""
        with self.step("persona_remove", persona.who):
            self.books.personas.remove(persona.id)

    def add_strength(self, strength: Strength) -> Strength:
        """Put a strength into words; gives it with its id and handle."""
        strength = self._titled("+", strength)
        with self.step("strength_add", strength.handle):
            strength = strength._replace(id=self.books.strengths.add(strength))
            self._name("+", strength.id, strength.handle, name_keys(strength.title))
        return strength

    def change_strength(self, strength: Strength, seen: Strength | None = None) -> Strength:
        """Write a strength's fields; a new handle is written into every entry. `seen` is for `_onto`."""
        with self.step("strength_edit", strength.handle or strength.title):
            old = self.books.strengths.get(strength.id)
            strength = self._titled("+", self._onto("strength", seen, strength, old), old.handle)
            self.books.strengths.change(strength)
            self._rename("+", strength.id, old.handle, strength.handle, strength.title)
        return strength

    def remove_strength(self, strength: Strength) -> None:
        """Take a strength out of the lists."""
        with self.step("strength_remove", strength.handle):
            self.books.strengths.remove(strength.id)
            self.reindex({"strengths": (strength.id,)})

    def add_offer(self, offer: Offer) -> Offer:
        """Note something one can give at once; gives it with its id. Its strength is found by name."""
        required("what", offer.what)
        with self.step("offer_add", offer.what):
            strength = self.find("strength", offer.strength) if offer.strength else None
            record = self.books.offers.add(offer, strength.id if strength else None)
        return offer._replace(id=record, strength=strength.handle if strength else "")

    def change_offer(self, offer: Offer, seen: Offer | None = None) -> Offer:
        """Write an offer's fields; `seen` is for `_onto`."""
        required("what", offer.what)
        with self.step("offer_edit", offer.what):
            offer = self._onto("offer", seen, offer, self._now("offer", offer.id))
            strength = self._linked("strength", offer.strength) if offer.strength else None
            self.books.offers.change(offer, strength.id if strength else None)
        return offer._replace(strength=strength.handle if strength else "")

    def remove_offer(self, offer: Offer) -> None:
        """Take an offer out of the lists."""
        with self.step("offer_remove", offer.what):
            self.books.offers.remove(offer.id)

    def add_event(self, event: Event, uid: str = "") -> Event:
        """Note an event; gives it with its id and handle. Its goals are found by name.

        `uid` is the identifier that the same event has in another file; none here may bear it.
        """
        event = self._titled("%", event)
        with self.step("event_add", event.handle):
            goals = tuple(dict.fromkeys(self.find("goal", goal) for goal in event.goals))
            expected = self._expected(event)
            ids = tuple(goal.id for goal in goals)
            record = self.books.events.add(event, ids, tuple(map(_id_or_words, expected)), uid)
            event = event._replace(id=record)
            self._name("%", event.id, event.handle, name_keys(event.title))
        return event._replace(goals=tuple(goal.handle for goal in goals), expected=tuple(map(_said, expected)))

    def change_event(self, event: Event, step: str = "event_edit", seen: Event | None = None) -> Event:
        """Write an event's fields (its review included, as step `event_review`); `seen` is for `_onto`."""
        with self.step(step, event.handle or event.title):
            old = self.books.events.get(event.id)
            event = self._titled("%", self._onto("event", seen, event, old), old.handle)
            goals = tuple(dict.fromkeys(self._linked("goal", goal) for goal in event.goals))
            expected = self._expected(event)
            self.books.events.change(event, tuple(goal.id for goal in goals), tuple(map(_id_or_words, expected)))
            self._rename("%", event.id, old.handle, event.handle, event.title)
        return event._replace(goals=tuple(goal.handle for goal in goals), expected=tuple(map(_said, expected)))

    def _expected(self, event: Event) -> tuple[Named | str, ...]:
        """Who is expected at an event: the one contact who goes by a name, or else the name as it is."""
        found: dict[Named | str, None] = {}
        for name in filter(str.strip, event.expected):
            try:
                found[self._linked("contact", name)] = None
            except (NotFound, Ambiguous):
                found[name] = None
        return tuple(found)

    def remove_event(self, event: Event) -> None:
        """Take an event out of the lists."""
        with self.step("event_remove", event.handle):
            self.books.events.remove(event.id)
            self.reindex({"events": (event.id,)})

    # names

    def _titled(self, sign: Sign, record: _Titled, old: str | None = None) -> _Titled:
        title = " ".join(record.title.split())
        required("title", title)
        handle = record.handle if record.handle == old else self._handle(sign, record.handle, title, old)
        return record._replace(title=title, handle=handle)

    def _handle(self, sign: Sign, wanted: str, name: str, old: str | None = None) -> str:
        """Give the handle asked for, which must be free, or else one made of the name."""
        taken = self.books.names.handles_like(sign, name_key(plain_handle(wanted or name)))
        taken -= {name_key(old)} if old else set()
        handle = free_handle(wanted or name, taken)
        if wanted and handle != plain_handle(wanted):
            raise Invalid("handle", wanted, "taken" if plain_handle(wanted) else "empty")
        return handle

    def reindex(self, rows: Mapping[str, Iterable[int]]) -> None:
        """Bring the index of names in line with records that history has put back (`rows`, by table)."""
        for table, sign in RECORDS.items():
            for record in rows.get(table, ()):
                handle, keys = self._names_of(sign, record)
                self.poster.names_changed(sign, self.books.names.replace(sign, record, keys, name_key(handle)))
                if sign == "@":
                    self.poster.touch((record,))

    def _names_of(self, sign: Sign, record: int) -> tuple[str, frozenset[str]]:
        """A record's handle and the keys it should be known by; nothing for one that is gone or was merged."""
        books = self.books
        try:
            if sign == "@":
                contact = books.contacts.get(record)
                if self._live(sign, record):
                    return contact.handle, known_names(contact)
                return "" if books.contacts.merged_into(record) else contact.handle, frozenset()
            found = self._titled_record(sign, record)
        except KeyError:
            return "", frozenset()
        return found.handle, name_keys(found.title) if self._live(sign, record) else frozenset()

    def _titled_record(self, sign: Sign, record: int) -> Goal | Event | Strength:
        if sign == "#":
            return self.books.goals.get(record)
        return self.books.events.get(record) if sign == "%" else self.books.strengths.get(record)

    def _name(self, sign: Sign, record: int, handle: str, keys: frozenset[str]) -> None:
        self.poster.names_changed(sign, self.books.names.replace(sign, record, keys, name_key(handle)))

    def _rename(self, sign: Sign, record: int, old: str, new: str, title: str) -> None:
        self._name(sign, record, new, name_keys(title))
        if new != old:
            self.poster.renamed(sign, Named(record, new), old)


def _id_or_words(one: Named | str) -> int | str:
    return one.id if isinstance(one, Named) else one


def _said(one: Named | str) -> str:
    return one.handle if isinstance(one, Named) else one


class Rehearsed(Exception):
    """Ends a rehearsal, so that everything in it is taken back."""


def required(field: str, value: str) -> None:
    """Raise `Invalid` for a value of nothing but white space."""
    if not value.strip():
        raise Invalid(field, value, "empty")
