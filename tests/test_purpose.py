"""The sentences about purpose: numbers with how they came about, and lines that can be posted as they are."""

from datetime import date

import pytest

from networkjournal import purpose
from networkjournal.demo import TODAY, make
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Persona
from networkjournal.model.matching import Match
from networkjournal.model.measure import Progress
from networkjournal.model.posting import Exchange
from networkjournal.reports.coverage import Coverage, Fit
from networkjournal.reports.suggest import LeftOut, suggest

DAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Progress(2, 12, "件", 2, ""), "2 of 12, counted from 2 result lines"),
        (Progress(1, 12, "contracts", 1, ""), "1 of 12, counted from 1 result line"),
        (Progress(0, 12, "", 0, ""), "0 of 12; no result line speaks of it yet"),
    ],
)
def test_progress_says_what_it_was_counted_from(found: Progress, said: str) -> None:
    assert purpose.progress(found) == said


@pytest.mark.parametrize(
    ("met", "said"),
    [
        ((), "Nobody you know fits yet."),
        ((False,), "1 person fits, known only by card: you have not met them yet."),
        ((True,), "1 person fits, and you have met them."),
        ((True, True), "2 people fit, and you have met them all."),
        ((True, False), "2 people fit; you have met 1 of them."),
        ((False, False), "2 people fit, known only by card: you have not met any of them yet."),
    ],
)
def test_coverage_tells_cards_from_people_one_has_met(met: tuple[bool, ...], said: str) -> None:
    fits = tuple(Fit(Contact("x"), Match(1, ()), one) for one in met)
    assert purpose.covered(Coverage(Persona(1, "x"), fits)) == said


def test_what_was_left_out_is_counted_by_its_reason() -> None:
    assert purpose.left_out(LeftOut()) == ""
    assert purpose.left_out(LeftOut(1, 2, 0, 3)) == (
        "Left out: 3 more that fit less, 1 given or known already, 2 you did not want."
    )


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_line_of_a_suggestion_posts_an_exchange_with_whom_it_is_for(lang: str) -> None:
    journal = Journal.open(":memory:")
    make(journal, lang)
    for item in suggest(journal, TODAY).suggestions:
        draft = journal.capture(f"{purpose.line(item)}thanks", TODAY).draft
        (posted,) = draft.posted
        assert isinstance(posted, Exchange) and not draft.waiting
        assert (posted.direction, posted.contact) == ("given", item.contact)


def test_the_line_of_an_introduction_names_both() -> None:
    journal = Journal.open(":memory:")
    journal.add_contact(Contact("Taro Tanaka", needs=("an accountant",)))
    journal.add_contact(Contact("Sakura Kobayashi", title="Tax accountant"))
    journal.capture("@Taro_Tanaka and @Sakura_Kobayashi were there", DAY)
    (item,) = suggest(journal, TODAY).suggestions
    assert purpose.what(item) == "Introduce Taro Tanaka to Sakura Kobayashi"
    assert "accountant" in purpose.because(item, TODAY)
    (posted,) = journal.capture(purpose.line(item), TODAY).draft.posted
    assert isinstance(posted, Exchange)
    assert (posted.kind, [named.handle for named in posted.third_parties]) == ("introduction", ["Sakura_Kobayashi"])
