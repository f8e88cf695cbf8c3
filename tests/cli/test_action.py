"""`action`: the numbers that are listed are those that are taken, and what is written stands in the text."""

import shlex

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def promised(shell: Shell) -> Shell:
    """Two promises and an answer that is awaited."""
    shell.say("contact", "add", "鈴木 花子")
    shell.say("add", "[ ] @鈴木 に礼状 due:11/20\n[<] @鈴木 の返事\n[ ] call the printer", "--date", "2026-11-02")
    return shell


def text(shell: Shell) -> list[str]:
    (entry,) = shell.json("journal")
    lines: list[str] = entry["text"].split("\n")
    return lines


def test_the_list_shows_what_stands_and_all_of_it_with_all(promised: Shell) -> None:
    assert promised.say("action", "list") == (
        "No.  State    Due           Action\n"
        "1:1  to do    2026-11-20 !  @鈴木花子 に礼状\n"
        "1:2  awaited                @鈴木花子 の返事\n"
        "1:3  to do                  call the printer\n"
    )
    promised.say("action", "drop", "1:3")
    assert [action["line"] for action in promised.json("action", "list")] == [1, 2]
    assert "1:3  dropped" in promised.say("action", "list", "--all")


def test_the_document_has_every_fact(promised: Shell) -> None:
    promised.say("action", "done", "1:1")
    assert promised.json("action", "list", "--all")[-1] == {
        "entry": 1,
        "line": 1,
        "state": "done",
        "declared": "2026-11-02",
        "due": "2026-11-20",
        "overdue": False,
        "done": "2026-11-23",
        "contacts": ["鈴木花子"],
        "words": "@鈴木花子 に礼状",
    }


def test_an_empty_list_says_how_one_declares(shell: Shell) -> None:
    assert "[ ]" in shell.say("action", "list")
    assert shell.json("action", "list") == []


def test_a_kept_promise_suggests_the_command_that_writes_its_exchange(promised: Shell) -> None:
    """The words are a person's: quoted so that a shell takes them as they stand."""
    promised.say("add", '[ ] give @鈴木 the $(rm -rf) `list` of "A\'s"')
    for number, line in (
        ("1:1", "-> @鈴木花子 に礼状"),
        ("1:2", "<- @鈴木花子 の返事"),
        ("2:1", '-> @鈴木花子 give 鈴木花子 the $(rm -rf) `list` of "A\'s"'),
    ):
        _kept, suggested = promised.say("action", "done", number).splitlines()
        command = shlex.split(suggested.partition(": ")[2])
        assert command == ["networkjournal", "add", line]
    promised.say(*command[1:])
    assert promised.json("balance")[0]["given_count"] == 1
    assert len(promised.say("action", "done", "1:3").splitlines()) == 1, "nobody is named: nothing is suggested"


def test_each_command_writes_into_the_line(promised: Shell) -> None:
    promised.say("action", "done", "礼状")
    promised.say("action", "await", "1:3")
    promised.say("action", "due", "1:2", "来週金曜")
    assert text(promised) == [
        "[x] @鈴木花子 に礼状 due:2026-11-20 done:2026-11-23",
        "[<] @鈴木花子 の返事 due:2026-12-04",
        "[<] call the printer",
    ]
    promised.say("action", "reopen", "1:1")
    promised.say("action", "snooze", "1:1")
    promised.say("action", "snooze", "1:2")
    promised.say("action", "reopen", "1:3")
    assert text(promised) == [
        "[ ] @鈴木花子 に礼状 due:2026-11-30",
        "[<] @鈴木花子 の返事 due:2026-12-11",
        "[ ] call the printer",
    ]
    promised.say("action", "due", "1:2", "none")
    assert text(promised)[1] == "[<] @鈴木花子 の返事"
    promised.say("undo")
    assert text(promised)[1] == "[<] @鈴木花子 の返事 due:2026-12-11"
    promised.say("check")


def test_what_is_no_such_action_or_no_day_is_refused(promised: Shell) -> None:
    promised.say("action", "drop", "1:3")
    for argv in (
        ("done", "9:9"),
        ("done", "1:3"),
        ("reopen", "1:1"),
        ("await", "1:2"),
        ("snooze", "鈴木花子"),
        ("due", "1:1", "いつか"),
        ("due", "1:1"),
        ("done",),
    ):
        promised.refused("action", *argv)
