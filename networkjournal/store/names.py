"""The index of names: which contact, goal, event or strength goes by a key. Filled by `journal` from the records."""

from collections.abc import Collection, Iterable, Mapping

from networkjournal.model.folding import name_key
from networkjournal.model.name import ROMAJI, begins_longer, romaji_keys
from networkjournal.model.posting import Bearer, Named, Sign
from networkjournal.store.connection import Connection
from networkjournal.store.rows import after, marks

_TABLES: Mapping[str, str] = {"@": "contacts", "#": "goals", "%": "events", "+": "strengths"}
_BATCH = 500
_MOST_KEPT = 20_000
_MANY = 200
"""Of so many new names, reading all handles is quicker than asking for each of their beginnings."""
_LONGEST_HANDLE = 400
"""So many characters of a name are looked at for handles that it begins with; texts mention no longer ones."""
# Left alone, SQLite reads the names of everybody to find those of one.
_KEYS = "select key, by_handle from names indexed by names_of_target where sign = ? and target = ?"


class Names:
    """The book of names. Answers are kept until a name changes, for a text is read more than once."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection
        self._kept: dict[tuple[str, str], tuple[Bearer, ...]] = {}
        self._longest: dict[tuple[str, str], int] = {}

    def bearers(self, sign: Sign, keys: Collection[str]) -> Mapping[str, tuple[Bearer, ...]]:
        """Give the bearers of each known key among `keys`; see `capture.mentions.Names`."""
        if len(self._kept) > _MOST_KEPT:  # before asking: an import asks for more at once than are kept for long
            self._kept.clear()
        missing = [key for key in keys if (sign, key) not in self._kept]
        for start in range(0, len(missing), _BATCH):
            self._look_up(sign, missing[start : start + _BATCH])
        return {key: bearers for key in keys if (bearers := self._kept[sign, key])}

    def longest(self, sign: Sign, beginning: str) -> int:
        """How long the longest key is that begins so; 0 where there is none. See `capture.mentions.Names`."""
        if (sign, beginning) not in self._longest:
            row = self._connection.execute(
                "select max(length(key)) from names where sign = ? and key >= ? and key < ?",
                (sign, beginning, after(beginning)),
            )
            self._longest[sign, beginning] = row.fetchone()[0] or 0
        return self._longest[sign, beginning]

    def forget_answers(self) -> None:
        """Ask the file again: names have changed, here or in another program."""
        self._kept.clear()
        self._longest.clear()

    def _look_up(self, sign: str, keys: list[str]) -> None:
        found: dict[str, list[Bearer]] = {key: [] for key in keys}
        rows = self._connection.execute(
            f"""select names.key, names.target, owner.handle, names.by_handle from names
                join {_TABLES[sign]} as owner on owner.id = names.target
                where names.sign = ? and names.key in ({marks(len(keys))})""",
            (sign, *keys),
        )
        for key, target, handle, by_handle in rows:  # a family name may have hundreds, hence `_make`
            found[key].append(Bearer._make((Named._make((target, handle)), bool(by_handle))))
        self._kept.update({(sign, key): tuple(bearers) for key, bearers in found.items()})

    def replace(self, sign: Sign, target: int, keys: Iterable[str], handle_key: str) -> tuple[str, ...]:
        """Set the keys of one record (none at all for one that is gone); gives those that changed."""
        wanted = {key: key == handle_key for key in (*keys, handle_key) if key}
        rows = self._connection.execute(_KEYS, (sign, target))
        had = {key: bool(by_handle) for key, by_handle in rows}
        gone = [(sign, key, target) for key in had if key not in wanted]
        self._connection.executemany("delete from names where sign = ? and key = ? and target = ?", gone)
        self._connection.executemany(
            "insert or replace into names (sign, key, target, by_handle) values (?, ?, ?, ?)",
            [(sign, key, target, int(by)) for key, by in wanted.items() if had.get(key) != by],
        )
        self.forget_answers()
        return tuple(key for key in {**had, **wanted} if had.get(key) != wanted.get(key))

    def live(self, sign: Sign, target: int) -> bool:
        """Whether a record is there and not removed."""
        row = self._connection.execute(
            f"select deleted_at is null from {_TABLES[sign]} where id = ?", (target,)
        ).fetchone()
        return bool(row and row[0])

    def of(self, sign: Sign, target: int) -> frozenset[tuple[str, bool]]:
        """Give a record's keys, each with whether it is the handle's."""
        rows = self._connection.execute(_KEYS, (sign, target))
        return frozenset((key, bool(by_handle)) for key, by_handle in rows)

    def handles_like(self, sign: Sign, key: str) -> frozenset[str]:
        """Give the handles' keys that begin with `key`: those that a new handle must not take."""
        rows = self._connection.execute(
            "select key from names where sign = ? and key >= ? and key < ? and by_handle", (sign, key, after(key))
        )
        return frozenset(row[0] for row in rows)

    def starting(self, sign: Sign, keys: Iterable[str], most: int = 8) -> tuple[tuple[Named, str], ...]:
        """Give the live records with a name that starts with one of `keys`, each with what tells it apart.

        Contacts that are archived are not offered.
        """
        detail = {"@": "organization", "#": "title", "%": "on_day", "+": "title"}[sign]
        shown = " and owner.archived_at is null" if sign == "@" else ""
        found: dict[Named, str] = {}
        for key in keys:
            rows = self._connection.execute(
                f"""select distinct owner.id, owner.handle, owner.{detail} from names
                    join {_TABLES[sign]} as owner on owner.id = names.target
                    where names.sign = ? and names.key >= ? and names.key < ? and owner.deleted_at is null{shown}
                    order by length(names.key), owner.handle limit ?""",
                (sign, key, after(key), most),
            )
            found.update({Named(target, handle): text for target, handle, text in rows})
        return tuple(found.items())[:most]

    def shorter_handles(self, sign: Sign, keys: Iterable[str]) -> frozenset[Named]:
        """Give the records whose handle's key is the beginning of one of `keys`, and shorter."""
        ordered = sorted(keys)
        if len(ordered) > _MANY:
            return frozenset(named for key, named in self._handles(sign) if begins_longer(key, ordered))
        beginnings = {key[:end] for key in ordered for end in range(1, min(len(key), _LONGEST_HANDLE))}
        found = self.bearers(sign, beginnings)
        return frozenset(bearer.named for group in found.values() for bearer in group if bearer.by_handle)

    def latin_handles(self, sign: Sign, letters: Collection[str]) -> Iterable[tuple[str, Named]]:
        """Give the keys of handles that begin with one of these Latin letters, or with one that has an accent."""
        first = f"(key >= '{{' or substr(key, 1, 1) in ({marks(len(letters))}))"  # { comes after z
        return self._handles(sign, f"and key >= 'a' and key < '　' and {first}", letters)

    def _handles(self, sign: Sign, test: str = "", values: Iterable[str] = ()) -> Iterable[tuple[str, Named]]:
        rows = self._connection.execute(
            f"""select key, target, owner.handle from names join {_TABLES[sign]} as owner on owner.id = names.target
                where sign = ? and by_handle {test}""",
            (sign, *values),
        )
        return ((key, Named(target, handle)) for key, target, handle in rows)

    def narrowed(self, sign: Sign, typed: str, *, within: bool = True) -> frozenset[int]:
        """Give the records that what was typed leaves in a list: each word begins one of their names, in any spelling.

        Where that leaves nobody, a word within a name will do; without `within` not, for that reads every name.
        """
        words = [tuple(dict.fromkeys((name_key(word), *romaji_keys(word)))) for word in typed.split()]
        for find in (self._beginning, self._containing) if within else (self._beginning,):
            found = [find(sign, keys) for keys in words]
            left = frozenset.intersection(*found) if found else frozenset()
            if left:
                return left
        return frozenset()

    def _beginning(self, sign: Sign, keys: Iterable[str]) -> frozenset[int]:
        # Without `distinct`: for its sake SQLite would read every name in the order of records.
        sql = "select target from names where sign = ? and key >= ? and key < ?"
        return frozenset(row[0] for key in keys for row in self._connection.execute(sql, (sign, key, after(key))))

    def _containing(self, sign: Sign, keys: Iterable[str]) -> frozenset[int]:
        sql = "select distinct target from names where sign = ? and instr(key, ?)"
        return frozenset(row[0] for key in keys for row in self._connection.execute(sql, (sign, key.lstrip(ROMAJI))))

    def near(self, sign: Sign, key: str) -> tuple[tuple[str, str], ...]:
        """Give keys and handles of live records that share a beginning or any two characters with `key`."""
        pairs = sorted({key[n : n + 2] for n in range(max(len(key) - 1, 1))})[:12]
        likes = " or ".join(["instr(names.key, ?)"] * len(pairs))
        rows = self._connection.execute(
            f"""select names.key, owner.handle from names join {_TABLES[sign]} as owner on owner.id = names.target
                where names.sign = ? and owner.deleted_at is null and ({likes})""",
            (sign, *pairs),
        )
        return tuple((key, handle) for key, handle in rows)
