"""The ledger: totals that are sums, settlements that end what was before, a register that runs."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networkjournal.journal import Journal
from networkjournal.model.balance import Account
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal
from tests.copies import copied
from tests.store.statements import asked, plans, scans

DAY = date(2026, 11, 20)
WEIGHTS = {"情報": 1000, "紹介": 3000, "help": 2000}


def day(n: int) -> date:
    return DAY + timedelta(days=n)


@copied
def knowing_two(path: str) -> Journal:
    """A journal that knows two people."""
    made = Journal.open(path)
    made.add_contact(Contact("田中 太郎"))
    made.add_contact(Contact("鈴木 花子"))
    return made


def account(journal: Journal, name: str = "田中") -> Account:
    return journal.books.ledger.account(journal.find("contact", name).id)


def test_an_account_sums_each_direction(journal: Journal) -> None:
    journal.capture("-> @田中 情報: a 30m\n-> @田中 紹介: b 1h\n<- @田中 help: c 15m", day(0))
    found = account(journal)
    assert (found.given, found.given_count, found.given_minutes) == (4000, 2, 90)
    assert (found.received, found.received_count, found.received_minutes) == (2000, 1, 15)
    assert (found.exchanges, found.first, found.first_on, found.last_on) == (3, "given", DAY, DAY)


def test_nobody_has_an_account_of_nothing(journal: Journal) -> None:
    found = account(journal)
    assert found == Account(1, "田中太郎", "田中 太郎")
    assert found.state == "none"


def test_the_first_exchange_is_the_earliest_by_its_own_date(journal: Journal) -> None:
    """Not the one that was written first: people write last week's down as well."""
    journal.capture("-> @田中 情報: today", day(0))
    journal.capture("<- @田中 情報: earlier on:2026-10-01", day(1))
    found = account(journal)
    assert (found.first, found.first_on, found.last_on) == ("received", date(2026, 10, 1), DAY)


def test_a_settlement_ends_what_was_dated_before_and_on_its_day(journal: Journal) -> None:
    """Even from here: what passed on the day itself, or is dated back later, belongs to what was settled."""
    journal.capture("-> @田中 紹介: before", day(0))
    journal.capture("<> @田中\n-> @田中 紹介: same day", day(5))
    journal.capture("-> @田中 情報: after", day(6))
    journal.capture(f"-> @田中 help: dated back on:{day(3)}", day(7))
    found = account(journal)
    assert (found.given, found.given_count, found.settled_on) == (1000, 1, day(5))
    assert (found.exchanges, found.first_on) == (4, DAY), "what was settled still happened"


def test_the_latest_settlement_counts_in_whatever_order_they_were_written(journal: Journal) -> None:
    journal.capture("<> @田中", day(9))
    journal.capture("<> @田中", day(2))
    journal.capture("-> @田中 情報: between", day(5))
    assert account(journal).settled_on == day(9)
    assert account(journal).given == 0


def test_taking_a_settlement_back_brings_the_balance_back(journal: Journal) -> None:
    journal.capture("-> @田中 紹介: a", day(0))
    journal.capture("<> @田中", day(1))
    journal.remove_entry(2)
    assert (account(journal).given, account(journal).settled_on) == (3000, None)


def test_a_relationship_that_was_settled_and_rested_is_even_not_none(journal: Journal) -> None:
    journal.capture("-> @田中 紹介: a", day(0))
    journal.capture("<> @田中", day(1))
    assert account(journal).state == "even"


def test_the_running_balance_starts_again_at_a_settlement(journal: Journal) -> None:
    journal.capture("-> @田中 紹介: a\n<- @田中 情報: b", day(0))
    journal.capture("-> @田中 情報: c\n<> @田中", day(1))
    journal.capture("<- @田中 help: d\n-> @田中 情報: e", day(2))
    lines = journal.books.ledger.register(1)
    assert [line.running for line in lines] == [3000, 2000, 3000, 0, -2000, -1000]
    assert [line.direction for line in lines] == ["given", "received", "given", None, "received", "given"]
    assert [line.counts for line in lines] == [False, False, False, False, True, True]
    assert lines[-1].running == account(journal).net


