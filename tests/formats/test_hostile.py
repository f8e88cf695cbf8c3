"""Files that mean harm, or were harmed: never a traceback, never half an import, never without end.

Each file has its limits of time and memory (`tests/limits.py`). `make hostile` is a run of its own, of some minutes:
10,000 harmed files instead of a few (`NETWORKJOURNAL_MUTATIONS`), and lines of 100 MB (`NETWORKJOURNAL_LONG`).
"""

import os
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from networkjournal.errors import Invalid
from networkjournal.formats import read_path
from networkjournal.formats.asked import Asked
from networkjournal.formats.plan import Plan, apply, plan
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.duplicates import duplicates
from tests.limits import within

DATA = Path(__file__).parents[1] / "data"
HOSTILE = sorted(path for path in (DATA / "hostile").iterdir() if not path.name.startswith("."))
GOOD = sorted(
    path
    for folder in ("exports", "cards", "notes")
    for path in (DATA / folder).iterdir()
    if path.is_file() and not path.name.startswith(".") and path.name != "README.md"
)
MUTATIONS = int(os.environ.get("NETWORKJOURNAL_MUTATIONS", "60"))
BATCH = 20
ASKED = Asked(date(2026, 11, 23), (("name", "お名前"), ("email", "メール"), ("tags", "趣味")))
LONG = int(os.environ.get("NETWORKJOURNAL_LONG", "200000"))
"""Bytes of a line, or of whatever goes on and on."""
ROOM = 1_000_000
_TOKENS = (
    *(b"\0", b"\xff", b"\x80", b'"', b'""', b"\n", b"\r\n ", b"\r", b",", b";", b":", b"=", b"=\n", b"\\"),
    *(b"{", b"}", b"[", b"]", b"null", b"-1", b"1e999", b"9" * 400, b'"\\ud800"', b"\\u0000"),
    *(b"BEGIN:VCARD\n", b"END:VCARD\n", b"BEGIN:VEVENT\n", b"RRULE:FREQ=SECONDLY\n", b"\xef\xbb\xbf", b"\xff\xfe"),
    *("田中".encode("cp932"), "\u202e".encode(), b"@[", b"-> @"),
)


@pytest.fixture
def journal() -> Iterator[Journal]:
    """A journal with somebody and something in it."""
    made = Journal.open(":memory:")
    made.add_contact(Contact("田中 太郎", emails=(Labelled("tanaka@aoba.example"),)))
    made.capture("-> @田中 情報: 本", date(2026, 1, 1))
    yield made
    made.close()


def bring(journal: Journal, path: Path) -> Plan | None:
    """Import what can be read of a file; `None` for a file that was refused as a whole."""
    with within():
        try:
            format, reading = read_path(str(path), None, ASKED)
        except Invalid:
            return None
        made = Plan(tuple(plan(journal, format, reading)))
        apply(journal, made.items, path.name)
        return made


def sound(journal: Journal) -> bool:
    """Whether everything can be read again, is posted as it says, and can be taken back."""
    contacts = tuple(journal.books.contacts.every())
    duplicates(contacts)
    assert list(journal.books.events.every()) is not None
    assert journal.check().differences == ()
    text = "".join(map(repr, contacts)) + "".join(entry.text for entry in journal.books.entries.all())
    return text.encode() is not None and "\0" not in text


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.name)
def test_a_hostile_file_harms_nothing(journal: Journal, path: Path) -> None:
    bring(journal, path)
    assert sound(journal)
    assert bring(journal, path) is None or bring(journal, path).count("new") == 0  # type: ignore[union-attr]
    journal.undo()
    assert sound(journal)


def harmed(data: bytes, chance: random.Random) -> bytes:
    """A good file after some accidents."""
    for _ in range(chance.randint(1, 6)):
        at, end = sorted(chance.randint(0, len(data)) for _ in range(2))
        end = min(end, at + chance.choice((1, 2, 20, 400)))
        what = chance.randint(0, 6)
        if what == 0:
            data = data[:at] + data[end:]
        elif what == 1:
            data = data[:at] + chance.choice(_TOKENS) + data[at:]
        elif what == 2:
            data = data[:at] + bytes([chance.randint(0, 255)]) + data[at + 1 :]
        elif what == 3:
            data = data[:end] + data[at:end] * chance.randint(1, 30) + data[end:]
        elif what == 4:
            data = data[:at]
        elif what == 5:
            data = data[:at] + chance.choice(_TOKENS) * chance.randint(1, 300) + data[end:]
        else:
            data = data[end:] + data[:at] + data[at:end]
    return data


