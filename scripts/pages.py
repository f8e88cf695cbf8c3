"""Makes docs/commands.md and docs/keys.md from the program itself, so that they cannot drift from it.

`python scripts/pages.py` writes them; a test compares.
"""

from collections.abc import Iterator
from pathlib import Path

from networkjournal.cli import COMMANDS
from networkjournal.cli.command import load_all
from networkjournal.cli.help import markdown
from networkjournal.i18n import set_language
from networkjournal.tui.keys import PLACES, bindings_of, key_label, load

DOCS = Path(__file__).parents[1] / "docs"


KEYS = """Every key, made from the program's own bindings. Letters are keys only while nobody types; beside each stands
another that also works while one types, and that a Japanese input method lets through.

Any of them can be another in the configuration file, by its id:

    [keys]
    "everywhere.find" = "ctrl+space"
    "home.brief" = "v,f4"

Unknown ids and keys are reported when the program opens, and so is a key that something else in the same place has
already. `ctrl`, `alt` and `shift` go before a key with a plus; keys with names are `escape`, `enter`, `tab`, `insert`,
`delete`, `pageup`, `question_mark`, `f1` and so on."""


def commands() -> str:
    """The page of all commands, in English."""
    set_language("en")
    return markdown(load_all(COMMANDS))


def keys() -> str:
    """The page of all keys, in English."""
    return f"# Keys\n\n{KEYS}\n\n" + "\n".join(_sections())


def _sections() -> Iterator[str]:
    for place in PLACES:
        purpose = f"{place.purpose}\n\n" if place.purpose else ""
        yield f"## {place.title}\n\n{purpose}| key | what | does | id |\n|---|---|---|---|"
        for binding in bindings_of(load(place)):
            label = " ".join(f"`{key_label(key)}`" for key in binding.key.split(","))
            yield f"| {label} | {binding.description} | {binding.tooltip} | `{binding.id}` |"
        yield ""


PAGES = {"commands.md": commands, "keys.md": keys}

if __name__ == "__main__":
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
