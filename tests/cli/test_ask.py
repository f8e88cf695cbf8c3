"""`ask`: what one needs, for which goal, and who could help."""

import pytest

from networkjournal.cli.ask import COMMAND
from networkjournal.model.ask import Ask
from tests.cli.shell import Shell


@pytest.fixture
def asks(shell: Shell) -> Shell:
    """A journal with a goal and two asks."""
    shell.say("goal", "add", "More visits", "--handle", "visits")
    shell.say(
        "ask", "add", "a", "partner", "for", "nights", "--for", "nurses", "--for", "pharmacies", "--goal", "More visits"
    )
    shell.say("ask", "add", "time")
    return shell


def test_every_fact_is_in_its_document_and_its_sheet(asks: Shell) -> None:
    assert asks.json("ask", "list") == [
        {"number": 1, "what": "a partner for nights", "for": ["nurses", "pharmacies"], "goal": "visits"},
        {"number": 2, "what": "time", "for": [], "goal": None},
    ]
    assert asks.say("ask", "show", "partner") == (
        "a partner for nights\nNumber          1\nWho could help  nurses, pharmacies\nGoal            #visits\n"
    )


def test_the_list_lines_up(asks: Shell) -> None:
    assert asks.say("ask", "list") == (
        "No.  What                  Who could help      Goal\n"
        "  1  a partner for nights  nurses, pharmacies  #visits\n"
        "  2  time\n"
    )


def test_an_empty_list_teaches(shell: Shell) -> None:
    assert "ask add" in shell.say("ask", "list")


def test_every_field_of_the_model_has_an_option() -> None:
    edit = next(command for command in COMMAND.subcommands if command.name == "edit")
    assert set(Ask._fields) - {"id"} == {option.key for option in edit.options} - {"json"}


def test_one_can_be_changed_and_let_go_of_its_goal(asks: Shell) -> None:
    changed = asks.json("ask", "edit", "1", "--what", "a colleague", "--goal", "", "--for", "doctors")
    assert changed == {"number": 1, "what": "a colleague", "for": ["doctors"], "goal": None}
    assert asks.json("ask", "show", "1") == changed


def test_a_removed_one_comes_back(asks: Shell) -> None:
    assert asks.say("ask", "remove", "time") == "Removed time; `undo` brings it back.\n"
    assert len(asks.json("ask", "list")) == 1
    asks.say("undo")
    assert len(asks.json("ask", "list")) == 2


def test_it_is_found_and_stands_in_the_history(asks: Shell) -> None:
    assert [(hit["kind"], hit["id"]) for hit in asks.json("find", "nurses")] == [("ask", 1)]
    assert "noted the ask time" in asks.say("history")
