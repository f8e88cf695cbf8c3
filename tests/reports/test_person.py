"""A person's page: every count is that of the records behind it."""

from datetime import date

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.event import Event
from networkjournal.model.exchange import Which
from networkjournal.model.goal import Goal, Persona
from networkjournal.reports.person import person
from tests.store.statements import scans

TODAY = date(2026, 11, 23)


@pytest.fixture
def journal() -> Journal:
    """One person with a bit of everything, one who introduced them, one of whom nothing is known."""
    made = Journal.open(":memory:")
    for contact in (Contact("鈴木 花子", introduced_by="田中"), Contact("田中 太郎"), Contact("東 学")):
        made.add_contact(contact)
    goal = made.add_goal(Goal("在宅を増やす", "在宅"))
    made.add_persona(Persona(goal.id, "夜に困っている人"))
    made.add_event(Event("交流会", date(2026, 9, 1), purpose="会う"))
    made.capture("%交流会\n<- @鈴木 情報: a 20m #在宅\n-> @鈴木 お金: ¥500", date(2026, 9, 1))
    made.capture("<- @田中 紹介: @鈴木 さん\n! @鈴木 は早い\n= @鈴木 から一件 #在宅", date(2026, 9, 2))
    made.capture("[ ] @鈴木 に送る\n[<] @鈴木 から返事\n[x] @鈴木 に電話", date(2026, 9, 3))
    return made


def test_all_that_is_known_of_someone_is_counted(journal: Journal) -> None:
    found = person(journal, 1, TODAY)

    assert found.contact.name == "鈴木 花子"
    assert (found.counting.of("given").times, found.counting.of("received").times) == (1, 1)
    assert (found.counting.of("given").money, found.counting.of("received").minutes) == ((("JPY", 500),), 20)
    assert (found.entries, found.insights, found.results, found.kept, found.third_party) == (3, 1, 1, 1, 1)
    assert [(tie.goal.handle, tie.exchanges, len(tie.personas)) for tie in found.goals] == [("在宅", 1, 1)]
    assert [event.title for event in found.brief.events] == ["交流会"]
    assert (len(found.brief.owed), len(found.brief.awaited)) == (1, 1)


def test_each_count_is_that_of_its_list(journal: Journal) -> None:
    found, books = person(journal, 1, TODAY), journal.books

    assert found.entries == len(books.entries.page_with("@", 1, 0, 99))
    assert found.insights == len(books.lines.page("insight", "@", 1, 0, 99))
    assert found.third_party == len(books.exchanges.page(Which(third=1), 0, 99))


def test_what_was_settled_counts_no_more(journal: Journal) -> None:
    journal.capture("<> @鈴木", date(2026, 10, 1))
    assert person(journal, 1, TODAY).counting.times == 0
    assert person(journal, 1, TODAY).brief.account.exchanges == 2


def test_who_introduced_whom_is_told_from_both_ends(journal: Journal) -> None:
    """The field holds what was written; a name that finds someone leads to them, a handle is what leads back."""
    suzuki, tanaka = person(journal, 1, TODAY), person(journal, 2, TODAY)
    assert suzuki.introducer is not None
    assert suzuki.introducer.id == 2
    assert tanaka.introduced == ()

    journal.change_contact(suzuki.contact._replace(introduced_by=suzuki.introducer.handle))
    assert [contact.id for contact in person(journal, 2, TODAY).introduced] == [1]


@pytest.mark.parametrize("words", ["", "  ", "妻のいとこの結婚式で", "@"])
def test_words_introduce_nobody(journal: Journal, words: str) -> None:
    journal.change_contact(journal.books.contacts.get(1)._replace(introduced_by=words))
    assert person(journal, 1, TODAY).introducer is None


def test_untold_is_someone_of_whom_there_is_only_a_name(journal: Journal) -> None:
    assert person(journal, 3, TODAY).untold
    assert not person(journal, 1, TODAY).untold
    journal.change_contact(journal.books.contacts.get(3)._replace(needs=("夜の連携",)))
    assert not person(journal, 3, TODAY).untold


def test_nobody_has_no_page(journal: Journal) -> None:
    with pytest.raises(KeyError):
        person(journal, 99, TODAY)


def test_the_page_reads_no_table_whole_but_the_list_of_contacts(journal: Journal) -> None:
    """Whom they introduced is asked of all contacts, once; nothing that grows with the days is read whole."""
    found = scans(journal.books.connection, lambda: person(journal, 1, TODAY))
    assert [step.split()[1] for step in found] == ["contacts"]
