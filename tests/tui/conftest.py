"""The program keeps the time of the test's own loop, in which nobody waits, and reads each style sheet once."""

from collections.abc import Mapping
from typing import Any

import pytest
from textual import _time
from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

from tests import clock

_PARSED: dict[frozenset[tuple[str, str]], LRUCache[Any, Any]] = {}
"""What was parsed, by the variables of a theme: it is the same in each of the hundreds of programs that tests open."""


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's timers count by the loop's time."""
    monkeypatch.setattr(_time, "get_time", clock.moment)


@pytest.fixture(autouse=True)
def styles_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual keeps what it has parsed for one program; here it is kept for the next one, too."""
    set_variables = Stylesheet.set_variables

    def share(self: Stylesheet, variables: Mapping[str, str]) -> None:
        self._parse_cache = LRUCache(1)  # which is emptied
        set_variables(self, dict(variables))
        self._parse_cache = _PARSED.setdefault(frozenset(variables.items()), LRUCache(1024))

    monkeypatch.setattr(Stylesheet, "set_variables", share)
