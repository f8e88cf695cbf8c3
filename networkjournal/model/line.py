"""A posted line as a record one can list: an insight, a result, an action that was kept."""

from datetime import date

from networkjournal.lean import Literal, NamedTuple

LineKind = Literal["insight", "result", "kept"]
"""`kept` is an action that was done, whoever it was promised to."""


class PostedLine(NamedTuple):
    """One line, and the entry it stands in."""

    on: date
    entry: int
    line: int
    words: str
