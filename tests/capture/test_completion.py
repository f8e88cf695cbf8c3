"""What is being typed at the cursor: found inside unspaced Japanese, never inside prose, addresses or code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.capture.completion import Typed, typed_at


def here(text: str) -> Typed | None:
    """The mention at the `|` in the text."""
    return typed_at(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@|", Typed("@", 0, "")),
        ("-> @田|", Typed("@", 3, "田")),
        ("昨日@鈴|木さんに", Typed("@", 2, "鈴")),
        ("昨日＠すず|", Typed("@", 2, "すず")),
        ("-> @tana|", Typed("@", 3, "tana")),
        ("-> @Jane Sm|", Typed("@", 3, "Jane Sm")),
        ("-> @Dr. Sm|", Typed("@", 3, "Dr. Sm")),
        ("-> @[Jane Sm|", Typed("@", 3, "Jane Sm", "[")),
        ('-> @"Jane|', Typed("@", 3, "Jane", '"')),
        ("-> @田中 紹介 #在|", Typed("#", 10, "在")),
        ("%ケ|", Typed("%", 0, "ケ")),
        ("相談 +現|", Typed("+", 3, "現")),
        ("first\n@b|", Typed("@", 6, "b")),
        ("@田中@鈴|", Typed("@", 3, "鈴")),
    ],
)
def test_a_mention_is_found_where_it_is_typed(text: str, found: Typed) -> None:
    assert here(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "|",
        "plain words|",
        "me@example|",
        "C+|",
        "100%|",
        "# Heading|",
        "#3|",
        "-> @田中 情報|",
        "-> @田中、|",
        "@[Jane Smith] said|",
        "@Jane then we went out|",
        "@one\ntwo|",
        "```\n@code|\n```",
        "|@later",
    ],
)
def test_prose_is_left_alone(text: str) -> None:
    assert here(text) is None


@given(st.text(alphabet="@#%+＠[]\"'` 田aB.、\n\r\x00", max_size=60), st.integers(-5, 70))
def test_any_text_is_answered_with_true_offsets(text: str, cursor: int) -> None:
    found = typed_at(text, cursor)
    if found is not None:
        end = found.start + 1 + len(found.opening) + len(found.typed)
        assert end == min(max(cursor, 0), len(text))
        assert text[end - len(found.typed) : end] == found.typed
