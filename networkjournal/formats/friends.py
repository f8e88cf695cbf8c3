"""friends.md, the journal of the program friends: activities and notes by day, friends, locations.

Promises that a name in bold becomes a mention of that person and a tag a tag; the places stay words. Refuses to pass
over a line in one of its lists that it cannot read.
"""

import re
from collections.abc import Iterator

from networkjournal.formats.loose_json import day
from networkjournal.formats.records import BadRecord, ContactRecord, EntryRecord, Reading, bounded, digest_of
from networkjournal.formats.source import decode
from networkjournal.model.contact import Contact, Labelled

_SECTION = re.compile(r"### (Activities|Notes|Friends|Locations):\s*")
_DATED = re.compile(r"- ([0-9]{4}-[0-9]{2}-[0-9]{2}): ?(.*)")
_FRIEND = re.compile(
    r"- (?P<name>[^(\[@]++)(?:\((?P<names>[^)]*)\)\s*)?(?:\[(?P<place>[^\]]*)\]\s*)?(?P<tags>(?:@\S+\s*)*)"
)
_BOLD = re.compile(r"\*\*([^*\n]{1,200})\*\*")
_TAG = re.compile(r"(?<!\S)@(?=[\w-])")
_KNOWN_AS = re.compile(r"(?:^|\s)a\.k\.a\. ")
_UNFIT = str.maketrans("", "", "[]")
_ROOM = 20_000
_DETAIL = 80


def recognise(data: bytes) -> bool:
    """Whether the file begins with one of the headings of friends. Never raises."""
    head = data[:_ROOM].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").lstrip()
    return bool(_SECTION.match(head)) and "\n- " in head.replace("\r\n", "\n")


def read(data: bytes) -> Reading:
    """The friends of a file, and its activities and notes as entries. Raises `Invalid`: `undecodable`; as `bounded`."""
    lines = decode(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    contacts: list[ContactRecord] = []
    entries: list[EntryRecord] = []
    bad: list[BadRecord] = []
    for where, section, line in _listed(lines):
        record = _friend(where, line) if section == "Friends" else _dated(where, section, line)
        if isinstance(record, ContactRecord):
            contacts.append(record)
        elif isinstance(record, EntryRecord):
            entries.append(record)
        else:
            bad.append(record)
        bounded(len(contacts) + len(entries), len(bad))
    return Reading(tuple(contacts), tuple(_apart(entries)), tuple(bad))


def _listed(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    """The lines of the lists with where they stand and in which section. Locations are told by friends and texts."""
    section = ""
    for number, line in enumerate(lines, 1):
        if found := _SECTION.fullmatch(line):
            section = found[1]
        elif line.strip() and section != "Locations":
            yield f"line {number}", section, line


def _dated(where: str, section: str, line: str) -> EntryRecord | BadRecord:
    found = _DATED.fullmatch(line)
    if not section or not found:
        return BadRecord(where, "stray", line[:_DETAIL])
    on, words = day(found[1]), _TAG.sub("#", _BOLD.sub(_mention, found[2])).strip()
    if on is None or not words:
        return BadRecord(where, "bad_date" if on is None else "misshapen", line[:_DETAIL])
    return EntryRecord(where, f"{section.lower()} {on.isoformat()}", on, words, digest_of(words))


def _mention(found: re.Match[str]) -> str:
    return f"@[{found[1].translate(_UNFIT).strip()}]"


def _friend(where: str, line: str) -> ContactRecord | BadRecord:
    found = _FRIEND.fullmatch(line)
    name = " ".join(found["name"].split()) if found else ""
    if not found or not name:
        return BadRecord(where, "misshapen", line[:_DETAIL])
    names = _KNOWN_AS.split(found["names"] or "")
    place = (found["place"] or "").strip()
    contact = Contact(
        name,
        aliases=tuple(filter(None, map(str.strip, names))),
        addresses=(Labelled(place),) if place else (),
        tags=tuple(dict.fromkeys(tag.lstrip("@") for tag in found["tags"].split())),
    )
    return ContactRecord(where, contact, name, digest_of(line.strip()))


def _apart(entries: list[EntryRecord]) -> list[EntryRecord]:
    """Keys for entries of one day: counted from the oldest, which stands last, so that a new one moves none."""
    times: dict[str, int] = {}
    apart: list[EntryRecord] = []
    for entry in reversed(entries):
        times[entry.key] = times.get(entry.key, 0) + 1
        apart.append(entry._replace(key=f"{entry.key} ({times[entry.key]})"))
    return apart[::-1]
