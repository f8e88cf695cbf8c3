"""Finding names after the signs, in unspaced Japanese too."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.capture.mentions import Token, tokens
from tests.capture.circle import Circle


def found(circle: Circle, line: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Sign, written name and handles of each mention."""
    return [(t.sign, t.name, tuple(named.handle for named in t.found)) for t in tokens(line, circle)]


def one(circle: Circle, line: str) -> Token:
    """The one mention of a line."""
    (token,) = tokens(line, circle)
    return token


@pytest.mark.parametrize(
    ("line", "handle"),
    [
        ("@田中太郎さんに会った", "田中太郎"),
        ("@田中 太郎さんに会った", "田中太郎"),
        ("@田中　太郎", "田中太郎"),
        ("昨日@鈴木さんと電話", "鈴木花子"),
        ("昨日@花子さんと", "鈴木花子"),
        ("（@すずきさん）", "鈴木花子"),
        ("@スズキハナコ", "鈴木花子"),
        ("@ｽｽﾞｷ", "鈴木花子"),
        ("＠鈴木", "鈴木花子"),
        ("@suzuki", "鈴木花子"),
        ("@SUZUKI went home", "鈴木花子"),
        ("@suzuki hanako went home", "鈴木花子"),
        ("@hanako-san", "鈴木花子"),
        ("@satoh", "佐藤健一"),
        ("@satou-san", "佐藤健一"),
        ("@ken'ichi", "佐藤健一"),
        ("@けんちゃんに", "佐藤健一"),
        ("@Jane_Smith", "Jane_Smith"),
        ("@Jane Smith said", "Jane_Smith"),
        ("@jane-smith", "Jane_Smith"),
        ("@janesmith", "Jane_Smith"),
        ("@Jane's idea", "Jane_Smith"),
        ("@[Jane Smith]", "Jane_Smith"),
        ('@"jane smith"', "Jane_Smith"),
        ("@[スズキ ハナコ]さん", "鈴木花子"),
        ("-> @鈴木", "鈴木花子"),
    ],
)
def test_a_name_is_found_in_every_spelling(circle: Circle, line: str, handle: str) -> None:
    assert [handle] == [named.handle for named in one(circle, line).found]


def test_the_longest_known_name_wins(circle: Circle) -> None:
    circle.meet("田中 太郎丸")

    assert one(circle, "@田中太郎丸さん").found[0].handle == "田中太郎丸"
    assert one(circle, "@田中太郎さん").found[0].handle == "田中太郎"


def test_a_handle_is_nobody_elses(circle: Circle) -> None:
    circle.meet("田中 太郎", handle="田中太郎_2")

    assert [named.handle for named in one(circle, "@田中太郎").found] == ["田中太郎"]
    assert [named.handle for named in one(circle, "@田中太郎_2").found] == ["田中太郎_2"]


@pytest.mark.parametrize("line", ["@田中さん", "@tanaka", "@たなかさん", "@[田中]"])
def test_several_bearers_stay_several(circle: Circle, line: str) -> None:
    assert {"田中太郎", "田中次郎"} == {named.handle for named in one(circle, line).found}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("@西村 さん", "西村"),
        ("@西村さんに会った", "西村"),
        ("@西村様と", "西村"),
        ("@西村先生の話", "西村"),
        ("@源氏物語", "源氏物語"),
        ("@suz", "suz"),
        ("@suzukis", "suzukis"),
        ("@nobody, really", "nobody"),
        ("@nishimura-san", "nishimura"),
        ("@西村、と", "西村"),
        ("@Jane_Smithson", "Jane_Smithson"),
        ("@[西村 学]さん", "西村 学"),
    ],
)
def test_an_unknown_name_ends_at_punctuation_space_or_honorific(circle: Circle, line: str, name: str) -> None:
    token = one(circle, line)

    assert name == token.name
    assert token.found == ()


def test_a_first_name_does_not_swallow_half_of_a_double_one(circle: Circle) -> None:
    """`@Anna` must not take `@Anna-Lena` for Anna Miller: a wrong link is worse than a question."""
    assert one(circle, "@Anna-Lena").found == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("taro@example.org", "an address"),
        ("C++", "a language"),
        ("100%", "a figure"),
        ("https://example.org/#part", "a part of a page"),
        ("https://example.org/@user?a=%20", "signs inside an address"),
        ("# 見出し", "a heading"),
        ("#3", "a number"),
        ("%20", "a number"),
        ("+81-90-0000-0000", "a phone number"),
        ("＋８１", "a number in full width"),
        ("@ 田中", "a sign before a space"),
        ("@、", "nothing that could be a name"),
        ("@@", "two signs"),
    ],
)
def test_what_is_no_mention_is_prose(circle: Circle, line: str, reason: str) -> None:
    assert [token for token in tokens(line, circle) if token.found or token.sign != "@" or token.name != "@"] == [], (
        reason
    )


def test_signs_say_what_is_named(circle: Circle) -> None:
    line = "%ケア交流会で@鈴木さんに #在宅 #clinic-growth #web +現場経験 の話"

    assert found(circle, line) == [
        ("%", "ケア交流会", ("ケア交流会",)),
        ("@", "鈴木", ("鈴木花子",)),
        ("#", "在宅", ("在宅",)),
        ("#", "clinic-growth", ("clinic-growth",)),
        ("#", "web", ()),
        ("+", "現場経験", ("現場経験",)),
    ]


def test_a_whole_title_names_its_goal(circle: Circle) -> None:
    assert one(circle, "#訪問の新規を半年で十二件にする").found[0].handle == "在宅"


@given(st.text(alphabet=st.sampled_from("@#%+[]\"'田中太郎鈴木さん のJaneSmith_- 、。1ｽﾞ\u3099A"), max_size=60))
def test_mentions_never_overlap_and_say_what_is_written(line: str) -> None:
    circle = Circle()
    circle.meet("田中 太郎", "タナカ タロウ")
    circle.meet("Jane Smith")
    read = tokens(line, circle)

    assert all(a.end <= b.start for a, b in itertools.pairwise(read))
    assert all(token.name and token.name in line[token.start : token.end] for token in read)
