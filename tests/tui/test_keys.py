"""The registry of keys is whole: whatever has bindings is in it, and each can be read, typed in Japanese, and named."""

import ast
from collections import Counter
from pathlib import Path

import pytest
from textual.binding import Binding

from networkjournal import i18n
from networkjournal.tui.keys import PLACES, all_bindings, bindings_of, key_label, load, types_a_character

TUI = Path(__file__).parents[2] / "networkjournal" / "tui"

NO_TWIN = {
    "confirm.yes": "Enter gives the marked answer, and the arrows mark it",
    "home.quit": "Ctrl+Q leaves from everywhere",
}
"""Bindings with letters only, and what an input method lets through instead."""

BINDINGS = [binding for _place, binding in all_bindings()]


def classes_with_bindings() -> list[str]:
    """Every class in `tui/` whose body has BINDINGS, written as a place's path."""
    found = []
    for path in sorted(TUI.glob("**/*.py")):
        module = path.relative_to(TUI).with_suffix("").as_posix().replace("/", ".")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any(
                isinstance(line, ast.AnnAssign | ast.Assign) and "BINDINGS" in ast.unparse(line).partition("=")[0]
                for line in node.body
            ):
                found.append(f"{module}:{node.name}")
    return found


def test_whatever_has_bindings_is_in_the_registry() -> None:
    assert sorted(place.path for place in PLACES) == sorted(classes_with_bindings())


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.path)
def test_every_binding_is_written_out(place: object) -> None:
    """A tuple has no room for an id."""
    kind = load(place)  # type: ignore[arg-type]
    assert len(bindings_of(kind)) == len(kind.BINDINGS)


@pytest.mark.parametrize("binding", BINDINGS, ids=lambda binding: str(binding.id or binding.action))
def test_a_binding_has_an_id_a_name_a_sentence_and_a_key_that_an_input_method_lets_through(binding: Binding) -> None:
    assert binding.id
    assert binding.description
    assert binding.tooltip
    keys = binding.key.split(",")
    assert binding.id in NO_TWIN or not all(types_a_character(key) for key in keys), keys


def test_an_id_is_one_bindings_alone() -> None:
    assert [id for id, count in Counter(binding.id for binding in BINDINGS).items() if count > 1] == []


def test_an_exception_is_still_one() -> None:
    alone = {b.id for b in BINDINGS if all(types_a_character(key) for key in b.key.split(","))}
    assert alone == set(NO_TWIN)


def test_every_name_and_sentence_is_in_the_japanese_catalogue() -> None:
    i18n.set_language("ja")
    said = {text for place in PLACES for text in (place.title, place.purpose) if text}
    said.update(text for binding in BINDINGS for text in (binding.description, binding.tooltip))
    assert [text for text in said if i18n._(text) == text] == []


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("ctrl+n", "Ctrl+N"), ("question_mark", "?"), ("slash", "/"), ("minus", "-"), ("f2", "F2"), ("alt+1", "Alt+1"),
        ("A", "A"), ("a", "a"), ("ctrl+delete", "Ctrl+Del"), ("shift+tab", "Shift+Tab"), ("left_square_bracket", "["),
        ("pagedown", "PgDn"),
    ],
)  # fmt: skip
def test_a_key_is_written_as_on_the_keyboard(key: str, label: str) -> None:
    assert key_label(key) == label


@pytest.mark.parametrize("key", ["a", "Z", "slash", "minus", "question_mark", "at", "1", "space", "あ"])
def test_what_a_text_would_take_is_known(key: str) -> None:
    assert types_a_character(key)


@pytest.mark.parametrize("key", ["f2", "ctrl+a", "alt+1", "insert", "up", "enter", "escape", "tab"])
def test_what_an_input_method_lets_through_is_known(key: str) -> None:
    assert not types_a_character(key)
