"""A text without someone: what it says of others stays true."""

import pytest

from networkjournal.capture.kinds import kinds
from networkjournal.capture.redaction import Redacted, redact
from networkjournal.model.phrases import Phrases
from networkjournal.model.posting import Exchange
from tests.capture.circle import FRIDAY, Circle, draft

SUZUKI = 3
"""鈴木花子 in the circle."""


def without(circle: Circle, text: str) -> Redacted:
    """The text without 鈴木花子."""
    return redact(text, FRIDAY, circle, kinds(), {SUZUKI}, Phrases(("鈴木花子",), ("鈴木花子丸",)))


@pytest.mark.parametrize(
    "line",
    [
        "-> @鈴木花子 情報: 奥様の病気 30分",
        "<- @[鈴木花子]さん 紹介: @佐藤健一 さん",
        "<> @鈴木花子",
        "- [ ] @鈴木花子 に電話 due:fri",
        "[x] @鈴木花子",
        "! @鈴木花子 は話し上手",
        "= @鈴木花子 から契約 ¥500 #在宅",
        "-> @鈴木 @鈴木花子 情報: 話",
    ],
)
def test_a_posted_line_about_nobody_else_goes_whole(circle: Circle, line: str) -> None:
    found = without(circle, f"前\n{line}\n後")
    assert (found.text, found.lines) == ("前\n…\n後", 1)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("昨日@鈴木花子さんと@佐藤健一さん。鈴木花子は元気", "昨日…さんと@佐藤健一さん。…は元気"),
        ("-> @佐藤健一 紹介: @鈴木花子 さん", "-> @佐藤健一 紹介: … さん"),
        ("[ ] @鈴木花子 と @佐藤健一 に送る", "[ ] … と @佐藤健一 に送る"),
        ("-> @佐藤健一 情報: 鈴木花子の本", "-> @佐藤健一 情報: …の本"),
        ("-> 情報: @鈴木花子 に", "-> 情報: … に"),
        ("@鈴木花子丸 と @だれか", "@鈴木花子丸 と @だれか"),
        ("```\n@鈴木花子\n```", "```\n@…\n```"),
        ("鈴木さんの話", "鈴木さんの話"),
    ],
)
def test_elsewhere_an_ellipsis_stands_for_the_name(circle: Circle, line: str, left: str) -> None:
    circle.meet("鈴木 花子丸")
    found = without(circle, line)
    assert (found.text, found.lines) == (left, 0)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("-> @鈴木花子 と @佐藤健一 情報: 本 31m ¥501 *2", "-> @佐藤健一 情報: 本 15m ¥250 *2"),
        ("-> @佐藤健一さん、@鈴木花子さんに 情報: 本 ３１分 501円", "-> @佐藤健一さんに 情報: 本 16分 251円"),
        ("-> @佐藤健一 @鈴木花子 @Jane_Smith help: x 1h $20.01", "-> @佐藤健一 @Jane_Smith help: x 40m $13.34"),
        ("<- @鈴木花子 @佐藤健一 情報: 本 1分", "<- @佐藤健一 情報: 本 "),
        ("<> @佐藤健一 と @鈴木花子", "<> @佐藤健一"),
        ("-> @鈴木花子 @佐藤健一 @鈴木花子 情報: 本 30m", "-> @佐藤健一 情報: 本 15m"),
    ],
)
def test_what_was_divided_is_still_what_the_others_had(circle: Circle, line: str, left: str) -> None:
    assert without(circle, line).text == left
    before, after = (
        [item for item in draft(circle, text).posted if getattr(item, "contact", None) and item.contact.id != SUZUKI]  # type: ignore[union-attr]
        for text in (line, left)
    )
    shares = [
        [(item.contact, item.kind, item.weight, item.minutes or 0, item.money or 0) for item in posted]
        for posted in ([i for i in before if isinstance(i, Exchange)], [i for i in after if isinstance(i, Exchange)])
    ]
    assert shares[0] == shares[1]
    assert len(before) == len(after)


def test_the_places_of_others_are_where_they_stand_now(circle: Circle) -> None:
    found = without(circle, "昨日@鈴木花子さんと@佐藤健一さん #在宅")
    line = found.text
    assert [line[place.start : place.end] for place in found.places[1]] == ["@佐藤健一", "#在宅"]
    assert found.mentions == 1


def test_a_text_without_the_person_is_left_as_it_is(circle: Circle) -> None:
    text = "-> @佐藤健一 情報: 本 30m\n　空白  も\n"
    assert without(circle, text) == Redacted(text, 0, 0, {})
