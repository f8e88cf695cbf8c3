"""The book of events: planned, to be reviewed, past."""

from collections.abc import Iterator, Mapping
from datetime import date

from networkjournal.lean import Any
from networkjournal.model.event import Event
from networkjournal.store import record
from networkjournal.store.connection import Connection
from networkjournal.store.often import often
from networkjournal.store.rows import day, iso, listed, texts

_COLUMNS = """title, on_day, handle, purpose, place,
    (select json_group_array(goals.handle) from json_each(events.goals) as named join goals on goals.id = named.value),
    cost, currency, minutes, reviewed_on, cards, talks, verdict, outcome, personas,
    (select json_group_array(coalesce(contacts.handle, named.value)) from json_each(events.expected) as named
        left join contacts on named.type = 'integer' and contacts.id = named.value),
    bring, questions, series, asked_on, id"""

_SHARED = """id in (select there.event_id from mentions as person join mentions as there using (entry_id)
    where person.contact_id = ? and there.event_id is not null)"""
_SHARED_OFTEN = """exists (select 1 from mentions as there cross join mentions as person using (entry_id)
    where there.event_id = events.id and person.contact_id = ?)"""
"""Asked of each event: the first shared entry will do."""


class Events:
    """All events that are not removed."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, event: Event, goals: tuple[int, ...], expected: tuple[int | str, ...] = (), uid: str = "") -> int:
        """Write a new event, whose handle is free, with the ids of its goals and of who is expected; gives its id.

        Whoever is expected and is no contact is told by words instead of an id. `uid` is free, and what the event is
        identified by in another file.
        """
        return record.insert(self._connection, "events", _row(event, goals, expected), uid)

    def change(self, event: Event, goals: tuple[int, ...], expected: tuple[int | str, ...] = ()) -> None:
        """Write all fields of an event that has an id."""
        record.update(self._connection, "events", event.id, _row(event, goals, expected))

    def moved(self, contact: int, into: int) -> None:
        """Have the contact `into` be expected wherever `contact` was, who was merged into them."""
        import json  # 3 ms, and only merging needs it

        rows = self._connection.execute(
            """select id, expected from events
                where exists (select 1 from json_each(expected) where type = 'integer' and value = ?)""",
            (contact,),
        ).fetchall()
        for event, expected in rows:
            people = dict.fromkeys(into if one == contact else one for one in json.loads(expected))
            record.update(self._connection, "events", event, {"expected": listed(people)})

    def remove(self, event: int) -> None:
        """Take an event out of the lists; texts keep their mentions of it."""
        record.remove(self._connection, "events", event)

    def get(self, event: int) -> Event:
        """Give the event with this id, removed or not. Raises `KeyError` where there is none."""
        row = self._connection.execute(f"select {_COLUMNS} from events where id = ?", (event,)).fetchone()
        if row is None:
            raise KeyError(event)
        return _event(row)

    def uid(self, event: int) -> str:
        """Give the identifier that an event has for ever, in every file it goes to."""
        return str(self._connection.execute("select uid from events where id = ?", (event,)).fetchone()[0])

    def bearing(self, uid: str) -> int | None:
        """Give the event of this identifier, removed or not."""
        row = self._connection.execute("select id from events where uid = ?", (uid,)).fetchone()
        return row[0] if row else None

    def all(self) -> Iterator[Event]:
        """Give all live events, the newest first."""
        rows = self._connection.execute(
            f"select {_COLUMNS} from events where deleted_at is null order by on_day desc, id desc"
        )
        return (_event(row) for row in rows)

    def every(self) -> Iterator[Event]:
        """Give all events there ever were."""
        return (_event(row) for row in self._connection.execute(f"select {_COLUMNS} from events order by id"))

    def for_goal(self, goal: int) -> tuple[Event, ...]:
        """Give the live events that are for a goal, the newest first."""
        rows = self._connection.execute(
            f"""select {_COLUMNS} from events where deleted_at is null
                and exists (select 1 from json_each(events.goals) as named where named.value = ?)
                order by on_day desc, id desc""",
            (goal,),
        )
        return tuple(_event(row) for row in rows)

    def contacts(self, event: int) -> tuple[int, ...]:
        """Give the ids of the live contacts whom entries naming this event mention."""
        rows = self._connection.execute(
            """select distinct person.contact_id
                from (select distinct entry_id from mentions where event_id = ?) as there
                cross join mentions as person using (entry_id) join contacts on contacts.id = person.contact_id
                where contacts.deleted_at is null""",
            (event,),
        )
        return tuple(row[0] for row in rows)

    def shared_with(self, contact: int, most: int = -1) -> tuple[Event, ...]:
        """Give the events that entries mentioning this contact name, the newest first, at most so many (-1: all)."""
        test = _SHARED_OFTEN if often(self._connection, contact) else _SHARED
        rows = self._connection.execute(
            f"select {_COLUMNS} from events where deleted_at is null and {test} order by on_day desc, id desc limit ?",
            (contact, most),
        )
        return tuple(_event(row) for row in rows)


def _row(event: Event, goals: tuple[int, ...], expected: tuple[int | str, ...]) -> Mapping[str, record.Value]:
    return {
        "title": event.title,
        "handle": event.handle,
        "on_day": event.on.isoformat(),
        "purpose": event.purpose,
        "place": event.place,
        "goals": listed(goals),
        "cost": event.cost,
        "currency": event.currency,
        "minutes": event.minutes,
        "reviewed_on": iso(event.reviewed_on),
        "cards": event.cards,
        "talks": event.talks,
        "verdict": event.verdict,
        "outcome": event.outcome,
        "personas": listed(event.personas),
        "expected": listed(expected),
        "bring": listed(event.bring),
        "questions": listed(event.questions),
        "series": event.series,
        "asked_on": iso(event.asked_on),
    }


def _event(row: tuple[Any, ...]) -> Event:
    title, on, handle, purpose, place, goals, cost, currency, minutes, *review, event = row
    reviewed, cards, talks, verdict, outcome, personas, expected, bring, questions, series, asked = review
    return Event(
        title=title,
        on=date.fromisoformat(on),
        handle=handle,
        purpose=purpose,
        place=place,
        goals=texts(goals),
        cost=cost,
        currency=currency,
        minutes=minutes,
        reviewed_on=day(reviewed),
        cards=cards,
        talks=talks,
        verdict=verdict,
        outcome=outcome,
        personas=tuple(map(int, texts(personas))),
        expected=texts(expected),
        bring=texts(bring),
        questions=texts(questions),
        series=series,
        asked_on=day(asked),
        id=event,
    )
