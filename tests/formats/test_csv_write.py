"""CSV for spreadsheets: what is in it, what is not, and that no cell of a person's runs as a formula."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.formats.csv_write import contacts, exchanges
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.exchange import Links, Passed, Told
from networkjournal.model.posting import Named

DAY = date(2026, 11, 20)
TANAKA = Contact(
    "田中 太郎", handle="田中太郎", reading="タナカ タロウ", phones=(Labelled("+81 90"), Labelled("03")),
    notes="one\ntwo, three", caution="売り込み", aims="紹介", suspected="名簿", withheld="料金",
)  # fmt: skip


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff") and "\r\n" in text
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def told(words: str = "x", money: int | None = None, currency: str | None = None) -> Told:
    passed = Passed(DAY, 3, 2, Named(1, "Ann"), "Ann", "given", "help", 2500, 90, money, currency, words)
    return Told(passed, Links(("care", "app"), (), ("skill",), ()))


def test_a_contact_is_one_row() -> None:
    (row,) = rows(contacts([TANAKA]))
    assert (row["Name"], row["Handle"], row["Notes"]) == ("田中 太郎", "田中太郎", "one\ntwo, three")
    assert row["Phone"] == "'+81 90; 03"


def test_what_is_private_stays_unless_asked_for() -> None:
    for secret in ("売り込み", "紹介", "名簿", "料金"):
        assert secret not in contacts([TANAKA])
        assert secret in contacts([TANAKA], private=True)


@pytest.mark.parametrize(
    ("money", "currency", "said"), [(5000, "JPY", "5000"), (2050, "USD", "20.50"), (None, None, "")]
)
def test_money_is_written_as_its_currency_is(money: int | None, currency: str | None, said: str) -> None:
    (row,) = rows(exchanges([told(money=money, currency=currency)]))
    assert (row["Money"], row["Weight"], row["Minutes"], row["Goals"]) == (said, "2.5", "90", "care; app")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20), st.sampled_from(["", " ", "\n", "　"]))
def test_no_text_is_a_formula(text: str, before: str) -> None:
    """A spreadsheet runs a cell that begins so, whoever wrote the text on their card."""
    for start in "=+-@\t\r＝＋－＠":
        (row,) = rows(exchanges([told(before + start + text)]))
        assert row["Words"].startswith("'")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=20))
def test_any_text_comes_back(text: str) -> None:
    (row,) = rows(exchanges([told(text)]))
    assert row["Words"].removeprefix("'") == text.removeprefix("'")
