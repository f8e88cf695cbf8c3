"""The sentences both front ends say: every code has words, numbers read as people write them, in both languages."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal import i18n, wording
from networkjournal.model.balance import STATES, Account
from networkjournal.model.event import VERDICTS, EventPhase
from networkjournal.model.goal import GOAL_STATES
from networkjournal.model.kind import KINDS
from networkjournal.model.posting import (
    Action,
    ActionState,
    Draft,
    Exchange,
    Insight,
    Named,
    Reason,
    Remark,
    Result,
    Settlement,
    Waiting,
)
from networkjournal.model.strength import STRENGTH_KINDS

DAY = date(2026, 11, 20)
ANN, BO = Named(1, "Ann"), Named(2, "Bo")
EXCHANGE = Exchange(2, "given", ANN, "introduction", 3000, False, None, None, None, DAY, (), (), (), (), "")
ACCOUNT = Account(1, "Ann", "Ann Lee", 3000, 1000, 2, 1, exchanges=3, first="given", first_on=date(2026, 1, 1))


def all_words() -> list[str]:
    """The words of every code there is."""
    return [
        *map(wording.state, STATES),
        *map(wording.kind, (kind.name for kind in KINDS)),
        *map(wording.action_state, get_args(ActionState)),
        *map(wording.goal_state, GOAL_STATES),
        *map(wording.strength_kind, STRENGTH_KINDS),
        *map(wording.verdict, VERDICTS),
        *map(wording.phase, get_args(EventPhase)),
    ]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_code_has_words_in_every_language(language: str) -> None:
    """A code on the screen is a key that was forgotten here when the model got a new one."""
    i18n.set_language(language)
    words = all_words()
    assert not [word for word in words if "_" in word or not word]
    assert all(word.isascii() == (language == "en") for word in words)


def test_ones_own_kind_is_called_as_it_is_written() -> None:
    assert wording.kind("mentoring") == "mentoring"


@pytest.mark.parametrize(
    ("thousandths", "weight", "net"),
    [(0, "0", "0"), (1000, "1", "+1"), (-5000, "-5", "−5"), (2500, "2.5", "+2.5"), (1, "0.001", "+0.001")],
)
def test_weights_are_whole_where_they_are_whole(thousandths: int, weight: str, net: str) -> None:
    assert (wording.weight(thousandths), wording.net(thousandths)) == (weight, net)


@given(st.integers(-(10**9), 10**9))
def test_no_weight_is_rounded_or_written_in_powers(thousandths: int) -> None:
    """The arithmetic of a balance has to come out on paper too."""
    shown = wording.net(thousandths).replace("−", "-").replace("+", "")
    assert "e" not in shown
    assert round(float(shown) * 1000) == thousandths


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        (5000, "JPY", "¥5,000"),
        (2050, "USD", "$20.50"),
        (5, "EUR", "€0.05"),
        (123456789, "USD", "$1,234,567.89"),
        (1000, "CHF", "CHF 10.00"),
    ],
)
def test_money_is_written_as_by_hand(amount: int, currency: str, shown: str) -> None:
    """Minor units are the file's business: yen have none, dollars a hundred."""
    assert wording.money(amount, currency) == shown


@pytest.mark.parametrize(("count", "shown"), [(0, "0m"), (45, "45m"), (60, "1h"), (90, "1h30m"), (6000, "100h")])
def test_a_time_reads_back_as_it_is_typed(count: int, shown: str) -> None:
    assert wording.minutes(count) == shown


def test_how_long_ago() -> None:
    assert [wording.days(None), wording.days(0), wording.days(14)] == ["–", "0d", "14d"]
    assert [wording.ago(0), wording.ago(1), wording.ago(2)] == ["today", "1 day ago", "2 days ago"]


@pytest.mark.parametrize(("language", "weekday"), [("en", "Fri"), ("ja", "金")])
def test_a_day_has_its_weekday(language: str, weekday: str) -> None:
    i18n.set_language(language)
    assert wording.day(DAY).startswith("2026-11-20")
    assert weekday in wording.day(DAY)


def test_a_short_day_keeps_the_year_where_it_is_another() -> None:
    assert wording.short_day(DAY, date(2026, 1, 1)) == "11/20"
    assert wording.short_day(DAY, date(2027, 1, 1)) == "2026-11-20"


