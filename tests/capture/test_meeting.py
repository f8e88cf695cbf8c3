"""Rows of people met: how they are typed, and the entry they become."""

from datetime import date

import pytest

from networkjournal.capture.meeting import Noted, organization_in_words, read_row, read_rows, written
from networkjournal.model.meeting import Row, follow_up_by

DAY = date(2026, 9, 8)


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("Anna Miller; CareTech; knows  the app; send it", Row("Anna Miller", "CareTech", "knows the app", "send it")),
        ("田中　太郎；あおば；夜間；送る", Row("田中 太郎", "あおば", "夜間", "送る")),
        ("Anna", Row("Anna")),
        ("Anna;;;call", Row("Anna", step="call")),
        ("A;B;C;D;E", Row("A", "B", "C", "D;E")),
        ("Anna; Ltd\tCareTech; Labs\tx;y\tcall", Row("Anna; Ltd", "CareTech; Labs", "x;y", "call")),
        ("\tCareTech\t\t", Row("", "CareTech")),
    ],
)
def test_cells_are_parted_by_tabs_or_else_by_semicolons(typed: str, row: Row) -> None:
    assert read_row(typed) == row


def test_lines_that_say_nothing_are_no_rows() -> None:
    assert [row.name for row in read_rows("A\n\n ;;\nB;x\r\n")] == ["A", "B"]


def test_the_entry_names_the_event_each_person_and_each_step() -> None:
    people = (Noted("Anna_Miller", "knows the app", "send it"), Noted("田中太郎", "", ""))
    assert written("Meetup", people, DAY, follow_up_by(DAY)) == (
        '%"Meetup"\n@"Anna_Miller" knows the app\n[ ] @"Anna_Miller" send it due:2026-09-11\n@"田中太郎"',
        (3, None),
    )


@pytest.mark.parametrize("step", ["send it due:fri", "送る 〆9/20", "期限:明日 送る"])
def test_a_step_that_says_when_it_is_due_keeps_that(step: str) -> None:
    assert written("M", [Noted("A", "", step)], DAY, DAY).text.endswith(f'[ ] @"A" {step}')


def test_a_cell_stays_on_its_line() -> None:
    text = written("M", [Noted("A", "one\n-> @B two\n```", "three\n[x] four")], DAY, DAY).text
    assert text == '%"M"\n@"A" one -> @B two ```\n[ ] @"A" three [x] four due:2026-09-08'


def test_an_organization_stands_in_brackets_of_its_script() -> None:
    assert (organization_in_words("CareTech"), organization_in_words("北町福祉")) == ("(CareTech)", "（北町福祉）")
