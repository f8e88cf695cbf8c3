"""The hand-off to one's own editor: through a private file, which is gone afterwards, whatever happens."""

import os
from pathlib import Path

import pytest

from networkjournal.editor import edit
from networkjournal.errors import Invalid

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
