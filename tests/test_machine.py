"""Anything in any order, from two programs in turns: the ledger equals a plain model of it after every step.

A few runs here; `make machine` makes them many and long.
"""

import os
import shutil
import tempfile
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from networkjournal.formats.plan import apply, plan
from networkjournal.formats.records import ContactRecord, EntryRecord, Reading, digest_of
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.entry import Entry
from networkjournal.model.goal import Goal
from tests.plain_ledger import LINE, MENTION, WHO, Account, Person, State

DAY = date(2026, 11, 20)
NAMES = ("Ann", "Bob", "Cyd", "Dora", "Emil", "花子", "太郎", "次郎", "由美")
"""None begins like another, so that what a mention means depends on nothing but who bears the name."""
GOALS = ("clinic", "在宅", "web")
SETTINGS = {
    "short": settings(max_examples=8, stateful_step_count=25, deadline=None),
    "long": settings(max_examples=300, stateful_step_count=60, deadline=None, derandomize=False, print_blob=True),
}

people = st.sampled_from(NAMES)
texts = st.lists(
    st.one_of(
        st.builds(
            lambda mark, who, kind, more: f"{mark} {' '.join(f'@{name}' for name in who)} {kind}{more}",
            st.sampled_from(["->", "<-", "- ->", "- <-"]),
            st.lists(people, min_size=1, max_size=3),
            st.sampled_from(["info: words", "intro: words", "help: words", "情報: 話", "work: words", "words"]),
            st.sampled_from(["", " *2", " *0.5", " 31m", " 60m *3", " on:2026-11-02", " #clinic", " with @Ann there"]),
        ),
        people.map(lambda name: f"<> @{name} even"),
        people.map(lambda name: f"<> @{name} on:2026-11-10"),
        people.map(lambda name: f"met @{name} today #在宅"),
        st.sampled_from(["-> info: to nobody yet", "plain words", "! learned #web"]),
    ),
    min_size=1,
    max_size=4,
).map("\n".join)
days = st.integers(-20, 20).map(lambda n: DAY + timedelta(n))
places = st.integers(0, 30)


