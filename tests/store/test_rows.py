"""Values into columns and back: what was written is read again, whichever way it is read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.store.rows import listed, pairs, texts

TEXT = st.text(st.sampled_from('ab"\\,[] \n田"'), max_size=6)


@given(st.lists(TEXT, max_size=4))
def test_a_list_of_texts_comes_back(values: list[str]) -> None:
    assert texts(listed(values)) == tuple(values)
    assert texts(json.dumps(values, separators=(",", ":"))) == tuple(values)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_a_list_of_pairs_comes_back(values: list[tuple[str, str]]) -> None:
    assert pairs(listed(values)) == tuple(values)
    assert pairs(json.dumps(values)) == tuple(values)


@pytest.mark.parametrize("column", ['["a", 3, "b"]', '["a", ["b"], "c"]', '["a","b"]', '["\\u7530"]', '["a", "3"]'])
def test_whatever_is_json_is_read_as_json(column: str) -> None:
    assert texts(column) == tuple(map(str, json.loads(column)))


def test_what_is_no_pair_is_left_out() -> None:
    assert pairs('[["a", "b"], "c", 3, ["d", "e"]]') == (("a", "b"), ("d", "e"))
    assert pairs('[["a", "b", "c"], ["d", "e"]]') == (("a", "b"), ("d", "e"))
