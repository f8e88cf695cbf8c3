"""The tests' own clock tells the same story as a real one, only sooner."""

import asyncio
import threading
import time

from tests import clock


async def test_who_sleeps_wakes_in_order_and_at_the_right_time() -> None:
    woken: list[float] = []
    begun = clock.moment()

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds)
        woken.append(round(clock.moment() - begun, 3))

    await asyncio.gather(*map(sleep, (3600, 0.5, 7)))
    assert woken == [0.5, 7, 3600]


async def test_nobody_waits_for_it() -> None:
    begun = time.monotonic()
    await asyncio.sleep(3600)
    assert time.monotonic() - begun < 600


async def test_nothing_becomes_due_while_there_is_something_to_do() -> None:
    begun, due = clock.moment(), False

    def fall_due() -> None:
        nonlocal due
        due = True

    asyncio.get_running_loop().call_later(0.001, fall_due)
    for _ in range(1000):
        await asyncio.sleep(0)
    time.sleep(0.002)
    await asyncio.sleep(0)
    assert (due, clock.moment()) == (False, begun)


async def test_no_time_is_skipped_while_a_thread_works() -> None:
    """Else whoever looks each second how far it is would have looked a thousand times."""
    goes_on, looks = threading.Event(), 0
    task = asyncio.get_running_loop().run_in_executor(None, goes_on.wait)
    while not task.done():
        await asyncio.sleep(0.01)
        looks += 1
        if looks == 3:
            goes_on.set()
    assert looks in (3, 4)
