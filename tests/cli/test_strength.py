"""`strength`: put into words with evidence, and called by its handle in texts."""

import pytest

from networkjournal.cli.strength import COMMAND
from networkjournal.model.strength import Strength
from tests.cli.shell import Shell


@pytest.fixture
def strong(shell: Shell) -> Shell:
    """A journal with a strength and what is offered out of it."""
    shell.say(
        *("strength", "add", "Years on site", "--handle", "site", "--kind", "experience", "--since", "2011-04"),
        *("--evidence", "12,000 visits", "--evidence", "a prize"),
    )
    shell.say("offer", "add", "a talk", "--strength", "site")
    return shell


def test_every_fact_is_in_its_document_and_its_sheet(strong: Shell) -> None:
    offer = {"number": 1, "what": "a talk", "strength": "site", "for": [], "minutes": None}
    assert strong.json("strength", "show", "Years on site") == {
        "handle": "site",
        "title": "Years on site",
        "kind": "experience",
        "since": "2011-04",
        "evidence": ["12,000 visits", "a prize"],
        "offers": [offer],
        "years": 15,
        "growth": {"entries": 0, "latest": None, "given": 0},
    }
    shown = strong.say("strength", "show", "site")
    for text in ("+site", "Years on site", "experience", "2011-04", "12,000 visits", "a prize", "a talk"):
        assert text in shown


def test_the_list_shows_the_evidence(strong: Shell) -> None:
    assert strong.say("strength", "list") == (
        "Strength       In texts  Kind        Since               Growth                    Evidence\n"
        "Years on site  +site     experience  2011-04 · 15 years  no entry mentions it yet  12,000 visits; a prize\n"
    )
    assert strong.json("strength", "list") == [strong.json("strength", "show", "site")]


def test_an_empty_list_teaches(shell: Shell) -> None:
    assert "strength add" in shell.say("strength", "list")


def test_every_field_of_the_model_has_an_option() -> None:
    edit = next(command for command in COMMAND.subcommands if command.name == "edit")
    assert set(Strength._fields) - {"id"} == {option.key for option in edit.options} - {"json"}


@pytest.mark.parametrize(
    ("since", "kept"), [("2011", "2011"), ("２０１１-04", "2011-04"), ("2012-02-29", "2012-02-29"), ("", None)]
)
def test_a_beginning_is_as_exact_as_it_is_known(since: str, kept: str | None, shell: Shell) -> None:
    assert shell.json("strength", "add", "x", "--since", since)["since"] == kept


@pytest.mark.parametrize("since", ["2011-13", "2011-4", "2011-02-30", "long ago", "0000", "20110401", "2011-04-01T00"])
def test_what_is_no_beginning_is_told(since: str, shell: Shell) -> None:
    shell.say("strength", "add", "x")
    assert shell.refused("strength", "edit", "x", "--since", since) == f"networkjournal: --since: {since} is no date\n"


def test_a_new_handle_is_written_into_every_entry_and_offer(strong: Shell) -> None:
    strong.say("add", "learned by +site")
    strong.say("strength", "edit", "site", "--handle", "field")
    assert strong.json("journal")[0]["text"] == "learned by +field"
    assert strong.json("offer", "show", "1")["strength"] == "field"
    strong.say("check")


def test_a_removed_one_comes_back(strong: Shell) -> None:
    assert strong.say("strength", "remove", "site") == "Removed Years on site; `undo` brings it back.\n"
    assert strong.json("strength", "list") == []
    strong.say("undo")
    assert len(strong.json("strength", "list")) == 1


def test_growth_is_entries_that_mention_it_and_exchanges_in_which_it_was_given(strong: Shell) -> None:
    strong.say("contact", "add", "Jane Doe")
    strong.say("add", "--date", "2026-11-01", "Thought about +site today.\n<- @Jane_Doe info: hers is like +site")
    strong.say("add", "--date", "2026-11-09", "-> @Jane_Doe info: nights +site")
    grown = strong.json("strength", "show", "site")
    assert grown["growth"] == {"entries": 2, "latest": "2026-11-09", "given": 1}
    assert "2 entries, the latest 2026-11-09 · given 1 time" in strong.say("strength", "show", "site")


def test_what_began_less_than_a_year_ago_says_so(shell: Shell) -> None:
    assert shell.json("strength", "add", "Law", "--since", "2026-09")["years"] == 0
    assert "less than a year" in shell.say("strength", "list")
    assert shell.json("strength", "add", "Later", "--since", "2027")["years"] is None
