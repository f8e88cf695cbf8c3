"""`event prep`: one sheet, honest where nothing is known."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def meetup(shell: Shell) -> Shell:
    shell.say("goal", "add", "More visits", "--handle", "visits")
    shell.say("persona", "add", "visits", "a care manager who lacks cover at night", "--role", "care manager")
    shell.say("contact", "add", "Ann Lee", "--title", "Care manager", "--need", "cover at nights")
    shell.say("offer", "add", "our template for night cover", "--for", "nights")
    shell.say(
        *("event", "add", "Meetup", "--on", "2026-12-01", "--purpose", "to meet care managers", "--goal", "visits"),
        *("--persona", "care manager", "--expect", "ann lee", "--expect", "Somebody Else", "--bring", "cards"),
        *("--question", "how are nights?", "--cost", "¥3,000", "--hours", "2", "--place", "the hall"),
    )
    return shell


def test_the_sheet_says_all_of_it(meetup: Shell) -> None:
    sheet = meetup.say("event", "prep", "meetup")
    for text in (
        "Meetup  2026-12-01 Tue · in 8 days",
        "Purpose: to meet care managers",
        "the hall",
        "¥3,000 · 2h",
        "a care manager who lacks cover at night",
        "→ Ann Lee: ",
        "Ann Lee  Care manager",
        "Nothing has passed between you yet.",
        "needs cover at nights",
        "Somebody Else  Not in your contacts yet",
        "None is kept for this yet",
        "our template for night cover  (“nights” is said of whom to meet",
        "how are nights?",
        "cards",
    ):
        assert text in sheet, text


def test_the_document_has_every_fact(meetup: Shell) -> None:
    found = meetup.json("event", "prep", "Meetup")
    assert found["event"] == meetup.json("event", "list")[0]
    assert found["event"]["expected"] == ["Ann_Lee", "Somebody Else"] and found["event"]["personas"] == [1]
    assert found["days"] == 8
    (persona,) = found["personas"]
    assert persona["number"] == 1 and [fit["contact"] for fit in persona["expected"]] == ["Ann_Lee"]
    ann, other = found["expected"]
    assert (ann["contact"], ann["needs"], ann["balance"]["state"]) == ("Ann_Lee", ["cover at nights"], "none")
    assert other == {
        "name": "Somebody Else", "contact": None, "organization": None, "title": None, "how_met": None, "needs": [],
        "balance": None, "owed": [], "awaited": [], "last_exchange": None, "last_entry": None,
    }  # fmt: skip
    assert found["self_introduction"] is None
    assert [(offer["what"], offer["because"][0]["in"]) for offer in found["offers"]] == [
        ("our template for night cover", "persona")
    ]


def test_without_a_name_it_is_the_next_one(meetup: Shell) -> None:
    meetup.say("event", "add", "Later", "--on", "2026-12-09", "--no-purpose")
    meetup.say("event", "add", "Over", "--on", "2026-11-01", "--no-purpose")
    assert meetup.json("event", "prep")["event"]["handle"] == "Meetup"


def test_where_nothing_is_known_it_says_so(shell: Shell) -> None:
    shell.say("event", "list")
    assert "no event is planned" in shell.refused("event", "prep")
    shell.say("event", "add", "Mixer", "--on", "2026-11-23", "--no-purpose")
    sheet = shell.say("event", "prep")
    unknown = ("nobody described", "nobody known", "no question noted", "none of your")
    for text in ("today", "Purpose: no purpose", *unknown):
        assert text in sheet, text


def test_a_kept_self_introduction_is_on_it(meetup: Shell) -> None:
    from networkjournal.journal import Journal
    from networkjournal.model.self_introduction import SelfIntroduction

    journal = Journal.open(str(meetup.path))
    journal.keep_self_introduction(SelfIntroduction("I visit people at home.", 30, "visits"))
    journal.close()
    assert "I visit people at home." in meetup.say("event", "prep")
    assert meetup.json("event", "prep")["self_introduction"]["seconds"] == 30


def test_a_persona_that_several_are_is_asked_back(meetup: Shell) -> None:
    meetup.say("persona", "add", "visits", "a care manager in the next town")
    assert "may be" in meetup.refused("event", "edit", "Meetup", "--persona", "care manager")
    assert meetup.json("event", "edit", "Meetup", "--persona", "2")["personas"] == [2]
    assert meetup.json("event", "edit", "Meetup", "--persona", "")["personas"] == []
    assert "persona" in meetup.refused("event", "edit", "Meetup", "--persona", "a plumber")
