"""A made-up journal of any size: the same records and texts for the same seed, skewed as a life is.

Promises that everything in it was posted by the program's own poster, so that `check` holds, and that the numbers asked
for are met to the unit. A quarter of the entries are about one person, who at full size has 25,000 exchanges. Refuses
to write into a file that is there. Runs under the Python in which the program is installed.
"""

import argparse
import itertools
import os
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from benchmarks import words
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength

TODAY = date(2026, 11, 20)
YEARS = 10
BATCH = 500
"""Entries posted in one step: one commit, and accounts summed once."""
FLATNESS = 12
"""Contact n is written about in proportion to 1 / (n + this)."""
BUSIEST = 4
"""One entry of so many has one exchange with the first contact."""


class Life:
    """What happens in the made-up journal, drawn from one stream of chance."""

    def __init__(self, seed: int) -> None:
        """The same seed draws the same life."""
        self._chance = random.Random(seed)

    def contacts(self, count: int) -> Iterator[Contact]:
        """People, no two with one name: three of five Japanese."""
        japanese = list(itertools.product(words.FAMILIES, words.GIVENS))
        english = list(itertools.product(words.FIRST, words.LAST))
        self._chance.shuffle(japanese)
        self._chance.shuffle(english)
        for n in range(count):
            if n % 5 < 3:
                (family, kana), (given, given_kana) = japanese.pop()
                yield self._contact(n, f"{family} {given}", f"{kana} {given_kana}")
            else:
                yield self._contact(n, " ".join(english.pop()), "")

    def _contact(self, n: int, name: str, reading: str) -> Contact:
        pick = self._chance.choice
        return Contact(
            name=name,
            reading=reading,
            organization=pick(words.PLACES) + pick(words.TRADES),
            title=pick(words.TITLES),
            emails=(Labelled(f"person{n}@example.com", "work"),),
            phones=(Labelled(f"03-5555-{n:05d}", "work"),),
            how_met=pick(words.EVENTS) if n % 3 == 0 else "",
            needs=(pick(words.NEEDS),) if n % 2 == 0 else (),
            can_give=(pick(words.DEEDS),) if n % 4 == 0 else (),
            tags=(pick(("care", "web", "地域", "friend")),) if n % 5 == 0 else (),
        )

    def texts(self, count: int, exchanges: int, contacts: Sequence[str], marks: Sequence[str]) -> Iterator[str]:
        """So many entries with so many exchanges between them; `contacts` are handles, `marks` goals and events."""
        heaviness = list(itertools.accumulate(1 / (n + FLATNESS) for n in range(1, len(contacts))))
        for n in range(count):
            wanted = exchanges * (n + 1) // count - exchanges * n // count
            lines = [self._prose(contacts, heaviness, marks)]
            if n % BUSIEST == 0 and wanted:
                lines.append(self._exchange(contacts[:1], marks))
                wanted -= 1
            while wanted > 0:
                size = min(wanted, self._chance.choice((1, 1, 2, 2, 3, 4)))
                with_whom = self._some(contacts, heaviness, size)
                lines.append(self._exchange(with_whom, marks))
                wanted -= len(with_whom)
            lines += self._rest(n, contacts, heaviness, marks)
            yield "\n".join(lines)

    def _some(self, contacts: Sequence[str], heaviness: Sequence[float], size: int) -> list[str]:
        """Different contacts, the first one left out."""
        drawn = {bisect(heaviness, self._chance.random() * heaviness[-1]) + 1 for _ in range(size)}
        return [contacts[n] for n in sorted(drawn)]

    def _prose(self, contacts: Sequence[str], heaviness: Sequence[float], marks: Sequence[str]) -> str:
        said = " ".join(self._chance.sample(words.PROSE, self._chance.randint(1, 3)))
        if self._chance.random() < 0.3:
            said += f" @{self._some(contacts, heaviness, 1)[0]} さんと。"
        return said + (f" {self._chance.choice(marks)} にて" if self._chance.random() < 0.1 else "")

    def _exchange(self, with_whom: Sequence[str], marks: Sequence[str]) -> str:
        chance, pick = self._chance.random, self._chance.choice
        kind = pick(words.KINDS)
        return " ".join(
            (
                pick(("->", "<-")),
                *(f"@{handle}" for handle in with_whom),
                f"{kind}: {pick(words.DEEDS)}" if kind else pick(words.DEEDS),
                *([f"{pick((10, 15, 20, 30, 45, 60, 90))}m"] if chance() < 0.4 else ()),
                *([f"*{pick((2, 3, 4, 5))}"] if chance() < 0.1 else ()),
                *([pick(marks)] if chance() < 0.3 else ()),
            )
        )

    def _rest(self, n: int, contacts: Sequence[str], heaviness: Sequence[float], marks: Sequence[str]) -> list[str]:
        """The lines that are no exchanges: most declared actions are done, and few people are called even."""
        chance, pick, lines = self._chance.random, self._chance.choice, list[str]()
        if chance() < 0.2:
            state = "[ ]" if chance() < 0.01 else "[x]"
            lines.append(f"{state} @{self._some(contacts, heaviness, 1)[0]} {pick(words.TASKS)} {n}")
        if chance() < 0.3:
            lines.append(f"! {pick(words.INSIGHTS)}")
        if chance() < 0.05:
            lines.append(f"= {pick(words.RESULTS)} ¥{self._chance.randint(1, 90)}000 {pick(marks)}")
        if chance() < 0.002:
            lines.append(f"<> @{self._some(contacts, heaviness, 1)[0]}")
        if n % 20_000 == 7:
            lines.append(f"-> @Nobody_Known_{n} info: {pick(words.DEEDS)}")
        return lines


