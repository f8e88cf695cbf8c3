"""The mirror's sentences: each finding has a name, one sentence and its arithmetic, and nobody is accused."""

import re
from datetime import date, timedelta

import pytest

from networkjournal import mirror
from networkjournal.model.cadence import Cadence, Rhythm
from networkjournal.model.finding import FINDING_CODES, Finding, FindingCode
from networkjournal.reports.today import Counts

DAY = date(2026, 11, 23)
FIGURES: dict[FindingCode, tuple[tuple[str, int], ...]] = {
    "cards_only": (("cards", 15), ("follow_ups", 0), ("within", 14), ("days", 21)),
    "attending": (("exchanges", 0), ("actions", 0), ("days", 21)),
    "referral_silence": (("referrals", 2), ("received", 8000), ("returned", 0), ("days", 74)),
    "only_taking": (("received", 9000), ("given", 500), ("received_count", 3), ("given_count", 1)),
    "no_purpose": (("minutes", 180),),
    "vague_persona": (),
    "scattered": (("without", 210), ("total", 330), ("percent", 63)),
    "one_sided": (("received", 0), ("given", 5000), ("received_count", 0), ("given_count", 5), ("days", 200)),
    "fading": (("days", 40), ("cadence", 30)),
}
RECKONED: dict[FindingCode, str] = {
    "cards_only": "15 cards · nothing within 14 days · 21 days ago",
    "attending": "no exchange, no action · 21 days ago",
    "referral_silence": "received 2 referrals or introductions (8) · gave nothing since · 74 days ago",
    "only_taking": "received 9 (3×) · gave 0.5 (1×)",
    "no_purpose": "takes 3h",
    "vague_persona": "",
    "scattered": "3h30m of 5h30m without a goal · 63%",
    "one_sided": "gave 5 (5×) · received 0 (0×) · for 200 days",
    "fading": "silent for 40 days · meant: every 30 days",
}


def found(code: FindingCode, early: bool = False) -> Finding:
    """A finding about somebody called Ann."""
    return Finding(code, "contact", 1, "Ann", "Ann", FIGURES[code], (), early)


@pytest.mark.parametrize("code", FINDING_CODES)
def test_each_finding_has_a_name_a_sentence_and_its_arithmetic(code: FindingCode) -> None:
    assert mirror.name_of(code)
    sentence = mirror.finding(found(code))
    assert ("Ann" in sentence) is (code != "scattered")
    assert mirror.arithmetic(found(code)) == RECKONED[code]
    assert not re.search(r"\bowe", sentence), "a mirror, not an invoice"
    assert not any(figure in sentence for figure in "0123456789"), "words before numbers"


@pytest.mark.parametrize("code", ["referral_silence", "only_taking", "one_sided"])
def test_an_early_relationship_is_told_to_be_too_young(code: FindingCode) -> None:
    early = found(code, early=True)
    assert mirror.finding(early).endswith("too early to judge.")
    assert mirror.heading(early) == "So far" != mirror.heading(found(code))


def test_all_relationships_together_are_spoken_of_as_such() -> None:
    assert "in all" in mirror.finding(found("only_taking")._replace(kind="", name=""))


def test_how_often_and_how_it_stands() -> None:
    rhythm = Rhythm(1, "Ann", "Ann", Cadence(30, contact=1), DAY - timedelta(days=12))
    assert mirror.rhythm(rhythm, DAY) == "every 30 days · last 12 days ago · next 2026-12-11"
    assert mirror.rhythm(rhythm._replace(last=None), DAY) == "every 30 days · no contact yet"
    assert mirror.standing(rhythm._replace(snoozed=DAY), DAY).endswith("quiet until 2026-11-23")
    assert "quiet" not in mirror.standing(rhythm._replace(snoozed=DAY - timedelta(days=1)), DAY)
    assert mirror.every(1) == "every day"


def test_a_day_in_a_few_words_says_only_what_there_is() -> None:
    assert mirror.oneline(Counts(3, 2, 1, 0, 0)) == "3 due · 2 awaited · 1 to review"
    assert mirror.oneline(Counts(0, 0, 0, 0, 0)) == ""
