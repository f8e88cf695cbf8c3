"""How the program ends when it is told from outside, and what does not end it. (Real terminals: tests/odd.)"""

import asyncio
import os
import signal
from typing import Any

from textual.driver import Driver

from networkjournal.tui.farewell import lasting, on_signals, undisturbed


async def test_ctrl_c_in_ones_own_editor_ends_nothing_here() -> None:
    told: list[str] = []
    on_signals(lambda: told.append("end"))
    try:
        with undisturbed(lambda: told.append("end")):
            os.kill(os.getpid(), signal.SIGINT)
            await asyncio.sleep(0.01)
        assert told == []
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(0.01)
        assert told == ["end"]
    finally:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().remove_signal_handler(name)


def test_nobody_waits_for_a_terminal_that_is_gone() -> None:
    """The thread that writes to it has ended; its queue would be full for ever."""
    written: list[str] = []

    class Writer:
        alive = True

        def is_alive(self) -> bool:
            return self.alive

    class Known(Driver):
        def __init__(self) -> None:
            self._writer_thread: Any = Writer()

        def write(self, data: str) -> None:
            written.append(data)

        def close(self) -> None:
            written.append("closed")

        def start_application_mode(self) -> None: ...

        def disable_input(self) -> None: ...

        def stop_application_mode(self) -> None: ...

    kind: Any = lasting(Known)
    driver = kind()
    driver.write("a")
    driver._writer_thread.alive = False
    driver.write("b")
    driver.close()
    assert written == ["a"]
