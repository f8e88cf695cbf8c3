"""The hand-off to one's own editor: through a private file, which is gone afterwards, whatever happens."""

import os
from pathlib import Path

import pytest

from networkjournal.cli.editor import edit
from networkjournal.errors import Invalid
from tests.cli.shell import Shell

SCRIPT = """#!/bin/sh
for path; do :; done
stat -c %a "$path" "$(dirname "$path")" > "{seen}"
echo "$path" >> "{seen}"
cat "$path" >> "{seen}"
printf '%s' "-> @Ann info: 本" > "$path"
exit {status}
"""


def editor(tmp_path: Path, status: int = 0) -> tuple[dict[str, str], Path]:
    """An editor that notes what it was given; its name holds a space, and it takes an option."""
    script, seen = tmp_path / "my editor", tmp_path / "seen"
    script.write_text(SCRIPT.format(seen=seen, status=status), encoding="utf-8")
    script.chmod(0o755)
    return {"EDITOR": f"'{script}' --wait"}, seen


@pytest.mark.parametrize("status", [0, 1])
def test_the_file_is_private_and_gone_afterwards(tmp_path: Path, status: int) -> None:
    environment, seen = editor(tmp_path, status)
    if status:
        with pytest.raises(Invalid):
            edit("a secret", environment)
    else:
        assert edit("a secret", environment) == "-> @Ann info: 本"
    mode, folder, path, text = seen.read_text(encoding="utf-8").split("\n")
    assert (mode, folder, text) == ("600", "700", "a secret")
    assert not os.path.exists(path) and not os.path.exists(os.path.dirname(path))


def test_visual_goes_before_editor(tmp_path: Path) -> None:
    environment, _seen = editor(tmp_path)
    assert edit("", {"VISUAL": environment["EDITOR"], "EDITOR": "false"}) == "-> @Ann info: 本"


@pytest.mark.parametrize("wanted", ["/nowhere/editor", "'unclosed", "false"])
def test_an_editor_that_cannot_be_run_is_told(wanted: str) -> None:
    with pytest.raises(Invalid):
        edit("", {"EDITOR": wanted})


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
