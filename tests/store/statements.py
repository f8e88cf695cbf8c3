"""What a piece of code asks of SQLite, and how SQLite would go about it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from networkjournal.journal import Journal
from networkjournal.store.connection import Connection

WRITES = ("insert", "update", "delete", "replace")


@contextmanager
def asked(connection: Connection) -> Iterator[list[str]]:
    """The statements run inside, with their values written in; what triggers do is left out."""
    found: list[str] = []
    connection.set_trace_callback(lambda text: None if text.startswith("--") else found.append(text))
    try:
        yield found
    finally:
        connection.set_trace_callback(None)


def plans(connection: Connection, look_up: Callable[[], object]) -> list[str]:
    """SQLite's plan for each step of the queries that `look_up` makes, in its own words."""
    with asked(connection) as statements:
        look_up()
    selects = [text for text in statements if text.lstrip().lower().startswith(("select", "with"))]
    assert selects, "the look-up asks the file nothing"
    return [row[3] for text in selects for row in connection.execute(f"explain query plan {text}")]


def scans(connection: Connection, look_up: Callable[[], object]) -> list[str]:
    """The steps of the plans that read a whole table of what grows with the years."""
    grown = (
        "contacts",
        "entries",
        "mentions",
        "exchanges",
        "actions",
        "names",
        "waiting",
        "settlements",
        "documents",
        "a",
        "m",
    )
    return [
        step
        for step in plans(connection, look_up)
        if step.startswith("SCAN ") and step.split()[1] in (*grown, "owner", "later", "person", "goal", "e")
    ]


def rows(journal: Journal, table: str) -> list[tuple[object, ...]]:
    """All rows of a table."""
    return journal.books.connection.execute(f"select * from {table}").fetchall()
