"""The keys of the configuration, checked against everything that has keys: what cannot be is said, never passed over.

Promises that a keymap that comes out of here does what it says: known ids, known keys, and no key taken from something
else in the same place. Loads every place, so it is for those alone whose configuration has keys.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from textual.app import App
from textual.binding import Binding
from textual.keys import Keys
from textual.screen import Screen

from networkjournal.errors import Invalid
from networkjournal.tui.keys import CHARACTERS, CODES, PLACES, bindings_of, load
from networkjournal.tui.panes.base import Pane
from networkjournal.tui.widgets.rows import Rows

MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")
NAMED = {key.value for key in Keys if key.value.isalnum() and key.value != "return"}


class _Bound(NamedTuple):
    """A binding and the class that declares it."""

    kind: type[Any]
    binding: Binding


def keymap(asked: Mapping[str, str], path: str) -> dict[str, str]:
    """Each id with its keys as Textual writes them. `path` is the file that asks.

    Raises `Invalid`; its `field` is the setting, its `reason` one of `unknown_binding`, `unknown_key`, `key_taken`.
    """
    known = {binding.id: _Bound(kind, binding) for kind in map(load, PLACES) for binding in bindings_of(kind)}
    for id in asked:
        if id not in known:
            near = get_close_matches(id, [name for name in known if name], 1, 0.0)
            raise Invalid(f"keys.{id}", near[0], "unknown_binding", path)
    rebound = {id: ",".join(_codes(id, keys, path)) for id, keys in asked.items()}
    for id in rebound:
        for other in known.values():
            _not_taken(known[id], other, rebound, path)
    return rebound


def _codes(id: str, keys: str, path: str) -> list[str]:
    codes = []
    for key in keys.split(","):
        code = key_code(key)
        if code is None:
            raise Invalid(f"keys.{id}", key.strip(), "unknown_key", path)
        codes.append(code)
    return codes


def key_code(typed: str) -> str | None:
    """A key as Textual writes it, from how a person may: `Ctrl+N`, `?`, `PageUp`; None for what is no key."""
    *modifiers, last = typed.strip().split("+")
    modifiers = [modifier.strip().lower() for modifier in modifiers]
    last = last.strip()
    if len(last) != 1 or modifiers:
        last = last.lower()
    last = CODES.get(last, last)
    single = len(last) == 1 and last.isprintable()
    if not all(modifier in MODIFIERS for modifier in modifiers) or not (single or last in NAMED or last in CHARACTERS):
        return None
    return "+".join([*modifiers, last])


def _not_taken(mine: _Bound, other: _Bound, rebound: Mapping[str, str], path: str) -> None:
    """Raise where one of my new keys belongs to something that is met on the same way."""
    if other.binding.id == mine.binding.id or not _meet(mine.kind, other.kind):
        return
    new, theirs = _in_force(mine.binding, rebound), _in_force(other.binding, rebound)
    usual = {CODES.get(key.strip(), key.strip()) for key in mine.binding.key.split(",")}
    for key in new:
        if key in theirs and key not in usual:
            raise Invalid(f"keys.{mine.binding.id}", f"{key} ({other.binding.id})", "key_taken", path)


def _in_force(binding: Binding, rebound: Mapping[str, str]) -> list[str]:
    keys = rebound.get(binding.id or "", "") or binding.key
    return [CODES.get(key.strip(), key.strip()) for key in keys.split(",")]


def _meet(one: type[Any], other: type[Any]) -> bool:
    """Can one key come by both? A screen and what it is made from, the app and anything, a list and any screen."""
    if issubclass(one, other) or issubclass(other, one):
        return True
    if issubclass(one, App) or issubclass(other, App):
        return True
    return any(issubclass(a, Rows | Pane) and issubclass(b, Screen) for a, b in ((one, other), (other, one)))
