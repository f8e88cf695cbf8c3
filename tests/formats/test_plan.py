"""Plans of imports: the same file twice changes nothing, and what was written here is never overwritten."""

from collections.abc import Iterator
from datetime import date

import pytest

from networkjournal.formats.ics_to_do import ToDo, entry_of
from networkjournal.formats.identifier import written
from networkjournal.formats.plan import Item, apply, plan
from networkjournal.formats.records import BadRecord, ContactRecord, EntryRecord, Reading, digest_of
from networkjournal.journal import Journal
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.posting import ActionState
from networkjournal.store.uid import new_uid

DAY = date(2026, 11, 20)
MAIL = (Labelled("ann@b.example", "work"),)


@pytest.fixture
def journal() -> Iterator[Journal]:
    """An empty journal in memory."""
    made = Journal.open(":memory:")
    yield made
    made.close()


def card(contact: Contact, uid: str = "") -> ContactRecord:
    """A card as a reader hands it over."""
    return ContactRecord("card 1", contact, uid, digest_of(repr(contact)))


def note(text: str, key: str = "notes/2026-11-20.md") -> EntryRecord:
    """A text as a reader hands it over."""
    return EntryRecord(key, key, DAY, text, digest_of(text))


def bring(journal: Journal, *records: ContactRecord | EntryRecord | BadRecord) -> list[Item]:
    """Import records, and give the plan that it was."""
    reading = Reading(
        tuple(record for record in records if isinstance(record, ContactRecord)),
        tuple(record for record in records if isinstance(record, EntryRecord)),
        tuple(record for record in records if isinstance(record, BadRecord)),
    )
    items = list(plan(journal, "test", reading))
    apply(journal, items, "file")
    return items


def verdicts(items: list[Item]) -> list[str]:
    """What the plan says of each record."""
    return [item.verdict for item in items]


def dump(journal: Journal) -> list[str]:
    """All tables, row by row."""
    return list(journal.books.connection.iterdump())


def test_planning_writes_nothing(journal: Journal) -> None:
    """`--dry-run` is a plan that is not applied."""
    before = dump(journal)
    assert [item.verdict for item in plan(journal, "test", Reading((card(Contact("Ann")),), (note("x"),)))] == [
        "new",
        "new",
    ]
    assert dump(journal) == before


@pytest.mark.parametrize("uid", ["", "urn:uuid:1"])
def test_the_same_file_a_second_time_changes_no_row_of_any_table(journal: Journal, uid: str) -> None:
    """Also no step of the history: `undo` afterwards must take back what was really done last."""
    records = (card(Contact("田中 太郎", emails=MAIL), uid), note("-> @田中 情報: 本"))
    assert verdicts(bring(journal, *records)) == ["new", "new"]
    before = dump(journal)
    assert verdicts(bring(journal, *records)) == ["same", "same"]
    assert dump(journal) == before


def test_a_card_of_this_journal_is_known_by_its_identifier(journal: Journal) -> None:
    """A name alone would be one of many; where it came from, somebody who was removed stays removed."""
    ann = journal.add_contact(Contact("Ann"))
    mine = written(journal.books.contacts.uids()[ann.id])
    (item,) = bring(journal, card(Contact("Ann", notes="x"), mine))
    assert (item.verdict, item.fields) == ("changed", ("notes",))
    journal.remove_contact(journal.books.contacts.get(ann.id))
    assert verdicts(bring(journal, card(Contact("Ann", notes="y"), mine))) == ["same"]
    assert journal.books.contacts.count() == 0


def test_a_card_of_somebody_merged_is_who_they_were_merged_into(journal: Journal) -> None:
    ann, anna = journal.add_contact(Contact("Ann")), journal.add_contact(Contact("Anna"))
    mine = written(journal.books.contacts.uids()[ann.id])
    journal.merge_contacts(anna, ann)
    (item,) = bring(journal, card(Contact("Ann"), mine))
    assert item.known == anna.id and journal.books.contacts.count() == 1


def test_a_card_keeps_its_identifier_in_another_journal_unless_somebody_has_it(journal: Journal) -> None:
    mine = written(new_uid())
    assert verdicts(bring(journal, card(Contact("Ann"), mine), card(Contact("Bo"), mine))) == ["new", "new"]
    assert [written(uid) for uid in journal.books.contacts.uids().values()].count(mine) == 1


