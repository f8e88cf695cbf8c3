"""The page of one contact: what it says, what its rows open, its keys, and what it never shows."""

from collections.abc import Hashable
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from networkjournal import i18n
from networkjournal.errors import JournalError
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.tui.screens.aims import GoalPage, PersonaPage
from networkjournal.tui.screens.compose import Compose
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.event_page import EventPage
from networkjournal.tui.screens.places import Place, screen_of
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.screens.sheet import Sheet
from networkjournal.tui.veil import DOTS, Veil
from networkjournal.tui.widgets.facts import fact_key
from networkjournal.tui.widgets.form import Form
from tests.tui.desk import TODAY, Desk
from tests.tui.screens.people import EVIL, HANAKO, LONG, MALLORY, NOBODY, TARO, known, page, said, shown
from tests.tui.snapshot import assert_snapshot, screen_text


def keys(at: Desk) -> list[Hashable]:
    """What the rows of the person stand for."""
    source = shown(at).person.rows.source
    found = (fact_key(source.key(i)) for i in range(len(source)))
    return list(dict.fromkeys(key for key in found if key is not None))


async def choose(at: Desk, key: Hashable) -> None:
    """Enter on a row of the person."""
    shown(at).action_pane(1)
    assert shown(at).person.rows.select(key), key
    await at.press("enter")
    await at.pilot.pause()


async def test_everything_that_is_known_stands_on_the_page() -> None:
    async with page() as at:
        text = screen_text(at.app)
        for fact in (
            "鈴木 花子", "スズキ ハナコ", "@鈴木花子", "さくら訪問看護 所長", "交流会で隣に座った", "田中 太郎",
            "訪問看護, 経営",
            "You gave 1 (1×), you received 4 (2×): received more.", "53 days ago · 2026-10-01", "! @鈴木花子 に礼状",
            "… @鈴木花子 の返事", "夜の連携先", "採用, 特に夜勤", "加算の知識", "居宅を紹介してほしい",
            "訪問の新規を半年で十二件にする", "夜に困っている居宅のケアマネ", "話が早い", "犬を飼っている",
            "ケア交流会  2026-09-08",
            "hanako@example.jp  work", "03-0000-0002", "https://example.jp", "北町1-2", "--02-28", "すーさん",
        ):  # fmt: skip
            assert fact in text, fact


async def test_what_one_needs_before_a_meeting_comes_first() -> None:
    async with page() as at:
        order = [
            "隣に座った",
            "You gave",
            "に礼状",
            "夜の連携先",
            "加算の知識",
            "居宅を紹介",
            "十二件",
            DOTS,
            "話が早い",
            "hanako@",
        ]
        source = shown(at).person.rows.source
        text = "\n".join(str(source.draw(i, 60)) for i in range(len(source)))
        assert sorted(order, key=text.index) == order


async def test_every_row_opens_something() -> None:
    """A number that cannot be asked what it counts is not worth showing."""
    async with page() as at:
        for key in keys(at):
            opened: list[object] = []
            page_now = shown(at)
            page_now.open = opened.append  # type: ignore[method-assign,assignment]
            caution = page_now.person.caution
            await choose(at, key)
            if at.app.screen is not page_now:
                opened.append(at.app.screen)
                at.app.pop_screen()
                await at.pilot.pause()
            assert opened or page_now.person.caution != caution, key
            del page_now.open


async def test_a_number_opens_its_records() -> None:
    async with page() as at:
        for key, length in {
            "given": 1, "received": 2, "all": 3, "entries": 4, "insights": 1, "results": 1, "kept": 1, "third": 1,
        }.items():  # fmt: skip
            await choose(at, (key,))
            assert isinstance(at.app.screen, RecordList), key
            assert len(at.app.screen.rows.source) == length, key
            await at.press("escape")


async def test_a_goal_opens_its_exchanges_with_this_person_or_itself_where_there_are_none() -> None:
    async with page() as at:
        await choose(at, ("goal", 1))
        assert isinstance(at.app.screen, RecordList)
        assert len(at.app.screen.rows.source) == 2
        await at.press("escape")
        await choose(at, ("goal", 2))
        assert isinstance(at.app.screen, GoalPage)


