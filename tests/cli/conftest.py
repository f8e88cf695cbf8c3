"""A shell on a journal file of its own."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Commands on an empty journal."""
    return Shell(tmp_path / "journal.db", capsys)
