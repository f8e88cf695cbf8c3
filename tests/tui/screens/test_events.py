"""Events on the screen: by where they stand; planned, prepared and reviewed from the keyboard; asked about once."""

from datetime import date, timedelta

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.model.strength import Offer
from networkjournal.tui.screens.aims import PersonaPage
from networkjournal.tui.screens.compose import Compose
from networkjournal.tui.screens.contact import ContactScreen
from networkjournal.tui.screens.event_page import EventPage
from networkjournal.tui.screens.events import EventsScreen
from networkjournal.tui.screens.introduction import IntroductionScreen
from networkjournal.tui.screens.own_pages import OfferPage
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.prep import PrepPage
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.widgets.confirm import Confirm
from networkjournal.tui.widgets.form import Form
from tests.tui.desk import TODAY, Desk, desk
from tests.tui.screens.people import said
from tests.tui.snapshot import screen_text


def journal(*, late: date | None = None) -> Journal:
    made = Journal.open(":memory:")
    goal = made.add_goal(Goal("More visits", "visits"))
    made.add_persona(Persona(goal.id, "a care manager who lacks cover at night", roles=("care manager",)))
    made.add_offer(Offer("our night template", audience=("nights",)))
    made.add_contact(Contact("Ann Lee", title="Care manager", needs=("cover at nights",)))
    made.add_contact(Contact("Bob"))
    made.add_event(
        Event("Meetup", date(2026, 12, 1), purpose="meet care managers", goals=("visits",), personas=(1,),
              expected=("Ann Lee", "Somebody Else"), series="care")
    )  # fmt: skip
    made.add_event(
        Event("First meetup", date(2026, 9, 8), series="care", reviewed_on=date(2026, 9, 9), cards=6, verdict="again")
    )
    if late:
        made.add_event(Event("Mixer", late))
    made.capture("%First_meetup\n-> @Ann_Lee info: x\n@Bob", date(2026, 9, 8))
    return made


async def test_events_stand_by_their_phase_with_their_purpose() -> None:
    made = journal(late=date(2026, 10, 1))
    async with desk(made) as at:
        await at.press("E")
        rows = [line.strip("┃ ▸") for line in screen_text(at.app).split("\n")[1:9]]
        assert [row.split("  ")[0] for row in rows] == [
            "Planned", "2026-12-01 Tue", "", "To review", "2026-10-01 Thu", "", "Past", "2026-09-08 Tue",
        ]  # fmt: skip
        assert "in 8 days" in rows[1] and "meet care managers" in rows[1]
        assert "! 53 days ago" in rows[4] and "no purpose" in rows[4]
        assert "go again" in rows[7]


async def fill(at: Desk, **values: str) -> None:
    form = at.app.screen
    assert isinstance(form, Form)
    for row in form._rows:
        if row.field.name in values:
            control = row.control
            if hasattr(control, "load_text"):
                control.load_text(values[row.field.name])
            else:
                control.value = values[row.field.name]  # type: ignore[misc]
    await at.pilot.pause()
    await at.press("ctrl+s")


async def test_an_event_is_planned_whole() -> None:
    async with desk(journal()) as at:
        await at.press("alt+e")
        await at.press("n")
        await fill(
            at,
            purpose="learn how offices run", title="Talk", on="12/9", goals="#visits", personas="lacks cover",
            expected="bob\nEve", bring="cards", questions="who?\nwhen?", place="hall", cost="¥3,000", minutes="1.5",
            series="talks", handle="talk",
        )  # fmt: skip
        event = at.app.journal.books.events.get(3)
        assert event == Event(
            "Talk", date(2026, 12, 9), "talk", "learn how offices run", "hall", ("visits",), 3000, "JPY", 90,
            personas=(1,), expected=("Bob", "Eve"), bring=("cards",), questions=("who?", "when?"), series="talks", id=3,
        )  # fmt: skip
        assert isinstance(at.app.screen, EventsScreen)
        assert at.app.screen._rows.key == Place("event", 3)
        await at.press("e", "ctrl+s")
        assert at.app.journal.books.events.get(3) == event


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("on", "someday", "This is no date"),
        ("cost", "3000", "This is no amount of money"),
        ("minutes", "long", "This is no time"),
        ("personas", "a plumber", "Nobody to meet, or more than one"),
        ("goals", "#nothing", "There is no goal called nothing"),
    ],
)
async def test_what_cannot_be_meant_is_said_and_nothing_is_lost(field: str, value: str, sentence: str) -> None:
    async with desk(journal()) as at:
        await at.press("E", "e")
        await fill(at, **{field: value})
        assert sentence in screen_text(at.app).replace("\n", " ")
        assert isinstance(at.app.screen, Form)


