"""Bringing together what two made of one thing: nothing that only one changed is lost, and clashes are named."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.weave import can_hold_both, rebased, settled, united, woven


class Person(NamedTuple):
    name: str
    notes: str = ""
    tags: tuple[str, ...] = ()


SEEN = Person("Ann", "as it was", ("a",))
TEXTS = st.lists(st.sampled_from(["", "a", "b", "-> @Ann help: x", "新しい"]), max_size=6).map("\n".join)


def test_what_only_one_changed_is_as_they_changed_it() -> None:
    mine, theirs = SEEN._replace(notes="new"), SEEN._replace(tags=("a", "b"))
    assert rebased(SEEN, mine, theirs) == (Person("Ann", "new", ("a", "b")), ())


def test_the_same_change_twice_is_no_clash() -> None:
    both = SEEN._replace(name="Ann Lee")
    assert rebased(SEEN, both, both) == (both, ())


def test_whose_is_to_stay_is_said() -> None:
    mine, theirs = SEEN._replace(notes="mine", tags=("b",)), Person("Ann Lee", "theirs", ("c",))
    assert rebased(SEEN, mine, theirs)[1] == ("notes", "tags")
    assert settled(SEEN, mine, theirs, "mine") == Person("Ann Lee", "mine", ("b",))
    assert settled(SEEN, mine, theirs, "theirs") == theirs
    assert settled(SEEN, mine, theirs, "both") == Person("Ann Lee", "theirs / mine", ("c", "b"))


def test_both_of_a_text_stand_one_below_the_other_and_what_is_in_the_other_once() -> None:
    assert united("one\ntwo", "three") == "one\ntwo\nthree"
    assert united("short", "a short one") == "a short one"
    assert united("", "mine") == "mine"


def test_a_name_and_a_number_cannot_hold_both() -> None:
    other = Person("Ann Lee", "x", ("b",))
    assert can_hold_both(SEEN, other, ("notes", "tags"))
    assert not can_hold_both(SEEN, other, ("name",))
    assert not can_hold_both(SEEN._replace(notes=None), other._replace(notes=None), ("notes",))  # type: ignore[arg-type]


def test_lines_of_both_are_in_the_woven_text() -> None:
    assert woven("a\nb\nc", "a\nB\nc", "a\nb\nc\nd") == "a\nB\nc\nd"
    assert woven("a\nb", "a\nmine", "a\ntheirs") == "a\ntheirs\nmine"
    assert woven("a\nb\nc", "b\nc", "a\nb") == "b"


@given(TEXTS, TEXTS)
def test_against_an_unchanged_text_the_changed_one_stands(seen: str, changed: str) -> None:
    assert woven(seen, changed, seen) == woven(seen, seen, changed) == changed


@given(TEXTS, TEXTS, TEXTS)
def test_no_new_line_of_either_is_missing(seen: str, mine: str, theirs: str) -> None:
    lines = woven(seen, mine, theirs).split("\n")
    old = seen.split("\n")
    assert {line for line in (mine + "\n" + theirs).split("\n") if line not in old} <= set(lines)
