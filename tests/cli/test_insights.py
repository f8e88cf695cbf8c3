"""`insights`: what was learned, under goals or people, narrowed by either."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def known(shell: Shell) -> Shell:
    """Two insights, one of them about a goal and from a person."""
    shell.say("goal", "add", "Home visits", "--handle", "visits")
    shell.say("contact", "add", "Jane Smith")
    shell.say("add", "! ask @Jane_Smith first #visits", "--date", "2026-11-01")
    shell.say("add", "! listen longer", "--date", "2026-11-02")
    return shell


def test_they_stand_under_their_goals_or_their_people(known: Shell) -> None:
    by_goal = known.say("insights")
    assert by_goal.index("Home visits") < by_goal.index("ask @Jane_Smith") < by_goal.index("About no goal")
    assert known.say("insights", "--by", "person").startswith("Jane Smith\n")


def test_the_document_has_each_once_and_the_groups_by_place(known: Shell) -> None:
    made = known.json("insights")
    assert [one["words"] for one in made["insights"]] == ["listen longer", "ask @Jane_Smith first"]
    assert (made["count"], made["insights"][1]["goals"], made["insights"][1]["contacts"]) == (
        *(2, ["visits"], ["Jane_Smith"]),
    )
    assert made["by_goal"] == [
        {"handle": "visits", "title": "Home visits", "insights": [1]},
        {"handle": None, "title": None, "insights": [0]},
    ]


def test_they_are_narrowed(known: Shell) -> None:
    assert known.json("insights", "--goal", "visits")["count"] == 1
    assert known.json("insights", "--who", "jane")["count"] == 1
    known.refused("insights", "--goal", "nothing")


def test_an_empty_list_says_how_one_begins(shell: Shell) -> None:
    assert "!" in shell.say("insights")
