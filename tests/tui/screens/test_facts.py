"""The pages of goals, personas, strengths, offers and events: all fields, and numbers that open their records."""

import pytest

from networkjournal import i18n
from networkjournal.errors import JournalError
from networkjournal.tui.screens.aims import GoalPage, PersonaPage
from networkjournal.tui.screens.facts import FactsPage
from networkjournal.tui.screens.own_pages import OfferPage, StrengthPage
from networkjournal.tui.screens.places import Kind, Place, screen_of
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.veil import Veil
from tests.tui.desk import TODAY, Desk, desk
from tests.tui.screens.people import known, said
from tests.tui.snapshot import assert_snapshot, screen_text

FIELDS: dict[Kind, tuple[str, ...]] = {
    "goal": ("訪問の新規を半年で十二件にする", "open", "減っているから", "12件", "2027-02-28", "#在宅",
             "夜に困っている居宅のケアマネ"),
    "persona": ("夜に困っている居宅のケアマネ", "訪問の新規を半年で十二件にする", "介護", "ケアマネ", "夜間", "交流会",
                "夜の体制"),
    "strength": ("現場十五年", "experience", "2011-04", "延べ一万二千件", "+現場", "夜間連絡の雛形"),
    "offer": ("夜間連絡の雛形", "現場十五年", "ケアマネ", "30m"),
    "event": ("ケア交流会", "2026-09-08 Tue · 76 days ago · past", "公民館", "夜の話を聞く", "¥3,000", "2h", "%交流会",
              "十二件", "2026-09-09", "6", "3", "go again", "二人と話せた"),
}  # fmt: skip


async def show(at: Desk, kind: Kind) -> FactsPage:
    """The page of the only record of a kind."""
    at.home.open(Place(kind, 1))
    await at.pilot.pause()
    await at.pilot.pause()
    page = at.app.screen
    assert isinstance(page, FactsPage)
    return page


@pytest.mark.parametrize("kind", FIELDS)
async def test_all_fields_stand_on_the_page(kind: Kind) -> None:
    async with desk(known()) as at:
        await show(at, kind)
        text = screen_text(at.app)
        for field in FIELDS[kind]:
            assert field in text, field


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("goal", {"People": 1, "Exchanges": 2, "Results": 1, "Events": 1, "Entries": 2}),
        ("strength", {"Given": 1, "Exchanges": 1, "Entries": 1}),
        ("event", {"People": 1, "Exchanges": 2, "Entries": 1}),
    ],
)
async def test_numbers_are_those_of_the_lists_they_open(kind: Kind, counts: dict[str, int]) -> None:
    async with desk(known()) as at:
        page = await show(at, kind)
        found = {}
        for place, (what, _read) in enumerate(page.numbers()):
            if page.rows.select(("number", place)):
                await at.press("enter")
                assert isinstance(at.app.screen, RecordList)
                assert f" · {what}" in screen_text(at.app)
                found[what] = len(at.app.screen.rows.source)
                await at.press("escape")
        assert found == counts


async def test_names_lead_on() -> None:
    async with desk(known()) as at:
        goal = await show(at, "goal")
        assert goal.rows.select(Place("persona", 1))
        await at.press("enter")
        assert isinstance(at.app.screen, PersonaPage)
        assert at.app.screen.rows.select(Place("goal", 1))
        await at.press("enter")
        assert isinstance(at.app.screen, GoalPage)
        strength = await show(at, "strength")
        assert strength.rows.select(Place("offer", 1))
        await at.press("enter")
        assert isinstance(at.app.screen, OfferPage)
        await at.press("enter")
        assert isinstance(at.app.screen, StrengthPage)


@pytest.mark.parametrize("kind", FIELDS)
async def test_a_page_about_what_is_gone_closes_and_says_so(kind: Kind) -> None:
    async with desk(known()) as at:
        page = await show(at, kind)
        opened = at.app.journal
        records = {
            "goal": lambda: opened.remove_goal(opened.books.goals.get(1)),
            "persona": lambda: opened.remove_persona(opened.books.personas.get(1)),
            "strength": lambda: opened.remove_strength(opened.books.strengths.get(1)),
            "offer": lambda: opened.remove_offer(opened.books.offers.get(1)),
            "event": lambda: opened.remove_event(opened.books.events.get(1)),
        }
        records[kind]()
        page.look()
        await at.pilot.pause()
        await at.pilot.pause()
        assert at.app.screen is at.home
        assert "no longer in the journal" in said(at)


@pytest.mark.parametrize("kind", FIELDS)
def test_what_is_gone_has_no_page(kind: Kind) -> None:
    with pytest.raises(JournalError):
        screen_of(Place(kind, 99), known(), lambda: TODAY)


@pytest.mark.parametrize("kind", FIELDS)
async def test_with_the_veil_on_titles_show_and_notes_do_not(kind: Kind) -> None:
    async with desk(known()) as at:
        at.app.veil = Veil(on=True)
        await show(at, kind)
        text = screen_text(at.app)
        for secret in (
            "減っているから",
            "夜に困っている",
            "延べ一万",
            "夜の話",
            "二人と話せた",
            "ケアマネ",
        ):
            assert secret not in text.replace("訪問の新規を半年で十二件にする", ""), secret


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("kind", ["goal", "event"])
async def test_the_pages_look_as_they_should(lang: str, size: tuple[int, int], kind: Kind) -> None:
    i18n.set_language(lang)
    async with desk(known(), size=size) as at:
        await show(at, kind)
        assert_snapshot(screen_text(at.app), f"{kind}-{lang}-{size[0]}x{size[1]}")
