"""Who may be in the journal twice, without those of whom it was said that they are two."""

from networkjournal.journal import Journal
from networkjournal.model.duplicates import PARTED, Pair, duplicates


def pairs(journal: Journal) -> tuple[Pair, ...]:
    """The pairs, the surest first. Archived people count."""
    contacts = journal.books.contacts
    apart = _apart(journal)
    found = duplicates((*contacts.all(), *contacts.all(archived=True)))
    return tuple(pair for pair in found if frozenset((pair.one.id, pair.other.id)) not in apart)


def _apart(journal: Journal) -> frozenset[frozenset[int]]:
    """Those of whom it was said; in whatever order, for numbers change when a journal moves to another file."""
    keys = (key.split(" ") for key in journal.books.dismissals.keys())  # noqa: SIM118 - a book, no mapping
    return frozenset(
        frozenset(map(int, words)) for kind, *words in keys if kind == PARTED and all(map(str.isdecimal, words))
    )
