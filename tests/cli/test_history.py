"""`history`: what was changed, when and through what; and one change, record by record."""

import time
from collections.abc import Iterator

import pytest

from networkjournal.journal import Journal
from tests.cli.shell import Shell


@pytest.fixture(autouse=True)
def in_tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine nine hours ahead of the stamps in the file."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def stamped(shell: Shell, at: str) -> None:
    """Set the clock of all steps."""
    journal = Journal.open(str(shell.path))
    with journal.books.transaction():
        journal.books.connection.execute("update steps set at = ?", (at,))
    journal.close()


def test_times_are_those_of_the_reader(shell: Shell) -> None:
    shell.say("contact", "add", "Ann")
    stamped(shell, "2026-11-22T15:30:00.000+00:00")
    assert "today 00:30  command  added Ann" in shell.say("history")
    stamped(shell, "2026-11-21T16:30:00.000+00:00")
    assert "yesterday 01:30  command  added Ann" in shell.say("history")
    stamped(shell, "2026-10-01T01:30:00.000+00:00")
    assert "2026-10-01 10:30  command  added Ann" in shell.say("history")


def test_what_was_taken_back_is_named(shell: Shell) -> None:
    shell.say("contact", "add", "Ann")
    shell.say("undo")
    latest, first = shell.say("history").splitlines()[1:]
    assert latest.endswith("took back: added Ann")
    assert first.endswith("taken back")
    assert [step["of"] for step in shell.json("history")] == ["contact_add", None]


def test_one_change_is_shown_before_and_after(shell: Shell) -> None:
    shell.say("contact", "add", "Ann", "--org", "Lee Ltd")
    shell.say("add", "-> @Ann info: x")
    shell.say("contact", "edit", "Ann", "--name", "Bella", "--org", "")
    shown = shell.say("history", "3")
    assert shown.splitlines()[1:] == [
        "",
        "Contact Bella · changed",
        "  Name: Ann → Bella",
        "  In texts: Ann → Bella",
        "  Organization: Lee Ltd → –",
        "",
        "Entry 2026-11-23 · changed",
        "  − -> @Ann info: x",
        "  + -> @Bella info: x",
    ]


def test_one_change_as_a_document(shell: Shell) -> None:
    shell.say("contact", "add", "Ann", "--org", "Lee Ltd")
    shell.say("contact", "edit", "Ann", "--org", "Other")
    document = shell.json("history", "2")
    assert (document["id"], document["name"]) == (2, "contact_edit")
    (change,) = document["changes"]
    assert (change["table"], change["id"], change["did"]) == ("contacts", 1, "changed")
    assert (change["before"]["organization"], change["after"]["organization"]) == ("Lee Ltd", "Other")
    assert "name" not in change["before"], "only what differs"
    assert shell.json("history", "1")["changes"][0]["before"] is None


def test_a_change_there_is_not_is_refused(shell: Shell) -> None:
    shell.say("contact", "add", "Ann")
    assert "99" in shell.refused("history", "99")
