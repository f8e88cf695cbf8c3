"""Leaving nothing behind in a file: what is deleted is overwritten, and the file written anew without what is free."""

from collections.abc import Iterator
from contextlib import contextmanager

from networkjournal.errors import FileTrouble
from networkjournal.store.connection import Connection


@contextmanager
def overwriting(connection: Connection) -> Iterator[None]:
    """Have what is deleted meanwhile be overwritten in the file, instead of only being marked as free."""
    connection.execute("pragma secure_delete = on")
    try:
        yield
    finally:
        connection.execute("pragma secure_delete = off")


def pack(connection: Connection) -> bool:
    """Write the file anew without what is free in it; tells whether that could be done, for another program may read.

    Leaves nothing in the journal of the transaction, or in the write-ahead log.
    """
    try:
        connection.execute("vacuum")
        connection.execute("pragma wal_checkpoint(truncate)")
    except FileTrouble:
        return False
    return True
