"""What merging and forgetting come to, in words of both languages."""

import pytest

from networkjournal import i18n, previews
from networkjournal.model.balance import Account
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.forgetting import Forgetting
from networkjournal.model.merge import NOTED, Merge, merged

KEPT = Contact("鈴木 一郎", "鈴木一郎", organization="さくら", notes="first", id=1)
ABSORBED = Contact(
    "Suzuki", "Suzuki", organization="北町", title="部長", phones=(Labelled("090-1", "cell"),), caution="a\nb", id=2
)
ACCOUNTS = (Account(1, "鈴木一郎", "鈴木 一郎"), Account(2, "Suzuki", "Suzuki", 3000, 1000, 2, 1, exchanges=3))
PLAN = Merge(KEPT, ABSORBED, merged(KEPT, ABSORBED), 3, 2, ACCOUNTS, ACCOUNTS[1], 1)


def test_all_that_a_merge_adds_is_shown_and_nothing_else() -> None:
    assert previews.added(PLAN) == (
        ("Also called", "Suzuki"),
        ("Title", "部長"),
        ("Phone", "090-1"),
        ("Caution", "a"),
        ("Caution", "b"),
        ("Notes", "organization: 北町"),
    )
    assert previews.added(PLAN._replace(merged=KEPT)) == ()


def test_counts_are_said_where_there_is_something_to_count() -> None:
    assert previews.merge_counts(PLAN) == (
        "3 entries are written anew.",
        "2 exchanges move.",
        "1 line waits no longer.",
    )
    assert previews.merge_counts(PLAN._replace(entries=0, exchanges=0, waiting=0)) == ()


def test_balances_are_of_the_two_and_of_the_one() -> None:
    assert previews.merge_balances(PLAN) == (
        ("鈴木 一郎", "nothing yet"),
        ("Suzuki", "given 3, received 1: given more"),
        ("鈴木 一郎 then", "given 3, received 1: given more"),
    )


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_field_that_may_be_noted_has_a_label(language: str) -> None:
    i18n.set_language(language)
    labels = previews.field_labels()
    assert set(labels) == set(NOTED)
    assert all(label.isascii() == (language == "en") for label in labels.values())


def test_forgetting_says_what_stays_and_what_it_cannot_reach() -> None:
    said = previews.forgetting(Forgetting(2, 1, 0, 0, 3, ("journal.db.draft",)))
    assert [sentence.split()[0] for sentence in said] == ["2", "1", "3", "Beside"]
    assert "journal.db.draft" in said[-1]
    assert previews.forgetting(Forgetting(0, 0, 0, 0, 0)) == ()
