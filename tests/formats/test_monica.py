"""Monica 4, its JSON export."""

from datetime import date
from pathlib import Path

from networkjournal.formats import monica, recognised
from networkjournal.formats.asked import NOTHING
from networkjournal.formats.plan import apply, plan
from networkjournal.journal import Journal
from networkjournal.model.contact import Labelled

FILE = (Path(__file__).parents[1] / "data" / "exports" / "monica.json").read_bytes()


def texts() -> dict[str, tuple[date, str]]:
    """The entries by their keys."""
    return {entry.key: (entry.day, entry.text) for entry in monica.read(FILE, NOTHING).entries}


def test_people_come_with_their_fields() -> None:
    grace = monica.read(FILE, NOTHING).contacts[0].contact
    assert (grace.name, grace.aliases, grace.birthday) == ("Grace B Hopper", ("The Admiral",), "--12-09")
    assert (grace.organization, grace.title, grace.tags) == ("US Navy", "Admiral", ("navy", "science"))
    assert (grace.emails, grace.phones) == ((Labelled("grace@navy.example"),), (Labelled("+1 703 555 0100"),))
    assert grace.addresses == (Labelled("1 Navy Yard, Washington, DC, 20374, US", "work"),)
    assert (grace.introduced_by, grace.how_met, grace.notes) == ("Ada Lovelace", "2019-03-01", "Likes compilers")


def test_what_has_no_field_is_kept_and_the_photo_too() -> None:
    kept = monica.read(FILE, NOTHING).contacts[0].contact.extra
    assert "PHOTO:data:image/png;base64,iVBORw0KGgo=" in kept
    assert 'X-IMPORTED;LABEL="pet":Byte cat' in kept
    assert 'X-IMPORTED;LABEL="relationship":colleague: Ada Lovelace' in kept
    assert 'X-IMPORTED;LABEL="twitter":@amazing' in kept


def test_debts_and_gifts_are_given_or_received_and_a_settled_debt_is_both() -> None:
    told = texts()
    assert told["b1"] == (date(2020, 7, 1), "<- @[Grace B Hopper] money: $50 lunch")
    assert told["b2"][1] == "-> @[Grace B Hopper] money: ¥5000\n<- @[Grace B Hopper] money: ¥5000"
    assert told["g1"] == (date(2020, 8, 1), "-> @[Grace B Hopper] gift: A book 20.5 on naval history")
    assert told["g2"][1].startswith("<- ")
    assert told["g3"][1] == "[ ] @[Grace B Hopper] gift: Clock"


def test_tasks_are_actions_and_the_rest_is_prose_that_mentions_the_person() -> None:
    told = texts()
    assert told["a1"][1] == "[ ] @[Grace B Hopper] Send slides"
    assert told["a2"][1] == "[x] @[Grace B Hopper] Say thanks done:2020-05-03"
    assert told["k1"] == (date(2020, 6, 1), "☎ ← @[Grace B Hopper] Spoke of COBOL")
    assert told["x1"] == (date(2020, 10, 10), "Dinner @[Grace B Hopper] @[Ada Lovelace]\nTalked all night.")
    assert told["n1"][1] == "@[Grace B Hopper] Asked about our clinic.\nCall back."
    assert told["j1"] == (date(2020, 5, 5), "A good day\nWrote much.")
    assert told["j2"] == (date(2020, 5, 6), "Fine")


def test_the_ledger_has_what_was_given_and_received() -> None:
    journal = Journal.open(":memory:")
    apply(journal, list(plan(journal, "monica", monica.read(FILE, NOTHING))), "monica.json")
    account = journal.books.ledger.account(journal.find_contact("Grace B Hopper").id)
    assert (account.given_count, account.received_count) == (2, 3)
    assert journal.inbox() == ()
    assert journal.check().differences == ()
    journal.close()


def test_it_is_known_by_its_content() -> None:
    known = recognised("x", FILE)
    assert known is not None and known.name == "monica"


def test_what_is_not_of_the_type_one_hopes_for_is_nothing() -> None:
    person = b'{"properties": {"first_name": 5, "tags": 3, "birthdate": []}, "data": 7}'
    broken = b'{"account": {"data": [1, {"type": "contact", "values": [9, ' + person + b"]}]}}"
    reading = monica.read(broken, NOTHING)
    assert [record.contact.name for record in reading.contacts] == ["5"]
