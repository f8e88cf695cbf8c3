"""The plan of an import as the screen shows it: its lines, what was decided about them, and what they come to.

Made and applied in a thread, by a journal opened for it; the values are handed over. Draws nothing.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from networkjournal.formats import mapping, read_path
from networkjournal.formats.asked import Asked, Columns
from networkjournal.formats.decisions import Decision, Decisions, Line, choices, lines_decided, one_decided
from networkjournal.formats.item import Item, Plan, Verdict
from networkjournal.formats.known import Known
from networkjournal.formats.records import ContactRecord, Reading
from networkjournal.formats.several import Told, bring, planned
from networkjournal.journal import Journal


class File(NamedTuple):
    """A file that was read."""

    path: str
    format: str
    reading: Reading

    @property
    def name(self) -> str:
        """What it is called in its folder."""
        return self.path.rstrip("/").rsplit("/", 1)[-1]


class Planned(NamedTuple):
    """A line of the plan."""

    line: Line
    item: Item
    joined: Item | None = None
    """What it is, taken for the one it may be."""

    def as_decided(self, decision: Decision | None) -> Item:
        """The record with what was said of it."""
        if decision == "join" and self.joined is not None:
            return self.joined
        if decision is None or decision == "join":
            return self.item
        return one_decided(self.item, _nobody, decision)

    @property
    def choices(self) -> tuple[Decision, ...]:
        """What can be said of it."""
        return choices(self.item)

    @property
    def doubtful_person(self) -> bool:
        """Whether it is somebody of whom only the person can say who it is."""
        return self.item.verdict == "doubtful" and isinstance(self.item.record, ContactRecord)


Lines = tuple[Planned, ...]


def _nobody() -> Known:
    raise AssertionError("only joining asks whom one knows")


def read(journal: Journal, path: str, today: date, columns: Columns, _told: Told) -> File:
    """Read a file. Raises `Invalid` as `read_path` does: `unmapped` for a table whose columns nobody knows."""
    with journal.beside() as other:
        asked = Asked(today, columns, lambda headings: mapping.recall(other, headings))
        format, reading = read_path(path, "csv" if columns else None, asked)
    return File(path, format, reading)


def plan(journal: Journal, files: tuple[File, ...], told: Told) -> Lines:
    """Compare what was read with the journal. Nothing is written."""
    found: dict[int, Lines] = {}
    with journal.beside() as other:
        before, other.before_big = other.before_big, None  # a plan of several files is tried out and taken back

        def look(file: int, items: tuple[Item, ...]) -> tuple[Item, ...]:
            known = cache(lambda: Known(other, items[0].format, frozenset()))
            found[file] = tuple(
                Planned(Line(file, n), item, one_decided(item, known, "join") if item.verdict == "doubtful" else None)
                for n, item in enumerate(items)
            )
            return items

        try:
            planned(other, [(file.format, file.reading) for file in files], look, told)
        finally:
            other.before_big = before
    return tuple(line for file in sorted(found) for line in found[file])


def carry_out(journal: Journal, files: tuple[File, ...], decisions: Decisions, told: Told) -> Plan:
    """Bring the files in one step, as it was decided. Whoever is told may raise: nothing is written then."""
    with journal.beside() as other:
        before, other.source = other.source, "import"
        try:
            decide: Callable[[int, tuple[Item, ...]], tuple[Item, ...]]
            decide = lambda file, items: lines_decided(other, file, items, decisions)  # noqa: E731
            read = [(file.format, file.reading) for file in files]
            return bring(other, read, decide, ", ".join(file.name for file in files), told)
        finally:
            other.source = before


def counted(lines: Lines) -> Mapping[Verdict, int]:
    """How many lines have which verdict."""
    return Counter(line.item.verdict for line in lines)


def undecided(lines: Lines, decisions: Decisions) -> tuple[Line, ...]:
    """Those of whom only the person can say who they are, and did not."""
    return tuple(line.line for line in lines if line.doubtful_person and line.line not in decisions)


def writes(lines: Lines, decisions: Decisions) -> bool:
    """Whether anything would be written that one could see."""
    verdicts = (line.as_decided(decisions.get(line.line)).verdict for line in lines)
    return any(verdict in ("new", "changed", "doubtful") for verdict in verdicts)


def samples(values: tuple[str, ...], most: int = 3) -> str:
    """Some different values of a column, to tell what it holds."""
    told = dict.fromkeys(" ".join(value.split()) for value in values if value.strip())
    return " · ".join(list(told)[:most])
