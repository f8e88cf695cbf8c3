"""`goal`: stated, counted up to, changed with its handle in every entry."""

import pytest

from networkjournal.cli.goal import COMMAND
from networkjournal.model.goal import Goal
from tests.cli.shell import Shell


@pytest.fixture
def visits(shell: Shell) -> Shell:
    """A journal with a goal that something has been done for."""
    shell.say(
        *("goal", "add", "Twelve new visits", "--handle", "visits", "--why", "for those\nwho cannot come"),
        *("--measure", "12 contracts", "--by", "2027-02-28"),
    )
    shell.say("persona", "add", "visits", "a care manager", "--field", "care")
    shell.say("event", "add", "Meetup", "--on", "2026-09-08", "--purpose", "to meet them", "--goal", "visits")
    shell.say("add", "--create", "-> @Bo @Al info: one #visits #visits\n<- @Bo help: two #visits\n= a contract #visits")
    return shell


def test_every_fact_of_a_goal_is_in_its_document_and_its_sheet(visits: Shell) -> None:
    document = visits.json("goal", "show", "Twelve new visits")
    (persona,) = document.pop("personas")
    assert document == {
        "handle": "visits",
        "title": "Twelve new visits",
        "why": "for those\nwho cannot come",
        "measure": "12 contracts",
        "by": "2027-02-28",
        "state": "open",
        "people": 2,
        "exchanges": 3,
        "given": 2,
        "received": 1,
        "results": 1,
        "events": ["Meetup"],
        "progress": {"reached": 1, "target": 12, "unit": "contracts", "lines": 1},
    }
    assert persona["who"] == "a care manager"
    shown = visits.say("goal", "show", "visits")
    for text in (
        "who cannot come",
        "12 contracts",
        "2027-02-28",
        "3 (2 given, 1 received)",
        "a care manager",
        "Meetup",
    ):
        assert text in shown


def test_the_list_shows_what_counts_up_to_a_goal(visits: Shell) -> None:
    visits.say("goal", "add", "Learn")
    assert visits.say("goal", "list") == (
        "Goal               In texts  Progress  People  Exchanges  By          State\n"
        "Twelve new visits  #visits   1 of 12        2          3  2027-02-28  open\n"
        "Learn              #Learn                   0          0              open\n"
    )
    assert [document["handle"] for document in visits.json("goal", "list")] == ["visits", "Learn"]


def test_a_goal_that_is_reached_stands_below_and_can_be_asked_for(visits: Shell) -> None:
    visits.say("goal", "add", "Learn")
    assert visits.json("goal", "edit", "visits", "--state", "reached")["state"] == "reached"
    assert [document["handle"] for document in visits.json("goal", "list")] == ["Learn", "visits"]
    assert [document["handle"] for document in visits.json("goal", "list", "--state", "reached")] == ["visits"]
    assert visits.say("goal", "list", "--state", "dropped") == "No goal is in this state.\n"


def test_an_empty_list_teaches(shell: Shell) -> None:
    assert "goal add" in shell.say("goal", "list")
    assert shell.json("goal", "list") == []


def test_every_field_of_the_model_has_an_option() -> None:
    edit = next(command for command in COMMAND.subcommands if command.name == "edit")
    assert set(Goal._fields) - {"id"} == {option.key for option in edit.options} - {"json"}


def test_a_new_handle_is_written_into_every_entry(visits: Shell) -> None:
    visits.say("goal", "edit", "visits", "--handle", "home", "--title", "More visits")
    (entry,) = visits.json("journal")
    assert "#visits" not in entry["text"] and entry["posted"][0]["goals"] == ["home"]
    assert visits.json("goal", "show", "home")["title"] == "More visits"
    visits.say("check")


def test_adding_says_how_it_is_called_in_texts(shell: Shell) -> None:
    assert (
        shell.say("goal", "add", "Learn", "more", "--by", "next fri") == "Stated: Learn more; in texts: #Learn_more\n"
    )
    assert shell.json("goal", "show", "Learn more")["by"] == "2026-12-04"


def test_an_empty_value_empties(visits: Shell) -> None:
    changed = visits.json("goal", "edit", "visits", "--by", "", "--why", "")
    assert (changed["by"], changed["why"], changed["measure"]) == (None, None, "12 contracts")


def test_a_removed_goal_takes_its_personas_along_and_comes_back_with_them(visits: Shell) -> None:
    assert "`undo`" in visits.say("goal", "remove", "visits")
    assert visits.json("goal", "list") == visits.json("persona", "list") == []
    visits.say("undo")
    assert len(visits.json("persona", "list")) == len(visits.json("goal", "list")) == 1
    visits.say("check")


def test_progress_is_counted_from_results_and_says_so(visits: Shell) -> None:
    assert "1 of 12, counted from 1 result line" in visits.say("goal", "show", "visits")
    visits.say("add", "= two contracts #visits\n= one contract #visits\n= a good talk #visits")
    assert "4 of 12, counted from 3 result lines" in visits.say("goal", "show", "visits")
    assert "4 of 12" in visits.say("goal", "list")
    visits.say("goal", "edit", "visits", "--measure", "9 houses")
    assert "0 of 9; no result line speaks of it yet" in visits.say("goal", "show", "visits")
    visits.say("goal", "edit", "visits", "--measure", "to be known")
    assert visits.json("goal", "show", "visits")["progress"] is None


def test_a_goal_shows_who_fits_whom_one_wants_to_meet(visits: Shell) -> None:
    assert "Nobody you know fits yet." in visits.say("goal", "show", "visits")
    visits.say("contact", "add", "Taro Tanaka", "--title", "Care manager")
    assert "known only by card" in visits.say("goal", "show", "visits")
    visits.say("add", "@Taro_Tanaka told me of his nights")
    assert "Taro Tanaka: care, manager in the title" in visits.say("goal", "show", "visits")
    (persona,) = visits.json("goal", "show", "visits")["personas"]
    assert (persona["coverage"], persona["met"], persona["matches"][0]["contact"]) == ("met", 1, "Taro_Tanaka")
