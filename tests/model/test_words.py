"""Words are found where a reader would find them, in both languages, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.model.folding import fold
from networkjournal.model.tokens import tokens
from networkjournal.model.words import phrase, pieces, read, seed, words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("夜間の対応に困っている居宅のケアマネジャー", ["夜間", "居宅", "ケアマネジャー"]),
        ("夜間連絡体制のひな形", ["夜間", "連絡", "体制"]),
        ("訪問看護師", ["訪問", "看護師"]),
        ("三十分で話せる", []),
        ("a care manager who lacks cover at night", ["care", "manager", "lacks", "cover", "night"]),
        ("IT, and it rains", ["IT", "rains"]),
        ("", []),
    ],
)
def test_a_sentence_tells_its_nouns(text: str, told: list[str]) -> None:
    assert [word.shown for word in words(text)] == told


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("ケアマネ", "管理者・ケアマネジャー"),
        ("ケアマネージャー", "ケアマネジャー"),
        ("ケアマネジャー", "ケアマネ"),
        ("夜間", "夜間対応に困る"),
        ("IT", "介護とITの会社"),
        ("nights", "to call at night"),
        ("care manager", "Head, Care Managers"),
        ("companies", "a company"),
        ("Web制作", "ｗｅｂ制作の会社"),
    ],
)
def test_other_forms_of_a_word_are_found(asked: str, text: str) -> None:
    word = phrase(asked)
    assert word and read(text).has(word)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("ケア", "スキンケア"),
        ("IT", "it rains"),
        ("care manager", "Product Manager"),
        ("care", "careful"),
        ("看護", "介護"),
    ],
)
def test_what_only_looks_alike_is_not(asked: str, text: str) -> None:
    word = phrase(asked)
    assert word and not read(text).has(word)


TEXTS = st.text(st.sampled_from("夜間対応アカサー介護あいうｱIT care.、 \n々e\u0301"), max_size=30)


@given(TEXTS, TEXTS)
def test_a_quick_look_misses_nothing(text: str, asked: str) -> None:
    """Whatever has a word has its seed, or whole lists could not be narrowed by it."""
    for word in (*words(asked), *filter(None, [phrase(asked)])):
        if read(text).has(word):
            assert seed(word) in fold(text).replace("ー", "")


@pytest.mark.parametrize("text", ["夜間対応", "医療職", "night", "ケアマネジャー"])
def test_the_index_leads_to_a_text_that_has_a_word_as_it_is_written(text: str) -> None:
    for word in words(text):
        assert set(pieces(word)) <= tokens(fold(text))


@given(st.text(max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    for word in words(text):
        assert all(word.keys)
    read(text)
    phrase(text)
