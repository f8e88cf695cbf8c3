"""The proof that the index of tokens leads from every token of every document to that document, and to nothing else.

Promises to notice any bit of the index that would lead elsewhere. Changes nothing, though it has to ask for the right
to write.
"""

from collections.abc import Mapping

from networkjournal.errors import FileTrouble
from networkjournal.model.tokens import tokens
from networkjournal.store.connection import Connection, rollback

Led = Mapping[str, tuple[int, int]]
"""For each token, how many documents it leads to, and the sum of their numbers."""


def index_holds(connection: Connection) -> bool:
    """Whether the index is sound in itself and leads where the documents say."""
    return _sound(connection) and _kept(connection) == _due(connection)


def _sound(connection: Connection) -> bool:
    """What SQLite says of its index; it can be asked only while writing, and where that cannot be, it is not asked."""
    try:
        connection.execute("begin immediate")
        connection.execute("insert into grams (grams) values ('integrity-check')")
    except FileTrouble as trouble:
        return trouble.reason != "damaged"
    finally:
        rollback(connection)
    return True


def _kept(connection: Connection) -> Led:
    connection.execute("create virtual table if not exists temp.vocabulary using fts5vocab(main, grams, instance)")
    counted = connection.execute("select term, count(*), sum(doc) from temp.vocabulary group by term")
    return {term: (count, total) for term, count, total in counted.fetchall()}


def _due(connection: Connection) -> Led:
    counts: dict[str, tuple[int, int]] = {}
    for number, body in connection.execute("select id, body from documents"):
        for token in tokens(body):
            count, total = counts.get(token, (0, 0))
            counts[token] = count + 1, total + number
    return counts
