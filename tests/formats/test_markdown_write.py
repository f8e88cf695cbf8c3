"""The folder of pages: days that can be read again as they are, people with their fields, names for any system."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.formats import markdown
from networkjournal.formats.markdown_write import Page, days, people
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.entry import Entry
from networkjournal.model.exchange import Passed
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
