"""What an import brings, in words."""

from networkjournal import importing
from networkjournal.formats.item import Item
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
