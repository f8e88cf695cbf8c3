"""The pages of a goal and of a persona: what was counted, who fits and why, and a vague description named as one."""

from collections.abc import Hashable
from datetime import date
from typing import Literal

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal, Persona
from networkjournal.tui.screens.aims import GoalPage, PersonaPage
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.widgets.form import Form
from tests.tui.desk import Desk, desk
from tests.tui.snapshot import screen_text

DAY = date(2026, 11, 1)


def aiming() -> Journal:
    """A goal that is counted, and two people who fit: one is met, one a card."""
    made = Journal.open(":memory:")
    goal = made.add_goal(Goal("在宅を増やす", "在宅", measure="新規契約 12件"))
    made.add_persona(Persona(goal.id, "夜に困っているケアマネ", ("介護",), ("ケアマネ",)))
    made.add_contact(Contact("田中 太郎", title="ケアマネジャー", tags=("介護",)))
    made.add_contact(Contact("渡辺 由美", title="ケアマネジャー", tags=("介護",)))
    made.capture("= 新規契約 二件 #在宅\n= 自己紹介ができた #在宅\n-> @田中 情報: 夜のこと #在宅", DAY)
    return made


async def goal_page(at: Desk) -> GoalPage:
    await at.press("1", "down", "o")
    page = at.app.screen
    assert isinstance(page, GoalPage)
    await at.pilot.pause()
    return page


async def test_the_goals_pane_says_how_far_one_has_come() -> None:
    async with desk(aiming()) as at:
        assert "2 of 12" in screen_text(at.app)


async def test_progress_opens_the_lines_it_was_counted_from() -> None:
    async with desk(aiming()) as at:
        page = await goal_page(at)
        assert "2 of 12, counted from 1 result line" in screen_text(at.app)
        assert page.rows.select(("counted",))
        await at.press("enter")
        assert isinstance(at.app.screen, RecordList)
        text = screen_text(at.app)
        assert "新規契約 二件" in text and "1 in all" in text


async def test_who_fits_stands_below_whom_one_wants_to_meet_and_opens() -> None:
    async with desk(aiming()) as at:
        page = await goal_page(at)
        text = screen_text(at.app)
        assert "2 people fit; you have met 1 of them." in text
        assert "田中 太郎  ケアマネ in the title; 介護 in the tags" in text
        assert page.rows.select((Place("contact", 1), 1))
        await at.press("enter")
        assert isinstance(at.app.screen, ContactScreen)


async def test_a_persona_lists_all_who_fit_with_reasons() -> None:
    async with desk(aiming()) as at:
        page = await goal_page(at)
        page.open(Place("persona", 1))
        await at.pilot.pause()
        await at.pilot.pause()
        assert isinstance(at.app.screen, PersonaPage)
        text = screen_text(at.app)
        assert "渡辺 由美  ケアマネ in the title; 介護 in the tags; not met yet" in text
        assert at.app.screen.rows.select(("number", 0))
        await at.press("enter")
        assert isinstance(at.app.screen, RecordList) and len(at.app.screen.rows.source) == 2


async def test_a_vague_description_says_why() -> None:
    made = aiming()
    made.add_persona(Persona(1, "誰でも"))
    async with desk(made) as at:
        await goal_page(at)
        assert "“誰でも” fits almost anybody" in screen_text(at.app)
        assert "Nobody you know fits yet." in screen_text(at.app)


async def test_whom_to_meet_is_described_on_the_page_of_the_goal() -> None:
    async with desk(aiming()) as at:
        page = await goal_page(at)
        await at.press("n", *"anyone", "ctrl+s")
        assert isinstance(at.app.screen, Form)  # that it is vague is said once
        assert "fits almost anybody" in screen_text(at.app)
        await at.press("ctrl+s")
        assert at.app.screen is page
        assert [persona.who for persona in at.app.journal.books.personas.all()][-1] == "anyone"


async def test_a_description_is_edited_on_its_page() -> None:
    async with desk(aiming()) as at:
        (await goal_page(at)).open(Place("persona", 1))
        await at.pilot.pause()
        await at.press("e")
        assert isinstance(at.app.screen, Form)
        await at.press("tab", "end", "comma", *"IT", "ctrl+s")
        assert at.app.journal.books.personas.get(1).fields == ("介護", "IT")


async def test_an_onlooker_sees_nobody_who_fits() -> None:
    async with desk(aiming()) as at:
        await goal_page(at)
        await at.press("V")
        text = screen_text(at.app)
        assert "2 of 12" in text and "2 people fit" in text
        assert not any(word in text for word in ("田中", "渡辺", "ケアマネ"))


@pytest.mark.parametrize(
    ("page", "key"),
    [("goal", ("field", "measure", 0)), ("persona", ("field", "roles", 0)), ("persona", ("covered", 1, 0))],
)
async def test_a_field_opens_its_form(page: Literal["goal", "persona"], key: Hashable) -> None:
    async with desk(aiming()) as at:
        at.home.open(Place(page, 1))
        await at.pilot.pause()
        await at.pilot.pause()
        on = at.app.screen
        assert isinstance(on, GoalPage | PersonaPage) and on.rows.select(key)
        await at.press("enter")
        assert isinstance(at.app.screen, Form)


async def test_how_somebody_is_covered_leads_to_whom_one_wants_to_meet() -> None:
    async with desk(aiming()) as at:
        page = await goal_page(at)
        assert page.rows.select(("covered", 1, 0))
        await at.press("enter")
        assert isinstance(at.app.screen, PersonaPage)


async def test_a_goal_is_removed_from_its_page_and_undo_brings_it_back() -> None:
    made = aiming()
    async with desk(made) as at:
        await goal_page(at)
        await at.press("minus")
        assert not isinstance(at.app.screen, GoalPage) and not list(made.books.goals.all())
        await at.press("u")
        assert [goal.handle for goal in made.books.goals.all()] == ["在宅"]


async def test_whom_one_wants_to_meet_is_removed_from_its_page() -> None:
    made = aiming()
    async with desk(made) as at:
        page = await goal_page(at)
        assert page.rows.select(Place("persona", 1))
        await at.press("enter", "delete")
        assert at.app.screen is page and not list(made.books.personas.all())
