"""The journal's verbs, and the one invariant: what is posted is what reading the texts again would post."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from networkjournal.errors import Ambiguous, Invalid, JournalError, NotFound
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal

DAY = date(2026, 11, 20)


@pytest.fixture
def journal() -> Journal:
    """A journal in memory that knows four people."""
    made = Journal.open(":memory:")
    for name, reading in (
        ("田中 太郎", "タナカ タロウ"),
        ("鈴木 花子", "スズキ ハナコ"),
        ("Jane Smith", ""),
        ("渡辺 由美", ""),
    ):
        made.add_contact(Contact(name, reading=reading))
    return made


def text(journal: Journal, entry: int = 1) -> str:
    """An entry's text as it stands."""
    return journal.entry(entry).text


def net(journal: Journal, name: str) -> int:
    """A balance, in thousandths."""
    return journal.books.ledger.account(journal.find("contact", name).id).net


@pytest.mark.parametrize(
    "name",
    ["田中太郎", "田中 太郎", "タナカタロウ", "たなかたろう", "tanakatarou", "Tanaka Taro", "@田中さん", "太郎様"],
)
def test_a_person_is_found_by_every_spelling(journal: Journal, name: str) -> None:
    assert journal.find("contact", name).handle == "田中太郎"


def test_a_name_that_nobody_or_several_bear_is_told_so(journal: Journal) -> None:
    journal.add_contact(Contact("田中 次郎", organization="北町福祉用具"))

    with pytest.raises(Ambiguous) as several:
        journal.find("contact", "田中")
    with pytest.raises(NotFound) as nobody:
        journal.find("contact", "鈴本花子")

    assert several.value.candidates == (("田中太郎", "タナカ タロウ"), ("田中次郎", "北町福祉用具"))
    assert "鈴木花子" in nobody.value.nearest


def test_a_captured_line_moves_the_balance(journal: Journal) -> None:
    journal.capture("-> @鈴木 情報: 加算の話\n<- @鈴木 紹介: @渡辺由美 さん", DAY)

    assert net(journal, "鈴木") == 1000 - 3000


def test_an_empty_text_is_refused_and_nothing_is_written(journal: Journal) -> None:
    before = journal.version

    with pytest.raises(Invalid):
        journal.capture(" \n\u3000", DAY)

    assert before == journal.version


def test_what_the_file_cannot_hold_is_replaced_and_the_rest_kept(journal: Journal) -> None:
    journal.capture("a\x00b\ud800c\r\nd  ", DAY)

    assert text(journal) == "a\ufffdb\ufffdc\nd"


def test_editing_an_entry_replaces_what_it_posted(journal: Journal) -> None:
    saved = journal.capture("-> @鈴木 情報: 話", DAY).entry
    assert saved

    journal.edit_entry(saved._replace(text="<- @鈴木 紹介: 逆だった"))

    assert net(journal, "鈴木") == -3000


def test_removing_an_entry_takes_its_exchanges_back(journal: Journal) -> None:
    journal.capture("-> @鈴木 情報: 話", DAY)
    journal.remove_entry(1)

    assert net(journal, "鈴木") == 0
    assert journal.check().differences == ()


def test_create_makes_one_contact_of_two_spellings(journal: Journal) -> None:
    receipt = journal.capture("-> @西村さん 情報: 一\n-> @西村 情報: 二\n<- @Bob_Brown info: three", DAY, create=True)

    assert receipt.created == ("西村", "Bob_Brown")
    assert receipt.draft.waiting == ()
    assert journal.find_contact("Bob Brown").name == "Bob Brown"


def test_a_rehearsal_leaves_nothing(journal: Journal) -> None:
    receipt = journal.rehearse("-> @西村さん 情報: 一", DAY)

    assert receipt.entry is None
    assert receipt.created == ("西村",)
    assert journal.books.entries.count() == 0
    with pytest.raises(NotFound):
        journal.find("contact", "西村")


