"""What every test stands on: no person's home, no network, English, and the same examples in every run."""

import gc
import inspect
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from networkjournal import i18n
from tests import clock

# The same examples each time, so that a red run is red for everybody. `HYPOTHESIS_PROFILE=explore` looks further.
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.register_profile("machine", deadline=None, database=None)  # the state machine in its long form, at random
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and not among what was loaded and collected: that took a third of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine: what a plugin would be needed for."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    clock.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture(autouse=True)
def strangers_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty home for each test, and for the programs that it starts: nobody's own journal is ever touched."""
    for name in list(os.environ):
        if name.startswith(("NETWORKJOURNAL_", "XDG_", "LC_")) or name in ("LANGUAGE", "VISUAL", "EDITOR"):
            monkeypatch.delenv(name)
    home = str(tmp_path / "home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, home)
    monkeypatch.setenv("LOCALAPPDATA", os.path.join(home, "AppData", "Local"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    i18n.set_language("en")
    yield
    i18n.set_language(None)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program never opens a connection; a test in which something tries fails."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: tuple[str, int] | str | bytes) -> None:
        assert self.family not in (socket.AF_INET, socket.AF_INET6), "the program reached for the network"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)
