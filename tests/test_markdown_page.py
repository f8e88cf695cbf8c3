"""Ledger, brief and review as Markdown: everything that is printed, and nothing that stays at home."""

from datetime import date

import pytest

from networkjournal import account, demo, markdown_page
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.period import Period, period_of
from networkjournal.model.refusal import Refusal
from networkjournal.reports.brief import Brief, brief
from networkjournal.reports.ledger import settlements, told
from networkjournal.reports.review import review

TODAY = date(2026, 11, 23)


@pytest.fixture
def journal() -> Journal:
    journal = Journal.open(":memory:")
    demo.make(journal, "en")
    return journal


@pytest.fixture
def minded(journal: Journal) -> Brief:
    """The brief of somebody about whom there is much to mind."""
    ann = Contact("Ann *Lee*", handle="Ann", caution="sells lists", aims="a seat", suspected="our list")
    journal.add_contact(ann._replace(knows="of him", withheld="the price", needs=("a printer",)))
    journal.capture("-> @Ann info: <b>a map</b> | not a cell", TODAY)
    journal.add_refusal(Refusal("a joint venture", TODAY, "too early", "Ann"))
    return brief(journal, "Ann", TODAY)


SECRETS = ("sells lists", "a seat", "our list", "of him", "the price", "a joint venture")


def test_what_one_minds_stays_at_home_unless_asked_for(minded: Brief) -> None:
    page = markdown_page.brief_page(minded)
    assert not any(secret in page for secret in SECRETS)
    assert "a printer" in page and markdown_page.minds(minded)
    assert all(secret in markdown_page.brief_page(minded, private=True) for secret in SECRETS)


def test_of_somebody_harmless_there_is_nothing_to_keep(journal: Journal) -> None:
    journal.add_contact(Contact("Bo"))
    assert not markdown_page.minds(brief(journal, "Bo", TODAY))


def test_texts_of_people_are_no_markup(minded: Brief) -> None:
    page = markdown_page.brief_page(minded)
    assert page.startswith("# Ann \\*Lee\\*")
    assert "\\<b\\>a map\\</b\\> \\| not a cell" in page


def test_a_register_has_every_line_and_the_balance(journal: Journal) -> None:
    person = journal.find_contact("Anna Miller")
    lines = journal.books.ledger.register(person.id)
    page = markdown_page.register_page(person.name, "even", lines)
    assert page.count("\n| 20") == len(lines) > 0
    assert page.startswith("# Anna Miller\n\n**even**\n\n| Date |")


def test_the_ledger_of_a_period_has_what_passed_and_what_was_settled(journal: Journal) -> None:
    journal.capture("<> @[Anna Miller] even", date(2026, 10, 31))
    october = period_of("month", date(2026, 10, 1))
    passed = [one.passed for one in told(journal, october.start, october.end)]
    settled = [one for one in settlements(journal) if october.contains(one.on)]
    page = markdown_page.ledger_page(october, passed, settled)
    assert page.count("\n| 2026-10-") == len(passed) + 1
    assert "| 2026-10-31 | = | Anna\\_Miller | even from here |" in page
    assert "2026-09" not in page and "2026-11" not in page


def test_where_nothing_passed_it_says_so(journal: Journal) -> None:
    page = markdown_page.ledger_page(Period("span", date(2020, 1, 1), date(2020, 1, 2)), (), ())
    assert page.endswith("Nothing passed in these days.\n")


def test_a_review_has_all_its_sections(journal: Journal) -> None:
    made = review(journal, period_of("quarter", TODAY), TODAY)
    page = markdown_page.review_page(made)
    for section in account.sections(made):
        assert f"\n## {section.heading}\n" in page or not section.heading
        for bar in section.bars:
            assert f"| {bar.label} | {bar.shown[0]} | {bar.shown[1]} |" in page
    assert "](" not in page
