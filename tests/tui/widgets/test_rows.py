"""The virtual list: it draws what is seen, keeps its cursor, and shows people's texts as they are."""

from rich.text import Text
from textual.widget import Widget
from textual.widgets import Static

from networkjournal.tui.widgets.rows import ListSource, Rows
from tests.tui.snapshot import screen_text
from tests.tui.widgets.stage import Stage


class Counted:
    """Rows of numbers that remember which of them were drawn."""

    def __init__(self, keys: range | list[int]) -> None:
        self.keys = keys
        self.drawn: set[int] = set()

    def __len__(self) -> int:
        return len(self.keys)

    def key(self, i: int) -> int:
        return self.keys[i]

    def index(self, key: object) -> int | None:
        return self.keys.index(key) if key in self.keys else None  # type: ignore[arg-type]

    def draw(self, i: int, width: int) -> Text:
        self.drawn.add(i)
        return Text(f"row {self.keys[i]}")


def key(rows: Rows) -> object:
    return rows.key


def named(*names: str) -> ListSource:
    return ListSource([(name, Text(name)) for name in names])


async def test_only_what_is_seen_is_drawn() -> None:
    """Ten thousand rows cost nothing until one looks at them."""
    source = Counted(range(10_000))
    async with Stage(Rows(source)).run_test(size=(40, 20)) as pilot:
        await pilot.press("G")
        assert len(source.drawn) <= 40
        assert "▸row 9999" in screen_text(pilot.app)


async def test_the_cursor_stays_on_its_key_when_rows_come_and_go() -> None:
    rows = Rows(named("a", "b", "c", "d"))
    async with Stage(rows).run_test() as pilot:
        await pilot.press("down", "down")
        rows.show(named("x", "a", "c", "y"))
        assert key(rows) == "c"
        rows.show(named("x", "y", "z"))
        assert key(rows) == "z", "the row nearest to where it was"
        rows.show(named())
        assert key(rows) is None


async def test_every_change_of_the_key_is_told_once() -> None:
    """Panes are linked by this message: a missing one leaves the next pane stale, a needless one reloads it."""
    rows = Rows(named("a", "b"))
    stage = Stage(rows)
    async with stage.run_test() as pilot:
        rows.show(named("z", "a", "b"))
        await pilot.press("j", "j", "enter")
        rows.show(named())
        await pilot.pause()
        assert [(type(m).__name__, m.key) for m in stage.said if isinstance(m, Rows.Highlighted | Rows.Chosen)] == [
            ("Highlighted", "b"),
            ("Chosen", "b"),
            ("Highlighted", None),
        ]


async def test_the_cursor_skips_headings_and_shows_them() -> None:
    items = [(None, Text("Head")), *((n, Text(f"n{n}")) for n in range(5)), (None, Text("Second")), (9, Text("n9"))]
    rows = Rows(ListSource(items))
    async with Stage(rows).run_test(size=(20, 4)) as pilot:
        assert key(rows) == 0
        await pilot.press("down", "down", "down", "down", "down")
        assert key(rows) == 9
        await pilot.press("home")
        assert key(rows) == 0
        assert screen_text(pilot.app).splitlines()[0].strip() == "Head"
        await pilot.press("up")
        assert key(rows) == 0, "nothing above but a heading"


async def test_page_keys_move_by_what_is_seen() -> None:
    rows = Rows(Counted(range(100)))
    async with Stage(rows).run_test(size=(20, 10)) as pilot:
        await pilot.press("pagedown")
        assert key(rows) == 9
        await pilot.press("pagedown", "pageup")
        assert key(rows) == 9
        await pilot.press("end", "pagedown")
        assert key(rows) == 99


async def test_a_click_selects_and_a_double_click_chooses() -> None:
    """The line under a row belongs to it."""
    rows = Rows(ListSource([("a", Text("a")), (None, Text("  more of a")), ("b", Text("b"))]))
    stage = Stage(rows)
    async with stage.run_test() as pilot:
        await pilot.click(rows, offset=(3, 2))
        assert key(rows) == "b"
        await pilot.click(rows, offset=(3, 1), times=2)
        assert key(rows) == "a"
        assert [m.key for m in stage.heard(Rows.Chosen)] == ["a"]


async def test_a_click_below_the_last_row_does_nothing() -> None:
    rows = Rows(named("a", "b"))
    async with Stage(rows).run_test() as pilot:
        await pilot.click(rows, offset=(3, 9))
        assert key(rows) == "a"


async def test_new_rows_do_not_lay_out_the_screen() -> None:
    """A layout costs as much as all else a filter does for a key."""
    rows = Rows(named("a"))
    async with Stage(rows, Static("below")).run_test() as pilot:
        await pilot.pause()
        asked: list[Widget] = []
        pilot.app.screen._layout_widgets.clear()
        original = Widget.refresh

        def refresh(self: Widget, *regions: object, layout: bool = False, **others: object) -> Widget:
            if layout:
                asked.append(self)
            return original(self, *regions, layout=layout, **others)  # type: ignore[arg-type]

        Widget.refresh = refresh  # type: ignore[method-assign,assignment]
        try:
            rows.show(Counted(range(500)))
            await pilot.pause()
            rows.show(named())
            await pilot.pause()
        finally:
            Widget.refresh = original  # type: ignore[method-assign]
        assert asked == []


async def test_people_s_texts_are_shown_as_they_are() -> None:
    """No markup, no control characters, nothing wider than the list, and no half of a wide character."""
    hostile = "[bold]x[/] \x1b[31mred\x07\u202e 田中太郎田中太郎田中太郎"
    rows = Rows(ListSource([(1, Text(hostile)), (2, Text("e\u0301" * 40)), (3, Text("two\nlines\tand tabs"))]))
    async with Stage(rows).run_test(size=(30, 5)) as pilot:
        shown = screen_text(pilot.app)
        assert "[bold]x[/]" in shown
        assert not any(mark in shown for mark in "\x1b\x07\u202e\t")
        strips = pilot.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {30}
        assert "田…" in shown or "中…" in shown or "太…" in shown or "郎…" in shown


async def test_an_empty_list_teaches() -> None:
    """In its middle, wrapped, and literally."""
    rows = Rows(empty="Nobody here yet. Press [a] to add the first one. 誰もいません。")
    async with Stage(rows).run_test(size=(24, 8)) as pilot:
        shown = "".join(screen_text(pilot.app).split())  # Japanese may break anywhere, so spaces tell nothing
        assert shown == "Nobodyhereyet.Press[a]toaddthefirstone.誰もいません。"
        await pilot.press("down", "end", "enter", "pageup")
        rows.empty = "Other"
        await pilot.pause()
        assert screen_text(pilot.app).split() == ["Other"]


async def test_letters_reach_the_app_where_the_list_does_not_use_them() -> None:
    stage = Stage(Rows(named("x")))
    async with stage.run_test() as pilot:
        await pilot.press("a", "j")
        assert stage.letters == ["a"]


async def test_select_goes_to_a_key() -> None:
    rows = Rows(Counted(range(300)))
    async with Stage(rows).run_test(size=(20, 6)) as pilot:
        assert rows.select(250)
        await pilot.pause()
        assert "▸row 250" in screen_text(pilot.app)
        assert not rows.select("nobody")
        assert key(rows) == 250
