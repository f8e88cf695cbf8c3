"""The palette: every action of this place to choose from, in the reader's language, each with its key in force.

Found by any word of its name or sentence, in the reader's language or in English; Japanese by kana and by romaji, too.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, TextArea

from networkjournal.i18n import N_, _
from networkjournal.model.folding import fold
from networkjournal.model.romaji import skeleton
from networkjournal.tui.keys import declared, key_label, keys_of, rebound_in, types_a_character
from networkjournal.tui.screens.help import reach
from networkjournal.tui.theme import PREFIX, THEMES
from networkjournal.tui.widgets.choice import Choice, Option
from networkjournal.tui.widgets.rows import Rows

KANA = re.compile("[\u3041-\u309f\u30a1-\u30ff]+")
NOT_LISTED = ("everywhere.commands", "everywhere.how_to_quit", "home.quit")
"""What brought one here, what only answers a key, and what stands there already."""


class Command(NamedTuple):
    """An action that can be run here and now."""

    action: str
    node: DOMNode
    """What it acts on."""
    name: str
    sentence: str
    keys: str
    words: str
    """Everything by which it is found, folded."""


class Commands(Choice[int]):
    """The commands of a screen, over it."""

    ABOUT_PEOPLE = False

    def __init__(self, screen: Screen[Any]) -> None:
        """`screen` is the one that the person looks at; the command chosen is run on it."""
        self._commands = commands(screen)
        super().__init__(_("Commands"), self._shown(range(len(self._commands))), find=self._found)

    def _found(self, typed: str) -> Sequence[Option[int]]:
        """Those that have every word; first those whose name begins with what was typed."""
        words, begun = fold(typed).split(), fold(typed)
        places = [i for i, command in enumerate(self._commands) if all(_in(word, command.words) for word in words)]
        return self._shown(sorted(places, key=lambda i: not fold(self._commands[i].name).startswith(begun)))

    def _shown(self, places: Sequence[int]) -> Sequence[Option[int]]:
        most = max((len(command.keys) for command in self._commands), default=0)
        chosen = [(i, self._commands[i]) for i in places]
        return [Option(i, c.name, f"{c.keys:{most}}  {c.sentence}") for i, c in chosen]

    def run_chosen(self, place: int | None) -> None:
        """Run what was chosen, once the screen below has the focus again."""
        if place is not None:
            command = self._commands[place]
            self.app.call_later(self.app.run_action, command.action, command.node)


def commands(screen: Screen[Any]) -> list[Command]:
    """Everything that can be done here: the screen's own, what has the focus, everywhere, the list's, the themes."""
    nodes = reach(screen)
    typing = isinstance(screen.focused, Input | TextArea)
    found: dict[str, Command] = {}
    for node, _place, binding in declared([*nodes, screen.app]):
        name, sep, _rest = binding.action.partition("(")
        able = node.check_action(name, (1,) if sep else ()) is not False
        if able and binding.id not in NOT_LISTED and binding.id not in found:
            keys = keys_of(binding, rebound_in(screen))
            usable = [key for key in keys if node is screen.focused or not (typing and types_a_character(key))]
            found[str(binding.id)] = _command(
                binding.action, node, binding.description, binding.tooltip, " ".join(map(key_label, usable))
            )
    last = [id for id, command in found.items() if isinstance(command.node, Rows)]
    return [found[id] for id in (*(id for id in found if id not in last), *last)] + _themes(screen)


def _themes(screen: Screen[Any]) -> list[Command]:
    names = [theme.name.removeprefix(PREFIX) for theme in THEMES]
    return [
        _command(f"theme('{PREFIX}{name}')", screen.app, _("Theme: {name}").format(name=name), N_("Use this theme"), "")
        for name in names
    ]


def _command(action: str, node: DOMNode, name: str, sentence: str, keys: str) -> Command:
    shown = (_(name), _(sentence))
    words = fold(" ".join((*shown, name, sentence, keys, action)))
    kana = " ".join(skeleton(run) for text in shown for run in KANA.findall(text))
    return Command(action, node, *shown, keys, f"{words} {kana}")


def _in(word: str, words: str) -> bool:
    romaji = skeleton(word) if word.isascii() else ""
    return word in words or (len(romaji) > 1 and romaji in words)
