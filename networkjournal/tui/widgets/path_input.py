"""A line for names of files and folders, one or several; Tab completes the one at the end.

Promises to take what a terminal pastes when files are dropped on it: quoted, escaped, or a line each. Refuses to open
anything: it only looks into folders, when Tab asks.
"""

import os
import re
import shlex
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from networkjournal.i18n import N_
from networkjournal.tui.widgets.line_input import LineInput

_SPECIAL = re.compile(r"([\s'\"\\])")


class PathInput(LineInput):
    """The field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", N_("Complete"), id="path.complete",
                tooltip=N_("Complete the name of the file; where nothing can be completed, go on")),
    ]  # fmt: skip

    @dataclass
    class Offered(Message):
        """Several names begin so; none where the name is whole."""

        names: tuple[str, ...]

    def action_complete(self) -> None:
        """Write as much of the name as is certain."""
        done = completed(self.value)
        self.post_message(self.Offered(done.names))
        if done.text != self.value:
            self.value = done.text
            self.cursor_position = len(done.text)
        elif not done.names:
            self.screen.focus_next()

    def _on_paste(self, event: events.Paste) -> None:
        """Several lines are several files."""
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(" ".join(map(_quoted, lines)) + " ")
        else:
            super()._on_paste(event)


class Completed(NamedTuple):
    """What Tab makes of the text."""

    text: str
    names: tuple[str, ...] = ()
    """What the name may go on as, where there are several."""


def paths(text: str) -> tuple[str, ...]:
    """The files that a text names. What is there as it stands is one, spaces and all."""
    text = text.strip()
    if not text:
        return ()
    if os.path.exists(os.path.expanduser(text)):
        return (os.path.expanduser(text),)
    try:
        words = shlex.split(text)
    except ValueError:  # a quote that is not closed
        words = [text]
    return tuple(map(os.path.expanduser, words))


def completed(text: str) -> Completed:
    """The text with the last name in it completed as far as the folder says."""
    start, quote, word = _last_word(text)
    if not word:
        return Completed(text)
    head, begun = os.path.split(word)
    names = _within(os.path.expanduser(head) or ".", begun)
    if not names:
        return Completed(text)
    whole = word[: len(word) - len(begun)] + _shared(names)
    if len(names) == 1 and os.path.isdir(os.path.expanduser(whole)):
        whole += os.sep
    written = f"{quote}{whole}" if quote else _SPECIAL.sub(r"\\\1", whole)
    if len(names) == 1 and quote and not whole.endswith(os.sep):
        written += quote
    return Completed(text[:start] + written, () if len(names) == 1 else names)


def _shared(names: Sequence[str]) -> str:
    """What all of them begin with."""
    first, last = min(names), max(names)
    return first[: next((n for n, char in enumerate(first) if last[n : n + 1] != char), len(first))]


def _within(folder: str, begun: str) -> tuple[str, ...]:
    """The names in a folder that begin so; hidden ones only where that is asked for."""
    found: Sequence[str] = ()
    with suppress(OSError, ValueError):
        found = os.listdir(folder)
    return tuple(sorted(n for n in found if n.startswith(begun) and (begun or not n.startswith("."))))


def _last_word(text: str) -> tuple[int, str, str]:
    """Where the last word of a line begins, the quote that is open in it, and what it says."""
    start, quote, word, escaped = 0, "", "", False
    for at, char in enumerate(text):
        if escaped:
            word, escaped = word + char, False
        elif char == "\\" and quote != "'":
            escaped = True
        elif quote:
            quote, word = ("", word) if char == quote else (quote, word + char)
        elif char in "'\"":
            quote = char
        elif char.isspace():
            start, word = at + 1, ""
        else:
            word += char
    return start, quote, word


def _quoted(line: str) -> str:
    """A line as one name; what is quoted or escaped already stays."""
    return line if line[0] in "'\"" or "\\" in line else shlex.quote(line)
