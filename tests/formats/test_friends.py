"""friends.md."""

from datetime import date
from pathlib import Path

from networkjournal.formats import friends, recognised
from networkjournal.model.contact import Contact, Labelled

FILE = (Path(__file__).parents[1] / "data" / "exports" / "friends.md").read_bytes()


def test_friends_are_contacts_with_their_other_names_place_and_tags() -> None:
    assert [record.contact for record in friends.read(FILE).contacts] == [
        Contact("George Washington Carver"),
        Contact(
            "Grace Hopper",
            aliases=("The Admiral", "Amazing Grace"),
            addresses=(Labelled("Paris"),),
            tags=("navy", "science"),
        ),
    ]


def test_bold_names_become_mentions_and_tags_tags() -> None:
    entry = friends.read(FILE).entries[0]
    assert (entry.day, entry.text) == (
        date(2018, 11, 2),
        "@[Grace Hopper] and I went to _Martha's Vineyard_. #food #sea",
    )


def test_a_new_activity_on_top_moves_the_key_of_no_other() -> None:
    before = {entry.text: entry.key for entry in friends.read(FILE).entries}
    more = FILE.replace(b"### Activities:\n", b"### Activities:\n- 2018-11-01: A third thing.\n")
    after = {entry.text: entry.key for entry in friends.read(more).entries}
    assert len(after) == len(before) + 1
    assert {text: after[text] for text in before} == before


def test_a_line_that_cannot_be_read_is_told() -> None:
    reading = friends.read(FILE.replace(b"- 2018-11-02: ", b"- yesterday, "))
    assert [(bad.where, bad.reason) for bad in reading.bad] == [("line 2", "stray")]


def test_it_is_known_by_its_headings() -> None:
    known = recognised("2018-01-01.md", FILE)
    assert known is not None and known.name == "friends"
