"""The import: files are named, the plan is seen, the person decides, and one undoable step does it."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from networkjournal.formats import own_json, several
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.tui.screens import base, import_plan
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.home import Home
from networkjournal.tui.screens.import_columns import ColumnsDialog
from networkjournal.tui.screens.importing import ImportScreen
from networkjournal.tui.screens.working import Working
from networkjournal.tui.widgets.choice import Choice
from networkjournal.tui.widgets.confirm import Confirm
from networkjournal.tui.widgets.path_input import PathInput
from tests.tui.desk import TODAY, Desk, desk, journal, settled
from tests.tui.snapshot import screen_text

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nTITLE:{}\nEND:VCARD\n"
NEW = CARD.format("新井 一", "新しい人")
SAME_NAME = CARD.format("田中 太郎", "主任")
BAD = "BEGIN:VCARD\nTEL:1\nEND:VCARD\n"


@asynccontextmanager
async def importing(
    tmp_path: Path, *texts: str, name: str = "cards.vcf", size: tuple[int, int] = (120, 36), made: Journal | None = None
) -> AsyncIterator[Desk]:
    """The screen with the plan of a file of these texts, of a journal in a file."""
    (tmp_path / name).write_text("".join(texts), encoding="utf-8")
    opened = made or in_a_file(tmp_path)
    try:
        async with desk(opened, size=size) as at:
            await at.press("I")
            await named(at, str(tmp_path / name))
            yield at
    finally:
        opened.close()


def in_a_file(tmp_path: Path) -> Journal:
    """The small journal in a file, which can be opened once more."""
    path, small = tmp_path / "journal.db", journal()
    path.write_bytes(small.books.connection.serialize())
    small.close()
    return Journal.open(str(path))


async def named(at: Desk, text: str) -> None:
    """Type the names of files and press Enter."""
    field = screen(at).query_one(PathInput)
    field.value = text
    field.focus()
    await at.press("enter")
    await settled(at.pilot)


def screen(at: Desk) -> ImportScreen:
    found = next(one for one in at.app.screen_stack if isinstance(one, ImportScreen))
    assert isinstance(found, ImportScreen)
    return found


def names(at: Desk) -> list[str]:
    return [contact.name for contact in at.app.journal.books.contacts.all()]


def said(at: Desk) -> str:
    return "\n".join(str(toast.message) for toast in at.app._notifications)


async def test_the_plan_is_seen_line_by_line_and_nothing_is_written_before_it_is_said(tmp_path: Path) -> None:
    async with importing(tmp_path, NEW, SAME_NAME, BAD) as at:
        text = screen_text(at.app)
        assert "new 1 · doubtful 1 · unreadable 1" in text
        assert "新井 一" in text and "card 1, line 1" in text and "nothing to call" in text
        assert "It will be added." in text and "新しい人" in text
        assert "新井 一" not in names(at)
        await at.press("down")
        assert "It may be 田中 太郎: the same name." in screen_text(at.app)
        assert "If it is the same:" in screen_text(at.app)


async def test_it_is_done_as_one_change_and_taken_back_by_one_key(tmp_path: Path) -> None:
    async with importing(tmp_path, NEW, CARD.format("新井 二", "")) as at:
        before = names(at)
        await at.press("ctrl+s")
        await settled(at.pilot)
        assert set(names(at)) - set(before) == {"新井 一", "新井 二"}
        text = screen_text(at.app)
        assert "2 records were added." in text and "u (Ctrl+Z) takes all of it back" in text
        step = at.app.journal.books.history.steps(1)[0]
        assert (step.name, step.subject, step.source) == ("import", "cards.vcf", "import")
        await at.press("u")
        await settled(at.pilot)
        assert names(at) == before
        assert "records were added" not in screen_text(at.app)


async def test_the_same_file_again_changes_nothing_and_says_so(tmp_path: Path) -> None:
    async with importing(tmp_path, NEW) as at:
        await at.press("ctrl+s")
        await settled(at.pilot)
        await named(at, str(tmp_path / "cards.vcf"))
        assert "same 1" in screen_text(at.app)
        before = len(at.app.journal.books.history.steps())
        await at.press("ctrl+s")
        await settled(at.pilot)
        assert "There is nothing to import" in said(at)
        assert len(at.app.journal.books.history.steps()) == before


@pytest.mark.parametrize(("key", "people", "title"), [("n", 2, ""), ("m", 1, "主任"), ("minus", 1, "")])
async def test_who_is_doubtful_becomes_what_is_said_of_their_line(
    tmp_path: Path, key: str, people: int, title: str
) -> None:
    async with importing(tmp_path, SAME_NAME, NEW) as at:
        await at.press(key)
        assert "decided 1" in screen_text(at.app)
        await at.press("ctrl+s")
        await settled(at.pilot)
        assert names(at).count("田中 太郎") == people
        assert at.app.journal.find_contact("@田中太郎").title == title


async def test_a_decision_can_be_taken_back_and_the_undecided_are_asked_about_once(tmp_path: Path) -> None:
    async with importing(tmp_path, SAME_NAME, CARD.format("田中 次郎", "係長")) as at:
        await at.press("m", "backspace")
        assert not screen(at).decisions
        await at.press("ctrl+s")
        assert isinstance(at.app.screen, Choice) and "2 may be people you know" in screen_text(at.app)
        await at.press("escape")
        await settled(at.pilot)
        assert at.app.journal.find_contact("@田中太郎").title == ""
        await at.press("ctrl+s")
        await at.press("down", "enter")
        await settled(at.pilot)
        titles = [at.app.journal.find_contact(name).title for name in ("@田中太郎", "@田中次郎")]
        assert titles == ["主任", "係長"]


async def test_any_line_can_be_left_out_whatever_its_verdict(tmp_path: Path) -> None:
    async with importing(tmp_path, NEW, CARD.format("新井 二", "")) as at:
        await at.press("delete", "ctrl+s")
        await settled(at.pilot)
        assert "新井 一" not in names(at) and "新井 二" in names(at)
        assert "1 was left out, as you said." in screen_text(at.app)


async def test_all_that_is_shown_can_be_decided_at_once(tmp_path: Path) -> None:
    async with importing(tmp_path, NEW, SAME_NAME, CARD.format("新井 二", "")) as at:
        await at.press("s")
        assert "▸new 2" in screen_text(at.app) and "田中 太郎" not in screen_text(at.app)
        await at.press("b", "end", "up", "enter")
        await at.pilot.pause(0.1)
        assert list(screen(at).decisions.values()) == ["leave", "leave"]
        await at.press("s", "b", "down", "enter")
        await at.pilot.pause(0.1)
        assert sorted(screen(at).decisions.values()) == ["join", "leave", "leave"]
        await at.press("b", "end", "enter")
        await at.pilot.pause(0.1)
        assert not screen(at).decisions


async def test_what_cannot_be_read_stops_the_rest_until_the_person_says_otherwise(tmp_path: Path) -> None:
    async with importing(tmp_path, NEW, BAD) as at:
        await at.press("ctrl+s")
        assert isinstance(at.app.screen, Confirm) and "1 record cannot be read" in screen_text(at.app)
        await at.press("n")
        await settled(at.pilot)
        assert "新井 一" not in names(at)
        await at.press("ctrl+s", "y")
        await settled(at.pilot)
        assert "新井 一" in names(at)
        assert "1 could not be read:" in screen_text(at.app) and "card 2, line 6" in screen_text(at.app)


async def test_enter_opens_whom_it_may_be_and_what_changed_there_is_compared_anew(tmp_path: Path) -> None:
    async with importing(tmp_path, SAME_NAME, CARD.format("鈴木 花子", "")) as at:
        await at.press("down", "minus", "up", "enter")
        assert isinstance(at.app.screen, ContactScreen) and at.app.screen.contact.name == "田中 太郎"
        person = at.app.screen.contact
        at.app.journal.change_contact(person._replace(name="別の 名前", family="別の", given="名前"))
        await at.press("escape")
        await settled(at.pilot)
        assert "new 1 · doubtful 1 · decided 1" in screen_text(at.app)


async def test_stopping_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person stops it after the first record: the second is never reached, and the first is taken back."""
    async with importing(tmp_path, NEW, CARD.format("新井 二", "")) as at:
        before = list(at.app.journal.books.connection.iterdump())

        def stopped(*values: object) -> object:
            *others, told = values

            def tell(*far: object) -> None:
                if far == ("bring", 1, 2):
                    at.app.call_from_thread(at.app.screen.action_leave)  # type: ignore[attr-defined]
                told(*far)  # type: ignore[operator]

            return several.bring(*others, tell)  # type: ignore[arg-type,call-arg]

        monkeypatch.setattr(import_plan, "bring", stopped)
        await at.press("ctrl+s")
        await settled(at.pilot)
        assert "Stopped: nothing was imported." in said(at)
        assert list(at.app.journal.books.connection.iterdump()) == before
        assert "new 2" in screen_text(at.app)


