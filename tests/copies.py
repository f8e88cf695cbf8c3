"""Journals for tests that are made once by the program's own verbs and copied for each test, which takes no time."""

import sqlite3
from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from networkjournal.journal import Journal
from networkjournal.store.connection import connect


def copied(make: Callable[[str], Journal]) -> Callable[..., Journal]:
    """Have a maker of journals make only one in memory, and give copies of it; one in a file it makes itself."""

    @cache
    def image() -> bytes:
        made = make(":memory:")
        try:
            return made.books.connection.serialize()
        finally:
            made.close()

    def opened(path: str, **how: Any) -> sqlite3.Connection:  # noqa: ANN401 - as the driver has it
        connection: sqlite3.Connection = sqlite3.connect(path, **how)
        connection.deserialize(image())
        return connection

    @wraps(make)
    def copy(path: str = ":memory:") -> Journal:
        return Journal(connect(path, opened)) if path == ":memory:" else make(path)

    return copy
