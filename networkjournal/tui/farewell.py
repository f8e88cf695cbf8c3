"""How the program ends when it is not asked politely: signals, a window that was closed, a terminal that is gone.

Promises that what was typed before is taken in first, and that the process does end: nobody is left to press a key.
"""

import asyncio
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textual.driver import Driver

if TYPE_CHECKING:
    from textual.app import App

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
LAST_KEYS = 0.25
"""Seconds in which keys that were pressed before the end are still read; Textual looks for them every tenth."""
PATIENCE = 2.0
"""Seconds until those keys are surely worked off, and then until the process surely ended."""


def lasting(kind: type[Driver]) -> type[Driver]:
    """A driver that does not wait for ever to write to a terminal that is gone: its writing thread ended by then."""

    class Lasting(kind):  # type: ignore[misc, valid-type]
        """Drops what cannot be written any more."""

        def _writes(self) -> bool:
            writer = getattr(self, "_writer_thread", None)
            return writer is None or writer.is_alive()

        def write(self, data: str) -> None:
            """Write to the terminal, if it is there."""
            if self._writes():
                super().write(data)

        def close(self) -> None:
            """Wait for what was written, if it can be."""
            if self._writes():
                super().close()

    return Lasting


def on_signals(end: Callable[[], None]) -> None:
    """Have the program end when it is told to from outside."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(getattr(signal, name), end)


@contextlib.contextmanager
def undisturbed(end: Callable[[], None] | None) -> Iterator[None]:
    """While another program has the terminal, Ctrl+C there is its own and no reason for this one to `end`."""
    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
        loop.remove_signal_handler(signal.SIGINT)
        signal.signal(signal.SIGINT, lambda *_signal: None)
    try:
        yield
    finally:
        if end is not None:
            on_signals(end)


def terminal_is_there() -> bool:
    """Whether keys can still come; a terminal whose window was closed is none any more."""
    with contextlib.suppress(AttributeError, ValueError, OSError):
        return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())
    return False


async def take_in(app: "App[Any]") -> None:
    """Let the keys that are still on their way arrive where they were meant for."""
    await asyncio.sleep(LAST_KEYS)
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE
    while loop.time() < end and any(node.message_queue_size for node in (app, app.screen, app.focused or app)):
        await asyncio.sleep(0.01)


def surely() -> None:
    """End the process after a while, however far it came: what is to be kept is kept by then."""

    def leave() -> None:
        threading.Event().wait(PATIENCE)
        os._exit(0)

    threading.Thread(target=leave, name="networkjournal-end", daemon=True).start()
