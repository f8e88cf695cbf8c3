"""Where a folded match stands in the text as it was written, and the piece of that line worth showing."""

from bisect import bisect_left
from typing import NamedTuple
from unicodedata import combining

from networkjournal.model.folding import fold
from networkjournal.model.width import clip, width

CELLS = 60
"""About so wide is a snippet."""
LONGEST = 5000
"""In a longer line that folding lengthens or shortens, places are not worked out: its folded form is shown."""
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
    """The same in so many cells, never without the match: a third of the room is what stands before it."""
    match = clip(whole.match, cells)
    room = cells - width(match)
    after = whole.after if len(whole.after) < cells else whole.after[: cells * 4]
    before = ending(whole.before, max(room - width(after), room // 3))
    return Snippet(before, match, clip(after, room - width(before)))


def ending(text: str, cells: int) -> str:
    """The text where it fits into `cells`, else a `…` and its end."""
    if len(text) * 2 <= cells or (len(text) <= cells * 4 and width(text) <= cells):
        return text
    if cells <= 0:
        return ""
    kept = text[-cells:]
    while kept and (width(kept) > cells - 1 or combining(kept[0])):
        kept = kept[1:]
    return "…" + kept.lstrip()


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
