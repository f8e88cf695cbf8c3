"""The first line fits any width, and what one came for stays longest."""

import pytest
from hypothesis import given, strategies

from networkjournal.tui.widgets.title_line import Title, TitleLine, title_text
from tests.tui.snapshot import screen_text
from tests.tui.widgets.stage import Stage

TITLE = Title("networkjournal", "Mon 23 Nov 2026", 41, 29, 2)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (90, " networkjournal   Mon 23 Nov 2026   given 41 ◀███████|█████▶ received 29          inbox 2"),
        (80, " networkjournal   Mon 23 Nov 2026   given 41 ◀████|███▶ received 29     inbox 2"),
        (60, " Mon 23 Nov 2026   given 41 ◀██|█▌▶ received 29     inbox 2"),
        (40, " given 41 · received 29         inbox 2"),
    ],
)
def test_what_matters_least_goes_first(width: int, shown: str) -> None:
    assert title_text(TITLE, width).plain.rstrip() == shown


@given(
    strategies.text(max_size=30),
    strategies.text(max_size=30),
    strategies.integers(0, 10**12),
    strategies.integers(1, 140),
)
def test_every_title_fits_every_width(name: str, day: str, amount: int, width: int) -> None:
    assert title_text(Title(name, day, amount, 1, 3, name), width).cell_len == width


def test_an_empty_inbox_says_nothing() -> None:
    assert "inbox" not in title_text(TITLE._replace(inbox=0), 80).plain


async def test_it_shows_what_it_is_given() -> None:
    line = TitleLine(TITLE)
    async with Stage(line).run_test(size=(80, 1)) as pilot:
        line.show(TITLE._replace(name="[demo]", inbox=0))
        await pilot.pause()
        assert screen_text(pilot.app).startswith(" [demo]   Mon 23 Nov 2026")
