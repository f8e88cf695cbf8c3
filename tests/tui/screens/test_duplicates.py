"""Who may be there twice: seen with reasons, compared, merged, or told apart for good."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.duplicates import ComparePage, DuplicatesScreen
from networkjournal.tui.screens.merging import MergePage
from tests.tui.desk import TODAY, Desk, desk, journal, settled
from tests.tui.snapshot import screen_text

PHONE = (Labelled("090-1234-5678"),)


def twice() -> Journal:
    """鈴木 花子 three times over, once by another spelling."""
    made = journal()
    first = made.find_contact("鈴木")
    made.change_contact(first._replace(phones=PHONE, caution="内緒"))
    made.add_contact(Contact("Hanako Suzuki", phones=(Labelled("+81 90 1234 5678"),), title="所長"))
    made.capture("-> @Hanako_Suzuki 贈り物: 礼状 *2", TODAY)
    return made


@asynccontextmanager
async def shown(opened: Journal | None = None, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Desk]:
    async with desk(opened or twice(), size=size) as at:
        await at.press("D")
        await settled(at.pilot)
        yield at


async def test_a_pair_stands_there_with_its_reasons() -> None:
    async with shown() as at:
        assert isinstance(at.app.screen, DuplicatesScreen)
        text = screen_text(at.app)
        assert "鈴木 花子 さくら訪問看護" in text and "Hanako Suzuki" in text
        assert "the same reading, the same telephone number" in text and "1 pair" in text


async def test_nobody_twice_is_said() -> None:
    async with shown(journal()) as at:
        assert "Nobody seems to be there twice." in screen_text(at.app)


async def test_both_are_seen_side_by_side_and_opened_from_there() -> None:
    async with shown() as at:
        await at.press("enter")
        assert isinstance(at.app.screen, ComparePage)
        text = screen_text(at.app)
        line = next(line for line in text.splitlines() if "Phone" in line)
        assert "090-1234-5678" in line and "+81 90 1234 5678" in line
        assert "内緒" not in text
        await at.press("end", "enter")
        assert isinstance(at.app.screen, ContactScreen) and at.app.screen.contact.name == "Hanako Suzuki"


@pytest.mark.parametrize("way", [("m",), ("enter", "m"), ("ctrl+k",)])
async def test_merging_keeps_everything_and_the_pair_is_gone(way: tuple[str, ...]) -> None:
    async with shown() as at:
        await at.press(*way)
        await at.pilot.pause(0.1)
        assert isinstance(at.app.screen, MergePage)
        await at.press("enter")
        await at.pilot.pause()
        await at.press("y")
        await settled(at.pilot)
        assert isinstance(at.app.screen, DuplicatesScreen)
        assert "Nobody seems to be there twice." in screen_text(at.app)
        found = at.app.journal.find_contact("鈴木")
        assert (found.title, len(found.phones), "Hanako Suzuki" in found.aliases) == ("所長", 2, True)
        assert at.app.journal.books.ledger.account(found.id).given == 2000
        await at.press("u")
        await settled(at.pilot)
        assert "1 pair" in screen_text(at.app)


@pytest.mark.parametrize("way", [("minus",), ("enter", "delete")])
async def test_two_people_are_not_asked_about_again_until_that_is_undone(way: tuple[str, ...]) -> None:
    async with shown() as at:
        await at.press(*way)
        await settled(at.pilot)
        assert isinstance(at.app.screen, DuplicatesScreen)
        assert "Nobody seems to be there twice." in screen_text(at.app)
        await at.press("escape", "D")
        await settled(at.pilot)
        assert "Nobody seems to be there twice." in screen_text(at.app)
        await at.press("u")
        await settled(at.pilot)
        assert "1 pair" in screen_text(at.app)


async def test_leaving_the_merge_leaves_all_as_it_is() -> None:
    async with shown() as at:
        await at.press("enter", "m")
        await at.pilot.pause(0.1)
        await at.press("escape")
        await settled(at.pilot)
        assert isinstance(at.app.screen, ComparePage)
        assert len(at.app.journal.books.history.steps(1000)) == len(twice().books.history.steps(1000))


async def test_the_veil_hides_both() -> None:
    async with shown() as at:
        await at.press("f12", "enter")
        await settled(at.pilot)
        text = screen_text(at.app)
        assert [word for word in ("鈴木", "Hanako", "Suzuki", "さくら", "090", "所長") if word in text] == []
        await at.press("m")
        await at.pilot.pause(0.1)
        assert isinstance(at.app.screen, ComparePage)
