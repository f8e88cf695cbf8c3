"""Rescuing a damaged file: it never fails, never writes to it, and brings back what untouched pages hold."""

import random
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from networkjournal.journal import Journal
from networkjournal.model.ask import Ask
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.refusal import Refusal
from networkjournal.model.strength import Offer, Strength
from networkjournal.store.pages import INTERIOR, LEAF, Pages, Unreadable, record, varint
from networkjournal.store.rescue import TABLES, Lost, rescue
from tests.copies import copied

DAY = date(2026, 1, 1)
PAGE = 4096


empty = copied(Journal.open)


def fill(path: str) -> None:
    """A journal that has something of everything, on some hundred pages, and was written to now and then."""
    journal = Journal.open(path)
    with journal.step("import", "x"):
        for n in range(90):
            journal.add_contact(
                Contact(f"人物 {n}", f"p{n}", organization=f"会社 {n}", notes="覚え書き " * (n % 40), tags=("a",),
                        emails=(Labelled(f"p{n}@example.org", "work"),), introduced_by="p0" if n % 7 == 1 else "")
            )  # fmt: skip
        for n in range(40):
            goal = journal.add_goal(Goal(f"目的 {n}", f"g{n}", "なぜ " * 60))
            journal.add_persona(Persona(goal.id, f"someone for {n} {'who knows ' * 30}", ("care",), ("head",)))
            strength = journal.add_strength(Strength(f"強み {n}", f"s{n}", evidence=("十五年 " * 40,)))
            journal.add_offer(Offer(f"offer {n} {'of help ' * 40}", strength.handle, ("投資家",), 30))
            journal.add_ask(Ask(f"ask {n} {'for help ' * 40}", (), goal.handle))
            journal.add_event(Event(f"会 {n}", DAY + timedelta(n), f"e{n}", purpose="話す " * 80, goals=(goal.handle,)))
            journal.add_refusal(Refusal(f"not {n} {'this ' * 60}", DAY, contact=f"p{n}"))
        for n in range(260):
            journal.capture(f"-> @p{n % 90} info: number {n} {'word ' * (n % 70)}\n<- @p{n % 11} help: #g{n % 40}", DAY)
        journal.capture("長い話 " * 9_000, DAY)
    for n in range(1, 260, 13):
        journal.edit_entry(journal.entry(n)._replace(text=f"changed {n} {'longer ' * 200}"))
    journal.remove_contact(journal.find_contact("p89"))
    journal.close()


class Sound(NamedTuple):
    """The file before anything happened to it."""

    data: bytes
    rows: dict[str, dict[int, tuple[object, ...]]]
    """All records, by table and id."""
    pages: dict[str, dict[int, frozenset[int]]]
    """On which pages they lie."""
    leads: dict[str, dict[int, str]]
    """The columns that lead to another table, by their place."""
    leaves: tuple[int, ...]


def sound(folder: Path) -> Sound:
    path = folder / "sound.db"
    fill(str(path))
    data = path.read_bytes()
    connection = sqlite3.connect(path)
    roots = dict(connection.execute("select name, rootpage from sqlite_master where type = 'table'").fetchall())
    rows, lie, leads = {}, {}, {}
    for table in TABLES:
        names = [row[1] for row in connection.execute(f"pragma table_info({table})")]
        leads[table] = {names.index(row[3]): row[2] for row in connection.execute(f"pragma foreign_key_list({table})")}
        rows[table] = {row[0]: row for row in connection.execute(f"select * from {table}")}
        lie[table] = places(Pages(data), roots[table])
    connection.close()
    return Sound(data, rows, lie, leads, tuple(page for some in lie.values() for on in some.values() for page in on))


def places(pages: Pages, root: int) -> dict[int, frozenset[int]]:
    """The pages that each row of a sound table lies on, those of its overflow too."""
    if pages.kind(root) == INTERIOR:
        return {row: on for child, _key in pages.children(root) for row, on in places(pages, child).items()}
    found = {}
    for at in pages._pointers(root, 8):
        data = pages._page(root)
        size, after = varint(data, at)
        rowid, after = varint(data, after)
        chain = [root]
        most = pages._usable - 35
        if size > most:
            least = (pages._usable - 12) * 32 // 255 - 23
            local = least + (size - least) % (pages._usable - 4)
            local = local if local <= most else least
            page = int.from_bytes(data[after + local : after + local + 4], "big")
            while page:
                chain.append(page)
                page = int.from_bytes(pages._page(page)[:4], "big")
        found[rowid] = frozenset(chain)
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """The sound file, made once."""
    return sound(tmp_path_factory.mktemp("sound"))


