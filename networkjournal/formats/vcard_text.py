"""The values of content lines: escapes, lists and structures, and how a line is folded again.

Promises that `unescape(escape(text))` is `text` with its line ends made LF; refuses to know properties.
"""

import re
from functools import lru_cache

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MEANT = {"n": "\n", "N": "\n", "\\": "\\", ",": ",", ";": ";", ":": ":", '"': '"'}
_PIECE = {sign: re.compile(rf"(?:[^\\{sign}]++|\\.|\\)*+", re.DOTALL) for sign in ",;"}
# Three quarters of a hundred octets, without the line end (RFC 6350, 3.2).
_WIDTH = 75


def unescape(value: str) -> str:
    """The text that an escaped value means. An unknown escape stays as it is written."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda found: _MEANT.get(found[1], found[0]), value)


def escape(text: str) -> str:
    """`text` as a value: backslash, comma, semicolon and line ends escaped."""
    return escape_uri(text).replace(",", "\\,").replace(";", "\\;")


def escape_uri(text: str) -> str:
    """`text` as a value in which commas and semicolons are themselves: an address of the web."""
    return text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def split(value: str, sign: str) -> list[str]:
    """The pieces of `value` between the `sign`s ("," or ";") that are not escaped, each still escaped."""
    if "\\" not in value:
        return value.split(sign)
    pieces, at = [], 0
    while True:
        found = _PIECE[sign].match(value, at)
        assert found is not None  # it matches the empty piece
        pieces.append(found[0])
        at = found.end() + 1
        if at > len(value):
            return pieces


@lru_cache(maxsize=16)
def structure(value: str, size: int) -> tuple[str, ...]:
    """The components of a structured value such as N: unescaped, stripped, at least `size` of them."""
    parts = [one_line(unescape(part)) for part in split(value, ";")]
    return (*parts, *[""] * (size - len(parts)))


def texts(value: str) -> list[str]:
    """The items of a list value such as NICKNAME: unescaped, stripped, without empty ones."""
    return [item for part in split(value, ",") if (item := one_line(unescape(part)))]


def one_line(text: str) -> str:
    """`text` stripped, and its line ends made single spaces: a name has none."""
    if "\n" not in text:
        return text.strip()
    return " ".join(filter(None, (part.strip() for part in text.split("\n"))))


def fold(line: str) -> str:
    """A content line as it is written: at most 75 octets to a physical line, never cut inside a character, CRLF last.

    Half a surrogate pair, which UTF-8 cannot hold, becomes a question mark.
    """
    data = line.encode("utf-8", "replace")
    if len(data) <= _WIDTH:
        return data.decode() + "\r\n"
    pieces, at, room = [], 0, _WIDTH
    while len(data) - at > room:
        end = at + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[at:end].decode())
        # The space that marks a continuation takes one octet.
        at, room = end, _WIDTH - 1
    pieces.append(data[at:].decode())
    return "\r\n ".join(pieces) + "\r\n"
