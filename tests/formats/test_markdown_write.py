"""The folder of pages: days that can be read again as they are, people with their fields, names for any system."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networkjournal.formats import markdown
from networkjournal.formats.markdown_write import Page, days, people
from networkjournal.formats.plan import apply, plan
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.entry import Entry
from networkjournal.model.exchange import Passed, Which
from networkjournal.model.kind import KINDS
from networkjournal.model.posting import Named

DAY = date(2026, 11, 20)
LABELS = {"on": "Date", "": "", "given": "→", "received": "←", "kind": "Kind", "words": "Words", "weight": "Weight"}
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), min_size=1, max_size=60).map(
    str.strip
)


def front(page: Page) -> dict[str, object]:
    head = page.text.split("---\n")[1]
    pairs = (line.partition(": ") for line in head.splitlines()[1:])
    return {key: json.loads(value) for key, _colon, value in pairs}


@given(st.lists(st.tuples(st.dates(), TEXTS.filter(bool)), max_size=4))
def test_days_are_read_again_as_they_were(tmp_path_factory: object, written: list[tuple[date, str]]) -> None:
    """Several entries of one day stay several, and a text that begins like front matter stays text."""
    folder = tmp_path_factory.mktemp("pages")  # type: ignore[attr-defined]
    entries = [Entry(number, day, text) for number, (day, text) in enumerate(sorted(written, key=lambda one: one[0]))]
    for page in days(entries):
        path: Path = folder / page.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(page.text.encode())
    read = markdown.read(str(folder))
    assert not read.bad
    assert sorted((one.day, one.text) for one in read.entries) == sorted((one.day, one.text) for one in entries)


NAMES = st.sampled_from(["田中 太郎", "たなか", "Ann Lee", "Ann", "ann", "Bo: #1", "../x", "a\\b", "CON", "名前" * 30])
TEXT = ("-> @Ann info: a map", "<- @[田中太郎] 紹介: 本 30m", "[ ] @Bo due:2026-12-01", "! learned", "---", "", "a: b")
LINES = st.sampled_from(TEXT)


@settings(max_examples=10)
@given(
    st.lists(st.tuples(NAMES, TEXTS, st.lists(TEXTS.filter(bool), max_size=2).map(tuple)), max_size=4),
    st.lists(st.tuples(st.dates(DAY, date(2026, 11, 22)), st.lists(LINES, max_size=5)), max_size=4),
)
def test_a_folder_is_the_same_journal_again(
    tmp_path_factory: pytest.TempPathFactory,
    contacts: list[tuple[str, str, tuple[str, ...]]],
    entries: list[tuple[date, list[str]]],
) -> None:
    """In an empty one, which then writes the same folder; and nothing new in the one it came from."""
    first, second = Journal.open(":memory:"), Journal.open(":memory:")
    try:
        for name, notes, needs in contacts:
            first.add_contact(Contact(name, notes=notes, needs=needs))
        for day, lines in entries:
            if any(map(str.strip, lines)):
                first.capture("\n".join(lines), day)
        pages = folder_of(first)
        folder = tmp_path_factory.mktemp("pages")
        for page in pages:
            (folder / page.path).parent.mkdir(exist_ok=True)
            (folder / page.path).write_bytes(page.text.encode())
        reading = markdown.read(str(folder))
        assert {item.verdict for item in plan(first, "markdown", reading)} <= {"same"}
        apply(second, plan(second, "markdown", reading), "pages")
        assert folder_of(second) == pages
        assert {item.verdict for item in plan(second, "markdown", reading)} <= {"same"}
        assert second.check().differences == ()
    finally:
        first.close()
        second.close()


def folder_of(journal: Journal) -> list[Page]:
    """All pages of a journal, by their paths."""
    books = journal.books
    everybody = sorted(books.contacts.all(), key=lambda person: person.handle)
    told = ((person, books.exchanges.page(Which(contact=person.id), 0, -1)) for person in everybody)
    labels = {kind.name: kind.name for kind in KINDS} | LABELS
    written = days(books.entries.listed(), books.entries.uids())
    return sorted((*written, *people(told, labels, private=True, uids=books.contacts.uids())))


def test_a_person_has_fields_and_what_passed() -> None:
    ann = Contact("Ann Lee", handle="Ann_Lee", emails=(Labelled("a@b.example", "work"),), caution="talks", tags=("x",))
    passed = Passed(DAY, 1, 1, Named(1, "Ann_Lee"), "Ann Lee", "given", "help", 1500, None, None, None, "a | b")
    (page,) = people([(ann, [passed])], LABELS)
    assert page.path == "people/Ann_Lee.md"
    assert front(page)["emails"] == [{"value": "a@b.example", "label": "work"}]
    assert "| 2026-11-20 | → | help | a \\| b | 1.5 |" in page.text
    assert "talks" not in page.text
    assert front(next(people([(ann, [])], LABELS, private=True)))["caution"] == "talks"


@given(st.lists(st.text(min_size=1, max_size=300), max_size=6))
def test_every_page_has_a_name_of_its_own_that_systems_take(handles: list[str]) -> None:
    pages = list(people([(Contact("x", handle=handle), ()) for handle in handles], LABELS))
    names = [page.path.removeprefix("people/") for page in pages]
    assert len({name.casefold() for name in names}) == len(handles)
    for name in names:
        assert not set(name) & set('/\\:*?"<>|\0\n') and not name.startswith(".")
        assert len(name.encode("utf-8", "replace")) < 255
