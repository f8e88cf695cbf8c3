"""The book of offers."""

import pytest

from networkjournal.errors import NotFound
from networkjournal.journal import Journal
from networkjournal.model.strength import Offer, Strength
from tests.store.statements import rows


def test_every_field_comes_back(journal: Journal) -> None:
    journal.add_strength(Strength("現場経験"))
    made = journal.add_offer(Offer("制度の説明", "現場経験", ("介護", "家族"), 30))
    assert list(journal.books.offers.all()) == [Offer("制度の説明", "現場経験", ("介護", "家族"), 30, made.id)]
    changed = journal.change_offer(made._replace(what="w", strength="", audience=(), minutes=None))
    assert list(journal.books.offers.all()) == [changed]


def test_a_strength_is_found_as_a_mention_is_and_follows_its_new_handle(journal: Journal) -> None:
    strength = journal.add_strength(Strength("Field Work"))
    journal.add_offer(Offer("a tour", "field work"))
    journal.change_strength(strength._replace(handle="fields"))
    assert next(journal.books.offers.all()).strength == "fields"


def test_an_unknown_strength_is_refused_and_nothing_is_written(journal: Journal) -> None:
    with pytest.raises(NotFound):
        journal.add_offer(Offer("a tour", "nothing such"))
    assert rows(journal, "offers") == []


def test_a_removed_one_is_only_marked(journal: Journal) -> None:
    made = journal.add_offer(Offer("a tour"))
    journal.remove_offer(made)
    assert list(journal.books.offers.all()) == []
    assert len(rows(journal, "offers")) == 1
