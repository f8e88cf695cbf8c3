"""An event loop for tests in which nobody waits: where nothing is left to do, time goes on at once to what is due next.

Promises that nothing becomes due before all that is ready has been done. So a pause of a second waits for all that
happens within it, and not for a second; and what is drawn once per frame is drawn once, however slow the machine.
While a thread works, time goes by as it does outside. Refuses to move any other clock: files and processes have theirs.
"""

import asyncio
import selectors
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

Given = TypeVar("Given")


class Impatient(selectors.DefaultSelector):
    """Does not wait for a moment to come, but notes that it has; only threads are waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.now = time.monotonic()
        self.working = 0
        """How many threads work."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready."""
        if timeout is None or self.working:
            begun = time.monotonic()
            ready = super().select(timeout)
            self.now += time.monotonic() - begun
            return ready
        ready = super().select(0)
        if not ready:
            self.now += max(timeout, 0)
        return ready


class QuickLoop(asyncio.SelectorEventLoop):
    """An event loop with such a selector."""

    def __init__(self) -> None:
        self._impatient = Impatient()
        super().__init__(self._impatient)

    def time(self) -> float:
        """The time of the loop."""
        return self._impatient.now

    def run_in_executor(self, *task: Any) -> "asyncio.Future[Any]":  # type: ignore[override]  # noqa: ANN401
        """Let a thread work; meanwhile no time is skipped."""
        future = super().run_in_executor(*task)
        self._impatient.working += 1
        future.add_done_callback(self._worked)
        return future

    def _worked(self, _future: object) -> None:
        self._impatient.working -= 1


def run(coroutine: Coroutine[Any, Any, Given]) -> Given:
    """Run a coroutine in a loop of its own."""
    with asyncio.Runner(loop_factory=QuickLoop) as runner:
        return runner.run(coroutine)


def moment() -> float:
    """The time of the running loop; outside of one, of the machine."""
    loop = asyncio._get_running_loop()
    return time.monotonic() if loop is None else loop.time()
