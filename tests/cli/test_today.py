"""`today`: the day's sheet, its document, and the few words for a prompt."""
import pytest

from tests.cli.shell import Shell

KEYS = [
    *("date", "due", "owed", "awaited", "people", "more_people", "give_back", "to_give_back", "fading", "to_fade"),
    *("events", "to_review", "unreviewed", "to_prepare", "briefs", "inbox", "summary"),
]


@pytest.fixture
def day(shell: Shell) -> Shell:
    """A bit of everything that a day may ask for."""
    shell.say("add", "--create", "--date", "2026-09-01", "<- @Ann info: a\n<- @Ann info: b\n<- @Ann info: c")
    shell.say("add", "--create", "--date", "2026-10-01", "-> @Bob info: a\n[ ] call @Bob due:2026-11-20\n[<] news")
    shell.say("add", "-> @Nobody info: a")
    shell.say("cadence", "set", "Bob", "30d")
    shell.say("event", "add", "Meetup", "--on", "2026-11-20", "--purpose", "to meet Ann")
    shell.say("event", "add", "Mixer", "--on", "2026-11-25", "--no-purpose")
    return shell


def test_the_sheet_says_what_to_do_and_why(day: Shell) -> None:
    shown = day.say("today")
    for text in (
        "2026-11-23 Mon",
        "! call @Bob  due 2026-11-20  2:2",
        "… news",
        "2026-11-20  Meetup  to meet Ann",
        "2026-11-25  Mixer  no purpose",
        "received 3×, gave nothing yet",
        "silent for 53 days, meant every 30 days",
        "1 line waits",
    ):
        assert text in shown, text


def test_every_fact_is_in_the_document(day: Shell) -> None:
    document = day.json("today")
    assert list(document) == KEYS
    assert [action["words"] for action in document["due"]] == ["call @Bob"]
    assert [(person["contact"], person["why"]) for person in document["people"]] == [
        ("Ann", ["give_back"]),
        ("Bob", ["fading"]),
    ]
    assert document["people"][1]["because"] == "silent for 53 days, meant every 30 days"
    assert [event["handle"] for event in document["to_review"]] == ["Meetup"]
    assert [event["handle"] for event in document["to_prepare"]] == ["Mixer"]
    assert [person["contact"] for person in document["give_back"]] == ["Ann"]
    assert [person["due_on"] for person in document["fading"]] == ["2026-10-31"]
    assert (document["inbox"], document["summary"]) == (1, day.say("today", "--oneline").rstrip("\n"))


def test_one_line_is_short_and_plain(day: Shell) -> None:
    assert day.say("today", "--oneline") == "1 due · 1 awaited · 1 to review · 1 to prepare · 1 in the inbox\n"


def test_a_day_that_asks_for_nothing(shell: Shell) -> None:
    assert shell.say("today", "--oneline") == "\n"
    assert "Nothing is owed" in shell.say("today")
    document = shell.json("today")
    assert list(document) == KEYS
    assert not any(value for key, value in document.items() if key != "date")
