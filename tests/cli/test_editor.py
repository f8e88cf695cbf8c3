"""Entries written in one's own editor, from the command line."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.test_editor import editor


def test_an_entry_is_changed_in_the_editor(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.say("contact", "add", "Ann")
    shell.say("add", "<- @Ann help: forms", "--date", "2026-11-20")
    environment, seen = editor(tmp_path)
    monkeypatch.setenv("EDITOR", environment["EDITOR"])
    document = shell.json("journal", "edit", "1")
    assert seen.read_text(encoding="utf-8").endswith("<- @Ann help: forms")
    assert (document["entry"], document["date"], document["text"]) == (1, "2026-11-20", "-> @Ann info: 本")
    assert shell.json("balance")[0]["net"] == 1.0
    shell.say("check")


def test_an_editor_that_fails_changes_nothing(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`:cq` in vi says: I do not want this."""
    shell.say("add", "as it was")
    monkeypatch.setenv("EDITOR", editor(tmp_path, 1)[0]["EDITOR"])
    shell.refused("journal", "edit", "1")


def test_without_a_text_at_a_terminal_the_editor_opens(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.say("contact", "add", "Ann")
    monkeypatch.setenv("EDITOR", editor(tmp_path)[0]["EDITOR"])
    monkeypatch.setattr("networkjournal.cli.command.Context.interactive", True)
    assert shell.json("add")["text"] == "-> @Ann info: 本"
