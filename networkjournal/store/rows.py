"""Values into columns and back: days, lists, stamps. What every book shares, and nothing that knows a table."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime


def now() -> str:
    """The moment of a write: UTC, ISO 8601, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def day(text: str | None) -> date | None:
    """A column's day; `None` for NULL."""
    return None if text is None else date.fromisoformat(text)


def iso(value: date | None) -> str | None:
    """A day for a column; NULL for `None`."""
    return None if value is None else value.isoformat()


def listed(values: Iterable[object]) -> str:
    """A list for a column, as JSON. The empty one, which is the most common, needs no import."""
    values = list(values)
    if not values:
        return "[]"
    global _encode
    if _encode is None:
        import json  # 3 ms, and most rows have no lists

        _encode = json.JSONEncoder(ensure_ascii=False).encode  # `dumps` makes one each time
    return _encode(values)


_encode: Callable[[object], str] | None = None


def texts(column: str) -> tuple[str, ...]:
    """A column's list of texts."""
    plain = _plain(column[2:-2]) if column.startswith('["') and column.endswith('"]') else None
    if plain is not None:
        return plain
    return tuple(str(value) for value in _loaded(column))


def pairs(column: str) -> tuple[tuple[str, str], ...]:
    """A column's list of pairs of texts."""
    if column.startswith('[["') and column.endswith('"]]'):
        found = [_plain(pair) for pair in column[3:-3].split('"], ["')]
        if all(pair is not None and len(pair) == 2 for pair in found):
            return tuple((pair[0], pair[1]) for pair in found if pair)
    return tuple((str(pair[0]), str(pair[1])) for pair in _loaded(column) if isinstance(pair, list))


def _plain(inside: str) -> tuple[str, ...] | None:
    """The texts of `a", "b`, as `listed` writes them where nothing has to be escaped; `None` where something else is.

    Most people have a mail and a need, and reading those without `json`, which is 3 ms, is what a look-up does.
    """
    parts = tuple(inside.split('", "'))
    return None if "\\" in inside or any('"' in part for part in parts) else parts


def _loaded(column: str) -> list[object]:
    if column == "[]":
        return []
    import json  # see `listed`

    loaded: list[object] = json.loads(column)
    return loaded


def marks(count: int) -> str:
    """So many `?` for an IN list."""
    return ",".join("?" * count)


def after(prefix: str) -> str:
    """The first text that sorts after everything that starts with `prefix`."""
    return prefix + "\U0010ffff"
