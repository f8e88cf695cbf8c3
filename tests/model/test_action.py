"""Actions: which lines are one, and when one is overdue."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.action import OpenAction, action_key, exchange_line
from networkjournal.model.posting import Named

DAY = date(2026, 11, 20)


def action(due: date | None) -> OpenAction:
    """An action that is due on a day."""
    return OpenAction(1, 1, "open", DAY, due, "call", ())


def test_it_is_overdue_from_the_day_after() -> None:
    assert not action(DAY).overdue(DAY)
    assert action(DAY).overdue(DAY + timedelta(1))
    assert not action(None).overdue(DAY)
    assert not action(DAY)._replace(state="done").overdue(DAY + timedelta(1))


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


@pytest.mark.parametrize(
    ("due", "later"),
    [
        (None, DAY + timedelta(7)),
        (DAY - timedelta(30), DAY + timedelta(7)),
        (DAY + timedelta(3), DAY + timedelta(10)),
        (date.max, date.max),
        (date.max - timedelta(2), date.max),
    ],
)
def test_what_is_snoozed_is_due_a_week_after_the_later_of_today_and_its_day(due: date | None, later: date) -> None:
    assert action(due).snoozed(DAY) == later


TARO, HANAKO, JANE = Named(1, "田中太郎"), Named(2, "鈴木花子"), Named(3, "Jane_Smith")


@pytest.mark.parametrize(
    ("words", "contacts", "line"),
    [
        ("@鈴木花子 に礼状を書く", (HANAKO,), "-> @鈴木花子 に礼状を書く"),
        ("@鈴木花子さんに礼状を書く", (HANAKO,), "-> @鈴木花子さんに礼状を書く"),
        ("send @Jane_Smith the notes", (JANE,), "-> @Jane_Smith send Jane_Smith the notes"),
        ("@[Jane_Smith]'s notes", (JANE,), "-> @[Jane_Smith]'s notes"),
        ("@田中太郎と@鈴木花子をつなぐ", (TARO, HANAKO), "-> @田中太郎と@鈴木花子をつなぐ"),
        ("@田中太郎 に @鈴木花子 を", (TARO, HANAKO), "-> @鈴木花子 @田中太郎 に 鈴木花子 を"),
        ("call @田中太郎 and @鈴木花子", (TARO, HANAKO), "-> @田中太郎 @鈴木花子 call 田中太郎 and 鈴木花子"),
        ("a@Jane_Smith to @Jane_Smith", (JANE,), "-> @Jane_Smith a@Jane_Smith to Jane_Smith"),
        ("@Jane_Smith", (JANE,), "-> @Jane_Smith "),
        ("call the printer", (), ""),
    ],
)
def test_a_kept_promise_suggests_the_exchange_that_it_was(words: str, contacts: tuple[Named, ...], line: str) -> None:
    kept = action(DAY)._replace(words=words, contacts=contacts)
    assert exchange_line(kept) == line
    assert exchange_line(kept._replace(state="awaiting")) == line.replace("->", "<-", 1)
