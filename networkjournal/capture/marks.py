"""Lines and their marks: which line of a text is posted as what. Refuses to read what follows the mark."""

import re
from collections.abc import Iterator

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.width import narrow

MarkName = Literal[
    "given", "received", "settlement", "open", "done", "awaiting", "dropped", "insight", "result", "prose"
]

_SIGNS: dict[str, MarkName] = {
    "->": "given",
    "→": "given",
    "<>": "settlement",
    "<-": "received",
    "←": "received",
    "[ ]": "open",
    "[x]": "done",
    "[X]": "done",
    "[<]": "awaiting",
    "[-]": "dropped",
    "! ": "insight",
    "= ": "result",
}
_BULLET = re.compile(r"\s*(?:[-*] +|・ *)?")
_MARK = re.compile(
    r"->(?!>)|→|<>|<-(?![->])|←"
    r"|\[[ xX<-]\](?![(:\[])"  # a Markdown link or its definition is prose
    r"|[!=] "
)
_SAID_NOTHING = r"\s*[@#%+]?\s*(?:[^\s@:]{1,40}:)?\s*"
_FENCE = re.compile(r"\s*(?:[-*] +|・ *)?```")


class Line(NamedTuple):
    """One line of an entry."""

    number: int
    """Counted from 1."""
    text: str
    mark: MarkName
    start: int
    """Where the text after bullet, mark and white space begins."""
    fenced: bool
    """Inside a code block (its fences included) nothing is a mark or a mention."""


def lines(text: str) -> Iterator[Line]:
    """Read a text's lines in order. An unclosed code block lasts to the end."""
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        fence = _FENCE.match(line) is not None
        if fence or fenced:
            yield Line(number, line, "prose", 0, True)
            fenced = fenced != fence
        else:
            yield _read(number, line)


def is_bare(line: str) -> bool:
    """Whether a line has a mark and says nothing behind it: at most a sign without a name, and a kind of exchange."""
    plain = f"{narrow(line)} "  # `!` and `=` are marks before white space, which an editor may have cut off
    bullet = _BULLET.match(plain)
    found = _MARK.match(plain, bullet.end() if bullet else 0)
    return found is not None and re.fullmatch(_SAID_NOTHING, plain[found.end() :]) is not None


def _read(number: int, line: str) -> Line:
    plain = narrow(line)
    bullet = _BULLET.match(plain)
    found = _MARK.match(plain, bullet.end() if bullet else 0)
    if found is None:
        return Line(number, line, "prose", 0, False)
    mark = _SIGNS[found[0]]
    rest = plain[found.end() :].lstrip()
    if not rest and mark not in ("given", "received", "settlement"):
        return Line(number, line, "prose", 0, False)  # an empty box or a lone `!` says nothing
    return Line(number, line, mark, len(line) - len(rest), False)
