"""Actions by one key each, in the pane Today: written into their lines, undone, and never other ones than were seen."""

from datetime import timedelta
from pathlib import Path

import pytest

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.tui.screens.compose import Compose
from networkjournal.tui.screens.entry import EntrySheet
from networkjournal.tui.veil import DOTS
from networkjournal.tui.widgets.day_question import DayQuestion
from networkjournal.tui.widgets.line_input import LineInput
from tests.tui.desk import TODAY, Desk, desk, journal
from tests.tui.snapshot import assert_snapshot, screen_text

LETTER = "[ ] @鈴木花子 に礼状を書く due:2026-11-20"


def line(at: Desk, entry: int = 2, number: int = 2) -> str:
    """A line of an entry, by default the one promise there is."""
    return at.app.journal.entry(entry).text.split("\n")[number - 1]


def at_home(at: Desk) -> bool:
    """Whether nothing stands over Home."""
    return at.app.screen is at.home


def promised(path: str = ":memory:") -> Journal:
    """A journal with some more of them, hostile words among them."""
    made = journal(path)
    made.capture(
        "[<] @田中太郎 の返事 due:12/1\n[ ] [bold]印刷[/] \x1b[2J \u202eを頼む\n[ ] @Anna へ @鈴木花子 を紹介", TODAY
    )
    return made


async def test_a_promise_is_closed_its_exchange_written_and_both_taken_back() -> None:
    async with desk() as at:
        await at.press("4", "x")
        assert line(at) == "[x] @鈴木花子 に礼状を書く due:2026-11-20 done:2026-11-23"
        assert isinstance(at.app.screen, Compose)
        assert at.app.screen.bar.text == "-> @鈴木花子 に礼状を書く"
        assert "given to 鈴木花子" in screen_text(at.app)

        await at.press("enter")
        assert at_home(at)
        assert at.app.journal.books.ledger.account(3).net == -5000
        assert "に礼状を書く" not in screen_text(at.app).partition("Ledger")[0]

        await at.press("u")
        assert at.app.journal.books.ledger.account(3).net == -6000
        await at.press("u")
        assert line(at) == LETTER


async def test_the_exchange_is_only_offered() -> None:
    async with desk() as at:
        await at.press("4", "x", "escape")
        assert at_home(at)
        assert at.app.journal.books.ledger.account(3).net == -6000
        assert line(at).startswith("[x]")


async def test_what_was_awaited_and_came_was_received() -> None:
    async with desk(promised()) as at:
        await at.press("4", "G")
        await at.press(*["k"] * 10)
        pane = at.home.panes[3]
        pane.rows.select(("action", 5, 1))
        await at.press("x")
        assert isinstance(at.app.screen, Compose)
        assert at.app.screen.bar.text == "<- @田中太郎 の返事"


async def test_where_nobody_is_named_nothing_is_offered() -> None:
    async with desk(promised()) as at:
        await at.press("4")
        at.home.panes[3].rows.select(("action", 5, 2))
        await at.press("x")
        assert at_home(at)
        assert line(at, 5, 2).endswith("を頼む done:2026-11-23")


@pytest.mark.parametrize("key", ["minus", "delete"])
async def test_it_is_dropped(key: str) -> None:
    async with desk() as at:
        await at.press("4", key)
        assert line(at) == LETTER.replace("[ ]", "[-]")


@pytest.mark.parametrize("key", ["w", "ctrl+w"])
async def test_it_is_awaited_and_once_more_ones_own_again(key: str) -> None:
    async with desk() as at:
        await at.press("4", key)
        assert line(at) == LETTER.replace("[ ]", "[<]")
        await at.press(key)
        assert line(at) == LETTER


@pytest.mark.parametrize("key", ["z", "ctrl+e"])
async def test_it_is_snoozed_by_a_week_and_by_another(key: str) -> None:
    async with desk() as at:
        await at.press("4", key)
        assert line(at).endswith("due:2026-11-30")
        assert "! @鈴木花子" not in screen_text(at.app), "it is not overdue any more"
        await at.press(key)
        assert line(at).endswith("due:2026-12-07")


@pytest.mark.parametrize("key", ["r", "ctrl+t"])
async def test_its_due_date_is_said_in_words_and_taken_away(key: str) -> None:
    async with desk() as at:
        await at.press("4", key)
        await at.pilot.pause()
        assert isinstance(at.app.screen, DayQuestion)
        at.app.screen.query_one(LineInput).value = "来週金曜"
        await at.pilot.pause()
        assert "2026-12-04 Fri" in screen_text(at.app)
        await at.press("enter")
        await at.pilot.pause()
        assert line(at).endswith("due:2026-12-04")

        await at.press(key)
        await at.pilot.pause()
        await at.press("backspace", "enter")
        await at.pilot.pause()
        assert line(at) == "[ ] @鈴木花子 に礼状を書く"


