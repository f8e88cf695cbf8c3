"""Texts and names that nobody should write, and somebody will: kept whole, shown in part, and in the way of nothing."""

from datetime import date
from pathlib import Path

import pytest

from networkjournal.journal import Journal
from networkjournal.tui.panes.day import DayPane
from networkjournal.tui.screens.journal import DaysScreen as Days
from tests.cli.shell import Shell
from tests.tui.desk import desk
from tests.tui.snapshot import screen_text

LONG = "日誌の文章がここに長く続きます。" * 20
DAY = date(2026, 11, 23)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """An empty journal."""
    return Shell(tmp_path / "journal.db", capsys)


def test_a_text_of_a_book_is_kept_to_the_letter(shell: Shell) -> None:
    lines = [LONG] * 1000
    lines[5] = "-> @Ann info: somewhere in the middle"
    text = "\n".join(lines)
    journal = Journal.open(str(shell.path))
    journal.capture(text, DAY, create=True)
    assert journal.entry(1).text == text
    journal.close()
    assert shell.json("balance")[0]["given"] == 1.0
    assert "Ann" in shell.say("brief", "Ann")


def test_a_name_of_ten_thousand_characters_is_a_name(shell: Shell) -> None:
    name = "な" * 10_000
    shell.say("contact", "add", name)
    shell.say("add", f'<- @"{name}" info: x', "--create")
    for command in ("balance", "contact list", "today", "history", "export vcf", "check"):
        assert shell.say(*command.split())
    assert shell.say("brief", name)
    shell.say("contact", "edit", name, "--name", "Short Name")
    assert shell.json("balance")[0]["contact"] == "Short_Name"
    shell.say("undo")


async def test_of_a_text_of_a_book_the_beginning_is_shown() -> None:
    """Wrapping all of it took minutes; the whole is in the editor, and `journal` prints it."""
    journal = Journal.open(":memory:")
    journal.capture("\n".join([*[LONG] * 250, "x" * 1_000_000]), DAY)
    journal.capture("y" * 1_000_000, DAY)
    async with desk(journal) as at:
        await at.press("d")
        (pane,) = at.app.screen.query(DayPane)
        assert isinstance(at.app.screen, Days)
        assert "日誌の文章" in screen_text(at.app)
        drawn = [str(pane.rows.source.draw(row, 200)) for row in range(len(pane.rows.source))]
        assert any("… and 51 more lines" in row for row in drawn)
        assert len(drawn) < 2_500