def test_the_register_is_oldest_first_and_ends_at_the_balance(journal: Journal) -> None:
    journal.capture("-> @田中 情報: late", day(9))
    journal.capture("-> @田中 紹介: early", day(1))
    lines = journal.books.ledger.register(1)
    assert [(line.on, line.words) for line in lines] == [(day(1), "early"), (day(9), "late")]
    assert journal.books.ledger.latest(1, 1) == ((1, 1),)


def test_removed_people_leave_the_list_and_the_totals_but_not_their_account(journal: Journal) -> None:
    journal.capture("-> @田中 情報: a\n<- @鈴木 紹介: b", day(0))
    journal.remove_contact(journal.find_contact("鈴木"))
    ledger = journal.books.ledger
    assert {found.handle for found in ledger.accounts()} == {"田中太郎", "Jane_Smith"}
    assert ledger.totals() == (1000, 0)
    assert ledger.account(2).received == 3000


def test_for_a_goal_only_lines_that_name_it_count(journal: Journal) -> None:
    goal = journal.add_goal(Goal("訪問"))
    journal.capture("-> @田中 情報: #訪問 の #訪問\n<- @田中 紹介: other\n<- @鈴木 help: x", day(0))
    found = list(journal.books.ledger.accounts_for_goal(goal.id))
    assert [(one.handle, one.given, one.received, one.exchanges) for one in found] == [("田中太郎", 1000, 0, 1)]


def test_for_a_goal_settlements_count_too(journal: Journal) -> None:
    goal = journal.add_goal(Goal("訪問"))
    journal.capture("-> @田中 紹介: x #訪問\n<> @田中", day(0))
    journal.capture("<- @田中 情報: y #訪問", day(1))
    found = next(journal.books.ledger.accounts_for_goal(goal.id))
    assert (found.given, found.received, found.exchanges, found.settled_on) == (0, 1000, 2, day(0))


LINES = st.lists(
    st.tuples(
        st.sampled_from(["->", "<-", "<>"]),
        st.lists(st.sampled_from(["Ann", "Bob", "Cid"]), min_size=1, max_size=3, unique=True),
        st.sampled_from(sorted(WEIGHTS)),
        st.integers(0, 90),
        st.integers(0, 6),
    ),
    max_size=12,
)


@settings(max_examples=60)
@given(LINES, LINES)
def test_totals_equal_a_sum_made_by_hand(first: list, second: list) -> None:  # type: ignore[type-arg]
    """The index of totals against plain arithmetic, also after an entry was written anew."""
    journal = Journal.open(":memory:")
    for name in ("Ann", "Bob", "Cid"):
        journal.add_contact(Contact(name))
    entry = journal.capture(text(first), DAY).entry
    journal.capture(text(second), DAY)
    assert entry is not None
    journal.edit_entry(entry._replace(text=text(first[1:])))
    for name in ("Ann", "Bob", "Cid"):
        found = account(journal, name)
        assert (found.given, found.received, found.given_minutes, found.received_minutes) == by_hand(
            [*first[1:], *second], name
        )
        running = [line.running for line in journal.books.ledger.register(found.contact_id)]
        assert (running or [0])[-1] == found.net
    assert list(journal.books.ledger.wrong_totals()) == []
    journal.close()


def text(lines: list) -> str:  # type: ignore[type-arg]
    """The lines as one would write them."""
    written = []
    for mark, who, kind, minutes, n in lines:
        people = " ".join(f"@{name}" for name in who)
        what = "" if mark == "<>" else f"{kind}: {minutes}m "
        written.append(f"{mark} {people} {what}on:{day(n)}")
    return "\n".join(["text", *written])


def by_hand(lines: list, name: str) -> tuple[int, int, int, int]:  # type: ignore[type-arg]
    """What adding up on paper gives."""
    settled = max((n for mark, who, _kind, _minutes, n in lines if mark == "<>" and name in who), default=-1)
    sums = {"->": [0, 0], "<-": [0, 0], "<>": [0, 0]}
    for mark, who, kind, minutes, n in lines:
        if name in who and n > settled:
            share, rest = divmod(minutes, len(who))
            sums[mark][0] += WEIGHTS[kind]
            sums[mark][1] += share + (rest if who[0] == name else 0)
    return sums["->"][0], sums["<-"][0], sums["->"][1], sums["<-"][1]


