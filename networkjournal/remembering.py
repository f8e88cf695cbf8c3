"""Everything someone was ever called: in their row, in the rows merged into it, and in all that history keeps of them.

It is gathered only to be forgotten.
"""

from collections.abc import Collection, Iterator, Mapping

from networkjournal.capture.mentions import Names
from networkjournal.errors import Invalid
from networkjournal.lean import Any, NamedTuple
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.folding import name_key
from networkjournal.model.name import known_names
from networkjournal.model.posting import Bearer, Named, Sign
from networkjournal.store.rows import pairs, texts
from networkjournal.store.traces import Traces


class Person(NamedTuple):
    """Everything someone was ever called."""

    ids: tuple[int, ...]
    named: Named
    names: tuple[str, ...]
    """Handles, full names, readings, aliases, mails and phones: what is to be gone."""
    handles: frozenset[str]
    """The keys of all names and handles."""
    parts: tuple[str, ...]
    """Family and given names alone, which stay where they stand in prose."""
    keys: Mapping[str, bool]
    """What mentions found them by, and whether as a handle."""


class Remembered:
    """Who goes by which name, with someone who is about to be forgotten."""

    def __init__(self, names: Names, person: Person, keys: Mapping[str, bool]) -> None:
        """`keys` are the person's, each with whether it is a handle."""
        self._names, self._person, self._keys = names, person, keys

    def bearers(self, sign: Sign, keys: Collection[str]) -> Mapping[str, tuple[Bearer, ...]]:
        """Give the bearers of each known key, the person among them; see `capture.mentions.Names`."""
        found = dict(self._names.bearers(sign, keys))
        for key in self._keys.keys() & set(keys) if sign == "@" else ():
            others = (bearer for bearer in found.get(key, ()) if bearer.named.id not in self._person.ids)
            found[key] = (*others, Bearer(self._person.named, self._keys[key]))
        return found

    def longest(self, sign: Sign, beginning: str) -> int:
        """How long a known key can be that begins so, the person's among them."""
        own = (len(key) for key in self._keys if sign == "@" and key.startswith(beginning))
        return max(self._names.longest(sign, beginning), *own, 0)


def remember(traces: Traces, contact: Contact) -> Person:
    """Gather what someone was ever called. Raises `Invalid` where there is no such contact."""
    ids = traces.people(contact.id)
    names: dict[str, None] = {}
    parts: dict[str, None] = {}
    handles: set[str] = set()
    keys: dict[str, bool] = {}
    found = False
    for row in traces.lives(ids):
        found = True
        life = _life(row)
        names |= dict.fromkeys(_names(life))
        parts |= dict.fromkeys((life.family, life.given))
        handles |= {name_key(life.name), name_key(life.handle)}
        keys |= {key: keys.get(key, False) for key in known_names(life)}
        keys |= {name_key(life.handle): True} if life.handle else {}
    if not found:
        raise Invalid("contact", contact.handle, "missing")
    named = Named(contact.id, contact.handle)
    return Person(ids, named, tuple(names), frozenset(handles - {""}), tuple(filter(None, parts)), keys)


def _life(row: Mapping[str, Any]) -> Contact:
    """What a row says of who someone is; the handle of one who was merged is no name."""
    return Contact(
        name=row["name"],
        handle="" if row["handle"] == row["uid"] else row["handle"],
        family=row["family"],
        given=row["given"],
        reading=row["reading"],
        aliases=texts(row["aliases"]),
        emails=tuple(Labelled(*pair) for pair in pairs(row["emails"])),
        phones=tuple(Labelled(*pair) for pair in pairs(row["phones"])),
    )


def _names(life: Contact) -> Iterator[str]:
    """Handle, full names, readings, aliases, mails and phones."""
    yield from filter(None, (life.name, life.handle, life.reading, *life.aliases))
    reading = life.reading.split()
    for parts in ((life.family, life.given), reading if len(reading) == 2 else ()):
        if all(parts):
            yield from filter(None, (" ".join(parts), " ".join(reversed(parts))))
    yield from (item.value for item in (*life.emails, *life.phones) if item.value)
