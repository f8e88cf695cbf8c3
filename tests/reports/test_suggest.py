"""Suggestions: each with its reason, never more than a few, and nothing that was given, unwanted or warned against."""

from datetime import date, timedelta
from typing import Any

import pytest

from networkjournal.demo import TODAY, make
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.refusal import Refusal
from networkjournal.model.strength import Offer
from networkjournal.reports.brief import brief
from networkjournal.reports.suggest import EACH, MOST, Suggestion, suggest

DAY = date(2026, 11, 1)
TEMPLATE = Offer("夜間の連絡体制のひな形", audience=("夜間",))


@pytest.fixture
def journal() -> Journal:
    """An offer, and somebody who could use it."""
    made = Journal.open(":memory:")
    made.add_offer(TEMPLATE)
    made.add_contact(Contact("田中 太郎", needs=("夜間に相談できる人",)))
    return made


def made(journal: Journal, contact: int | None = None, today: date = TODAY) -> list[tuple[str, str, str]]:
    return [(item.kind, item.name, item.what) for item in suggest(journal, today, contact).suggestions]


def only(journal: Journal) -> Suggestion:
    (found,) = suggest(journal, TODAY).suggestions
    return found


OFFERED = ("offer", "田中 太郎", TEMPLATE.what)


# offers


def test_an_offer_is_suggested_to_whom_it_helps(journal: Journal) -> None:
    assert made(journal) == made(journal, 1) == [OFFERED]
    assert [(why.field, why.words) for why in only(journal).because] == [("needs", "夜間")]


def test_nothing_is_suggested_without_a_reason(journal: Journal) -> None:
    journal.change_contact(journal.find_contact("田中")._replace(needs=("税理士",)))
    assert made(journal) == []


def test_what_an_entry_tells_of_somebody_counts(journal: Journal) -> None:
    journal.add_contact(Contact("鈴木 花子"))
    journal.capture("@鈴木 さんは夜間の連絡で困っている", DAY)
    assert ("offer", "鈴木 花子", TEMPLATE.what) in made(journal)
    assert made(journal, 2) == [("offer", "鈴木 花子", TEMPLATE.what)]


def test_what_was_given_lately_is_left_out_and_counted(journal: Journal) -> None:
    journal.capture("-> @田中 情報: 夜間の連絡体制のひな形を渡した", TODAY - timedelta(days=60))
    found = suggest(journal, TODAY)
    assert found.suggestions == () and found.left_out.given == 1


def test_what_was_given_long_ago_is_suggested_and_said(journal: Journal) -> None:
    then = TODAY - timedelta(days=61)
    journal.capture("-> @田中 情報: 夜間の連絡体制のひな形を渡した", then)
    assert only(journal).given_on == then


def test_archived_people_get_nothing(journal: Journal) -> None:
    journal.archive_contact(journal.find_contact("田中"))
    found = suggest(journal, TODAY)
    assert found.suggestions == () and found.left_out.archived == 1


# introductions


def introducing(**helper: Any) -> Journal:  # noqa: ANN401 - fields of a contact
    made = Journal.open(":memory:")
    made.add_contact(Contact("田中 太郎", needs=("税理士を探している",)))
    made.add_contact(Contact("小林 さくら")._replace(**helper))
    made.capture("@田中 さん、@小林 さんと話した", DAY)
    return made


INTRODUCED = ("introduction", "田中 太郎", "小林 さくら")


@pytest.mark.parametrize("helper", [{"title": "税理士"}, {"tags": ("税理士",)}, {"can_give": ("税理士としての相談",)}])
def test_two_people_i_know_are_brought_together(helper: dict[str, object]) -> None:
    journal = introducing(**helper)
    assert made(journal) == made(journal, 1) == [INTRODUCED]
    assert only(journal).because[0].line == "税理士を探している"


def test_whoever_could_help_is_asked_about_too() -> None:
    journal = introducing(title="税理士")
    assert made(journal, 2) == [INTRODUCED]
    assert brief(journal, "小林", TODAY).suggestions == ()  # a brief is about what they could be given


def test_whom_i_have_not_met_i_do_not_introduce() -> None:
    journal = introducing(title="税理士")
    journal.undo()
    assert made(journal) == made(journal, 1) == []


@pytest.mark.parametrize(
    "line", ["-> @田中 紹介: @小林 さん", "<- @小林 紹介: @田中 さん", "-> @田中 @小林 紹介: 二人"]
)
def test_who_was_introduced_is_left_out(line: str) -> None:
    journal = introducing(title="税理士")
    journal.capture(line, DAY)
    assert INTRODUCED not in made(journal)
    assert suggest(journal, TODAY).left_out.given == 1


