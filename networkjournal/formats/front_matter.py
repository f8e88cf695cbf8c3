"""The YAML block at the top of a note, set aside.

Promises that a block which says more than the entry knows goes to the end of the text, fenced, where nothing in it is a
mark or a mention; refuses to read YAML: only the keys at the left margin are looked at.
"""

import re

from networkjournal.formats.identifier import own

_KEY = re.compile(r"(?P<quote>[\"']?)(?P<key>[^\s\"'#:\[\]{}-][^\"'#:]*)(?P=quote)\s*:(?:\s|$)")
_OURS = re.compile(r"---\ndate: [0-9]{4}-[0-9]{2}-[0-9]{2}\n(?:uid: (?P<uid>[0-9a-f-]+@[a-z]+)\n)?---\n\n")
_CLOSING = ("---", "...")
_MOST_LINES = 1000
"""A longer block is no front matter but a text between two rules."""
_KNOWN = frozenset({"date", "title", "tags"})
"""Keys that note programs write by themselves: the day is in the file's name, the others repeat the text."""


def identifier(text: str) -> str:
    """The identifier that `markdown_write` wrote above a text (with LF); "" where there is none of ours."""
    ours = _OURS.match(text)
    return own(ours["uid"] or "") if ours else ""


def set_aside(text: str) -> str:
    """`text` (with LF) without its front matter, leading empty lines gone.

    A block with any key other than date, title and tags is put verbatim at the end inside a fence: what the entry has
    no place for is kept, and the entry still begins with its first words. What merely looks like front matter (no
    second rule, lines that are no YAML mapping) is text and stays. Below the one that `markdown_write` writes, every
    line of the text stays, empty ones too.
    """
    if ours := _OURS.match(text):
        return text[ours.end() :]
    lines = text.split("\n", _MOST_LINES)
    if lines[0].rstrip() != "---":
        return text
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in _CLOSING), 0)
    keys = _keys(lines[1:end])
    if not end or keys is None:
        return text
    body = "\n".join(lines[end + 1 :]).strip("\n")
    if keys <= _KNOWN:
        return body
    block = "\n".join(lines[: end + 1])
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", block)), default=0))
    return f"{body}\n\n{fence}\n{block}\n{fence}".lstrip("\n")


def _keys(lines: list[str]) -> set[str] | None:
    """The keys at the left margin, lower case; None when the lines are no YAML mapping."""
    keys: set[str] = set()
    for line in lines:
        if found := _KEY.match(line):
            keys.add(found["key"].strip().lower())
        elif line.strip() and not line.startswith((" ", "\t", "- ", "#")) and line.strip() != "-":
            return None
        elif line.startswith("- ") and not keys:
            # A list before any key is the text of a note that begins with a rule.
            return None
    return keys
