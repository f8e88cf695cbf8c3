"""The history screen: what was done, newest first, undone and done again in place, and each change looked at."""

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.store.history import Step
from networkjournal.tui.screens.history import PAGE, HistoryScreen
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.sheet import Sheet
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.rows import Rows
from tests.tui.desk import Desk, desk, journal
from tests.tui.snapshot import assert_snapshot, screen_text


@pytest.fixture(autouse=True)
def in_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times are shown where the reader is; these readers are all in one place."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def stamp(opened: Journal) -> None:
    """Spread the steps over some days: three to a day, the last on the day that is today."""
    steps = opened.books.history.steps(1000)
    with opened.books.transaction():
        for n, step in enumerate(steps):
            at = f"2026-11-{max(23 - n // 3, 1):02}T{20 - 5 * (n % 3):02}:{(n * 7) % 60:02}:00.000+00:00"
            opened.books.connection.execute("update steps set at = ? where id = ?", (at, step.id))


def story() -> Journal:
    """A journal in which somebody was renamed, something imported, and the rename taken back."""
    opened = journal()
    opened.source = "tui"
    opened.change_contact(opened.find_contact("鈴木")._replace(name="鈴木 一子", needs=("夜間の対応",)))
    opened.undo()
    stamp(opened)
    return opened


@asynccontextmanager
async def history(opened: Journal | None = None, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Desk]:
    """The history, gone to from Home."""
    async with desk(opened or story(), size=size) as at:
        at.home.open(Place("history"))
        await at.pilot.pause()
        assert type(at.app.screen) is HistoryScreen
        yield at


def rows(at: Desk) -> Rows:
    """The list."""
    return at.app.screen.query_one(Rows)


def lines(at: Desk) -> list[str]:
    """What the list shows."""
    return [line.strip("┃ ▸") for line in screen_text(at.app).splitlines()[1:-2] if line.strip("┃ ")]


async def test_the_newest_change_is_on_top_and_the_next_to_undo_and_redo_are_marked() -> None:
    async with history() as at:
        shown = lines(at)
        assert shown[0] == "today      20:00  program  took back: renamed 鈴木 花子 to 鈴木 一子"
        assert shown[1].startswith("today      15:07  program  renamed 鈴木 花子 to 鈴木 一子")
        assert shown[1].endswith("U redoes it")
        assert shown[2].startswith("today      10:14  command  wrote an entry of") and shown[2].endswith("u undoes it")
        assert shown[3].startswith("yesterday  20:21  command  wrote")
        assert not any("undoes" in line or "redoes" in line for line in shown[3:])


@pytest.mark.parametrize(("undo", "redo"), [("u", "U"), ("ctrl+z", "ctrl+y")])
async def test_undo_and_redo_work_here_and_the_list_follows(undo: str, redo: str) -> None:
    async with history() as at:
        await at.press(undo)
        assert len(at.app.journal.inbox()) == 0, "the last entry is gone"
        assert "took back: wrote an entry of 2026-11-20" in lines(at)[0]
        assert rows(at).source.index(rows(at).key) == 0, "the cursor went along to the newest"

        await at.press(redo)
        assert "did again: wrote an entry of 2026-11-20" in lines(at)[0]
        assert len(at.app.journal.inbox()) == 1


async def test_a_toast_names_what_was_undone() -> None:
    async with history() as at:
        await at.press("u")
        (notice,) = at.app._notifications
        assert (notice.title, notice.message) == ("Taken back", "wrote an entry of 2026-11-20")


async def test_the_cursor_stays_on_its_change_while_others_arrive() -> None:
    async with history() as at:
        await at.press("down", "down")
        key = rows(at).key
        at.app.journal.add_contact(Contact("New"))
        at.home.look()
        at.app.screen.look()  # type: ignore[attr-defined]
        await at.pilot.pause()
        assert rows(at).key == key
        assert "added New" in lines(at)[0]


async def test_enter_shows_what_a_change_changed() -> None:
    async with history() as at:
        await at.press("down", "enter")
        assert type(at.app.screen) is Sheet
        shown = screen_text(at.app)
        assert "Name: 鈴木 花子 → 鈴木 一子" in shown
        assert "Needs: – → 夜間の対応" in shown
        assert "− <- @鈴木花子 助言: 話し方" in shown
        assert "+ <- @鈴木一子 助言: 話し方" in shown
        assert "It is taken back." in shown

        await at.press("escape")
        assert at.app.screen.query_one(Rows).key is not None and len(at.app.screen_stack) == 2


async def test_behind_the_veil_nobody_is_named() -> None:
    async with history() as at:
        at.app.veil = Veil(on=True)
        await at.pilot.pause()
        seen = screen_text(at.app)
        assert "took back: renamed ●●● to ●●●" in seen and "stated the goal 在宅" in seen
        await at.press("down", "enter")
        seen += screen_text(at.app)
        assert "Name: ●●● → ●●●" in seen
        assert [word for word in ("鈴木", "田中", "Anna", "夜間", "話し方") if word in seen] == []


async def test_thousands_of_changes_are_read_by_the_page() -> None:
    opened = Journal.open(":memory:")
    stamped = "2026-11-20T10:00:00.000+00:00"
    with opened.books.transaction():
        opened.books.connection.executemany(
            "insert into steps (uid, name, subject, source, at) values (?, 'capture', ?, 'cli', ?)",
            ((f"u{n}", f"day {n}", stamped) for n in range(1, 5001)),
        )
    asked: list[int] = []
    history_book = opened.books.history
    read = history_book.steps

    def counting(most: int = 50, skip: int = 0, latest: int | None = None) -> tuple[Step, ...]:
        asked.append(most)
        return read(most, skip, latest)

    history_book.steps = counting  # type: ignore[method-assign]
    async with history(opened, size=(80, 24)) as at:
        assert "wrote an entry of day 5000" in lines(at)[0]
        assert "5000 changes" in screen_text(at.app)
        assert sum(asked) < 4 * PAGE
        await at.press("end")
        assert "wrote an entry of day 1" in lines(at)[-1]
        assert rows(at).key == 1
        assert sum(asked) < 8 * PAGE


async def test_an_empty_history_says_what_it_is_for() -> None:
    async with history(Journal.open(":memory:"), size=(60, 20)) as at:
        assert "can be taken back here" in screen_text(at.app)
        await at.press("enter", "u", "escape")
        assert at.app.screen is at.home


def test_every_binding_has_an_id_a_tooltip_and_a_twin_that_an_input_method_lets_through() -> None:
    for binding in HistoryScreen.BINDINGS:
        assert binding.id and binding.tooltip, binding  # type: ignore[union-attr]
        assert any(len(key) > 1 for key in binding.key.split(",")), binding  # type: ignore[union-attr]


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_history_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with history(size=size) as at:
        assert_snapshot(screen_text(at.app), f"history-{lang}-{size[0]}x{size[1]}")
        await at.press("down", "enter")
        assert_snapshot(screen_text(at.app), f"history-step-{lang}-{size[0]}x{size[1]}")
