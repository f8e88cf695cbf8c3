"""What was said of the columns of a table, remembered with the journal for the next file with the same headings.

Kept among the sources of imports, so that undoing the import forgets it too.
"""

import json

from networkjournal.formats.asked import Columns
from networkjournal.formats.mapped_csv import key_of
from networkjournal.journal import Journal
from networkjournal.store.sources import Source

_FORMAT = "csv columns"


def recall(journal: Journal, headings: tuple[str, ...]) -> Columns:
    """What was said of a table with these headings; empty where nobody did."""
    source = journal.books.sources.named(_FORMAT, key_of(headings))
    pairs = json.loads(" ".join((source.digest, source.brought))) if source else []
    return tuple((str(field), str(heading)) for field, heading in pairs)


def is_new(journal: Journal, headings: tuple[str, ...], columns: Columns) -> bool:
    """Whether something was said that is not known already."""
    return bool(columns) and columns != recall(journal, headings)


def remember(journal: Journal, headings: tuple[str, ...], columns: Columns) -> None:
    """Write down what was said."""
    journal.books.sources.remember(Source(_FORMAT, key_of(headings), json.dumps(columns, ensure_ascii=False)))