async def test_a_copy_is_kept_before_it_begins_and_not_for_a_look(tmp_path: Path) -> None:
    opened = in_a_file(tmp_path)
    kept: list[int] = []
    opened.before_big = lambda: kept.append(opened.books.contacts.count())
    (tmp_path / "more.vcf").write_text(CARD.format("新井 三", ""), encoding="utf-8")
    async with importing(tmp_path, NEW, made=opened) as at:
        await named(at, f"{tmp_path}/cards.vcf {tmp_path}/more.vcf")
        assert (kept, "new 2" in screen_text(at.app)) == ([], True)
        await at.press("ctrl+s")
        await settled(at.pilot)
        assert kept == [4]
        assert "2 records were added" in screen_text(at.app)


async def test_what_is_wrong_with_a_file_is_said(tmp_path: Path) -> None:
    async with importing(tmp_path, NEW) as at:
        await named(at, str(tmp_path / "nowhere.vcf"))
        assert "there is no file" in said(at)
        (tmp_path / "x.bin").write_bytes(b"\x00\x01")
        await named(at, str(tmp_path / "x.bin"))
        assert "is in no format that can be read" in said(at)
        await at.press("ctrl+s")
        await settled(at.pilot)
        assert "新井 一" not in names(at)


async def test_several_files_and_a_later_one_knows_the_people_of_an_earlier_one(tmp_path: Path) -> None:
    mail = CARD.replace("END", "EMAIL:a@x.example\nEND")
    (tmp_path / "b.vcf").write_text(mail.format("新井 一", "部長"), encoding="utf-8")
    async with importing(tmp_path, mail.format("新井 一", "")) as at:
        await named(at, f"{tmp_path}/cards.vcf {tmp_path}/b.vcf")
        assert "new 1 · changed 1" in screen_text(at.app) and "b.vcf: card 1" in screen_text(at.app)
        await at.press("ctrl+s")
        await settled(at.pilot)
        assert at.app.journal.find_contact("新井 一").title == "部長"


