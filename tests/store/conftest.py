"""An open file in memory, a journal in it that knows a few people, and a place for one on disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.store.connection import Connection, connect


@pytest.fixture
def connection() -> Iterator[Connection]:
    """A new journal file in memory."""
    made = connect(":memory:")
    yield made
    made.close()


@pytest.fixture
def journal() -> Iterator[Journal]:
    """A journal in memory that knows three people."""
    made = Journal.open(":memory:")
    made.add_contact(Contact("田中 太郎", reading="タナカ タロウ"))
    made.add_contact(Contact("鈴木 花子", reading="スズキ ハナコ"))
    made.add_contact(Contact("Jane Smith"))
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Where a journal may be made; its folder is not there yet."""
    return str(tmp_path / "data" / "journal.db")
