"""Templates: texts to begin an entry with. Where the cursor goes in one, and what is taken out of it again on saving.

Pure, and without a sentence: the texts are the front end's or the person's own. Promises that nothing a person wrote is
ever taken out, only lines of the template itself.
"""

from collections.abc import Iterable

from networkjournal.capture.kinds import Setting
from networkjournal.capture.marks import is_bare
from networkjournal.lean import NamedTuple
from networkjournal.model.kind import KINDS, OTHER
from networkjournal.model.posting import Direction


class Template(NamedTuple):
    """A text to insert."""

    text: str
    cursor: int
    """Where one writes on, as an index into the text."""


def template(text: str) -> Template:
    """A text with its cursor: behind the first sign that names nobody yet, or else where the first words are wanted."""
    start = 0
    for line in text.split("\n"):
        if is_bare(line) and "@" in line:
            return Template(text, start + line.index("@") + 1)
        if _wants_words(line):
            return Template(text, start + len(line))
        start += len(line) + 1
    return Template(text, len(text))


def exchange(direction: Direction, word: str) -> Template:
    """The beginning of an exchange line; `word` names its kind, none leaves that open."""
    mark = "-> @" if direction == "given" else "<- @"
    return Template(f"{mark} {word}: " if word else f"{mark} ", len(mark))


def kind_word(kind: str, *, japanese: bool, settings: Iterable[Setting] = ()) -> str:
    """The word that one writes before the colon for a kind; none for the kind that needs no word.

    In Japanese the first Japanese word there is; elsewhere the kind's name, or the usual short form of it.
    """
    if kind == OTHER:
        return ""
    words = tuple(word for one in (*KINDS, *settings) if one.name == kind for word in one.words)
    if japanese:
        return next((word for word in words if not word.isascii()), kind)
    return next((word for word in words if kind.startswith(word)), kind)


def written(text: str, templates: Iterable[str]) -> str:
    """A text without those lines of the templates that still say nothing: nothing was written into them.

    Other lines of a template, a heading say, stay where anything was written at all.
    """
    known = {line.rstrip() for one in templates for line in one.split("\n")}
    idle = {line.rstrip() for one in templates for line in one.split("\n") if _wants_words(line)}
    lines = text.split("\n")
    if known and all(line.rstrip() in known for line in lines if line.strip()):
        return ""
    kept: list[str] = []
    gap = False
    for line in lines:
        if line.strip() and line.rstrip() in idle:
            gap = True
        elif line.strip() or not (gap and not (kept and kept[-1].strip())):
            kept.append(line)
            gap = gap and not line.strip()
    return "\n".join(kept)


def _wants_words(line: str) -> bool:
    """A bare mark does, and so does a line that ends in a space: `Plan: `."""
    return bool(line.strip()) and (is_bare(line) or line != line.rstrip())
