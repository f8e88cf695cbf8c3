"""`offer`: what can be given at once, out of which strength, in what time."""

import pytest

from networkjournal.cli.offer import COMMAND
from networkjournal.model.strength import Offer
from tests.cli.shell import Shell


@pytest.fixture
def offers(shell: Shell) -> Shell:
    """A journal with a strength and two offers."""
    shell.say("strength", "add", "Years on site", "--handle", "site")
    shell.say("offer", "add", "a", "template", "--strength", "Years on site", "--for", "nights", "--for", "managers")
    shell.say("offer", "add", "a talk", "--minutes", "30")
    return shell


def test_every_fact_is_in_its_document_and_its_sheet(offers: Shell) -> None:
    assert offers.json("offer", "list") == [
        {"number": 1, "what": "a template", "strength": "site", "for": ["nights", "managers"], "minutes": None},
        {"number": 2, "what": "a talk", "strength": None, "for": [], "minutes": 30},
    ]
    assert offers.say("offer", "show", "1") == (
        "a template\nNumber    1\nFor       nights, managers\nStrength  +site\n"
    )


def test_the_list_lines_up(offers: Shell) -> None:
    assert offers.say("offer", "list") == (
        "No.  What        For               Time  Strength\n"
        "  1  a template  nights, managers        +site\n"
        "  2  a talk                         30m\n"
    )


def test_an_empty_list_teaches(shell: Shell) -> None:
    assert "offer add" in shell.say("offer", "list")


def test_every_field_of_the_model_has_an_option() -> None:
    edit = next(command for command in COMMAND.subcommands if command.name == "edit")
    assert set(Offer._fields) - {"id"} == {option.key for option in edit.options} - {"json"}


@pytest.mark.parametrize(("typed", "kept"), [("45", 45), ("1h30m", 90), ("２時間", 120), ("0", 0), ("", None)])
def test_time_is_minutes_or_as_in_texts(typed: str, kept: int | None, offers: Shell) -> None:
    assert offers.json("offer", "edit", "talk", "--minutes", typed)["minutes"] == kept


@pytest.mark.parametrize("typed", ["-1", "soon", "nan", "inf", "1e9", "30m or so"])
def test_what_is_no_time_is_told(typed: str, offers: Shell) -> None:
    assert "--minutes" in offers.refused("offer", "edit", "talk", "--minutes", typed)


def test_one_can_be_changed_and_let_go_of_its_strength(offers: Shell) -> None:
    changed = offers.json("offer", "edit", "template", "--what", "the rota", "--strength", "", "--for", "nurses")
    assert changed == {"number": 1, "what": "the rota", "strength": None, "for": ["nurses"], "minutes": None}
    assert offers.json("offer", "show", "1") == changed


def test_a_strength_that_there_is_not_is_told(offers: Shell) -> None:
    assert "sight" in offers.refused("offer", "add", "x", "--strength", "sight")


def test_a_removed_one_comes_back(offers: Shell) -> None:
    assert offers.say("offer", "remove", "a talk") == "Removed a talk; `undo` brings it back.\n"
    assert len(offers.json("offer", "list")) == 1
    offers.say("undo")
    assert len(offers.json("offer", "list")) == 2


def test_an_offer_can_be_changed_after_its_strength_is_removed_and_keeps_the_link(offers: Shell) -> None:
    offers.say("strength", "remove", "site")
    assert offers.json("offer", "edit", "1", "--minutes", "5")["strength"] == "site"
