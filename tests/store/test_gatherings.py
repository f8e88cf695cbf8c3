"""Who was met at an event, asked of the mentions."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.exchange import CameOf, Which
from tests.store.statements import plans

DAY = date(2026, 9, 8)


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    for name in ("Ann", "Bob", "Cid", "Dan"):
        journal.add_contact(Contact(name))
    journal.add_event(Event("Meetup", DAY))
    journal.add_event(Event("Mixer", DAY))


def event(journal: Journal) -> Event:
    return journal.books.events.get(1)


def handles(journal: Journal, ids: tuple[int, ...]) -> list[str]:
    return [journal.books.contacts.get(one).handle for one in ids]


def test_met_is_whom_an_entry_of_that_day_or_later_names_beside_the_event(journal: Journal) -> None:
    journal.capture("going to %Meetup, @Ann told me of it", date(2026, 9, 1))
    journal.capture("at %Meetup: @Bob, @Cid", DAY)
    journal.capture("@Dan was at %Mixer", DAY)
    journal.capture("@Cid whom I know from %Meetup", date(2026, 9, 20))
    assert handles(journal, journal.books.gatherings.met(event(journal))) == ["Bob", "Cid"]


def test_first_met_is_whom_nothing_written_before_names(journal: Journal) -> None:
    journal.capture("@Bob called", date(2026, 9, 7))
    journal.capture("%Meetup @Bob @Cid", DAY)
    assert handles(journal, journal.books.gatherings.first_met(event(journal))) == ["Cid"]


def test_without_a_next_step_is_with_whom_nothing_is_agreed_and_nothing_passed_since(journal: Journal) -> None:
    journal.capture("[ ] @Ann an old promise", date(2026, 9, 1))
    journal.capture("%Meetup\n-> @Ann info: there\n@Bob\n[ ] @Bob send it\n@Cid\n@Dan", DAY)
    journal.capture("<- @Cid info: later", date(2026, 9, 12))
    assert handles(journal, journal.books.gatherings.without_step(event(journal))) == ["Ann", "Dan"]
    journal.capture("[-] @Dan not worth it", date(2026, 9, 12))
    journal.remove_contact(journal.find_contact("Ann"))
    assert journal.books.gatherings.without_step(event(journal)) == ()


def test_what_came_of_it_is_counted_once_and_only_for_so_long(journal: Journal) -> None:
    journal.capture("%Meetup\n-> @Ann info: there\n<- @Bob info: there", DAY)
    journal.capture("-> @Ann intro: later\n<- @Dan info: not met there", date(2026, 9, 20))
    journal.capture("-> @Ann info: too late", date(2026, 12, 1))
    journal.capture("-> @Dan info: says so %Meetup", date(2026, 12, 2))
    first = tuple(journal.find("contact", name).id for name in ("Ann", "Bob"))
    which = Which(came_of=CameOf(1, first, DAY, date(2026, 10, 8)))
    found = journal.books.exchanges.page(which, 0, 9)
    assert [(passed.contact.handle, passed.words) for passed in found] == [
        ("Dan", "says so"),
        ("Ann", "later"),
        ("Bob", "there"),
        ("Ann", "there"),
    ]
    sums = journal.books.exchanges.sums(which)
    assert (sums.times, sums.of("given").times, sums.of("received").times) == (4, 3, 1)
    assert journal.books.exchanges.sums(Which(came_of=CameOf(2, (), DAY, DAY))).times == 0


@pytest.mark.parametrize("ask", ["met", "first_met", "without_step", "came of it"])
def test_no_table_is_read_from_end_to_end(journal: Journal, ask: str) -> None:
    journal.capture("%Meetup\n-> @Bob info: x", DAY)
    books, there = journal.books, event(journal)
    which = Which(came_of=CameOf(1, (1, 2), DAY, DAY))

    def look_up() -> None:
        if ask == "came of it":
            books.exchanges.sums(which)
        else:
            getattr(books.gatherings, ask)(there)

    walked = [step for step in plans(books.connection, look_up) if step.startswith("SCAN ")]
    assert [step for step in walked if step.split()[1] not in ("there", "named", "came")] == []
