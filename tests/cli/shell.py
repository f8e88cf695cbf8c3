"""A shell for tests: runs commands on one journal file and gives back what they printed."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from networkjournal.cli import main

TODAY = "2026-11-23"


class Told(NamedTuple):
    """What a command said."""

    status: int
    out: str
    err: str


class Shell:
    """Runs one command after another, all on the same file and the same day."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self._capsys = capsys

    def __call__(self, *argv: str) -> Told:
        """Run a command that may fail."""
        status = main(["--db", str(self.path), "--today", TODAY, *argv])
        return Told(status, *self._capsys.readouterr())

    def say(self, *argv: str) -> str:
        """Run a command that has to work, and give what it printed."""
        told = self(*argv)
        assert (told.status, told.err) == (0, "")
        return told.out

    def json(self, *argv: str) -> Any:  # noqa: ANN401 - a document
        """Run a command with `--json`, and give its document."""
        return json.loads(self.say(*argv, "--json"))

    def refused(self, *argv: str) -> str:
        """Run a command that has to fail with one line and to leave the file alone; gives that line."""
        before = self.path.read_bytes()
        told = self(*argv)
        assert told.status in (1, 2) and told.out == ""
        assert told.err.count("\n") == 1 and "Traceback" not in told.err and "Internal" not in told.err
        assert self.path.read_bytes() == before
        return told.err
