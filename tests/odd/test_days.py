"""Days at the ends of the calendar, leap days, and clocks that lie: every command answers, and nothing is lost."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from networkjournal.backups import backups, due, take
from networkjournal.journal import Journal
from networkjournal.model.cadence import Cadence
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal
from networkjournal.steps import when
from tests.cli.shell import Shell

DAYS = [date(1, 1, 1), date(1900, 1, 1), date(2024, 2, 29), date(2026, 11, 20), date(9999, 12, 31)]
TODAYS = ["0001-01-01", "1900-02-28", "1900-03-01", "2024-02-29", "2025-02-28", "9999-12-31"]
COMMANDS = """today | today --oneline | today --json | brief Leap_Day | balance | ledger Leap_Day | review --period week
review --period month | review --period quarter | review --period year --json | suggest | insights | event list
event prep far_event | event prep first_event | goal list | goal show far | contact show No_Year | find x | history
journal --from yesterday --to tomorrow | cadence list | action list | export ics | add --dry-run tomorrow: x
add --dry-run [ ] x due:in 9999 weeks | add --dry-run -> @Leap_Day info: on:yesterday | check""".replace("\n", " | ")


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A journal whose days are as odd as days can be."""
    journal = Journal.open(str(tmp_path / "journal.db"))
    for name, birthday in (("Leap Day", "2000-02-29"), ("No Year", "--02-29"), ("Old One", "1900-03-01"),
                           ("Far", "9999-12-31"), ("First", "0001-01-01"), ("Odd", "30 February")):  # fmt: skip
        journal.add_contact(Contact(name, birthday=birthday))
    journal.add_goal(Goal("old goal", "old", by=date(1900, 1, 1)))
    journal.add_goal(Goal("far goal", "far", by=date.max))
    for handle, on in (("far_event", date.max), ("old_event", date(1900, 1, 1)), ("first_event", date.min)):
        journal.add_event(Event(handle, on, handle, purpose="x", goals=("far",)))
    journal.set_cadence(Cadence(30, contact=1))
    text = "-> @Leap_Day info: x 20m #old\n[ ] @Far it due:tomorrow\n[<] @Old_One due:in 2 weeks\n= done #far ¥500"
    for day in DAYS:
        journal.capture(text, day)
    journal.close()
    return Shell(tmp_path / "journal.db", capsys)


@pytest.mark.parametrize("today", TODAYS)
def test_every_command_answers_on_every_day(shell: Shell, today: str) -> None:
    for command in COMMANDS.split(" | "):
        told = shell("--today", today, *command.split())
        assert told.status in (0, 1, 2), (command, told.err)  # the first day has no yesterday
        assert "Internal" not in told.err and "Traceback" not in told.err, (command, told.err)


def test_a_clock_that_goes_back_loses_no_backup_and_no_order(tmp_path: Path) -> None:
    """The battery was empty, or it is the night in which an hour comes twice."""
    path, folder = str(tmp_path / "journal.db"), str(tmp_path / "backups")
    journal = Journal.open(path)
    journal.capture("first", date(2026, 11, 20))
    now = datetime(2026, 10, 25, 2, 30)
    take(path, folder, now)
    assert due(folder, now - timedelta(days=400))
    take(path, folder, now - timedelta(days=400))
    assert len(backups(folder)) == 2
    journal.capture("second", date(1990, 1, 1))
    assert [step.subject for step in journal.books.history.steps()] == ["1990-01-01", "2026-11-20"]
    undone = journal.undo()
    assert undone is not None and undone.subject == "1990-01-01"
    journal.close()


def test_a_step_of_the_future_is_told_by_its_day() -> None:
    """Written while the clock was wrong, or in a zone that is ahead."""
    journal = Journal.open(":memory:")
    journal.capture("x", date(2026, 11, 20))
    (step,) = journal.books.history.steps()
    for at in ("2999-12-31T23:59:59.999+00:00", "0001-01-02T00:00:00.000+00:00", "9999-12-30T12:00:00.000+00:00"):
        told, time = when(step._replace(at=at), date(2026, 11, 23))
        assert told.startswith(at[:3]) or told.startswith(at[:2])
        assert len(time) == 5
    journal.close()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Niue", "America/New_York", "Not/There", "<+25>-25"])
def test_zones_change_no_day_that_was_said(zone: str, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        document = shell.json("add", "yesterday: -> @Leap_Day info: y")
        assert document["date"] == "2026-11-22"
        assert shell.say("history")
    finally:
        monkeypatch.undo()
        time.tzset()
