"""The screen as plain text, for tests: what a person would read, wide characters as they stand, no colours.

A snapshot is a file one can read and whose changes one can judge; UPDATE_SNAPSHOTS=1 writes them anew.
"""

import os
from pathlib import Path
from typing import Any

from textual.app import App

FOLDER = Path(__file__).parent / "snapshots"


def screen_text(app: App[Any]) -> str:
    """Every line of the screen as it is now, without spaces at the ends."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips()) + "\n"


def assert_snapshot(text: str, name: str) -> None:
    """The text is the one in `snapshots/NAME.txt`; or it is written there, where UPDATE_SNAPSHOTS=1 says so."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no snapshot {name}: look at the screen below, then run with UPDATE_SNAPSHOTS=1\n{text}"
    assert text == path.read_text(encoding="utf-8")
