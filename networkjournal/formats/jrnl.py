"""jrnl: its text files, and its JSON.

Promises that each entry keeps its words, stars and tags as they are, under its own date and time; refuses to take a
date in brackets inside an entry for a new one unless it begins a line as jrnl writes it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from networkjournal.formats.loose_json import day, document, items, starts_object, table, text
from networkjournal.formats.records import MOST_RECORDS, BadRecord, EntryRecord, Reading, bounded, digest_of
from networkjournal.formats.source import decode

_HEAD = re.compile(
    r"^\[(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T](?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp][Mm])?))?\] ?",
    re.MULTILINE,
)
_ROOM = 20_000
_DETAIL = 80


def recognise_text(data: bytes) -> bool:
    """Whether the first words are a date in brackets as jrnl writes it. Never raises."""
    head = data[:_ROOM]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return bool(_HEAD.match(head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").lstrip()))


def recognise_json(data: bytes) -> bool:
    """Whether the file is an object of tags and entries. Never raises."""
    head = starts_object(data)
    return bool(re.match(rb'\{\s*"tags"\s*:\s*\{[^{}]*\}\s*,\s*"entries"\s*:\s*\[', head)) or bool(
        re.match(rb'\{\s*"entries"\s*:\s*\[\s*\{\s*"(?:title|body)"', head)
    )


def read_text(data: bytes) -> Reading:
    """The entries of a text file. Raises `Invalid`: `undecodable`, and as `bounded`."""
    whole = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    heads = list(islice(_HEAD.finditer(whole), MOST_RECORDS + 1))
    bounded(len(heads))
    ends = [*(head.start() for head in heads[1:]), len(whole)]
    found = [
        _entry(f"entry {number}", head["day"], head["time"] or "", whole[head.end() : end].strip())
        for number, (head, end) in enumerate(zip(heads, ends, strict=False), 1)
    ]
    before = whole[: heads[0].start()].strip() if heads else whole.strip()
    stray = [BadRecord("line 1", "stray", before[:_DETAIL])] if before else []
    return _reading([*stray, *found])


def read_json(data: bytes) -> Reading:
    """The entries of a JSON file. Raises `Invalid`: `undecodable`, `not_json`."""
    found = []
    for number, item in enumerate(items(table(document(data)).get("entries")), 1):
        where, entry = f"entry {number}", table(item)
        words = "\n".join(filter(None, (text(entry.get("title")), text(entry.get("body")))))
        found.append(_entry(where, text(entry.get("date")), text(entry.get("time")), words))
    return _reading(found)


def _entry(where: str, on: str, time: str, words: str) -> EntryRecord | BadRecord | str:
    known = day(on)
    if known is None:
        return BadRecord(where, "bad_date", f"{on} {words}"[:_DETAIL].strip())
    if not words:
        return where
    return EntryRecord(where, f"{known.isoformat()} {time}".strip(), known, words, digest_of(words))


def _reading(found: Iterable[EntryRecord | BadRecord | str]) -> Reading:
    done = list(found)
    return Reading(
        entries=tuple(_apart(item for item in done if isinstance(item, EntryRecord))),
        bad=tuple(item for item in done if isinstance(item, BadRecord)),
        skipped=tuple(item for item in done if isinstance(item, str)),
    )


def _apart(entries: Iterable[EntryRecord]) -> Iterator[EntryRecord]:
    """Entries of one minute get keys of their own, in the order in which they stand."""
    times: dict[str, int] = {}
    for entry in entries:
        times[entry.key] = times.get(entry.key, 0) + 1
        yield entry if times[entry.key] == 1 else entry._replace(key=f"{entry.key} ({times[entry.key]})")
