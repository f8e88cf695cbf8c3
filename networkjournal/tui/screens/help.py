"""Help, made from the bindings in force: first the keys of what has the focus, then the screen's, then all others.

Promises that whatever has a key here is listed with what it does, a key of the configuration as well as a usual one,
and none that does nothing here because a nearer one takes it.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from networkjournal.i18n import _
from networkjournal.tui.keys import KeyPlace, declared, key_label, keys_of, place_of, rebound_in, types_a_character
from networkjournal.tui.screens.sheet import Hanging, Line, Sheet


class KeyRow(NamedTuple):
    """One binding as the page shows it."""

    keys: str
    description: str
    tooltip: str


class Help(Sheet):
    """The keys of a screen, over it."""

    def __init__(self, screen: Screen[Any]) -> None:
        """`screen` is the one that the person looks at."""
        lines = help_lines(screen)
        super().__init__(_("Help"), lines)


def help_lines(screen: Screen[Any]) -> list[Line]:
    """What the screen is for, and each group of keys."""
    purpose = next((place.purpose for kind in type(screen).__mro__ if (place := place_of(kind)) and place.purpose), "")
    lines: list[Line] = [Text(_(purpose)), Text()] if purpose else []
    for place, rows in key_groups(screen).items():
        lines += _group(place, rows, "" if place.purpose == purpose else place.purpose)
    return lines


def key_groups(screen: Screen[Any]) -> dict[KeyPlace, list[KeyRow]]:
    """The bindings by the place that declares them: those that work now, then those of other parts of the screen."""
    focused: DOMNode = screen.focused or screen
    typing = isinstance(focused, Input | TextArea)
    taken: set[str] = set()
    groups: dict[KeyPlace, list[KeyRow]] = {}
    for node, place, binding in declared([*reach(screen), screen.app]):
        keys = [key for key in keys_of(binding, rebound_in(screen)) if key not in taken]
        if typing and node is not focused:
            keys = [key for key in keys if not types_a_character(key)]
        taken.update(keys)
        if keys:
            groups.setdefault(place, []).append(_row(keys, binding.description, binding.tooltip))
    for _node, place, binding in declared(elsewhere(screen)):
        keys = keys_of(binding, rebound_in(screen))
        row = _row(keys, binding.description, binding.tooltip)
        if row not in groups.setdefault(place, []):
            groups[place].append(row)
    return groups


def reach(screen: Screen[Any]) -> list[DOMNode]:
    """What a key goes through: from what has the focus up to the screen."""
    nodes = (screen.focused or screen).ancestors_with_self
    return [node for node in nodes if isinstance(node, Widget)]


def elsewhere(screen: Screen[Any]) -> list[Widget]:
    """The other parts of the screen that could have the focus, each kind once."""
    kinds = {type(node): None for node in reach(screen)}
    others = {type(widget): widget for widget in screen.focus_chain}
    return [widget for kind, widget in others.items() if kind not in kinds and isinstance(widget, Widget)]


def _row(keys: list[str], description: str, tooltip: str) -> KeyRow:
    return KeyRow(" ".join(key_label(key) for key in keys), _(description), _(tooltip))


def _group(place: KeyPlace, rows: list[KeyRow], purpose: str) -> Iterator[Line]:
    yield Text(_(place.title), "bold")
    if purpose:
        yield Text(f"  {_(purpose)}")
    alike: dict[tuple[str, str], list[str]] = {}  # one line for the nine keys of one thing
    for row in rows:
        alike.setdefault(row[1:], []).append(row.keys)
    rows = [KeyRow(" ".join(keys), *said) for said, keys in alike.items()]
    keys = max(cell_len(row.keys) for row in rows)
    for row in rows:
        said = Text(row.description)
        if row.tooltip != row.description:
            said.append(f" · {row.tooltip}", "dim")
        yield Hanging(Text(f"  {row.keys}{' ' * (keys - cell_len(row.keys))}  ", "bold"), said)
    yield Text()