def test_a_new_contact_settles_the_lines_that_waited_for_it(journal: Journal) -> None:
    journal.capture("-> @西村さん 情報: まだ知らない人", DAY)
    assert [line.reason for line in journal.inbox()] == ["unknown"]

    journal.add_contact(Contact("西村 学"))

    assert journal.inbox() == ()
    assert text(journal) == "-> @西村学さん 情報: まだ知らない人"
    assert net(journal, "西村") == 1000


def test_settling_by_hand_names_the_one_meant(journal: Journal) -> None:
    journal.add_contact(Contact("田中 次郎"))
    journal.capture("-> @田中 情報: どちらか\n-> 情報: だれに\n-> @[西村 学]さん 情報: だれ", DAY)
    ambiguous, nobody, unknown = journal.inbox()

    journal.settle(ambiguous.number, "田中次郎")
    journal.settle(nobody.number, "鈴木")
    journal.settle(unknown.number)

    assert text(journal) == "-> @田中次郎 情報: どちらか\n-> @鈴木花子 情報: だれに\n-> @西村学さん 情報: だれ"
    assert journal.inbox() == ()


def test_a_number_in_the_inbox_stays_while_its_line_waits(journal: Journal) -> None:
    journal.capture("-> @西村 情報: 一\n-> @東野 情報: 二\n-> @北川 情報: 三", DAY)
    first, _, third = journal.inbox()

    journal.settle(first.number)

    assert [line.number for line in journal.inbox()] == [2, 3]
    assert third.name == "北川"


def test_settling_what_does_not_wait_changes_nothing(journal: Journal) -> None:
    journal.capture("-> 情報: だれに", DAY)

    for number, name in ((9, "鈴木"), (1, None), (1, "だれもいない")):
        with pytest.raises(JournalError):
            journal.settle(number, name)

    assert text(journal) == "-> 情報: だれに"


def test_renaming_rewrites_the_handle_in_every_entry(journal: Journal) -> None:
    for _ in range(3):
        journal.capture("昨日@鈴木さんと。\n-> @鈴木 情報: 話 *2", DAY)
    person = journal.find_contact("鈴木")

    renamed = journal.change_contact(person._replace(name="井上 花子", family="", given=""))

    assert renamed.handle == "井上花子"
    assert [text(journal, n) for n in (1, 2, 3)] == ["昨日@井上花子さんと。\n-> @井上花子 情報: 話 *2"] * 3
    assert net(journal, "井上") == 6000


def test_a_longer_new_name_does_not_take_over_an_old_mention(journal: Journal) -> None:
    journal.capture("昨日@田中太郎丸く収まった\n-> @田中太郎 情報: 話", DAY)

    journal.add_contact(Contact("田中 太郎丸"))

    assert text(journal) == "昨日@[田中太郎]丸く収まった\n-> @田中太郎 情報: 話"
    assert journal.check().differences == ()


def test_a_removed_contact_keeps_its_history_and_its_handle(journal: Journal) -> None:
    journal.capture("-> @鈴木 情報: 話", DAY)
    journal.remove_contact(journal.find_contact("鈴木"))

    assert "鈴木花子" not in [account.handle for account in journal.books.ledger.accounts()]
    assert text(journal) == "-> @鈴木花子 情報: 話"
    assert journal.add_contact(Contact("鈴木 花子")).handle == "鈴木花子_2"
    assert journal.check().differences == ()


def test_a_settlement_makes_even_without_a_counter_entry(journal: Journal) -> None:
    journal.capture("<- @鈴木 紹介: 一", DAY - timedelta(3))
    journal.capture("<> @鈴木 ありがとう", DAY - timedelta(2))
    journal.capture("-> @鈴木 情報: 二", DAY)
    account = journal.books.ledger.account(journal.find("contact", "鈴木").id)

    assert (account.given, account.received, account.exchanges, account.settled_on) == (1000, 0, 2, DAY - timedelta(2))


