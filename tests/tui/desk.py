"""The program on a small journal, for tests that drive it as a person would."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal
from networkjournal.tui.app import NO_KEYS, NetworkJournal
from networkjournal.tui.keymap import keymap
from networkjournal.tui.panes.contacts import ContactsPane
from networkjournal.tui.panes.ledger import LedgerPane
from networkjournal.tui.screens.home import Home
from networkjournal.tui.screens.working import Working
from tests.copies import copied

QUIET = 4
"""Looks in a row at which nothing works."""
TODAY = date(2026, 11, 23)


@copied
def journal(path: str) -> Journal:
    """Four people, a goal, a month of lines."""
    made = Journal.open(path)
    for name, reading, organization in (
        ("田中 太郎", "タナカ タロウ", "あおば居宅介護支援事業所"),
        ("田中 次郎", "タナカ ジロウ", "北町福祉用具"),
        ("鈴木 花子", "スズキ ハナコ", "さくら訪問看護"),
        ("Anna [b]Miller[/b]", "", "CareTech \x1b[2J Labs"),
    ):
        made.add_contact(Contact(name, reading=reading, organization=organization))
    made.add_goal(Goal("訪問の新規を半年で十二件にする", "在宅"))
    made.add_event(Event("Evening", date(2026, 12, 1), purpose="ask about 夜間", expected=("鈴木花子", "北町さん")))
    made.capture("<- @鈴木花子 紹介: 一人目 #在宅\n<- @鈴木花子 情報: 加算の話 20m", date(2026, 10, 1))
    made.capture("-> @田中太郎 情報: 夜間の連絡体制 30m\n[ ] @鈴木花子 に礼状を書く due:11/20", date(2026, 10, 2))
    made.capture("<- @鈴木花子 助言: 話し方", date(2026, 11, 1))
    made.capture("-> @田中 情報: どちらの田中さん", date(2026, 11, 20))
    return made


class Desk:
    """What a test sees and does."""

    def __init__(self, app: NetworkJournal, pilot: Pilot[str]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def home(self) -> Home:
        """The first screen."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, Home)
        return screen

    def shows(self, kind: type[Screen[Any]]) -> bool:
        """Whether such a screen is on top."""
        return isinstance(self.app.screen, kind)

    def people(self) -> list[str]:
        """The names in the list of contacts, from the top."""
        source = self.home.query_one(ContactsPane).rows.source
        ids = [source.key(i) for i in range(len(source))]
        return [self.app.journal.books.contacts.get(key).name for key in ids if isinstance(key, int)]

    def ledger(self) -> tuple[str, int]:
        """The title of the ledger pane and how many exchanges and settlements it shows."""
        pane = self.home.query_one(LedgerPane)
        source = pane.rows.source
        return pane.title, sum(source.key(i) is not None for i in range(len(source)))

    async def type(self, text: str) -> None:
        """Type into whatever holds the focus."""
        self.home.bar.insert(text)
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys and let the screen settle."""
        await self.pilot.press(*keys)
        await self.pilot.pause()


async def settled(pilot: Pilot[str]) -> None:
    """Wait until no thread works for the screen any more; one may be followed by another at once."""
    quiet = 0
    while quiet < QUIET:
        quiet = 0 if isinstance(pilot.app.screen, Working) else quiet + 1
        await pilot.pause(0.02)


@asynccontextmanager
async def desk(
    opened: Journal | None = None, size: tuple[int, int] = (120, 36), keys: Mapping[str, str] = NO_KEYS
) -> AsyncIterator[Desk]:
    """Open the program on a journal; `keys` as the configuration has them."""
    app = NetworkJournal(opened or journal(), lambda: TODAY, keys=keymap(keys, "") if keys else keys)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Desk(app, pilot)