async def test_no_purpose_has_to_be_said_twice() -> None:
    async with desk(journal()) as at:
        await at.press("E", "n")
        await fill(at, title="Mixer", on="12/2")
        assert "Why do you go?" in screen_text(at.app)
        await at.press("ctrl+s")
        assert at.app.journal.books.events.get(3).purpose == ""


async def test_the_sheet_leads_to_people_personas_and_offers() -> None:
    async with desk(journal()) as at:
        await at.press("E", "p")
        page = at.app.screen
        assert isinstance(page, PrepPage)
        text = screen_text(at.app)
        for said_there in ("meet care managers", "→ Ann Lee", "Care manager", "needs cover at nights", "Somebody Else",
                           "Not in your contacts yet", "None is kept for this yet", "our night template"):  # fmt: skip
            assert said_there in text, said_there
        for key, kind in (
            (("go", Place("contact", 1), -1), ContactScreen),
            (("go", Place("persona", 1), 0), PersonaPage),
            (("go", Place("offer", 1), 0), OfferPage),
        ):
            assert page.rows.select(key)
            await at.press("enter")
            assert at.shows(kind)
            await at.press("escape")


async def test_without_an_event_there_is_nothing_to_prepare() -> None:
    async with desk(Journal.open(":memory:")) as at:
        at.home.open(Place("prep"))
        await at.pilot.pause()
        assert "no event is planned" in said(at)


async def test_the_page_shows_the_series_and_its_numbers_open_their_records() -> None:
    async with desk(journal()) as at:
        at.home.open(Place("event", 2))
        await at.pilot.pause()
        await at.pilot.pause()
        page = at.app.screen
        assert isinstance(page, EventPage)
        assert "2026-12-01 · planned" in screen_text(at.app)
        assert "2026-09-08 · 6 cards · – talks · met 2 · →1 · go again" in screen_text(at.app)
        assert page.rows.select(("number", 2))
        await at.press("enter")
        assert isinstance(at.app.screen, RecordList) and len(at.app.screen.rows.source) == 1
        await at.press("escape")
        assert page.rows.select(("go", Place("event", 1), 0))
        await at.press("enter")
        assert isinstance(at.app.screen, EventPage) and at.app.screen.record == 1


async def test_somebody_without_a_next_step_is_followed_up_with_one_key() -> None:
    async with desk(journal()) as at:
        at.home.open(Place("event", 2))
        await at.pilot.pause()
        await at.pilot.pause()
        page = at.app.screen
        assert isinstance(page, EventPage)
        assert "Bob: no next step yet" in screen_text(at.app)
        assert page.rows.select(("follow", 2, 0))
        await at.press("enter")
        assert isinstance(at.app.screen, Compose)
        await at.press(*"write", "enter")
        assert at.app.journal.entry(2).text == "[ ] @[Bob] %[First_meetup] due:2026-11-23 write"
        assert "Bob: no next step yet" not in screen_text(at.app)


async def test_an_event_just_over_is_asked_about_once() -> None:
    made = journal(late=TODAY - timedelta(days=1))
    async with desk(made) as at:
        await at.pilot.pause()
        assert isinstance(at.app.screen, Confirm) and "How was Mixer, 1 day ago?" in screen_text(at.app)
        await at.press("n")
        assert at.app.screen is at.home
    assert made.books.events.get(3).asked_on == TODAY
    async with desk(made) as at:
        await at.pilot.pause()
        assert at.app.screen is at.home


