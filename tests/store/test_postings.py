"""What entries post: replaced as a whole, read back as it was drafted."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal
from networkjournal.model.posting import Exchange, Named
from networkjournal.model.strength import Strength
from networkjournal.store.postings import posted_rows
from tests.store.statements import rows, scans

DAY = date(2026, 11, 20)
POSTED = ("mentions", "exchanges", "settlements", "actions", "insights", "results", "waiting")
EVERYTHING = """%交流会 の夜、@田中 さんと
-> @鈴木 @田中 @Jane_Smith 紹介: @鈴木 さんを 40m ¥1,000 *2.5 on:yesterday #訪問 +現場
<- @Jane_Smith advice: how to listen
<> @田中
[ ] send @Jane_Smith the notes #訪問 due:fri
[x] call @田中 done:11/18
[<] @鈴木 の返事
! 先に出すと早い @田中 #訪問
= 契約 #訪問 @鈴木 ¥120,000 2h
-> @だれか 情報: まだ知らない
-> no one
#tag %prose +words"""


@pytest.fixture(autouse=True)
def known(journal: Journal) -> None:
    journal.add_goal(Goal("訪問"))
    journal.add_event(Event("交流会", DAY))
    journal.add_strength(Strength("現場"))


def test_what_is_stored_reads_back_as_it_was_drafted(journal: Journal) -> None:
    """Every field of every posting: the list of a year is told from here, never from the texts."""
    receipt = journal.capture(EVERYTHING, DAY)
    posted, waiting = journal.books.postings.of(1)
    assert posted == receipt.draft.posted
    assert [(w.line, w.at, w.reason, w.name) for w in waiting] == [
        (w.line, w.at, w.reason, w.name.lower()) for w in receipt.draft.waiting
    ]
    assert {type(item).__name__ for item in posted} == {"Exchange", "Settlement", "Action", "Insight", "Result"}


def test_what_is_stored_is_what_posting_again_would_store(journal: Journal) -> None:
    draft = journal.capture(EVERYTHING, DAY).draft
    stored = journal.books.postings.stored(1)
    for table, expected in posted_rows(1, draft, {}).items():
        assert sorted(stored[table], key=repr) == sorted(expected, key=repr), table
        assert expected, f"the text posts nothing to {table}"


def test_counterparties_come_in_the_order_of_the_line(journal: Journal) -> None:
    """The first takes the rest that does not divide, so the order is part of the facts."""
    journal.capture("-> @Jane_Smith @田中 @鈴木 help: x 40m", DAY)
    posted, _waiting = journal.books.postings.of(1)
    found = [(item.contact.handle, item.minutes) for item in posted if isinstance(item, Exchange)]
    assert found == [("Jane_Smith", 14), ("田中太郎", 13), ("鈴木花子", 13)]


def test_replacing_leaves_nothing_of_the_old_text(journal: Journal) -> None:
    journal.capture(EVERYTHING, DAY)
    assert all(rows(journal, table) for table in POSTED)
    journal.edit_entry(journal.entry(1)._replace(text="plain"))
    assert [table for table in POSTED if rows(journal, table)] == []


def test_clearing_takes_all_of_one_entry_back(journal: Journal) -> None:
    journal.capture(EVERYTHING, DAY)
    journal.capture("-> @田中 情報: stays", DAY)
    journal.remove_entry(1)
    assert [row[0] for row in rows(journal, "exchanges")] == [2]
    assert [row[0] for row in rows(journal, "mentions")] == [2]


def test_replacing_tells_whose_accounts_it_touches(journal: Journal) -> None:
    """Who is no longer named as much as who newly is: both totals change."""
    journal.capture("-> @田中 情報: x", DAY)
    with journal.step("entry_edit"):
        draft = journal.preview("<> @鈴木\n@Jane_Smith in prose", DAY)
        moves = journal.books.postings.replace(1, draft)
    assert {(move.contact, move.times, move.direction, move.weight) for move in moves} == {
        (1, -1, "given", 1000),
        (2, 0, "", 0),
    }


def test_a_waiting_line_keeps_its_number_while_it_waits(journal: Journal) -> None:
    """`inbox` was printed, another line was settled, `inbox settle 3` is typed: 3 must still be that line."""
    journal.capture("-> @一郎 情報: a\n-> @二郎 情報: b\n-> @三郎 情報: c", DAY)
    before = {line.name: line.number for line in journal.inbox()}
    journal.settle(before["一郎"], "田中太郎")
    entry = journal.entry(1)
    journal.edit_entry(entry._replace(text=f"new first line\n{entry.text}\n-> @四郎 情報: d"))
    after = {line.name: line.number for line in journal.inbox()}
    assert {name: after[name] for name in ("二郎", "三郎")} == {name: before[name] for name in ("二郎", "三郎")}
    assert after["四郎"] not in before.values()


def test_weights_stay_as_posted_only_where_the_line_does_not_say(journal: Journal) -> None:
    journal.capture("-> @田中 情報: a\n-> @田中 情報: b *7\n-> @田中 紹介: c", DAY)
    with journal.step("test"):
        journal.books.connection.execute("update exchanges set weight = 9000 where not weighed")
        journal.books.postings.replace(1, journal.preview(journal.entry(1).text, DAY), keep_weights=True)
    assert [row[0] for row in journal.books.connection.execute("select weight from exchanges order by line")] == [
        9000,
        7000,
        9000,
    ]


def test_an_unlinked_name_is_found_by_its_folded_text(journal: Journal) -> None:
    journal.capture("-> @ＮＯＢＯＤＹ info: x\n@nobody #Tag", DAY)
    postings = journal.books.postings
    assert postings.unlinked("@") == ("nobody",)
    assert postings.unlinked("#") == ("tag",)
    assert postings.entries_unlinked("@", ["nobody", "else"]) == {1}


def test_mentions_come_with_the_handle_of_today(journal: Journal) -> None:
    journal.capture("@田中 and @nobody", DAY)
    journal.change_contact(journal.find_contact("田中")._replace(handle="太郎"))
    found = [(mention.target, mention.name) for mention in journal.books.postings.mentions(1)]
    assert found == [(Named(1, "太郎"), "太郎"), (None, "nobody")]


def test_no_look_up_of_postings_reads_a_whole_table(journal: Journal) -> None:
    journal.capture(EVERYTHING, DAY)
    postings = journal.books.postings
    for look_up in (
        lambda: postings.of(1),
        lambda: postings.stored(1),
        lambda: postings.mentions(1),
        lambda: postings.clear(1),
        lambda: postings.exchange(1, 2, 1),
        lambda: postings.entries_unlinked("@", ["nobody"]),
    ):
        assert scans(journal.books.connection, look_up) == []
