"""Records of our own document that go with one that is left out."""

from networkjournal.formats.item import Item
from networkjournal.formats.own_left import without
from networkjournal.formats.records import OwnRecord
from networkjournal.journal import Journal

STAMP = "2026-11-20T10:00:00.000+00:00"


def item(table: str, uid: str, **row: object) -> Item:
    stamps = {"created_at": STAMP, "updated_at": STAMP}
    return Item("new", "", uid, "json", OwnRecord("", table, uid, {"id": 1, "uid": uid, **stamps, **row}, ""))


def test_it_goes_on_until_nothing_refers_to_what_is_missing() -> None:
    journal = Journal.open(":memory:")
    goal = item("goals", "g", handle="g", title="Twelve", why="", measure="", state="open")
    persona = item("personas", "p", goal_id="g", who="an editor")
    cadence = item("cadences", "c", days=30, persona_id="p")
    alone = item("goals", "h", handle="h", title="Other", why="", measure="", state="open")
    made = without(journal, (goal._replace(verdict="same"), persona, cadence, alone), {0})
    journal.close()
    assert [one.verdict for one in made] == ["same", "same", "same", "new"]


def test_nothing_is_looked_at_where_nothing_of_ours_is_left() -> None:
    journal = Journal.open(":memory:")
    items = (item("goals", "misshapen"),)
    assert without(journal, items, set()) is items
    journal.close()
