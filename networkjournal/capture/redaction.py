"""A text without someone: lines that are about nobody else go whole, elsewhere `…` stands where they stood.

Promises that what a line says of others stays true: their kind, weight, time and money are as before. Pure; who is who
is asked of a `Names` that still knows the person.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from networkjournal.capture.canonical import Place
from networkjournal.capture.grammar import read_line
from networkjournal.capture.kinds import Kinds
from networkjournal.capture.marks import Line, lines
from networkjournal.capture.mentions import Names, Token, after_honorific
from networkjournal.capture.post import Reading
from networkjournal.capture.values import Value
from networkjournal.lean import NamedTuple
from networkjournal.model.phrases import BLANK, Phrases
from networkjournal.model.width import narrow

_WITH = ("given", "received", "settlement")


class Redacted(NamedTuple):
    """A text with someone taken out of it."""

    text: str
    lines: int
    """How many lines went whole."""
    mentions: int
    """How many times `…` was put elsewhere."""
    places: Mapping[int, tuple[Place, ...]]
    """In lines that changed: where the mentions of others stand now. They have to be written so that they are read."""


class _Edit(NamedTuple):
    """A piece of a line to be written otherwise."""

    start: int
    end: int
    text: str


def redact(text: str, day: date, names: Names, kinds: Kinds, people: Collection[int], phrases: Phrases) -> Redacted:
    """Take the contacts of these ids out of a text; `phrases` are their names in plain prose."""
    written: list[str] = []
    whole = mentions = 0
    places: dict[int, tuple[Place, ...]] = {}
    for line in lines(text):
        reading = read_line(line, day, names, kinds)
        theirs = tuple(token for token in reading.tokens if _is_theirs(token, people))
        if _about_them_alone(reading, theirs):
            written.append(BLANK)
            whole += 1
            continue
        edits = tuple(_edits(reading, theirs, phrases))
        written.append(_applied(line.text, edits))
        mentions += sum(edit.text == BLANK or not edit.text for edit in edits)
        if edits:
            others = (token for token in reading.tokens if token not in theirs)
            places[line.number] = tuple(_moved(token, edits) for token in others if len(token.found) == 1)
    return Redacted("\n".join(written), whole, mentions, places)


def _is_theirs(token: Token, people: Collection[int]) -> bool:
    return token.sign == "@" and bool(token.found) and all(named.id in people for named in token.found)


def _about_them_alone(reading: Reading, theirs: Collection[Token]) -> bool:
    """Whether a line is posted, and nobody but them is whom it is posted with."""
    if reading.line.mark == "prose" or not theirs:
        return False
    people = reading.who if reading.line.mark in _WITH else tuple(t for t in reading.tokens if t.sign == "@")
    return bool(people) and all(token in theirs for token in people)


def _edits(reading: Reading, theirs: Collection[Token], phrases: Phrases) -> Iterator[_Edit]:
    """What to write otherwise, in the order of the line, no two in one place."""
    found = [*_without(reading, theirs), *_shares(reading, theirs)]
    found += [_Edit(token.start, token.end, BLANK) for token in theirs if token not in reading.who]
    linked = [(token.start, token.end) for token in reading.tokens if token.found]
    for start, end in phrases.spans(reading.line.text):
        if not any(start < stop and begin < end for begin, stop in linked):
            found.append(_Edit(start, end, BLANK))
    last = 0
    for edit in sorted(found):
        if edit.start >= last:
            yield edit
            last = edit.end


def _without(reading: Reading, theirs: Collection[Token]) -> Iterator[_Edit]:
    """Take them out from among the counterparties, with what joined them to the others."""
    who = reading.who
    kept = [place for place, token in enumerate(who) if token not in theirs]
    if len(kept) == len(who) or not kept:
        return
    plain = narrow(reading.line.text)
    for place in range(kept[-1]):
        if who[place] in theirs:
            yield _Edit(who[place].start, who[place + 1].start, "")
    if kept[-1] < len(who) - 1:
        yield _Edit(after_honorific(plain, who[kept[-1]].end), after_honorific(plain, who[-1].end), "")


def _shares(reading: Reading, theirs: Collection[Token]) -> Iterator[_Edit]:
    """Write time and money without their share, so that what is divided among the others stays what it was."""
    everyone = list(dict.fromkeys(token.found or token.name for token in reading.who))
    gone = {token.found for token in reading.who if token in theirs}
    if not gone or len(gone) == len(everyone):
        return
    for value in reading.found.values:
        if value.what in ("minutes", "money"):
            share, rest = divmod(value.number, len(everyone))
            shares = (share + rest, *((share,) * (len(everyone) - 1)))
            left = sum(part for whom, part in zip(everyone, shares, strict=True) if whom not in gone)
            yield _Edit(value.start, value.end, _written(value, left, reading.line) if left else "")


def _written(value: Value, number: int, line: Line) -> str:
    """An amount as the line wrote its own, in Japanese or with a sign."""
    text = line.text[value.start : value.end]
    if value.what == "minutes":
        return f"{number}分" if "分" in text or "時" in text else f"{number}m"
    if value.currency == "JPY":
        return f"{number}円" if "円" in text else f"¥{number}"
    sign = "$" if value.currency == "USD" else "€"
    return f"{sign}{number // 100}.{number % 100:02d}"


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    for edit in reversed(tuple(edits)):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _moved(token: Token, edits: Iterable[_Edit]) -> Place:
    shift = sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= token.start)
    return Place(token.sign, token.start + shift, token.end + shift, token.found[0])
