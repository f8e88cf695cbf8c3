"""Several files brought in one step, each planned when those before it are there.

Promises all of them or nothing, and nothing written where there is nothing new; a rehearsal takes everything back.
"""

from collections.abc import Callable, Sequence

from networkjournal.formats import mapping
from networkjournal.formats.item import Item, Plan
from networkjournal.formats.plan import apply, plan
from networkjournal.formats.records import Reading
from networkjournal.journal import Journal
from networkjournal.records import Rehearsed

Files = Sequence[tuple[str, Reading]]
"""Pairs of a format and what was read in it."""
Decide = Callable[[str, tuple[Item, ...]], tuple[Item, ...]]
"""What a person decides about the plan of a file in a format."""


def planned(journal: Journal, files: Files, decide: Decide) -> Plan:
    """The plan of all files. Several are brought one after the other and taken back: one may know whom another has."""
    first = Plan(tuple(item for format, reading in files for item in _items(journal, format, reading, decide)))
    if len(files) < 2 or first.unreadable or not any(item.verdict == "new" for item in first.items):
        return first
    found = first
    try:
        with journal.step("import"):
            found = Plan(_one_by_one(journal, files, decide, ""))
            raise Rehearsed
    except Rehearsed:
        return found


def bring(journal: Journal, files: Files, decide: Decide, name: str) -> Plan:
    """Bring all files in one step named after them; gives what was done."""
    made = Plan(tuple(item for format, reading in files for item in _items(journal, format, reading, decide)))
    said = any(mapping.is_new(journal, reading.headings, reading.columns) for _, reading in files)
    if len(files) == 1 and not said:
        apply(journal, made.items, name)
        return made
    if not said and all(item.verdict in ("same", "unreadable") and not item.known for item in made.items):
        return made
    with journal.step("import", name):
        for _, reading in files:
            if mapping.is_new(journal, reading.headings, reading.columns):
                mapping.remember(journal, reading.headings, reading.columns)
        return Plan(_one_by_one(journal, files, decide, name))


def _one_by_one(journal: Journal, files: Files, decide: Decide, name: str) -> tuple[Item, ...]:
    done: list[Item] = []
    for format, reading in files:
        items = _items(journal, format, reading, decide)
        apply(journal, items, name)
        done += items
    return tuple(done)


def _items(journal: Journal, format: str, reading: Reading, decide: Decide) -> tuple[Item, ...]:
    return decide(format, tuple(plan(journal, format, reading)))