@pytest.mark.parametrize("first", range(0, MUTATIONS, BATCH))
def test_harmed_files_harm_nothing(journal: Journal, tmp_path: Path, first: int) -> None:
    """One after the other into one journal, each taken back before the next: opening one takes longer than a file."""
    history = journal.books.history
    before = list(journal.books.contacts.all()), list(journal.books.entries.all()), history.to_undo()
    for seed in range(first, first + BATCH):
        chance = random.Random(seed)
        good = chance.choice(GOOD)
        path = tmp_path / good.name
        path.write_bytes(harmed(good.read_bytes(), chance))
        bring(journal, path)
        assert sound(journal), seed
        if history.to_undo() != before[-1]:
            journal.undo()
        after = list(journal.books.contacts.all()), list(journal.books.entries.all()), history.to_undo()
        assert after == before, seed


@pytest.mark.parametrize(
    ("name", "begin", "unit", "end"),
    [
        ("line.vcf", "BEGIN:VCARD\nFN:Ann\nNOTE:", "x", "\nEND:VCARD\n"),
        ("name.vcf", "BEGIN:VCARD\nFN:", "x", "\nEND:VCARD\n"),
        ("kana.vcf", "BEGIN:VCARD\nFN:A\nSORT-STRING:", "た", "\nEND:VCARD\n"),
        ("lines.vcf", "BEGIN:VCARD\nFN:Ann\nNOTE:", "\n x", "\nEND:VCARD\n"),
        ("photo.vcf", "BEGIN:VCARD\nFN:Ann\nPHOTO;ENCODING=b:", "QUJD", "\nEND:VCARD\n"),
        ("quoted.vcf", "BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:", "=\n", "\nEND:VCARD\n"),
        ("nested.vcf", "BEGIN:VCARD\nFN:Ann\n", "AGENT:\nBEGIN:VCARD\n", ""),
        ("begins.vcf", "", "BEGIN:VCARD\n", ""),
        ("nul.vcf", "BEGIN:VCARD\n", "\0", ""),
        ("row.csv", "First Name,Last Name,E-mail 1 - Value,Labels\n", "x", "\n"),
        ("open.csv", 'First Name,Last Name,E-mail 1 - Value,Labels\n"', "\n", ""),
        ("title.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261101\nSUMMARY:", "x", "\nEND:VEVENT\n"),
        ("note.ics", "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nDESCRIPTION:", "\n x", "\nEND:VTODO\n"),
        ("2026-01-01.md", "x", "x", "\n"),
        ("2026-01-02.md", "---\na: ", "[*a, ", "\n---\n"),
        ("person.md", "---\nnetworkjournal: contact\nname: ", "[", "\n---\n"),
        ("text.txt", "[2025-11-01 10:00] ", "x", "\n"),
        ("cells.csv", "First Name,Last Name,E-mail 1 - Value,Labels\n", ",", "\n"),
        ("quotes.csv", "First Name,Last Name,E-mail 1 - Value,Labels\n", '"', "\n"),
        ("rows.csv", "First Name,Last Name,E-mail 1 - Value,Labels\n", "\n", "\n"),
        ("days.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20261101\nRDATE:", "20261101,", "\n"),
        ("begins.ics", "BEGIN:VCALENDAR\n", "BEGIN:VEVENT\n", ""),
        ("brackets.json", '{"account": ', "[", ""),
        ("bold.md", "### Activities:\n- 2018-11-01: ", "*", "\n"),
        ("spaces.txt", "[2025-11-01 10:00] x", " ", "y\n"),
    ],
)
def test_a_file_that_goes_on_and_on_comes_to_an_end(
    journal: Journal, tmp_path: Path, name: str, begin: str, unit: str, end: str
) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(begin.encode())
        for size in range(0, LONG, ROOM):
            file.write(unit.encode() * (min(ROOM, LONG - size) // len(unit.encode())))
        file.write(end.encode())
    made = bring(journal, path)
    assert made is None or len(made.items) < LONG
    assert len(list(journal.books.contacts.all())) <= 2
    path.unlink()  # the next one takes as much room on the disk


def test_a_table_may_have_a_million_columns(journal: Journal, tmp_path: Path) -> None:
    heads, many = "First Name,Last Name,E-mail 1 - Value,Labels", ",x" * 1_000_000
    path = tmp_path / "many.csv"
    path.write_text(f"{heads}\nA{many}\n")
    made = bring(journal, path)
    assert made is not None and [item.name for item in made.items] == ["misshapen"]
    path.write_text(f"{heads}{many}\nA,B\n")
    assert bring(journal, path) is None


def test_a_file_without_end_is_too_large(journal: Journal) -> None:
    with pytest.raises(Invalid) as caught:
        read_path("/dev/zero", "vcard")
    assert caught.value.reason == "too_large"


def test_a_path_in_a_field_stays_a_text(journal: Journal) -> None:
    """Nothing that a file names is ever opened."""
    bring(journal, DATA / "hostile" / "path-names.vcf")
    person = journal.find_contact("../../../etc/passwd")
    assert "PHOTO;VALUE=uri:file:///etc/passwd" in person.extra
