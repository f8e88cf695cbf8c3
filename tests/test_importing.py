"""What an import brings, in words."""

import pytest

from networkjournal import importing
from networkjournal.formats import mapped_csv
from networkjournal.formats.decisions import DECISIONS
from networkjournal.formats.item import Item, Plan
from networkjournal.formats.records import BadRecord
from networkjournal.formats.three_way import FIELDS, Change
from networkjournal.model.contact import Labelled
from networkjournal.model.duplicates import REASONS


def test_a_text_says_what_it_was_and_will_be() -> None:
    assert importing.change(Change("title", "Clerk", "Boss")) == "Title: Clerk → Boss"
    assert importing.change(Change("title", "", "Boss")) == "Title: Boss"


def test_a_list_says_what_goes_and_what_comes() -> None:
    change = Change("phones", (Labelled("1"), Labelled("2")), (Labelled("2"), Labelled("3", "cell")))
    assert importing.change(change) == "Phone: − 1, + 3"


def test_a_record_says_what_stays_and_whom_it_may_be() -> None:
    item = Item("doubtful", "card 1", "Ann", "vcard", BadRecord("", "stray"))
    item = item._replace(kept=("title",), reasons=("name", "phone"))
    assert importing.notes(item) == (
        "stays as it is here: Title",
        "may be someone you know: the same name, the same telephone number",
    )


def test_every_field_and_reason_has_a_name() -> None:
    assert [field for field in FIELDS if importing.field(field) == field] == []
    assert importing.likeness(REASONS).count("the same") == len(REASONS)
    assert importing.field("a column of a newer version") == "a column of a newer version"


def test_every_verdict_decision_and_column_has_words() -> None:
    plain = Item("new", "card 1", "Ann", "vcard", BadRecord("", "stray"))
    said = [importing.outlook(plain._replace(verdict=verdict)) for verdict in importing.VERDICTS]
    assert len(set(said)) == len(importing.VERDICTS)
    assert [importing.decision(code) for code in DECISIONS] == ["another person", "the same", "left out"]
    named = [importing.column(code) for code in mapped_csv.FIELDS]
    assert len(set(named)) == len(named) and not set(named) & set(mapped_csv.FIELDS)


def test_an_import_is_summed_up_by_what_became_of_its_records() -> None:
    plain = Item("new", "", "Ann", "vcard", BadRecord("", "stray"))
    verdicts = ("new", "doubtful", "changed", "same", "same", "unreadable")
    made = Plan(tuple(plain._replace(verdict=verdict) for verdict in verdicts))  # type: ignore[arg-type]
    assert importing.brought(made, left=1) == (
        "2 records were added.",
        "1 was brought up to date.",
        "1 was here already.",
        "1 was left out, as you said.",
        "1 could not be read:",
    )
    assert importing.brought(Plan(()), left=0) == ()


def test_how_far_it_is_is_said_in_round_words() -> None:
    assert importing.progress("plan", 1, 10_000) == "Comparing: 1 of 10,000"
    assert importing.progress("bring", 1_000, 10_000) == "Importing: 1,000 of 10,000"


def test_where_a_record_stands_is_said_in_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    assert importing.where("card 3, line 41") == "card 3, line 41"
    monkeypatch.setattr(importing, "_", lambda text: f"<{text}>")
    assert importing.where("card 3, line 41") == "<<card 3>, <line 41>>"
    names = ["notes 3", "2026-11-20.md", "card 3.md", ""]
    assert [importing.where(place) for place in names] == names
