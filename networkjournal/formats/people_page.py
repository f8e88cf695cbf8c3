"""The page of a person in a folder that this program wrote: its front matter is the contact.

Promises that every field which `markdown_write` writes is read again, and that a page of anybody else's is none;
refuses to read what stands below: what passed is posted from the texts of the days.
"""

import json
import re
from typing import Any

from networkjournal.formats.records import BadRecord, ContactRecord, digest_of
from networkjournal.model.contact import Contact, Labelled

_BEGIN = re.compile("\ufeff?---\nnetworkjournal: contact\n")
_NOT_WRITTEN = frozenset(("id", "extra", "archived", "snoozed_until"))
UID = "uid"
"""What a page calls the identifier of its person."""
_NAMED = frozenset((*Contact._fields, UID))
_EMPTY = Contact("")
_LABELLED = frozenset(("emails", "phones", "urls", "addresses"))
_DETAIL = 80


def recognise(data: bytes) -> bool:
    """Whether the file begins as such a page does. Never raises."""
    return bool(_BEGIN.match(data[:200].decode("utf-8", "ignore").replace("\r\n", "\n")))


def read(text: str, where: str) -> ContactRecord | BadRecord | None:
    """The person of a page (with LF); `None` for any other text."""
    begin = _BEGIN.match(text)
    if begin is None:
        return None
    head, end, _ = text[begin.end() :].partition("\n---\n")
    if not end:
        return BadRecord(where, "truncated")
    fields: dict[str, Any] = {}
    for line in head.split("\n"):
        name, _, told = line.partition(": ")
        if name in _NOT_WRITTEN or name not in _NAMED:
            continue
        try:
            fields[name] = _value(name, json.loads(told))
        except (ValueError, TypeError, KeyError, RecursionError):
            return BadRecord(where, "misshapen", line[:_DETAIL])
    if not fields.get("name", "").strip():
        return BadRecord(where, "no_name")
    uid = fields.pop(UID, "")
    return ContactRecord(where, _EMPTY._replace(**fields), uid, digest_of(head))


def _value(name: str, told: object) -> str | tuple[str | Labelled, ...]:
    """What a field holds. Raises `TypeError` or `KeyError` for anything else."""
    if name == UID or isinstance(getattr(_EMPTY, name), str):
        return _text(told)
    if not isinstance(told, list):
        raise TypeError(name)
    if name in _LABELLED:
        return tuple(Labelled(_text(one["value"]), _text(one["label"])) for one in told)
    return tuple(map(_text, told))


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError(told)
    return told
