import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.formats.front_matter import set_aside


def test_a_block_that_says_nothing_new_is_cut() -> None:
    assert set_aside("---\ndate: 2026-09-01\nTitle: a\ntags:\n  - b\n- c\n# d\n\n---\n\n# Text\n") == "# Text"


def test_a_block_that_says_more_goes_to_the_end_whole_and_fenced() -> None:
    assert set_aside("---\ntitle: a\nmood: calm\n...\nText\n") == "Text\n\n```\n---\ntitle: a\nmood: calm\n...\n```"


def test_the_fence_is_longer_than_any_in_the_block() -> None:
    assert set_aside("---\nmood: '````'\n---\nText").endswith("\n\n`````\n---\nmood: '````'\n---\n`````")


def test_a_block_without_text_after_it_is_all_there_is() -> None:
    assert set_aside("---\nmood: calm\n---\n") == "```\n---\nmood: calm\n---\n```"
    assert set_aside("---\n---\n") == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text\n---\na: b\n---\n",
        "---\na: b\nnever closed\n",
        "---\nOnly a rule, then prose.\n---\nText",
        "---\n- a list\n---\nText",
        "---\n-> @Anna info: x\n---\nText",
        "---\nhttps://a.example\n---\nText",
        " ---\na: b\n---\n",
        "---\n" + "a: b\n" * 2000 + "---\nText",
    ],
)
def test_what_only_looks_like_a_block_is_text(text: str) -> None:
    assert set_aside(text) == text


LINES = st.sampled_from(["---", "...", "a: b", "date: x", "- c", "  d", "```", "", "Text", "-> @x"])


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_no_word_is_lost_but_of_known_keys(text: str) -> None:
    kept = set_aside(text)
    for word in ("Text", "-> @x", "a: b"):
        assert kept.count(word) == text.count(word)
