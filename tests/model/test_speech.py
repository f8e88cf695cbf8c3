"""How long a text takes to say, what a phrase is, and which sentences fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.speech import Sentence, Shape, bare, cause, chosen, says_years, seconds, shape, spoken


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("", 0),
        (" \n。", 1),
        ("あ" * 75, 15),
        ("漢" * 300, 60),
        ("あ" * 76, 16),
        ("word " * 37, 15),
        ("word " * 150, 60),
        ("あ" * 150 + " word" * 75, 60),
        ("15 years", 1),
        ("12,000", 1),
        ("2" * 300, 60),
        ("— … !", 0),
    ],
)
def test_three_hundred_characters_or_a_hundred_and_fifty_words_are_a_minute(text: str, takes: int) -> None:
    assert seconds(text) == takes


@given(st.text(), st.text())
def test_more_text_never_takes_less(first: str, second: str) -> None:
    assert spoken(f"{first} {second}") >= spoken(first) - 1e-9


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("訪問の新規を半年で十二件にする", "clause"),
        ("介護経営を学ぶ", "clause"),
        ("夜間の連絡体制のひな形をすぐ渡せる", "clause"),
        ("知り合う。", "clause"),
        ("急がない", "clause"),
        ("延べ一万二千件の訪問", "noun"),
        ("夜間連絡の雛形", "noun"),
        ("手伝い", "noun"),
        ("学習のほう", "noun"),
        ("通えない人に施術を届けるため", "reason"),
        ("減っているから", "reason"),
        ("居宅を紹介してほしい", "wish"),
        ("アプリを作りたい", "wish"),
        ("施設で新人を教えた", "past"),
        ("チームを組んだ", "past"),
        ("毎朝、勉強しています。", "sentence"),
        ("to meet care managers who struggle with nights", "clause"),
        ("because it matters", "reason"),
        ("so that nobody waits", "reason"),
        ("Twelve new home visits", "noun"),
        ("fortune", "noun"),
        ("", "noun"),
    ],
)
def test_a_phrase_is_told_by_how_it_ends_or_begins(phrase: str, kind: Shape) -> None:
    assert shape(phrase) == kind


@given(st.text())
def test_any_phrase_has_a_shape_and_stands_within_a_sentence(phrase: str) -> None:
    assert shape(phrase)
    assert "\n" not in bare(phrase) and not bare(phrase).endswith((".", "。"))


def test_a_cause_can_stand_before_a_verb() -> None:
    assert [cause(text) for text in ("届けるために", "減っているので", "減っているから。")] == [
        "届けるため",
        "減っているから",
        "減っているから",
    ]


@pytest.mark.parametrize(
    ("title", "says"),
    [("Home visits, fifteen years", True), ("現場十五年", True), ("訪問の現場経験", False), ("yearning", False)],
)
def test_a_title_may_tell_the_years_itself(title: str, says: bool) -> None:
    assert says_years(title) is says


SENTENCES = (Sentence("あ" * 20, 1), Sentence("い" * 30, 0), Sentence("う" * 10, 2, after=1), Sentence("え" * 5, 3))


@pytest.mark.parametrize(
    ("limit", "first_letters"),
    [(1, "い"), (6, "い"), (7, "いえ"), (10, "あい"), (11, "あいえ"), (12, "あいう"), (13, "あいうえ")],
)
def test_what_fits_is_taken_by_rank_and_said_in_order(limit: int, first_letters: str) -> None:
    assert "".join(text[0] for text in chosen(SENTENCES, limit)) == first_letters


@given(
    st.lists(st.integers(1, 100), max_size=8),
    st.sampled_from([15, 30, 60]),
)
def test_only_the_most_important_sentence_may_be_too_long(lengths: list[int], limit: int) -> None:
    taken = chosen([Sentence("あ" * length, rank) for rank, length in enumerate(lengths)], limit)
    assert bool(taken) == bool(lengths)
    assert len(taken) == 1 or spoken("".join(taken)) <= limit + 1e-6
