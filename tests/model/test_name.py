"""Names: handles that are free, honorifics, and the keys that find a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.contact import Contact
from networkjournal.model.folding import name_key
from networkjournal.model.name import (
    HONORIFICS,
    begins_longer,
    free_handle,
    known_names,
    nearest,
    plain_handle,
    split_name,
    typed_keys,
    without_honorific,
)


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("田中 太郎", "田中太郎"),
        ("田中　太郎", "田中太郎"),
        ("Jane Smith", "Jane_Smith"),
        ("  Jane   Ann  Smith ", "Jane_Ann_Smith"),
        ('Jane "J" [Smith]', "Jane_J_Smith"),
        ("@@jane", "jane"),
        ("O'Neil", "O'Neil"),
    ],
)
def test_a_handle_is_the_name_as_one_word(name: str, handle: str) -> None:
    assert plain_handle(name) == handle


def test_a_second_bearer_gets_a_suffix_and_so_on() -> None:
    taken: set[str] = set()
    made = []
    for _ in range(4):
        made.append(free_handle("田中 太郎", taken))
        taken.add(name_key(made[-1]))
    assert made == ["田中太郎", "田中太郎_2", "田中太郎_3", "田中太郎_4"]


def test_a_suffix_that_is_free_in_between_is_used() -> None:
    assert free_handle("Jane", {name_key("Jane"), name_key("Jane_3")}) == "Jane_2"


def test_handles_that_fold_alike_are_alike() -> None:
    """`@jane smith` could otherwise mean either of two people."""
    assert free_handle("JANE SMITH", {name_key("Jane_Smith")}) == "JANE_SMITH_2"


@given(st.text(max_size=20), st.sets(st.text(max_size=5), max_size=5))
def test_a_handle_is_never_empty_nor_taken_and_can_be_written_after_a_sign(name: str, names: set[str]) -> None:
    taken = {name_key(other) for other in names}
    handle = free_handle(name, taken)
    assert name_key(handle) and name_key(handle) not in taken
    assert not set(handle) & set('[]"` \n\t') and handle[0] not in "@#%+"


@pytest.mark.parametrize("honorific", HONORIFICS)
def test_an_honorific_is_no_part_of_the_name(honorific: str) -> None:
    assert without_honorific("田中" + honorific) == "田中"
    assert without_honorific(honorific) == honorific, "and is not taken off where nothing would be left"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("田中 太郎", ("田中", "太郎")),
        ("Anna Maria Miller", ("Miller", "Anna Maria")),
        ("田中", ("", "")),
        ("", ("", "")),
    ],
)
def test_family_and_given_name_follow_the_script(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts


TANAKA = Contact("田中 太郎", "田中太郎", reading="タナカ タロウ", aliases=("タロちゃん",))


@pytest.mark.parametrize(
    "typed",
    [
        "田中",
        "太郎",
        "田中太郎",
        "田中 太郎",
        "たなか",
        "ﾀﾅｶ",
        "tanaka",
        "TANAKA",
        "tarou",
        "Taro Tanaka",
        "tanaka tarō",
        "たろちゃん",
    ],
)
def test_every_usual_spelling_finds_the_person(typed: str) -> None:
    assert typed_keys(typed) & known_names(TANAKA)


@pytest.mark.parametrize("typed", ["田", "tana", "中太", "", " ", "さん"])
def test_part_of_a_name_does_not(typed: str) -> None:
    """A mention means the name it says; beginnings are for completion."""
    assert not typed_keys(typed) & known_names(TANAKA)


def test_the_nearest_names_come_best_first() -> None:
    names = [(name_key(name), name) for name in ("鈴木花子", "鈴木一郎", "田中太郎")]
    assert nearest(name_key("鈴木花江"), names)[0] == "鈴木花子"
    assert "田中太郎" not in nearest(name_key("鈴木花江"), names)


@given(st.text("ab"), st.sets(st.text("ab")))
def test_a_text_begins_a_longer_name_among_many(text: str, names: set[str]) -> None:
    longer = any(name.startswith(text) and name != text for name in names)
    assert begins_longer(text, sorted(names)) == (longer and text != "")
