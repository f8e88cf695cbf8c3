"""`contact forget`: asks first, and never where nobody can answer."""

import pytest

from networkjournal.cli import question
from networkjournal.cli.command import Context
from tests.cli.shell import Shell


@pytest.fixture
def known(shell: Shell) -> Shell:
    """Someone who is written of."""
    shell.say("contact", "add", "鈴木 花子")
    shell.say("contact", "add", "Bo", "--note", "works with 鈴木花子")
    shell.say("add", "-> @鈴木花子 情報: 本\nmet @鈴木花子 and old 鈴木")
    return shell


PLAN = (
    "鈴木 花子 goes out of the file for good: record, names, history. This cannot be undone.\n"
    "  1 entry changes.\n"
    "  1 line about nobody else is taken out whole.\n"
    "  In 1 other place the name becomes …\n"
    "  1 other record (contacts, goals, events) has the name in it; there it becomes …\n"
    "  1 line has the family or given name alone, which may be anybody's: it stays.\n"
)


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person can be asked."""
    monkeypatch.setattr(Context, "interactive", True)


def test_where_nobody_can_be_asked_it_has_to_be_said(known: Shell) -> None:
    assert "--yes" in known.refused("contact", "forget", "鈴木花子")
    assert "--yes" in known.refused("contact", "forget", "鈴木花子", "--json")


def test_a_dry_run_says_what_it_comes_to(known: Shell) -> None:
    before = known.path.read_bytes()
    assert known.say("contact", "forget", "鈴木花子", "--dry-run") == PLAN
    assert known.path.read_bytes() == before


def test_said_aloud_it_is_done(known: Shell) -> None:
    told = known.say("contact", "forget", "鈴木花子", "--yes")
    assert told == "Forgotten. What you exported, shared or copied elsewhere still knows them.\n"
    assert [entry["text"] for entry in known.json("journal")] == ["…\nmet … and old 鈴木"]
    assert known.json("contact", "show", "Bo")["notes"] == "works with …"
    assert "鈴木花子".encode() not in known.path.read_bytes()
    assert "forgot someone" in known.say("history")
    assert "wrote an entry" in known.say("undo")
    known.say("check")


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize(("answer", "gone"), [(True, True), (False, False), (None, False)])
def test_at_a_terminal_it_asks_after_telling(
    known: Shell, monkeypatch: pytest.MonkeyPatch, answer: bool | None, gone: bool
) -> None:
    asked: list[str] = []

    def confirm(text: str) -> bool | None:
        asked.append(text)
        return answer

    monkeypatch.setattr(question, "confirm", confirm)

    told = known("contact", "forget", "鈴木花子")

    assert (asked, told.err, told.status) == (["Forget 鈴木 花子 for good?"], PLAN, 0)
    assert told.out.startswith("Forgotten." if gone else "Nothing was changed.")
    assert (known("contact", "show", "鈴木花子").status == 1) == gone


def test_the_document_counts_and_names_nobody(known: Shell) -> None:
    expected = {"entries": 1, "lines": 1, "mentions": 1, "records": 1, "left": 1, "copies": [], "packed": True}
    expected |= {"holding": [], "removed": [], "backup": None}
    assert known.json("contact", "forget", "鈴木花子", "--dry-run") == {"forgotten": False} | expected
    assert known.json("contact", "forget", "鈴木花子", "--yes") == {"forgotten": True} | expected


def test_who_was_removed_can_be_forgotten(known: Shell) -> None:
    known.say("contact", "remove", "鈴木花子")
    known.say("contact", "forget", "鈴木 花子", "--yes")
    assert "鈴木花子".encode() not in known.path.read_bytes()
    assert "There is no contact" in known.refused("contact", "forget", "鈴木花子", "--yes")


def test_copies_that_know_them_are_told_and_removed_when_asked(known: Shell) -> None:
    """A backup of before holds everything; without a word about it, forgetting would be a false promise."""
    known.say("backup")
    backup = next(known.path.parent.rglob("backups/*/*.db"))
    kept = known.path.with_name("journal.db.schema-3.bak")
    kept.write_bytes(backup.read_bytes())
    unreadable = known.path.with_name("journal.db.replaced-1")
    unreadable.write_bytes(b"nobody knows")
    holding = [str(unreadable), str(kept), str(backup)]
    assert known.json("contact", "forget", "鈴木花子", "--dry-run")["holding"] == holding

    told = known("contact", "forget", "鈴木花子", "--yes").out
    assert all(path in told for path in holding) and "--copies" in told
    assert backup.exists() and kept.exists()


def test_copies_go_after_a_new_backup(known: Shell) -> None:
    known.say("backup")
    backup = next(known.path.parent.rglob("backups/*/*.db"))
    old = backup.rename(backup.with_name("2026-01-01T000000.db"))

    done = known.json("contact", "forget", "鈴木花子", "--yes", "--copies")

    assert done["removed"] == [str(old)] and done["holding"] == []
    assert not old.exists()
    assert "鈴木花子".encode() not in b"".join(
        path.read_bytes() for path in known.path.parent.rglob("*") if path.is_file() and path != known.path
    )
    assert done["backup"] and known.path.parent.rglob("backups/*/*.db")


def test_a_draft_is_written_without_them(known: Shell) -> None:
    """What was never saved may hold them as well; the other words in it stay."""
    draft = known.path.with_name("journal.db.entry.draft")
    draft.write_text('%draft {"entry": 1, "base": "met 鈴木 花子"}\nfor 鈴木花子 and Bo', encoding="utf-8")
    known.say("contact", "forget", "鈴木花子", "--yes")
    assert draft.read_text(encoding="utf-8") == '%draft {"entry": 1, "base": "met …"}\nfor … and Bo'