def test_only_the_accounts_touched_are_written(journal: Journal) -> None:
    """A list of 10,000 balances would otherwise cost a million rows at each line that is written."""
    journal.capture("-> @田中 情報: a\n-> @鈴木 情報: b", day(0))
    with asked(journal.books.connection) as statements:
        journal.capture("<- @鈴木 情報: c\n@田中 in prose", day(1))
    renewed = [text for text in statements if text.startswith(("insert or replace into accounts", "update accounts"))]
    assert len(renewed) == 1
    assert renewed[0].endswith("where contact_id = 2")


def test_a_change_to_a_record_sums_nothing(journal: Journal) -> None:
    journal.capture("-> @田中 情報: a", day(0))
    with asked(journal.books.connection) as statements:
        journal.change_contact(journal.find_contact("田中")._replace(notes="x"))
    assert not [text for text in statements if "into accounts" in text]


def test_totals_that_are_wrong_are_found(journal: Journal) -> None:
    journal.capture("-> @田中 情報: a", day(0))
    assert list(journal.books.ledger.wrong_totals()) == []
    journal.books.connection.execute("update accounts set given = given + 1")
    assert list(journal.books.ledger.wrong_totals()) == ["田中太郎"]
    journal.books.connection.execute("delete from accounts")
    assert list(journal.books.ledger.wrong_totals()) == ["田中太郎"]


def test_a_broken_link_in_the_file_is_found(journal: Journal) -> None:
    connection = journal.books.connection
    assert list(journal.books.ledger.unsound()) == []
    connection.execute("pragma foreign_keys = off")
    connection.execute("insert into insights values (99, 1, '2026-11-20', 'x')")
    assert list(journal.books.ledger.unsound()) == ["insights None: entries"]


def test_counts_are_of_what_is_there(journal: Journal) -> None:
    journal.capture("-> @田中 @鈴木 情報: a\n-> nobody", day(0))
    journal.capture("gone", day(0))
    journal.remove_entry(2)
    journal.remove_contact(journal.find_contact("Jane Smith"))
    assert journal.books.ledger.counts() == (1, 2, 2, 1)


def test_no_look_up_of_one_account_reads_a_whole_table(journal: Journal) -> None:
    ledger = journal.books.ledger
    for look_up in (lambda: ledger.account(1), lambda: ledger.register(1), lambda: ledger.latest(1, 7)):
        assert scans(journal.books.connection, look_up) == []


def test_summing_one_account_again_reads_only_its_exchanges(journal: Journal) -> None:
    with asked(journal.books.connection) as statements:
        journal.books.ledger.renew([1])
    for text in statements:
        steps = [row[3] for row in journal.books.connection.execute(f"explain query plan {text}")]
        assert not [step for step in steps if step.startswith("SCAN") and step != "SCAN sums"]
        if text.startswith("insert"):
            assert [step for step in steps if "SEARCH exchanges USING COVERING INDEX exchanges_of_contact" in step]


def test_one_line_more_sums_nobody_anew(journal: Journal) -> None:
    """Someone has 25,000 exchanges; adding them up takes longer than everything else about saving a line."""
    journal.capture("-> @田中 情報: a 30m", day(0))
    for change in (
        lambda: journal.capture("<- @田中 help: b on:2026-10-01", day(1)),
        lambda: journal.edit_entry(journal.entry(1)._replace(text="-> @田中 情報: a 10m\n-> @田中 紹介: c")),
        lambda: journal.remove_entry(2),
    ):
        with asked(journal.books.connection) as statements:
            change()
        assert not [text for text in statements if "insert or replace into accounts" in text]
        assert [text for text in statements if text.startswith("update accounts")]
        assert list(journal.books.ledger.wrong_totals()) == []


WRITTEN = (
    "-> @田中 情報: a 30m",
    "<- @田中 help: b",
    "-> @田中 @鈴木 紹介: c *4",
    "<> @田中",
    "-> @鈴木 gift: d",
    "note",
)
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("add", "edit", "remove", "undo", "redo", "merge")),
        st.integers(0, 9),
        st.lists(st.tuples(st.sampled_from(WRITTEN), st.integers(-9, 9)), min_size=1, max_size=4),
    ),
    min_size=2,
    max_size=9,
)


