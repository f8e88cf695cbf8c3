"""The Journal: the open file, its books, and the verbs that cross books. The one writer of both front ends.

Every verb is one transaction and one step of the history: all of it or nothing, and it can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from networkjournal.aims import Aims
from networkjournal.books import Books
from networkjournal.errors import ChangedElsewhere, Invalid
from networkjournal.lean import TYPE_CHECKING, Self, cast
from networkjournal.model.contact import Contact
from networkjournal.model.entry import Entry, Receipt
from networkjournal.model.folding import fold, name_key
from networkjournal.model.name import without_honorific
from networkjournal.model.posting import Draft, Posting, Sign, Waiting
from networkjournal.people import People
from networkjournal.promises import Promises
from networkjournal.records import RECORDS, SIGNS, Rehearsed
from networkjournal.store.connection import Connection, connect, spare_readers, version

if TYPE_CHECKING:
    from networkjournal.capture.kinds import Setting
    from networkjournal.model.difference import Checked, Difference
    from networkjournal.model.event import Event
    from networkjournal.model.goal import Goal
    from networkjournal.model.inbox import InboxLine
    from networkjournal.model.strength import Strength
    from networkjournal.store.digests import Wrong
    from networkjournal.store.history import Step


class Journal(People, Promises, Aims):
    """One open journal file."""

    def __init__(self, connection: Connection, settings: Iterable[Setting] = ()) -> None:
        """`settings` are the person's own words and weights for kinds of exchange."""
        self.books = Books(connection)
        self.settings = tuple(settings)
        self.thresholds: Mapping[str, float] = {}
        """The person's own thresholds of findings, by name; the rules know the usual ones."""
        self.path = connection.path

    @classmethod
    def open(cls, path: str, settings: Iterable[Setting] = ()) -> Self:
        """Open the file at `path`, making it where there is none. Raises `FileTrouble`."""
        return cls(connect(path), settings)

    @contextmanager
    def beside(self) -> Iterator[Self]:
        """The same file, opened once more for another thread; a journal in memory has no other and is lent itself."""
        if self.path == ":memory:":
            yield self
            return
        other = type(self).open(self.path, self.settings)
        other.source, other.thresholds, other.before_big = self.source, self.thresholds, self.before_big
        spare_readers(other.books.connection)
        try:
            yield other
        finally:
            other.close()

    def close(self) -> None:
        """Close the file."""
        self.books.connection.close()

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever anything in the file does: by this journal, or by another program."""
        return version(self.books.connection)

    # texts

    def opening(self, text: str, today: date) -> tuple[date, str]:
        """Read the date that a text typed on one line may open with; gives the day and the text without it."""
        from networkjournal.capture.opening import split_opening  # dates and patterns: 2 ms a look-up need not pay

        return split_opening(clean(text), today)

    def preview(self, text: str, day: date) -> Draft:
        """Read a text as saving would, without writing anything."""
        self.books.names.forget_answers()
        return self.poster.read(clean(text), day)

    def capture(self, text: str, day: date, *, create: bool = False, uid: str = "") -> Receipt:
        """Save a new entry and post it; with `create`, contacts it names that nobody knows are made.

        `uid` is the identifier that the same entry has in another file; none here may bear it. Raises `Invalid` for an
        empty text. Whatever cannot be posted waits in the inbox.
        """
        text = clean(text)
        if not text.strip():
            raise Invalid("text", "", "empty")
        with self.step("capture", day.isoformat()):
            created = self._create(self.poster.read(text, day).waiting) if create else ()
            entry, draft = self.poster.save(None, day, text, uid)
        return Receipt(entry, draft, created)

    def rehearse(self, text: str, day: date) -> Receipt:
        """Give the receipt that `capture` with `create` would, and change nothing."""
        receipt = Receipt(None, self.preview(text, day))
        try:
            with self.step("capture"):
                receipt = self.capture(text, day, create=True)
                raise Rehearsed
        except Rehearsed:
            return receipt._replace(entry=None)

    def edit_entry(self, entry: Entry, *, create: bool = False, seen: Entry | None = None) -> Receipt:
        """Save an entry's new day and text, and post it anew; with `create` as `capture` does.

        Raises `Invalid` for an empty text or no such entry, and `ChangedElsewhere` where it is not as it was `seen`.
        """
        text = clean(entry.text)
        if not text.strip():
            raise Invalid("text", "", "empty")
        with self.step("entry_edit", entry.day.isoformat()):
            theirs = self.entry(entry.id)
            if seen is not None and seen != theirs:
                raise ChangedElsewhere("entry", seen, entry, theirs, ("text",))
            created = self._create(self.poster.read(text, entry.day).waiting) if create else ()
            saved, draft = self.poster.save(entry.id, entry.day, text)
        return Receipt(saved, draft, created)

    def remove_entry(self, entry: int) -> None:
        """Take an entry out of the journal and what it posted out of the ledger; history keeps its text."""
        with self.step("entry_remove", self.entry(entry).day.isoformat()):
            self.books.entries.remove(entry)
            self.poster.clear(entry)

    def entry(self, entry: int) -> Entry:
        """Give an entry. Raises `Invalid` where there is none."""
        found = self.books.entries.get(entry)
        if found is None:
            raise Invalid("entry", str(entry), "missing")
        return found

    def posted(self, entry: int) -> tuple[tuple[Posting, ...], tuple[Waiting, ...]]:
        """Give what an entry has posted and what of it waits, with today's candidates."""
        posted, waiting = self.books.postings.of(entry)
        if not waiting:
            return posted, ()
        found = self.entry(entry)
        return posted, self.preview(found.text, found.day).waiting

    # the inbox

    def inbox(self) -> tuple[InboxLine, ...]:
        """Give the lines that wait, with the handles that each name may mean."""
        lines = self.books.inbox.all()
        drafts = {entry: self.posted(entry)[1] for entry in {line.entry for line in lines}}
        return tuple(
            line._replace(sign=_sign(line), candidates=_candidates(line, drafts[line.entry])) for line in lines
        )

    def settle(self, number: int, name: str | None = None) -> Receipt:
        """Settle a waiting line: the name is put to stand for `name`, or for a contact made of it where that is `None`.

        Raises `Invalid` where no such line waits, or no contact can be made of what is written.
        """
        with self.step("settle", str(number)):
            line = self.books.inbox.get(number)
            if line is None:
                raise Invalid("number", str(number), "missing")
            handle = self._made_of(line).handle if name is None else self._meant(line, name)
            entry = self.entry(line.entry)
            text = _settled(entry.text, line, handle)
            saved, draft = self.poster.save(entry.id, entry.day, text)
        return Receipt(saved, draft, (handle,) if name is None else ())

    def _meant(self, line: InboxLine, name: str) -> str:
        concepts = {sign: concept for concept, sign in SIGNS.items()}
        return self.find(concepts[_sign(line)], name).handle

    def _made_of(self, line: InboxLine) -> Contact:
        if line.reason != "unknown":
            raise Invalid("name", line.name, "not_unknown")
        return self._contact_called(line.name)

    def _contact_called(self, name: str) -> Contact:
        return self.add_contact(Contact(name=without_honorific(name).replace("_", " ")))

    def _create(self, waiting: Iterable[Waiting]) -> tuple[str, ...]:
        unknown = dict.fromkeys(waits.name for waits in waiting if waits.reason == "unknown")
        made: list[str] = []
        for name in unknown:
            if not self._called("@", name):  # two spellings of one new name make one contact
                made.append(self._contact_called(name).handle)
        return tuple(made)

    # the whole journal

    def repost(self) -> int:
        """Post all entries again with the names, weights and words in force now; gives how many there are."""
        books = self.books
        with self.step("repost"):
            books.search.rebuild()
            self.reindex(
                {
                    "contacts": [record.id for record in books.contacts.every()],
                    "goals": [record.id for record in books.goals.every()],
                    "events": [record.id for record in books.events.every()],
                    "strengths": [record.id for record in books.strengths.every()],
                }
            )
            return self.poster.repost()

    def check(self) -> Checked:
        """Prove that the file is sound, what was saved is there to the bit, and what is posted is what texts say."""
        from networkjournal.model.difference import Checked, Difference  # nothing else needs them
        from networkjournal.store.index_proof import index_holds

        books = self.books
        books.names.forget_answers()
        found = list(_told(lambda: (Difference("file", None, text) for text in books.ledger.unsound())))
        if not found:
            for prove in (
                lambda: map(_not_as_saved, books.digests.wrong()),
                self.poster.differences,
                self._names_differing,
                lambda: (Difference("totals", None, handle) for handle in books.ledger.wrong_totals()),
                books.search.wrong,
                lambda: () if index_holds(books.connection) else (Difference("search", None, ""),),
            ):
                found += _told(prove)
        return Checked(*books.ledger.counts(), tuple(found))

    def _names_differing(self) -> Iterable[Difference]:
        from networkjournal.model.difference import Difference

        books = self.books
        every: tuple[tuple[Sign, Iterable[Contact | Goal | Event | Strength]], ...] = (
            ("@", books.contacts.every()),
            ("#", books.goals.every()),
            ("%", books.events.every()),
            ("+", books.strengths.every()),
        )
        for sign, records in every:
            for record in records:
                handle, keys = self._names_of(sign, record.id)
                own = name_key(handle)
                if not {(key, key == own) for key in (*keys, own) if key} <= books.names.of(sign, record.id):
                    yield Difference("names", None, record.handle)

    # history

    def undo(self) -> Step | None:
        """Take back the latest change that stands; gives the step, `None` where there is nothing to take back."""
        step = self.books.history.to_undo()
        if step is not None:
            self._take_back(step, "undo")
        return step

    def redo(self) -> Step | None:
        """Do again what was undone last, as long as nothing else was changed since; gives the change done again."""
        undoing = self.books.history.to_redo()
        if undoing is None or undoing.undoes is None:
            return None
        self._take_back(undoing, "redo")
        return self.books.history.get(undoing.undoes)

    def _take_back(self, step: Step, name: str) -> None:
        with self.step(name, step.subject, step.id):
            rows = self.books.history.rows(step.id)
            entries = set(rows.get("entries", ()))
            for table, sign in RECORDS.items():
                for record in rows.get(table, ()):
                    entries.update(self.books.entries.mentioning(sign, record))
            for entry in rows.get("entries", ()):
                self.poster.clear(entry)
            self.books.history.put_back(step.id)
            self.reindex(rows)
            for found in self.books.entries.some(entries):
                self.poster.post(found, keep_weights=found.id not in rows.get("entries", ()))


