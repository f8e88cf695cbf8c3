"""Ids that sort by when they were made, on any machine."""

import re
import time
import uuid

import pytest

from networkjournal.store import uid
from networkjournal.store.uid import new_uid

SHAPE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@pytest.fixture(autouse=True)
def fresh_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uid, "_last", 0)


def milliseconds(text: str) -> int:
    return uuid.UUID(text).int >> 80


def test_it_is_a_uuid_of_version_7() -> None:
    made = [new_uid() for _ in range(500)]
    assert [text for text in made if not SHAPE.fullmatch(text)] == []
    assert {(uuid.UUID(text).version, uuid.UUID(text).variant) for text in made} == {(7, uuid.RFC_4122)}


def test_it_tells_when_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    assert before <= milliseconds(new_uid()) <= time.time_ns() // 1_000_000 + 1


def test_each_is_greater_than_the_one_before() -> None:
    made = [new_uid() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_they_stay_in_order_when_the_clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A laptop that sets its clock must not make records that seem older than those they build on."""
    now = time.time_ns()
    times = [now, now - 3_600_000_000_000, now - 3_600_000_000_000, now + 1_000_000]
    monkeypatch.setattr(time, "time_ns", lambda: times.pop(0))
    made = [new_uid() for _ in range(4)]
    assert made == sorted(made)


def test_two_machines_at_the_same_moment_make_different_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 1_800_000_000_000_000_000)
    one = new_uid()
    monkeypatch.setattr(uid, "_last", 0)
    other = new_uid()
    assert one[:18] == other[:18]
    assert one != other


def test_the_largest_time_still_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: ((1 << 48) - 1) * 1_000_000)
    assert SHAPE.fullmatch(new_uid())
