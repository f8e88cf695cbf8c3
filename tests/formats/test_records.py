from hypothesis import example, given
from hypothesis import strategies as st

from networkjournal.formats.records import Reading, digest_of


@example("\ud800")
@given(st.text())
def test_any_text_has_a_digest_even_with_half_a_surrogate_pair(text: str) -> None:
    assert len(digest_of(text)) == 64


def test_texts_that_differ_have_digests_that_differ() -> None:
    assert digest_of("a") != digest_of("b")


def test_an_empty_reading_says_so_in_every_part() -> None:
    assert not any(Reading())
