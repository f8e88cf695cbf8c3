"""Archiving and merging: out of the lists but known, and two records of one person made one without losing anything."""

from datetime import date
from pathlib import Path

import pytest

from networkjournal.errors import Invalid, NotFound
from networkjournal.formats import read_path
from networkjournal.formats.plan import apply, plan
from networkjournal.formats.vcard_write import write
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.posting import Exchange
from networkjournal.reports.brief import brief
from networkjournal.reports.today import today

DAY = date(2026, 11, 20)
CARD = "BEGIN:VCARD\nVERSION:3.0\nUID:{uid}\nN:{n}\nFN:{fn}\nEMAIL:{mail}\nEND:VCARD\n"


@pytest.fixture
def journal() -> Journal:
    """A journal in which one person stands twice, and somebody else once."""
    made = Journal.open(":memory:")
    made.add_contact(Contact("鈴木 一郎", reading="スズキ イチロウ", organization="さくら"))
    made.add_contact(Contact("Suzuki", aliases=("Ichi",), organization="北町福祉用具", title="部長"))
    made.add_contact(Contact("田中 太郎", introduced_by="Suzuki"))
    return made


def texts(journal: Journal) -> list[str]:
    """All entries' texts."""
    return [entry.text for entry in journal.books.entries.all()]


def merge(journal: Journal, absorbed: str = "Suzuki", kept: str = "鈴木一郎") -> Contact:
    """Merge by name."""
    return journal.merge_contacts(journal.find_contact(kept), journal.find_contact(absorbed))


def archive(journal: Journal, name: str = "鈴木一郎", archived: bool = True) -> Contact:
    """Archive by name."""
    return journal.archive_contact(journal.find_contact(name), archived)


# archiving


def test_who_is_archived_is_in_no_list(journal: Journal) -> None:
    journal.capture("<- @鈴木一郎 紹介: 一\n<- @鈴木一郎 紹介: 二\n<- @鈴木一郎 紹介: 三", date(2026, 9, 1))
    assert [account.handle for account in today(journal, DAY).give_back] == ["鈴木一郎"]

    archive(journal)

    books = journal.books
    assert [person.handle for person in books.contacts.all()] == ["Suzuki", "田中太郎"]
    assert [person.handle for person in books.contacts.all(archived=True)] == ["鈴木一郎"]
    assert books.contacts.count() == 2
    assert [account.handle for account in books.ledger.accounts()] == ["Suzuki", "田中太郎"]
    assert len(list(books.ledger.accounts(archived=True))) == 3
    assert today(journal, DAY).give_back == ()
    assert books.names.starting("@", ["鈴木"]) == ()


def test_who_is_archived_is_known_by_name_in_texts_and_in_the_ledger(journal: Journal) -> None:
    archive(journal)

    saved = journal.capture("-> @スズキイチロウ 情報: 本", DAY).entry

    assert saved and saved.text == "-> @鈴木一郎 情報: 本"
    assert brief(journal, "suzuki ichirou", DAY).account.given == 1000
    assert journal.books.ledger.totals() == (1000, 0), "the ledger is true, whoever is in the list"
    assert journal.check().differences == ()


def test_an_archived_contact_comes_back_and_both_are_steps(journal: Journal) -> None:
    before = journal.find_contact("鈴木一郎")

    assert archive(journal).archived
    assert archive(journal, archived=False) == before
    assert archive(journal, archived=False) == before, "twice is not a further step"
    assert [step.name for step in journal.books.history.steps(2)] == ["contact_unarchive", "contact_archive"]

    journal.undo()
    assert journal.find_contact("鈴木一郎").archived
    journal.undo()
    assert journal.find_contact("鈴木一郎") == before


def test_archiving_writes_what_the_file_has_and_not_an_old_value(journal: Journal) -> None:
    """The caller's contact may be one that was read before somebody else wrote."""
    old = journal.find_contact("鈴木一郎")
    journal.change_contact(old._replace(notes="new"))

    assert journal.archive_contact(old).notes == "new"


def test_an_archived_contact_goes_out_as_a_card_like_any_other(journal: Journal) -> None:
    person = journal.find_contact("鈴木一郎")
    assert write([archive(journal)]) == write([person])


# merging


def test_a_merge_moves_mentions_exchanges_actions_and_settlements(journal: Journal) -> None:
    journal.capture("昨日@Suzuki と\n-> @Suzuki info: book *2\n[ ] @Suzuki に送る\n<> @Suzuki on:2026-11-01", DAY)
    kept, absorbed = journal.find_contact("鈴木一郎"), journal.find_contact("Suzuki")
    plan = journal.merge_plan(kept, absorbed)

    made = journal.merge_contacts(kept, absorbed)

    assert texts(journal) == [
        "昨日@鈴木一郎 と\n-> @鈴木一郎 info: book *2\n[ ] @鈴木一郎 に送る\n<> @鈴木一郎 on:2026-11-01"
    ]
    assert (plan.entries, plan.exchanges, plan.merged) == (1, 2, made)
    account = journal.books.ledger.account(kept.id)
    assert account == plan.after
    assert (account.given, account.settled_on) == (2000, date(2026, 11, 1))
    assert [action.contacts[0].handle for action in journal.books.actions.standing(kept.id)] == ["鈴木一郎"]
    assert journal.check().differences == ()