def test_actions_written_days_apart_are_one(journal: Journal) -> None:
    journal.capture("[ ] @鈴木 に送る due:11/25\n[ ] @田中 に電話", DAY)
    journal.capture("[x] @鈴木 に送る", DAY + timedelta(2))

    assert [action.words for action in journal.books.actions.standing()] == ["@田中太郎 に電話"]


def test_undo_and_redo_walk_through_every_step(journal: Journal) -> None:
    journal.capture("-> @西村 情報: 話", DAY)
    journal.settle(1)
    journal.change_contact(journal.find_contact("西村")._replace(name="西野 学"))
    full = (text(journal), net(journal, "西野"))

    undone = [journal.undo() for _ in range(3)]
    assert [step.name for step in undone if step] == ["contact_rename", "settle", "capture"]
    assert journal.books.entries.count() == 0
    assert journal.check().differences == ()

    again = [journal.redo() for _ in range(3)]
    assert [step.name for step in again if step] == ["capture", "settle", "contact_rename"]
    assert full == (text(journal), net(journal, "西野"))
    assert journal.redo() is None
    assert journal.check().differences == ()


def test_a_change_after_an_undo_ends_the_redoing(journal: Journal) -> None:
    journal.capture("-> @鈴木 情報: 話", DAY)
    journal.undo()
    journal.capture("-> @鈴木 情報: 別の話", DAY)

    assert journal.redo() is None


def test_a_step_that_fails_leaves_nothing(journal: Journal) -> None:
    with pytest.raises(RuntimeError), journal.step("import", "x"):
        journal.add_contact(Contact("西村 学"))
        journal.capture("-> @西村 情報: 話", DAY)
        raise RuntimeError

    assert journal.books.entries.count() == 0
    assert journal.check().differences == ()
    assert journal.capture("-> @西村 情報: 話", DAY).draft.waiting[0].reason == "unknown"


def test_repost_makes_the_index_of_names_anew(journal: Journal) -> None:
    """A later version may know names by other keys; what it finds wrong must have a remedy."""
    journal.books.connection.execute("delete from names where key = 'smith'")
    assert [difference.what for difference in journal.check().differences] == ["names"]

    journal.repost()

    assert journal.check().differences == ()
    assert journal.find("contact", "Smith").handle == "Jane_Smith"


