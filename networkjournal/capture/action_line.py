"""The line of an action written anew: in another state, with another due date. The text is the truth, so this is all.

Promises that bullet, indentation, brackets of either width and all other words stay byte for byte, and that the line
then reads as asked, naming whom it named. A change that cannot be written so, and a line that is no action, are given
back as they were. Refuses to look at more than one line: whoever has the text knows whether it stands in a code block.
"""

from collections.abc import Iterator
from datetime import date

from networkjournal.capture.canonical import Place, dated, rename
from networkjournal.capture.marks import lines
from networkjournal.capture.mentions import Names, Token, tokens
from networkjournal.capture.values import Found, Value, find_values
from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.posting import ActionState
from networkjournal.model.width import narrow

_SIGNS: dict[str, str] = {"open": " ", "done": "x", "awaiting": "<", "dropped": "-"}
_ANY_DAY = date(2000, 1, 1)
"""Only where the dates of a line stand is asked, not which days they are; saved lines have them in ISO form."""
Dated = Literal["due", "done"]


class _Reading(NamedTuple):
    """A line of an action as it reads."""

    mark: str
    start: int
    tokens: tuple[Token, ...]
    found: Found

    def value(self, what: Dated) -> Value | None:
        return next((value for value in self.found.values if value.what == what), None)

    def besides(self, what: Dated) -> tuple[object, ...]:
        """What must stay as it is when the date `what` changes."""
        named = tuple((token.sign, token.name, token.found) for token in self.tokens)
        return self.mark, named, tuple((value.what, value.day) for value in self.found.values if value.what != what)


def with_state(line: str, state: ActionState, day: date, names: Names) -> str:
    """Give the line in another state. Done, it says on which `day`; otherwise it says so no more."""
    reading = _read(line, names)
    if reading is None:
        return line
    if reading.mark != state:
        at = narrow(line).index("[") + 1
        line = line[:at] + _SIGNS[state] + line[at + 1 :]
    if state == "done":
        return _with(line, "done", day, names)
    # A second date is words; with the first one gone it would be read, and the words would be other ones.
    twice = any(value.what == "done" for value in reading.found.repeated)
    return line if twice else _without(line, "done", names)


def with_due(line: str, due: date | None, names: Names) -> str:
    """Give the line with another due date, or with none."""
    if due is not None:
        return _with(line, "due", due, names)
    written = line
    while (shorter := _without(written, "due", names)) != written:  # with the first gone, a second would be read
        written = shorter
    left = _read(written, names)
    return written if left is None or left.value("due") is None else line


def _read(line: str, names: Names) -> _Reading | None:
    """Read a line; `None` where it is no action."""
    read = next(lines(line))
    if read.mark not in _SIGNS:
        return None
    found = tokens(line, names)
    taken = ((0, read.start), *((token.start, token.end) for token in found))
    return _Reading(read.mark, read.start, found, find_values(line, _ANY_DAY, ("due", "done"), taken))


def _with(line: str, what: Dated, day: date, names: Names) -> str:
    """Write a date: in the place of the one that is there, or else at the end."""
    reading = _read(line, names)
    if reading is None:
        return line
    value = reading.value(what)
    if value is not None:
        return _fitting(line, reading, what, [(dated(line, value, day), value.end)], names)
    end = len(line.rstrip())
    return _fitting(line, reading, what, [(f"{line[:end]} {what}:{day.isoformat()}{line[end:]}", end)], names)


def _without(line: str, what: Dated, names: Names) -> str:
    """Take a date out, with one of the spaces around it."""
    reading = _read(line, names)
    value = reading.value(what) if reading else None
    if reading is None or value is None:
        return line
    head, tail = line[: value.start], line[value.end :]
    if not tail.strip():
        kept = head.rstrip()
        written = [(kept + tail, value.end)] if len(kept) >= reading.start else []
    elif head[-1:].isspace() and tail[:1].isspace():
        written = [(head + tail[1:], value.end)]
    else:
        written = [(head + tail, value.end), (f"{head} {tail}", value.end)]
    return _fitting(line, reading, what, written, names)


def _fitting(line: str, reading: _Reading, what: Dated, written: list[tuple[str, int]], names: Names) -> str:
    """The first of the texts that says besides the date what the line says; the line itself where none does.

    Each text comes with the place behind which the line's own characters follow.
    """
    for text, end in written:
        for form in _pinned(line, reading, text, end, names):
            again = _read(form, names)
            if again is not None and again.besides(what) == reading.besides(what):
                return form
    return line


def _pinned(line: str, reading: _Reading, text: str, end: int, names: Names) -> Iterator[str]:
    """The text as it is, and then with brackets around each name that would run into what now follows it."""
    yield text
    shift = len(text) - len(line)
    places = [
        Place(token.sign, token.start + moved, token.end + moved, token.found[0])
        for token in reading.tokens
        if len(token.found) == 1
        for moved in (shift if token.start >= end else 0,)
    ]
    yield rename(text, places, names)
