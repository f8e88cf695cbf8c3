"""Texts of files made such as a journal can hold: no NUL, no half of a surrogate pair.

Promises records that say the same but for what cannot be kept; refuses to look where the bytes cannot hold such things.
"""

import re
from typing import Any, TypeVar

from networkjournal.formats.records import Reading
from networkjournal.model.contact import Labelled

_UNFIT = re.compile("[\0\ud800-\udfff]")
_SIGNS = (b"\0", b"\\u", b"=00")
"""How bytes may come to mean such a character: itself (also in UTF-16), in JSON, in QUOTED-PRINTABLE."""
_Any = TypeVar("_Any")


def fit(reading: Reading, data: bytes) -> Reading:
    """The reading with every such character replaced by U+FFFD."""
    if not any(sign in data for sign in _SIGNS):
        return reading
    return reading._replace(
        contacts=tuple(one._replace(contact=_fields(one.contact), uid=_text(one.uid)) for one in reading.contacts),
        entries=tuple(one._replace(key=_text(one.key), text=_text(one.text)) for one in reading.entries),
        events=tuple(
            one._replace(key=_text(one.key), event=_fields(one.event), attendees=_value(one.attendees))
            for one in reading.events
        ),
    )


def _fields(record: _Any) -> _Any:
    values = {name: _value(getattr(record, name)) for name in record._fields}  # type: ignore[attr-defined]
    made: _Any = record._replace(**values)  # type: ignore[attr-defined]
    return made


def _value(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Labelled):
        return Labelled(_text(value.value), _text(value.label))
    return tuple(map(_value, value)) if isinstance(value, tuple) else value


def _text(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
