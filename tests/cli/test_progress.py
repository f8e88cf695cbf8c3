"""The line that says how far an import is: for a person at a terminal, and for nobody else."""

import io
import sys

import pytest

from networkjournal.cli import progress
from networkjournal.cli.progress import MANY, Progress


class Terminal(io.StringIO):
    """Standard error where somebody looks."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def moments(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock says, one after the other; the last is said for ever."""
    told = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: told.pop(0) if len(told) > 1 else told[0])
    return told


def say(phase: str, done: int, whole: int) -> str:
    return f"{phase} {done}/{whole}"


def test_it_is_rewritten_in_place_and_gone_at_the_end(monkeypatch: pytest.MonkeyPatch, moments: list[float]) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    moments[:] = [0.0, 0.05, 0.2, 0.25, 0.9]
    with Progress(say, {}) as line:
        for done in (1, 2, 3, 4):
            line.tell("plan", done, MANY)
    assert sys.stderr.getvalue() == f"\r\x1b[Kplan 2/{MANY}\r\x1b[Kplan 4/{MANY}\r\x1b[K"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("stream", "environment", "quiet", "whole"),
    [
        (io.StringIO(), {}, False, MANY),
        (Terminal(), {"TERM": "dumb"}, False, MANY),
        (Terminal(), {}, True, MANY),
        (Terminal(), {}, False, MANY - 1),
    ],
    ids=["no terminal", "a dumb one", "for a program", "done in a moment"],
)
def test_nothing_is_written_where_nobody_reads_it(
    monkeypatch: pytest.MonkeyPatch,
    moments: list[float],
    stream: io.StringIO,
    environment: dict[str, str],
    quiet: bool,
    whole: int,
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    moments[:] = [0.0, 9.0]
    with Progress(say, environment, quiet) as line:
        line.tell("plan", 1, whole)
    assert stream.getvalue() == ""


def test_it_goes_also_where_something_goes_wrong(monkeypatch: pytest.MonkeyPatch, moments: list[float]) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    moments[:] = [0.0, 9.0]
    with pytest.raises(KeyError), Progress(say, {}) as line:
        line.tell("bring", 1, MANY)
        raise KeyError
    assert sys.stderr.getvalue().endswith("\r\x1b[K")  # type: ignore[union-attr]
