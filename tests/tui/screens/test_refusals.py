"""What is not pursued: a list, a page each, and a row on the page and the sheet of whom it has to do with."""

from datetime import date

from networkjournal.journal import Journal
from networkjournal.model.refusal import Refusal
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.own_pages import RefusalPage
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.refusals import RefusalsPage
from networkjournal.tui.veil import Veil
from networkjournal.tui.widgets.form import Form
from tests.tui.desk import TODAY, Desk, desk
from tests.tui.screens.people import HANAKO, known, page, said, shown
from tests.tui.screens.test_me import fill
from tests.tui.snapshot import screen_text


def refused() -> Journal:
    """A journal in which something is not pursued."""
    made = known()
    made.add_refusal(Refusal("共同の営業", date(2026, 11, 1), "手が回らない", "鈴木花子"))
    return made


async def listed(at: Desk) -> RefusalsPage:
    """The list."""
    at.home.open(Place("refusals"))
    await at.pilot.pause()
    await at.pilot.pause()
    assert isinstance(at.app.screen, RefusalsPage)
    return at.app.screen


async def test_it_is_listed_and_leads_to_its_page_and_on_to_the_person() -> None:
    async with desk(refused()) as at:
        await listed(at)
        assert "2026-11-01  共同の営業  手が回らない  @鈴木花子" in screen_text(at.app)
        await at.press("enter")
        assert at.shows(RefusalPage)
        assert "手が回らない" in screen_text(at.app) and "2026-11-01 Sun" in screen_text(at.app)
        await at.press("end", "enter")
        assert at.shows(ContactScreen)


async def test_one_is_added_changed_and_removed_by_keys() -> None:
    opened = refused()
    async with desk(opened) as at:
        await listed(at)
        await at.press("n")
        await fill(at, what="無料の講演", why="時間", contact="タナカ", on="昨日")
        assert opened.books.refusals.get(2) == Refusal("無料の講演", date(2026, 11, 22), "時間", "田中太郎", 2)
        await at.press("e")
        await fill(at, contact="")
        assert opened.books.refusals.get(2).contact == ""
        await at.press("delete")
        assert [one.id for one in opened.books.refusals.all()] == [1]
        assert "Removed 無料の講演" in said(at)


async def test_a_name_of_nobody_is_said_and_the_form_stays() -> None:
    async with desk(refused()) as at:
        await listed(at)
        await at.press("n")
        await fill(at, what="x", contact="誰でもない", on=TODAY.isoformat())
        assert at.shows(Form)
        assert "There is no contact called" in screen_text(at.app)


async def test_it_stands_on_the_page_and_the_sheet_of_the_person() -> None:
    async with page(HANAKO, refused()) as at:
        assert "共同の営業  2026-11-01" in screen_text(at.app)
        assert shown(at).person.rows.select(("refusal", 1))
        await at.press("enter")
        assert at.shows(RefusalPage)
        await at.press("escape", "b")
        assert "Not pursued: 共同の営業 (手が回らない) · 2026-11-01" in screen_text(at.app)


async def test_the_veil_hides_all_of_it() -> None:
    async with page(HANAKO, refused()) as at:
        at.app.veil = Veil(on=True)
        await at.pilot.pause()
        assert "共同の営業" not in screen_text(at.app)
        await at.press("b")
        assert "共同の営業" not in screen_text(at.app)
        at.home.open(Place("refusals"))
        await at.pilot.pause()
        await at.press("enter")
        text = screen_text(at.app)
        assert [secret for secret in ("共同の営業", "手が回らない", "鈴木") if secret in text] == []
        await at.press("e")
        assert not at.shows(Form)


async def test_nothing_is_taught_kindly() -> None:
    async with desk(Journal.open(":memory:")) as at:
        await listed(at)
        assert "Decide it once" in screen_text(at.app)
        await at.press("e", "minus", "enter")
        assert at.shows(RefusalsPage)