async def test_names_open_the_pages_of_what_they_name() -> None:
    async with page() as at:
        await choose(at, ("contact", TARO, "introducer"))
        assert shown(at).contact_id == TARO
        await choose(at, ("contact", HANAKO, "introduced"))
        assert shown(at).contact_id == HANAKO
        await choose(at, ("event", 1))
        assert isinstance(at.app.screen, EventPage)
        await at.press("escape")
        await choose(at, ("persona", 1))
        assert isinstance(at.app.screen, PersonaPage)


async def test_actions_and_lines_and_entries_open_the_entry_they_stand_in() -> None:
    async with page() as at:
        opened: list[Place] = []
        shown(at).open = opened.append  # type: ignore[method-assign,assignment]
        await choose(at, ("action", 3, 1))
        await choose(at, ("last",))
        await at.press("2", "enter", "3", "enter")
        assert opened == [Place("entry", 3), Place("entry", 2), Place("entry", 2), Place("entry", 3)]


async def test_a_field_opens_the_form_in_that_field() -> None:
    async with page() as at:
        await choose(at, ("field", "organization", 0))
        assert isinstance(at.app.screen, Form)
        focused = at.app.screen.focused
        assert isinstance(focused, Input)
        assert focused.value == "さくら訪問看護"

        focused.value = "もみじ訪問看護"
        await at.press("ctrl+s")
        await at.pilot.pause(0.1)
        assert "もみじ訪問看護" in screen_text(at.app), "the page shows it without being asked"


async def test_settled_relationships_keep_their_whole_register_within_reach() -> None:
    opened = known()
    opened.capture("<> @鈴木花子", date(2026, 10, 5))
    opened.capture("-> @鈴木花子 情報: 新しい話", date(2026, 10, 6))
    async with page(opened=opened) as at:
        assert "even from 2026-10-05 on · 4 exchanges" in screen_text(at.app)
        for key, length in {"given": 1, "all": 1, "ever": 4}.items():
            await choose(at, (key,))
            assert isinstance(at.app.screen, RecordList)
            assert len(at.app.screen.rows.source) == length
            await at.press("escape")


async def test_nobody_teaches_what_to_write() -> None:
    async with page(NOBODY) as at:
        text = screen_text(at.app)
        assert "Only the name is known yet" in text
        assert "-> @東学 info:" in text
        assert "You gave" not in text
        await choose(at, ("teach",))
        assert isinstance(at.app.screen, Form)


@pytest.mark.parametrize("size", [(200, 60), (120, 36), (60, 20)])
async def test_hostile_texts_are_shown_as_they_stand_and_do_nothing(size: tuple[int, int]) -> None:
    opened = known()
    opened.capture(f"-> @mallory 情報: {EVIL}\n[ ] @mallory に {EVIL}\n! @mallory {LONG}", TODAY)
    async with page(MALLORY, opened, size) as at:
        await at.press("c")
        text = screen_text(at.app)
        assert "[bold]x[/bold] [/]" in text
        for press in ("end", "2", "3", "b", "escape", "1", "home"):
            await at.press(press)
            text = screen_text(at.app)
            assert not {"\x1b", "\u202e", "\u2069", "\t"} & set(text)
        for key in (("all",), ("entries",), ("insights",)):
            await choose(at, key)
            assert not {"\x1b", "\u202e", "\u2069", "\t"} & set(screen_text(at.app))
            await at.press("escape")


async def test_the_end_of_a_long_note_can_be_walked_to() -> None:
    """The list scrolls with the cursor: a value whose further rows could not be stood on would be cut off for good."""
    async with page(MALLORY, size=(80, 24)) as at:
        source = shown(at).person.rows.source
        rows = ["." if source.key(i) is None else "#" for i in range(len(source))]
        assert len(rows) > 500
        assert max(map(len, "".join(rows).split("#"))) <= 4


# the veil and the caution note


async def test_the_caution_note_is_masked_until_it_is_asked_for() -> None:
    async with page() as at:
        assert "価格の話" not in screen_text(at.app)
        assert "(c shows it)" in screen_text(at.app)
        await at.press("c")
        assert "価格の話は避ける" in screen_text(at.app)
        await at.press("ctrl+u")
        assert "価格の話" not in screen_text(at.app)


