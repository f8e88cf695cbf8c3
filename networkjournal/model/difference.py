"""What `check` may find: a place where the file is not what reading its texts again would make it."""

from networkjournal.lean import NamedTuple


class Difference(NamedTuple):
    """One thing that differs."""

    what: str
    """`text`, a table's name, `totals`, `names`, `search`, `saved` (not to the bit what was saved), or `file`."""
    entry: int | None = None
    detail: str = ""
    """A contact's handle, a kind or a table and its id, or SQLite's own words about the file."""


class Checked(NamedTuple):
    """What `check` looked at, and what it found."""

    entries: int
    contacts: int
    exchanges: int
    waiting: int
    differences: tuple[Difference, ...]