def test_a_balance_is_said_in_words_with_its_arithmetic() -> None:
    """A mirror: what I gave and received, never what somebody owes."""
    assert wording.balance(ACCOUNT, DAY) == "You gave 3 (2×), you received 1 (1×): given more."


def test_an_early_balance_says_that_it_is_early() -> None:
    young = ACCOUNT._replace(first_on=date(2026, 11, 1))
    assert wording.balance(young, DAY).endswith(" Too early to judge.")


def test_where_nothing_passed_nothing_is_judged() -> None:
    assert wording.balance(Account(1, "Ann", "Ann"), DAY) == "Nothing has passed between you yet."


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_sentence_speaks_of_owing(language: str) -> None:
    i18n.set_language(language)
    accounts = [ACCOUNT, ACCOUNT._replace(given=0), ACCOUNT._replace(received=3000)]
    for account in accounts:
        said = wording.balance(account, DAY).lower()
        assert not [word for word in ("owe", "debt", "借り", "負債") if word in said]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (EXCHANGE, "given to Ann · introduction · 3"),
        (
            EXCHANGE._replace(
                direction="received", minutes=30, money=500, currency="JPY", on=date(2026, 11, 1),
                goals=(Named(1, "clinic"),), third_parties=(BO,),
            ),
            "received from Ann · introduction · 3 · 30m · ¥500 · 2026-11-01 · clinic · Bo",
        ),
        (Settlement(1, ANN, DAY), "even with Ann from 2026-11-20 on"),
        (Action(1, "open", DAY, None, (ANN,), (), "call", "call"), "to do · Ann · due 2026-11-20"),
        (Action(1, "done", None, DAY, (), (), "call", "call"), "done"),
        (Insight(1, (), (), "x"), "insight"),
        (Result(1, (Named(1, "clinic"),), (), 120000, "JPY", None, "x"), "result · clinic · ¥120,000"),
    ],
)  # fmt: skip
def test_the_preview_says_what_a_line_becomes(
    item: Exchange | Settlement | Action | Insight | Result, said: str
) -> None:
    assert wording.posting(item, DAY) == said


def test_every_reason_to_wait_is_told() -> None:
    said = {code: wording.reason(code, "田中", ("田中太郎", "田中次郎")) for code in get_args(Reason)}
    assert len(set(said.values())) == len(said) == 3
    assert all(sentence.startswith("waits: ") for sentence in said.values())
    assert said["ambiguous"] == "waits: 田中 may be 田中太郎 / 田中次郎"


def test_the_preview_is_in_the_order_of_the_lines_and_tells_what_waits() -> None:
    draft = Draft(
        DAY,
        "",
        (EXCHANGE,),
        (Waiting(1, 3, "unknown", "Cid"),),
        (),
        (Remark(2, "repeated_value", "30m"), Remark(3, "unread_date", "on:someday")),
    )
    found = wording.preview(draft)
    assert [(line, waits) for line, _sentence, waits in found] == [(1, True), (2, False), (2, False), (3, False)]
    assert found[2][1] == "a second value stays words: 30m"
    assert found[3][1] == "no date can be read here: on:someday"


def test_a_receipt_counts_and_names_what_was_made() -> None:
    draft = Draft(DAY, "", (EXCHANGE, EXCHANGE), (Waiting(1, 3, "unknown", "Cid"),), ())
    told = wording.receipt(draft, ("Bo",))
    assert told == "Saved 2026-11-20 · 2 lines posted · 1 waits in the inbox · new contact Bo"
    assert wording.receipt(Draft(DAY, "", (), (), ())) == "Saved 2026-11-20"


@given(st.text(st.characters(codec="utf-8")))
def test_braces_in_what_people_wrote_are_only_braces(text: str) -> None:
    """`{name}` in a name would otherwise be filled in, or be an error while an error is told."""
    name = f"{text}{{name}}{{0.__class__}}"
    assert name in wording.reason("unknown", name)
    assert name in wording.posting(Settlement(1, Named(1, name), DAY), DAY)
    assert name in wording.remark(Remark(1, "unread_date", name))
