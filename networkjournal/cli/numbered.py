"""Finding a record that has no handle: by the number that its list shows, or by its words.

Promises one record or an error that names the candidates. Refuses to guess between two.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from networkjournal.errors import Ambiguous, NotFound
from networkjournal.model.folding import name_key
from networkjournal.model.name import nearest
from networkjournal.model.width import narrow

_Record = TypeVar("_Record")


def numbered(
    concept: str,
    asked: str,
    records: Sequence[_Record],
    number: Callable[[_Record], int | str],
    said: Callable[[_Record], str],
) -> _Record:
    """Give the record of this number, or else of these words, or else the one that has them in it.

    A single character is in too many texts to say which one is meant. Raises `NotFound` and `Ambiguous`.
    """
    key = name_key(asked)
    found = [record for record in records if str(number(record)) == narrow(asked)]
    found = found or [record for record in records if name_key(said(record)) == key]
    found = found or [record for record in records if len(key) > 1 and key in name_key(said(record))]
    if len(found) == 1:
        return found[0]
    if found:
        raise Ambiguous(concept, asked, tuple((str(number(record)), said(record)) for record in found))
    raise NotFound(concept, asked, nearest(key, ((name_key(said(record)), said(record)) for record in records)))
