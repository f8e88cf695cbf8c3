"""From bytes to text, the same way for every format: by what the bytes are, never by what a file is called.

Promises one answer for the same bytes; refuses to guess beyond UTF-8, marked UTF-16 and the Japanese code page.
"""

from networkjournal.errors import Invalid

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NOT_TEXT = frozenset("\0\x80\xa0\uf8f0\uf8f1\uf8f2\uf8f3")
"""What Python's cp932 makes of bytes that Shift_JIS leaves undefined, and NUL: signs of something that is no text."""


def decode(data: bytes) -> str:
    """The text of `data`: strict UTF-8 with or without a mark, UTF-16 with one, else cp932. Line endings stay.

    Raises `Invalid` (`undecodable`) for what is none of these; the error holds nothing of the content.
    """
    text = utf16(data)
    if text is not None:
        return text
    found = guess(data.removeprefix(_UTF8_MARK))
    if found is None:
        raise Invalid("file", "", "undecodable")
    return data.removeprefix(_UTF8_MARK).decode(found)


def plain(data: bytes) -> bytes:
    """`data` without its byte order mark, UTF-16 as UTF-8, else as it is. Raises `Invalid` for broken UTF-16."""
    text = utf16(data)
    return data.removeprefix(_UTF8_MARK) if text is None else text.encode()


def guess(data: bytes) -> str | None:
    """The name of the encoding that `data` without a mark is in, "utf-8" or "cp932"; None when it is neither."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = data.decode("cp932")
        except UnicodeDecodeError:
            return None
        return None if not _NOT_TEXT.isdisjoint(text) else "cp932"
    return "utf-8"


def utf16(data: bytes) -> str | None:
    """The text when `data` begins with a mark of UTF-16, else None. Raises `Invalid` when it breaks off or is none."""
    if not data.startswith(_UTF16_MARKS):
        return None
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        raise Invalid("file", "", "undecodable") from None
