"""Drafts: private, found again, removed when they are done with, and never another program's."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.tui.draft import About, DraftFile, _read, _written, drafts_left

ABOUT = About(7, "2026-11-20", "as it was\n", "2026-11-19", ("-> @\n! ",))
HOLDER = """
import sys
from networkjournal.tui.draft import DraftFile
draft = DraftFile(sys.argv[1])
draft.keep("theirs")
print("kept", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def journal(tmp_path: Path) -> str:
    return str(tmp_path / "journal.db")


def files(journal: str) -> list[str]:
    return sorted(path.name for path in Path(journal).parent.iterdir())


def test_what_was_kept_is_found_again_privately(journal: str) -> None:
    draft = DraftFile(journal)
    draft.keep("昨日@田")
    draft.keep("昨日@田中\nさん")
    assert Path(f"{journal}.draft").read_text(encoding="utf-8") == "昨日@田中\nさん"
    assert Path(f"{journal}.draft").stat().st_mode & 0o777 == 0o600
    draft.release()

    assert DraftFile(journal).left() == "昨日@田中\nさん"


def test_all_about_it_is_found_again(journal: str) -> None:
    draft = DraftFile(journal, "entry")
    draft.keep("text", ABOUT)
    draft.release()

    found = DraftFile(journal, "entry")
    assert (found.left(), found.about) == ("text", ABOUT)


@given(st.text(), st.sampled_from([About(), ABOUT, About(day="%draft {}")]))
def test_any_text_comes_back(text: str, about: About) -> None:
    for written in (text, f"%draft {text}", f"%draft {{}}\n{text}"):
        assert _read(_written(written, about)) == (written, about)


def test_a_first_line_that_says_nothing_is_text() -> None:
    for text in ("%draft", "%draft [1]\nx", '%draft {"other": 1}\nx', '%draft {"entry": "x"}\ny'):
        assert _read(text) == (text, About())


def test_what_is_done_with_leaves_nothing(journal: str) -> None:
    draft = DraftFile(journal)
    draft.keep("text")
    draft.keep("")
    assert files(journal) == []
    draft.keep("again")
    assert files(journal) == ["journal.db.draft"]


def test_two_who_write_at_once_have_a_file_each(journal: str) -> None:
    first, second = DraftFile(journal), DraftFile(journal)
    first.keep("one")
    second.keep("two")
    first.keep("one more")
    assert files(journal) == ["journal.db.draft", "journal.db.draft-2"]
    assert DraftFile(journal).left() == "", "nobody takes what is held"

    first.release()
    second.release()
    assert [draft.left() for draft in drafts_left(journal, "")] == ["one more", "two"]


def test_a_free_name_is_used_again(journal: str) -> None:
    first, second, third = DraftFile(journal), DraftFile(journal), DraftFile(journal)
    first.keep("one")
    second.keep("two")
    first.keep("")
    third.keep("three")
    assert Path(f"{journal}.draft").read_text(encoding="utf-8") == "three"
    assert Path(f"{journal}.draft-2").read_text(encoding="utf-8") == "two"


def test_places_do_not_mix(journal: str) -> None:
    bar, entry = DraftFile(journal), DraftFile(journal, "entry")
    bar.keep("bar")
    entry.keep("entry")
    bar.release()
    entry.release()
    assert [draft.left() for draft in drafts_left(journal, "")] == ["bar"]


def test_another_programs_draft_is_its_own_until_it_is_gone(journal: str) -> None:
    """Killed, it lets go of the lock, whatever else it could not do any more."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, journal],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"kept\n"
        mine = DraftFile(journal)
        assert mine.left() == ""
        mine.keep("mine")
        assert files(journal) == ["journal.db.draft", "journal.db.draft-2"]
    finally:
        other.kill()
        other.communicate()
    assert DraftFile(journal).left() == "theirs"


def test_what_a_killed_program_left_half_done_is_no_draft(journal: str) -> None:
    """Between making the file and filling it, and between writing the new one and putting it there."""
    Path(f"{journal}.draft").touch()
    Path(f"{journal}.draft.part").write_text("half", encoding="utf-8")
    draft = DraftFile(journal)
    assert draft.left() == ""
    draft.keep("whole")
    assert files(journal) == ["journal.db.draft"]


def test_a_folder_that_cannot_be_written_stops_nobody_from_typing(tmp_path: Path) -> None:
    draft = DraftFile(str(tmp_path / "none" / "journal.db"))
    draft.keep("text")
    draft.keep("more")
    assert DraftFile(str(tmp_path / "none" / "journal.db")).left() == ""


def test_a_journal_in_memory_keeps_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    draft = DraftFile(":memory:")
    draft.keep("text")
    assert list(tmp_path.iterdir()) == []
    assert drafts_left(":memory:", "") == []
