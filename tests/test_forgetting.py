"""Forgetting: nothing of the person is in the file, everything of the others is as it was, and undo goes on."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from networkjournal.errors import Invalid, NotFound
from networkjournal.formats import read_path
from networkjournal.formats.plan import apply, plan
from networkjournal.journal import Journal
from networkjournal.leavings import copies
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal, Persona
from networkjournal.model.strength import Offer, Strength

DAY = date(2026, 11, 20)
HANAKO = Contact(
    "鈴木 花子",
    reading="スズキ ハナコ",
    aliases=("はなちゃん",),
    emails=(Labelled("hana@example.jp", "work"),),
    phones=(Labelled("090-1234-5678"),),
    notes="話し上手",
)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal on disk that knows 鈴木花子 and two others."""
    made = Journal.open(str(tmp_path / "journal.db"))
    made.add_contact(HANAKO)
    made.add_contact(Contact("田中 太郎"))
    made.add_contact(Contact("佐藤 健一"))
    yield made
    made.close()


def texts(journal: Journal) -> list[str]:
    """All entries' texts."""
    return [entry.text for entry in journal.books.entries.all()]


def forget(journal: Journal, name: str = "鈴木花子") -> None:
    """Forget by name, and see that the plan said the same."""
    person = journal.find_contact(name)
    planned = journal.forget_plan(person)
    assert journal.forget_contact(person) == planned


def bytes_of(journal: Journal) -> bytes:
    """The file, and whatever SQLite keeps beside it."""
    path = Path(journal.path)
    return b"".join(found.read_bytes() for found in sorted(path.parent.glob(f"{path.name}*")))


def left_of(journal: Journal, *names: str) -> list[str]:
    """Which of these names are still in the file, as typed or folded, as UTF-8 or as JSON escapes."""
    data = bytes_of(journal).decode("utf-8", "replace").casefold()
    escaped = (name.encode("ascii", "backslashreplace").decode() for name in names)
    return [name for name in (*names, *escaped) if name.casefold() in data]


EVER = (
    *("鈴木花子", "鈴木 花子", "スズキ ハナコ", "すずき はなこ", "すずきはなこ", "はなちゃん", "hana@example.jp"),
    *("090-1234-5678", "09012345678", "山本花子", "山本 花子", "hana_y", "Hanako Suzuki", "話し上手"),
)
"""Everything she is called in `test_nothing_is_left_in_the_file`, and what was noted of her."""


def live_a_life(journal: Journal, folder: Path) -> None:
    """Write of her wherever one can write: texts, records, steps that were undone, an import, a merge, a rename."""
    journal.add_goal(Goal("鈴木花子さんの紹介で三件", "鈴木花子さんの紹介", why="鈴木 花子に学ぶ"))
    journal.add_persona(Persona(1, "鈴木花子さんのような人", fields=("鈴木花子の分野",)))
    journal.add_strength(Strength("話す力", evidence=("鈴木花子にほめられた",)))
    journal.add_offer(Offer("鈴木花子の本を貸す", audience=("はなちゃんの知り合い",)))
    journal.add_event(Event("鈴木花子講演会", DAY, purpose="鈴木花子に会う"))
    journal.capture("%鈴木花子講演会 へ\n-> @鈴木さん 情報: 奥の話 30m\n昨日鈴木 花子さんと。すずきはなこ", DAY)
    journal.capture("-> @鈴木 と @田中 情報: 本 31m ¥501\n<- @佐藤 紹介: @はなちゃん さん", DAY)
    journal.capture("090-1234-5678 へ電話、hana@example.jp へ手紙\n昔の鈴木さん", DAY)
    gone = journal.capture("%鈴木花子講演会 で鈴木花子に会った", DAY).entry
    assert gone
    journal.edit_entry(gone._replace(text="%鈴木花子講演会 で"))
    journal.remove_entry(gone.id)
    tanaka = journal.find_contact("田中")
    journal.change_contact(tanaka._replace(introduced_by="鈴木花子", notes="鈴木花子の同僚", tags=("鈴木花子",)))
    journal.change_contact(journal.find_contact("鈴木花子")._replace(name="山本 花子", family="", given=""))
    journal.change_contact(journal.find_contact("山本花子")._replace(handle="hana_y"))
    card = folder / "Hanako Suzuki.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Hanako Suzuki\nEMAIL:hs@example.jp\nEND:VCARD\n", encoding="utf-8")
    apply(journal, list(plan(journal, *read_path(str(card), None))), card.name)
    journal.capture("-> @Hanako_Suzuki info: x\n-> @田中 info: y", DAY)
    journal.merge_contacts(journal.find_contact("hana_y"), journal.find_contact("Hanako_Suzuki"))
    journal.capture("[ ] @hana_y に電話", DAY)
    journal.undo()
    journal.archive_contact(journal.find_contact("hana_y"))


