"""`inbox`: what waits and why, and settling it under the number that was shown."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def waiting(shell: Shell) -> Shell:
    """Three lines wait, each for another reason."""
    shell.say("contact", "add", "田中 太郎")
    shell.say("contact", "add", "田中 次郎")
    shell.say("add", "-> @田中 情報: 一\n-> @西村 情報: 二\n-> 情報: 三", "--date", "2026-11-20")
    return shell


def test_the_document_has_every_key_and_null_for_what_is_absent(waiting: Shell) -> None:
    lines = waiting.json("inbox")
    assert all(
        set(line) >= {"number", "entry", "date", "line", "reason", "name", "candidates", "text"} for line in lines
    )
    assert [(line["line"], line["reason"], line["name"], line["candidates"]) for line in lines] == [
        (1, "ambiguous", "田中", ["田中太郎", "田中次郎"]),
        (2, "unknown", "西村", []),
        (3, "no_counterparty", None, []),
    ]
    assert (lines[0]["entry"], lines[0]["date"], lines[0]["text"]) == (1, "2026-11-20", "-> @田中 情報: 一")


def test_each_is_settled_under_the_number_that_was_shown(waiting: Shell) -> None:
    """A list read once must serve for all of it, though it gets shorter on the way."""
    first, second, third = (str(line["number"]) for line in waiting.json("inbox"))
    waiting.say("inbox", "settle", first, "--as", "田中次郎")
    waiting.say("inbox", "settle", second, "--create")
    waiting.say("inbox", "settle", third, "--as", "田中太郎")
    assert waiting.say("inbox") == "Nothing waits.\n"
    (entry,) = waiting.json("journal")
    assert entry["text"] == "-> @田中次郎 情報: 一\n-> @西村 情報: 二\n-> @田中太郎 情報: 三"
    assert [posted["contact"] for posted in entry["posted"]] == ["田中次郎", "西村", "田中太郎"]
    waiting.say("check")


def test_settling_what_cannot_be_settled_changes_nothing(waiting: Shell) -> None:
    first, _second, third = (str(line["number"]) for line in waiting.json("inbox"))
    for argv in (
        ("99", "--as", "田中太郎"),
        (first, "--as", "だれか"),
        (first, "--create"),
        (third, "--create"),
        (first,),
    ):
        waiting.refused("inbox", "settle", *argv)