async def test_the_columns_of_another_table_are_asked_for_and_remembered(tmp_path: Path) -> None:
    table = "氏名,会社,趣味\n新井 一,あらい商店,将棋\n"
    async with importing(tmp_path, table, name="list.csv") as at:
        assert isinstance(at.app.screen, ColumnsDialog)
        assert "将棋" in screen_text(at.app)
        await at.press("ctrl+s")
        await settled(at.pilot)
        assert "new 1" in screen_text(at.app)
        await at.press("ctrl+s")
        await settled(at.pilot)
        contact = at.app.journal.find_contact("新井 一")
        assert contact.organization == "あらい商店" and "将棋" in " ".join(contact.extra)
        (tmp_path / "later.csv").write_text(table.replace("新井 一", "新井 二"), encoding="utf-8")
        await named(at, str(tmp_path / "later.csv"))
        assert isinstance(at.app.screen, ImportScreen) and "new 1" in screen_text(at.app)


async def test_columns_can_be_said_anew(tmp_path: Path) -> None:
    async with importing(tmp_path, "氏名,会社\n新井 一,あらい商店\n", name="list.csv") as at:
        await at.press("ctrl+s")
        await settled(at.pilot)
        await at.press("c")
        await settled(at.pilot)
        assert isinstance(at.app.screen, ColumnsDialog)
        await at.press("down", "minus", "ctrl+s")
        await settled(at.pilot)
        await at.press("ctrl+s")
        await settled(at.pilot)
        assert at.app.journal.find_contact("新井 一").organization == ""


