"""`budget`: what goals may take, set, listed beside what they took, and removed."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def known(shell: Shell) -> Shell:
    """A goal, and an hour and a half spent, of which an hour is for the goal."""
    shell.say("goal", "add", "Home visits", "--handle", "visits")
    shell.say("contact", "add", "Jane")
    shell.say("add", "-> @Jane help: x 1h ¥500 #visits\n<- @Jane intro: y 30m\n-> @Jane intro: z #visits")
    return shell


def test_a_budget_is_set_and_stands_beside_what_was_spent(known: Shell) -> None:
    made = known.json("budget", "set", "visits", "--period", "month", "--hours", "2", "--money", "¥400", "--trust", "1")
    assert (made["goal"], made["period"]) == ("visits", {"kind": "month", "from": "2026-11-01", "to": "2026-11-30"})
    assert made["limits"] == [
        {"what": "time", "limit": 120, "spent": 60, "left": 60, "over": False, "currency": None},
        {"what": "money", "limit": 400, "spent": 500, "left": -100, "over": True, "currency": "JPY"},
        {"what": "trust", "limit": 1, "spent": 1, "left": 0, "over": False, "currency": None},
    ]
    printed = known.say("budget", "list")
    assert "1h of 2h · 1h left" in printed and "¥100 over" in printed and "just spent" in printed
    assert "To no goal" in printed and "30m" in printed


def test_what_is_not_given_stays_and_an_empty_value_lifts_a_limit(known: Shell) -> None:
    known.say("budget", "set", "visits", "--minutes", "90")
    known.say("budget", "set", "visits", "--trust", "2")
    known.say("budget", "set", "visits", "--minutes", "")
    (made,) = known.json("budget", "list")["budgets"]
    assert [limit["what"] for limit in made["limits"]] == ["trust"]


def test_everything_together_and_what_went_to_no_goal(known: Shell) -> None:
    known.say("budget", "set", "--all", "--period", "week", "--minutes", "1h30m")
    made = known.json("budget", "list")
    assert made["budgets"][0]["goal"] is None and made["budgets"][0]["limits"][0]["left"] == 0
    assert made["periods"][0]["spent"]["minutes"] == 90
    assert made["periods"][0]["no_goal"] == {"minutes": 30, "money": [], "trust": 0}


def test_one_is_removed_and_undo_brings_it_back(known: Shell) -> None:
    known.say("budget", "set", "visits", "--minutes", "90")
    known.say("budget", "remove", "visits")
    assert known.json("budget", "list") == {"budgets": [], "periods": []}
    known.say("undo")
    assert len(known.json("budget", "list")["budgets"]) == 1


def test_wrong_usage_is_told_and_changes_nothing(known: Shell) -> None:
    for line in (
        ("set", "visits"),
        ("set", "--minutes", "9"),
        ("set", "visits", "--all", "--minutes", "9"),
        ("set", "visits", "--minutes", "9", "--hours", "9"),
        ("set", "visits", "--minutes", ""),
        ("set", "visits", "--money", "5000"),
        ("set", "visits", "--period", "day", "--minutes", "9"),
        ("set", "nothing such", "--minutes", "9"),
        ("remove", "visits"),
    ):
        known.refused("budget", *line)
