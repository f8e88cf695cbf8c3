"""What is behind a figure of an account: the records that it is the sum of, or the page of one."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from networkjournal import mirror
from networkjournal.account_parts import Key
from networkjournal.i18n import _
from networkjournal.journal import Journal
from networkjournal.model.budget import VOUCHED
from networkjournal.model.event import Event
from networkjournal.model.exchange import Which
from networkjournal.model.finding import Finding
from networkjournal.model.line import PostedLine
from networkjournal.model.period import Period
from networkjournal.reports import records
from networkjournal.reports.records import Record, Records
from networkjournal.reports.review import Review
from networkjournal.store.flows import Flows
from networkjournal.store.spans import Spans
from networkjournal.tui.screens.places import Place

MOST = 500
"""So many actions are listed at most."""


class Listed(NamedTuple):
    """Records to list, under a title that names nobody."""

    title: str
    read: Callable[[], Records]


Behind = Place | Listed | None


class Behinds:
    """Finds what is behind the figures of one review."""

    def __init__(self, journal: Journal, made: Review) -> None:
        """`made` is what is shown."""
        self._journal, self._made, self._period = journal, made, made.period

    def of(self, key: Key) -> Behind:
        """What is behind a key; `None` for nothing."""
        match key:
            case ("goal" | "event" as kind, int(record)):
                return Place(kind, record)
            case ("action" | "line", int(entry), int(_line)):
                return Place("entry", entry)
            case ("budget", int(_budget)):
                return Place("budgets")
            case ("insights" | "results" as what, None):
                return Place("insights") if what == "insights" else self._lines("results", None)
            case ("given" | "received" as way,):
                title = _("Given") if way == "given" else _("Received")
                return self._exchanges(title, Which(direction="given" if way == "given" else "received"))
            case ("days", date() as since, date() as until):
                return self._exchanges(f"{since} – {until}", Which(since=since, until=until))
            case ("contact", int(contact)):
                return self._exchanges(_("Exchanges"), Which(contact=contact))
            case ("at", int(event)):
                which = Which(event=event)
                return Listed(_("Exchanges"), lambda: records.exchanges(self._journal, which))
            case ("first" | "began" as what,):
                return self._first(what == "began")
            case ("spent", str(what), goal, date() as since, date() as until):
                return spent_on(self._journal, what, goal, Period("span", since, until), self._made.today)
            case ("finding", int(number)) if number < len(self._made.findings):
                return evidence(self._journal, self._made.findings[number])
            case ("actions", str(what)):
                return self._actions(what)
            case ("done",):
                return self._actions("kept")
            case (str(what), int(goal)):
                return self._for_goal(what, goal)
        return None

    def _exchanges(self, title: str, which: Which) -> Listed:
        if which.since is None:
            which = which._replace(since=self._period.start, until=self._period.end)
        return Listed(title, lambda: records.exchanges(self._journal, which))

    def _lines(self, what: str, goal: int | None) -> Listed:
        title = _("Results") if what == "results" else _("Insights")
        kind: Any = "result" if what == "results" else "insight"
        return Listed(title, lambda: records.within(self._journal, kind, self._period, goal))

    def _first(self, began: bool) -> Listed:
        """The people to whom one gave first."""
        ids = [one.contact_id for one in self._made.relationships
               if one.first == "given" and (not began or self._period.contains(one.first_on))]  # fmt: skip
        return Listed(_("You gave first"), lambda: records.people(self._journal, ids))

    def _for_goal(self, what: str, goal: int) -> Behind:
        journal, period = self._journal, self._period
        if what in ("insights", "results"):
            return self._lines(what, goal)
        if what == "strengths":
            spans = Spans(journal.books.connection)
            return Listed(
                _("Strengths"), lambda: records.some_entries(journal, spans.strength_entries(period, goal))
            )
        if what == "met":
            return Listed(_("People newly met"), lambda: records.people(journal, self._met(goal)))
        which = Which(goal=goal or None, aimless=not goal)
        kinds = {"introductions": ("introduction",), "referrals": ("referral",)}.get(what, ())
        return self._exchanges(_("Exchanges"), which._replace(kinds=kinds))

    def _met(self, goal: int) -> Iterable[int]:
        flows = Flows(self._journal.books.connection)
        by_goal = flows.met_by_goals(self._period)
        if goal:
            return by_goal.get(goal, frozenset())
        return frozenset(flows.met_ids(self._period)).difference(*by_goal.values())

    def _actions(self, what: str) -> Listed:
        spans, period, today = Spans(self._journal.books.connection), self._period, self._made.today

        def read() -> Records:
            if what == "kept":
                return records.actions(spans.kept(period, MOST))
            states = {"open": ("open",), "awaiting": ("awaiting",), "dropped": ("dropped",), "done": ("done",),
                      "overdue": ("open", "awaiting")}.get(what, ())  # fmt: skip
            found = spans.declared(period, MOST, states)
            return records.actions([one for one in found if what != "overdue" or one.overdue(today)])

        return Listed(_("What you declared, and what came of it") if what != "kept" else _("Kept"), read)


def spent_on(journal: Journal, what: str, goal: object, period: Period, today: date) -> Listed:
    """What time, money or trust went into; `goal` is a handle, empty for everything, `None` for no goal."""
    goals = {one.handle: one.id for one in journal.books.goals.all()}
    which = Which(since=period.start, until=period.end)
    if goal is None:
        which = which._replace(aimless=True)
    elif goal:
        which = which._replace(goal=goals.get(str(goal), -1))
    if what == "money":
        which = which._replace(direction="given", paid=True)
    elif what == "trust":
        which = which._replace(direction="given", kinds=VOUCHED)

    def counts(event: Event) -> bool:
        """Whether an event took of it."""
        served = any(one in goals for one in event.goals) if goal is None else goal in event.goals
        meant = not goal and goal is not None
        right = not served if goal is None else served or meant
        took = event.cost if what == "money" else event.minutes if what == "time" else event.cost or event.minutes
        return period.contains(event.on) and event.on <= today and right and bool(took) and what != "trust"

    title = {"time": _("Time"), "money": _("Money"), "trust": _("Vouched for")}.get(what, _("What it took"))
    return Listed(
        title, lambda: records.spent(journal, which, [one for one in journal.books.events.all() if counts(one)])
    )


def evidence(journal: Journal, found: Finding) -> Behind:
    """The records behind a finding; the page of a persona, which is its own record."""
    if found.kind == "persona":
        return Place("persona", found.id)

    def read() -> Records:
        listed = [record for record in (_record(journal, *one[:3]) for one in found.evidence) if record]
        return Records(len(listed), lambda skip, most: listed[skip : skip + most])

    return Listed(mirror.name_of(found.code), read)


def _record(journal: Journal, kind: str, record: int, line: int) -> Record | None:
    books = journal.books
    try:
        if kind == "event":
            return books.events.get(record)
        if kind == "contact":
            return books.ledger.account(record)
    except KeyError:
        return None
    entry = books.entries.get(record) if kind == "entry" else None
    if entry is None or not line:
        return entry
    lines = entry.text.split("\n")
    return PostedLine(entry.day, entry.id, line, lines[line - 1] if line <= len(lines) else "")