def test_a_text_of_this_journal_is_changed_by_its_page_unless_it_was_edited_here(journal: Journal) -> None:
    """A page that is read back must not stand beside the entry that it is of."""
    entry = journal.capture("first", DAY).entry
    assert entry is not None
    mine = note("second")._replace(uid=journal.books.entries.uids()[entry.id])
    assert verdicts(bring(journal, mine)) == ["changed"]
    assert [one.text for one in journal.books.entries.all()] == ["second"]
    journal.edit_entry(entry._replace(text="my own"))
    later = note("third", "elsewhere.md")._replace(uid=mine.uid)
    assert verdicts(bring(journal, later)) == ["doubtful"]
    journal.remove_entry(entry.id)
    assert verdicts(bring(journal, later)) == ["same"]


def test_a_page_that_is_there_twice_is_two_texts(journal: Journal) -> None:
    uid = new_uid()
    one, other = note("x", "1.md")._replace(uid=uid), note("y", "2.md")._replace(uid=uid)
    assert verdicts(bring(journal, one, other)) == ["new", "new"]
    assert list(journal.books.entries.uids().values()).count(uid) == 1


def to_do(state: ActionState, key: str = "1") -> EntryRecord:
    """A to-do as a calendar's reader hands it over."""
    return entry_of(ToDo("call @Bo", state, DAY, None, None, ""), "to-do 1", key)


def test_a_to_do_that_is_here_is_the_same_until_it_is_done_there(journal: Journal) -> None:
    journal.add_contact(Contact("Bo"))
    journal.capture("[ ] call @Bo", DAY)
    assert verdicts(bring(journal, to_do("open"))) == ["same"]
    assert verdicts(bring(journal, to_do("done"))) == ["new"]
    assert journal.books.actions.standing() == ()
    assert verdicts(bring(journal, to_do("done"))) == verdicts(bring(journal, to_do("done", "2"))) == ["same"]


def test_a_card_twice_in_one_file_is_one_person(journal: Journal) -> None:
    assert verdicts(bring(journal, card(Contact("Ann")), card(Contact("Ann")))) == ["new", "same"]
    assert journal.books.contacts.count() == 1


def test_a_namesake_who_shares_nothing_comes_in_as_another_person(journal: Journal) -> None:
    """Two people may bear one name; making one of them would mix their balances."""
    journal.add_contact(Contact("田中 太郎", organization="あおば居宅"))
    (item,) = bring(journal, card(Contact("田中 太郎", organization="さくら")))
    assert item.verdict == "doubtful"
    assert [person.handle for person in journal.books.contacts.every()] == ["田中太郎", "田中太郎_2"]
    assert journal.find_contact("田中太郎").organization == "あおば居宅"


@pytest.mark.parametrize(
    "shared",
    [
        {"organization": "さくら"},
        {"emails": (Labelled("ANN@b.example"),)},
        {"phones": (Labelled("090-1", "cell"),)},
    ],
)
def test_a_namesake_who_shares_something_is_the_one_known(journal: Journal, shared: dict[str, object]) -> None:
    known = Contact("田中 太郎", organization="さくら", emails=MAIL, phones=(Labelled("090-1"),))
    journal.add_contact(known)
    (item,) = bring(journal, card(Contact("田中太郎", title="部長")._replace(**shared)))  # type: ignore[arg-type]
    assert (item.verdict, journal.books.contacts.count()) == ("changed", 1)
    assert journal.find_contact("田中").title == "部長"


def test_a_card_fills_blanks_and_adds_to_lists_and_overwrites_nothing(journal: Journal) -> None:
    """What was typed here is newer in its owner's mind than what a phone exports."""
    mine = journal.add_contact(
        Contact("Ann Lee", organization="Mine", notes="my words", emails=MAIL, tags=("friend",), caution="mind this")
    )
    theirs = Contact(
        "Ann Lee",
        organization="Mine",
        title="Boss",
        notes="their words",
        emails=(Labelled("ann@b.example", "home"), Labelled("second@b.example")),
        tags=("phone",),
        caution="other",
    )
    (item,) = bring(journal, card(theirs))
    assert set(item.fields) == {"title", "emails", "tags"}
    assert journal.find_contact("Ann") == mine._replace(
        title="Boss", emails=(*MAIL, Labelled("second@b.example")), tags=("friend", "phone")
    )


