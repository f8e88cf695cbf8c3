"""The screen behind a dialog looks as Textual dims it, to the colour of each cell."""

from typing import Any

import pytest
from rich.style import Style
from textual.screen import Screen

from networkjournal.tui.app import NetworkJournal
from networkjournal.tui.widgets.backdrop import Backdrop
from networkjournal.tui.widgets.thrift import Thrift
from tests.tui.desk import TODAY, journal


async def drawn(key: str) -> list[tuple[str, Style | None]]:
    """The characters on the screen after a key, and in which style each is."""
    app = NetworkJournal(journal(), lambda: TODAY)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        return [(char, part.style) for strip in strips for part in strip for char in part.text]


@pytest.mark.parametrize("key", ["n", "b", "ctrl+o", "ctrl+p", "question_mark"])
async def test_it_looks_as_textual_would_draw_it(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[Backdrop] = []
    begin = Backdrop.__init__

    def note(self: Backdrop, *how: Any) -> None:  # noqa: ANN401 - whatever it takes
        used.append(self)
        begin(self, *how)

    monkeypatch.setattr(Backdrop, "__init__", note)
    seen = await drawn(key)
    assert used
    monkeypatch.setattr(Thrift, "render", lambda self: Screen.render(self))
    for ours, textuals in zip(seen, await drawn(key), strict=True):
        assert ours == textuals
