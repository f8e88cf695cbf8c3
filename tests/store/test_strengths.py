"""The book of strengths."""

import pytest

from networkjournal.journal import Journal
from networkjournal.model.strength import Strength
from tests.store.statements import rows

STRENGTH = Strength("訪問の現場経験", "現場経験", "experience", "2011-04", ("十五年", "三百件"))


def test_every_field_comes_back(journal: Journal) -> None:
    made = journal.add_strength(STRENGTH)
    assert journal.books.strengths.get(made.id) == STRENGTH._replace(id=made.id)
    changed = journal.change_strength(made._replace(title="t", handle="h", kind="character", since="", evidence=()))
    assert list(journal.books.strengths.all()) == [changed]


def test_a_removed_one_is_only_marked(journal: Journal) -> None:
    made = journal.add_strength(STRENGTH)
    journal.remove_strength(made)
    assert list(journal.books.strengths.all()) == []
    assert list(journal.books.strengths.every()) == [made]
    assert len(rows(journal, "strengths")) == 1


def test_an_unknown_id_is_a_key_error(journal: Journal) -> None:
    with pytest.raises(KeyError):
        journal.books.strengths.get(1)
