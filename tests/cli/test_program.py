"""Opening the program: what a first run, the sample journal and the way back to the shell do, without a terminal."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from networkjournal.cli import demo, main, program
from networkjournal.demo import TODAY as DEMO_DAY
from networkjournal.journal import Journal
from networkjournal.tui import app
from networkjournal.tui.outcome import Outcome
from tests.cli.shell import Shell


class Opened(NamedTuple):
    """One run of the program."""

    path: str
    contacts: int
    today: date | None
    demo: bool
    first: bool


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Opened]]:
    """Stands in for the terminal: the program "runs", and ends with the outcomes given, one after the other."""
    opened: list[Opened] = []

    def end_with(*outcomes: Outcome) -> list[Opened]:
        left = list(outcomes)

        def run(journal: Journal, today: date | None, **options: Any) -> Outcome:  # noqa: ANN401
            contacts = journal.books.contacts.count()
            opened.append(Opened(journal.path, contacts, today, options["demo"], options["first"]))
            return left.pop(0)

        monkeypatch.setattr(app, "run", run)
        return opened

    monkeypatch.setattr(program, "require_terminal", lambda _context: None)
    monkeypatch.setattr(demo, "require_terminal", lambda _context: None)
    return end_with


def test_where_nothing_was_ever_written_it_welcomes(shell: Shell, runs: Callable[..., list[Opened]]) -> None:
    opened = runs(Outcome(), Outcome())
    assert shell().status == 0
    assert [run.first for run in opened] == [True]
    shell()
    assert [run.first for run in opened] == [True, True], "nothing was written, so it comes again"


def test_once_anything_was_written_it_does_not(shell: Shell, runs: Callable[..., list[Opened]]) -> None:
    shell.say("contact", "add", "Ann")
    shell.say("undo")
    opened = runs(Outcome())
    shell()
    assert [run.first for run in opened] == [False]


def test_the_status_of_the_program_is_that_of_the_command(shell: Shell, runs: Callable[..., list[Opened]]) -> None:
    runs(Outcome(status=3))
    told = shell()
    assert (told.status, told.out, told.err) == (3, "", "")


def test_the_welcome_may_lead_to_the_sample_which_is_gone_afterwards(
    shell: Shell, runs: Callable[..., list[Opened]]
) -> None:
    opened = runs(Outcome(demo=True), Outcome(status=0))
    told = shell()
    own, sample = opened
    assert (own.path, own.contacts, own.demo) == (str(shell.path), 0, False)
    assert sample.demo and not sample.first and sample.contacts > 8 and sample.path != own.path
    assert not os.path.exists(os.path.dirname(sample.path)), "folder and file are thrown away"
    assert told.status == 0
    assert "The sample journal is gone." in told.out
    assert f"networkjournal --db {shell.path}" in told.out
    assert not Journal.open(str(shell.path)).books.history.begun(), "one's own journal was left alone"


def test_demo_opens_the_sample_on_its_own_day(
    tmp_path: Path, runs: Callable[..., list[Opened]], capsys: pytest.CaptureFixture[str]
) -> None:
    opened = runs(Outcome())
    assert main(["demo"]) == 0
    assert [(run.today, run.demo) for run in opened] == [(DEMO_DAY, True)]
    assert capsys.readouterr().out == "The sample journal is gone. Your own opens with: networkjournal\n"


def test_a_path_with_a_space_can_be_pasted(
    tmp_path: Path, runs: Callable[..., list[Opened]], capsys: pytest.CaptureFixture[str]
) -> None:
    runs(Outcome())
    main(["--db", "my journal.db", "demo"])
    assert capsys.readouterr().out.endswith("networkjournal --db 'my journal.db'\n")
    assert not (tmp_path / "my journal.db").exists()


def test_without_a_terminal_it_says_so_and_makes_no_file(shell: Shell) -> None:
    for command in ((), ("demo",)):
        told = shell(*command)
        assert told.status == 2 and "needs a terminal" in told.err
    assert not shell.path.exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"home.brif" = "v"', "config.toml: there is no keys.home.brif; the nearest is home.brief"),
        ('"home.brief" = "ctlr+v"', "config.toml: keys.home.brief: ctlr+v is no key"),
        ('"home.brief" = "e"', "config.toml: keys.home.brief: e (home.edit) is taken already"),
    ],
)
def test_a_key_that_cannot_be_is_reported_in_one_line(
    line: str,
    said: str,
    shell: Shell,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    runs: Callable[..., list[Opened]],
) -> None:
    opened = runs(Outcome())
    (tmp_path / "config.toml").write_text(f"[keys]\n{line}\n", encoding="utf-8")
    monkeypatch.setenv("NETWORKJOURNAL_CONFIG", str(tmp_path / "config.toml"))
    shell.say("contact", "add", "Ann")
    told = shell()
    assert (told.status, told.out, opened) == (1, "", [])
    assert told.err.count("\n") == 1
    assert said in told.err
