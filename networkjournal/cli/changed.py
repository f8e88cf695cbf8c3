"""The documents about what was changed: a step, and the records that it changed. The keys are a contract."""

from networkjournal.cli.documents import Document
from networkjournal.store.history import Change, Step


def step(item: Step) -> Document:
    """A change as a whole."""
    return item._asdict() | {"of": item.of or None}


def change(item: Change, did: str) -> Document:
    """One record that a step changed: the columns that differ, before and after, as the file has them."""
    before, after = item.before or {}, item.after or {}
    columns = [column for column in (after or before) if before.get(column) != after.get(column)]
    return {
        "table": item.table,
        "id": item.row,
        "did": did,
        "before": {column: before.get(column) for column in columns} if before else None,
        "after": {column: after.get(column) for column in columns} if after else None,
    }
