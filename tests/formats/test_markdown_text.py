"""Pieces of Markdown: whatever a person wrote is shown as it stands, and makes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from networkjournal.formats import markdown_text
from networkjournal.model.harmless import harmless

SIGNS = "\\`*_{}[]()<>#+-.!|~&:=\"'$^@0123456789 ab田\n\t"
TEXT = st.one_of(st.text(st.sampled_from(SIGNS), max_size=30), st.text(max_size=20)).filter(lambda text: text.strip())
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
AWKWARD = (
    "# no heading",
    "1. no item",
    "- no item",
    "> no quote",
    "---",
    "===",
    "```",
    "<b>",
    "&lt;",
    "[a](b)",
    "a_b_",
    "~~~",
)


def shown(text: str) -> str:
    """How a text looks in one line."""
    return harmless(" ".join(text.split()))


def inline(tokens: list[Token]) -> list[str]:
    """The texts of a page, each of which must be nothing but text."""
    found = []
    for token in tokens:
        if token.type == "inline":
            children = token.children or []
            kinds = {child.type for child in children}
            assert kinds <= {"text", "text_special", "strong_open", "strong_close"}, kinds
            found.append("".join(child.content for child in children if child.type.startswith("text")))
    return found


@given(TEXT)
@pytest.mark.parametrize("make", [markdown_text.plain, markdown_text.heading, markdown_text.item])
def test_a_text_is_shown_as_it_was_written(make: object, text: str) -> None:
    assert callable(make)
    tokens = MARKDOWN.parse(make(text))
    assert inline(tokens) == [shown(text).strip()]
    assert len([token for token in tokens if token.type.endswith("_open")]) <= 3  # list, item, paragraph


@pytest.mark.parametrize("text", AWKWARD)
def test_what_means_something_means_nothing(text: str) -> None:
    assert inline(MARKDOWN.parse(markdown_text.plain(text))) == [text]


@given(st.lists(TEXT, min_size=3, max_size=3))
def test_a_table_keeps_its_cells(cells: list[str]) -> None:
    tokens = MARKDOWN.parse("\n".join(markdown_text.table(cells, [cells, cells], "llr")))
    assert inline(tokens) == [shown(cell).strip() for cell in cells] * 3
    assert [token.tag for token in tokens if token.type == "table_open"] == ["table"]


def test_a_page_parts_its_blocks() -> None:
    assert markdown_text.page([("# A",), (), ("- x", "- y")]) == "# A\n\n- x\n- y\n"
