"""`brief`: found by any spelling, told apart where several are meant, and whole as a document."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def tanaka(shell: Shell) -> Shell:
    """田中太郎 is known, with an exchange and two actions."""
    shell.say("contact", "add", "田中 太郎", "--reading", "タナカ タロウ", "--org", "あおば居宅")
    shell.say("add", "-> @田中 情報: 本\n[ ] @田中 に送る due:2026-11-20\n[<] @田中 から返事", "--date", "2026-11-10")
    return shell


@pytest.mark.parametrize("name", ["田中太郎", "田中", "たなか", "ﾀﾅｶ", "tanaka", "Tanaka Tarō", "@田中さん"])
def test_any_spelling_finds_the_person(tanaka: Shell, name: str) -> None:
    assert tanaka.json("brief", name)["contact"]["handle"] == "田中太郎"


def test_several_bearers_are_told_apart(tanaka: Shell) -> None:
    tanaka.say("contact", "add", "田中 次郎", "--org", "北町福祉用具")
    told = tanaka("brief", "田中")
    assert told.status == 1 and told.out == ""
    assert all(word in told.err for word in ("田中太郎", "あおば居宅", "田中次郎", "北町福祉用具"))
    assert tanaka.json("brief", "tanaka")["contact"]["handle"] == "田中太郎"


def test_nobody_is_told_with_the_nearest(tanaka: Shell) -> None:
    assert "田中太郎" in tanaka.refused("brief", "田中大郎")


def test_the_document_has_every_key(tanaka: Shell) -> None:
    document = tanaka.json("brief", "田中")
    assert set(document) >= {
        *("contact", "balance", "recent", "owed", "awaited", "goals", "events"),
        *("suggestions", "last_entries", "flags"),
    }
    assert set(document["contact"]) >= {
        *("handle", "name", "reading", "organization", "title", "emails", "phones", "birthday", "how_met"),
        *("introduced_by", "needs", "can_give", "caution", "notes", "tags"),
    }
    assert (document["contact"]["title"], document["contact"]["emails"]) == (None, [])
    assert [item["words"] for item in document["recent"]] == ["本"]
    assert len(document["owed"]) == len(document["awaited"]) == len(document["last_entries"]) == 1
    assert (document["owed"][0]["due"], document["owed"][0]["overdue"]) == ("2026-11-20", True)
    assert document["flags"] == ["early", "overdue"]


def test_the_latest_seven_and_three_are_shown_the_newest_first(tanaka: Shell) -> None:
    for day in range(11, 20):
        tanaka.say("add", f"-> @田中 情報: {day}", "--date", f"2026-11-{day}")
    document = tanaka.json("brief", "田中")
    assert [item["words"] for item in document["recent"]] == [str(day) for day in range(19, 12, -1)]
    assert [entry["date"] for entry in document["last_entries"]] == ["2026-11-19", "2026-11-18", "2026-11-17"]


def test_of_many_shared_events_the_newest_are_shown_and_a_document_has_fifty(tanaka: Shell) -> None:
    for number in range(60):
        day = f"2026-{1 + number // 28:02}-{1 + number % 28:02}"
        tanaka.say("event", "add", f"会{number:02}", "--on", day, "--purpose", "会う")
        tanaka.say("add", f"@田中 と %会{number:02}", "--date", day)
    titles = [event["title"] for event in tanaka.json("brief", "田中")["events"]]
    assert titles == [f"会{number:02}" for number in range(59, 9, -1)]
    (met,) = [line for line in tanaka.say("brief", "田中").splitlines() if line.startswith("Met at")]
    assert [f"会{number:02}" in met for number in range(59, 53, -1)] == [True] * 5 + [False]
    assert met.endswith("…")


def test_as_markdown_cautions_stay_unless_asked_for_and_one_is_told(shell: Shell) -> None:
    shell.say("contact", "add", "Ann", "--caution", "sells lists")
    told, asked = shell("brief", "Ann", "--markdown"), shell("brief", "Ann", "--markdown", "--private")
    assert told.status == asked.status == 0
    assert "sells lists" not in told.out and "--private" in told.err
    assert "sells lists" in asked.out and "Mind" in asked.err
