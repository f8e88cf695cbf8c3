"""Human capital: beginnings and years, whom an offer is for, and whether a line tells that it was given."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.goal import Persona
from networkjournal.model.strength import Offer, beginning, meant_for, tells, years

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("since", "count"),
    [
        ("2011", 15),
        ("2011-04", 15),
        ("2011-11-23", 15),
        ("2011-11-24", 14),
        ("2012-02-29", 14),
        ("2026-09", 0),
        ("2026-11-23", 0),
        ("2026-11-24", None),
        ("2027", None),
        ("", None),
        ("long ago", None),
        ("2011-13", None),
        ("0000", None),
        ("２０１１", None),
        ("20110401", None),
    ],
)
def test_years_are_whole_ones_from_the_first_day_that_is_meant(since: str, count: int | None) -> None:
    assert years(since, TODAY) == count


@given(st.text())
def test_any_text_is_a_beginning_or_none(text: str) -> None:
    assert beginning(text) is None or text[:4].isdecimal()


@pytest.mark.parametrize(
    ("audience", "fits"),
    [
        (("介護",), True),
        (("けあまね",), True),
        (("夜間",), True),
        (("夜",), False),
        (("IT", "ケアマネ"), True),
        (("IT",), False),
        (("", " "), False),
        ((), False),
    ],
)
def test_an_offer_is_for_whom_its_words_name(audience: tuple[str, ...], fits: bool) -> None:
    persona = Persona(1, "夜間の対応に困っている居宅の人", ("介護",), ("ケアマネ",))
    assert meant_for(Offer("x", audience=audience), persona) is fits


@pytest.mark.parametrize(
    ("words", "what", "told"),
    [
        ("在宅の夜間連絡体制のひな形を渡した", "夜間の連絡体制のひな形をすぐ渡せる", True),
        ("gave him our template for night cover in home care", "our template for night cover, at once", True),
        ("夜間対応表を事業所向けに直して送った", "夜間の連絡体制のひな形をすぐ渡せる", False),
        ("what night shifts in home care really look like", "thirty minutes on what goes wrong in home visits", False),
        ("アプリの相談", "ケアプランの相談", False),
        ("ケアプランの書き方の話", "ケアプランの書き方", True),
        ("", "夜間の雛形", False),
        ("anything", "", False),
        ("at once for us", "at once for us", False),
    ],
)
def test_a_line_tells_of_an_offer_where_it_has_half_of_its_words(words: str, what: str, told: bool) -> None:
    assert tells(words, what) is told
