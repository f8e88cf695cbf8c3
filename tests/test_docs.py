"""The documentation cannot drift from the program: pages made from it are as they would be made now."""

import re
from datetime import date
from pathlib import Path

import pytest

from networkjournal.journal import Journal
from scripts.pages import DOCS, PAGES

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_from_the_program_is_as_it_would_be_made_now(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run: make pages"


def test_every_example_of_the_capture_language_posts_what_the_page_says() -> None:
    """The table of examples in docs/capture.md: a line, and what it becomes (`waits` where it waits)."""
    journal = Journal.open(":memory:")
    rows = re.findall(r"^\| `(.+?)` \| (\w+) \|", (DOCS / "capture.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) > 8
    for line, becomes in rows:
        draft = journal.rehearse(line.replace("\\|", "|"), date(2026, 11, 20)).draft
        posted = type(draft.posted[0]).__name__.lower() if draft.posted else "waits" if draft.waiting else "prose"
        assert posted == becomes, line


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *DOCS.glob("*.md")]:
        for link in re.findall(r"(?<!!)\[[^\]]+\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
