"""What imports have brought: which record came from where, so that the same file a second time changes nothing."""

from networkjournal.lean import NamedTuple
from networkjournal.store.connection import Connection


class Source(NamedTuple):
    """One record of a file that was imported, and what it became."""

    format: str
    key: str
    """The source's own id of the record, or what stands in for one; unique within the format."""
    digest: str
    """SHA-256 of the record as it was read."""
    contact: int | None = None
    entry: int | None = None


class Sources:
    """The book of sources."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def named(self, format: str, key: str) -> Source | None:
        """Give what is known of a record of this id."""
        row = self._connection.execute(
            "select format, key, digest, contact_id, entry_id from sources where format = ? and key = ?", (format, key)
        ).fetchone()
        return None if row is None else Source(*row)

    def same(self, format: str, digest: str) -> Source | None:
        """Give a record that was read in just these words before."""
        row = self._connection.execute(
            "select format, key, digest, contact_id, entry_id from sources where digest = ? and format = ?",
            (digest, format),
        ).fetchone()
        return None if row is None else Source(*row)

    def moved(self, contact: int, into: int) -> None:
        """Have what became one contact have become another, so that the same file still changes nothing."""
        self._connection.execute("update sources set contact_id = ? where contact_id = ?", (into, contact))

    def remember(self, source: Source) -> None:
        """Write down what a record became, in place of what was known of its id."""
        self._connection.execute(
            """insert into sources (format, key, digest, contact_id, entry_id) values (?, ?, ?, ?, ?)
                on conflict (format, key) do update set digest = excluded.digest, contact_id = excluded.contact_id,
                entry_id = excluded.entry_id""",
            source,
        )
