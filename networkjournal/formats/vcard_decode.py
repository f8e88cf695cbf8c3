"""The bytes of a card made text: encodings told apart, QUOTED-PRINTABLE undone, vCard 2.1 put into the newer escapes.

Promises lines that the rest reads as vCard 3.0, whatever version they came in; refuses to lose a byte it cannot decode:
such a line is kept beside its best reading.
"""

import re
from binascii import a2b_qp
from collections.abc import Sequence

from networkjournal.formats.source import guess
from networkjournal.formats.vcard_lines import mark
from networkjournal.formats.vcard_text import escape

KEPT = "X-NETWORKJOURNAL-EXTRA"
"""The property that carries a line which is no vCard line, or must not be read as one."""
_CHARSET = re.compile(rb'CHARSET="?([A-Za-z0-9_:.-]+)"?')
_UNUSUAL = re.compile(rb"CHARSET=|QUOTED-PRINTABLE|\n[ \t]*BEGIN|VERSION:[ \t]*2", re.IGNORECASE)
"""What few cards have; the others are decoded in one go."""
_OUTDATED = re.compile(r";[ \t]*(?:CHARSET=[^;]*|(?:ENCODING=)?QUOTED-PRINTABLE[^;]*)", re.IGNORECASE)
_BACKSLASH = re.compile(r"\\([;,:\\])|\\")
_CODECS = {
    **dict.fromkeys(("utf8", "usascii", "ascii"), "utf-8"),
    **dict.fromkeys(("shiftjis", "sjis", "xsjis", "windows31j", "cp932", "ms932", "csshiftjis"), "cp932"),
    **dict.fromkeys(("eucjp", "xeucjp"), "euc_jp"),
    "iso2022jp": "iso2022_jp_ext",
    **dict.fromkeys(("iso88591", "latin1", "windows1252", "cp1252"), "cp1252"),
    **{f"iso8859{n}": f"iso8859_{n}" for n in (2, 5, 7, 9, 15)},
    **{f"windows{n}": f"cp{n}" for n in range(1250, 1259) if n != 1252},
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    "big5": "big5",
    **dict.fromkeys(("euckr", "ksc56011987"), "cp949"),
    "koi8r": "koi8_r",
}
"""By name without signs. A closed list: a file must not choose among all of Python's codecs, some are slow."""


def text_lines(lines: Sequence[bytes]) -> list[str] | None:
    """The content lines of one card as text; None when one of them is in no known encoding.

    One encoding is found for the whole card; a line in another is told by itself where that is safe. A card inside an
    AGENT becomes the one line that vCard 3.0 makes of it.
    """
    joined = b"\n".join(lines)
    if not _UNUSUAL.search(joined) and guess(joined) == "utf-8":
        return joined.decode().split("\n") if lines else []
    return _one_by_one(lines)


def _one_by_one(lines: Sequence[bytes]) -> list[str] | None:
    old = any(len(line) < 40 and line.strip().upper().startswith(b"VERSION:2") for line in lines)
    common = guess(b"\n".join(line for line in lines if not _charset(line)))
    done: list[str] = []
    inner: list[str] = []
    depth = 0
    for line in lines:
        read = _text(line, common, old)
        if read is None:
            return None
        found = mark(line)
        depth += (found == "begin") - (found == "end")
        if not depth and not inner:
            done += read
            continue
        inner += read
        if not depth:
            done[-1] += escape("\n".join(inner) + "\n")
            inner = []
    return done


def _text(line: bytes, common: str | None, old: bool) -> list[str] | None:
    """The line as text, and after it the original where it could be decoded only in part."""
    head, colon, value = line.partition(b":")
    quoted = b"QUOTED-PRINTABLE" in head.upper()
    charset = _charset(line)
    if not colon or not (quoted or charset):
        codec = _codec(line, common)
        if codec is None:
            return None
        if not (old and colon):
            return [line.decode(codec)]
        return [f"{head.decode(codec)}:{_escapes(value.decode(codec), old)}"]
    decoded = _decoded(a2b_qp(value) if quoted else value, charset)
    if decoded is None:
        return None
    text, whole = decoded
    newer = f"{_OUTDATED.sub('', head.decode('utf-8', 'replace'))}:{_escapes(text, old)}"
    return [newer] if whole else [newer, f"{KEPT}:{escape(line.decode('latin-1'))}"]


def _codec(line: bytes, common: str | None) -> str | None:
    """The encoding of a line. In a cp932 card too, what is good UTF-8 beyond two bytes a character is no accident."""
    own = guess(line)
    if common == "cp932" and own == "utf-8" and not _charset(line) and max(line.decode(), default="") < "\u0800":
        return common
    return own


def _decoded(value: bytes, charset: str) -> tuple[str, bool] | None:
    """The text and whether all of it could be read. What a known charset was declared for is never guessed again."""
    codec = _CODECS.get(charset) or guess(value)
    if codec is None:
        return None
    try:
        return value.decode(codec), True
    except UnicodeDecodeError:
        return value.decode(codec, "replace"), False


def _charset(line: bytes) -> str:
    """The declared charset without signs, lower case; "" when there is none."""
    if b"CHARSET" not in (head := line.partition(b":")[0].upper()):
        return ""
    found = _CHARSET.search(head)
    return re.sub(r"[^a-z0-9]", "", found[1].decode().lower()) if found else ""


def _escapes(text: str, old: bool) -> str:
    """Line ends escaped; in vCard 2.1, where a backslash escapes signs only, every other one doubled."""
    if old:
        text = _BACKSLASH.sub(lambda found: found[0] if found[1] else "\\\\", text)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