def rescued(data: bytes, folder: Path) -> tuple[dict[str, dict[int, tuple[object, ...]]], tuple[Lost, ...]]:
    """What is brought back from a file with these bytes, which it leaves as they are."""
    path = folder / "damaged.db"
    path.write_bytes(data)
    journal = empty()
    with journal.step("rescue", "x"):
        _saved, lost = rescue(str(path), journal.books.connection)
    found = {
        table: {row[0]: row for row in journal.books.connection.execute(f"select * from {table}")} for table in TABLES
    }
    for book in (journal.books.contacts, journal.books.goals, journal.books.personas, journal.books.strengths,
                 journal.books.offers, journal.books.asks, journal.books.events, journal.books.entries,
                 journal.books.refusals):  # fmt: skip
        assert list(book.all()) is not None, "whatever is there can be shown"
    journal.close()
    assert path.read_bytes() == data
    return found, lost


def named(lost: tuple[Lost, ...], table: str, row: int) -> bool:
    return any(one.table == table and one.id <= row and (one.last is None or row <= one.last) for one in lost)


def holds(whole: Sound, data: bytes, folder: Path) -> None:
    """What untouched pages hold is back to the letter; whatever else is missing is named."""
    found, lost = rescued(data, folder)
    count = max(len(data), len(whole.data)) // PAGE + 1
    places = [slice(n * PAGE, n * PAGE + PAGE) for n in range(count)]
    touched = {n for n, place in enumerate(places, start=1) if data[place] != whole.data[place]}
    for table, rows in whole.rows.items():
        for row, on in whole.pages[table].items():
            if not on & touched:
                assert found[table].get(row) == led(rows[row], whole.leads[table], found), (table, row, lost)
            elif row not in found[table]:
                assert named(lost, table, row), (table, row, lost)


def led(
    row: tuple[object, ...], leads: dict[int, str], found: dict[str, dict[int, tuple[object, ...]]]
) -> tuple[object, ...]:
    """A record as it is where what it leads to is lost."""
    return tuple(
        None if place in leads and value not in found[leads[place]] else value for place, value in enumerate(row)
    )


def test_of_a_sound_file_everything_is_there(whole: Sound, tmp_path: Path) -> None:
    found, lost = rescued(whole.data, tmp_path)
    assert lost == ()
    assert found == whole.rows


@pytest.mark.parametrize("pages", [[1], [1, 2, 3], [2, 3, 4, 5, 6, 7]], ids=["first", "first three", "roots"])
@pytest.mark.parametrize("fill_with", [b"\0", b"\xff", b"U"], ids=["zeros", "ones", "letters"])
def test_without_a_table_of_contents_everything_else_is_there(
    whole: Sound, tmp_path: Path, pages: list[int], fill_with: bytes
) -> None:
    data = bytearray(whole.data)
    for page in pages:
        data[(page - 1) * PAGE : page * PAGE] = fill_with * PAGE
    holds(whole, bytes(data), tmp_path)


