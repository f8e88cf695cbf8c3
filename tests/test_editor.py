"""The hand-off to one's own editor: through a private file, which is gone afterwards, whatever happens."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from networkjournal.editor import discard, edit, left
from networkjournal.errors import Invalid
from networkjournal.paths import editing_folder

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


KILLED = """
import sys
from networkjournal.editor import edit
edit("as it was", {"EDITOR": sys.argv[1], "XDG_RUNTIME_DIR": sys.argv[2]}, "/j/mine.db")
"""


def test_what_a_kill_leaves_is_found_by_its_own_journal_and_can_go(tmp_path: Path) -> None:
    script = tmp_path / "slow"
    script.write_text('#!/bin/sh\nsleep 0.05; printf "a secret" > "$1"; touch "$1.done"; sleep 60\n', encoding="utf-8")
    script.chmod(0o755)
    environment = {"XDG_RUNTIME_DIR": str(tmp_path / "run")}
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(script), environment["XDG_RUNTIME_DIR"]], start_new_session=True
    )
    folder = Path(editing_folder(environment))
    while not list(folder.glob("*/entry.md.done")):
        time.sleep(0.01)
    assert left(environment, "/j/mine.db") == (), "somebody waits for that editor"
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    assert left(environment, "/j/other.db") == (), "it is nothing to another journal"
    (one,) = left(environment, "/j/mine.db")
    assert one.text == "a secret"
    assert {file.stat().st_mode & 0o077 for file in (folder, *folder.glob("networkjournal-*"))} == {0}
    discard(one)
    assert list(folder.iterdir()) == []
