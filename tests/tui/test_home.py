"""Home, driven as a person would: selection links the panes, the bar writes, whatever changes shows by itself."""

from datetime import date
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal
from networkjournal.tui.app import NetworkJournal
from networkjournal.tui.panes.contacts import ContactsPane
from networkjournal.tui.panes.goals import GoalsPane
from networkjournal.tui.panes.today import TodayPane
from networkjournal.tui.screens.entry import EntrySheet
from networkjournal.tui.screens.home import Home
from networkjournal.tui.screens.inbox import InboxScreen
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.widgets.choice import Choice
from networkjournal.tui.widgets.form import Form
from networkjournal.tui.widgets.title_line import TitleLine
from tests.tui.desk import TODAY, desk, journal
from tests.tui.snapshot import assert_snapshot, screen_text


async def test_the_contact_under_the_cursor_fills_the_ledger() -> None:
    async with desk() as at:
        assert at.people()[0] == "鈴木 花子", "the largest debt is on top"
        assert at.ledger() == ("Ledger · 鈴木 花子", 3)

        await at.press("j")

        assert at.ledger()[0] == f"Ledger · {at.people()[1]}"


async def test_a_goal_narrows_the_contacts_and_escape_widens() -> None:
    async with desk() as at:
        await at.press("1", "down")
        assert at.people() == ["鈴木 花子"]

        await at.press("escape")
        assert len(at.people()) == 4


@pytest.mark.parametrize("typed", ["田中", "たなか", "ﾀﾅｶ", "tanaka", "TANAKA", "タナカ"])
async def test_the_filter_finds_every_spelling(typed: str) -> None:
    async with desk() as at:
        await at.press("slash")
        at.home.query_one("#contacts-filter", Input).value = typed
        await at.pilot.pause()

        assert sorted(at.people()) == ["田中 太郎", "田中 次郎"]


async def test_an_exchange_typed_in_the_bar_moves_the_balance_and_the_prose_posts_nothing() -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("昨日@鈴木花子さんに会った")
        await at.press("enter")
        assert at.app.journal.books.ledger.account(3).net == -6000

        await at.type("-> @鈴木 情報: 本の話 15m")
        await at.press("enter")

        assert at.app.journal.books.ledger.account(3).net == -5000
        assert at.home.bar.text == ""
        assert "−5" in screen_text(at.app), "the list shows it without being asked"


async def test_a_name_half_typed_in_romaji_is_completed() -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("昨日は@suz")
        await at.press("tab")

        assert at.home.bar.text.startswith("昨日は@鈴木花子")


async def test_the_preview_says_what_will_be_posted_and_what_waits() -> None:
    async with desk(size=(80, 24)) as at:
        await at.press("a")
        await at.type("-> @鈴木花子 情報: 本 15m")
        assert "given to 鈴木花子 · information · 1 · 15m" in screen_text(at.app)

        at.home.bar.text = "-> @西村 情報: 本"
        await at.pilot.pause()
        assert "nobody is called 西村 yet" in screen_text(at.app)


async def test_unknown_names_become_contacts_when_asked() -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("-> @西村さん 情報: 本")
        await at.press("ctrl+n")

        assert at.app.journal.find("contact", "西村").handle == "西村"
        assert "西村" in at.people()


async def test_letters_go_into_the_text_while_one_types() -> None:
    async with desk() as at:
        await at.press("a", "q", "u", "e", "b", "i", "n", "question_mark", "1", "slash")

        assert at.home.bar.text == "quebin?1/"
        assert isinstance(at.app.screen, Home)


async def test_what_is_typed_stays_when_it_cannot_be_saved(tmp_path: Path) -> None:
    opened = journal(str(tmp_path / "journal.db"))
    async with desk(opened) as at:
        await at.press("a")
        await at.type("-> @鈴木 情報: 本")
        opened.books.connection.execute("pragma query_only = on")
        await at.press("enter")

        assert at.home.bar.text == "-> @鈴木 情報: 本"


