"""A small circle of people, goals, events and strengths for the tests of the capture language. No file, no SQL."""

from collections.abc import Collection, Mapping
from datetime import date

from networkjournal.capture.grammar import read
from networkjournal.capture.kinds import kinds
from networkjournal.model.contact import Contact
from networkjournal.model.folding import name_key, name_keys
from networkjournal.model.name import known_names, plain_handle
from networkjournal.model.posting import Bearer, Draft, Named, Sign

FRIDAY = date(2026, 11, 20)


class Circle:
    """Names known by heart: what the store's index of names is for the program."""

    def __init__(self) -> None:
        self._bearers: dict[tuple[str, str], tuple[Bearer, ...]] = {}
        self._count = 0

    def bearers(self, sign: Sign, keys: Collection[str]) -> Mapping[str, tuple[Bearer, ...]]:
        """As the protocol has it."""
        return {key: self._bearers[sign, key] for key in keys if (sign, key) in self._bearers}

    def longest(self, sign: Sign, beginning: str) -> int:
        """As the protocol has it."""
        return max((len(key) for known, key in self._bearers if known == sign and key.startswith(beginning)), default=0)

    def know(self, sign: Sign, handle: str, keys: Collection[str]) -> Named:
        """Take in a record."""
        self._count += 1
        named = Named(self._count, handle)
        own = name_key(handle)
        for key in {*keys, own}:
            self._bearers[sign, key] = (*self._bearers.get((sign, key), ()), Bearer(named, key == own))
        return named

    def meet(self, name: str, reading: str = "", handle: str = "", aliases: tuple[str, ...] = ()) -> Named:
        """Take in a contact."""
        contact = Contact(name, handle or plain_handle(name), reading=reading, aliases=aliases)
        return self.know("@", contact.handle, known_names(contact))

    def title(self, sign: Sign, handle: str, title: str = "") -> Named:
        """Take in a goal, an event or a strength."""
        return self.know(sign, handle, name_keys(title or handle))


def people() -> Circle:
    """Two Tanakas and some others, as in the examples of the language."""
    known = Circle()
    known.meet("田中 太郎", "タナカ タロウ")
    known.meet("田中 次郎", "タナカ ジロウ")
    known.meet("鈴木 花子", "スズキ ハナコ")
    known.meet("佐藤 健一", "サトウ ケンイチ", aliases=("けんちゃん",))
    known.meet("Jane Smith")
    known.meet("Anna Miller")
    known.title("#", "在宅", "訪問の新規を半年で十二件にする")
    known.title("#", "clinic-growth")
    known.title("%", "ケア交流会")
    known.title("+", "現場経験", "訪問の現場経験")
    return known


def draft(circle: Circle, text: str, day: date = FRIDAY) -> Draft:
    """Read a text."""
    return read(text, day, circle, kinds())
