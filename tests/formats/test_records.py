import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from networkjournal.errors import Invalid
from networkjournal.formats.records import MOST_BAD, MOST_RECORDS, Reading, bounded, digest_of


@example("\ud800")
@given(st.text())
def test_any_text_has_a_digest_even_with_half_a_surrogate_pair(text: str) -> None:
    assert len(digest_of(text)) == 64


def test_texts_that_differ_have_digests_that_differ() -> None:
    assert digest_of("a") != digest_of("b")


def test_an_empty_reading_says_so_in_every_part() -> None:
    assert not any(Reading())


def test_a_file_has_so_many_records_and_no_more() -> None:
    bounded(MOST_RECORDS, MOST_BAD)
    for counts, reason in (((MOST_RECORDS + 1, 0), "too_many"), ((0, MOST_BAD + 1), "too_many_bad")):
        with pytest.raises(Invalid) as caught:
            bounded(*counts)
        assert caught.value.reason == reason
