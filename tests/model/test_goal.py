"""Whom one wants to meet: which descriptions fit almost anybody."""

import pytest

from networkjournal.model.goal import vague


@pytest.mark.parametrize(
    "who",
    ["anybody", "Anyone", "  EVERYBODY ", "many people.", "誰でも", "ﾀﾞﾚﾃﾞﾓ", "いろんな人", "人脈", "皆さん。"],
)
def test_what_fits_almost_anybody_is_vague(who: str) -> None:
    assert vague(who)


@pytest.mark.parametrize(
    "who",
    [
        "a care manager who lacks cover at night",
        "anybody who runs a care office",
        "夜間の対応に困っている居宅のケアマネジャー",
        "いろんな人を知っている民生委員",
        "x",
        "",
    ],
)
def test_what_tells_somebody_from_others_is_not(who: str) -> None:
    assert not vague(who)