def make(path: str, contacts: int, entries: int, exchanges: int, seed: int = 6) -> None:
    """Write such a journal into a new file at `path`. Raises `FileExistsError`."""
    if os.path.exists(path):
        raise FileExistsError(path)
    life, journal = Life(seed), Journal.open(path + ".part")
    try:
        marks = _records(journal, max(entries // 300, 6))
        handles = _people(journal, life, contacts)
        days = [TODAY - timedelta(days=(entries - 1 - n) * YEARS * 365 // entries) for n in range(entries)]
        _write(journal, zip(days, life.texts(entries, exchanges, handles, marks), strict=True))
    finally:
        journal.close()
    os.rename(path + ".part", path)


def _records(journal: Journal, events: int) -> list[str]:
    """Add goals, personas, strengths, offers and events; gives how texts name the goals and events."""
    marks = []
    with journal.step("import", "sample"):
        for title in words.GOALS:
            goal = journal.add_goal(Goal(title, measure="12"))
            journal.add_persona(Persona(goal.id, f"{title} の現場を知る人", fields=("介護",), found="勉強会"))
            marks.append(f"#{goal.handle}")
        for title in words.STRENGTHS:
            strength = journal.add_strength(Strength(title))
            journal.add_offer(Offer(f"{title} の話", strength.handle, minutes=30))
        for n in range(events):
            day = TODAY - timedelta(days=n * YEARS * 365 // events)
            title = f"{words.EVENTS[n % len(words.EVENTS)]} {day.isoformat()}"
            marks.append(f"%[{journal.add_event(Event(title, day, purpose='会う')).handle}]")
    return marks


def _people(journal: Journal, life: Life, count: int) -> list[str]:
    with journal.step("import", "sample"):
        return [journal.add_contact(contact).handle for contact in life.contacts(count)]


def _write(journal: Journal, dated: Iterator[tuple[date, str]]) -> None:
    while batch := list(itertools.islice(dated, BATCH)):
        with journal.step("import", "sample"):
            for day, text in batch:
                journal.poster.save(None, day, text)


def main(argv: Sequence[str] | None = None) -> None:
    """Make a journal, from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("path")
    parser.add_argument("--contacts", type=int, default=100)
    parser.add_argument("--entries", type=int, default=1_000)
    parser.add_argument("--exchanges", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=6)
    given = parser.parse_args(argv)
    make(given.path, given.contacts, given.entries, given.exchanges, given.seed)


if __name__ == "__main__":
    main()
