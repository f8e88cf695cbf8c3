"""A journal as a plain model: dictionaries, and sums by hand from the contract of the capture language.

It shares no code with the program: the lines are read by the few forms in which the state machine writes them.
"""

import re
from datetime import date
from typing import NamedTuple

LINE = re.compile(r"(?:- )?(->|<-|<>|\[ \]|\[x\]) ?(.*)")
WHO = re.compile(r"@(\w+) ?")
MENTION = re.compile(r"(?:^|(?<= ))@(\w+)")
KINDS = {"intro": 3000, "info": 1000, "情報": 1000, "help": 2000, "advice": 2000, "work": 4000, "": 1000}


class Person(NamedTuple):
    """Somebody in the file."""

    handle: str
    aliases: tuple[str, ...] = ()
    removed: bool = False
    merged: bool = False
    """Gone into another one: nothing stands for them any more."""


class Account(NamedTuple):
    """What is to be in the ledger of one person."""

    given: int = 0
    received: int = 0
    given_count: int = 0
    received_count: int = 0
    given_minutes: int = 0
    received_minutes: int = 0
    exchanges: int = 0
    first: str | None = None
    first_on: date | None = None
    last_on: date | None = None
    settled_on: date | None = None


class Passed(NamedTuple):
    """One exchange, in the order in which a register has them."""

    day: date
    entry: int
    line: int
    direction: str
    weight: int
    minutes: int


class State(NamedTuple):
    """All that there is."""

    people: dict[int, Person]
    entries: dict[int, tuple[date, str]]
    goals: dict[int, str]

    def copy(self) -> "State":
        """The same, to be changed by itself."""
        return State(dict(self.people), dict(self.entries), dict(self.goals))

    def who(self, token: str) -> int | None:
        """Whom a mention means: a handle stands for its bearer, gone or not, an alias only for whoever is there."""
        for number, person in self.people.items():
            if person.handle == token and not person.merged:
                return number
        for number, person in self.people.items():
            if token in person.aliases and not (person.removed or person.merged):
                return number
        return None

    def taken(self, token: str) -> bool:
        """Whether any record has this name."""
        return any(token == person.handle or token in person.aliases for person in self.people.values())

    def canonical(self, text: str) -> str:
        """A text as it is saved: who is known stands there by their handle."""

        def handle(found: re.Match[str]) -> str:
            number = self.who(found[1])
            return found[0] if number is None else f"@{self.people[number].handle}"

        return MENTION.sub(handle, text)

    def renamed(self, sign: str, old: str, new: str) -> None:
        """Write another handle in all texts."""
        for number, (day, text) in self.entries.items():
            said = re.sub(rf"(?:^|(?<= )){re.escape(sign + old)}(?!\w)", sign + new, text, flags=re.MULTILINE)
            self.entries[number] = (day, said)

    def read_again(self) -> None:
        """Names came or went: whoever is known by now stands in the texts by their handle."""
        for number, (day, text) in self.entries.items():
            self.entries[number] = (day, self.canonical(text))

    def waiting(self) -> int:
        """How many lines wait, each name by itself."""
        count = 0
        for _day, text in self.entries.values():
            for line in text.split("\n"):
                found = LINE.fullmatch(line)
                count += sum(self.who(token) is None for token in MENTION.findall(line))
                count += bool(found and found[1] in ("->", "<-", "<>") and not WHO.match(found[2]))
        return count

    def accounts(self) -> dict[int, Account]:
        """Every account, summed from all texts."""
        passed: dict[int, list[Passed]] = {number: [] for number in self.people}
        settled: dict[int, date] = {}
        for entry, (day, text) in self.entries.items():
            for number, line in enumerate(text.split("\n"), start=1):
                for who, one in self._posted(entry, number, day, line):
                    if isinstance(one, Passed):
                        passed[who].append(one)
                    else:
                        settled[who] = max(one, settled.get(who, one))
        return {number: _summed(sorted(found), settled.get(number)) for number, found in passed.items()}

    def _posted(self, entry: int, number: int, day: date, line: str) -> list[tuple[int, Passed | date]]:
        found = LINE.fullmatch(line)
        if found is None or found[1].startswith("[") or any(self.who(token) is None for token in MENTION.findall(line)):
            return []
        mark, rest = found.groups()
        people: list[int] = []
        while (one := WHO.match(rest)) is not None:
            who = self.who(one[1])
            assert who is not None
            people += [who] if who not in people else []
            rest = rest[one.end() :]
        on = re.search(r"on:(\d{4}-\d\d-\d\d)", rest)
        day = date.fromisoformat(on[1]) if on else day
        if mark == "<>":
            return [(who, day) for who in people]
        word = rest.split(":")[0] if rest.split(":")[0] in KINDS else ""
        weight = re.search(r"\*(\d+(?:\.\d)?)", rest)
        minutes = re.search(r"(?<= )(\d+)m\b", rest)
        worth = round(float(weight[1]) * 1000) if weight else KINDS[word]
        share, more = divmod(int(minutes[1]) if minutes else 0, len(people) or 1)
        direction = "given" if mark == "->" else "received"
        return [
            (who, Passed(day, entry, number, direction, worth, share + (more if who == people[0] else 0)))
            for who in people
        ]


def _summed(passed: list[Passed], settled: date | None) -> Account:
    live = [one for one in passed if settled is None or one.day > settled]
    given = [one for one in live if one.direction == "given"]
    received = [one for one in live if one.direction == "received"]
    return Account(
        sum(one.weight for one in given), sum(one.weight for one in received), len(given), len(received),
        sum(one.minutes for one in given), sum(one.minutes for one in received), len(passed),
        passed[0].direction if passed else None, passed[0].day if passed else None,
        max((one.day for one in passed), default=None), settled,
    )  # fmt: skip
