"""A dated text -> a draft: what each line posts, what waits and why, and the text in canonical form.

Pure: names are asked of a `Names`, the day is an argument. Text is never refused: what cannot be posted waits.
"""

import re
from collections.abc import Iterable
from datetime import date

from networkjournal.capture.canonical import rewrite
from networkjournal.capture.kinds import Kinds
from networkjournal.capture.marks import Line, lines
from networkjournal.capture.mentions import Names, Token, after_honorific, tokens
from networkjournal.capture.post import Reading, mentions, post, waiting
from networkjournal.capture.values import Found, find_values
from networkjournal.lean import NamedTuple
from networkjournal.model.kind import OTHER
from networkjournal.model.posting import Draft, Named, Remark
from networkjournal.model.width import narrow

ROUNDS = 4
"""Writing in canonical form settles in one round; a text made to be awkward is given this many."""

_WANTED = {
    "given": frozenset({"weight", "minutes", "money", "on"}),
    "received": frozenset({"weight", "minutes", "money", "on"}),
    "settlement": frozenset({"on"}),
    "open": frozenset({"due", "done"}),
    "done": frozenset({"due", "done"}),
    "awaiting": frozenset({"due", "done"}),
    "dropped": frozenset({"due", "done"}),
    "result": frozenset({"money", "minutes"}),
}
_EXCHANGE = ("given", "received")
_BETWEEN = re.compile(r"\s*[、,・&]?\s*(?:と\s*)?(?=@)")
_KIND = re.compile(r"[\s、,]*([^:\n]{1,40}?)\s*:")
_PARTICLE = re.compile(r"(?:に|へ|から|より|と)[\s、]")
_NOTHING = Found((), (), ())


class _Round(NamedTuple):
    """One reading of a text and what the reading would write."""

    draft: Draft
    canonical: str


def read(text: str, day: date, names: Names, kinds: Kinds) -> Draft:
    """Read `text`, written on `day`. The draft's text is canonical, and the draft is what that text says."""
    for _ in range(ROUNDS):
        done = _read(text, day, names, kinds)
        if done.canonical == text:
            break
        text = done.canonical
    return done.draft


def _read(text: str, day: date, names: Names, kinds: Kinds) -> _Round:
    readings = tuple(read_line(line, day, names, kinds) for line in lines(text))
    events = _events_of_prose(readings)
    canonical = "\n".join(
        rewrite(reading.line.text, reading.tokens, reading.found.values, names) for reading in readings
    )
    draft = Draft(
        day,
        text,
        tuple(posting for reading in readings for posting in post(reading, day, events, kinds)),
        tuple(waits for reading in readings for waits in waiting(reading)),
        tuple(mention for reading in readings for mention in mentions(reading, events)),
        tuple(remark for reading in readings for remark in _remarks(reading)),
    )
    return _Round(draft, canonical)


def read_line(line: Line, day: date, names: Names, kinds: Kinds) -> Reading:
    """Read one line of a text: its mentions, its values, and for an exchange its counterparties and kind."""
    if line.fenced:
        return Reading(line, (), (), OTHER, line.start, _NOTHING)
    found = tokens(line.text, names)
    who: tuple[Token, ...] = ()
    kind, start = OTHER, line.start
    if line.mark in _EXCHANGE or line.mark == "settlement":
        who, start = _counterparties(line, found)
    if line.mark in _EXCHANGE:
        kind, start = _kind(line.text, start, kinds)
    wanted = _WANTED.get(line.mark)
    taken = ((0, start), *((token.start, token.end) for token in found))
    values = find_values(line.text, day, wanted, taken) if wanted else _NOTHING
    return Reading(line, found, who, kind, start, values)


def _counterparties(line: Line, found: Iterable[Token]) -> tuple[tuple[Token, ...], int]:
    """Give the mentions straight after the mark, and where what follows them begins."""
    at = {token.start: token for token in found if token.sign == "@"}
    plain = narrow(line.text)
    who: list[Token] = []
    here = end = line.start
    while here in at:
        who.append(at[here])
        end = after_honorific(plain, at[here].end)
        between = _BETWEEN.match(plain, end)
        here = between.end() if between else -1
    particle = _PARTICLE.match(plain, end) if who else None
    return tuple(who), particle.end() if particle else end


def _kind(text: str, start: int, kinds: Kinds) -> tuple[str, int]:
    found = _KIND.match(narrow(text), start)
    kind = kinds.named(text[found.start(1) : found.end(1)]) if found else None
    return (kind, found.end()) if found and kind else (OTHER, start)


def _events_of_prose(readings: Iterable[Reading]) -> tuple[Named, ...]:
    """Events named in prose; they hold for every marked line that names none itself."""
    named = (
        token.found[0]
        for reading in readings
        if reading.line.mark == "prose"
        for token in reading.tokens
        if token.sign == "%" and len(token.found) == 1
    )
    return tuple(dict.fromkeys(named))


def _remarks(reading: Reading) -> Iterable[Remark]:
    text, number = reading.line.text, reading.line.number
    for value in reading.found.repeated:
        yield Remark(number, "repeated_value", text[value.start : value.end])
    for start, end in reading.found.unread:
        yield Remark(number, "unread_date", text[start:end])