def test_without_any_page_that_leads_to_others_everything_else_is_there(whole: Sound, tmp_path: Path) -> None:
    data = bytearray(whole.data)
    for page in range(1, len(data) // PAGE + 1):
        if page == 1 or data[(page - 1) * PAGE] == INTERIOR:
            data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    holds(whole, bytes(data), tmp_path)


def overwritten(data: bytearray, chance: random.Random) -> None:
    for _time in range(chance.randint(1, 12)):
        at = chance.randrange(len(data))
        data[at : at + 40] = chance.randbytes(min(40, len(data) - at))


def flipped(data: bytearray, chance: random.Random) -> None:
    for _time in range(chance.randint(1, 60)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def truncated(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def zeroed(data: bytearray, chance: random.Random) -> None:
    for _time in range(chance.randint(1, 30)):
        page = chance.randrange(len(data) // PAGE)
        data[page * PAGE : page * PAGE + PAGE] = bytes(PAGE)


def swapped(data: bytearray, chance: random.Random) -> None:
    one, other = (chance.randrange(len(data) // PAGE) * PAGE for _n in "ab")
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


def scrambled(data: bytearray, chance: random.Random) -> None:
    """Within the places that lead elsewhere: the header, and the first bytes of pages."""
    for page in [0, *(chance.randrange(len(data) // PAGE) for _n in range(8))]:
        at = page * PAGE + chance.randrange(120)
        data[at : at + 4] = chance.randbytes(4)


Damage = Callable[[bytearray, random.Random], None]
DAMAGES: tuple[Damage, ...] = (overwritten, flipped, truncated, zeroed, swapped, scrambled)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_to_it_what_is_left_comes_back(
    whole: Sound, tmp_path: Path, damage: Damage, seed: int
) -> None:
    data = bytearray(whole.data)
    damage(data, random.Random(seed))
    holds(whole, bytes(data), tmp_path)


@pytest.mark.parametrize("data", [b"", b"x", b"\0" * 9000, b"SQLite format 3\0" * 600, bytes(range(200)) * 64])
def test_what_is_no_journal_gives_nothing(tmp_path: Path, data: bytes) -> None:
    found, lost = rescued(data, tmp_path)
    assert not any(found.values())
    assert {one.table for one in lost} == set(TABLES)


def test_what_is_left_posts_like_any_journal(whole: Sound, tmp_path: Path) -> None:
    """People and goals are missing, and a persona stands without its goal; still the ledger equals the texts."""
    data = bytearray(whole.data)
    for table in ("goals", "contacts"):
        for row in list(whole.pages[table])[::2]:
            for page in whole.pages[table][row]:
                data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    (tmp_path / "damaged.db").write_bytes(data)
    journal = empty()
    with journal.step("rescue", "x"):
        saved, _lost = rescue(str(tmp_path / "damaged.db"), journal.books.connection)
        journal.repost()
    assert saved["personas"] == 40 and saved["entries"] == 261
    assert journal.check().differences == ()
    assert journal.books.connection.execute("pragma foreign_key_check").fetchall() == []
    journal.close()


def test_a_write_that_was_broken_off_is_taken_back_in_a_copy(whole: Sound, tmp_path: Path) -> None:
    """Beside the file lies what the pages were before; the pages themselves are half of what was to be."""
    path = tmp_path / "damaged.db"
    path.write_bytes(whole.data)
    before = dict(sqlite3.connect(path).execute("select id, text from entries").fetchall())
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("pragma journal_mode = delete")
    writer.execute("pragma cache_size = 2")
    writer.execute("begin immediate")
    writer.execute("update entries set text = 'half'")
    journal = Path(f"{path}-journal").read_bytes()
    data = path.read_bytes()
    writer.execute("rollback")
    writer.close()
    path.write_bytes(data)
    Path(f"{path}-journal").write_bytes(journal)
    target = empty()
    with target.step("rescue", "x"):
        rescue(str(path), target.books.connection)
    found = dict(target.books.connection.execute("select id, text from entries").fetchall())
    target.close()
    assert found == before
    assert path.read_bytes() == data and Path(f"{path}-journal").read_bytes() == journal


@pytest.mark.parametrize(
    "payload", [b"", b"\x80", b"\x02", b"\x03\x81", b"\x02\x0a", b"\x02\x13x"]
)
def test_what_is_no_record_is_told(payload: bytes) -> None:
    with pytest.raises(Unreadable):
        record(payload)


def test_of_a_text_with_bytes_that_are_none_the_rest_is_kept(whole: Sound, tmp_path: Path) -> None:
    pages = sorted(whole.pages["entries"][261])
    at = (pages[len(pages) // 2] - 1) * PAGE + 100
    found, lost = rescued(whole.data[:at] + b"\xff" + whole.data[at + 1 :], tmp_path)
    text = str(found["entries"][261][3])
    assert 0 < text.count("\ufffd") <= 3 and text.count("長い話") >= 8_998
    assert lost == (Lost("entries", 261, 261, "text"),)


def test_a_list_that_is_none_is_emptied_and_the_person_kept(whole: Sound, tmp_path: Path) -> None:
    at = whole.data.index(b'[["p5@example.org"')
    found, lost = rescued(whole.data[:at] + b"[{" + whole.data[at + 2 :], tmp_path)
    assert lost == (Lost("contacts", 6, 6, "emails"),)
    assert "[]" in found["contacts"][6]


def test_leaves_are_known_by_their_first_byte(whole: Sound) -> None:
    pages = Pages(whole.data)
    assert set(whole.leaves) & set(pages.leaves())
    assert {pages.kind(page) for page in pages.leaves()} == {LEAF}
    assert pages.kind(0) == pages.kind(10**9) == 0
