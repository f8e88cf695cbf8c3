"""`persona`: described for a goal, found by its number or its words."""

import pytest

from networkjournal.cli.persona import COMMAND
from networkjournal.model.goal import Persona
from tests.cli.shell import Shell

FULL = [
    *("--field", "IT", "--field", "care", "--role", "developer", "--knowledge", "rotas", "--found", "meetups"),
    *("--offer", "field experience"),
]


@pytest.fixture
def goals(shell: Shell) -> Shell:
    """Two goals with somebody to meet for each."""
    for handle in ("visits", "app"):
        shell.say("goal", "add", f"The goal {handle}", "--handle", handle)
    shell.say("persona", "add", "app", "a", "developer", "who knows care", *FULL)
    shell.say("persona", "add", "visits", "a care manager")
    return shell


def test_every_fact_is_in_its_document_and_its_sheet(goals: Shell) -> None:
    assert goals.json("persona", "show", "1") == {
        "number": 1,
        "goal": "app",
        "who": "a developer who knows care",
        "fields": ["IT", "care"],
        "roles": ["developer"],
        "knowledge": "rotas",
        "found": "meetups",
        "offer": "field experience",
        "vague": False,
        "coverage": "nobody",
        "met": 0,
        "matches": [],
    }
    shown = goals.say("persona", "show", "1")
    for text in ("#app", "a developer who knows care", "IT, care", "developer", "rotas", "meetups", "field experience"):
        assert text in shown


def test_the_list_numbers_them_by_goal(goals: Shell) -> None:
    assert goals.say("persona", "list") == (
        "No.  Goal     Who                         Fields    Roles      Who fits\n"
        "  2  #visits  a care manager                                   nobody yet\n"
        "  1  #app     a developer who knows care  IT, care  developer  nobody yet\n"
    )
    assert [document["number"] for document in goals.json("persona", "list", "--goal", "app")] == [1]


def test_an_empty_list_teaches(shell: Shell) -> None:
    assert "persona add" in shell.say("persona", "list")


@pytest.mark.parametrize("asked", ["1", "１", "developer", "A Developer Who Knows Care"])
def test_one_is_found_by_its_number_or_its_words(asked: str, goals: Shell) -> None:
    assert goals.json("persona", "show", asked)["number"] == 1


def test_words_that_fit_two_name_both_with_their_numbers(goals: Shell) -> None:
    told = goals.refused("persona", "show", "care")
    assert "1 (a developer who knows care)" in told and "2 (a care manager)" in told


@pytest.mark.parametrize("asked", ["3", "a", "nobody", "0", "-1"])
def test_what_fits_none_is_told(asked: str, goals: Shell) -> None:
    """One letter is in too many texts: `persona remove a` must not take the first that has it."""
    assert asked in goals.refused("persona", "remove", asked)


def test_every_field_of_the_model_has_an_option() -> None:
    edit = next(command for command in COMMAND.subcommands if command.name == "edit")
    assert set(Persona._fields) - {"id", "goal_id"} == {option.key for option in edit.options} - {"json"}


def test_one_can_be_changed_and_moved_to_another_goal(goals: Shell) -> None:
    changed = goals.json(
        "persona", "edit", "1", "--goal", "visits", "--who", "a nurse", "--field", "", "--role", "head"
    )
    assert (changed["goal"], changed["who"], changed["fields"], changed["roles"]) == ("visits", "a nurse", [], ["head"])
    assert goals.json("persona", "list", "--goal", "app") == []
    assert goals.json("persona", "show", "1") == changed


def test_a_removed_one_comes_back(goals: Shell) -> None:
    assert goals.say("persona", "remove", "2") == "Removed a care manager; `undo` brings it back.\n"
    assert len(goals.json("persona", "list")) == 1
    goals.say("undo")
    assert len(goals.json("persona", "list")) == 2


def test_who_fits_is_listed_and_shown_with_the_reason(goals: Shell) -> None:
    goals.say("contact", "add", "Anna Miller", "--title", "Developer", "--tag", "IT")
    assert "Anna Miller (cards only)" in goals.say("persona", "list")
    goals.say("add", "@Anna_Miller told me of rotas")
    assert "(cards only)" not in goals.say("persona", "list")
    shown = goals.say("persona", "show", "1")
    assert "1 person fits, and you have met them." in shown
    assert "Anna Miller: developer in the title; IT in the tags" in shown
    (match,) = goals.json("persona", "show", "1")["matches"]
    assert (match["contact"], match["met"]) == ("Anna_Miller", True)
    assert {"asked": "role", "field": "title", "words": "developer"} in match["reasons"]


def test_a_vague_description_is_named_as_vague_with_the_reason(goals: Shell) -> None:
    assert "fits almost anybody" in goals.say("persona", "add", "app", "anybody")
    assert "fits almost anybody" in goals.say("persona", "show", "3")
    assert goals.say("persona", "list").count("fits almost anybody") == 1
    assert [persona["vague"] for persona in goals.json("persona", "list")] == [False, False, True]
