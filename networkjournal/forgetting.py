"""Forgetting someone: out of the file for good, whatever was written of them. The one verb that cannot be undone.

Promises that none of the names, mails and phones they ever had is left in the file, in no text and in no part of the
history, and that what is posted of others stays as it was. A bare family name stays: it may be anybody's.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import cached_property

from networkjournal.capture.canonical import rename
from networkjournal.capture.kinds import kinds
from networkjournal.capture.mentions import Names
from networkjournal.capture.redaction import Redacted, redact
from networkjournal.lean import TYPE_CHECKING, Any, NamedTuple
from networkjournal.leavings import copies, rewrite_drafts
from networkjournal.model.contact import Contact
from networkjournal.model.entry import Entry
from networkjournal.model.folding import name_key
from networkjournal.model.forgetting import Forgetting
from networkjournal.model.name import ROMAJI, free_handle, plain_handle, romaji_keys
from networkjournal.model.phrases import BLANK, Phrases, phrase_key
from networkjournal.model.posting import Named
from networkjournal.model.width import narrow
from networkjournal.records import RECORDS
from networkjournal.remembering import Remembered, remember
from networkjournal.store.packing import overwriting, pack
from networkjournal.store.rows import pairs, texts
from networkjournal.store.traces import Image, Row, Text, Traces

if TYPE_CHECKING:
    from networkjournal.people import People

_SOME_DAY = "2000-01-01"
"""A draft is not posted, so that no day makes a difference to what is taken out of it."""
_EMPTY = ("", "[]")
"""What most columns of a record hold."""
_LATIN_MENTION = re.compile(r"""@["\[]?([a-z\u00e0-\u024f][a-z\u00e0-\u024f' _-]*)""")


def plan(journal: "People", contact: Contact) -> Forgetting:
    """Tell what forgetting a contact comes to. Nothing is written."""
    journal.books.names.forget_answers()
    scrub = Scrub(journal, contact)
    records = tuple(scrub.records())
    return scrub.counted(records, tuple(scrub.entries()))


def forget(journal: "People", contact: Contact) -> Forgetting:
    """Take a contact out of the file for good, in one step that cannot be undone. Gives what `plan` would have."""
    books = journal.books
    with overwriting(books.connection):
        with journal.step("forget") as step:
            scrub = Scrub(journal, contact)
            done = scrub.counted(tuple(scrub.records()), tuple(scrub.entries()))
            scrub.write()
            scrub.write_history(step)
        packed = pack(books.connection)
    held = rewrite_drafts(books.connection.path, scrub.unsaved)
    return done._replace(packed=packed, copies=(*done.copies, *held))


class Changed(NamedTuple):
    """An entry that has the person in it."""

    entry: Text
    redacted: Redacted


