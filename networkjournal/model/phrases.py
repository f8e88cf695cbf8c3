"""Names as they stand in plain prose, without a sign: where they are, and the text without them.

Promises that case, width, kana, spaces and hyphens make no difference, that a longer name of someone else is left
whole, and that a short word which is also an ordinary one is not taken for a name. Refuses to know whose names these
are.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category

from networkjournal.lean import NamedTuple
from networkjournal.model.folding import is_latin_word, name_key

BLANK = "…"
"""What stands where a name stood."""
SHORT = 3
"""Kana or Latin letters that may be a word of every day: `はな`, `am`. They have to stand like a name."""

_KANA = re.compile("[ぁ-ゖゝゞー]+")
_HONORIFICS = ("さん", "さま", "様", "くん", "君", "ちゃん", "氏", "先生")
_SOUND_MARKS = "ﾞﾟ"


class Span(NamedTuple):
    """A place in a text."""

    start: int
    end: int


class Phrases:
    """Names to be found."""

    def __init__(self, names: Iterable[str], others: Iterable[str] = ()) -> None:
        """`others` are names that are not to be touched though they contain one of `names`, or are the same."""
        self._left = {key for key in map(phrase_key, others) if key}
        self._written = {phrase_key(name): name for name in names}
        keys = {key for key in self._written if len(key) > 1} | self._left
        self._longest_first = sorted(keys, key=lambda key: (-len(key), key))
        begins = "|".join(map(re.escape, self._longest_first))
        self._pattern = re.compile(begins) if keys - self._left else None

    def near(self, text: str) -> bool:
        """Whether it is worth looking: without case, spaces and the like, one of the names is in the text."""
        return self._pattern is not None and self._pattern.search(phrase_key(text)) is not None

    def blanked(self, text: str) -> str:
        """The text with `…` for each name."""
        if not self.near(text):
            return text
        return "\n".join(map(self._blanked, text.split("\n")))

    def _blanked(self, line: str) -> str:
        for start, end in reversed(tuple(self.spans(line))):
            line = line[:start] + BLANK + line[end:]
        return line

    def spans(self, line: str) -> Iterator[Span]:
        """Where the names stand in one line, in order."""
        if self._pattern is None or not self.near(line):
            return
        folded, places = _folded(line)
        at = 0
        while found := self._pattern.search(folded, at):
            at = found.start() + 1
            for key in self._longest_first:
                span = Span(places[found.start()].start, places[min(found.start() + len(key), len(places)) - 1].end)
                if not folded.startswith(key, found.start()) or not _apart(line, span):
                    continue
                if key in self._left or self._is_name(key, line, span):
                    at = found.start() + len(key)
                    if key not in self._left:
                        yield span
                    break

    def _is_name(self, key: str, line: str, span: Span) -> bool:
        """Whether a short word stands like a name: kana apart from other kana, Latin letters with the same capital."""
        if len(key) > SHORT:
            return True
        if _KANA.fullmatch(key):
            before, after = line[span.start - 1 : span.start], line[span.end :]
            goes_on = bool(_KANA.match(name_key(after[:1]))) and not after.startswith(_HONORIFICS)
            return not (goes_on or _KANA.match(name_key(before)))
        if key.isascii() and key.isalpha():
            return line[span.start].isupper() and self._written[key][:1].isupper()
        return True


def phrase_key(text: str) -> str:
    """A name or a text as they are compared: folded, without spaces, hyphens and underscores."""
    return name_key(text).replace(" ", "")


def _apart(line: str, span: Span) -> bool:
    """Whether a name in Latin letters (or a number) does not stand within a longer word."""
    before, after = line[span.start - 1 : span.start], line[span.end : span.end + 1]
    joined = before and is_latin_word(before) and is_latin_word(line[span.start])
    return not joined and not (after and is_latin_word(after) and is_latin_word(line[span.end - 1]))


def _folded(line: str) -> tuple[str, list[Span]]:
    """The line folded, and for each of its characters where it stands in the line."""
    folded: list[str] = []
    places: list[Span] = []
    start = 0
    while start < len(line):
        end = start + 1
        while end < len(line) and (line[end] in _SOUND_MARKS or category(line[end])[0] == "M"):
            end += 1
        for char in phrase_key(line[start:end]):
            folded.append(char)
            places.append(Span(start, end))
        start = end
    return "".join(folded), places
