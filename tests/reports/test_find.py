"""Finding: the best first, each with the piece that matched, and nothing of a caution."""

from datetime import date, timedelta

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.self_introduction import SelfIntroduction
from networkjournal.model.strength import Offer, Strength
from networkjournal.reports.find import Found, Hit, find

DAY = date(2026, 11, 20)


@pytest.fixture
def journal() -> Journal:
    """A few people and records that share words."""
    made = Journal.open(":memory:")
    made.add_contact(
        Contact("田中 太郎", reading="タナカ タロウ", organization="あおば居宅", caution="訪問の話はしない")
    )
    made.add_contact(
        Contact("鈴木 花子", reading="スズキ ハナコ", organization="さくら訪問看護", notes="田中さんの紹介")
    )
    made.add_contact(Contact("林田 誠", reading="ハヤシダ マコト"))
    made.add_contact(Contact("林 誠", reading="ハヤシ マコト", phones=(Labelled("03-1234-5678"),)))
    made.add_goal(Goal("訪問の新規を十二件", "訪問", why="田中さんに学んだ"))
    made.add_persona(Persona(1, "訪問の経営者"))
    made.add_strength(Strength("訪問の経験"))
    made.add_offer(Offer("訪問の説明"))
    made.add_event(Event("訪問の会", DAY, purpose="出会う"))
    made.capture("朝は静か。\n-> @田中太郎 情報: 夜間の訪問 30m", DAY - timedelta(2))
    made.capture("訪問について考えた", DAY)
    return made


def shown(found: Found) -> list[tuple[str, int]]:
    """Kinds and ids, in their order."""
    return [(hit.kind, hit.id) for hit in found.hits]


def only(found: Found, kind: str, id: int) -> Hit:
    """The one hit of a record."""
    (hit,) = [hit for hit in found.hits if (hit.kind, hit.id) == (kind, id)]
    return hit


@pytest.mark.parametrize(
    "typed", ["田中", "たなか", "ﾀﾅｶ", "tanaka", "TANAKA", "田中太郎", "田中　太郎", "tarou tanaka"]
)
def test_a_person_comes_first_by_any_spelling_of_their_name(journal: Journal, typed: str) -> None:
    assert shown(find(journal, typed))[0] == ("contact", 1)


def test_titles_come_before_what_is_noted_and_entries_last_the_newest_first(journal: Journal) -> None:
    assert shown(find(journal, "訪問")) == [
        ("goal", 1), ("event", 1), ("persona", 1), ("strength", 1), ("offer", 1),
        ("contact", 2), ("contact", 1), ("entry", 2), ("entry", 1),
    ]  # fmt: skip


def test_who_is_called_just_so_comes_before_who_is_called_longer(journal: Journal) -> None:
    assert shown(find(journal, "林")) == [("contact", 4), ("contact", 3)]


def test_what_matched_is_shown_where_it_stands(journal: Journal) -> None:
    found = find(journal, "訪問")
    assert only(found, "contact", 2)[2:7] == ("鈴木 花子", "organization", "さくら", "訪問", "看護")
    entry = only(found, "entry", 1)
    assert (entry.title, entry.before, entry.after) == ("朝は静か。", "-> @田中太郎 情報: 夜間の", " 30m")
    assert (entry.day, only(found, "event", 1).day, only(found, "goal", 1).day) == (DAY - timedelta(2), DAY, None)
    assert only(found, "goal", 1).by_title and not entry.by_title


def test_of_several_words_the_one_is_shown_that_the_title_has_not(journal: Journal) -> None:
    assert only(find(journal, "鈴木 看護"), "contact", 2).match == "看護"


def test_a_name_in_romaji_shows_the_reading(journal: Journal) -> None:
    assert only(find(journal, "tanaka"), "contact", 1)[3:7] == ("reading", "", "タナカ タロウ", "")


def test_a_number_is_found_as_it_is_typed(journal: Journal) -> None:
    assert only(find(journal, "03-1234"), "contact", 4).field == "phones"
    assert only(find(journal, "0312345678"), "contact", 4).match == "0312345678"


def test_the_words_of_a_caution_are_not_shown(journal: Journal) -> None:
    assert only(find(journal, "訪問"), "contact", 1)[2:7] == ("田中 太郎", "caution", "", "", "")


def test_neither_people_nor_entries_crowd_the_others_out(journal: Journal) -> None:
    for number in range(30):
        journal.add_contact(Contact(f"佐藤 {number}"))
        journal.capture("佐藤さんたち", DAY)
    found = find(journal, "佐藤", 20)
    assert [hit.kind for hit in found.hits] == ["contact"] * 10 + ["entry"] * 10
    assert found.more
    assert [len(hits) for _kind, hits in found.groups] == [10, 10]


@pytest.mark.parametrize("most", [1, 2, 3, 8, 9])
def test_no_more_is_given_than_asked_for_and_it_is_told(journal: Journal, most: int) -> None:
    found = find(journal, "訪問", most)
    assert len(found.hits) == most
    assert found.more == (most < 9)
    assert shown(found)[0] == ("goal", 1)


@pytest.mark.parametrize("typed", ["", "  ", '""', "見つからない"])
def test_nothing_is_found_for_nothing(journal: Journal, typed: str) -> None:
    assert find(journal, typed) == Found((), False)


def test_a_removed_person_is_not_found_by_their_handle(journal: Journal) -> None:
    """The handle stays known, so that texts still say whom they mean."""
    journal.remove_contact(journal.find_contact("林田"))
    assert shown(find(journal, "林")) == [("contact", 4)]


def test_what_one_says_of_oneself_is_found_in_any_of_its_lines_until_it_is_removed(journal: Journal) -> None:
    kept = journal.keep_self_introduction(SelfIntroduction("はじめまして。\n鍼灸の現場に十五年います。", 15, on=DAY))
    hit = only(find(journal, "鍼灸"), "introduction", kept.id)
    assert (hit.title, hit.match) == ("はじめまして。", "鍼灸")
    journal.remove_self_introduction(kept)
    assert not find(journal, "鍼灸").hits
    journal.undo()
    assert only(find(journal, "鍼灸"), "introduction", kept.id)
