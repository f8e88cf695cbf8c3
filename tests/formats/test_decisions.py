"""What a person decides about lines of a plan is done, and nothing else."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest

from networkjournal.formats import own_json
from networkjournal.formats.decisions import Decision, Decisions, Line, choices, lines_decided
from networkjournal.formats.item import Item
from networkjournal.formats.plan import plan
from networkjournal.formats.records import BadRecord, ContactRecord, EntryRecord, Reading, digest_of
from networkjournal.formats.several import bring
from networkjournal.journal import Journal
from networkjournal.model.ask import Ask
from networkjournal.model.cadence import Cadence
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.entry import Entry
from networkjournal.model.goal import Goal

DAY = date(2026, 11, 20)
MAIL = (Labelled("ann@x.example"),)


@pytest.fixture
def journal() -> Iterator[Journal]:
    """An empty journal in memory."""
    made = Journal.open(":memory:")
    yield made
    made.close()


def card(contact: Contact, where: str = "card 1") -> ContactRecord:
    return ContactRecord(where, contact, "", digest_of(repr(contact)))


def cards(*people: Contact) -> Reading:
    return Reading(tuple(map(card, people)))


def note(text: str) -> Reading:
    return Reading(entries=(EntryRecord("2026-11-20.md", "2026-11-20.md", DAY, text, digest_of(text)),))


def done(journal: Journal, reading: Reading, *said: tuple[int, Decision], format: str = "vcard") -> list[str]:
    """Bring one file as it was decided; gives the verdicts."""
    decisions: Decisions = {Line(0, number): decision for number, decision in said}
    made = bring(journal, [(format, reading)], partial(_decide, journal, decisions), "file")
    return [item.verdict for item in made.items]


def _decide(journal: Journal, decisions: Decisions, file: int, items: tuple[Item, ...]) -> tuple[Item, ...]:
    return lines_decided(journal, file, items, decisions)


def names(journal: Journal) -> list[str]:
    return sorted(contact.name for contact in journal.books.contacts.all())


def test_a_line_that_is_left_out_is_not_written_and_comes_the_next_time(journal: Journal) -> None:
    people = cards(Contact("Ann"), Contact("Ben"))
    assert done(journal, people, (0, "leave")) == ["same", "new"]
    assert names(journal) == ["Ben"]
    assert done(journal, people) == ["new", "same"]


def test_a_changed_person_can_be_left_as_they_are_or_be_another(journal: Journal) -> None:
    done(journal, cards(Contact("Ann", emails=MAIL)))
    edition = cards(Contact("Ann", emails=MAIL, title="Boss"))
    assert done(journal, edition, (0, "leave")) == ["same"]
    assert journal.find_contact("Ann").title == ""
    assert done(journal, edition, (0, "add")) == ["new"]
    assert [contact.title for contact in journal.books.contacts.all()] == ["", "Boss"]


@pytest.mark.parametrize(("decision", "people", "title"), [("add", 2, ""), ("join", 1, "Boss"), ("leave", 1, "")])
def test_a_doubtful_person_becomes_what_was_said(journal: Journal, decision: Decision, people: int, title: str) -> None:
    journal.add_contact(Contact("Ann"))
    done(journal, cards(Contact("Ann", title="Boss")), (0, decision))
    assert (journal.books.contacts.count(), journal.find_contact("@Ann").title) == (people, title)


def test_each_line_is_decided_for_itself(journal: Journal) -> None:
    for name in ("Ann", "Ben", "Cy"):
        journal.add_contact(Contact(name))
    people = cards(*(Contact(name, title="Boss") for name in ("Ann", "Ben", "Cy")))
    assert done(journal, people, (0, "join"), (2, "leave")) == ["changed", "doubtful", "same"]
    assert names(journal) == ["Ann", "Ben", "Ben", "Cy"]


def test_a_text_that_was_edited_here_gives_way_only_where_that_is_said(journal: Journal) -> None:
    done(journal, note("first"), format="markdown")
    (entry,) = journal.books.entries.listed(DAY, DAY)
    journal.edit_entry(Entry(entry.id, DAY, "mine"))
    assert done(journal, note("second"), format="markdown") == ["doubtful"]
    assert journal.entry(entry.id).text == "mine"
    assert done(journal, note("second"), (0, "join"), format="markdown") == ["changed"]
    assert journal.entry(entry.id).text == "second"


def test_what_does_not_fit_a_line_changes_nothing(journal: Journal) -> None:
    """The journal may have changed since the person decided: somebody doubtful is simply here now."""
    people = cards(Contact("Ann"))
    done(journal, people)
    before = list(journal.books.connection.iterdump())
    assert done(journal, people, (0, "join"), (0, "add"), (7, "leave")) == ["same"]
    assert list(journal.books.connection.iterdump()) == before


@pytest.mark.parametrize(
    ("verdict", "can"),
    [("new", ("leave",)), ("changed", ("add", "leave")), ("doubtful", ("add", "join", "leave")), ("same", ())],
)
def test_only_what_makes_a_difference_can_be_decided(verdict: str, can: tuple[str, ...]) -> None:
    assert choices(Item(verdict, "", "Ann", "vcard", card(Contact("Ann")))) == can  # type: ignore[arg-type]
    assert choices(Item("unreadable", "", "stray", "vcard", BadRecord("", "stray"))) == ()


def test_what_refers_to_a_record_that_is_left_out_is_left_out_with_it(journal: Journal) -> None:
    other = Journal.open(":memory:")
    ann = other.add_contact(Contact("Ann"))
    other.set_cadence(Cadence(30, contact=ann.id))
    other.add_goal(Goal("Twelve", "goal"))
    other.add_ask(Ask("a printer", goal="goal"))
    reading = own_json.read(own_json.write(other).encode())
    other.close()
    items = tuple(plan(journal, "json", reading))
    tables = [item.record.table for item in items]  # type: ignore[union-attr]
    left = [(tables.index("contacts"), "leave"), (tables.index("goals"), "leave")]
    done(journal, reading, *left, format="json")  # type: ignore[arg-type]
    books = journal.books
    assert (names(journal), [*books.goals.all()], [*books.cadences.all()], [*books.asks.all()]) == ([], [], [], [])
    assert journal.check().differences == ()


def test_decisions_of_one_file_are_not_those_of_another(journal: Journal) -> None:
    files = [("vcard", cards(Contact("Ann"))), ("google", cards(Contact("Ben")))]
    bring(journal, files, partial(_decide, journal, {Line(1, 0): "leave"}), "two")
    assert names(journal) == ["Ann"]
