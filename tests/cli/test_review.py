"""`review`: the account of a period in words and as a document, a page, and answers that become an entry."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from networkjournal import demo
from networkjournal.cli import question as questions
from networkjournal.cli.command import Context
from networkjournal.journal import Journal
from networkjournal.model.width import width
from tests.cli.shell import Shell
from tests.reports.sample import LINES

KEYS = {
    *("period", "given", "received", "over_time", "gave_first", "began", "relationships", "capital", "events"),
    *("spent", "no_goal", "budgets", "findings", "actions", "results", "insights", "questions"),
}


@pytest.fixture
def known(shell: Shell) -> Shell:
    """A shell on the sample journal."""
    journal = Journal.open(str(shell.path))
    demo.make(journal, "ja")
    journal.close()
    return shell


def test_the_document_has_every_key_and_its_totals_are_those_of_the_lines(known: Shell) -> None:
    made = known.json("review", "--from", "2026-09-01")
    assert set(made) >= KEYS
    assert made["period"] == {"kind": "span", "from": "2026-09-01", "to": "2026-11-23"}
    for way in ("given", "received"):
        lines = [line for line in LINES if line.way == way]
        assert made[way]["weight"] == sum(line.weight for line in lines)
        assert made[way]["times"] == len(lines)
        assert made[way]["minutes"] == sum(line.minutes for line in lines)
    assert sum(part["given"] for part in made["over_time"]) == made["given"]["weight"]
    assert made["gave_first"] == {"given_first": 5, "relationships": 9, "percent": 56}
    home = next(one for one in made["capital"] if one["goal"] == "在宅")
    assert home["financial"] == {"results": 2, "money": [{"currency": "JPY", "money": 80000}]}


@pytest.mark.parametrize(
    ("options", "days"),
    [
        ((), ("2026-11-23", "2026-11-29")),
        (("--before",), ("2026-11-16", "2026-11-22")),
        (("--period", "month"), ("2026-11-01", "2026-11-30")),
        (("--period", "quarter", "--before"), ("2026-07-01", "2026-09-30")),
        (("--period", "year"), ("2026-01-01", "2026-12-31")),
        (("--from", "2026-09-01", "--to", "2026-09-10"), ("2026-09-01", "2026-09-10")),
    ],
)
def test_the_period_is_the_one_asked_for(known: Shell, options: Sequence[str], days: tuple[str, str]) -> None:
    made = known.json("review", *options)["period"]
    assert (made["from"], made["to"]) == days


def test_what_is_printed_fits_eighty_cells_and_says_words_before_numbers(known: Shell) -> None:
    lines = known.say("review", "--from", "2026-09-01").split("\n")
    assert lines[2] == "You received more than you gave."
    assert max(map(width, lines)) <= 80
    text = "\n".join(lines)
    for said in ("In 5 of 9 relationships you gave first.", "¥80,000", "none was set", "Cards only", "1 past its day"):
        assert said in text


def test_an_empty_week_leads_to_the_one_before(known: Shell) -> None:
    assert "Nothing is written about these days." in known.say("review")
    assert "review --before" in known.say("review")


def test_wrong_usage_is_told_and_changes_nothing(known: Shell) -> None:
    for line in (
        ("review", "--period", "week", "--from", "2026-09-01"),
        ("review", "--to", "2026-09-01"),
        ("review", "--from", "2026-09-02", "--to", "2026-09-01"),
        ("review", "--period", "decade"),
        ("review", "words"),
        ("review", "--answer"),
        ("review", "--answer", "1", "2", "3", "4"),
    ):
        known.refused(*line)


def test_answers_become_an_entry_of_today_under_their_questions(known: Shell) -> None:
    made = known.json("review", "--from", "2026-09-01")
    asked = [one["question"] for one in made["questions"]]
    given = known.json("review", "--from", "2026-09-01", "--answer", "to meet care managers", "", "call @田中太郎")
    assert given["date"] == "2026-11-23"
    assert given["text"] == (
        f"# Review: 2026-09-01 – 2026-11-23\n\n## {asked[0]}\nto meet care managers\n\n"
        f"## {asked[2]}\n[ ] call @田中太郎"
    )
    assert [(item["as"], item["contacts"]) for item in given["posted"]] == [("action", ["田中太郎"])]
    known.say("review", "--answer", "--answer", "once more")  # the flag may stand before each
    assert "Nothing was answered" in known.say("review", "--answer", "", " ")


def test_at_a_terminal_each_question_is_asked(known: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    answers = iter(["listening", None, "write to them"])
    monkeypatch.setattr(Context, "interactive", True)

    def answer(line: str) -> str | None:
        told.append(line)
        return next(answers)

    monkeypatch.setattr(questions, "say_line", answer)
    known("review", "--answer")
    text = known.json("journal", "--from", "2026-11-23")[0]["text"]
    assert len(told) == 3 and text.endswith("[ ] write to them") and "listening" in text


def test_the_page_is_written_privately_and_over_nothing_else(known: Shell, tmp_path: Path) -> None:
    path = tmp_path / "review.html"
    assert str(path) in known.say("review", "--period", "year", "--html", str(path))
    assert path.stat().st_mode & 0o777 == 0o600 and path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert known.json("review", "--html", str(path)) == {"written": str(path)}
    path.write_text("mine")
    assert "--force" in known.refused("review", "--html", str(path))
    assert path.read_text() == "mine"
    known.say("review", "--html", str(path), "--force")
    known.refused("review", "--html", str(tmp_path / "no" / "folder.html"))


def test_the_document_is_json_whatever_the_names_hold(shell: Shell) -> None:
    shell.say("contact", "add", "</script>\x1b[2J")
    shell.say("add", "-> @c info: \x1b[2J", "--create")
    assert json.dumps(shell.json("review", "--period", "week"))
    assert date.fromisoformat(shell.json("review")["period"]["from"])


def test_as_markdown_it_is_the_same_account(shell: Shell) -> None:
    shell.say("contact", "add", "Ann")
    shell.say("add", "-> @Ann info: a map")
    assert shell.say("review", "--markdown").startswith("# Week 48 of 2026")
