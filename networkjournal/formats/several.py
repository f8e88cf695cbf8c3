"""Several files brought in one step, each planned when those before it are there.

Promises all of them or nothing, and nothing written where there is nothing new; a rehearsal takes everything back.
Whoever is told how far it is may raise: then nothing was written.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from networkjournal.formats import mapping
from networkjournal.formats.item import Item, Plan
from networkjournal.formats.plan import apply, plan
from networkjournal.formats.records import Reading
from networkjournal.journal import Journal
from networkjournal.records import Rehearsed

Files = Sequence[tuple[str, Reading]]
"""Pairs of a format and what was read in it."""
Decide = Callable[[int, tuple[Item, ...]], tuple[Item, ...]]
"""What a person decides about the plan of a file, which is known by its place among the files."""
Phase = Literal["plan", "bring"]
Told = Callable[[Phase, int, int], None]
"""How far it is: what is being done, how many records are done, and how many there are."""


def silent(_phase: Phase, _done: int, _whole: int) -> None:
    """Tell nobody how far it is."""


def planned(journal: Journal, files: Files, decide: Decide, told: Told = silent) -> Plan:
    """The plan of all files. Several are brought one after the other and taken back: one may know whom another has."""
    first = _first(journal, files, decide, told)
    if len(files) < 2 or first.unreadable or not any(item.verdict == "new" for item in first.items):
        return first
    found = first
    try:
        with journal.step("import"):
            found = Plan(_one_by_one(journal, files, decide, "", told))
            raise Rehearsed
    except Rehearsed:
        return found


def bring(journal: Journal, files: Files, decide: Decide, name: str, told: Told = silent) -> Plan:
    """Bring all files in one step named after them; gives what was done."""
    made = _first(journal, files, decide, told)
    said = any(mapping.is_new(journal, reading.headings, reading.columns) for _, reading in files)
    if len(files) == 1 and not said:
        whole = len(made.items)
        apply(journal, made.items, name, lambda done: told("bring", done, whole))
        return made
    if not said and all(item.verdict in ("same", "unreadable") and not item.known for item in made.items):
        return made
    with journal.step("import", name):
        for _, reading in files:
            if mapping.is_new(journal, reading.headings, reading.columns):
                mapping.remember(journal, reading.headings, reading.columns)
        return Plan(_one_by_one(journal, files, decide, name, told))


def _first(journal: Journal, files: Files, decide: Decide, told: Told) -> Plan:
    """The plan of all files as if each came alone."""
    whole, done = sum(_length(reading) for _, reading in files), 0
    items: list[Item] = []
    for place, (format, reading) in enumerate(files):
        found: list[Item] = []
        for item in plan(journal, format, reading):
            done += 1
            told("plan", done, whole)
            found.append(item)
        items += decide(place, tuple(found))
    return Plan(tuple(items))


def _length(reading: Reading) -> int:
    return sum(map(len, (reading.contacts, reading.entries, reading.events, reading.own, reading.bad)))


def _one_by_one(journal: Journal, files: Files, decide: Decide, name: str, told: Told) -> tuple[Item, ...]:
    whole, done = sum(_length(reading) for _, reading in files), list[Item]()
    for place, (format, reading) in enumerate(files):
        items, before = decide(place, tuple(plan(journal, format, reading))), len(done)
        apply(journal, items, name, lambda more, before=before: told("bring", before + more, whole))  # type: ignore[misc]
        done += items
    return tuple(done)
