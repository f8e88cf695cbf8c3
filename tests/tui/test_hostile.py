"""The real program in a terminal, on a journal in which every text acts: the very bytes that the terminal is sent."""

import re
from pathlib import Path

from tests.hostile import CORPUS, hostile_journal
from tests.tui.test_terminal import Terminal

KEYS = ("\r", "\x1b[21~", "b", "\x1b[21~", "E", "\x1b[21~", "M", "\x1b[21~", "i", "\x1b[21~", "H", "\x1b[21~", "S")
"""A contact, a brief, events, oneself, the inbox, the history, suggestions; F10 leads back from each."""
NEVER = re.compile("[\x05\x0b\x0c\x0e\x7f-\x9f\u061c\u200f\u2028-\u202e\u2066-\u2069]|\b")
"""What the program itself never sends."""


def test_no_text_reaches_the_terminal_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    hostile_journal(str(path)).close()
    terminal = Terminal(path)
    try:
        terminal.until(lambda: b"owned" in terminal.drawn)
        for key in KEYS:
            before = len(terminal.drawn)
            terminal.type(key)
            terminal.until(lambda before=before: len(terminal.drawn) > before + 200)  # type: ignore[misc]
    finally:
        terminal.close()
    drawn = terminal.drawn.decode("utf-8", "replace")
    assert [name for name, text in CORPUS.items() if name != "markup" and "\x1b]" in text and text in drawn] == []
    assert not re.search("\x1b\\](0|52|8);[^\x07]*(owned|b3duZWQ|passwd)", drawn)
    assert "\x1b[?1049hOther" not in drawn and "\x1bcReset" not in drawn and "\x1b[31;5m" not in drawn
    assert [repr(drawn[max(at.start() - 40, 0) : at.end() + 10]) for at in NEVER.finditer(drawn)] == []
