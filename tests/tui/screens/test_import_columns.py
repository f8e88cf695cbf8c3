"""Which column fills which field: proposed, chosen from a list, and never without a name."""

from networkjournal.formats.asked import Columns
from networkjournal.formats.mapped_csv import Column
from networkjournal.tui.screens.import_columns import ColumnsDialog
from networkjournal.tui.widgets.choice import Choice
from tests.tui.desk import Desk, desk
from tests.tui.snapshot import screen_text

COLUMNS = (Column("Wer", ("Ann Lee", "Ben")), Column("E-Mail", ("a@x.example",)), Column("Hobby", ("chess",)))


def asked(at: Desk, said: Columns = ()) -> list[Columns | None]:
    given: list[Columns | None] = []
    at.app.push_screen(ColumnsDialog(COLUMNS, said), given.append)
    return given


async def test_what_headings_mean_is_proposed_and_the_rest_is_chosen_from_a_list() -> None:
    async with desk() as at:
        given = asked(at)
        await at.pilot.pause()
        text = screen_text(at.app)
        assert "E-Mail → Mail" in text and "Ann Lee · Ben" in text and "Wer    → —" in text
        await at.press("enter")
        assert isinstance(at.app.screen, Choice)
        await at.press(*"name", "enter", "ctrl+s")
        assert given == [(("name", "Wer"), ("email", "E-Mail"))]


async def test_without_something_to_call_people_by_one_does_not_go_on() -> None:
    async with desk() as at:
        given = asked(at)
        await at.pilot.pause()
        await at.press("down", "minus", "ctrl+s")
        assert not given and "Say first which column holds the name." in screen_text(at.app)
        await at.press("escape")
        assert given == [None]


async def test_what_was_said_before_stands_there_again() -> None:
    async with desk(size=(60, 20)) as at:
        given = asked(at, (("name", "Wer"), ("notes", "Hobby")))
        await at.pilot.pause()
        assert "Hobby  → Notes" in screen_text(at.app)
        await at.press("down", "down", "enter")
        await at.pilot.pause()
        await at.press("enter", "ctrl+s")  # the first choice is that it fills nothing
        assert given == [(("name", "Wer"),)]


async def test_the_veil_hides_the_samples() -> None:
    async with desk() as at:
        asked(at)
        await at.pilot.pause()
        await at.press("f12")
        assert "Ann" not in screen_text(at.app)