async def test_leaving_asks_where_something_was_decided(tmp_path: Path) -> None:
    async with importing(tmp_path, NEW) as at:
        await at.press("minus", "escape")
        assert isinstance(at.app.screen, Confirm)
        await at.press("n", "backspace", "escape")
        assert isinstance(at.app.screen, Home)


async def test_the_veil_hides_the_people_of_a_file(tmp_path: Path) -> None:
    secret = CARD.format("秘密 花子", "内緒の役職").replace("END", "NOTE:ひみつの話\nEND")
    async with importing(tmp_path, secret, SAME_NAME) as at:
        for _ in range(2):
            await at.press("f12")
            text = screen_text(at.app)
            assert [word for word in ("秘密", "花子", "内緒", "ひみつ", "田中", "cards.vcf") if word in text] == []
            await at.press("f12")
            await at.press("down")
        assert "田中 太郎" in screen_text(at.app)


async def test_what_one_minds_with_somebody_is_not_shown_in_passing(tmp_path: Path) -> None:
    """Our own document may bring a caution along."""
    other = Journal.open(":memory:")
    other.add_contact(Contact("新井 一", caution="酒癖"))
    document = own_json.write(other, True)
    other.close()
    async with importing(tmp_path, document, name="own.json") as at:
        assert "new" in screen_text(at.app) and "酒癖" not in screen_text(at.app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_hostile_cards_do_no_harm(tmp_path: Path, size: tuple[int, int]) -> None:
    """Names from a file are the most hostile texts there are: nobody has looked at them yet."""
    evil = CARD.format("[bold]x[/] \x1b[2J \u202eevil [@click=app.quit]q[/]", "\x1b]0;t\x07" + "長" * 5000)
    async with importing(tmp_path, evil, size=size) as at:
        for strip in at.app.screen._compositor.render_strips():
            assert "\x1b" not in strip.text and "\x07" not in strip.text and "\u202e" not in strip.text
            assert strip.cell_length == size[0]
        assert "[bold]x[/]" in screen_text(at.app)
        assert at.app.clock() == TODAY


async def test_much_is_taken_back_in_a_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    undo, threads = Journal.undo, list[threading.Thread]()

    def noted(self: Journal) -> object:
        threads.append(threading.current_thread())
        return undo(self)

    monkeypatch.setattr(base, "MANY", 2)
    monkeypatch.setattr(Journal, "undo", noted)
    async with importing(tmp_path, NEW, CARD.format("新井 二", "")) as at:
        before = names(at)
        await at.press("ctrl+s")
        await settled(at.pilot)
        await at.press("u")
        await settled(at.pilot)
        assert threads != [threading.main_thread()]
        assert names(at) == before and "imported cards.vcf" in said(at)


async def test_whoever_leaves_the_program_meanwhile_has_imported_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, left, unmounted = threading.Event(), threading.Event(), Working.on_unmount

    def leave(self: Working[object]) -> None:
        unmounted(self)
        if begun.is_set():
            left.set()

    def slow(*values: object) -> object:
        *others, told = values

        def tell(*far: object) -> None:
            if far[0] == "bring":
                begun.set()
                left.wait(10)
            told(*far)  # type: ignore[operator]

        return several.bring(*others, tell)  # type: ignore[arg-type,call-arg]

    monkeypatch.setattr(Working, "on_unmount", leave)
    monkeypatch.setattr(import_plan, "bring", slow)
    async with importing(tmp_path, NEW) as at:
        await at.press("ctrl+s")
        while not begun.is_set():
            await at.pilot.pause(0.05)
        at.app.exit()
    with closing(Journal.open(str(tmp_path / "journal.db"))) as journal:
        assert [contact.name for contact in journal.books.contacts.all()].count("新井 一") == 0
