"""Where a folded match stands in the text as it was written, and the piece of that line worth showing."""

from bisect import bisect_left
from unicodedata import combining

from networkjournal.lean import NamedTuple
from networkjournal.model.folding import fold

CELLS = 60
"""About so wide is a snippet."""
LONGEST = 5000
"""In a longer line that folding lengthens or shortens, places are not worked out: its folded form is shown."""
_ELLIPSIS = "…"
_SOUND_MARKS = "\uff9e\uff9f"


class Snippet(NamedTuple):
    """A piece of one line, in three parts; where something was left out there is a `…`."""

    before: str
    match: str
    after: str


def snippet(line: str, folded: str, start: int, end: int, cells: int = CELLS) -> Snippet:
    """The piece of `line` around `folded[start:end]`, where `folded` is the line folded."""
    place = _place(line, folded, start, end)
    if place is None:
        line, place = folded, (start, end)
    return shortened(Snippet(line[: place[0]].lstrip(), line[place[0] : place[1]], line[place[1] :].rstrip()), cells)


def shortened(whole: Snippet, cells: int) -> Snippet:
    """The same in at most so many cells, never without the match: a third of the room is what stands before it."""
    match = beginning(whole.match, cells)
    room = max(cells - _cells(match), 0)
    before = ending(whole.before, max(room - _cells(whole.after[:room]), room // 3))
    return Snippet(before, match, beginning(whole.after, room - _cells(before)))


def beginning(text: str, cells: int) -> str:
    """The text where it fits into `cells`, else its beginning and a `…`."""
    kept = text[: max(cells, 0)]
    if kept == text and _cells(kept) <= cells:
        return text
    while kept and _cells(kept) > cells - 1:
        kept = kept[: len(kept) - max((_cells(kept) - cells + 1) // 2, 1)]
    return kept.rstrip() + _ELLIPSIS if cells > 0 else ""


def ending(text: str, cells: int) -> str:
    """The text where it fits into `cells`, else a `…` and its end."""
    kept = text[-cells:] if cells > 0 else ""
    if kept == text and _cells(kept) <= cells:
        return text
    while kept and (_cells(kept) > cells - 1 or combining(kept[0])):
        kept = kept[max((_cells(kept) - cells + 1) // 2, 1) :]
    return _ELLIPSIS + kept.lstrip() if cells > 0 else ""


def _cells(text: str) -> int:
    """Cells that the text takes at most: reckoned, not measured, for fifty lines at each key that is pressed."""
    return len(text) if text.isascii() else len(text) + sum(map("\u10ff".__lt__, text))


def _place(line: str, folded: str, start: int, end: int) -> tuple[int, int] | None:
    if len(line) == len(folded) and fold(line[start:end]) == folded[start:end]:  # nearly always
        return start, end
    if len(line) > LONGEST:
        return None

    def reached(place: int) -> int:
        return len(fold(line[:place]))

    places = range(len(line) + 1)
    first = bisect_left(places, start + 1, key=reached) - 1
    last = bisect_left(places, end, lo=first + 1, key=reached)
    while last < len(line) and (combining(line[last]) or line[last] in _SOUND_MARKS):
        last += 1
    return max(first, 0), last