def test_a_plan_leaves_nothing(journal: Journal) -> None:
    journal.capture("-> @Suzuki info: book", DAY)
    before = (list(journal.books.contacts.every()), texts(journal), journal.books.history.steps())

    journal.merge_plan(journal.find_contact("鈴木一郎"), journal.find_contact("Suzuki"))

    assert (list(journal.books.contacts.every()), texts(journal), journal.books.history.steps()) == before
    assert journal.find("contact", "Suzuki").handle == "Suzuki"


def test_every_name_of_the_absorbed_one_finds_the_kept_one(journal: Journal) -> None:
    merge(journal)

    for name in ("Suzuki", "suzuki", "Ichi", "鈴木", "スズキ"):
        assert journal.find("contact", name).handle == "鈴木一郎"
    saved = journal.capture("-> @Suzuki info: book", DAY).entry
    assert saved and saved.text == "-> @鈴木一郎 info: book"


def test_an_old_handle_with_a_number_still_finds_them(journal: Journal) -> None:
    twin = journal.add_contact(Contact("鈴木 一郎"))
    assert twin.handle == "鈴木一郎_2"

    journal.merge_contacts(journal.find_contact("鈴木一郎"), twin)

    assert journal.find("contact", "鈴木一郎_2").handle == "鈴木一郎"


def test_a_value_that_differs_is_noted_under_the_name_it_is_given(journal: Journal) -> None:
    kept, absorbed = journal.find_contact("鈴木一郎"), journal.find_contact("Suzuki")

    made = journal.merge_contacts(kept, absorbed, {"organization": "勤め先"})

    assert (made.organization, made.title, made.notes) == ("さくら", "部長", "勤め先: 北町福祉用具")


def test_who_was_introduced_by_the_absorbed_one_was_introduced_by_the_kept_one(journal: Journal) -> None:
    merge(journal)
    assert journal.find_contact("田中").introduced_by == "鈴木一郎"
    journal.undo()
    assert journal.find_contact("田中").introduced_by == "Suzuki"


def test_a_renamed_introducer_is_called_by_the_new_handle(journal: Journal) -> None:
    journal.change_contact(journal.find_contact("Suzuki")._replace(name="佐藤 次郎", family="", given=""))
    assert journal.find_contact("田中").introduced_by == "佐藤次郎"


def test_nobody_has_introduced_themselves(journal: Journal) -> None:
    journal.change_contact(journal.find_contact("鈴木一郎")._replace(introduced_by="Suzuki"))
    journal.change_contact(journal.find_contact("Suzuki")._replace(introduced_by="田中太郎"))
    assert merge(journal).introduced_by == "田中太郎"


def test_lines_that_waited_between_the_two_wait_no_longer(journal: Journal) -> None:
    journal.add_contact(Contact("鈴木 花"))
    journal.capture("-> @鈴木 情報: 本", DAY)
    kept, absorbed = journal.find_contact("鈴木一郎"), journal.find_contact("鈴木花")
    assert len(journal.inbox()) == 1

    plan = journal.merge_plan(kept, absorbed)
    journal.merge_contacts(kept, absorbed)

    assert (plan.waiting, journal.inbox(), plan.after.given) == (1, (), 1000)


def test_a_line_with_both_is_one_exchange_with_the_whole_of_time_and_money(journal: Journal) -> None:
    """The line gave something to one person, once: what was divided between two records comes together again."""
    journal.capture("-> @鈴木一郎 と @Suzuki 情報: 本 31m ¥501\n<> @Suzuki と @鈴木一郎", DAY)

    merge(journal)

    (exchange,) = [item for item in journal.posted(1)[0] if isinstance(item, Exchange)]
    assert (exchange.minutes, exchange.money, exchange.weight) == (31, 501, 1000)
    assert journal.check().differences == ()


def test_weights_stay_as_they_were_posted(journal: Journal) -> None:
    journal.capture("-> @Suzuki info: book", DAY)
    journal.books.connection.execute("update exchanges set weight = 7000")

    assert journal.merge_plan(journal.find_contact("鈴木一郎"), journal.find_contact("Suzuki")).after.given == 7000


