"""The search index: every word of every text is found, and the index is what making it anew would make."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.query import read_query
from networkjournal.model.strength import Offer, Strength
from networkjournal.store.index_proof import _kept
from networkjournal.store.searched import A_DAY
from networkjournal.store.seeking import NEWEST
from tests.store.statements import asked

DAY = date(2026, 11, 20)
LETTERS = "訪問看護の加算をたなかタロウー々ヶabc12𠮷"
PERSON = Contact(
    "西村 学",
    reading="ニシムラ マナブ",
    aliases=("まなちゃん",),
    organization="みなと会",
    department="事務局",
    title="次長",
    emails=(Labelled("manabu@minato.example", "work"),),
    phones=(Labelled("03-1234-5678", "work"),),
    urls=(Labelled("https://minato.example/", ""),),
    addresses=(Labelled("横浜市中区", "work"),),
    birthday="1979-02-28",
    how_met="勉強会で",
    needs=("採用",),
    can_give=("会場",),
    asks=("見学",),
    caution="値切る",
    notes="二行\n下の段",
    tags=("福祉",),
)


def entries(journal: Journal, typed: str) -> list[int]:
    """The ids of the entries found, in their order."""
    return [found.ref for found in journal.books.seeking.entries(read_query(typed))]


def records(journal: Journal, typed: str) -> set[tuple[str, int]]:
    """The records found."""
    return {(found.kind, found.ref) for found in journal.books.seeking.records(read_query(typed))}


def kept(journal: Journal) -> tuple[set[tuple[str, int, str]], Mapping[str, int]]:
    """All that the index has, whatever the numbers of its documents."""
    rows = journal.books.connection.execute("select kind, ref, body from documents").fetchall()
    counts = {token: count for token, (count, _sum) in _kept(journal.books.connection).items()}
    return set(rows), counts


@pytest.mark.parametrize(
    "typed",
    [
        "西村", "にしむら", "まな", "みなと", "事務", "次長", "manabu", "minato", "03-1234", "0312345678", "https://minato",
        "横浜", "1979", "勉強", "採用", "会場", "見学", "値切", "下の段", "福祉", "学 みなと", "manabu@minato.example",
    ],
)  # fmt: skip
def test_a_person_is_found_by_all_that_is_noted_of_them(journal: Journal, typed: str) -> None:
    person = journal.add_contact(PERSON)
    assert ("contact", person.id) in records(journal, typed)


def test_goals_personas_strengths_offers_and_events_are_found_by_all_their_texts(journal: Journal) -> None:
    goal = journal.add_goal(Goal("在宅を増やす", "在宅", why="減収のため", measure="12件"))
    journal.add_persona(Persona(goal.id, "経営者", ("介護業",), ("理事",), "運営の実際", "交流の場", "現場の話"))
    journal.add_strength(Strength("十五年の経験", evidence=("症例発表",), since="2011"))
    journal.add_offer(Offer("制度の説明", audience=("新任者",)))
    journal.add_event(Event("秋の集い", DAY, purpose="出会う", place="川崎", outcome="名刺五枚"))

    for kind, words in {
        "goal": "在宅 増や 減収 12件",
        "persona": "経営 介護業 理事 運営 交流 現場",
        "strength": "十五 症例 2011",
        "offer": "説明 新任",
        "event": "秋 出会 川崎 名刺 2026-11-20",
    }.items():
        for word in words.split():
            assert (kind, 1) in records(journal, word), (kind, word)


@given(st.text(st.sampled_from(LETTERS), min_size=1, max_size=30), st.data())
def test_any_piece_of_an_entry_is_found(text: str, data: st.DataObject) -> None:
    """Of one character or twenty. Latin words from their beginning: nobody looks for the middle of one."""
    journal = Journal.open(":memory:")
    journal.capture(text, DAY)
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    inside = start and piece[0] in "abc12" and text[start - 1] in "abc12"
    assert entries(journal, piece) == ([] if inside and text.find(piece) == start else [1])
    journal.close()


@pytest.mark.parametrize(
    "text",
    ["[bold]red[/]", "\x1b[2J\x1b[31m red", "a\x00red", "red\u202ered", "👍🏽 red 🎉", "-> [x] red", "red" * 99_999],
)
def test_hostile_texts_are_found_like_others(journal: Journal, text: str) -> None:
    journal.capture(text, DAY)
    assert entries(journal, "red") == [1]
    assert entries(journal, journal.entry(1).text[:40]) == [1]
    assert journal.check().differences == ()


@pytest.mark.parametrize("typed", ['"', "*", "a* OR b", "NEAR(a b)", "' or 1=1 --", "tokens:x", "^", "(", "\x00", "%"])
def test_no_query_is_taken_for_a_language(journal: Journal, typed: str) -> None:
    journal.capture("nothing of the kind", DAY)
    assert entries(journal, typed) in ([], [1])


@pytest.mark.parametrize(("typed", "found"), [("🎉", [1]), ("->", [2]), ("¥", [2]), ("🎉 祝", [1]), ("-> 🎉", [])])
def test_signs_are_found_though_they_are_no_words(journal: Journal, typed: str, found: list[int]) -> None:
    journal.capture("祝う🎉", DAY)
    journal.capture("-> @田中 謝礼: ¥500", DAY)
    assert entries(journal, typed) == found


def test_every_word_must_be_there_and_a_phrase_in_one_piece(journal: Journal) -> None:
    journal.capture("home care and nursing", DAY)
    journal.capture("care at home", DAY)
    assert entries(journal, "home care") == [2, 1]
    assert entries(journal, '"home care"') == [1]
    assert entries(journal, "home nurs") == [1]


def test_pairs_alone_are_not_taken_for_a_word(journal: Journal) -> None:
    """The index keeps no places: 訪問 and 問看 and 看護 may stand far apart."""
    journal.capture("訪問の質問看板と看護", DAY)
    assert entries(journal, "訪問看護") == []


def test_the_newest_day_comes_first_whenever_it_was_written(journal: Journal) -> None:
    for back in (3, 0, 9):
        journal.capture("同じ言葉", DAY - timedelta(back))
    assert entries(journal, "同じ") == [2, 1, 3]

    journal.edit_entry(journal.entry(2)._replace(day=DAY - timedelta(20)))
    assert entries(journal, "同じ") == [1, 3, 2]


def test_a_frequent_character_is_found_behind_the_newest_entries_too(journal: Journal) -> None:
    with journal.step("import"):
        for number in range(NEWEST + 30):
            words = "珍しい" if number < 3 else "普通の話" if number % 2 else "別の plan"
            journal.books.entries.add(DAY, words)
    assert entries(journal, "珍") == [3, 2, 1]
    assert entries(journal, "珍 い") == [3, 2, 1]
    assert len(entries(journal, "の")) == NEWEST + 27
    assert len(entries(journal, "p")) == len(entries(journal, "別 p")) == NEWEST // 2 + 13


def test_more_entries_than_a_day_has_numbers_are_kept_all_the_same(journal: Journal) -> None:
    journal.capture("先の日", DAY + timedelta(1))
    with journal.step("import"):
        for _ in range(A_DAY + 5):
            journal.books.entries.add(DAY, "一")
    assert len(entries(journal, "一")) == A_DAY + 5
    assert journal.check().differences == ()


def test_what_is_gone_is_not_found_and_undo_brings_it_back(journal: Journal) -> None:
    journal.capture("消える言葉", DAY)
    journal.remove_entry(1)
    assert entries(journal, "消える") == []

    journal.undo()
    assert entries(journal, "消える") == [1]

    journal.undo()
    assert entries(journal, "消える") == []
    assert journal.redo() and entries(journal, "消える") == [1]


def test_a_new_name_is_found_in_every_entry_that_has_it(journal: Journal) -> None:
    journal.capture("昨日@鈴木花子さんと", DAY)
    journal.change_contact(journal.find_contact("鈴木花子")._replace(name="井上 花子", family="", given=""))
    assert (entries(journal, "井上"), entries(journal, "鈴木")) == ([1], [])


def test_an_archived_person_is_found_and_a_removed_one_is_not(journal: Journal) -> None:
    person = journal.add_contact(PERSON._replace(archived=True))
    assert ("contact", person.id) in records(journal, "みなと")
    journal.remove_contact(person)
    assert records(journal, "みなと") == set()


def test_a_step_writes_only_the_documents_it_concerns(journal: Journal) -> None:
    """A line is added many times a day; the index must not cost more than the line."""
    for number in range(20):
        journal.capture(f"記事 {number}", DAY)
    with asked(journal.books.connection) as statements:
        journal.capture("もう一つ", DAY)
    assert sum("into documents" in text for text in statements) == 1
    assert sum("into grams" in text for text in statements) == 1
    assert not any("delete from documents" in text for text in statements)


def test_made_anew_the_index_is_the_same(journal: Journal) -> None:
    person = journal.add_contact(PERSON)
    journal.capture("-> @西村 情報: 一", DAY)
    journal.capture("-> @西村 情報: 二", DAY)
    journal.change_contact(person._replace(name="西野 学", family="", given=""))
    journal.remove_entry(1)
    journal.undo()
    before = kept(journal)

    journal.repost()

    assert kept(journal) == before


@pytest.mark.parametrize(
    "tampering",
    [
        "delete from documents where kind = 'contact' and ref = 1",
        "update documents set body = 'x' where kind = 'entry'",
        "insert into documents values (9, 'contact', 99, 'nobody')",
        "insert into grams (grams) values ('delete-all')",
        "insert into grams (rowid, tokens) values (77, 'stray')",
        "update entries set text = 'other'",
    ],
)
def test_check_tells_what_differs_and_repost_mends_it(journal: Journal, tampering: str) -> None:
    journal.capture("言葉", DAY)
    journal.books.connection.execute(tampering)
    assert "search" in {difference.what for difference in journal.check().differences}

    journal.repost()
    left = {difference.what for difference in journal.check().differences}
    assert left <= {"saved"}, "that a text is not what was saved stays known"


def test_what_was_scrubbed_leaves_no_trace(journal: Journal) -> None:
    """Words of someone forgotten must not stand in the file's index."""
    journal.capture("zanzibar", DAY)
    journal.capture("other", DAY)
    journal.books.entries.remove(1)
    journal.books.search.index({"entries": (1,)})
    journal.books.search.scrub()
    blocks = journal.books.connection.execute("select block from grams_data").fetchall()
    assert not any(b"zanz" in block for (block,) in blocks)