class Everything(RuleBasedStateMachine):
    """One file, two programs."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp(prefix="networkjournal-test-")
        path = os.path.join(self.folder, "journal.db")
        self.hands = [Journal.open(path), Journal.open(path)]
        self.turn = 0
        self.state = State({}, {}, {})
        self.past: list[State] = []
        self.future: list[State] = []
        self.count = 0

    def teardown(self) -> None:
        try:
            assert self.journal.check().differences == ()
        finally:
            for hand in self.hands:
                hand.close()
            shutil.rmtree(self.folder)

    @property
    def journal(self) -> Journal:
        """Whoever's turn it is."""
        return self.hands[self.turn]

    @initialize()
    def begin(self) -> None:
        for name in NAMES[:3]:
            self.meet(name, name)

    def one_of(self, numbers: Any, place: int) -> int | None:  # noqa: ANN401 - any collection
        found = sorted(numbers)
        return found[place % len(found)] if found else None

    def live(self) -> list[int]:
        return [number for number, person in self.state.people.items() if not (person.removed or person.merged)]

    def step(self) -> "Step":
        """What changes inside can be taken back, if the journal says that it was a change."""
        return Step(self)

    # texts

    @rule(text=texts, day=days)
    def write(self, text: str, day: date) -> None:
        with self.step() as state:
            saved = self.journal.capture(text, day).entry
            assert saved is not None
            state.entries[saved.id] = (day, state.canonical(text))

    @rule(place=places, text=texts, day=days)
    def edit(self, place: int, text: str, day: date) -> None:
        entry = self.one_of(self.state.entries, place)
        if entry is not None:
            with self.step() as state:
                self.journal.edit_entry(Entry(entry, day, text), seen=self.journal.entry(entry))
                state.entries[entry] = (day, state.canonical(text))

    @rule(place=places)
    def remove(self, place: int) -> None:
        entry = self.one_of(self.state.entries, place)
        if entry is not None:
            with self.step() as state:
                self.journal.remove_entry(entry)
                del state.entries[entry]

    @rule(who=people, day=days)
    def keep_a_promise(self, who: str, day: date) -> None:
        self.count += 1
        with self.step() as state:
            saved = self.journal.capture(f"[ ] @{who} promise {self.count}", day).entry
            assert saved is not None
            state.entries[saved.id] = (day, state.canonical(saved.text))
        standing = [a for a in self.journal.books.actions.standing() if a.words.endswith(f"promise {self.count}")]
        for action in standing:
            with self.step() as state:
                self.journal.mark_action(action, "done", DAY)
                state.entries[saved.id] = (day, f"{saved.text} done:{DAY}".replace("[ ]", "[x]"))

    # people

    @rule(name=people, twice=people)
    def meet(self, name: str, twice: str) -> None:
        if not self.state.taken(name):
            with self.step() as state:
                added = self.journal.add_contact(Contact(name))
                state.people[added.id] = Person(name)
                state.read_again()

    @rule(place=places, name=people)
    def rename(self, place: int, name: str) -> None:
        who = self.one_of(self.live(), place)
        if who is not None and not self.state.taken(name):
            with self.step() as state:
                seen = self.journal.books.contacts.get(who)
                self.journal.change_contact(seen._replace(name=name, family="", given=""), seen)
                state.renamed("@", state.people[who].handle, name)
                state.people[who] = state.people[who]._replace(handle=name)
                state.read_again()

    @rule(place=places)
    def part(self, place: int) -> None:
        who = self.one_of(self.live(), place)
        if who is not None:
            with self.step() as state:
                self.journal.remove_contact(self.journal.books.contacts.get(who))
                state.people[who] = state.people[who]._replace(removed=True)

    @rule(place=places, archived=st.booleans())
    def archive(self, place: int, archived: bool) -> None:
        who = self.one_of(self.live(), place)
        if who is not None:
            with self.step():
                self.journal.archive_contact(self.journal.books.contacts.get(who), archived)

    @rule(one=places, other=places)
    def merge(self, one: int, other: int) -> None:
        kept, absorbed = self.one_of(self.live(), one), self.one_of(self.live(), other)
        if kept is not None and absorbed is not None and kept != absorbed:
            with self.step() as state:
                contacts = self.journal.books.contacts
                self.journal.merge_contacts(contacts.get(kept), contacts.get(absorbed))
                gone, stays = state.people[absorbed], state.people[kept]
                state.renamed("@", gone.handle, stays.handle)
                state.people[absorbed] = gone._replace(merged=True, aliases=())
                state.people[kept] = stays._replace(aliases=(*stays.aliases, gone.handle, *gone.aliases))
                state.read_again()

    @rule(place=places)
    def forget(self, place: int) -> None:
        """It cannot be taken back, so nothing before it can; nobody else's account moves."""
        who = self.one_of(self.live(), place)
        if who is None:
            return
        before = self.state.accounts()
        self.journal.forget_contact(self.journal.books.contacts.get(who))
        merged = {number for number, person in self.state.people.items() if person.merged}
        gone = {number for number in self.state.people if not self.journal.books.contacts.there(number)}
        assert who in gone and gone <= {who} | merged
        for number in self.state.people.keys() - gone:
            assert self.account(number) == before[number]
        for number in gone:
            del self.state.people[number]
        for entry, (_day, text) in list(self.state.entries.items()):
            if self.journal.entry(entry).text != text:  # it says `…` now
                self.journal.remove_entry(entry)
                del self.state.entries[entry]
        self.past.clear()
        self.future.clear()

    # what waits, and goals

    @rule(place=places, other=places, create=st.booleans())
    def settle(self, place: int, other: int, create: bool) -> None:
        waiting = [line for line in self.journal.inbox() if line.reason == "unknown"]
        who = self.one_of(self.live(), other)
        if not waiting or (who is None and not create):
            return
        line = waiting[place % len(waiting)]
        with self.step() as state:
            if create:
                self.journal.settle(line.number)
                made = self.journal.find("contact", line.name)
                state.people[made.id] = Person(line.name)
            else:
                assert who is not None
                handle = state.people[who].handle
                self.journal.settle(line.number, handle)
                day, text = state.entries[line.entry]
                lines = text.split("\n")
                old = lines[line.line - 1]
                lines[line.line - 1] = f"{old[: line.at]}@{handle}{old[line.at + 1 + len(line.name) :]}"
                state.entries[line.entry] = (day, "\n".join(lines))
            state.read_again()

    @rule(name=st.sampled_from(GOALS), new=st.sampled_from(GOALS))
    def aim(self, name: str, new: str) -> None:
        known = {handle: number for number, handle in self.state.goals.items()}
        if name not in known:
            with self.step() as state:
                state.goals[self.journal.add_goal(Goal(name, name)).id] = name
        elif new not in known:
            with self.step() as state:
                seen = self.journal.books.goals.get(known[name])
                self.journal.change_goal(seen._replace(title=new, handle=new), seen)
                state.goals[known[name]] = new
                state.renamed("#", name, new)

    # from elsewhere

    @rule(name=people, text=texts, day=days, again=st.booleans())
    def bring(self, name: str, text: str, day: date, again: bool) -> None:
        self.count += 1
        contacts = () if self.state.taken(name) else (
            ContactRecord("card 1", Contact(name), f"uid-{self.count}", f"digest-{self.count}"),
        )  # fmt: skip
        text = f"{text}\nnote {self.count}"
        reading = Reading(contacts, (EntryRecord("a", f"note-{self.count}", day, text, digest_of(text)),))
        with self.step() as state:
            apply(self.journal, tuple(plan(self.journal, "markdown", reading)), "notes")
            for _record in contacts:
                state.people[self.journal.find("contact", name).id] = Person(name)
            state.read_again()
            (entry,) = {e.id for e in self.journal.books.entries.all()} - state.entries.keys()
            state.entries[entry] = (day, state.canonical(text))
        if again:
            before = self.journal.books.history.count()
            found = tuple(plan(self.hands[1 - self.turn], "markdown", reading))
            assert {item.verdict for item in found} == {"same"}
            apply(self.journal, found, "notes")
            assert self.journal.books.history.count() == before

    # back and forth

    @rule()
    def undo(self) -> None:
        if not self.past:
            return
        assert self.journal.undo() is not None
        self.future.append(self.state)
        self.state = self.past.pop()

    @rule()
    def redo(self) -> None:
        if not self.future:
            assert self.past == [] or self.journal.books.history.to_redo() is None
            return
        assert self.journal.redo() is not None
        self.past.append(self.state)
        self.state = self.future.pop()

    @precondition(lambda self: self.past)
    @rule()
    def there_and_back(self) -> None:
        """Undoing and doing again is as if nothing had been, to the last column."""
        before = self.image()
        self.journal.undo()
        self.hands[1 - self.turn].redo()
        assert self.image() == before

    @rule()
    def repost(self) -> None:
        before = self.image()
        self.journal.repost()
        assert self.image() == before

    @rule()
    def check(self) -> None:
        assert self.journal.check().differences == ()

    @rule()
    def close_and_open(self) -> None:
        self.journal.close()
        self.hands[self.turn] = Journal.open(self.journal.path)

    @rule()
    def hand_over(self) -> None:
        self.turn = 1 - self.turn

    # what has to be so

    def account(self, who: int) -> Account:
        found = self.hands[1 - self.turn].books.ledger.account(who)
        return Account(*(getattr(found, field) for field in Account._fields))

    def image(self) -> dict[str, list[Any]]:
        tables = ("contacts", "goals", "entries", "sources", "mentions", "exchanges", "settlements", "actions",
                  "insights", "results", "names")  # fmt: skip
        ask = self.journal.books.connection.execute
        found = {table: sorted(ask(f"select * from {table}").fetchall(), key=repr) for table in tables}
        found["accounts"] = sorted(ask("select * from accounts where exchanges or settled_on is not null"), key=repr)
        return found | {"waiting": sorted(row[1:] for row in ask("select * from waiting"))}

    @invariant()
    def the_ledger_equals_the_model(self) -> None:
        other = self.hands[1 - self.turn]
        assert {entry.id: (entry.day, entry.text) for entry in other.books.entries.all()} == self.state.entries
        for who, account in self.state.accounts().items():
            assert self.account(who) == account, self.state.people[who]
        assert other.books.inbox.count() == self.state.waiting()


