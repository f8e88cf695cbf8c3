"""Two who change one record: what only one changed is kept, clashes are told with both, what is gone is said to be."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from networkjournal.complaint import error
from networkjournal.errors import ChangedElsewhere, Invalid
from networkjournal.journal import Journal
from networkjournal.model.ask import Ask
from networkjournal.model.contact import Contact
from networkjournal.model.entry import Entry
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.refusal import Refusal
from networkjournal.model.strength import Offer, Strength
from networkjournal.together import insist

DAY = date(2026, 11, 20)
KINDS: dict[str, tuple[Any, dict[str, Any], dict[str, Any]]] = {
    "contact": (Contact("Ann"), {"notes": "mine"}, {"organization": "theirs"}),
    "goal": (Goal("reach it", "it"), {"why": "mine"}, {"measure": "theirs"}),
    "persona": (Persona(1, "someone"), {"knowledge": "mine"}, {"found": "theirs"}),
    "strength": (Strength("a strength", "s"), {"since": "2011"}, {"evidence": ("theirs",)}),
    "offer": (Offer("an offer"), {"minutes": 30}, {"audience": ("theirs",)}),
    "ask": (Ask("an ask"), {"audience": ("mine",)}, {"goal": "it"}),
    "event": (Event("a gathering", DAY, "g"), {"purpose": "mine"}, {"place": "theirs"}),
    "refusal": (Refusal("not this", DAY), {"why": "mine"}, {"on": date(2026, 11, 21)}),
}


class Two:
    """One record, and the verbs on it."""

    def __init__(self, kind: str) -> None:
        self.journal = Journal.open(":memory:")
        self.journal.add_goal(Goal("reach it all", "all"))
        if kind != "goal":
            self.journal.add_goal(Goal("reach it", "it"))
        record, self.mine, self.theirs = KINDS[kind]
        self.id = getattr(self.journal, f"add_{kind}")(record).id
        self.change: Callable[..., Any] = getattr(self.journal, f"change_{kind}")
        self.remove: Callable[..., Any] = getattr(self.journal, f"remove_{kind}")
        self.book = getattr(self.journal.books, f"{kind}s")

    def now(self) -> Any:  # noqa: ANN401 - any record
        return self.book.get(self.id)


@pytest.fixture(params=KINDS)
def two(request: pytest.FixtureRequest) -> Two:
    """Every kind of record that has a form."""
    return Two(request.param)


def test_what_only_one_changed_is_as_they_changed_it(two: Two) -> None:
    seen = two.now()
    two.change(seen._replace(**two.theirs), seen=seen)
    two.change(seen._replace(**two.mine), seen=seen)
    assert two.now() == seen._replace(**two.mine, **two.theirs)


def test_a_clash_is_told_with_both_and_nothing_is_written(two: Two) -> None:
    seen = two.now()
    (field, mine) = next(iter(two.mine.items()))
    other = {str: "other", tuple: ("other",), int: 7}[type(mine)]
    two.change(seen._replace(**{field: other}), seen=seen)
    with pytest.raises(ChangedElsewhere) as raised:
        two.change(seen._replace(**two.mine), seen=seen)
    clash = raised.value
    assert clash.fields == (field,)
    assert (getattr(clash.seen, field), getattr(clash.mine, field), getattr(clash.theirs, field)) == (
        getattr(seen, field), mine, other,
    )  # fmt: skip
    assert getattr(two.now(), field) == other
    assert "changed elsewhere meanwhile" in error(clash)
    insist(two.change, seen._replace(**two.mine), seen)
    assert getattr(two.now(), field) == mine


def test_what_was_removed_meanwhile_is_said_to_be_gone(two: Two) -> None:
    seen = two.now()
    two.remove(seen)
    with pytest.raises(Invalid) as raised:
        two.change(seen._replace(**two.mine), seen=seen)
    assert raised.value.reason == "gone"
    assert "no longer in the journal" in error(raised.value)


def test_an_entry_that_is_not_as_it_was_seen_is_not_written_over() -> None:
    journal = Journal.open(":memory:")
    seen = journal.capture("as it was", DAY).entry
    assert seen is not None
    journal.edit_entry(seen._replace(text="theirs"))
    with pytest.raises(ChangedElsewhere) as raised:
        journal.edit_entry(seen._replace(text="mine"), seen=seen)
    assert raised.value.theirs == Entry(1, DAY, "theirs") == journal.entry(1)
