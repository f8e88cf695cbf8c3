"""`event`: no event without a purpose or the word that it has none; and how it went."""

import pytest

from networkjournal.capture.amounts import read_money
from networkjournal.cli.event import COMMAND
from networkjournal.model.event import Event
from tests.cli.shell import Shell

PLANNED = ["event", "add", "Meetup", "--on", "2026-12-01", "--purpose", "to meet a manager"]
NO_PURPOSE = "networkjournal: why do you go? say it with --purpose, or say --no-purpose out loud\n"


@pytest.fixture
def events(shell: Shell) -> Shell:
    """An event ahead with all that can be said of it, and one behind without a purpose."""
    shell.say("goal", "add", "More visits", "--handle", "visits")
    shell.say(*PLANNED, "--goal", "More visits", "--cost", "¥3,000", "--hours", "1.5", "--place", "the hall")
    shell.say("event", "add", "Mixer", "--on", "2026-11-02", "--no-purpose")
    return shell


def test_every_fact_is_in_its_document_and_its_sheet(events: Shell) -> None:
    assert events.json("event", "show", "meetup") == {
        "handle": "Meetup",
        "title": "Meetup",
        "on": "2026-12-01",
        "phase": "planned",
        "purpose": "to meet a manager",
        "place": "the hall",
        "goals": ["visits"],
        "cost": 3000,
        "currency": "JPY",
        "minutes": 90,
        "reviewed_on": None,
        "cards": None,
        "talks": None,
        "verdict": None,
        "outcome": None,
        "personas": [],
        "expected": [],
        "bring": [],
        "questions": [],
        "series": None,
        "asked_on": None,
        "met": 0,
        "first_met": 0,
        "exchanges": 0,
        "given": 0.0,
        "received": 0.0,
        "given_count": 0,
        "received_count": 0,
        "dates": ["Meetup"],
        "follow_ups": [],
    }
    shown = events.say("event", "show", "Meetup")
    for text in ("%Meetup", "2026-12-01 Tue", "planned", "the hall", "to meet a manager", "#visits", "¥3,000", "1h30m"):
        assert text in shown


def test_the_list_says_where_there_is_no_purpose(events: Shell) -> None:
    assert events.say("event", "list") == (
        "Date        Event   Phase      Purpose\n"
        "2026-12-01  Meetup  planned    to meet a manager\n"
        "2026-11-02  Mixer   to review  no purpose\n"
    )
    assert [document["handle"] for document in events.json("event", "list", "--phase", "to_review")] == ["Mixer"]
    assert events.say("event", "list", "--phase", "past") == "No event is in this phase.\n"


def test_an_empty_list_teaches(shell: Shell) -> None:
    assert "event add" in shell.say("event", "list")


@pytest.mark.parametrize("purpose", [[], ["--purpose", ""], ["--purpose", " \n"], ["--purpose", "x", "--no-purpose"]])
def test_an_event_has_a_purpose_or_says_that_it_has_none(purpose: list[str], events: Shell) -> None:
    assert events.refused("event", "add", "X", "--on", "2026-12-01", *purpose) == NO_PURPOSE
    assert events("event", "add", "X", "--on", "2026-12-01", *purpose).status == 2


def test_a_purpose_can_be_found_later_and_is_given_up_out_loud(events: Shell) -> None:
    assert events.json("event", "edit", "Mixer", "--purpose", "to learn")["purpose"] == "to learn"
    assert events.refused("event", "edit", "Mixer", "--purpose", "") == NO_PURPOSE
    assert events.refused("event", "edit", "Mixer", "--purpose", "x", "--no-purpose") == NO_PURPOSE
    assert events.json("event", "edit", "Mixer", "--no-purpose")["purpose"] is None


def test_every_field_of_the_model_has_an_option() -> None:
    declared = {
        option.key
        for command in COMMAND.subcommands
        if command.name in ("edit", "review")
        for option in command.options
    }
    assert set(Event._fields) - {"id", "currency", "reviewed_on", "asked_on"} == declared - {"json", "no_purpose"}


