"""The editor: completion at the cursor, what every line will post, saving, leaving, drafts, and one's own editor."""

import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual.geometry import Offset

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.entry import Entry
from networkjournal.model.posting import Draft
from networkjournal.tui.draft import DraftFile
from networkjournal.tui.screens.entry_editor import EntryEditor
from networkjournal.tui.screens.home import Home
from networkjournal.tui.screens.templates import Templates
from networkjournal.tui.screens.writing import LONGEST
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.choice import Choice
from networkjournal.tui.widgets.day_question import DayQuestion
from networkjournal.tui.widgets.posted_lines import PostedLines
from tests.tui.desk import TODAY, Desk, desk, journal
from tests.tui.snapshot import assert_snapshot, screen_text

DAY = date(2026, 11, 20)


class Writing(Desk):
    """The desk with an editor on top of Home."""

    saved: int | None = -1
    """What the editor was left with; -1 before."""

    @property
    def editor(self) -> EntryEditor:
        """The editor, whatever stands above it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, EntryEditor))

    @property
    def text(self) -> str:
        """What is written."""
        return self.editor.box.text

    async def write(self, text: str) -> None:
        """Type at the cursor."""
        self.editor.box.insert(text)
        await self.pilot.pause()

    async def open(self, editor: EntryEditor) -> None:
        """Put an editor on top."""

        def left(saved: int | None) -> None:
            self.saved = saved

        self.app.push_screen(editor, left)
        await self.pilot.pause()

    def of(self, entry: Entry | None = None, line: int = 0) -> EntryEditor:
        """An editor of an entry, or of a new one."""
        return EntryEditor(self.app.journal, self.app.clock, entry or Entry(0, DAY, ""), line=line)

    def told(self) -> list[str]:
        """What was said in a few words."""
        return [str(notification.message) for notification in self.app._notifications]

    def posted(self) -> list[str]:
        """The lines of the preview."""
        rows = self.editor.query_one(PostedLines)._rows.source
        return [str(rows.draw(i, 99)).strip() for i in range(len(rows))]


@asynccontextmanager
async def writing(
    entry: Entry | None = None, opened: Journal | None = None, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[Writing]:
    """The editor, opened on an entry."""
    async with desk(opened or journal(), size=size) as at:
        there = Writing(at.app, at.pilot)
        await there.open(there.of(entry))
        yield there


def tanaka(opened: Journal) -> Entry:
    """The entry whose line waits."""
    return opened.entry(4)


# writing


async def test_a_new_entry_is_saved_on_its_day() -> None:
    async with writing() as at:
        await at.write("会の準備\n-> @鈴木 情報: 本の話\n")
        assert at.posted() == ["2  given to 鈴木花子 · information · 1"]
        await at.press("ctrl+s")
        assert at.saved == 5
        assert at.app.journal.entry(5) == Entry(5, DAY, "会の準備\n-> @鈴木花子 情報: 本の話")
        assert at.app.journal.books.ledger.account(3).net == -5000


async def test_an_entry_is_changed_and_posted_anew() -> None:
    opened = journal()
    async with writing(tanaka(opened), opened) as at:
        assert at.posted()[0].startswith("1  waits: 田中 may be")
        at.editor.box.put("-> @田中次郎 情報: どちらの田中さん")
        await at.press("ctrl+s")
        assert at.saved == 4
        assert opened.books.ledger.account(2).given == 1000
        assert opened.books.inbox.count() == 0


@pytest.mark.parametrize("typed", ["@suz", "@すず", "昨日は@suz", "- @スズ", "a\n-> @鈴"])
async def test_a_name_is_completed_by_name_reading_and_romaji_also_inside_japanese(typed: str) -> None:
    async with writing() as at:
        await at.write(typed)
        await at.press("tab")
        assert at.text == typed[: typed.index("@")] + "@鈴木花子"


async def test_a_picked_completion_is_taken_by_enter_which_otherwise_begins_a_line() -> None:
    async with writing() as at:
        await at.press(*"@tan", "down", "down", "enter")
        assert at.text == "@田中次郎"
        await at.press("enter", "x")
        assert at.text == "@田中次郎\nx"


async def test_going_through_a_text_opens_no_completions() -> None:
    """The arrows would be caught in each name one comes across."""
    async with writing() as at:
        await at.write("@tan\n\n@suz\n")
        await at.press("up", "up", "up", "x")
        assert at.text.split("\n")[0] in ("x@tan", "@tanx")


async def test_escape_closes_the_completions_first() -> None:
    async with writing() as at:
        await at.press(*"@tan", "escape", "down", "enter", "x")
        assert at.text == "@tan\nx"
        assert at.shows(EntryEditor)


async def test_keys_of_one_burst_are_taken_in_their_order() -> None:
    """Characters wait in the queue of the text while a key with priority is already acted upon."""
    async with writing() as at:
        text = at.editor.box._text
        text.post_message(_key(text, "a"))
        text.action_line()
        text.post_message(_key(text, "b"))
        text.action_step(-1)
        text.post_message(_key(text, "c"))
        await at.pilot.pause()
        assert at.text == "ac\nb"


def _key(text: object, character: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a message of Textual's
    from textual.events import Key

    return Key(character, character)


async def test_the_popup_is_at_the_cursor_below_it_or_above_where_there_is_no_room() -> None:
    async with writing() as at:
        await at.write("会った@tan")
        lines = screen_text(at.app).splitlines()
        row = next(i for i, line in enumerate(lines) if "会った@tan" in line)
        assert "田中太郎" in lines[row + 1] and "田中次郎" in lines[row + 2]
        at.editor.box.put("\n" * 60 + "@tan")
        await at.write("a")
        lines = screen_text(at.app).splitlines()
        row = next(i for i, line in enumerate(lines) if "@tana" in line)
        assert "田中太郎" in lines[row - 2] and "田中次郎" in lines[row - 1]


async def test_the_terminals_cursor_stands_where_the_next_character_will() -> None:
    """Input methods open their window there; wide characters take two cells."""
    async with writing() as at:
        await at.press("日", "本", "enter", "語")
        assert at.app.cursor_position == Offset(4, 2)


# the preview


async def test_the_line_one_writes_in_is_marked_in_the_preview() -> None:
    async with writing() as at:
        await at.write("-> @鈴木花子 a\nprose\n<- @鈴木花子 b")
        rows = at.editor.query_one(PostedLines)._rows
        marked = [rows.key]
        for _up in range(2):
            await at.press("up")
            marked.append(rows.key)
        assert marked == [3, None, 1], "prose posts nothing"


async def test_the_preview_follows_the_day_and_its_words() -> None:
    async with writing() as at:
        await at.write("[ ] @鈴木花子 に送る due:fri")
        assert at.posted() == ["1  to do · 鈴木花子 · due 2026-11-20"]
        await at.press("f6")
        assert at.shows(DayQuestion)
        await at.press("ctrl+u", *"yesterday", "enter")
        assert at.editor.day == date(2026, 11, 22)
        assert at.posted() == ["1  to do · 鈴木花子 · due 2026-11-27"]
        assert "2026-11-22 Sun · new entry" in screen_text(at.app)
        await at.press("ctrl+s")
        assert at.app.journal.entry(5).day == date(2026, 11, 22)


async def test_a_long_text_is_read_only_when_the_keys_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    async with writing() as at:
        await at.write("x" * LONGEST)
        read: list[str] = []
        preview = at.app.journal.preview

        def noted(text: str, day: date) -> Draft:
            read.append(text)
            return preview(text, day)

        monkeypatch.setattr(at.app.journal, "preview", noted)
        for _key in range(5):
            at.editor.box.insert("y")
            at.editor._edited(at.editor.box.Edited(at.editor.box, at.text, at.editor.box.cursor))
        assert read == []
        await at.pilot.pause(0.4)
        assert read[-1] == "x" * LONGEST + "yyyyy" and len(read) <= 2


async def test_new_names_become_contacts_with_one_key() -> None:
    opened = journal()
    async with writing(tanaka(opened), opened) as at:
        at.editor.box.put("-> @田中次郎 @西村 情報: 本")
        await at.pilot.pause()
        assert at.posted()[-1] == "Ctrl+N saves and makes the new contacts"
        await at.press("ctrl+n")
        assert opened.find_contact("西村").name == "西村"
        assert opened.entry(4).text == "-> @田中次郎 @西村 情報: 本"
        opened.undo()
        assert "西村" not in [account.name for account in opened.books.ledger.accounts()], "one step"


# leaving


async def test_an_unchanged_entry_is_left_without_a_question_and_a_step() -> None:
    opened = journal()
    steps = len(opened.books.history.steps(99))
    async with writing(tanaka(opened), opened) as at:
        left = []
        for key in ("escape", "ctrl+s"):
            await at.open(at.of(tanaka(opened)))
            await at.press(key)
            left.append(at.saved)
        assert left == [None, 4]
    assert len(opened.books.history.steps(99)) == steps


async def test_leaving_a_changed_text_asks(tmp_path: Path) -> None:
    opened = journal(str(tmp_path / "journal.db"))
    async with writing(opened=opened) as at:
        await at.write("書きかけ")
        await at.press("escape")
        assert at.shows(Choice)
        await at.press("enter")
        assert at.shows(EntryEditor), "first of all one goes on"
        await at.press("escape", "down", "down", "enter")
        assert at.saved is None
        assert opened.books.entries.count() == 4
        assert not list(tmp_path.glob("*.draft*"))


async def test_a_kept_draft_is_there_when_one_comes_back(tmp_path: Path) -> None:
    opened = journal(str(tmp_path / "journal.db"))
    async with writing(opened=opened) as at:
        await at.write("書きかけ")
        await at.press("escape", "down", "enter")
        assert at.saved is None
        assert (tmp_path / "journal.db.entry.draft").stat().st_mode & 0o777 == 0o600

        await at.open(at.of(tanaka(opened)))
        assert at.text == tanaka(opened).text, "another entry has nothing to do with it"
        await at.press("escape")

        await at.open(at.of())
        assert at.text == "書きかけ"
        await at.press("ctrl+s")
        assert opened.entry(5).text == "書きかけ"
        assert not list(tmp_path.glob("*.draft*"))


async def test_nothing_is_saved_where_nothing_is_written() -> None:
    async with writing() as at:
        await at.write("\n  \n")
        await at.press("ctrl+s")
        assert at.saved == -1
        assert at.app.journal.books.entries.count() == 4


async def test_what_cannot_be_saved_stays() -> None:
    async with writing() as at:
        await at.write("-> @鈴木 情報: 本")
        at.app.journal.books.connection.execute("pragma query_only = on")
        await at.press("ctrl+s")
        assert at.text == "-> @鈴木 情報: 本"
        assert at.shows(EntryEditor)


@pytest.mark.parametrize(
    ("keys", "left", "here"),
    [
        (("enter",), "mine", None),
        (("down", "enter"), "theirs", "theirs"),
        (("down", "down", "enter"), "theirs", "theirs\nmine"),
        (("escape",), "theirs", "mine"),
    ],
    ids=["mine", "theirs", "both", "go on"],
)
async def test_what_another_terminal_changed_is_not_written_over_unasked(
    tmp_path: Path, keys: tuple[str, ...], left: str, here: str | None
) -> None:
    path = str(tmp_path / "journal.db")
    opened = journal(path)
    async with writing(tanaka(opened), opened) as at:
        at.editor.box.put("mine")
        other = Journal.open(path)
        other.edit_entry(Entry(4, DAY, "theirs"))
        await at.press("ctrl+s")
        assert at.shows(Choice)
        assert "theirs" in screen_text(at.app)
        await at.press(*keys)
        assert other.entry(4).text == left
        assert at.saved == (4 if here is None else -1)
        if here is not None:
            assert at.text == here
        other.close()


async def test_both_are_saved_once_they_were_seen_together(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    opened = journal(path)
    async with writing(tanaka(opened), opened) as at:
        await at.write("\nmine below")
        other = Journal.open(path)
        before = other.entry(4)
        other.edit_entry(Entry(4, date(2026, 11, 19), f"theirs above\n{before.text}"))
        await at.press("ctrl+s", "down", "down", "enter", "ctrl+s")
        assert at.saved == 4
        assert other.entry(4) == Entry(4, date(2026, 11, 19), f"theirs above\n{before.text}\nmine below")
        other.close()


async def test_a_change_elsewhere_is_said_while_one_still_writes(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    opened = journal(path)
    async with writing(tanaka(opened), opened) as at:
        other = Journal.open(path)
        other.edit_entry(Entry(4, DAY, "theirs"))
        at.editor.look()
        await at.pilot.pause()
        at.editor.look()
        await at.pilot.pause()
        assert len([said for said in at.told() if "changed elsewhere" in said]) == 1
        other.capture("another entry", DAY)
        at.editor.look()
        await at.pilot.pause()
        assert len([said for said in at.told() if "changed elsewhere" in said]) == 1
        other.close()


async def test_an_entry_removed_meanwhile_is_saved_as_a_new_one_if_one_wants() -> None:
    opened = journal()
    async with writing(tanaka(opened), opened) as at:
        at.editor.box.put("mine")
        opened.remove_entry(4)
        await at.press("ctrl+s", "y")
        assert at.saved == 5
        assert opened.entry(5).text == "mine"


# drafts


async def test_what_is_typed_is_kept_within_a_second_with_all_about_it(tmp_path: Path) -> None:
    opened = journal(str(tmp_path / "journal.db"))
    async with writing(tanaka(opened), opened) as at:
        at.editor.box.put("もっと書いた")
        await at.pilot.pause(1.3)
        found = (tmp_path / "journal.db.entry.draft").read_text(encoding="utf-8")
        assert found.endswith("\nもっと書いた")
        assert DraftFile(opened.path, "entry").left() == "", "held by who writes it"


async def test_a_draft_is_offered_at_the_next_start_and_gone_on_with(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    opened = journal(path)
    async with writing(tanaka(opened), opened) as at:
        at.editor.box.put("もっと書いた")
        at.editor.keep_draft()
    async with desk(Journal.open(path)) as left:
        at = Writing(left.app, left.pilot)
        assert at.shows(Choice)
        assert "There is an unsaved entry of 2026-11-20: go on writing it?" in screen_text(at.app)
        assert at.app.journal.entry(4).text == tanaka(opened).text, "never posted unasked"
        await at.press("enter")
        assert at.text == "もっと書いた"
        await at.press("ctrl+s")
        assert at.app.journal.entry(4).text == "もっと書いた"
    assert not list(tmp_path.glob("*.draft*"))


@pytest.mark.parametrize(("keys", "left"), [(("escape",), 1), (("down", "enter"), 1), (("down", "down", "enter"), 0)])
async def test_an_offered_draft_may_wait_or_be_thrown_away(tmp_path: Path, keys: tuple[str, ...], left: int) -> None:
    path = str(tmp_path / "journal.db")
    async with writing(opened=journal(path)) as at:
        await at.write("書きかけ")
        at.editor.keep_draft()
    async with desk(Journal.open(path)) as there:
        await there.press(*keys)
        assert there.shows(Home)
    assert len(list(tmp_path.glob("*.draft*"))) == left


# templates, one's own editor, onlookers


async def test_a_template_is_inserted_in_a_line_of_its_own_and_idle_lines_are_not_saved() -> None:
    async with writing() as at:
        await at.write("朝の挨拶")
        await at.press("f9")
        assert at.shows(Templates)
        await at.press("5")
        assert at.text == "朝の挨拶\nPlan: \n-> @\n<- @\n! \n[ ] "
        assert at.posted() == [], "what says nothing yet does not wait"
        assert at.editor.box.line == 2
        await at.write("meet 鈴木")
        await at.press("down")
        await at.press("end", *"suz", "tab")
        await at.press("ctrl+s")
        assert at.app.journal.entry(5).text == "朝の挨拶\nPlan: meet 鈴木\n-> @鈴木花子"


async def test_ones_own_editor_gets_the_text_and_gives_it_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "%s\\n-> @鈴木 情報: 本\\n" "$(cat "$1")" > "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    async with writing() as at:
        monkeypatch.setattr(at.app, "suspend", contextlib.nullcontext)
        await at.write("一行目")
        await at.press("f8")
        assert at.text == "一行目\n-> @鈴木 情報: 本"
        assert at.posted() == ["2  given to 鈴木花子 · information · 1"]
        await at.press("ctrl+z")
        assert at.text == "一行目"


async def test_an_editor_that_fails_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "false")
    async with writing() as at:
        monkeypatch.setattr(at.app, "suspend", contextlib.nullcontext)
        await at.write("一行目")
        await at.press("f8")
        assert at.text == "一行目"
        assert at.told() == ["$EDITOR: false ended with an error; nothing was saved"]


async def test_where_nothing_can_be_suspended_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with writing() as at:
        await at.write("一行目")
        await at.press("f8")
        assert at.text == "一行目"
        assert at.told() == ["No other editor can be opened from here."]


async def test_while_others_look_on_the_text_is_covered() -> None:
    opened = journal()
    async with writing(tanaka(opened), opened) as at:
        at.app.veil = Veil(True)
        await at.pilot.pause()
        assert "田中" not in screen_text(at.app) and "F12" in screen_text(at.app)
        await at.press("f12", "x")
        assert at.text == tanaka(opened).text + "x"


async def test_hostile_texts_are_shown_as_they_are() -> None:
    opened = journal()
    saved = opened.capture("-> @[Anna [b]Miller[/b]] [bold]x[/] \x1b[2J \u202e\t終\n[/]", TODAY).entry
    async with writing(saved, opened) as at:
        shown = screen_text(at.app)
        assert "[bold]x[/]" in shown and "\x1b" not in shown and "\u202e" not in shown
        await at.press("escape")
        assert at.saved is None, "nothing was changed by being shown"


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_editor_looks_as_it_should(size: tuple[int, int], lang: str) -> None:
    i18n.set_language(lang)
    async with writing(size=size) as at:
        await at.write("交流会のあとで話した。\n-> @鈴木花子 情報: 夜間の連絡体制 30m #在宅\n<- @西村 助言: 話し方\n")
        await at.write("[ ] @田中太郎 に礼状を書く due:fri\n! 質問から入ると話がひろがる\n昨日は@tan")
        assert_snapshot(screen_text(at.app), f"editor-{lang}-{size[0]}x{size[1]}")


async def test_what_a_kill_left_in_ones_own_editor_is_offered_and_lies_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "journal.db")
    journal(path).close()
    folder = tmp_path / "run" / "networkjournal" / "networkjournal-x"
    folder.mkdir(parents=True)
    for name, text in (("journal", path), ("entry.md", "half a day")):
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    async with desk(opened=Journal.open(path)) as at:
        await at.pilot.pause(0.2)
        assert "go on writing it?" in screen_text(at.app)
        assert not folder.exists()
        await at.press("enter")
        assert "half a day" in screen_text(at.app)
