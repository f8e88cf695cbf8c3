"""`cadence`: set for somebody, a tag or a persona, listed with how things stand, snoozed and removed."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def people(shell: Shell) -> Shell:
    """Two people; one of them was met forty days ago."""
    shell.say("contact", "add", "田中 太郎", "--reading", "タナカ タロウ", "--tag", "Care")
    shell.say("contact", "add", "Ann Lee", "--tag", "care")
    shell.say("add", "--date", "2026-10-14", "-> @田中太郎 info: a")
    return shell


@pytest.mark.parametrize(
    ("typed", "days"), [(("tanaka", "30d"), 30), (("tanaka", "3", "months"), 90), (("田中", "太郎", "6w"), 42)]
)
def test_it_is_set_in_words(people: Shell, typed: tuple[str, ...], days: int) -> None:
    assert people.say("cadence", "set", *typed) == f"Set: 田中 太郎, every {days} days.\n"
    (document,) = people.json("cadence", "list")
    assert (document["for"], document["title"], document["days"]) == ("contact", "田中 太郎", days)


def test_every_fact_is_in_the_document_and_in_the_list(people: Shell) -> None:
    assert people.json("cadence", "set", "tanaka", "30d")["people"] == [
        {
            "contact": "田中太郎",
            "name": "田中 太郎",
            "days": 30,
            "because_of": "contact",
            "last_on": "2026-10-14",
            "silent_days": 40,
            "due_on": "2026-11-13",
            "snoozed_until": None,
            "fading": True,
        }
    ]
    people.say("cadence", "set", "--tag", "#care", "1 year")
    assert people.say("cadence", "list") == (
        "For        How often       How it stands\n"
        "田中 太郎  every 30 days   last 40 days ago · next 2026-11-13 !\n"
        "#Care      every 365 days  1 person\n"
    )
    tag = people.json("cadence", "list")[1]
    assert (tag["tag"], [person["contact"] for person in tag["people"]]) == ("Care", ["Ann_Lee"])


def test_setting_it_again_replaces_it_and_one_tag_has_one(people: Shell) -> None:
    people.say("cadence", "set", "tanaka", "30d")
    people.say("cadence", "set", "tanaka", "60d")
    people.say("cadence", "set", "--tag", "care", "30d")
    people.say("cadence", "set", "--tag", "CARE", "40d")
    assert [each["days"] for each in people.json("cadence", "list")] == [60, 40]


def test_a_snooze_is_a_day_or_a_span(people: Shell) -> None:
    people.say("cadence", "set", "tanaka", "30d")
    assert people.say("cadence", "snooze", "tanaka") == "Quiet until 2026-12-07: 田中 太郎\n"
    assert people.json("cadence", "snooze", "tanaka", "--for", "1w")["snoozed_until"] == "2026-11-30"
    document = people.json("cadence", "snooze", "tanaka", "--until", "2026-12-24")
    assert (document["contact"], document["cadence"]["fading"]) == ("田中太郎", False)
    assert people.json("cadence", "wake", "tanaka")["cadence"]["fading"] is True


def test_it_is_removed_and_brought_back(people: Shell) -> None:
    people.say("cadence", "set", "tanaka", "30d")
    people.say("cadence", "remove", "tanaka")
    assert people.json("cadence", "list") == []
    people.say("undo")
    assert len(people.json("cadence", "list")) == 1
    people.say("cadence", "set", "--tag", "care", "9d")
    people.say("cadence", "remove", "--tag", "care")
    assert len(people.json("cadence", "list")) == 1


def test_a_persona_s_cadence_is_for_a_described_person(people: Shell) -> None:
    people.say("goal", "add", "Visits", "--handle", "visits")
    people.say("persona", "add", "visits", "a care manager", "--role", "manager")
    document = people.json("cadence", "set", "--persona", "care manager", "2 months")
    assert (document["for"], document["persona"], document["title"], document["days"]) == (
        "persona", 1, "a care manager", 60,
    )  # fmt: skip
    people.say("persona", "remove", "1")
    assert "removed" in people.say("cadence", "list")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("set", "tanaka", "soon"), "soon is no span"),
        (("set", "tanaka"), "DAYS is missing"),
        (("set", "tanaka", "0d"), "0d is no span"),
        (("set", "nobody", "30d"), "There is no contact called nobody"),
        (("set", "--tag", "care", "tanaka", "30d"), "tanaka 30d is no span"),
        (("set", "--tag", "care", "--persona", "1", "30d"), "exactly one"),
        (("set", "--tag", "#", "30d"), "--tag is empty"),
        (("remove",), "exactly one"),
        (("remove", "tanaka"), "There is no cadence called 田中 太郎"),
        (("remove", "--tag", "x"), "There is no cadence called #x"),
        (("snooze", "tanaka", "--until", "2026-11-01"), "out of range"),
        (("snooze", "tanaka", "--for", "x"), "x is no span"),
        (("snooze", "tanaka", "--for", "1w", "--until", "2026-12-24"), "say one of them"),
    ],
)
def test_what_cannot_be_meant_is_said(people: Shell, line: tuple[str, ...], said: str) -> None:
    assert said in people.refused("cadence", *line)


def test_without_any_it_says_how(shell: Shell) -> None:
    assert "cadence set NAME 30d" in shell.say("cadence", "list")
