"""A line read -> what it posts, what waits, and what it mentions. One function per kind of line."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from networkjournal.capture.kinds import Kinds
from networkjournal.capture.marks import Line
from networkjournal.capture.mentions import Token
from networkjournal.capture.values import Found, Value
from networkjournal.lean import NamedTuple
from networkjournal.model.action import action_key
from networkjournal.model.posting import (
    Action,
    ActionState,
    Direction,
    Exchange,
    Insight,
    Mention,
    Named,
    Posting,
    Result,
    Role,
    Settlement,
    Sign,
    Waiting,
)

_STATES: Mapping[str, ActionState] = {"open": "open", "done": "done", "awaiting": "awaiting", "dropped": "dropped"}
_DIRECTIONS: Mapping[str, Direction] = {"given": "given", "received": "received"}


class Reading(NamedTuple):
    """A line with its mentions and values found."""

    line: Line
    tokens: tuple[Token, ...]
    who: tuple[Token, ...]
    """The counterparties: mentions straight after the mark."""
    kind: str
    start: int
    """Where the words begin, after counterparties and kind."""
    found: Found

    def value(self, what: str) -> Value | None:
        """The value of that sort, where the line has one."""
        return next((value for value in self.found.values if value.what == what), None)

    def linked(self, sign: Sign, but: Iterable[Token] = ()) -> tuple[Named, ...]:
        """Whom the line's linked mentions of this sign stand for, each once, in order."""
        left_out = set(but)
        tokens = (token for token in self.tokens if token.sign == sign and token not in left_out)
        return tuple(dict.fromkeys(token.found[0] for token in tokens if len(token.found) == 1))

    def words(self) -> str:
        """What is left when values and the links at the end are taken out."""
        cut = sorted([*((value.start, value.end) for value in self.found.values)])
        end = self._end_of_words(cut)
        text, pieces, here = self.line.text, [], self.start
        for start, stop in cut:
            if start < end:
                pieces.append(text[here:start])
                here = stop
        pieces.append(text[here:end])
        return " ".join("".join(pieces).split())

    def _end_of_words(self, cut: list[tuple[int, int]]) -> int:
        text = self.line.text
        removable = {stop: start for start, stop in cut}
        removable.update({token.end: token.start for token in self.tokens if token.sign != "@"})
        end = len(text.rstrip())
        while end in removable and removable[end] >= self.start:
            end = max(len(text[: removable[end]].rstrip()), self.start)
        return end


def waiting(reading: Reading) -> Iterator[Waiting]:
    """Say why a line waits, once per reason; nothing where it can be posted."""
    number = reading.line.number
    if reading.line.mark in ("given", "received", "settlement") and not reading.who:
        yield Waiting(number, reading.line.start, "no_counterparty", "")
    for token in reading.tokens:
        if len(token.found) > 1:
            yield Waiting(number, token.start, "ambiguous", token.name, token.found)
        elif not token.found and token.sign == "@":
            yield Waiting(number, token.start, "unknown", token.name)


def mentions(reading: Reading, events: tuple[Named, ...]) -> Iterator[Mention]:
    """Give all mentions of a line, and for a marked line that names no event, those of the prose."""
    line = reading.line
    for token in reading.tokens:
        target = token.found[0] if len(token.found) == 1 else None
        yield Mention(line.number, token.start, token.sign, target, token.name, _role(token, reading))
    if line.mark != "prose" and not reading.linked("%"):
        for number, event in enumerate(events, 1):
            yield Mention(line.number, -number, "%", event, "", "inherited")


def _role(token: Token, reading: Reading) -> Role:
    if reading.line.mark == "prose":
        return "prose"
    if token.sign != "@":
        return "link"
    return "who" if token in reading.who or reading.line.mark in _STATES else "third"


def post(reading: Reading, day: date, events: tuple[Named, ...], kinds: Kinds) -> Iterator[Posting]:
    """Give what a line posts. A line that waits posts nothing."""
    mark, number = reading.line.mark, reading.line.number
    if mark == "prose" or next(waiting(reading), None) is not None:
        return
    if mark in _DIRECTIONS:
        yield from _exchanges(reading, day, events, kinds)
    elif mark == "settlement":
        on = reading.value("on")
        for contact in dict.fromkeys(token.found[0] for token in reading.who):
            yield Settlement(number, contact, on.day if on and on.day else day)
    elif mark in _STATES:
        yield _action(reading, day)
    elif mark == "insight":
        yield Insight(number, reading.linked("@"), reading.linked("#"), reading.words())
    else:
        money, minutes = reading.value("money"), reading.value("minutes")
        yield Result(
            number,
            reading.linked("#"),
            reading.linked("@"),
            money.number if money else None,
            money.currency if money else None,
            minutes.number if minutes else None,
            reading.words(),
        )


def _exchanges(reading: Reading, day: date, events: tuple[Named, ...], kinds: Kinds) -> Iterator[Exchange]:
    """One exchange per counterparty: each with the full weight, time and money divided among them."""
    contacts = tuple(dict.fromkeys(token.found[0] for token in reading.who))
    weight, on, money = reading.value("weight"), reading.value("on"), reading.value("money")
    minutes = _shares(reading.value("minutes"), len(contacts))
    amounts = _shares(money, len(contacts))
    for contact, share, amount in zip(contacts, minutes, amounts, strict=True):
        yield Exchange(
            line=reading.line.number,
            direction=_DIRECTIONS[reading.line.mark],
            contact=contact,
            kind=reading.kind,
            weight=weight.number if weight else kinds.weight(reading.kind),
            weighed=weight is not None,
            minutes=share,
            money=amount,
            currency=money.currency if money else None,
            on=on.day if on and on.day else day,
            goals=reading.linked("#"),
            events=reading.linked("%") or events,
            strengths=reading.linked("+"),
            third_parties=reading.linked("@", reading.who),
            words=reading.words(),
        )


def _shares(value: Value | None, count: int) -> tuple[int | None, ...]:
    """Divide evenly; what does not divide goes to the first, so that the sum stays true."""
    if value is None:
        return (None,) * count
    share, rest = divmod(value.number, count)
    return share + rest, *((share,) * (count - 1))


def _action(reading: Reading, day: date) -> Action:
    due, done = reading.value("due"), reading.value("done")
    state = _STATES[reading.line.mark]
    words = reading.words()
    return Action(
        line=reading.line.number,
        state=state,
        due=due.day if due else None,
        done=(done.day if done and done.day else day) if state == "done" else None,
        contacts=reading.linked("@"),
        goals=reading.linked("#"),
        words=words,
        key=action_key(words),
    )