class Step:
    """Keeps what was before a change; without a change in the journal's eyes there is nothing to take back."""

    def __init__(self, machine: Everything) -> None:
        self._machine = machine

    def __enter__(self) -> State:
        machine = self._machine
        self._before, self._last = machine.state, machine.journal.books.history.to_undo()
        machine.state = machine.state.copy()
        return machine.state

    def __exit__(self, *raised: object) -> None:
        machine = self._machine
        if machine.journal.books.history.to_undo() != self._last:
            machine.past.append(self._before)
            machine.future.clear()


Everything.TestCase.settings = SETTINGS["long" if os.environ.get("HYPOTHESIS_PROFILE") == "machine" else "short"]
TestEverything = Everything.TestCase


def test_the_model_reads_the_lines_as_the_contract_says() -> None:
    """By hand, so that the model is right by itself."""
    state = State({1: Person("Ann"), 2: Person("花子", aliases=("Bob",))}, {}, {})
    text = "-> @Ann @花子 info: words 31m\n<- @Bob help: x *2 on:2026-11-01\n<> @花子 on:2026-11-01\n-> @Cyd info: y"
    state.entries[1] = (DAY, state.canonical(text))
    assert "<- @花子 help" in state.entries[1][1]
    assert state.waiting() == 1
    assert state.accounts() == {
        1: Account(1000, 0, 1, 0, 16, 0, 1, "given", DAY, DAY, None),
        2: Account(1000, 0, 1, 0, 15, 0, 2, "received", date(2026, 11, 1), DAY, date(2026, 11, 1)),
    }
    assert [pattern.pattern for pattern in (LINE, WHO, MENTION)]