NAMES = st.sampled_from(
    [
        "田中 太郎",
        "田中 次郎",
        "田中",
        "鈴木 花子",
        "Jane Smith",
        "Jane",
        "Ann",
        "Ann A",
        "西村",
        "西村 学",
        "たなか",
        "太郎丸",
        "tanaka",
        "恵",
        "Anna Miller",
        "3M",
        "a.b",
        "O'Neil",
        "Jean-Pierre",
        "@@",
    ]
)
READINGS = st.sampled_from(["", "タナカ タロウ", "スズキ ハナコ", "たなか"])
PIECES = (
    *(
        "-> ",
        "<- ",
        "<> ",
        "- [ ] ",
        "[x] ",
        "! ",
        "= ",
        "・",
        "\n",
        "\n",
        "```\n",
        " ",
        "　",
        "さん",
        "に",
        "丸",
        "2",
        "a",
        "_",
    ),
    *("@田中", "@鈴木花子", "@Jane", "@Jane_Smith", "@[Jane Smith]", '@"Ann A"', "@tanaka", "@西村さん", "@Ann a", "@"),
    *(
        "#在宅",
        "#在宅クリニック",
        "#[3年計画]",
        "%交流会",
        "+経験",
        "情報: ",
        "紹介：",
        "30分",
        "1h",
        "*2",
        "¥500",
        "on:昨日",
        "due:金",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=16).map("".join)


class AnyOrder(RuleBasedStateMachine):
    """Whatever a person does, in whatever order: what is posted stays what the texts say."""

    entries: Bundle[int] = Bundle("entries")
    people: Bundle[int] = Bundle("people")

    @initialize()
    def open(self) -> None:
        self.journal = Journal.open(":memory:")

    def teardown(self) -> None:
        self.journal.close()

    @rule(target=entries, text=TEXTS, back=st.integers(-3, 3), create=st.booleans())
    def capture(self, text: str, back: int, create: bool) -> int:
        try:
            saved = self.journal.capture(text, DAY + timedelta(back), create=create).entry
        except Invalid:
            return 0
        assert saved
        draft = self.journal.preview(saved.text, saved.day)
        assert self.journal.posted(saved.id) == (draft.posted, draft.waiting)
        return saved.id

    @rule(entry=entries, text=TEXTS)
    def edit(self, entry: int, text: str) -> None:
        found = self.journal.books.entries.get(entry)
        if found and text.strip():
            self.journal.edit_entry(found._replace(text=text))

    @rule(entry=consumes(entries))
    def remove(self, entry: int) -> None:
        if self.journal.books.entries.get(entry):
            self.journal.remove_entry(entry)

    @rule(target=people, name=NAMES, reading=READINGS, alias=NAMES | st.none())
    def meet(self, name: str, reading: str, alias: str | None) -> int:
        return self.journal.add_contact(Contact(name, reading=reading, aliases=(alias,) if alias else ())).id

    @rule(person=people, name=NAMES, handle=st.sampled_from(["", "same", "新"]))
    def rename(self, person: int, name: str, handle: str) -> None:
        if self.journal.books.contacts.live(person):
            old = self.journal.books.contacts.get(person)
            wanted = old.handle if handle == "same" else handle
            try:
                self.journal.change_contact(old._replace(name=name, family="", given="", handle=wanted))
            except Invalid as taken:
                assert taken.reason == "taken"

    @rule(person=people)
    def part(self, person: int) -> None:
        if self.journal.books.contacts.live(person):
            self.journal.remove_contact(self.journal.books.contacts.get(person))

    @rule(person=people, archived=st.booleans())
    def archive(self, person: int, archived: bool) -> None:
        if self.journal.books.contacts.live(person):
            self.journal.archive_contact(self.journal.books.contacts.get(person), archived)

    @rule(kept=people, absorbed=people)
    def merge(self, kept: int, absorbed: int) -> None:
        contacts = self.journal.books.contacts
        if contacts.live(kept) and contacts.live(absorbed) and kept != absorbed:
            one, other = contacts.get(kept), contacts.get(absorbed)
            planned = self.journal.merge_plan(one, other)
            assert self.journal.merge_contacts(one, other) == planned.merged == contacts.get(kept)
            assert self.journal.books.ledger.account(kept) == planned.after
            assert self.journal.books.entries.mentioning("@", absorbed) == ()

    @rule(person=people)
    def forget(self, person: int) -> None:
        if self.journal.books.contacts.there(person):
            self.journal.forget_contact(self.journal.books.contacts.get(person))
            assert not self.journal.books.contacts.there(person)

    @rule(handle=st.sampled_from(["在宅", "在宅クリニック", "3年計画"]))
    def aim(self, handle: str) -> None:
        try:
            self.journal.add_goal(Goal(handle, handle))
        except Invalid as taken:
            assert taken.reason == "taken"

    @rule(title=st.sampled_from(["交流会", "交流会 秋", "会"]))
    def gather(self, title: str) -> None:
        self.journal.add_event(Event(title, DAY))

    @rule(place=st.integers(0, 5), person=people | st.none())
    def settle(self, place: int, person: int | None) -> None:
        waiting = self.journal.inbox()
        if waiting:
            line = waiting[place % len(waiting)]
            known = person is not None and self.journal.books.contacts.there(person)
            name = self.journal.books.contacts.get(person).handle if person is not None and known else None
            with suppress(JournalError):  # an ambiguous name makes no contact, a removed one cannot be meant
                self.journal.settle(line.number, name)

    @rule()
    def undo(self) -> None:
        self.journal.undo()

    @rule()
    def redo(self) -> None:
        self.journal.redo()

    @rule()
    def repost(self) -> None:
        self.journal.repost()

    @invariant()
    def posted_is_what_the_texts_say(self) -> None:
        assert self.journal.check().differences == ()


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=30, stateful_step_count=25)
