"""vCard 3.0 and 4.0, and 2.1 as old telephones wrote it: files of cards, one after the other.

Promises that a broken card is reported and the next one read, that nothing of a card is lost (what the contact has no
field for stays in its `extra`, verbatim), and time linear in the file. Refuses to guess: no reading from kanji, no
split of a name. Own code, because the libraries at hand lose photos and stop at the first bad card.
"""

from networkjournal.errors import Invalid
from networkjournal.formats import source
from networkjournal.formats.records import BadRecord, ContactRecord, Reading, bounded, digest_of
from networkjournal.formats.vcard_decode import text_lines
from networkjournal.formats.vcard_fields import contact_of
from networkjournal.formats.vcard_lines import LONGEST_LINE, MOST_LINES, RawCard, Stray, mark, raw_cards
from networkjournal.formats.vcard_write import Version, write

__all__ = ["Version", "read", "recognise", "write"]

_ROOM = 20_000
_FIRST_LINES = 10
_DETAIL = 80
_PASSING = ("REV", "PRODID")
"""Properties that change from one export to the next while the person does not: no part of the digest."""


def recognise(data: bytes) -> bool:
    """Whether a card begins within the first ten lines that are not empty. Never raises."""
    # An even number of bytes, so that UTF-16 is not cut in two; a pair of surrogates cut by it is no BEGIN anyway.
    head = data[:_ROOM]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    lines = [line for line in head.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip()]
    return any(mark(line) == "begin" for line in lines[:_FIRST_LINES])


def read(data: bytes, name: str) -> Reading:
    """All cards of a file; `name` is the file's, for messages. A card that cannot be read is in `bad`.

    Raises `Invalid`: `undecodable` only when not one of its cards is in a known encoding, and as `bounded`.
    """
    contacts: list[ContactRecord] = []
    bad: list[BadRecord] = []
    for raw in raw_cards(source.plain(data)):
        record = _stray(raw) if isinstance(raw, Stray) else _record(raw)
        if isinstance(record, ContactRecord):
            contacts.append(record)
        else:
            bad.append(record)
        bounded(len(contacts), len(bad))
    if not contacts and bad and all(record.reason == "undecodable" for record in bad):
        raise Invalid("file", "", "undecodable", name)
    return Reading(tuple(contacts), (), tuple(bad))


def _record(raw: RawCard) -> ContactRecord | BadRecord:
    where = f"card {raw.number}, line {raw.line}"
    if len(raw.lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in raw.lines):
        return BadRecord(where, "too_large")
    lines = text_lines(raw.lines)
    if lines is None:
        return BadRecord(where, "undecodable")
    if not raw.complete:
        return BadRecord(where, "truncated", _called(lines))
    contact, uid = contact_of(lines)
    if contact is None:
        return BadRecord(where, "no_name", _called(lines))
    return ContactRecord(where, contact, uid, digest_of("\n".join(line for line in lines if not _passes(line))))


def _stray(stray: Stray) -> BadRecord:
    return BadRecord(f"line {stray.line}", "stray", stray.text[: 4 * _DETAIL].decode("utf-8", "replace")[:_DETAIL])


def _called(lines: list[str]) -> str:
    """A line by which the card's owner knows it again: its name, else whatever comes first."""
    named = (line for line in lines if line[:3].upper() in ("FN:", "FN;"))
    told = (line for line in lines if not line.upper().startswith("VERSION:"))
    return next(named, next(told, ""))[:_DETAIL]


def _passes(line: str) -> bool:
    return line[:1] in "RPrp" and line[:10].upper().partition(":")[0].partition(";")[0] in _PASSING
