"""What forgetting someone comes to, counted, before or after it is done."""

from networkjournal.lean import NamedTuple


class Forgetting(NamedTuple):
    """What is taken out of the file, and what stays. Holds no name."""

    entries: int
    """Entries whose text changes."""
    lines: int
    """Lines of those that are about nobody else, and are taken out whole."""
    mentions: int
    """Places in other lines where the name stands; each becomes `…`."""
    records: int
    """Contacts, goals, events and the like in which the name stands."""
    left: int
    """Lines that hold the bare family or given name, which may be anybody's and stays."""
    copies: tuple[str, ...] = ()
    """Names of files beside the journal that may hold the person still: copies, and drafts that a program holds."""
    packed: bool = True
    """Whether the file could be packed afterwards; what was taken out is overwritten in any case."""
