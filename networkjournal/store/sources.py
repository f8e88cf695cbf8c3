"""What imports have brought: which record came from where, so that the same file a second time changes nothing.

Beside the digest of the whole record stands what it said field by field, as short digests: by them a later edition of
the same record tells what was changed there from what was changed here. Nothing that a person wrote is kept twice.
"""

from networkjournal.lean import NamedTuple
from networkjournal.store.connection import Connection

_COLUMNS = "format, key, digest, contact_id, entry_id"
_SIGN, _AFTER = " ", "!"
"""What parts the digest from the digests of fields, and the character after it: `same` looks between the two."""


class Source(NamedTuple):
    """One record of a file that was imported, and what it became."""

    format: str
    key: str
    """The source's own id of the record, or what stands in for one; unique within the format."""
    digest: str
    """SHA-256 of the record as it was read."""
    contact: int | None = None
    entry: int | None = None
    brought: str = ""
    """What the fields said, as digests; `formats` writes and reads it. Empty for what an older program imported."""


class Sources:
    """The book of sources."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is the open journal's."""
        self._connection = connection

    def any(self, format: str) -> bool:
        """Whether a format has brought anything yet."""
        return self._one("format = ?", format) is not None

    def named(self, format: str, key: str) -> Source | None:
        """Give what is known of a record of this id."""
        return self._one("format = ? and key = ?", format, key)

    def same(self, format: str, digest: str) -> Source | None:
        """Give a record that was read in just these words before."""
        # The sign before `format` has SQLite look by the digest, which tells records apart, and not by the format.
        return self._one("digest >= ? and digest < ? and +format = ?", digest, digest + _AFTER, format)

    def every(self, format: str) -> tuple[Source, ...]:
        """Give all that a format has brought, the latest first."""
        return self._some("format = ? order by id desc", format)

    def _one(self, test: str, *values: str) -> Source | None:
        return next(iter(self._some(f"{test} limit 1", *values)), None)

    def _some(self, test: str, *values: str | int) -> tuple[Source, ...]:
        rows = self._connection.execute(f"select {_COLUMNS} from sources where {test}", values)
        return tuple(_source(*row) for row in rows)

    def moved(self, contact: int, into: int) -> None:
        """Have what became one contact have become another, so that the same file still changes nothing."""
        self._connection.execute("update sources set contact_id = ? where contact_id = ?", (into, contact))

    def remember(self, source: Source) -> None:
        """Write down what a record became, in place of what was known of its id."""
        digest = f"{source.digest}{_SIGN}{source.brought}" if source.brought else source.digest
        self._connection.execute(
            """insert into sources (format, key, digest, contact_id, entry_id) values (?, ?, ?, ?, ?)
                on conflict (format, key) do update set digest = excluded.digest, contact_id = excluded.contact_id,
                entry_id = excluded.entry_id""",
            (source.format, source.key, digest, source.contact, source.entry),
        )


def _source(format: str, key: str, digest: str, contact: int | None, entry: int | None) -> Source:
    whole, _, brought = digest.partition(_SIGN)
    return Source(format, key, whole, contact, entry, brought)