def test_a_review_says_how_it_went(events: Shell) -> None:
    reviewed = events.json(
        *(
            "event",
            "review",
            "Mixer",
            "--cards",
            "15",
            "--talks",
            "0",
            "--verdict",
            "never",
            "--outcome",
            "none\nat all",
        )
    )
    told = {"reviewed_on": "2026-11-23", "cards": 15, "talks": 0, "verdict": "never", "outcome": "none\nat all"}
    assert reviewed == events.json("event", "show", "Mixer") == reviewed | told | {"phase": "past"}
    shown = events.say("event", "show", "Mixer")
    for text in ("2026-11-23", "15", "not again", "at all"):
        assert text in shown


def test_a_review_can_be_of_another_day_but_not_before_the_event(events: Shell) -> None:
    assert events.json("event", "review", "Mixer", "--talks", "1", "--on", "2026-11-03")["reviewed_on"] == "2026-11-03"
    assert "--on" in events.refused("event", "review", "Mixer", "--talks", "1", "--on", "2026-11-01")


def test_a_second_review_adds_to_the_first(events: Shell) -> None:
    events.say("event", "review", "Mixer", "--cards", "15")
    assert events.json("event", "review", "Mixer", "--verdict", "maybe")["cards"] == 15


def test_fields_change_and_empty(events: Shell) -> None:
    changed = events.json(
        *(
            "event",
            "edit",
            "Meetup",
            "--on",
            "2026-12-02",
            "--cost",
            "$20.50",
            "--hours",
            "",
            "--goal",
            "",
            "--place",
            "",
        )
    )
    kept = ("on", "cost", "currency", "minutes", "goals", "place")
    assert [changed[key] for key in kept] == ["2026-12-02", 2050, "USD", None, [], None]
    free = events.json("event", "edit", "Meetup", "--cost", "")
    assert (free["cost"], free["currency"]) == (None, None)
    assert "--on" in events.refused("event", "edit", "Meetup", "--on", "")


def test_a_new_handle_is_written_into_every_entry(events: Shell) -> None:
    events.say("add", "went to %Mixer")
    events.say("event", "edit", "Mixer", "--title", "Business mixer", "--handle", "mix")
    assert events.json("journal")[0]["text"] == "went to %mix"
    events.say("check")


def test_a_removed_one_comes_back(events: Shell) -> None:
    assert events.say("event", "remove", "Mixer") == "Removed Mixer; `undo` brings it back.\n"
    assert len(events.json("event", "list")) == 1
    events.say("undo")
    assert len(events.json("event", "list")) == 2


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("¥3,000", (3000, "JPY")),
        ("￥５０００", (5000, "JPY")),
        ("5000円", (5000, "JPY")),
        ("3万円", (30000, "JPY")),
        (" $20.50 ", (2050, "USD")),
        ("€15", (1500, "EUR")),
        ("¥0", (0, "JPY")),
        ("0円", (0, "JPY")),
        *((text, None) for text in ("", "3000", "-¥3", "¥", "¥3,00", "¥1 ¥2", "about ¥3", "$20.505", "¥" + "9" * 99)),
    ],
)
def test_money_is_read_whole_or_not_at_all(typed: str, read: tuple[int, str] | None) -> None:
    assert read_money(typed) == read


@pytest.mark.parametrize(("typed", "minutes"), [("2", 120), ("1.5", 90), ("0.25", 15), ("1h30m", 90), ("90分", 90)])
def test_hours_are_read_into_minutes(typed: str, minutes: int, shell: Shell) -> None:
    assert shell.json(*PLANNED, "--hours", typed)["minutes"] == minutes


def test_an_event_can_be_reviewed_after_its_goal_is_removed_and_keeps_the_link(events: Shell) -> None:
    events.say("goal", "remove", "visits")
    events.say("event", "review", "Meetup", "--talks", "2")
    assert events.json("event", "show", "Meetup")["goals"] == ["visits"]