def clean(text: str) -> str:
    """A text as it can be kept: line ends as `\\n`, no white space at its end, no character a file cannot hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").rstrip()
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def _told(prove: Callable[[], Iterable[Difference]]) -> Iterator[Difference]:
    """What a proof finds. One that cannot be finished has found something: of what is no text any more, any error may
    come.
    """
    from networkjournal.model.difference import Difference

    try:
        yield from prove()
    except Exception as error:
        yield Difference("file", None, type(error).__name__)


def _not_as_saved(wrong: Wrong) -> Difference:
    from networkjournal.model.difference import Difference

    if wrong.table == "entries":
        return Difference("saved", wrong.row)
    return Difference("saved", None, f"{wrong.table} {wrong.row}" if wrong.row else wrong.table)


def _sign(line: InboxLine) -> Sign:
    """What kind of record a waiting line asks for; without a counterparty, a contact."""
    written = fold(line.text[line.at : line.at + 1])
    return cast("Sign", written) if line.reason != "no_counterparty" and written in SIGNS.values() else "@"


def _candidates(line: InboxLine, waiting: Iterable[Waiting]) -> tuple[str, ...]:
    return next(
        (tuple(named.handle for named in w.candidates) for w in waiting if (w.line, w.at) == (line.line, line.at)), ()
    )


def _settled(text: str, line: InboxLine, handle: str) -> str:
    """Write the handle in quotes, the form that says exactly; reading it makes it canonical."""
    lines = text.split("\n")
    old = lines[line.line - 1]
    if line.reason == "no_counterparty":
        new = f'{old[: line.at].rstrip()} @"{handle}" {old[line.at :]}'
    else:
        start = line.at + 1
        closing = {"[": "]", "［": "］", '"': '"', "＂": "＂"}.get(old[start : start + 1])
        bare = line.name == old[start : start + len(line.name)]
        end = start + len(line.name) if bare or closing is None else old.index(closing, start + 1) + 1
        new = f'{old[:start]}"{handle}"{old[end:]}'
    lines[line.line - 1] = new
    return "\n".join(lines)