@settings(max_examples=25)
@given(CHANGES, st.sampled_from((1, 500)))
def test_totals_that_were_moved_are_the_sums_whatever_came_and_went(
    changes: list[tuple[str, int, list[tuple[str, int]]]], most: int
) -> None:
    journal = knowing_two()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("networkjournal.store.ledger.MOST_MOVED", most)
        for what, number, parts in changes:
            text = "\n".join(f"{line} on:{day(n).isoformat()}" for line, n in parts)
            known = [entry.id for entry in journal.books.entries.all()]
            if what == "undo":
                journal.undo()
            elif what == "redo":
                journal.redo()
            elif what == "merge" and journal.books.contacts.live(2):
                journal.merge_contacts(journal.books.contacts.get(1), journal.books.contacts.get(2))
            elif what == "edit" and known:
                journal.edit_entry(journal.entry(known[number % len(known)])._replace(text=text, day=day(number)))
            elif what == "remove" and known:
                journal.remove_entry(known[number % len(known)])
            else:
                journal.capture(text, day(number))
            assert list(journal.books.ledger.wrong_totals()) == []
    journal.close()


def test_the_list_of_balances_reads_no_exchange(journal: Journal) -> None:
    steps = plans(journal.books.connection, lambda: list(journal.books.ledger.accounts()))
    assert not [step for step in steps if "exchanges" in step or "TEMP B-TREE" in step]


@pytest.mark.parametrize("most", [0, 1, 7])
def test_latest_gives_at_most_so_many(journal: Journal, most: int) -> None:
    for n in range(3):
        journal.capture("-> @田中 情報: a", day(n))
    assert journal.books.ledger.latest(1, most) == ((3, 1), (2, 1), (1, 1))[:most]


def test_the_usual_exchanges_are_the_most_frequent_of_late(journal: Journal) -> None:
    journal.capture("-> @田中 情報: a\n-> @鈴木 情報: b\n<- @田中 紹介: c\n-> @田中 お茶", day(0))
    journal.capture("<- @田中 紹介: d\n<- @鈴木 紹介: e", day(1))
    assert journal.books.ledger.usual(9) == (("received", "introduction"), ("given", "information"), ("given", "other"))
    assert journal.books.ledger.usual(1) == (("received", "introduction"),)


def test_finding_what_is_usual_costs_the_same_after_many_years(journal: Journal) -> None:
    """Counted in the steps of SQLite's own machine, which do not depend on the day's load."""

    def steps() -> int:
        counted: list[None] = []
        journal.books.connection.set_progress_handler(lambda: counted.append(None), 10)
        journal.books.ledger.usual(5)
        journal.books.connection.set_progress_handler(None, 10)
        return len(counted)

    lines = "\n".join("-> @田中 情報: a" for _ in range(200))
    for n in range(5):
        journal.capture(lines, day(n))
    few = steps()
    for n in range(5):
        journal.capture(lines, day(n))
    assert steps() == few > 0


lines_of_months = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.sampled_from(["-> @田中 情報: a", "<- @田中 紹介: b", "-> @田中 help: c *2.5", "<> @田中"]),
    ),
    max_size=14,
)


@settings(max_examples=40)
@given(lines_of_months)
def test_pages_put_together_are_the_register_upside_down(lines: list[tuple[int, str]]) -> None:
    """A page asks for its own running balance instead of running down the whole register."""
    journal = Journal.open(":memory:")
    journal.add_contact(Contact("田中 太郎"))
    for n, line in lines:
        journal.capture(line, day(n))
    ledger = journal.books.ledger

    whole = tuple(reversed(ledger.register(1)))

    assert ledger.length(1) == len(whole)
    for size in (1, 3, 50):
        pages = [ledger.page(1, skip, size) for skip in range(0, len(whole), size)]
        assert tuple(line for page in pages for line in page) == whole
    assert [ledger.place(1, line.entry, line.line) for line in whole] == list(range(len(whole)))
    assert ledger.place(1, 99, 1) is None
