"""The journal as a folder of Markdown: `journal/` with a page for each day, `people/` with a page for each contact.

Promises that reading the days again gives the same entries, that a person's fields stand in the front matter as values
that YAML and JSON read alike, and that nothing private is in them unless asked. A second entry of a day has a page of
its own, `2026-09-08 (2).md`: two entries that became one could not be parted again.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from networkjournal.formats.identifier import written
from networkjournal.formats.people_page import UID
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.entry import Entry
from networkjournal.model.exchange import Passed

PRIVATE = (
    "how_met", "introduced_by", "needs", "can_give", "asks", "caution", "aims", "suspected", "knows", "withheld",
)  # fmt: skip
_OPEN = (
    "name", "handle", "family", "given", "reading", "aliases", "organization", "department", "title", "emails",
    "phones", "urls", "addresses", "birthday", "tags", "notes",
)  # fmt: skip
_NO_UIDS: Mapping[int, str] = {}
_UNFIT = frozenset('/\\:*?"<>|')
_LONGEST = 180
"""Bytes of a file's name before its ending; most systems take 255."""


class Page(NamedTuple):
    """A file of the folder."""

    path: str
    """Below the folder, with slashes."""
    text: str


def days(entries: Iterable[Entry], uids: Mapping[int, str] = _NO_UIDS) -> Iterator[Page]:
    """A page for each entry, which are handed in by their days; `uids` are their identifiers by their ids."""
    last, count = "", 0
    for entry in entries:
        day = entry.day.isoformat()
        count = count + 1 if day == last else 1
        last = day
        name = day if count == 1 else f"{day} ({count})"
        uid = f"uid: {written(uids[entry.id])}\n" if entry.id in uids else ""
        yield Page(f"journal/{name}.md", f"---\ndate: {day}\n{uid}---\n\n{entry.text}\n")


def people(
    told: Iterable[tuple[Contact, Iterable[Passed]]],
    labels: Mapping[str, str],
    private: bool = False,
    uids: Mapping[int, str] = _NO_UIDS,
) -> Iterator[Page]:
    """A page for each contact with what passed between you, the newest first.

    `uids` are the contacts' identifiers by their ids: by them a page is known again where it is read.
    `labels` says what the columns are called: `on`, `given`, `received`, `kind`, `words`, `weight`.
    """
    taken: set[str] = set()
    for contact, passed in told:
        fields = (*_OPEN, *PRIVATE) if private else _OPEN
        head = "\n".join(_fields(contact, fields, uids.get(contact.id, "")))
        table = "".join(f"{line}\n" for line in _table(passed, labels))
        body = f"# {_one_line(contact.name)}\n" + (f"\n{table}" if table else "")
        yield Page(f"people/{_name(contact.handle, taken)}.md", f"---\n{head}\n---\n\n{body}")


def _fields(contact: Contact, fields: Iterable[str], uid: str) -> Iterator[str]:
    yield "networkjournal: contact"
    if uid:
        yield f"{UID}: {json.dumps(written(uid))}"
    for field in fields:
        value = getattr(contact, field)
        if value:
            yield f"{field}: {json.dumps(_plain(value), ensure_ascii=False)}"


def _plain(value: str | tuple[str | Labelled, ...]) -> object:
    """A text as it is; a list of texts, or of texts with their labels."""
    if isinstance(value, str):
        return value
    return [{"value": one.value, "label": one.label} if isinstance(one, Labelled) else one for one in value]


def _table(passed: Iterable[Passed], labels: Mapping[str, str]) -> Iterator[str]:
    rows = [
        (
            one.on.isoformat(),
            labels[one.direction],
            labels.get(one.kind, one.kind),
            _cell(one.words),
            f"{one.weight / 1000:.10g}",
        )
        for one in passed
    ]
    if rows:
        yield f"| {' | '.join(labels[head] for head in ('on', '', 'kind', 'words', 'weight'))} |"
        yield "|---|---|---|---|--:|"
        yield from (f"| {' | '.join(row)} |" for row in rows)


def _cell(text: str) -> str:
    return _one_line(text).replace("\\", "\\\\").replace("|", "\\|")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _name(handle: str, taken: set[str]) -> str:
    """A file's name made of a handle: nothing that a system refuses, and not one that differs in case alone."""
    plain = "".join("_" if one in _UNFIT or one < " " else one for one in handle).strip(" .") or "_"
    plain = plain.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore")
    name, count = plain, 1
    while name.casefold() in taken:
        count += 1
        name = f"{plain} ({count})"
    taken.add(name.casefold())
    return name
