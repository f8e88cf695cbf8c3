"""Makes docs/commands.md and docs/keys.md from the program itself, so that they cannot drift from it.

`python scripts/pages.py` writes them; a test compares.
"""

from collections.abc import Iterator
from pathlib import Path

from textual.binding import Binding

from networkjournal.cli import COMMANDS
from networkjournal.cli.command import load_all
from networkjournal.cli.help import markdown
from networkjournal.i18n import set_language
from networkjournal.tui.screens.help import key_label
from networkjournal.tui.screens.home import Home
from networkjournal.tui.screens.inbox import InboxScreen
from networkjournal.tui.screens.sheet import Sheet
from networkjournal.tui.widgets.capture_bar import CaptureText
from networkjournal.tui.widgets.rows import Rows

DOCS = Path(__file__).parents[1] / "docs"
PLACES = (
    ("Home", Home),
    ("In lists", Rows),
    ("In the capture bar", CaptureText),
    ("In the inbox", InboxScreen),
    ("On a page (brief, entry, help)", Sheet),
)


def commands() -> str:
    """The page of all commands, in English."""
    set_language("en")
    return markdown(load_all(COMMANDS))


def keys() -> str:
    """The page of all keys, in English."""
    return "# Keys\n\nEvery key, made from the program's own bindings.\n\n" + "\n".join(_sections())


def _sections() -> Iterator[str]:
    for title, kind in PLACES:
        yield f"## {title}\n\n| key | what | does |\n|---|---|---|"
        for binding in kind.BINDINGS:
            if isinstance(binding, Binding):
                label = " ".join(f"`{key_label(key)}`" for key in binding.key.split(","))
                yield f"| {label} | {binding.description} | {binding.tooltip or binding.description} |"
        yield ""


PAGES = {"commands.md": commands, "keys.md": keys}

if __name__ == "__main__":
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
