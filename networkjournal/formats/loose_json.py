"""JSON of other programs, taken as it comes: what is not of the type one hopes for is nothing.

Promises never to raise but `Invalid` for what is no JSON at all; refuses to trust that a key is there.
"""

import json
from datetime import date
from typing import Any

from networkjournal.errors import Invalid
from networkjournal.formats.source import decode


def document(data: bytes) -> Any:  # noqa: ANN401 - whatever it says
    """What the bytes say as JSON. Raises `Invalid`: `undecodable`, `not_json`."""
    text = decode(data)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # ValueError also for numbers longer than Python reads
        raise Invalid("file", "", "not_json") from None


def starts_object(data: bytes) -> bytes:
    """The beginning of a JSON object, for recognising it; empty for anything else. Never raises."""
    head = data[:20_000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head if head.startswith(b"{") else b""


def table(value: object) -> dict[str, Any]:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[Any]:
    """The list, or an empty one."""
    return value if isinstance(value, list) else []


def text(value: object) -> str:
    """The text, or a number written out; anything else is empty."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    try:
        return str(value)
    except ValueError:  # a number longer than Python writes
        return ""


def day(value: object) -> date | None:
    """The day that a text in ISO form begins with."""
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError:
        return None
