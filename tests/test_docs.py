"""The documentation cannot drift from the program: pages made from it are as they would be made now."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from networkjournal import wording
from networkjournal.capture.dates import read_date
from networkjournal.journal import Journal
from networkjournal.model.finding import THRESHOLDS
from networkjournal.model.kind import KINDS
from networkjournal.model.posting import Exchange
from scripts.pages import DOCS, PAGES

ROOT = Path(__file__).parents[1]
FRIDAY = date(2026, 11, 20)
"""The day for which the pages are written."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_from_the_program_is_as_it_would_be_made_now(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run: make pages"


def tables(page: str) -> list[list[tuple[str, ...]]]:
    """The tables of a page: their rows as cells, heads left aside."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = re.findall(r"^\|[-|]+\|\n((?:\|.*\|\n)+)", text, re.MULTILINE)
    return [[tuple(line.strip("|").strip().split(" | ")) for line in table.splitlines()] for table in found]


def code(cell: str) -> list[str]:
    """What stands in code in a cell."""
    return re.findall(r"`(.+?)`", cell)


CAPTURE = {
    "capture.md": {name: name for name in ("exchange", "settlement", "action", "insight", "result", "waits", "prose")},
    "capture.ja.md": {
        "やり取り": "exchange",
        "貸し借りなし": "settlement",
        "行動宣言": "action",
        "気付き": "insight",
        "成果報告": "result",
        "保留": "waits",
        "文章": "prose",
    },
}
"""A page about the capture language -> what it calls each thing that a line may become."""
EXAMPLES, _NAMES, VALUES, KIND_WORDS, _ACTIONS, DATES = range(6)
"""The tables of such a page, in their order."""


@pytest.mark.parametrize("page", CAPTURE)
def test_every_example_of_the_capture_language_posts_what_the_page_says(page: str) -> None:
    """The table of examples: a line, and what it becomes."""
    journal = Journal.open(":memory:")
    found = [(code(row[0])[0], CAPTURE[page][row[1]]) for row in tables(page)[EXAMPLES]]
    assert {becomes for _line, becomes in found} == set(CAPTURE[page].values())
    for line, becomes in found:
        draft = journal.rehearse(line.replace("\\|", "|"), FRIDAY).draft
        posted = type(draft.posted[0]).__name__.lower() if draft.posted else "waits" if draft.waiting else "prose"
        assert posted == becomes, line


@pytest.mark.parametrize("page", CAPTURE)
def test_every_value_is_what_the_page_says(page: str) -> None:
    journal = Journal.open(":memory:")
    said = {"capture.md": ("weight {}", "{} minutes"), "capture.ja.md": ("重み {}", "{}分")}[page]
    for forms, means in tables(page)[VALUES]:
        for form in code(forms):
            item = journal.rehearse(f"-> @Jane_Smith info: x {form}", FRIDAY).draft.posted[0]
            assert isinstance(item, Exchange)
            assert means in (
                said[0].format(wording.weight(item.weight)),
                said[1].format(item.minutes),
                wording.money(item.money or 0, item.currency or ""),
                item.on.isoformat(),
            ), form


@pytest.mark.parametrize("page", CAPTURE)
def test_every_kind_is_listed_with_its_words_and_weight(page: str) -> None:
    found = {code(name)[0]: (set(code(words)), weight) for name, words, weight in tables(page)[KIND_WORDS]}
    assert found == {kind.name: (set(kind.words), wording.weight(kind.weight)) for kind in KINDS}


@pytest.mark.parametrize("page", CAPTURE)
def test_every_date_is_read_as_the_page_says(page: str) -> None:
    for forms, latest, coming in tables(page)[DATES]:
        for form in code(forms):
            days = [read_date(form, FRIDAY, toward) for toward in ("latest", "coming")]
            assert [str(day) for day in days] == [latest, coming], form


@pytest.mark.parametrize("name", ["capture", "method", "tour"])
def test_a_page_and_its_twin_have_the_same_parts(name: str) -> None:
    """As many headings, tables and pictures: what is added to one is missing in the other until it is added there."""
    shapes = []
    for page in (f"{name}.md", f"{name}.ja.md"):
        text = (DOCS / page).read_text(encoding="utf-8")
        shapes.append([len(re.findall(part, text, re.MULTILINE)) for part in ("^#", r"^\|---", r"^!\[")])
    assert shapes[0] == shapes[1]


def test_pictures_on_pages_are_there_and_in_the_language_of_the_page() -> None:
    shown = set()
    for page in [*ROOT.glob("*.md"), *DOCS.glob("*.md")]:
        for link in re.findall(r"^!\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"), re.MULTILINE):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
            if page.name != "README.md":  # which has both languages
                assert link.endswith("-ja.svg") == page.name.endswith(".ja.md"), f"{page.name}: {link}"
            shown.add((page.parent / link).resolve())
    assert shown == {path.resolve() for path in (DOCS / "screenshots").iterdir()}, "every picture is shown somewhere"


@pytest.mark.parametrize("page", ["method.md", "method.ja.md"])
def test_the_thresholds_on_the_page_of_the_method_are_the_usual_ones(page: str) -> None:
    tables = re.findall(r"^    \[findings\]\n((?:    .+\n)+)", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert [tomllib.loads(table)["findings"] for table in ("[findings]\n" + text for text in tables)] == [
        THRESHOLDS._asdict()
    ]


def anchor(heading: str) -> str:
    """What a heading can be linked by."""
    return re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-")


def test_links_to_parts_of_a_page_lead_to_a_heading() -> None:
    for page in [*ROOT.glob("*.md"), *DOCS.glob("*.md")]:
        for link, part in re.findall(r"\[[^\]]+\]\(([^)#:]*)#([^)]+)\)", page.read_text(encoding="utf-8")):
            there = (page.parent / link if link else page).read_text(encoding="utf-8")
            headings = re.findall(r"^#+ (.+)$", there, re.MULTILINE)
            assert part in map(anchor, headings), f"{page.name}: {link}#{part}"


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *DOCS.glob("*.md")]:
        for link in re.findall(r"(?<!!)\[[^\]]+\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
