"""The capture language, example by example."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.capture.grammar import read
from networkjournal.capture.kinds import kinds
from networkjournal.model.posting import Action, Exchange, Insight, Result, Settlement
from tests.capture.circle import FRIDAY, Circle, draft


def exchange(circle: Circle, text: str) -> Exchange:
    """The one exchange that a text posts."""
    (posted,) = draft(circle, text).posted
    assert isinstance(posted, Exchange)
    return posted


def action(circle: Circle, text: str) -> Action:
    """The one action that a text posts."""
    (posted,) = draft(circle, text).posted
    assert isinstance(posted, Action)
    return posted


def test_an_exchange_line_with_everything(circle: Circle) -> None:
    posted = exchange(
        circle, "-> @田中太郎 紹介: @佐藤健一 さんを紹介 *2 30分 ¥5,000 on:昨日 #在宅 %ケア交流会 +現場経験"
    )

    assert (posted.direction, posted.contact.handle, posted.kind) == ("given", "田中太郎", "introduction")
    assert (posted.weight, posted.weighed, posted.minutes) == (2000, True, 30)
    assert (posted.money, posted.currency, posted.on) == (5000, "JPY", date(2026, 11, 19))
    assert [named.handle for named in (*posted.goals, *posted.events, *posted.strengths)] == [
        "在宅",
        "ケア交流会",
        "現場経験",
    ]
    assert [named.handle for named in posted.third_parties] == ["佐藤健一"]
    assert posted.words == "@佐藤健一 さんを紹介"


@pytest.mark.parametrize(
    ("word", "kind", "weight"),
    [
        ("intro", "introduction", 3000),
        ("紹介", "introduction", 3000),
        ("患者紹介", "referral", 5000),
        ("customer", "referral", 5000),
        ("案件", "opportunity", 4000),
        ("INFO", "information", 1000),
        ("情報", "information", 1000),
        ("ﾌｨｰﾄﾞﾊﾞｯｸ", "feedback", 2000),
        ("協力", "help", 2000),
        ("相談", "time", 1000),
        ("差し入れ", "gift", 1000),
        ("謝礼", "money", 2000),
        ("thanks", "other", 1000),
    ],
)
def test_a_kind_word_before_a_colon_says_kind_and_weight(circle: Circle, word: str, kind: str, weight: int) -> None:
    for colon in (":", "：", " : "):
        posted = exchange(circle, f"<- @鈴木 {word}{colon}本の話")
        assert (kind, weight, "本の話") == (posted.kind, posted.weight, posted.words)


def test_an_unknown_word_before_a_colon_is_just_words(circle: Circle) -> None:
    posted = exchange(circle, "-> @鈴木 本: 貸した")

    assert (posted.kind, posted.weight, posted.words) == ("other", 1000, "本: 貸した")


def test_without_a_kind_it_is_other(circle: Circle) -> None:
    assert exchange(circle, "-> @鈴木さんに 本を貸した").words == "本を貸した"


def test_time_and_money_are_divided_and_weight_is_not(circle: Circle) -> None:
    posted = draft(circle, "-> @鈴木 @佐藤、@田中太郎さん 情報: 三人に 1h40m ¥1,000 *2").posted

    assert [e.contact.handle for e in posted if isinstance(e, Exchange)] == ["鈴木花子", "佐藤健一", "田中太郎"]
    assert [e.minutes for e in posted if isinstance(e, Exchange)] == [34, 33, 33]
    assert [e.money for e in posted if isinstance(e, Exchange)] == [334, 333, 333]
    assert [e.weight for e in posted if isinstance(e, Exchange)] == [2000, 2000, 2000]


def test_the_same_person_named_twice_is_one_counterparty(circle: Circle) -> None:
    assert exchange(circle, "-> @鈴木 @花子 情報: 一度だけ 30m").minutes == 30


def test_a_second_value_stays_words_and_is_remarked(circle: Circle) -> None:
    read_ = draft(circle, "-> @鈴木 情報: 話 30m 20m")

    assert read_.posted[0].words == "話 20m"  # type: ignore[union-attr]
    assert [(remark.code, remark.text) for remark in read_.remarks] == [("repeated_value", "20m")]


def test_an_event_of_the_prose_holds_for_lines_that_name_none(circle: Circle) -> None:
    circle.title("%", "勉強会")
    first, second = draft(circle, "-> @鈴木 情報: あ\n-> @鈴木 情報: い %勉強会\n%ケア交流会 に行った").posted

    assert isinstance(first, Exchange)
    assert isinstance(second, Exchange)
    assert [event.handle for event in first.events] == ["ケア交流会"]
    assert [event.handle for event in second.events] == ["勉強会"]


def test_settlements(circle: Circle) -> None:
    posted = draft(circle, "<> @鈴木さん @佐藤 ありがとう").posted

    assert posted == (
        Settlement(1, posted[0].contact, FRIDAY),  # type: ignore[union-attr]
        Settlement(1, posted[1].contact, FRIDAY),  # type: ignore[union-attr]
    )


@pytest.mark.parametrize(
    ("text", "state", "due", "done"),
    [
        ("[ ] @鈴木 に送る due:fri", "open", FRIDAY, None),
        ("[ ] @鈴木 に送る 期限:金", "open", FRIDAY, None),
        ("[ ] @鈴木 に送る 〆11/27", "open", date(2026, 11, 27), None),
        ("[ ] @鈴木 に送る due:1/5", "open", date(2027, 1, 5), None),
        ("[<] @鈴木 返事 due:来週金曜", "awaiting", date(2026, 11, 27), None),
        ("[x] @鈴木 に送る done:昨日", "done", None, date(2026, 11, 19)),
        ("[x] @鈴木 に送る", "done", None, FRIDAY),
        ("[-] @鈴木 に送る", "dropped", None, None),
    ],
)
def test_actions(circle: Circle, text: str, state: str, due: date | None, done: date | None) -> None:
    posted = action(circle, text)

    assert (state, due, done) == (posted.state, posted.due, posted.done)
    assert [named.handle for named in posted.contacts] == ["鈴木花子"]


def test_lines_of_one_action_have_one_key(circle: Circle) -> None:
    declared = action(circle, "[ ] @鈴木 さんに夜間対応表を送る due:金")

    assert declared.key == action(circle, "- [x] @鈴木花子 さんに夜間対応表を送る done:2026-11-20").key
    assert declared.key != action(circle, "[ ] @佐藤 さんに夜間対応表を送る").key


def test_insights_and_results(circle: Circle) -> None:
    posted = draft(circle, "! 先に出すと話してくれる\n= 契約 一件 ¥38,000 #在宅 @鈴木").posted

    assert isinstance(posted[0], Insight)
    assert posted[0].words == "先に出すと話してくれる"
    assert isinstance(posted[1], Result)
    assert (posted[1].money, posted[1].currency) == (38000, "JPY")
    assert [named.handle for named in (*posted[1].goals, *posted[1].contacts)] == ["在宅", "鈴木花子"]


@pytest.mark.parametrize(
    ("text", "reason", "name", "candidates"),
    [
        ("-> @田中 情報: どちら", "ambiguous", "田中", {"田中太郎", "田中次郎"}),
        ("-> @西村 情報: だれ", "unknown", "西村", set()),
        ("-> 情報: だれに", "no_counterparty", "", set()),
        ("<> もういい", "no_counterparty", "", set()),
        ("-> @鈴木花子 紹介: @西村 さん", "unknown", "西村", set()),
        ("[ ] @西村 に電話", "unknown", "西村", set()),
        ("昨日@西村さんと", "unknown", "西村", set()),
    ],
)
def test_what_cannot_be_posted_waits_with_its_reason(
    circle: Circle, text: str, reason: str, name: str, candidates: set[str]
) -> None:
    read_ = draft(circle, text)
    (waits,) = read_.waiting

    assert read_.posted == (), "nothing is posted from a line that waits"
    assert (reason, name, candidates) == (waits.reason, waits.name, {named.handle for named in waits.candidates})
    assert read_.text == text, "the text is kept as it was typed"


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("昨日@鈴木さんに会った", "昨日@鈴木花子さんに会った"),
        ("@jane smith said", "@Jane_Smith said"),
        ("@[Jane Smith]さん", "@Jane_Smithさん"),
        ("@suzuki-san", "@鈴木花子-san"),
        ("＠鈴木", "@鈴木花子"),
        ("#訪問の新規を半年で十二件にする のため", "#在宅 のため"),
        ("[ ] 送る due:fri", "[ ] 送る due:2026-11-20"),
        ("[ ] 送る 期限：来週金曜", "[ ] 送る 期限:2026-11-27"),
        ("-> @鈴木 情報: 話 on:昨日", "-> @鈴木花子 情報: 話 on:2026-11-19"),
        ("[ ] 送る due:金にかならず", "[ ] 送る due:2026-11-20にかならず"),
        ("@田中さんと", "@田中さんと"),
        ("```\n@鈴木\n```", "```\n@鈴木\n```"),
    ],
)
def test_saving_writes_the_canonical_form(circle: Circle, typed: str, saved: str) -> None:
    assert saved == draft(circle, typed).text


def test_a_handle_before_text_that_would_lengthen_it_is_bracketed(circle: Circle) -> None:
    circle.meet("田中 太郎丸")

    saved = draft(circle, '@"田中太郎"丸く収まった').text

    assert saved == "@[田中太郎]丸く収まった"
    assert draft(circle, saved).mentions[0].target == draft(circle, '@"田中太郎" と').mentions[0].target


PIECES = (
    *("-> ", "<- ", "<> ", "- [ ] ", "[x] ", "[<] ", "! ", "= ", "・", "\n", "```\n"),
    *("@田中", "@鈴木花子", "@Jane", "@[Jane Smith]", '@"Anna Miller"', "@suzuki", "@西村さん", "#在宅", "#web"),
    *("%ケア交流会", "+現場経験", " ", "　", "さん", "に", "情報: ", "紹介：", "30分", "1h", "*2", "¥500", "$3"),
    *("on:昨日", "due:金", "done:今日", "丸", "2", "a", "_", "-", "。", "@", "#", "[", "]", "と", "、"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_saving_twice_changes_nothing(text: str) -> None:
    """The canonical form reads as the typed one did, and is its own canonical form."""
    circle = Circle()
    for name, reading in (
        ("田中 太郎", "タナカ タロウ"),
        ("鈴木 花子", "スズキ ハナコ"),
        ("Jane Smith", ""),
        ("Anna Miller", ""),
    ):
        circle.meet(name, reading)
    circle.title("#", "在宅")
    circle.title("%", "ケア交流会")
    first = read(text, FRIDAY, circle, kinds())
    again = read(first.text, FRIDAY, circle, kinds())

    assert again == first


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Text is never refused, whatever it holds."""
    circle = Circle()
    circle.meet("田中 太郎", "タナカ タロウ")

    assert read(text, FRIDAY, circle, kinds()).day == FRIDAY
