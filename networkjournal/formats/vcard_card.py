"""The properties of one card while it is read: which there are, and which have found a field.

Promises that what nobody took is kept, in order and verbatim; refuses to know what the fields are.
"""

from collections.abc import Sequence

from networkjournal.formats.vcard_decode import KEPT
from networkjournal.formats.vcard_property import Property, property_of
from networkjournal.formats.vcard_text import unescape

_FRAME = frozenset({"BEGIN", "END", "VERSION"})
LABEL = "X-ABLABEL"


class Card:
    """The lines of a card, taken apart. A reader takes what it has a field for; `rest` is what is left."""

    def __init__(self, lines: Sequence[str]) -> None:
        """`lines` are content lines as text, without BEGIN and END."""
        self._lines = lines
        self._taken: set[int] = set()
        self._kept: set[int] = set()
        self._named: dict[str, list[Property]] = {}
        self.labels: dict[str, str] = {}
        """What X-ABLabel says of a group: "item1" is "_$!<HomePage>!$_"."""
        for at, line in enumerate(lines):
            prop = property_of(line, at)
            if prop is None:
                continue
            self._named.setdefault(prop.name, []).append(prop)
            if prop.name == LABEL and prop.group:
                self.labels.setdefault(prop.group, unescape(prop.value))

    def every(self, name: str) -> list[Property]:
        """All properties of this name that say something. They are taken, and so are the empty ones."""
        found = self._named.get(name)
        if not found:
            return []
        self._taken.update(prop.at for prop in found)
        return [prop for prop in found if says_anything(prop)]

    def untaken(self, name: str) -> list[Property]:
        """The properties of this name that say something, left where they are; the empty ones are taken."""
        found = self._named.get(name)
        if not found:
            return []
        self._taken.update(prop.at for prop in found if not says_anything(prop))
        return [prop for prop in found if says_anything(prop)]

    def first(self, name: str) -> Property | None:
        """The first property of this name that says something, taken; further ones are left."""
        found = next(iter(self.untaken(name)), None)
        if found:
            self.take(found)
        return found

    def take(self, prop: Property) -> None:
        """The property has found its field."""
        self._taken.add(prop.at)

    def keep(self, prop: Property) -> None:
        """The property says more than its field holds: it stays in `rest` though it is taken."""
        self._kept.add(prop.at)

    def rest(self) -> tuple[str, ...]:
        """What has no field, line by line. The label of a group goes with the last of the group's properties."""
        gone = self._taken - self._kept
        members = [prop for props in self._named.values() for prop in props if prop.group and prop.name != LABEL]
        alive = {prop.group for prop in members if prop.at not in gone}
        dead = {prop.group for prop in members} - alive
        gone.update(prop.at for prop in self._named.get(LABEL, ()) if prop.group in dead)
        gone.update(prop.at for name in _FRAME for prop in self._named.get(name, ()))
        carried = {prop.at: unescape(prop.value) for prop in self._named.get(KEPT, ())}
        return tuple(carried.get(at, line) for at, line in enumerate(self._lines) if at not in gone)


def says_anything(prop: Property) -> bool:
    """Whether the property has a value that is more than the signs between empty components."""
    return bool(prop.value.strip(" ;,\t"))
