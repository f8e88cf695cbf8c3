"""The screen of suggestions: what could be given and why, begun as a line, set aside, hidden from onlookers."""

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.strength import Offer
from networkjournal.tui.screens.compose import Compose
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.suggestions import SuggestionsScreen
from tests.tui.desk import Desk, desk, journal
from tests.tui.snapshot import screen_text

WHAT = "夜間の連絡体制のひな形"


def offering() -> Journal:
    """Two people who could use the same thing, one of whom is to be minded."""
    made = journal()
    made.add_offer(Offer(WHAT, audience=("夜間",), minutes=30))
    made.change_contact(made.find_contact("鈴木")._replace(needs=("夜間に相談できる人",)))
    made.change_contact(
        made.find_contact("次郎")._replace(notes="夜間の連絡に困っている", caution="顧客名簿を集めている")
    )
    return made


async def show(at: Desk) -> SuggestionsScreen:
    await at.press("S")
    screen = at.app.screen
    assert isinstance(screen, SuggestionsScreen)
    return screen


async def test_each_suggestion_stands_with_its_reason_and_what_to_mind() -> None:
    async with desk(offering()) as at:
        await show(at)
        text = screen_text(at.app)
        assert f"To 鈴木 花子: {WHAT}" in text and "夜間 in their needs (“夜間に相談できる人”)" in text
        assert "Mind: there is a note of caution about 田中 次郎." in text
        assert "顧客名簿" not in text


async def test_enter_opens_the_person() -> None:
    async with desk(offering()) as at:
        await show(at)
        await at.press("enter")
        assert isinstance(at.app.screen, ContactScreen)
        assert at.app.screen.contact.name == "鈴木 花子"


async def test_the_line_is_begun_and_saved_only_by_hand() -> None:
    async with desk(offering()) as at:
        await show(at)
        await at.press("w")
        assert isinstance(at.app.screen, Compose)
        assert at.app.screen.bar.text == f"-> @鈴木花子 info: {WHAT} 30m "
        count = at.app.journal.books.entries.count()
        await at.press("escape")
        assert isinstance(at.app.screen, SuggestionsScreen) and at.app.journal.books.entries.count() == count


async def test_what_was_given_goes_from_the_list() -> None:
    async with desk(offering()) as at:
        await show(at)
        await at.press("w", "enter")
        text = screen_text(at.app)
        assert f"To 鈴木 花子: {WHAT}" not in text and "1 given or known already" in text


async def test_not_this_is_set_aside_counted_and_undone() -> None:
    async with desk(offering()) as at:
        await show(at)
        await at.press("minus")
        text = screen_text(at.app)
        assert f"To 鈴木 花子: {WHAT}" not in text and "1 you did not want" in text
        await at.press("u")
        assert f"To 鈴木 花子: {WHAT}" in screen_text(at.app)


async def test_nothing_to_suggest_teaches_and_has_no_keys_for_it() -> None:
    async with desk(Journal.open(":memory:")) as at:
        screen = await show(at)
        assert "give first" in screen_text(at.app)
        assert screen.check_action("give", ()) is False
        await at.press("w", "minus")
        assert at.app.screen is screen


async def test_an_onlooker_sees_the_offer_and_nobody() -> None:
    async with desk(offering()) as at:
        screen = await show(at)
        await at.press("V")
        text = screen_text(at.app)
        assert WHAT in text
        assert not any(word in text for word in ("鈴木", "次郎", "相談できる", "困っている"))
        await at.press("w")
        assert at.app.screen is screen


async def test_a_person_without_a_family_name_cannot_break_the_list() -> None:
    made = Journal.open(":memory:")
    made.add_offer(Offer("[b]x[/b] \x1b[2J", audience=("夜間",)))
    made.add_contact(Contact("[red]y[/]", needs=("夜間 [b]",)))
    async with desk(made) as at:
        await show(at)
        assert "[red]y[/]" in screen_text(at.app) and "“夜間 [b]”" in screen_text(at.app)