async def test_the_question_leads_to_the_review_with_the_purpose_on_top() -> None:
    made = journal(late=TODAY - timedelta(days=1))
    async with desk(made) as at:
        await at.pilot.pause()
        await at.press("y")
        await at.pilot.pause()
        assert "Purpose: no purpose" in screen_text(at.app)
        await fill(at, outcome="nothing", talks="0", cards="15")
        event = made.books.events.get(3)
        assert (event.outcome, event.talks, event.cards, event.reviewed_on) == ("nothing", 0, 15, TODAY)
        assert at.app.screen is at.home and "Reviewed: Mixer" in said(at)


async def test_a_review_says_with_how_many_nothing_is_agreed() -> None:
    async with desk(journal()) as at:
        await at.press("E", "end", "r")
        await fill(at, talks="many")
        assert "This is no number of things" in screen_text(at.app)
        await fill(at, talks="2")
        assert "Reviewed. 2 people you met have no next step yet" in said(at)
        event = at.app.journal.books.events.get(2)
        assert (event.talks, event.cards, event.verdict, event.reviewed_on) == (2, 6, "again", date(2026, 9, 9))


async def test_what_is_still_ahead_is_not_reviewed() -> None:
    async with desk(journal()) as at:
        await at.press("E", "enter")
        page = at.app.screen
        assert isinstance(page, EventPage)
        await at.press("r")
        assert at.app.screen is page and "still ahead" in said(at)


async def test_an_event_that_goes_closes_its_sheet() -> None:
    async with desk(journal()) as at:
        await at.press("E", "p")
        page = at.app.screen
        at.app.journal.remove_event(at.app.journal.books.events.get(1))
        assert isinstance(page, PrepPage)
        page.look()
        await at.pilot.pause()
        await at.pilot.pause()
        assert isinstance(at.app.screen, EventsScreen)


async def test_an_event_is_taken_out_of_the_lists_and_comes_back() -> None:
    async with desk(journal()) as at:
        await at.press("E", "minus")
        assert "Removed Meetup; u brings it back." in said(at)
        assert "Meetup  " not in screen_text(at.app)
        await at.press("u")
        assert at.app.journal.books.names.live("%", 1)


async def test_a_page_goes_with_its_event() -> None:
    async with desk(journal()) as at:
        await at.press("E", "enter")
        assert at.shows(EventPage)
        await at.press("delete")
        await at.pilot.pause()
        await at.pilot.pause()
        assert at.shows(EventsScreen)
        assert not at.app.journal.books.names.live("%", 1)


async def test_the_sheet_leads_to_what_one_says_of_oneself_there() -> None:
    """Where nothing is kept yet a text is composed for the event; where a version is, that one is shown."""
    async with desk(journal()) as at:
        await at.press("E", "p")
        sheet = at.app.screen
        assert isinstance(sheet, PrepPage) and sheet.rows.select(("introduction", 0))
        await at.press("enter")
        speaking = at.app.screen
        assert isinstance(speaking, IntroductionScreen)
        assert speaking.whom.event is not None and speaking.whom.event.title == "Meetup"
        await at.press("escape")
        at.app.journal.keep_self_introduction(SelfIntroduction("I am Kim.", 15, event="Meetup"))
        sheet.look()
        await at.pilot.pause()
        assert sheet.rows.select(("introduction", 1))
        await at.press("enter")
        speaking = at.app.screen
        assert isinstance(speaking, IntroductionScreen)
        assert (speaking.box.text, speaking.limit) == ("I am Kim.", 15)


async def test_a_screen_without_a_title_line_says_that_names_are_hidden_too() -> None:
    async with desk(journal()) as at:
        await at.press("E")
        assert "names hidden" not in screen_text(at.app)
        await at.press("V")
        assert "V names hidden" in screen_text(at.app)
        await at.press("V")
        assert "names hidden" not in screen_text(at.app)