async def test_aims_and_what_they_know_are_masked_like_the_caution_note() -> None:
    opened = known()
    minded = {"aims": "提携したい", "suspected": "患者の引き抜き", "knows": "相場", "withheld": "料金表"}
    opened.change_contact(opened.books.contacts.get(TARO)._replace(**minded))  # type: ignore[arg-type]
    async with page(TARO, opened) as at:
        assert [text for text in minded.values() if text in screen_text(at.app)] == []
        assert shown(at).person.rows.select(("caution",))
        await at.press("enter")
        assert [text for text in minded.values() if text not in screen_text(at.app)] == []
        await choose(at, ("field", "knows", 0))
        assert isinstance(at.app.screen, Form)
        assert at.app.focused is not None and getattr(at.app.focused, "value", "") == "相場"
        await at.press("escape", "b")
        assert [text for text in minded.values() if text not in screen_text(at.app)] == []
        at.app.veil = Veil(on=True)
        await at.pilot.pause()
        await at.press("escape", "b")
        assert [text for text in minded.values() if text in screen_text(at.app)] == []


async def test_with_the_veil_on_nothing_about_people_shows() -> None:
    opened = known()
    person = opened.books.contacts.get(HANAKO)
    secret = [person.name, person.reading, person.handle, "花子", "さくら", "所長", "太郎", "example", "0000", "北町",
              "02-28", "隣に座った", "夜の連携", "採用", "加算", "居宅", "価格", "話が早い", "犬", "すーさん",
              "礼状", "返事", "電話", "薬局", "決断",
              "新規一件", "経営,"]  # fmt: skip
    async with page(opened=opened) as at:
        await at.press("c")
        at.app.veil = Veil(on=True)
        await at.pilot.pause()
        await at.press("c")
        for press in ("1", "2", "3", "b", "escape"):
            await at.press(press)
            text = screen_text(at.app)
            assert DOTS in text
            assert [word for word in secret if word in text] == []
        assert "十二件" in text, "goals are no secret"
        assert "received 4 (2×)" in text, "nor are figures"
        for key in [("all",), ("entries",), ("insights",), ("results",), ("kept",), ("third",)]:
            await choose(at, key)
            text = screen_text(at.app)
            assert [word for word in secret if word in text] == [], key
            await at.press("escape")


async def test_a_list_that_is_open_is_veiled_too() -> None:
    async with page() as at:
        await choose(at, ("all",))
        assert "鈴木 花子 · Exchanges" in screen_text(at.app)
        at.app.veil = Veil(on=True)
        await at.pilot.pause()
        text = screen_text(at.app)
        assert "花子" not in text
        assert "加算" not in text


async def test_what_the_veil_hid_is_not_shown_again_unasked() -> None:
    async with page() as at:
        await at.press("c")
        at.app.veil = Veil(on=True)
        await at.pilot.pause()
        at.app.veil = Veil()
        await at.pilot.pause()
        assert "価格の話" not in screen_text(at.app)


@pytest.mark.parametrize("key", ["e", "m", "X", "n"])
async def test_no_form_or_plan_is_opened_behind_the_veil(key: str) -> None:
    async with page() as at:
        at.app.veil = Veil(on=True)
        await at.press(key)
        await at.pilot.pause()
        assert isinstance(at.app.screen, ContactScreen)


# keys


@pytest.mark.parametrize("key", ["e", "f6"])
async def test_the_edit_keys_open_the_form(key: str) -> None:
    async with page() as at:
        await at.press(key)
        assert isinstance(at.app.screen, Form)


@pytest.mark.parametrize("key", ["b", "f4"])
async def test_the_brief_keys_open_the_brief(key: str) -> None:
    async with page() as at:
        await at.press(key)
        assert isinstance(at.app.screen, Sheet)
        assert "received more" in screen_text(at.app)


@pytest.mark.parametrize("key", ["a", "f2"])
async def test_writing_begins_with_them(key: str) -> None:
    async with page() as at:
        await at.press(key)
        await at.pilot.pause()
        assert isinstance(at.app.screen, Compose)
        assert at.app.screen.bar.text == "-> @鈴木花子 "
        at.app.screen.bar.insert("情報: 本")
        await at.press("enter")
        await at.pilot.pause(0.1)
        assert "You gave 2 (2×)" in screen_text(at.app)


@pytest.mark.parametrize("twin", ["", "alt+"])
async def test_numbers_go_to_the_panes(twin: str) -> None:
    async with page(size=(60, 20)) as at:
        for number, name in ((2, "ledger"), (3, "mentions"), (1, "person")):
            await at.press(f"{twin}{number}")
            focused = at.app.screen.focused
            assert focused is not None
            assert focused.id == f"{name}-rows"
            assert focused.region, "one pane at a time, and it is the one asked for"