def test_nothing_is_left_in_the_file(journal: Journal, tmp_path: Path) -> None:
    live_a_life(journal, tmp_path)
    assert len(left_of(journal, *EVER)) > 8, "the proof of the proof"

    forget(journal, "hana_y")

    assert left_of(journal, *EVER, "hs@example.jp") == []
    journal.close()
    assert left_of(journal, *EVER, "hs@example.jp") == []
    beside = [file for file in os.listdir(tmp_path) if file.startswith("journal.db-")]
    assert all(not (tmp_path / file).read_bytes() for file in beside)


def test_what_is_written_of_others_stays(journal: Journal, tmp_path: Path) -> None:
    live_a_life(journal, tmp_path)
    books = journal.books
    before = [account for account in books.ledger.accounts() if account.handle != "hana_y"]

    forget(journal, "hana_y")

    assert texts(journal) == [
        "%…講演会 へ\n…\n昨日…さんと。…",
        "-> @田中太郎 情報: 本 15m ¥250\n<- @佐藤健一 紹介: … さん",
        "… へ電話、… へ手紙\n昔の鈴木さん",
        "…\n-> @田中太郎 info: y",
    ]
    assert list(books.ledger.accounts()) == before
    tanaka = journal.find_contact("田中")
    assert (tanaka.introduced_by, tanaka.notes, tanaka.tags) == ("…", "…の同僚", ())
    assert [(goal.title, goal.handle, goal.why) for goal in books.goals.every()] == [
        ("…さんの紹介で三件", "…さんの紹介", "…に学ぶ")
    ]
    assert [(event.title, event.handle) for event in books.events.every()] == [("…講演会", "…講演会")]
    assert journal.find("event", "…講演会")
    assert journal.check().differences == ()


def test_every_earlier_step_can_still_be_undone_and_none_brings_them_back(journal: Journal, tmp_path: Path) -> None:
    live_a_life(journal, tmp_path)
    forget(journal, "hana_y")
    assert journal.redo() is None, "what was undone before cannot be done again"

    while journal.undo():
        assert journal.check().differences == ()
        assert left_of(journal, *EVER) == []

    assert list(journal.books.contacts.all()) == []
    assert journal.books.entries.count() == 0


def test_the_history_says_that_someone_was_forgotten_and_no_name(journal: Journal) -> None:
    journal.capture("-> @田中 情報: 本", DAY)
    forget(journal)

    latest, *_, first = journal.books.history.steps()
    assert (latest.name, latest.subject) == ("forget", "")
    assert "鈴木" not in "".join(step.subject for step in journal.books.history.steps())
    undone = journal.undo()
    assert undone and undone.name == "capture", "the step itself is passed by"
    assert first.name == "contact_add"


def test_after_it_nothing_of_them_is_known(journal: Journal) -> None:
    journal.capture("-> @鈴木 情報: 本", DAY)
    person = journal.find_contact("鈴木")
    forget(journal)

    with pytest.raises(NotFound):
        journal.find("contact", "鈴木")
    assert not journal.books.contacts.there(person.id)
    for verb in (journal.forget_contact, journal.forget_plan):
        with pytest.raises(Invalid) as refused:
            verb(person)
        assert refused.value.reason == "missing"
    assert [line.name for line in journal.inbox()] == []


def test_a_plan_writes_nothing(journal: Journal) -> None:
    journal.capture("-> @鈴木 情報: 本\n昨日@鈴木と鈴木花子\n昔の鈴木さん", DAY)
    journal.change_contact(journal.find_contact("田中")._replace(notes="鈴木花子の同僚"))
    before, version = bytes_of(journal), journal.version

    found = journal.forget_plan(journal.find_contact("鈴木"))

    assert (found.entries, found.lines, found.mentions, found.records, found.left) == (1, 1, 2, 1, 1)
    assert (bytes_of(journal), journal.version) == (before, version)


def test_names_of_others_that_contain_the_name_are_left_whole(journal: Journal) -> None:
    journal.add_contact(Contact("鈴木 花子丸"))
    journal.add_contact(Contact("鈴木 一郎"))
    journal.capture("鈴木花子丸と鈴木花子\n-> @鈴木花子丸 情報: 本\n-> @鈴木一郎 情報: 鈴木花子の本", DAY)

    forget(journal)

    assert texts(journal) == ["鈴木花子丸と…\n-> @鈴木花子丸 情報: 本\n-> @鈴木一郎 情報: …の本"]
    assert journal.check().differences == ()


def test_what_two_people_share_stays_with_the_other(journal: Journal) -> None:
    """A name that is somebody else's too, or the number of the office, tells nothing of the one who is gone."""
    journal.change_contact(
        journal.find_contact("田中")._replace(phones=(Labelled("090-1234-5678"),), aliases=("花子",))
    )
    journal.change_contact(journal.find_contact("鈴木")._replace(aliases=("花子",)))
    journal.capture("花子へ 090-1234-5678\n鈴木花子へ", DAY)

    forget(journal)

    assert texts(journal) == ["花子へ 090-1234-5678\n…へ"]
    assert journal.find_contact("田中").phones == (Labelled("090-1234-5678"),)


