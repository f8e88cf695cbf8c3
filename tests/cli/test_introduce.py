"""`introduce`: the text alone on standard output, what is to be known about it beside; versions are kept."""

import pytest

from networkjournal.model.speech import seconds
from tests.cli.shell import TODAY, Shell


@pytest.fixture
def own(shell: Shell) -> Shell:
    """A journal with something to say."""
    shell.say("goal", "add", "Twelve new visits", "--handle", "visits", "--why", "to help")
    shell.say("goal", "add", "An app", "--handle", "app")
    shell.say("persona", "add", "visits", "a care manager", "--field", "care")
    shell.say("persona", "add", "app", "a developer", "--field", "IT")
    shell.say("strength", "add", "Work on site", "--handle", "site", "--kind", "experience", "--since", "2011-04")
    shell.say("offer", "add", "our template", "--strength", "site", "--for", "care")
    shell.say("event", "add", "Meetup", "--on", "2026-12-01", "--purpose", "to listen", "--goal", "app")
    return shell


def test_the_text_is_all_that_is_printed_and_its_seconds_are_told_beside(own: Shell) -> None:
    told = own("introduce")
    assert told.status == 0
    assert told.out.startswith("I bring 15 years of this: Work on site.") and told.out.count("\n") == 1
    assert told.err == f"about {seconds(told.out)} seconds aloud\n"


@pytest.mark.parametrize("limit", ["15", "30", "60"])
def test_it_fits_the_time(limit: str, own: Shell) -> None:
    made = own.json("introduce", "--seconds", limit)
    assert made["takes"] <= made["seconds"] == int(limit)
    assert len(made["text"].split()) <= int(limit) * 2.5


def test_it_is_for_somebody_somewhere_or_something(own: Shell) -> None:
    assert "a developer" in own.json("introduce", "--for-persona", "2")["text"]
    assert "An app" in own.json("introduce", "--goal", "app")["text"]
    there = own.json("introduce", "--event", "Meetup", "--seconds", "60")
    assert there["text"].startswith("I came here to listen.") and there["event"] == "Meetup"


def test_it_says_what_is_missing_instead_of_inventing(shell: Shell) -> None:
    shell.say("goal", "add", "Visits", "--handle", "visits")
    assert shell.json("introduce")["missing"] == ["strength", "offer"]
    assert "No strength is in words yet" in shell("introduce").err


def test_where_there_is_nothing_nothing_is_said(shell: Shell) -> None:
    shell.say("contact", "list")
    assert "nothing to say yet" in shell.refused("introduce")
    assert shell("introduce", "--keep").status == 1
    assert shell.json("introduce", "list") == []


def test_a_kept_one_is_a_version(own: Shell) -> None:
    made = own.json("introduce", "--goal", "app", "--seconds", "15", "--keep")
    again = own.json("introduce", "--for-persona", "1", "--keep")
    assert (made["number"], again["number"], made["on"]) == (1, 2, TODAY)
    listed = own.json("introduce", "list")
    assert [one["number"] for one in listed] == [2, 1], "the newest first"
    assert listed[1] == {key: value for key, value in made.items() if key != "missing"}
    assert own.json("introduce", "show", "1") == listed[1]
    assert own("introduce", "show", "1").out == made["text"] + "\n"
    own.say("introduce", "remove", "1")
    assert [one["number"] for one in own.json("introduce", "list")] == [2]
    own.say("undo")
    assert len(own.json("introduce", "list")) == 2


def test_the_list_tells_what_each_was_made_for(own: Shell) -> None:
    assert "introduce --keep" in own.say("introduce", "list")
    own("introduce", "--goal", "app", "--keep")
    own("introduce", "--for-persona", "1", "--keep")
    own.say("persona", "remove", "2")
    shown = own.say("introduce", "list")
    assert "#app" in shown and "a care manager" in shown and "30 s" in shown