def test_an_import_of_the_same_card_changes_nothing_after_a_merge(tmp_path: Path) -> None:
    journal = Journal.open(":memory:")
    path = tmp_path / "cards.vcf"
    one = CARD.format(uid="1", n="Suzuki;Ichiro", fn="Ichiro Suzuki", mail="i@a.example")
    two = CARD.format(uid="2", n=";;;;", fn="Suzuki-san", mail="s@b.example")
    path.write_text(one + two, encoding="utf-8")
    name, reading = read_path(str(path), None)
    apply(journal, list(plan(journal, name, reading)), "cards.vcf")
    kept = merge(journal, "Suzuki-san", "Ichiro Suzuki")

    again = list(plan(journal, name, reading))
    apply(journal, again, "cards.vcf")

    assert [item.verdict for item in again] == ["same", "same"]
    assert list(journal.books.contacts.all()) == [kept]
    path.write_text(one + two.replace("EMAIL", "TEL:090-1\nEMAIL"), encoding="utf-8")
    apply(journal, list(plan(journal, *read_path(str(path), None))), "cards.vcf")
    (person,) = journal.books.contacts.all()
    assert [phone.value for phone in person.phones] == ["090-1"], "a card that changed adds to the one who was kept"


def test_a_merge_is_one_step_and_undone_after_a_restart(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    journal = Journal.open(path)
    for name in ("鈴木 一郎", "Suzuki"):
        journal.add_contact(Contact(name))
    journal.capture("-> @Suzuki info: book 30m\n昨日@Suzuki と@鈴木一郎", DAY)
    before = (list(journal.books.contacts.every()), texts(journal), list(journal.books.ledger.accounts()))
    merge(journal)
    after = (list(journal.books.contacts.every()), texts(journal), list(journal.books.ledger.accounts()))
    assert [step.subject for step in journal.books.history.steps(1)] == ["Suzuki\t鈴木 一郎"]

    for expected in (before, after):
        journal.close()
        journal = Journal.open(path)
        assert journal.check().differences == ()
        assert (journal.undo() if expected is before else journal.redo()) is not None
        assert journal.check().differences == ()
        found = (list(journal.books.contacts.every()), texts(journal), list(journal.books.ledger.accounts()))
        assert found == expected
    journal.repost()
    assert (journal.check().differences, texts(journal)) == ((), after[1])
    journal.close()


def test_a_merged_contact_gives_its_handle_free(journal: Journal) -> None:
    merge(journal)
    assert journal.add_contact(Contact("Suzuki")).handle == "Suzuki"
    assert journal.check().differences == ()


def test_merges_follow_one_another(journal: Journal) -> None:
    journal.capture("-> @Suzuki info: book", DAY)
    merge(journal)
    merge(journal, "鈴木一郎", "田中")

    assert texts(journal) == ["-> @田中太郎 info: book"]
    assert journal.find("contact", "Suzuki").handle == "田中太郎"
    while journal.undo():
        assert journal.check().differences == ()


def test_nobody_is_merged_with_themselves_or_with_someone_who_is_gone(journal: Journal) -> None:
    person, gone = journal.find_contact("鈴木一郎"), journal.find_contact("Suzuki")
    journal.remove_contact(gone)
    before = journal.books.history.steps()

    for kept, absorbed, reason in ((person, person, "same"), (person, gone, "missing"), (gone, person, "missing")):
        with pytest.raises(Invalid) as refused:
            journal.merge_contacts(kept, absorbed)
        assert refused.value.reason == reason
        with pytest.raises(Invalid):
            journal.merge_plan(kept, absorbed)

    assert journal.books.history.steps() == before


def test_who_is_merged_from_the_archive_is_in_the_list_where_one_of_the_two_was(journal: Journal) -> None:
    archive(journal, "鈴木一郎")
    assert not merge(journal).archived


# renaming


def test_a_rename_says_both_names_and_fifty_texts_come_back_in_one_step(journal: Journal) -> None:
    for number in range(50):
        journal.capture(f"{number} 昨日@鈴木一郎さんと\n-> @鈴木一郎 情報: 本", DAY)
    before = texts(journal)

    journal.change_contact(journal.find_contact("鈴木一郎")._replace(name="佐藤 一郎", family="", given=""))
    assert all("@佐藤一郎さんと" in text and "-> @佐藤一郎 情報" in text for text in texts(journal))
    (step,) = journal.books.history.steps(1)
    assert (step.name, step.subject) == ("contact_rename", "鈴木 一郎\t佐藤 一郎")

    journal.undo()
    assert texts(journal) == before
    with pytest.raises(NotFound):
        journal.find("contact", "佐藤")
    journal.redo()
    assert "@佐藤一郎" in texts(journal)[49]
    assert journal.check().differences == ()


def test_an_edit_that_leaves_the_handle_is_no_rename(journal: Journal) -> None:
    journal.change_contact(journal.find_contact("鈴木一郎")._replace(emails=(Labelled("a@b.example"),)))
    assert journal.books.history.steps(1)[0].name == "contact_edit"
    journal.change_contact(journal.find_contact("鈴木一郎")._replace(handle="ichi"))
    assert journal.books.history.steps(1)[0].subject == "鈴木一郎\tichi"
