"""Help, made from the bindings themselves: whatever has a key is listed, with what it does."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding

from networkjournal.i18n import _

NAMES = {
    "slash": "/",
    "question_mark": "?",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "insert": "Ins",
}


def key_label(key: str) -> str:
    """A key as it stands on the keyboard: `ctrl+n` is Ctrl+N."""
    *modifiers, last = key.split("+")
    shown = NAMES.get(last, last.upper() if modifiers or (last[:1] == "f" and last[1:].isdigit()) else last)
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


def help_lines(groups: Iterable[tuple[str, Iterable[Binding]]]) -> list[Text]:
    """Each group's title, and below it each binding: its keys, what it is called, and what it does."""
    return [line for title, bindings in groups for line in _group(title, bindings)]


def _group(title: str, bindings: Iterable[Binding]) -> Iterator[Text]:
    rows = [(_keys(binding), _(binding.description), _(binding.tooltip)) for binding in bindings]
    if not rows:
        return
    yield Text(title, "bold")
    keys = max(cell_len(row[0]) for row in rows)
    for label, description, tooltip in rows:
        line = Text("  ").append(label + " " * (keys - cell_len(label)), "bold").append(f"  {description}")
        yield line.append(f" · {tooltip}", "dim") if tooltip and tooltip != description else line
    yield Text()


def _keys(binding: Binding) -> str:
    return " ".join(key_label(key.strip()) for key in binding.key.split(","))