def test_who_stands_after_a_mention_that_went_is_still_who_they_were(journal: Journal) -> None:
    """Taking a name out must not make another of what follows."""
    journal.add_contact(Contact("田中 太郎丸"))
    journal.capture("@[田中太郎]丸い話、@鈴木花子\n-> @[田中太郎]丸い と @鈴木花子 情報: 本", DAY)
    before = journal.books.ledger.account(journal.find("contact", "田中太郎").id)

    forget(journal)

    assert journal.books.ledger.account(journal.find("contact", "田中太郎").id) == before
    assert journal.check().differences == ()


def test_weights_of_others_stay_as_they_were_posted(journal: Journal) -> None:
    journal.capture("-> @田中 情報: 本\n昨日@鈴木と", DAY)
    journal.books.connection.execute("update exchanges set weight = 7000")
    forget(journal)
    assert journal.books.connection.execute("select weight from exchanges").fetchall() == [(7000,)]


def test_a_name_of_one_letter_goes_where_it_is_a_mention(journal: Journal) -> None:
    journal.add_contact(Contact("恵"))
    journal.capture("@恵 の知恵\n-> @恵 情報: 本", DAY)
    forget(journal, "恵")
    assert texts(journal) == ["… の知恵\n…"]


def test_a_removed_contact_can_be_forgotten(journal: Journal) -> None:
    journal.capture("-> @鈴木 情報: 本", DAY)
    journal.remove_contact(journal.find_contact("鈴木"))
    assert journal.removed_contact("田中太郎") is None
    person = journal.removed_contact("鈴木花子")
    assert person

    journal.forget_contact(person)

    assert left_of(journal, "鈴木花子") == []
    assert journal.check().differences == ()


def test_two_who_were_merged_and_parted_again_are_two(journal: Journal) -> None:
    journal.merge_contacts(journal.find_contact("田中"), journal.find_contact("鈴木"))
    journal.undo()
    journal.capture("鈴木花子と@田中", DAY)

    forget(journal, "田中")

    assert texts(journal) == ["鈴木花子と…"]
    assert journal.find("contact", "鈴木花子")
    assert left_of(journal, "田中太郎", "田中 太郎") == []


def test_two_titles_that_come_to_the_same_are_still_two(journal: Journal) -> None:
    journal.add_event(Event("鈴木花子会", DAY))
    journal.add_event(Event("はなちゃん会", DAY))
    journal.capture("%鈴木花子会 と %はなちゃん会", DAY)

    forget(journal)

    assert texts(journal) == ["%…会 と %…会_2"]
    assert journal.check().differences == ()


def test_finding_finds_nothing_of_them(journal: Journal) -> None:
    journal.capture("-> @鈴木 情報: 本", DAY)
    forget(journal)
    bodies = [row[0] for row in journal.books.connection.execute("select body from documents")]
    assert bodies and not [body for body in bodies if "花子" in body or "はな" in body]


def test_the_index_keeps_no_token_of_what_only_they_were_called(journal: Journal, tmp_path: Path) -> None:
    """Deleted words stay in a full-text index until it is put in order, even where what is deleted is overwritten."""
    live_a_life(journal, tmp_path)
    assert left_of(journal, "木花"), "the proof of the proof"
    forget(journal, "hana_y")
    assert left_of(journal, "木花", "話し上", "hana@", "キハナ") == []


def test_copies_beside_the_journal_are_told(journal: Journal, tmp_path: Path) -> None:
    for name in ("journal.db.draft", "journal.db.schema-1.bak", "other.db.bak"):
        (tmp_path / name).write_text("鈴木花子", encoding="utf-8")
    assert journal.forget_plan(journal.find_contact("鈴木")).copies == ("journal.db.schema-1.bak",)
    assert copies(":memory:") == ()
    assert copies(str(tmp_path / "none" / "journal.db")) == ()


def test_a_file_that_cannot_be_packed_is_overwritten_all_the_same(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.capture("-> @鈴木 情報: 本", DAY)
    monkeypatch.setattr("networkjournal.forgetting.pack", lambda _connection: False)

    assert not journal.forget_contact(journal.find_contact("鈴木")).packed

    assert left_of(journal, "鈴木花子", "鈴木 花子", "hana@example.jp") == []


def test_what_fails_half_way_leaves_everything(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.capture("-> @鈴木 情報: 本", DAY)
    before = (list(journal.books.contacts.every()), texts(journal), journal.books.history.steps())

    def fail(_search: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("networkjournal.store.search.Search.scrub", fail)
    with pytest.raises(RuntimeError):
        journal.forget_contact(journal.find_contact("鈴木"))

    assert (list(journal.books.contacts.every()), texts(journal), journal.books.history.steps()) == before
    assert journal.check().differences == ()