class Scrub:
    """Takes one person out of a journal, or tells what that would change."""

    def __init__(self, journal: "People", contact: Contact) -> None:
        """The journal knows the contact still."""
        self._journal, self._books = journal, journal.books
        self._traces = Traces(journal.books.connection)
        self._kinds = kinds(journal.settings)
        self._person = remember(self._traces, contact)
        own = dict(self._books.names.of("@", contact.id))
        self._now = Remembered(self._books.names, self._person, dict.fromkeys(self._person.keys, False) | own)
        self._then = Remembered(self._books.names, self._person, self._person.keys)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._person.names, self._others(self._person.names))

    @cached_property
    def _parts(self) -> Phrases:
        """Family and given name alone, to be counted."""
        return Phrases(self._person.parts, (*self._others(self._person.parts), *self._person.names))

    def _others(self, names: Iterable[str]) -> Iterator[str]:
        """Names, mails and phones of others that contain one of these, or are the same: they are left whole."""
        keys = {phrase_key(name) for name in names} - {""}
        for key in keys:
            yield from (k for k in self._traces.keys_with(key, self._person.ids) if not k.startswith(ROMAJI))
        for value in self._others_values:  # most have nothing to do with them, and would be looked for in every text
            whole = phrase_key(value)
            if any(key in whole for key in keys):
                yield value

    @cached_property
    def _others_values(self) -> tuple[str, ...]:
        """Mails, phones and aliases of everybody else."""
        found: dict[str, None] = {}
        for emails, phones, aliases in self._traces.others(self._person.ids):
            found |= dict.fromkeys(value for column in (emails, phones) for value, _label in pairs(column))
            found |= dict.fromkeys(texts(aliases))
        return tuple(found)

    # what there is

    def entries(self) -> Iterator[Changed]:
        """Give the entries that have the person in them."""
        for entry in self._traces.texts(self._candidates):
            redacted = self._redacted(entry.text, entry.day, self._now)
            if redacted is not None:
                yield Changed(entry, redacted)

    @property
    def _candidates(self) -> frozenset[int]:
        """The entries that can have the person in them; most have not, and are not read."""
        named = self._traces.near(tuple(map(phrase_key, self._person.names)))
        return named | self._traces.mentioning(self._person.ids) | self._traces.removed()

    def _redacted(self, text: str, day: str, names: Names) -> Redacted | None:
        if not self._concerned(text):
            return None
        found = redact(text, date.fromisoformat(day), names, self._kinds, self._person.ids, self._phrases)
        return None if found.text == text else found

    def _concerned(self, text: str) -> bool:
        """Whether a text can have the person in it; most have not, and need not be read."""
        folded = phrase_key(text)
        if any(key in folded for key in self._plain_keys):
            return True
        return bool(self._spelled) and any(key in self._spelled for key in _spelled(text))

    @cached_property
    def _plain_keys(self) -> frozenset[str]:
        keys = {key.replace(" ", "") for key in self._person.keys if not key.startswith(ROMAJI)}
        return frozenset(keys.union(map(phrase_key, self._person.names)) - {""})

    @cached_property
    def _spelled(self) -> frozenset[str]:
        return frozenset(key for key in self._person.keys if key.startswith(ROMAJI))

    def records(self) -> Iterator[Row]:
        """Give what has to be written in other records."""
        for row in self._traces.records(self._person.ids):
            values = {column: self._column(column, text) for column, text in row.values.items()}
            changed = {column: text for column, text in values.items() if text != row.values[column]}
            if changed:
                yield row._replace(values=changed)

    def _column(self, column: str, text: str) -> str:
        if text in _EMPTY:
            return text
        if column == "introduced_by" and name_key(text) in self._person.handles:
            return BLANK
        if text.startswith("["):
            try:
                found = json.loads(text)
            except ValueError:
                return self._phrases.blanked(text)
            clean = _each(found, self._phrases.blanked)
            return text if clean == found else json.dumps(clean, ensure_ascii=False)
        return self._phrases.blanked(text)

    def counted(self, records: Collection[Row], entries: Collection[Changed]) -> Forgetting:
        """What all of it comes to."""
        changed = {found.entry.id: found.redacted.text for found in entries}
        live = [found for found in entries if found.entry.live]
        named = self._traces.near(tuple(map(phrase_key, self._person.parts)))
        texts = (changed.get(entry.id, entry.text) for entry in self._traces.texts(named) if entry.live)
        near = (text for text in texts if self._parts.near(text))
        left = sum(bool(tuple(self._parts.spans(line))) for text in near for line in text.split("\n"))
        return Forgetting(
            len(live),
            sum(found.redacted.lines for found in live),
            sum(found.redacted.mentions for found in live),
            len(records),
            left,
            copies(self._books.connection.path),
        )

    # taking it out

    def write(self) -> None:
        """Take the person out of records and entries, and out of the file."""
        self._write_subjects()
        for row in tuple(self.records()):
            self._write_record(row)
        person = self._person
        entries = tuple(self.entries())
        for contact in person.ids:
            gone = self._books.names.replace("@", contact, (), "")
            self._journal.poster.names_changed("@", gone)
        for found in entries:
            self._write_entry(found)
        for contact in person.ids:  # whatever still stands for them stands for nobody
            for entry in self._books.entries.some(self._books.entries.mentioning("@", contact)):
                self._journal.poster.post(entry, keep_weights=True)
        self._traces.remove(person.ids)
        self._journal.poster.touch(person.ids)
        self._journal.poster.finish()

    def _write_record(self, row: Row) -> None:
        sign = RECORDS.get(row.table)
        if sign is None or sign == "@":
            self._traces.write(row)
            return
        values = dict(row.values)
        old = self._traces.handle(row.table, row.id)
        if "handle" in values:
            taken = self._books.names.handles_like(sign, name_key(plain_handle(values["handle"])))
            values["handle"] = free_handle(values["handle"], taken - {name_key(old)})
        self._traces.write(row._replace(values=values))
        self._journal.reindex({row.table: (row.id,)})
        if "handle" in values:
            self._journal.poster.renamed(sign, Named(row.id, values["handle"]), old)

    def _write_entry(self, found: Changed) -> None:
        lines = found.redacted.text.split("\n")
        for number, places in found.redacted.places.items():
            lines[number - 1] = rename(lines[number - 1], places, self._books.names)
        entry = Entry(found.entry.id, date.fromisoformat(found.entry.day), "\n".join(lines))
        self._traces.write(Row("entries", entry.id, {"text": entry.text}))
        if found.entry.live:
            self._journal.poster.post(entry, keep_weights=True)

    # taking it out of the history

    def write_history(self, step: int) -> None:
        """Take the person out of every image that may be put back, and out of the index; `step` is what forgets."""
        rows = self._books.history.rows(step)
        self._traces.forget_images(step)
        self._traces.forget_undone()
        for image in self._traces.images():
            clean = self._image(image)
            if clean != image.values:
                self._traces.write_image(image._replace(values=clean))
        self._books.search.index(rows)
        self._books.search.scrub()
        self._books.digests.keep(step, rows)
        self._books.digests.keep_steps(self._traces.steps)

    def _image(self, image: Image) -> dict[str, Any]:
        values = image.values
        if image.table == "entries":
            found = self._redacted(values["text"], values["day"], self._then)
            return values if found is None else values | {"text": found.text}
        return {column: self._then_column(column, value) for column, value in values.items()}

    def _then_column(self, column: str, value: Any) -> Any:  # noqa: ANN401 - as JSON has it
        return self._column(column, value) if isinstance(value, str) and column != "uid" else value

    def unsaved(self, text: str) -> str:
        """A text that was never saved, without the person."""
        found = self._redacted(text, _SOME_DAY, self._then)
        return self._phrases.blanked(text if found is None else found.text)

    def _write_subjects(self) -> None:
        own = self._traces.steps_with(self._person.ids)
        for step, subject in self._traces.subjects():
            parts = [
                BLANK if step in own and name_key(part) in self._person.handles else self._phrases.blanked(part)
                for part in subject.split("\t")
            ]
            if "\t".join(parts) != subject:
                self._traces.write_subject(step, "\t".join(parts))


def _each(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - as JSON has it
    """A list of texts, or of pairs of texts, with each text changed; what becomes nothing but `…` is left out."""
    if isinstance(value, str):
        return change(value)
    if not isinstance(value, list):
        return value
    changed = [_each(part, change) for part in value]
    return [new for new, old in zip(changed, value, strict=True) if new == old or not _is_blank(new)]


def _is_blank(value: str | list[str]) -> bool:
    """Whether nothing is left of a text, or of the value of a pair of a value and its label."""
    return value == BLANK or (isinstance(value, list) and value[:1] == [BLANK])


def _spelled(text: str) -> Iterator[str]:
    """The romaji keys of what Latin mentions of a text begin with: one word, and two."""
    for mention in _LATIN_MENTION.finditer(narrow(text).lower()):
        words = mention[1].split()
        for count in (1, 2):
            yield from romaji_keys(" ".join(words[:count]))