def test_who_came_through_the_other_is_left_out() -> None:
    journal = introducing(title="税理士", introduced_by="田中太郎")
    assert suggest(journal, TODAY).left_out.given == 1


# returns


def test_a_return_is_suggested_for_what_came_longest_ago(journal: Journal) -> None:
    for name, days in (("鈴木 花子", 30), ("伊藤 誠", 80), ("加藤 恵", 13)):
        journal.add_contact(Contact(name))
        journal.capture(f"<- @{name.replace(' ', '')} 情報: 大事な話", TODAY - timedelta(days=days))
    returns = [item for item in suggest(journal, TODAY).suggestions if item.kind == "return"]
    assert [item.name for item in returns] == ["伊藤 誠", "鈴木 花子"]


@pytest.mark.parametrize("line", ["-> @田中 情報: お礼", "<> @田中"])
def test_what_was_returned_or_settled_asks_for_nothing(line: str) -> None:
    journal = Journal.open(":memory:")
    journal.add_contact(Contact("田中 太郎"))
    journal.capture("<- @田中 情報: 大事な話", date(2026, 9, 1))
    assert [item[0] for item in made(journal)] == ["return"]
    journal.capture(line, date(2026, 9, 1))
    assert made(journal) == made(journal, 1) == []


def test_what_came_after_the_last_return_asks_again() -> None:
    journal = Journal.open(":memory:")
    journal.add_contact(Contact("田中 太郎"))
    for day, line in ((1, "<- @田中 情報: 一"), (2, "-> @田中 情報: 二"), (3, "<- @田中 情報: 三")):
        journal.capture(line, date(2026, 9, day))
    assert made(journal) == [("return", "田中 太郎", "三")]


# choosing


def test_a_few_are_shown_and_the_rest_is_counted(journal: Journal) -> None:
    for number in range(9):
        journal.add_contact(Contact(f"人{number}", needs=("夜間",)))
    found = suggest(journal, TODAY)
    assert (len(found.suggestions), found.left_out.more) == (MOST, 5)


def test_nobody_fills_the_list(journal: Journal) -> None:
    for number in range(3):
        journal.add_offer(Offer(f"夜間のこと{number}", audience=("夜間",)))
    assert len(suggest(journal, TODAY).suggestions) == EACH
    assert len(suggest(journal, TODAY, 1).suggestions) == 4


def test_not_this_is_remembered_until_it_is_undone(journal: Journal) -> None:
    journal.dismiss(only(journal).key, "x")
    found = suggest(journal, TODAY)
    assert found.suggestions == () and found.left_out.dismissed == 1
    journal.undo()
    assert made(journal) == [OFFERED]


# what speaks against it


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"caution": "何でも転売する"}, "caution"),
        ({"suspected": "顧客名簿がほしい"}, "caution"),
        ({"withheld": "夜間の体制"}, "withheld"),
    ],
)
def test_a_caution_is_said_with_the_suggestion(journal: Journal, fields: dict[str, Any], code: str) -> None:
    journal.change_contact(journal.find_contact("田中")._replace(**fields))
    assert [mind.code for mind in only(journal).mind] == [code]


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (Refusal("深入りしない", DAY, contact="田中太郎"), True),
        (Refusal("夜間の連絡体制", DAY), True),
        (Refusal("異業種交流会", DAY), False),
    ],
)
def test_a_refusal_is_said_where_it_has_to_do_with_it(journal: Journal, refusal: Refusal, said: bool) -> None:
    journal.add_refusal(refusal)
    assert [mind.code for mind in only(journal).mind] == ["refusal"] * said


def test_what_one_will_not_share_with_them_is_silent_where_it_is_something_else(journal: Journal) -> None:
    journal.change_contact(journal.find_contact("田中")._replace(withheld="料金"))
    assert only(journal).mind == ()


# the sample


@pytest.mark.parametrize(
    ("lang", "name", "what", "words"),
    [
        ("ja", "田中太郎", "夜間の連絡体制のひな形をすぐ渡せる", "夜間"),
        ("en", "Taro Tanaka", "our template for night cover, at once", "nights"),
    ],
)
def test_the_sample_suggests_the_template_because_of_a_note(lang: str, name: str, what: str, words: str) -> None:
    journal = Journal.open(":memory:")
    make(journal, lang)
    for suggestions in (suggest(journal, TODAY).suggestions, brief(journal, name, TODAY).suggestions):
        item = next(item for item in suggestions if item.what == what)
        assert item.contact == (1, journal.find_contact(name).handle)
        assert (item.because[0].field, item.because[0].words) == ("notes", words)
