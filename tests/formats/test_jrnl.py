"""jrnl: text and JSON."""

from datetime import date
from pathlib import Path

from networkjournal.formats import jrnl, recognised

DATA = Path(__file__).parents[1] / "data" / "exports"


def test_each_date_in_brackets_at_the_start_of_a_line_begins_an_entry() -> None:
    entries = jrnl.read_text((DATA / "jrnl.txt").read_bytes()).entries
    assert [(entry.day, entry.key) for entry in entries] == [
        (date(2025, 11, 1), "2025-11-01 10:00"),
        (date(2025, 11, 1), "2025-11-01 10:00 (2)"),
        (date(2025, 11, 2), "2025-11-02 09:15:00 AM"),
    ]
    assert entries[0].text == (
        "Lunch with @tanaka. We spoke about his office. *\n-> @tanaka info: the new rules\n\n"
        "[not a date] stays in the body."
    )


def test_the_json_has_the_same_entries_with_title_and_body() -> None:
    entries = jrnl.read_json((DATA / "jrnl.json").read_bytes()).entries
    assert [entry.text for entry in entries] == ["Lunch with @tanaka.\n-> @tanaka info: the new rules", "Quiet day."]


def test_a_day_that_no_calendar_has_is_told_and_the_next_entry_read() -> None:
    reading = jrnl.read_text(b"[2025-02-30 10:00] No.\n\n[2025-03-01 10:00] Yes.\n")
    assert [(bad.where, bad.reason) for bad in reading.bad] == [("entry 1", "bad_date")]
    assert [entry.text for entry in reading.entries] == ["Yes."]


def test_words_before_the_first_entry_belong_to_none() -> None:
    reading = jrnl.read_text(b"Stray\n[2025-03-01 10:00] Yes.\n")
    assert [bad.reason for bad in reading.bad] == ["stray"]


def test_both_are_known_by_their_content() -> None:
    for name, format in (("jrnl.txt", "jrnl"), ("jrnl.json", "jrnl-json")):
        known = recognised("x", (DATA / name).read_bytes())
        assert known is not None and known.name == format
    assert not jrnl.recognise_text(b"- [ ] a list of things to do\n")
