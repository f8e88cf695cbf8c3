"""This program's own document: nothing is lost on the way out and in."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networkjournal import demo
from networkjournal.errors import Invalid
from networkjournal.formats import own_json
from networkjournal.formats.item import Item
from networkjournal.formats.plan import apply, plan
from networkjournal.journal import Journal
from networkjournal.model.ask import Ask
from networkjournal.model.budget import Budget
from networkjournal.model.cadence import Cadence
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.refusal import Refusal
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.model.strength import Offer
from networkjournal.store.whole import Whole

DAY = date(2026, 12, 1)


@pytest.fixture
def journal() -> Iterator[Journal]:
    """The sample with everything there can be."""
    made = Journal.open(":memory:")
    filled(made)
    yield made
    made.close()


@pytest.fixture(scope="module")
def document() -> str:
    """What such a journal is written as, made once for all that do harm to it."""
    made = Journal.open(":memory:")
    filled(made)
    text = own_json.write(made, True)
    made.close()
    return text


@pytest.fixture
def other() -> Iterator[Journal]:
    """An empty journal."""
    made = Journal.open(":memory:")
    yield made
    made.close()


def filled(made: Journal) -> None:
    """The sample with records of every kind, somebody removed, somebody merged, and an entry removed."""
    demo.make(made, "ja")
    first, second, third, fourth, *_ = made.books.contacts.all()
    method(made, fourth, third)
    made.merge_contacts(first, second)
    made.remove_contact(third)
    made.remove_entry(3)


def method(journal: Journal, who: Contact, other: Contact) -> None:
    """Records of every kind that the method has, about somebody and about one more."""
    minded = {"caution": "!a", "aims": "!b", "suspected": "!c", "knows": "!d", "withheld": "!e"}
    who = who._replace(snoozed_until=DAY, **minded)  # type: ignore[arg-type]
    journal.change_contact(who)
    number, goal = next((one.id, one.handle) for one in journal.books.goals.all())
    persona = journal.add_persona(Persona(number, "whoever prints"))
    event = journal.add_event(
        Event("Printers", DAY, goals=(goal,), personas=(persona.id,), expected=(who.handle, "Somebody else"),
              bring=("cards",), questions=("why?",), series="prints", asked_on=DAY)
    )  # fmt: skip
    offer = journal.add_offer(Offer("a look at one's type"))
    journal.add_ask(Ask("a printer", ("printers",), goal))
    for cadence in (Cadence(30, contact=who.id), Cadence(60, tag="print"), Cadence(90, persona=persona.id)):
        journal.set_cadence(cadence)
    journal.set_budget(Budget("month", goal, 600, 50_000, "JPY", 3))
    journal.set_budget(Budget("year", minutes=6_000))
    journal.keep_self_introduction(SelfIntroduction("I print.", 30, goal, persona.id, event.handle, DAY))
    journal.add_refusal(Refusal("!f no credit", DAY, "!g it ends badly", who.handle))
    for key in (f"offer {offer.id} {who.id}", f"introduction {who.id} {other.id}", f"return {who.id} 2026-01-01"):
        journal.dismiss(key, "not this")


def bring(journal: Journal, text: str) -> list[Item]:
    """Import a document, and give the plan that it was."""
    items = list(plan(journal, "json", own_json.read(text.encode("utf-8", "surrogatepass"))))
    apply(journal, items, "all.json")
    return items


def counts(items: list[Item]) -> dict[str, int]:
    """How often each verdict was given."""
    return {verdict: sum(item.verdict == verdict for item in items) for verdict in {item.verdict for item in items}}


def posted(journal: Journal) -> list[object]:
    """All that is posted, row by row."""
    tables = ("mentions", "exchanges", "settlements", "actions", "insights", "results", "names")
    return [sorted(map(repr, journal.books.connection.execute(f"select * from {table}"))) for table in tables]


@pytest.mark.parametrize("private", [False, True])
def test_out_into_an_empty_file_and_out_again_is_the_same_to_the_byte(
    journal: Journal, other: Journal, private: bool
) -> None:
    text = own_json.write(journal, private)
    assert set(counts(bring(other, text))) == {"new"}
    assert own_json.write(other, private) == text
    assert other.check().differences == ()


def test_what_is_posted_is_the_same_too(journal: Journal, other: Journal) -> None:
    bring(other, own_json.write(journal, True))
    assert posted(other) == posted(journal)


def test_weights_stay_as_they_were_posted(other: Journal) -> None:
    journal = Journal.open(":memory:", [])
    journal.add_contact(Contact("Ann"))
    journal.capture("-> @Ann info: x\n-> @Ann *7 info: y", date(2026, 1, 1))
    journal.books.connection.execute("update exchanges set weight = 4500 where line = 1")
    bring(other, own_json.write(journal))
    weights = other.books.connection.execute("select weight from exchanges order by line")
    assert [row[0] for row in weights] == [4500, 7000]
    journal.close()


def test_every_table_has_something_in_it(journal: Journal) -> None:
    """So that a new one cannot be forgotten here."""
    whole = Whole(journal.books.connection)
    assert [table for table in whole.tables if table != "sources" and not any(whole.rows(table))] == []


def test_what_is_private_stays_at_home_and_is_not_taken_away_elsewhere(journal: Journal, other: Journal) -> None:
    text = own_json.write(journal)
    assert '"!' not in text
    assert own_json.write(journal, True).count('"!') == 7
    bring(other, own_json.write(journal, True))
    before = own_json.write(other, True)
    assert set(counts(bring(other, text))) == {"same"}
    assert own_json.write(other, True) == before


def test_in_a_file_with_records_links_lead_to_the_same_people(journal: Journal, other: Journal) -> None:
    """Numbers differ there; a cadence, a budget and a dismissal that say the same are not there twice."""
    for name in ("Ann Lee", "Bob Ray"):
        other.add_contact(Contact(name))
    other.set_budget(Budget("year", minutes=1))
    bring(other, own_json.write(journal, True))
    who = next(one for one in other.books.contacts.all() if one.caution == "!a")
    assert [one.contact for one in other.books.cadences.all() if one.contact] == [who.id]
    assert [(one.period, one.minutes) for one in other.books.budgets.all()] == [("year", 1), ("month", 600)]
    assert [one.contact for one in other.books.refusals.all()] == [who.handle]
    (event,) = [one for one in other.books.events.all() if one.title == "Printers"]
    assert event.expected == (who.handle, "Somebody else")
    assert other.books.personas.get(event.personas[0]).who == "whoever prints"
    offer = next(one for one in other.books.offers.all() if one.what == "a look at one's type")
    keys = other.books.dismissals.keys()
    assert {f"offer {offer.id} {who.id}", f"return {who.id} 2026-01-01"} <= keys
    assert other.check().differences == ()


def test_without_being_asked_cautions_and_removed_texts_stay_at_home(journal: Journal) -> None:
    journal.add_contact(Contact("Ann", caution="mind this"))
    removed = journal.capture("a secret", date(2026, 1, 1)).entry
    assert removed is not None
    journal.remove_entry(removed.id)
    assert "mind this" not in own_json.write(journal) and "a secret" not in own_json.write(journal)
    assert "mind this" in own_json.write(journal, True) and "a secret" in own_json.write(journal, True)


def test_the_same_document_again_changes_no_row(journal: Journal, other: Journal) -> None:
    text = own_json.write(journal, True)
    bring(other, text)
    before = list(other.books.connection.iterdump())
    assert set(counts(bring(other, text))) == {"same"}
    assert list(other.books.connection.iterdump()) == before
    assert set(counts(bring(journal, text))) == {"same"}


def test_it_is_one_step_that_can_be_taken_back_and_done_again(journal: Journal, other: Journal) -> None:
    text = own_json.write(journal, True)
    bring(other, text)
    other.undo()
    assert (other.books.contacts.count(), other.books.entries.count()) == (0, 0)
    assert other.check().differences == ()
    other.redo()
    assert own_json.write(other, True) == text
    assert other.check().differences == ()


def test_a_later_document_changes_what_was_not_edited_here(journal: Journal, other: Journal) -> None:
    bring(other, own_json.write(journal, True))
    ito = journal.find_contact("伊藤誠")
    journal.change_contact(ito._replace(department="内科", organization="新しい医院"))
    entry = next(iter(journal.books.entries.all()))
    journal.edit_entry(entry._replace(text=entry.text + "\n! later"))
    other.change_contact(other.find_contact("伊藤誠")._replace(organization="ここで直した"))
    items = bring(other, own_json.write(journal, True))
    assert counts(items)["changed"] == 2
    (contact,) = [item for item in items if item.verdict == "changed" and item.kept]
    assert contact.kept == ("organization",)
    ito = other.find_contact("伊藤誠")
    assert (ito.department, ito.organization) == ("内科", "ここで直した")
    assert other.entry(entry.id).text.endswith("! later")
    assert other.check().differences == ()


def test_texts_of_another_journal_say_the_names_that_are_used_here(other: Journal) -> None:
    """There 田中太郎 is somebody else, and Ann is called otherwise here."""
    there = Journal.open(":memory:")
    mail = (Labelled("ann@x.example"),)
    there.add_contact(Contact("Ann Lee", emails=mail))
    there.add_contact(Contact("田中 太郎", organization="B"))
    there.capture("-> @Ann_Lee info: x\n<- @田中太郎 help: y", date(2026, 1, 1))
    other.add_contact(Contact("Ann Lee", handle="Annie", emails=mail))
    other.add_contact(Contact("田中 太郎", organization="A"))
    bring(other, own_json.write(there))
    (entry,) = other.books.entries.all()
    assert entry.text == "-> @Annie info: x\n<- @田中太郎_2 help: y"
    assert other.find_contact("田中太郎_2").organization == "B"
    assert other.books.contacts.count() == 3
    assert other.check().differences == ()
    there.close()


def test_a_goal_that_is_here_already_is_not_there_twice(other: Journal) -> None:
    there = Journal.open(":memory:")
    for journal in (there, other):
        journal.add_goal(Goal("clinic"))
    there.capture("= #clinic done", date(2026, 1, 1))
    bring(other, own_json.write(there))
    assert len(list(other.books.goals.all())) == 1
    assert other.check().differences == ()
    there.close()


@pytest.mark.parametrize(
    "change",
    [
        {"id": 0},
        {"id": True},
        {"uid": ""},
        {"uid": 5},
        {"name": None},
        {"name": ["x"]},
        {"name": " "},
        {"emails": "x"},
        {"emails": [["x"]]},
        {"emails": [["x", 5]]},
        {"tags": [5]},
        {"created_at": "yesterday"},
        {"merged_into": "nobody"},
        {"no such column": 1},
    ],
)
def test_a_record_that_no_file_could_hold_is_told(document: str, other: Journal, change: dict[str, object]) -> None:
    whole = json.loads(document)
    whole["contacts"][4].update(change)
    items = list(plan(other, "json", own_json.read(json.dumps(whole).encode())))
    assert "contacts 5" in [item.where for item in items if item.verdict == "unreadable"]
    apply(other, items, "x")
    assert other.check().differences == ()


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("entries", {"day": "2026-02-30"}),
        ("entries", {"text": 5}),
        ("entries", {"weights": [[1, "x", -1]]}),
        ("goals", {"state": "sleeping"}),
        ("personas", {"goal_id": "nobody"}),
        ("events", {"goals": ["nobody"]}),
        ("events", {"minutes": 2**80}),
        ("events", {"personas": ["nobody"]}),
        ("events", {"asked_on": "then"}),
        ("contacts", {"snoozed_until": "later"}),
        ("cadences", {"days": 0}),
        ("cadences", {"tag": "as well"}),
        ("cadences", {"contact_id": None}),
        ("budgets", {"period": "decade"}),
        ("budgets", {"currency": None}),
        ("budgets", {"minutes": None, "money": None, "trust": None}),
        ("self_introductions", {"seconds": -1}),
        ("self_introductions", {"event_id": "nobody"}),
        ("refusals", {"on_day": None}),
        ("dismissals", {"key": 5}),
    ],
)
def test_days_words_and_references_must_be_right(
    document: str, other: Journal, table: str, change: dict[str, object]
) -> None:
    whole = json.loads(document)
    whole[table][0].update(change)
    items = list(plan(other, "json", own_json.read(json.dumps(whole).encode())))
    assert f"{table} 1" in [item.where for item in items if item.verdict == "unreadable"]
    apply(other, items, "x")
    assert other.check().differences == ()


@pytest.mark.parametrize("head", ["{}", '{"document": 99, "schema": 1}', '{"document": 1, "schema": 999}', "[]"])
def test_a_newer_document_is_refused(head: str) -> None:
    with pytest.raises(Invalid) as caught:
        own_json.read(b'{"networkjournal": ' + head.encode() + b"}")
    assert caught.value.reason == "newer_document"


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
_NAMES = st.sampled_from(["田中 太郎", "Ann Lee", "鈴木", "たなか", "Ann", "A B C", "佐藤 花子"])


@settings(max_examples=30)
@given(
    st.lists(st.tuples(_NAMES, _TEXT, st.lists(st.tuples(_TEXT, _TEXT), max_size=2)), max_size=5),
    st.lists(st.tuples(st.sampled_from(["-> @Ann info: ", "<- @田中 ", "! ", "", "[ ] @鈴木 "]), _TEXT), max_size=5),
)
def test_any_journal_comes_back_as_it_was(
    people: list[tuple[str, str, list[tuple[str, str]]]], lines: list[tuple[str, str]]
) -> None:
    journal, other = Journal.open(":memory:"), Journal.open(":memory:")
    for name, notes, mails in people:
        journal.add_contact(Contact(name, notes=notes, emails=tuple(Labelled(*mail) for mail in mails)))
    for at, (mark, words) in enumerate(lines):
        if (mark + words).strip():
            journal.capture(mark + words, date(2026, 1, 1 + at))
    text = own_json.write(journal, True)
    bring(other, text)
    assert own_json.write(other, True) == text
    assert posted(other) == posted(journal)
    assert other.check().differences == ()
    journal.close()
    other.close()