def test_a_source_s_own_id_finds_someone_who_was_renamed_here(journal: Journal) -> None:
    bring(journal, card(Contact("Ann Lee"), "1"))
    journal.change_contact(journal.find_contact("Ann")._replace(name="Ann Smith", family="", given=""))
    (item,) = bring(journal, card(Contact("Ann Lee", title="Boss"), "1"))
    assert (item.verdict, journal.books.contacts.count()) == ("changed", 1)
    assert (journal.find_contact("Ann").name, journal.find_contact("Ann").title) == ("Ann Smith", "Boss")


def test_a_text_as_it_came_takes_a_later_edition(journal: Journal) -> None:
    bring(journal, note("first"))
    assert verdicts(bring(journal, note("second"))) == ["changed"]
    assert [entry.text for entry in journal.books.entries.all()] == ["second"]


def test_a_text_as_it_came_takes_a_third_edition_too(journal: Journal) -> None:
    """Taking the second one is no edit of a person's."""
    for text in ("one", "two", "three"):
        bring(journal, note(text))

    assert journal.entry(1).text == "three"
    assert journal.books.entries.count() == 1


def test_a_text_edited_here_is_not_overwritten_by_a_later_edition(journal: Journal) -> None:
    bring(journal, note("first"))
    journal.edit_entry(journal.entry(1)._replace(text="mine"))
    before = dump(journal)
    assert verdicts(bring(journal, note("second"))) == ["doubtful"]
    assert dump(journal) == before


def test_a_text_removed_here_does_not_come_back(journal: Journal) -> None:
    bring(journal, note("first"))
    journal.remove_entry(1)
    assert verdicts(bring(journal, note("first"), note("second"))) == ["same", "same"]
    assert journal.books.entries.count() == 0


def test_people_come_before_the_texts_that_name_them(journal: Journal) -> None:
    bring(journal, note("-> @Ann info: a book"), card(Contact("Ann Lee")))
    assert journal.inbox() == ()
    assert journal.entry(1).text == "-> @Ann_Lee info: a book"


def test_an_import_is_one_step_that_can_be_taken_back_and_done_again(journal: Journal) -> None:
    journal.add_contact(Contact("Ann Lee", organization="Mine"))
    cards = [card(Contact(f"Person {n}")) for n in range(5)]
    items = bring(journal, card(Contact("Ann Lee", organization="Mine", title="Boss")), *cards, note("-> @Ann info: x"))
    assert [step.name for step in journal.books.history.steps()] == ["import", "contact_add"]
    journal.undo()
    assert (journal.books.contacts.count(), journal.books.entries.count()) == (1, 0)
    assert journal.find_contact("Ann").title == ""
    assert journal.check().differences == ()
    journal.redo()
    assert (journal.books.contacts.count(), journal.books.entries.count()) == (6, 1)
    assert journal.check().differences == ()
    assert len(items) == 7


def test_what_was_taken_back_can_be_imported_again(journal: Journal) -> None:
    """What the file brought is forgotten with it, or the person could never have it again."""
    bring(journal, card(Contact("Ann")), note("x"))
    journal.undo()
    assert verdicts(bring(journal, card(Contact("Ann")), note("x"))) == ["new", "new"]


