"""The made-up journal that speed is measured with: as large as asked for, always the same, and sound."""

from pathlib import Path

import pytest

from benchmarks.sample import Life, make
from networkjournal.journal import Journal


def test_it_has_what_was_asked_for_and_is_posted_as_it_says(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    make(str(path), contacts=30, entries=40, exchanges=300)
    journal = Journal.open(str(path))
    try:
        checked = journal.check()
        assert (checked.entries, checked.contacts, checked.exchanges, checked.differences) == (40, 30, 300, ())
    finally:
        journal.close()


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        make(str(path), 1, 1, 1)
    assert path.read_text() == "mine"


def test_the_same_seed_makes_the_same_people_and_texts() -> None:
    assert list(Life(3).contacts(50)) == list(Life(3).contacts(50)) != list(Life(4).contacts(50))
    one, other = ([*Life(seed).texts(20, 100, ["a", "b", "c", "d"], ["#x"])] for seed in (3, 3))
    assert one == other


def test_no_two_people_have_one_name() -> None:
    names = [contact.name for contact in Life(6).contacts(10_000)]
    assert len(set(names)) == len(names)