async def test_enter_still_opens_the_entry() -> None:
    async with desk() as at:
        await at.press("4", "enter")
        assert isinstance(at.app.screen, EntrySheet)
        assert LETTER in screen_text(at.app)


@pytest.mark.parametrize("key", ["x", "z", "r", "w", "minus", "delete", "ctrl+x", "ctrl+e", "ctrl+t", "ctrl+w"])
async def test_on_another_row_the_keys_do_nothing(key: str) -> None:
    async with desk() as at:
        before = at.app.journal.version
        for pane in ("1", "2", "3"):
            await at.press(pane, key)
        await at.press("4", "j", key)
        assert at.app.journal.version == before
        assert at_home(at)


async def test_the_last_line_names_the_keys_where_the_cursor_is_on_an_action() -> None:
    async with desk(size=(80, 24)) as at:
        assert "x Done" not in screen_text(at.app)
        await at.press("4")
        assert "x Done  z Snooze" in screen_text(at.app)
        await at.press("j")
        assert "x Done" not in screen_text(at.app)


async def test_what_another_program_changed_is_not_written_over(tmp_path: Path) -> None:
    """It may be another action by now that stands under the cursor: one looks again, and presses again."""
    path = str(tmp_path / "journal.db")
    async with desk(journal(path)) as at:
        await at.press("4")
        other = Journal.open(path)
        other.edit_entry(other.entry(2)._replace(text="一行\n[ ] 別のこと due:11/20"))
        other.close()
        await at.press("x")
        assert line(at).startswith("[ ] 別のこと")
        await at.press("x")
        assert line(at).startswith("[x] 別のこと")


async def test_what_changed_while_the_day_was_asked_for_is_told(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    async with desk(journal(path)) as at:
        await at.press("4", "r")
        await at.pilot.pause()
        other = Journal.open(path)
        other.mark_action(other.books.actions.standing()[0], "dropped", TODAY)
        other.close()
        await at.press("f", "r", "i", "enter")
        await at.pilot.pause()
        assert line(at) == LETTER.replace("[ ]", "[-]")
        assert any("changed elsewhere" in note.message for note in at.app._notifications)


async def test_words_are_shown_as_they_stand_and_signs_tell_the_state() -> None:
    async with desk(promised(), size=(60, 20)) as at:
        await at.press("4")
        shown = screen_text(at.app)
        assert "! @鈴木花子 に礼状を書く 11/20" in shown
        assert "☐ [bold]印刷[/] ␛[2J �を頼む" in shown
        assert "… @田中太郎 の返事 12/1" in shown
        assert "\x1b" not in shown and "\u202e" not in shown


async def test_under_the_veil_nothing_of_an_action_is_told() -> None:
    async with desk(promised()) as at:
        await at.press("4", "V", "r")
        await at.pilot.pause()
        assert isinstance(at.app.screen, DayQuestion)
        assert f"Due: {DOTS}" in screen_text(at.app)
        await at.press("escape", "x")
        assert at_home(at), "the line of the exchange would be full of names"
        assert line(at).startswith("[x]")
        shown = screen_text(at.app).partition("Today")[2]
        told = " ".join(note.message for note in at.app._notifications)
        assert DOTS in shown and DOTS in told
        assert not any(words in shown + told for words in ("礼状", "印刷", "返事", "紹介"))


async def test_the_cursor_goes_to_the_next_action() -> None:
    """Several are worked through by one key."""
    async with desk(promised()) as at:
        await at.press("4", "minus", "minus", "minus", "minus")
        assert at.app.journal.books.actions.standing() == ()


async def test_an_action_without_words_keeps_its_date_and_says_why() -> None:
    opened = journal()
    opened.capture("[ ] due:2026-11-01", TODAY - timedelta(30))
    async with desk(opened) as at:
        await at.press("4", "r")
        await at.pilot.pause()
        await at.press("backspace", "enter")
        await at.pilot.pause()
        assert opened.entry(5).text == "[ ] due:2026-11-01"
        assert any("edit its entry" in note.message for note in at.app._notifications)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_today_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with desk(promised(), size=size) as at:
        await at.press("4")
        assert_snapshot(screen_text(at.app), f"today-{lang}-{size[0]}x{size[1]}")
