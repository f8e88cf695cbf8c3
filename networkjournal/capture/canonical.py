"""The canonical form: linked mentions written as handles, dates in ISO form, so that a text stands for itself.

Works on one line at a time, from right to left, so that every piece is judged by what will really follow it.
"""

from collections.abc import Iterable
from datetime import date

from networkjournal.capture.dates import match_date
from networkjournal.capture.mentions import Names, Token, may_start, token_at
from networkjournal.capture.values import Value
from networkjournal.lean import NamedTuple
from networkjournal.model.folding import is_japanese
from networkjournal.model.posting import Named, Sign
from networkjournal.model.width import narrow

_DATED = {"on", "due", "done"}
_PREFIXES = ("on:", "due:", "done:", "期限:", "〆:", "〆")


class Place(NamedTuple):
    """A linked mention in a line, to be written anew."""

    sign: Sign
    start: int
    end: int
    target: Named


def rewrite(line: str, tokens: Iterable[Token], values: Iterable[Value], names: Names) -> str:
    """Give `line` with its linked mentions and its dates in canonical form. What is not linked stays as typed."""
    places = [Place(token.sign, token.start, token.end, token.found[0]) for token in tokens if len(token.found) == 1]
    dated = [value for value in values if value.what in _DATED]
    pieces: list[Place | Value] = [*places, *dated]
    was = line
    for piece in sorted(pieces, key=lambda piece: piece.start, reverse=True):
        if isinstance(piece, Value):
            line = _date(line, piece)
        elif line is not was or line[piece.start : piece.end] != piece.sign + piece.target.handle:
            line = _mention(line, piece, names)  # not where it was read just so: that would read each line twice
    return line


def rename(line: str, places: Iterable[Place], names: Names) -> str:
    """Write the handles of `places` into a line that holds other names there; `names` knows the new ones."""
    for place in sorted(places, key=lambda place: place.start, reverse=True):
        line = _mention(line, place, names)
    return line


def handle_end(line: str, at: int, handle: str) -> int | None:
    """Where the canonical mention of `handle` whose sign stands at `at` ends; `None` where it does not stand there."""
    for form in (handle, f"[{handle}]"):
        if line.startswith(form, at + 1):
            return at + 1 + len(form)
    return None


def _mention(line: str, place: Place, names: Names) -> str:
    head, tail = line[: place.start], line[place.end :]
    bare = place.sign + place.target.handle
    bracketed = f"{place.sign}[{place.target.handle}]"
    if line[place.start : place.end] == bracketed:
        return line  # a bracket someone needed once is kept, or the text would change with the names around it
    if line[place.end - 1] in ']"' and tail and not (tail[0].isspace() or is_japanese(tail[0])):
        return head + bracketed + tail  # the bracket keeps a name apart from what follows it
    return head + (bare if _stands(head + bare + tail, place, len(head + bare), names) else bracketed) + tail


def _stands(line: str, place: Place, end: int, names: Names) -> bool:
    """Whether the bare handle in `line` is read back as just this mention."""
    plain = narrow(line)
    if not may_start(plain, place.start):
        return False
    token = token_at(line, plain, place.start, names)
    return token is not None and token.end == end and token.found == (place.target,)


def _date(line: str, value: Value) -> str:
    return line if value.day is None else dated(line, value, value.day)


def dated(line: str, value: Value, day: date) -> str:
    """Give `line` with `day` in ISO form as the date of `value`, which stands in it with a prefix."""
    text = line[value.start : value.end]
    prefix = next(prefix for prefix in _PREFIXES if narrow(text).lower().startswith(prefix))
    kept = text[: len(prefix)].replace("：", ":")
    written, tail = day.isoformat(), line[value.end :]
    read = match_date(written + tail, 0, day, "latest")
    space = "" if read == (len(written), day) else " "  # what follows must not become part of the date
    return f"{line[: value.start]}{narrow(kept)}{written}{space}{tail}"
