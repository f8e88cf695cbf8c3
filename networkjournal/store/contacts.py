"""The book of contacts."""

from collections.abc import Iterable, Iterator, Mapping

from networkjournal.lean import Any
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.posting import Named
from networkjournal.store import record
from networkjournal.store.connection import Connection
from networkjournal.store.rows import day, iso, listed, marks, now, pairs, texts

_PLAIN = (
    "name", "handle", "family", "given", "reading", "organization", "department", "title", "birthday", "how_met",
    "introduced_by", "caution", "aims", "suspected", "knows", "withheld", "notes",
)  # fmt: skip
_LISTS = ("aliases", "needs", "can_give", "asks", "tags", "extra")
_LABELLED = ("emails", "phones", "urls", "addresses")
_COLUMNS = ", ".join((*_PLAIN, *_LISTS, *_LABELLED, "snoozed_until", "archived_at is not null", "id"))


class Contacts:
    """All contacts. Removed ones are left out unless asked for by id."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def add(self, contact: Contact, uid: str = "") -> int:
        """Write a new contact, whose handle is free, and who has the free `uid` in another file; gives its id."""
        return record.insert(self._connection, "contacts", _row(contact), uid)

    def change(self, contact: Contact) -> None:
        """Write all fields of a contact that has an id."""
        record.update(self._connection, "contacts", contact.id, _row(contact))

    def remove(self, contact: int) -> None:
        """Take a contact out of the lists; texts keep their mentions of it."""
        record.remove(self._connection, "contacts", contact)

    def absorb(self, contact: int, into: int) -> None:
        """Take a contact out of the lists that was merged into another. Its handle is free again."""
        row = self._connection.execute("select uid from contacts where id = ?", (contact,)).fetchone()
        values = {"handle": row[0], "merged_into": into, "deleted_at": now()}
        record.update(self._connection, "contacts", contact, values)

    def merged_into(self, contact: int) -> int | None:
        """The contact that this one was merged into; `None` for one that was not, or is not there."""
        row = self._connection.execute("select merged_into from contacts where id = ?", (contact,)).fetchone()
        return row[0] if row else None

    def uids(self) -> Mapping[int, str]:
        """Give the identifiers that live contacts have for ever, in every file they go to."""
        return dict(self._connection.execute("select id, uid from contacts where deleted_at is null").fetchall())

    def bearing(self, uid: str) -> int | None:
        """Give the contact of this identifier, or the one it was merged into, removed or not."""
        row = self._connection.execute(
            """with recursive bearer (id, into_id) as (select id, merged_into from contacts where uid = ?
                    union all select contacts.id, merged_into from contacts join bearer on contacts.id = into_id)
                select id from bearer where into_id is null""",
            (uid,),
        ).fetchone()
        return row[0] if row else None

    def introduced(self, old: str, new: str) -> None:
        """Write a new handle where a contact is said to have introduced someone."""
        rows = self._connection.execute("select id from contacts where introduced_by = ?", (old,)).fetchall()
        for (contact,) in rows:
            record.update(self._connection, "contacts", contact, {"introduced_by": new})

    def get(self, contact: int) -> Contact:
        """Give the contact with this id, removed or not. Raises `KeyError` where there is none."""
        row = self._connection.execute(f"select {_COLUMNS} from contacts where id = ?", (contact,)).fetchone()
        if row is None:
            raise KeyError(contact)
        return _contact(row)

    def some(self, ids: Iterable[int]) -> tuple[Contact, ...]:
        """Give the live contacts among these ids, in the order of names."""
        wanted = tuple(ids)
        rows = self._connection.execute(
            f"select {_COLUMNS} from contacts where id in ({marks(len(wanted))}) and deleted_at is null "
            "order by sort_key, id",
            wanted,
        )
        return tuple(_contact(row) for row in rows)

    def introduced_by(self, handle: str) -> tuple[Contact, ...]:
        """Give the live contacts whom the one with this handle introduced. Reads the list once: 5 ms for 10,000."""
        rows = self._connection.execute(
            f"select {_COLUMNS} from contacts where introduced_by = ? and deleted_at is null order by sort_key, id",
            (handle,),
        )
        return tuple(_contact(row) for row in rows)

    def all(self, archived: bool = False) -> Iterator[Contact]:
        """Give all live contacts in the order of their readings: those who are archived, or those who are not."""
        rows = self._connection.execute(
            f"select {_COLUMNS} from contacts where deleted_at is null and archived_at is {'not ' * archived}null "
            "order by sort_key, id"
        )
        return (_contact(row) for row in rows)

    def met(self, ids: Iterable[int]) -> frozenset[int]:
        """Give those of these contacts whom an entry names; whom an exchange was with is named there as well."""
        wanted, found = tuple(ids), set[int]()
        for start in range(0, len(wanted), 500):
            batch = wanted[start : start + 500]
            found.update(
                row[0]
                for row in self._connection.execute(
                    f"""select id from contacts where id in ({marks(len(batch))})
                        and exists (select 1 from mentions where contact_id = contacts.id)""",
                    batch,
                )
            )
        return frozenset(found)

    def named_in(self, entries: Iterable[int]) -> Mapping[int, tuple[Named, ...]]:
        """Give the contacts whom each of these entries names."""
        wanted = tuple(entries)
        rows = self._connection.execute(
            f"""select distinct entry_id, contact_id, handle from mentions join contacts on contacts.id = contact_id
                where entry_id in ({marks(len(wanted))}) and deleted_at is null and archived_at is null""",
            wanted,
        )
        found: dict[int, tuple[Named, ...]] = {}
        for entry, contact, handle in rows:
            found[entry] = (*found.get(entry, ()), Named(contact, handle))
        return found

    def wishing(self, most: int) -> tuple[Contact, ...]:
        """Give live contacts of whom a need or a note is known, those first with whom something passed last."""
        rows = self._connection.execute(
            f"""select {_COLUMNS} from contacts
                left join (select contact_id, last_on from accounts) on contact_id = id
                where deleted_at is null and archived_at is null and (needs <> '[]' or notes <> '')
                order by last_on desc, id limit ?""",
            (most,),
        )
        return tuple(_contact(row) for row in rows)

    def every(self) -> Iterator[Contact]:
        """Give all contacts there ever were, in the order they came."""
        return (_contact(row) for row in self._connection.execute(f"select {_COLUMNS} from contacts order by id"))

    def there(self, contact: int) -> bool:
        """Whether the file has the contact, removed or not."""
        return self._connection.execute("select 1 from contacts where id = ?", (contact,)).fetchone() is not None

    def live(self, contact: int) -> bool:
        """Whether the contact is there and not removed."""
        row = self._connection.execute("select deleted_at is null from contacts where id = ?", (contact,)).fetchone()
        return bool(row and row[0])

    def count(self) -> int:
        """How many live contacts the list has; archived ones are left out."""
        row = self._connection.execute(
            "select count(*) from contacts where deleted_at is null and archived_at is null"
        ).fetchone()
        return int(row[0])


def _row(contact: Contact) -> Mapping[str, record.Value]:
    row: dict[str, record.Value] = {name: getattr(contact, name) for name in _PLAIN}
    row.update({name: listed(getattr(contact, name)) for name in (*_LISTS, *_LABELLED)})
    row["sort_key"] = sort_key(contact)
    row["snoozed_until"] = iso(contact.snoozed_until)
    row["archived_at"] = now() if contact.archived else None
    return row


def sort_key(contact: Contact) -> str:
    """Gojūon order of the reading; without one, of the family name and the rest of the name."""
    from networkjournal.model.romaji import gojuon_key  # 0.2 ms, only where someone is written

    return gojuon_key(contact.reading or " ".join(filter(None, (contact.family, contact.given))) or contact.name)


def _contact(row: tuple[Any, ...]) -> Contact:
    plain, lists = row[: len(_PLAIN)], row[len(_PLAIN) : len(_PLAIN) + len(_LISTS)]
    labelled = row[len(_PLAIN) + len(_LISTS) : -3]
    fields: dict[str, Any] = dict(zip(_PLAIN, plain, strict=True))
    fields.update({name: texts(column) for name, column in zip(_LISTS, lists, strict=True)})
    for name, column in zip(_LABELLED, labelled, strict=True):
        fields[name] = tuple(Labelled(*pair) for pair in pairs(column))
    return Contact(**fields, snoozed_until=day(row[-3]), archived=bool(row[-2]), id=row[-1])