def test_an_import_that_fails_leaves_nothing(journal: Journal) -> None:
    before = dump(journal)
    items = list(plan(journal, "test", Reading((card(Contact("Ann")), card(Contact("Bo"))))))

    def stop(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply(journal, items, "file", stop)
    assert dump(journal) == before


def test_what_cannot_be_read_is_in_the_plan_and_harms_nothing(journal: Journal) -> None:
    items = bring(journal, card(Contact("Ann")), BadRecord("card 2, line 9", "no_name"))
    assert [(item.verdict, item.where) for item in items] == [("new", "card 1"), ("unreadable", "card 2, line 9")]
    assert journal.books.contacts.count() == 1


def test_a_later_edition_changes_what_was_not_edited_here_and_tells_what_was(journal: Journal) -> None:
    first = Contact("Ann Lee", organization="Old", title="Clerk", phones=(Labelled("111 1111"),))
    bring(journal, card(first, "1"))
    journal.change_contact(journal.find_contact("Ann")._replace(title="Queen"))
    later = first._replace(organization="New", title="Boss", phones=(Labelled("222 2222"),))
    (item,) = bring(journal, card(later, "1"))
    assert (item.verdict, item.fields, item.kept) == ("changed", ("organization", "phones"), ("title",))
    assert item.changes[0] == ("organization", "Old", "New")
    ann = journal.find_contact("Ann")
    assert (ann.organization, ann.title, ann.phones) == ("New", "Queen", (Labelled("222 2222"),))


def test_a_third_edition_is_weighed_against_the_second(journal: Journal) -> None:
    for title in ("One", "Two", "Three"):
        bring(journal, card(Contact("Ann Lee", title=title), "1"))
    assert journal.find_contact("Ann").title == "Three"


def test_an_edition_that_goes_back_on_itself_is_an_edition(journal: Journal) -> None:
    for title in ("One", "Two", "One"):
        bring(journal, card(Contact("Ann Lee", title=title), "1"))
    assert journal.find_contact("Ann").title == "One"


def test_someone_renamed_at_the_source_is_renamed_here_and_in_texts(journal: Journal) -> None:
    bring(journal, card(Contact("Ann Lee"), "1"), note("-> @Ann info: a book"))
    bring(journal, card(Contact("Ann Smith"), "1"))
    assert journal.entry(1).text == "-> @Ann_Smith info: a book"


def test_without_an_identifier_the_only_namesake_whose_old_words_are_gone_is_the_one(journal: Journal) -> None:
    """A table has no identifiers, and a new job is a new line."""
    bring(journal, card(Contact("Ann Lee", organization="Old")))
    (item,) = bring(journal, card(Contact("Ann Lee", organization="New")))
    assert (item.verdict, journal.find_contact("Ann").organization) == ("changed", "New")


def test_two_namesakes_in_one_file_stay_two(journal: Journal) -> None:
    both = (card(Contact("Ann Lee", organization="A")), card(Contact("Ann Lee", organization="B")))
    bring(journal, *both)
    assert verdicts(bring(journal, *both)) == ["same", "same"]
    assert journal.books.contacts.count() == 2


def test_someone_removed_here_does_not_come_back_with_a_later_edition(journal: Journal) -> None:
    bring(journal, card(Contact("Ann Lee"), "1"))
    journal.remove_contact(journal.find_contact("Ann"))
    assert verdicts(bring(journal, card(Contact("Ann Lee", title="Boss"), "1"))) == ["same"]
    assert journal.books.contacts.count() == 0


def test_who_has_the_same_address_by_another_name_is_doubtful_and_says_why(journal: Journal) -> None:
    journal.add_contact(Contact("田中 太郎", emails=MAIL))
    (item,) = bring(journal, card(Contact("T. Tanaka", emails=MAIL)))
    assert (item.verdict, item.reasons) == ("doubtful", ("email",))


def test_after_a_merge_the_file_still_knows_whom_it_brought(journal: Journal) -> None:
    bring(journal, card(Contact("Ann Lee", title="Clerk"), "1"))
    kept = journal.add_contact(Contact("Anna Lee"))
    journal.merge_contacts(kept, journal.find_contact("Ann Lee"))
    assert verdicts(bring(journal, card(Contact("Ann Lee", title="Boss"), "1"))) == ["changed"]
    assert (journal.books.contacts.count(), journal.find_contact("Anna Lee").title) == (1, "Boss")


def test_an_undone_edition_can_be_brought_again(journal: Journal) -> None:
    bring(journal, card(Contact("Ann Lee", title="Clerk"), "1"))
    bring(journal, card(Contact("Ann Lee", title="Boss"), "1"))
    journal.undo()
    assert journal.find_contact("Ann").title == "Clerk"
    assert verdicts(bring(journal, card(Contact("Ann Lee", title="Boss"), "1"))) == ["changed"]


def test_a_text_that_comes_back_as_it_stands_here_is_the_same(journal: Journal) -> None:
    """What was exported names people by their handles; what was once imported did not."""
    journal.add_contact(Contact("Ann Lee"))
    bring(journal, note("-> @Ann info: a book"))
    before = dump(journal)
    assert verdicts(bring(journal, note("-> @Ann_Lee info: a book"))) == ["same"]
    assert dump(journal) == before
