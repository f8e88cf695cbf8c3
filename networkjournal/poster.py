"""The poster: carries entries to the ledger and the other books, and keeps them in step when names change.

One invariant: what is posted is always what reading the texts again would post. A new name may settle lines that
waited; it never takes over a mention that already stands for someone else, for that is pinned in brackets first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from networkjournal.books import Books
from networkjournal.capture.canonical import Place, handle_end, rename
from networkjournal.capture.grammar import read
from networkjournal.capture.kinds import Setting, kinds
from networkjournal.capture.mentions import LONGEST
from networkjournal.lean import NamedTuple
from networkjournal.model.difference import Difference
from networkjournal.model.entry import Entry
from networkjournal.model.name import ROMAJI, begins_longer
from networkjournal.model.posting import Draft, Named, Sign
from networkjournal.model.romaji import first_letters, skeleton
from networkjournal.store.moves import Move
from networkjournal.store.postings import posted_rows


class Standing(NamedTuple):
    """How a record stands in texts that are to be written anew."""

    handle: str
    """What is written there."""
    target: Named
    """Whom it is to stand for, under a new handle perhaps."""


_LATIN = r"[a-z\u00e0-\u024f][a-z\u00e0-\u024f' ]*"


class Poster:
    """The one writer of what entries post. Lives as long as the journal; `finish` ends each step."""

    def __init__(self, books: Books, settings: Iterable[Setting]) -> None:
        """`settings` are the person's own words and weights for kinds of exchange."""
        self._books = books
        self._kinds = kinds(settings)
        self._touched: set[int] = set()
        self._moves: list[Move] = []
        self._changed: dict[Sign, set[str]] = {}
        self._read_since: set[int] = set()
        """Entries that were posted since the last name changed: `finish` need not read them once more."""

    def read(self, text: str, day: date) -> Draft:
        """Read a text as it would be posted; nothing is written."""
        return read(text, day, self._books.names, self._kinds)

    def save(self, entry: int | None, day: date, text: str, uid: str = "") -> tuple[Entry, Draft]:
        """Write an entry (a new one for `None`, by the identifier that it has elsewhere) and post it."""
        draft = self.read(text, day)
        new = entry is None
        if entry is None:
            entry = self._books.entries.add(day, draft.text, uid)
        else:
            self._books.entries.change(Entry(entry, day, draft.text))
        self._moves += self._books.postings.replace(entry, draft, new=new)
        return Entry(entry, day, draft.text), draft

    def clear(self, entry: int) -> None:
        """Take back what an entry has posted."""
        self._moves += self._books.postings.clear(entry)

    def touch(self, contacts: Iterable[int]) -> None:
        """Have these accounts summed anew at the end of the step, whatever moves in them."""
        self._touched.update(contacts)

    def names_changed(self, sign: Sign, keys: Iterable[str]) -> None:
        """Note names that came or went; `finish` looks at the entries that this concerns."""
        self._changed.setdefault(sign, set()).update(keys)
        self._read_since.clear()

    def forget(self) -> None:
        """Forget what a failed step had noted."""
        self._touched.clear()
        self._moves.clear()
        self._changed.clear()
        self._read_since.clear()

    def finish(self) -> None:
        """End a step: read again what the new names concern, and renew the totals of the accounts touched."""
        for sign, keys in self._changed.items():
            for entry in self._books.entries.some(set(self._concerned(sign, keys)) - self._read_since):
                self.reread(entry)
        self._books.ledger.renew(sorted(self._touched), self._moves)
        self.forget()

    def _concerned(self, sign: Sign, keys: set[str]) -> Iterator[int]:
        books = self._books
        yield from books.postings.entries_unlinked(sign, _related(books.postings.unlinked(sign), keys))
        plain = {key for key in keys if not key.startswith(ROMAJI)}
        bearers = set(books.names.shorter_handles(sign, plain))
        spelled = sorted(key[len(ROMAJI) :] for key in keys - plain)
        if spelled:
            handles = books.names.latin_handles(sign, first_letters(spelled))
            bearers |= {named for key, named in handles if begins_longer(skeleton(key), spelled)}
        for named in bearers:
            yield from books.entries.mentioning(sign, named.id)

    def reread(self, entry: Entry, standing: Mapping[tuple[Sign, int], Standing] | None = None) -> None:
        """Post an entry again, its linked mentions standing for whom they stood for.

        `standing` says how records still stand in the text that were renamed or merged. Weights stay as posted.
        """
        text = self._pinned(entry, standing or {})
        if text != entry.text:
            self._books.entries.change(Entry(entry.id, entry.day, text))
        self.post(Entry(entry.id, entry.day, text), keep_weights=True)

    def _pinned(self, entry: Entry, standing: Mapping[tuple[Sign, int], Standing]) -> str:
        places: dict[int, list[Place]] = {}
        lines = entry.text.split("\n")
        for mention in self._books.postings.mentions(entry.id):
            target = mention.target
            if target is None or mention.at < 0:
                continue
            stands = standing.get((mention.sign, target.id), Standing(target.handle, target))
            end = handle_end(lines[mention.line - 1], mention.at, stands.handle)
            if end is not None:
                places.setdefault(mention.line, []).append(Place(mention.sign, mention.at, end, stands.target))
        for line, found in places.items():
            lines[line - 1] = rename(lines[line - 1], found, self._books.names)
        return "\n".join(lines)

    def renamed(self, sign: Sign, record: Named, old_handle: str) -> None:
        """Write a record's new handle into every entry that mentions it."""
        for entry in self._books.entries.some(self._books.entries.mentioning(sign, record.id)):
            self.reread(entry, {(sign, record.id): Standing(old_handle, record)})

    def merged(self, absorbed: Named, kept: Named) -> None:
        """Write the kept contact's handle where the absorbed one's stands, and move what those lines have posted."""
        self.touch((absorbed.id, kept.id))
        entries = self._books.entries.mentioning("@", absorbed.id)
        self._books.postings.moved(absorbed.id, kept.id)
        for entry in self._books.entries.some(entries):
            self.reread(entry, {("@", absorbed.id): Standing(absorbed.handle, kept)})

    def repost(self) -> int:
        """Post the whole journal again, with the weights and kinds in force now; gives how many entries there are."""
        count = 0
        for entry in self._books.entries.all():
            self.post(entry)
            count += 1
        self._touched.update(contact.id for contact in self._books.contacts.every())
        return count

    def post(self, entry: Entry, *, keep_weights: bool = False) -> None:
        """Post an entry from its text as it stands; its row is written only where the canonical text is another."""
        draft = self.read(entry.text, entry.day)
        if draft.text != entry.text:
            self._books.entries.change(Entry(entry.id, entry.day, draft.text))
        self._moves += self._books.postings.replace(entry.id, draft, keep_weights=keep_weights)
        self._read_since.add(entry.id)

    def differences(self) -> Iterator[Difference]:
        """Read every text again and give what is not posted as it says."""
        for entry in self._books.entries.all():
            draft = self.read(entry.text, entry.day)
            if draft.text != entry.text:
                yield Difference("text", entry.id)
            yield from self._differing(entry.id, draft)

    def _differing(self, entry: int, draft: Draft) -> Iterator[Difference]:
        stored = self._books.postings.stored(entry)
        expected: dict[str, list[tuple[object, ...]]] = dict(posted_rows(entry, draft, {}))
        expected["waiting"] = [(waits.line, waits.at, waits.reason, waits.name) for waits in draft.waiting]
        for table, rows in expected.items():
            if sorted(map(repr, map(_weightless, rows))) != sorted(map(repr, map(_weightless, stored[table]))):
                yield Difference(table, entry)


def _weightless(row: tuple[object, ...]) -> tuple[object, ...]:
    """A row of an exchange without a default weight, which is the one of the day it was posted."""
    if len(row) == 12 and not row[6]:
        return (*row[:5], None, *row[6:])
    return row


def _related(unlinked: Iterable[str], keys: set[str]) -> Iterator[str]:
    """Those unlinked names whose text a name of these keys could now begin, or could have begun."""
    names = tuple(unlinked)
    if not names:
        return
    # A mention is read up to so many characters only; of a longer name no more can be meant.
    read = keys | {key[:LONGEST] for key in keys}
    ordered = sorted(read)
    for name in names:
        if (
            name in read
            or begins_longer(name, ordered)
            or any(name[:end] in keys for end in range(1, min(len(name), LONGEST + 1)))
            or any(spelled in read or begins_longer(spelled, ordered) for spelled in _spelled(name))
        ):
            yield name


def _spelled(name: str) -> Iterator[str]:
    """The romaji keys of a name's first word in Latin letters, of its first two, and so on."""
    latin = re.match(_LATIN, name)
    words = latin[0].split() if latin else []
    for count in range(1, len(words) + 1):
        spelled = skeleton("".join(words[:count]))
        if spelled:
            yield ROMAJI + spelled

