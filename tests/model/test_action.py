"""Actions: which lines are one, and when one is overdue."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.action import OpenAction, action_key

DAY = date(2026, 11, 20)


def action(due: date | None) -> OpenAction:
    """An action that is due on a day."""
    return OpenAction(1, 1, "open", DAY, due, "call", ())


def test_it_is_overdue_from_the_day_after() -> None:
    assert not action(DAY).overdue(DAY)
    assert action(DAY).overdue(DAY + timedelta(1))
    assert not action(None).overdue(DAY)


@pytest.mark.parametrize("again", ["send the notes", "Send  THE notes", "ｓｅｎｄ the notes", "send　the notes "])
def test_the_same_words_are_the_same_action(again: str) -> None:
    """Written days apart, by hand: nobody looks up how they spaced it."""
    assert action_key(again) == action_key("send the notes")


@pytest.mark.parametrize("other", ["send the note", "@田中太郎 に電話", "send notes"])
def test_other_words_are_another_action(other: str) -> None:
    assert action_key(other) != action_key("send the notes")
    assert action_key("@田中太郎 に電話") != action_key("@鈴木花子 に電話"), "promises to two people stay two"


@given(st.text(max_size=50))
def test_a_key_is_stable(words: str) -> None:
    assert action_key(words) == action_key(words + " ") == action_key(" " + words)