async def test_what_is_typed_right_after_enter_stays() -> None:
    """In one burst the keys after it are there before the text is saved."""
    async with desk() as at:
        await at.press("a")
        at.home.bar.insert("-> @鈴木花子 情報: 本の話")
        at.home.bar.command("enter")
        at.home.bar.insert("the next line")
        await at.pilot.pause()
        assert at.home.bar.text == "the next line"
        assert list(at.home.journal.books.entries.all())[-1].text.startswith("-> @鈴木花子")


async def test_the_draft_of_a_closed_window_is_there_again(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    async with desk(journal(path)) as at:
        await at.press("a")
        await at.type("書きかけの日記")
        at.home.keep_draft()
    assert (tmp_path / "journal.db.draft").stat().st_mode & 0o777 == 0o600

    async with desk(Journal.open(path)) as at:
        assert at.home.bar.text == "書きかけの日記"
        await at.press("f2", "enter")
    assert not (tmp_path / "journal.db.draft").exists()


async def test_what_another_program_writes_appears_within_a_second(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    opened = journal(path)
    async with desk(opened) as at:
        other = Journal.open(path)
        other.capture("-> @鈴木 情報: 別の端末から", TODAY)
        other.close()
        await at.pilot.pause(1.3)

        assert at.ledger() == ("Ledger · 鈴木 花子", 4)


async def test_settling_a_waiting_line_posts_it() -> None:
    async with desk() as at:
        await at.press("i")
        assert type(at.app.screen) is InboxScreen
        await at.press("enter")
        await at.pilot.pause()
        assert type(at.app.screen).__name__ == Choice.__name__
        await at.press("down", "enter")
        await at.pilot.pause(0.1)
        await at.press("escape")

        assert at.app.journal.books.inbox.count() == 0
        assert at.app.journal.books.ledger.account(2).given == 1000, "the second candidate was meant"


async def test_a_contact_is_added_and_renamed_in_the_form() -> None:
    async with desk() as at:
        await at.press("n")
        await at.pilot.pause()
        assert isinstance(at.app.screen, Form)
        at.app.screen.query(Input).first().value = "西村 学"
        await at.press("ctrl+s")
        await at.pilot.pause(0.1)
        assert at.app.journal.find_contact("西村").name == "西村 学"
        assert at.ledger()[0] == "Ledger · 西村 学", "the new contact is the one chosen"

        await at.press("e")
        await at.pilot.pause()
        at.app.screen.query(Input).first().value = "西野 学"
        await at.press("ctrl+s")
        await at.pilot.pause(0.1)
        assert at.app.journal.find_contact("西野").handle == "西野学"


async def test_a_goal_is_stated_in_its_pane() -> None:
    async with desk() as at:
        await at.press("1", "n")
        await at.pilot.pause()
        fields = list(at.app.screen.query(Input))
        fields[0].value, fields[1].value, fields[4].value = "介護経営を学ぶ", "学び", "2026-12-31"
        await at.press("ctrl+s")
        await at.pilot.pause(0.1)

        assert at.app.journal.find("goal", "学び").handle == "学び"
        assert "介護経営を学ぶ" in screen_text(at.app)


async def test_undo_takes_back_and_redo_does_again() -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("-> @鈴木 情報: 本の話")
        await at.press("enter", "escape", "u")
        assert at.app.journal.books.ledger.account(3).net == -6000

        await at.press("U")
        assert at.app.journal.books.ledger.account(3).net == -5000


async def test_a_line_of_the_ledger_opens_the_entry_it_was_posted_from() -> None:
    async with desk() as at:
        await at.press("3", "enter")
        assert isinstance(at.app.screen, EntrySheet)
        assert "<- @鈴木花子 助言: 話し方" in screen_text(at.app)

        await at.press("escape", "2", "b")
        assert "received more" in screen_text(at.app)


async def test_today_says_what_is_overdue_and_whom_to_give_back() -> None:
    async with desk() as at:
        pane = at.home.query_one(TodayPane)
        shown = screen_text(at.app)

        assert "! @鈴木花子 に礼状を書く" in shown
        assert "received 3×, gave nothing yet" in shown
        assert "→ something in return" in shown
        assert pane.rows.key is not None


async def test_help_lists_every_binding_in_both_languages() -> None:
    for lang in i18n.LANGUAGES:
        i18n.set_language(lang)
        async with desk(size=(120, 60)) as at:
            await at.press("question_mark")
            shown = screen_text(at.app)
            for binding in Home.BINDINGS:
                assert i18n._(binding.description) in shown  # type: ignore[union-attr]


async def test_texts_of_people_are_shown_as_they_stand() -> None:
    async with desk() as at:
        shown = screen_text(at.app)
        assert "Anna [b]Miller[/b]" in shown
        assert "\x1b" not in shown


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_home_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with desk(size=size) as at:
        assert_snapshot(screen_text(at.app), f"home-{lang}-{size[0]}x{size[1]}")


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_home_under_the_veil_says_so_and_keeps_its_figures(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with desk(size=size) as at:
        await at.press("V")
        assert_snapshot(screen_text(at.app), f"veil-{lang}-{size[0]}x{size[1]}")


async def test_a_storm_of_resizes_hurts_nothing() -> None:
    async with desk() as at:
        for width, height in ((60, 20), (200, 60), (40, 10), (80, 24), (20, 5), (120, 36)):
            await at.pilot.resize_terminal(width, height)
        assert at.home.query_one(TitleLine)
        assert at.home.query_one(GoalsPane)


async def test_an_empty_journal_says_what_to_do_first() -> None:
    async with desk(Journal.open(":memory:"), size=(80, 24)) as at:
        shown = screen_text(at.app)
        assert "Press n" in shown


async def test_a_form_that_cannot_be_saved_stays_and_says_why() -> None:
    async with desk() as at:
        await at.press("1", "n")
        await at.pilot.pause()
        fields = list(at.app.screen.query(Input))
        fields[0].value, fields[1].value = "もう一つの目的", "在宅"
        await at.press("ctrl+s")
        await at.pilot.pause(0.1)

        assert type(at.app.screen) is Form, "nothing typed is lost"
        assert len(list(at.app.journal.books.goals.all())) == 1


async def test_an_ambiguous_goal_is_settled_among_goals() -> None:
    opened = journal()
    for handle in ("在宅一", "在宅二"):
        opened.add_goal(Goal("同じ題", handle))
    opened.capture("! 学んだ #同じ題", TODAY)
    async with desk(opened) as at:
        await at.press("i", "down", "enter")
        await at.pilot.pause()
        await at.press("down", "enter")
        await at.pilot.pause(0.1)

        assert opened.entry(5).text == "! 学んだ #在宅二"


async def test_undo_keys_in_a_filter_leave_the_journal_alone() -> None:
    async with desk() as at:
        before = at.app.journal.version
        await at.press("slash", "t", "ctrl+z", "ctrl+n")

        assert at.app.journal.version == before


async def test_midnight_is_noticed() -> None:
    day = [TODAY]
    app = NetworkJournal(journal(), lambda: day[0])
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        day[0] = date(2026, 11, 24)
        await pilot.pause(1.2)

        assert "2026-11-24" in screen_text(app)


async def test_a_click_on_a_key_of_the_last_line_or_on_the_title_is_as_good_as_the_key() -> None:
    async with desk() as at:
        line = screen_text(at.app).split("\n")[35]
        await at.pilot.click(offset=(line.index("d Journal"), 35))
        await at.pilot.pause()
        assert at.app.screen is not at.home
        await at.press("escape")

        title = screen_text(at.app).split("\n")[0]
        await at.pilot.click(offset=(title.index("inbox 1"), 0))
        await at.pilot.pause()
        assert isinstance(at.app.screen, InboxScreen)
        await at.press("escape")
        await at.pilot.click(offset=(title.index("given 1"), 0))
        await at.pilot.pause()
        assert isinstance(at.app.screen, RecordList)


async def test_two_clicks_open_a_contact_and_the_wheel_scrolls() -> None:
    opened = journal()
    for number in range(60):
        opened.add_contact(Contact(f"Person {number:02}"))
    async with desk(opened) as at:
        rows = at.home.query_one(ContactsPane).rows
        rows.post_message(events.MouseScrollDown(rows, 5, 5, 0, 1, 0, False, False, False, 60, 8))
        await at.pilot.pause(0.3)
        assert rows.scroll_offset.y > 0

        await at.pilot.click(offset=(60, 8), times=2)
        await at.pilot.pause()
        assert at.app.screen is not at.home
