"""The documents: which keys a program may rely on, and that an absent value is null and never left out."""

import json
from datetime import date

import pytest

from networkjournal.cli import documents
from networkjournal.model.action import OpenAction
from networkjournal.model.balance import Account
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.entry import Entry, Receipt
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, GoalSum, Persona
from networkjournal.model.inbox import InboxLine
from networkjournal.model.posting import Action, Draft, Exchange, Insight, Named, Result, Settlement, Waiting
from networkjournal.model.register import RegisterLine
from networkjournal.model.strength import Offer, Strength
from networkjournal.reports.find import Hit

DAY = date(2026, 11, 20)
ANN = Named(1, "Ann")
EXCHANGE = Exchange(2, "given", ANN, "introduction", 3000, False, None, None, None, DAY, (), (), (), (), "")
ACTION = Action(3, "open", None, None, (), (), "call", "call")
RESULT = Result(5, (), (), None, None, None, "x")
PERSONA, OFFER = Persona(1, "w", ("a",)), Offer("o", audience=("a",))
DRAFT = Draft(DAY, "text", (EXCHANGE,), (Waiting(6, 3, "no_counterparty", ""),), ())

PROMISED = [
    (documents.receipt(Receipt(None, DRAFT)), "entry date text posted waiting"),
    (documents.entry_document(1, DAY, "", (), ()), "entry date text posted waiting"),
    (
        documents.posting(EXCHANGE),
        "line as direction contact kind weight minutes money currency on goals events strengths third_parties words",
    ),
    (documents.posting(ACTION), "line as state due contacts words"),
    (documents.posting(Insight(4, (), (), "x")), "line as words"),
    (documents.posting(RESULT), "line as goals contacts money currency words"),
    (documents.posting(Settlement(7, ANN, DAY)), "line as contact on"),
    (documents.waiting(Waiting(6, 3, "ambiguous", "田中", (ANN,))), "line reason name candidates"),
    (
        documents.inbox_line(InboxLine(1, 2, DAY, 3, 4, "unknown", "x", "@x")),
        "number entry date line reason name candidates text",
    ),
    (
        documents.balance(Account(1, "Ann", "Ann"), DAY),
        "contact name given received net state given_count received_count given_minutes received_minutes first "
        "last_on silent_days settled_on early",
    ),
    (
        documents.contact(Contact("Ann", "Ann")),
        "handle name reading organization title emails phones birthday how_met introduced_by needs can_give caution "
        "notes tags",
    ),
    (documents.hit(Hit("contact", 1, "Ann", "caution")), "kind id title detail date field before match after"),
]


@pytest.mark.parametrize(("document", "keys"), PROMISED, ids=lambda value: value if isinstance(value, str) else "")
def test_every_promised_key_is_there_though_nothing_is_said(document: documents.Document, keys: str) -> None:
    """Programs look for keys: one that comes and goes with the data breaks them on somebody else's journal."""
    assert set(keys.split()) <= set(document)


@pytest.mark.parametrize("document", [document for document, _keys in PROMISED])
def test_no_absent_value_is_an_empty_text(document: documents.Document) -> None:
    told = {key for key, value in document.items() if value == "" and key not in ("words", "text")}
    assert told == set()


def test_values_are_plain() -> None:
    """Weights are numbers, money is whole minor units, days are ISO texts."""
    full = EXCHANGE._replace(weight=2500, minutes=90, money=2050, currency="USD", goals=(Named(1, "在宅"),))
    document = json.loads(json.dumps(documents.posting(full)))
    assert (document["weight"], document["minutes"], document["money"]) == (2.5, 90, 2050)
    assert (document["currency"], document["on"], document["goals"]) == ("USD", "2026-11-20", ["在宅"])


def test_a_preview_has_no_number() -> None:
    assert documents.receipt(Receipt(None, DRAFT))["entry"] is None
    assert documents.receipt(Receipt(Entry(12, DAY, "text"), DRAFT))["entry"] == 12


def test_a_line_without_a_name_waits_under_null() -> None:
    assert documents.waiting(Waiting(6, 3, "no_counterparty", "")) == {
        "line": 6,
        "reason": "no_counterparty",
        "name": None,
        "candidates": [],
    }


def test_a_balance_of_nothing_is_all_zeros_and_nulls() -> None:
    document = documents.balance(Account(1, "Ann", "Ann Lee"), DAY)
    nulls = {key for key, value in document.items() if value is None}
    assert nulls >= {"first", "last_on", "silent_days", "settled_on"}
    assert (document["given"], document["net"], document["state"], document["early"]) == (0.0, 0.0, "none", True)


def test_addresses_are_their_values() -> None:
    document = documents.contact(Contact("Ann", "Ann", emails=(Labelled("a@example.org", "work"),)))
    assert (document["emails"], document["phones"], document["reading"]) == (["a@example.org"], [], None)


def test_a_settlement_in_a_register_is_told_by_null() -> None:
    line = RegisterLine(DAY, 1, 2, None, None, 0, None, None, None, "", 0, False)
    document = documents.register_line(line)
    assert (document["direction"], document["kind"], document["on"]) == (None, None, "2026-11-20")


def test_an_action_says_whether_its_day_has_passed() -> None:
    action = OpenAction(1, 2, "open", DAY, DAY, "call", (ANN,))
    assert documents.action(action, DAY)["overdue"] is False
    assert documents.action(action, date(2026, 11, 21))["overdue"] is True
    assert documents.action(action._replace(due=None), DAY)["due"] is None


def test_every_document_can_be_written_as_json() -> None:
    """A `date`, a `Named` or a tuple of them that slipped in would be a traceback for whoever has such a record."""
    for document in (
        *(document for document, _keys in PROMISED),
        documents.event(Event("会", DAY, reviewed_on=DAY), DAY),
        documents.goal(GoalSum(Goal("g", by=DAY), 0, 0, 0, 0, 0, 1, 1), [PERSONA], [Event("会", DAY)]),
        documents.persona(PERSONA),
        documents.strength(Strength("s", evidence=("a",)), [OFFER]),
        documents.offer(OFFER),
    ):
        assert json.loads(json.dumps(document)) == document
