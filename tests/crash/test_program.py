"""The program itself on a disk that makes trouble: it says so, keeps what is typed, and goes on once that is over."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.crash.sqlite_files import why_not
from tests.tui.desk import journal
from tests.tui.test_killed import PAINTED, texts
from tests.tui.test_terminal import Terminal

LINE = "-> @鈴木花子 情報: 本の話"

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


class Hindered:
    """The program, and the disk that one can make trouble on."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "data" / "journal.db"
        self.path.parent.mkdir(0o700)
        journal(str(self.path)).close()
        self.before = texts(self.path)
        self._control = folder / "control"
        self.disk("")
        self.terminal: Terminal | None = None

    def disk(self, how: str) -> None:
        """From now on the disk is like this."""
        beside = self._control.with_suffix(".new")
        beside.write_text(how, encoding="ascii")
        beside.replace(self._control)

    def open(self) -> None:
        """Open it, and see it painted."""
        self.terminal = Terminal(self.path, program=("tests.crash.hindered", str(self._control)))
        self.sees(PAINTED)

    def types(self, keys: str) -> None:
        """Type on."""
        assert self.terminal is not None
        self.terminal.drawn = b""
        self.terminal.type(keys)

    def sees(self, *words: bytes) -> None:
        """Wait until these are on the screen."""
        at = self.terminal
        assert at is not None
        at.until(lambda: any(word in at.drawn for word in words))

    def until(self, ready: Callable[[], bool]) -> None:
        """Wait until something is so."""
        assert self.terminal is not None
        self.terminal.until(ready)

    @property
    def draft(self) -> str:
        """What the draft holds."""
        kept = Path(f"{self.path}.draft")
        return kept.read_text(encoding="utf-8") if kept.exists() else ""


@pytest.fixture
def hindered(tmp_path: Path) -> Iterator[Hindered]:
    """A journal with four people; the program is not open yet."""
    made = Hindered(tmp_path)
    try:
        yield made
    finally:
        os.chmod(made.path.parent, 0o700)
        if made.terminal is not None:
            made.terminal.close()


def test_a_disk_that_takes_nothing_is_told_and_the_text_stays(hindered: Hindered) -> None:
    """Full, over quota, broken, slow: one after the other, in one program that stays open."""
    hindered.open()
    hindered.types("a" + LINE)
    hindered.until(lambda: hindered.draft == LINE)
    for how, word in (("full", b"is full"), ("quota", b"is full"), ("broken", b"I/O error")):
        hindered.disk(how)
        hindered.types("\r")
        hindered.sees(word)
        assert hindered.draft == LINE
        hindered.disk("")
        assert texts(hindered.path) == hindered.before
    hindered.disk("slow")
    hindered.types("\rand the next line")
    hindered.until(lambda: hindered.draft == "and the next line")
    hindered.disk("")
    assert [text.splitlines()[0] for text in texts(hindered.path)[len(hindered.before) :]] == [LINE]


def test_whoever_leaves_where_nothing_can_be_kept_is_warned(hindered: Hindered) -> None:
    hindered.open()
    hindered.disk("full")
    hindered.types("anot kept")
    hindered.sees(b"not kept")
    hindered.types("\x11")  # ctrl+q
    hindered.sees(b"cannot be kept")
    hindered.disk("")
    hindered.types(" yet")
    hindered.until(lambda: hindered.draft == "not kept yet")


def test_a_file_that_is_taken_away_is_told_and_the_text_stays(hindered: Hindered) -> None:
    """Renamed, and replaced by a copy: the program would write into a file that nobody will open again."""
    hindered.open()
    hindered.types("a" + LINE)
    hindered.until(lambda: hindered.draft == LINE)
    away = hindered.path.with_name("away.db")
    hindered.path.rename(away)
    hindered.types("\r")
    hindered.sees(b"was removed")
    hindered.path.write_bytes(away.read_bytes())
    hindered.types("\r")
    hindered.sees(b"was removed", b"replaced")
    assert texts(hindered.path) == hindered.before and hindered.draft == LINE
    away.rename(hindered.path)
    hindered.types("\r")
    hindered.until(lambda: len(texts(hindered.path)) == len(hindered.before) + 1)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_only_be_read_can_be_read(what: str, hindered: Hindered) -> None:
    os.chmod(hindered.path if what == "file" else hindered.path.parent, 0o400 if what == "file" else 0o500)
    for beside in hindered.path.parent.glob("*-journal"):
        os.chmod(hindered.path.parent, 0o700)
        beside.unlink()
        os.chmod(hindered.path.parent, 0o500 if what == "folder" else 0o700)
    hindered.open()
    hindered.types("a" + LINE)
    hindered.sees(b"information")
    hindered.types("\r")
    hindered.sees(b"read-only")
    assert texts(hindered.path) == hindered.before
    os.chmod(hindered.path.parent, 0o700)
    hindered.until(lambda: hindered.draft == LINE)
