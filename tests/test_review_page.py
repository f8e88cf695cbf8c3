"""A review as a page: everything that the account says stands in it, and a real browser shows it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from networkjournal import i18n
from networkjournal.journal import Journal
from networkjournal.model.period import Period
from networkjournal.reports.review import Review, review
from networkjournal.review_page import review_html, write_review
from networkjournal.tui.veil import Veil
from tests.formats.test_html_page import closed
from tests.reports.sample import TODAY, sample

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
NAMES = ("田中 太郎", "鈴木 花子", "伊藤 誠", "Anna Miller")


@pytest.fixture(scope="module")
def made() -> Iterator[Review]:
    with sample() as journal:
        yield review(journal, Period("span", date(2026, 9, 1), TODAY), TODAY)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_the_page_is_well_formed_and_says_what_the_account_says(made: Review, lang: str) -> None:
    i18n.set_language(lang)
    text = review_html(made)
    read = closed(text)
    assert ("html", "lang", lang) in read.attributes
    assert read.tags.count("circle") == len(made.relationships)
    for said in ("訪問の新規を半年で十二件にする", "異業種交流会", "¥80,000", *NAMES):
        assert said in text


def test_under_the_veil_nobody_is_named(made: Review) -> None:
    text = review_html(made, Veil(True))
    assert [name for name in (*NAMES, "Anna", "困りごと", "夜間に困って") if name in text] == []


def test_an_empty_period_is_a_page_too() -> None:
    journal = Journal.open(":memory:")
    closed(review_html(review(journal, Period("span", TODAY, TODAY), TODAY)))


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_a_browser_shows_it_without_a_complaint_and_without_asking_anybody(made: Review, tmp_path: Path) -> None:
    path = write_review(str(tmp_path / "review.html"), made)
    told = subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions",
         "--enable-logging=stderr", "--v=0", "--host-resolver-rules=MAP * ~NOTFOUND",
         f"--user-data-dir={tmp_path / 'browser'}", "--dump-dom", f"file://{path}"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr[-2000:]
    assert told.stdout.count("<circle") == len(made.relationships)
    assert "<svg" in told.stdout and "¥80,000" in told.stdout
    assert "CONSOLE" not in told.stderr
    assert re.findall(r"https?://[^\s\"']+", told.stdout) == []
