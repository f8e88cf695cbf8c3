"""The book of personas: whom one wants to meet, goal by goal."""

from collections.abc import Iterator, Mapping

from networkjournal.lean import Any
from networkjournal.model.goal import Persona
from networkjournal.store import record
from networkjournal.store.connection import Connection
from networkjournal.store.rows import listed, texts

_SELECT = """select personas.goal_id, who, fields, roles, knowledge, found, offer, goals.handle, personas.id
    from personas join goals on goals.id = personas.goal_id"""


class Personas:
    """All personas that are not removed."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, persona: Persona) -> int:
        """Write a new persona; gives its id."""
        return record.insert(self._connection, "personas", _row(persona))

    def change(self, persona: Persona) -> None:
        """Write all fields of a persona that has an id."""
        record.update(self._connection, "personas", persona.id, _row(persona))

    def remove(self, persona: int) -> None:
        """Take a persona out of the lists."""
        record.remove(self._connection, "personas", persona)

    def get(self, persona: int) -> Persona:
        """Give the live persona with this id. Raises `KeyError` where there is none, or it was removed."""
        row = self._connection.execute(
            f"{_SELECT} where personas.id = ? and personas.deleted_at is null", (persona,)
        ).fetchone()
        if row is None:
            raise KeyError(persona)
        return _persona(row)

    def all(self, goal: int | None = None) -> Iterator[Persona]:
        """Give all live personas, or those of one goal, in the order they were described."""
        rows = self._connection.execute(
            f"""{_SELECT} where personas.deleted_at is null and (?1 is null or goal_id = ?1)
                order by goal_id, personas.id""",
            (goal,),
        )
        return (_persona(row) for row in rows)


def _row(persona: Persona) -> Mapping[str, record.Value]:
    return {
        "goal_id": persona.goal_id,
        "who": persona.who,
        "fields": listed(persona.fields),
        "roles": listed(persona.roles),
        "knowledge": persona.knowledge,
        "found": persona.found,
        "offer": persona.offer,
    }


def _persona(row: tuple[Any, ...]) -> Persona:
    goal_id, who, fields, roles, knowledge, found, offer, goal, persona = row
    return Persona(goal_id, who, texts(fields), texts(roles), knowledge, found, offer, goal, persona)
