"""`journal`: entries oldest first, narrowed, and removed so that they can come back."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def known(shell: Shell) -> Shell:
    """Three entries on three days, written out of order."""
    shell.say("contact", "add", "Ann")
    shell.say("goal", "add", "clinic")
    shell.say("event", "add", "fair", "--on", "2026-11-12", "--purpose", "meet")
    shell.say("add", "[ ] call\n= a customer #clinic", "--date", "2026-11-13")
    shell.say("add", "-> @Ann info: x\n-> @Nobody info: y", "--date", "2026-11-11")
    shell.say("add", "! listen %fair", "--date", "2026-11-12")
    return shell


def days(shell: Shell, *options: str) -> list[str]:
    """The days of the entries listed, without their month."""
    return [entry["date"][-2:] for entry in shell.json("journal", *options)]


def test_the_document_has_every_key(known: Shell) -> None:
    entry, *_ = known.json("journal")
    assert set(entry) >= {"entry", "date", "text", "posted", "waiting"}
    assert (entry["entry"], entry["date"]) == (2, "2026-11-11")
    assert [(posted["line"], posted["contact"]) for posted in entry["posted"]] == [(1, "Ann")]
    assert entry["waiting"] == [{"line": 2, "reason": "unknown", "name": "Nobody", "candidates": []}]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["11", "12", "13"]),
        (("--from", "2026-11-12"), ["12", "13"]),
        (("--from", "2026-11-12", "--to", "2026-11-12"), ["12"]),
        (("--who", "ann"), ["11"]),
        (("--goal", "clinic"), ["13"]),
        (("--event", "fair"), ["12"]),
        (("--kind", "exchange"), ["11"]),
        (("--kind", "insight"), ["12"]),
        (("--kind", "action"), ["13"]),
        (("--kind", "result", "--who", "Ann"), []),
    ],
)
def test_the_list_is_narrowed(known: Shell, options: tuple[str, ...], expected: list[str]) -> None:
    assert days(known, *options) == expected


def test_a_removed_entry_takes_its_postings_with_it_and_comes_back(known: Shell) -> None:
    known.say("journal", "remove", "2")
    assert days(known) == ["12", "13"]
    assert known.json("balance")[0]["given"] == 0 and known.json("inbox") == []
    known.say("undo")
    assert days(known) == ["11", "12", "13"]
    assert known.json("balance")[0]["given"] == 1.0
    known.say("check")


def test_an_entry_that_is_not_there_is_told(known: Shell) -> None:
    assert "99" in known.refused("journal", "remove", "99")