@pytest.mark.parametrize("key", ["A", "ctrl+a"])
async def test_archiving_is_done_at_once_said_and_taken_back(key: str) -> None:
    async with page() as at:
        await at.press(key)
        assert at.app.journal.books.contacts.get(HANAKO).archived
        assert "Archived: left out of the lists" in screen_text(at.app)
        await at.press("u")
        assert not at.app.journal.books.contacts.get(HANAKO).archived
        await at.press(key, key)
        assert "is in the lists again" in said(at)


async def test_a_promise_is_kept_from_the_page() -> None:
    async with page() as at:
        assert shown(at).person.rows.select(("action", 3, 1))
        await at.press("x", "escape")
        assert at.app.journal.entry(3).text.startswith("[x] @鈴木花子 に礼状")
        assert "2 done" in screen_text(at.app)


@pytest.mark.parametrize("key", ["escape", "q", "f10"])
async def test_leaving_goes_back(key: str) -> None:
    async with page() as at:
        await at.press(key)
        assert at.app.screen is at.home


# what others do meanwhile


async def test_a_page_shows_what_another_program_writes(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    async with page(opened=known(path)) as at:
        other = Journal.open(path)
        other.capture("-> @鈴木花子 情報: 別の端末から", TODAY)
        other.close()
        await at.pilot.pause(1.3)
        assert "別の端末から" in screen_text(at.app)


@pytest.mark.parametrize("how", ["merged", "removed", "forgotten"])
async def test_a_page_about_nobody_closes_and_says_why(how: str, tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    async with page(opened=known(path)) as at:
        other = Journal.open(path)
        hanako, taro = (other.books.contacts.get(id) for id in (HANAKO, TARO))
        if how == "merged":
            other.merge_contacts(taro, hanako)
        elif how == "removed":
            other.remove_contact(hanako)
        else:
            other.forget_contact(hanako)
        other.close()
        await at.pilot.pause(1.5)
        assert at.app.screen is at.home
        assert ("merged into 田中 太郎" if how == "merged" else "no longer in the journal") in said(at)


async def test_a_page_below_a_list_closes_when_the_list_does() -> None:
    async with page() as at:
        await choose(at, ("all",))
        at.app.journal.remove_contact(at.app.journal.books.contacts.get(HANAKO))
        at.app.screen.look()  # type: ignore[attr-defined]
        await at.pilot.pause()
        await at.press("escape")
        await at.pilot.pause()
        assert at.app.screen is at.home


def test_nobody_has_no_page() -> None:
    with pytest.raises(JournalError):
        screen_of(Place("contact", 99), known(), lambda: TODAY)


# looks


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_page_looks_as_it_should(lang: str, size: tuple[int, int]) -> None:
    i18n.set_language(lang)
    async with page(size=size) as at:
        assert_snapshot(screen_text(at.app), f"contact-{lang}-{size[0]}x{size[1]}")


async def test_a_storm_of_resizes_hurts_nothing() -> None:
    async with page() as at:
        for width, height in ((60, 20), (200, 60), (40, 10), (80, 24), (20, 5), (120, 36)):
            await at.pilot.resize_terminal(width, height)
        assert "鈴木 花子" in screen_text(at.app)


async def test_a_wide_terminal_shows_the_year_of_each_line() -> None:
    async with page(size=(200, 60)) as at:
        assert "2026-10-01 ← introduction" in screen_text(at.app)


async def test_somebody_new_has_a_page_as_well() -> None:
    opened = Journal.open(":memory:")
    opened.add_contact(Contact("x"))
    async with page(1, opened, (60, 20)) as at:
        assert "Only the name is known yet" in screen_text(at.app)


@pytest.mark.parametrize("key", ["n", "insert"])
async def test_what_is_not_pursued_with_them_is_noted_from_their_page(key: str) -> None:
    async with page() as at:
        await at.press(key)
        assert isinstance(at.app.screen, Form)
        await at.press(*"a deal", "ctrl+s")
        assert [(one.what, one.contact) for one in at.app.journal.books.refusals.all()] == [("a deal", "鈴木花子")]
        assert "a deal" in screen_text(at.app)
        assert isinstance(at.app.screen, ContactScreen)
