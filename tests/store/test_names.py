"""The index of names: who goes by a key, quickly, and never out of step with what was just written."""

from datetime import date

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.model.goal import Goal
from networkjournal.model.posting import Bearer, Named
from tests.store.statements import asked, plans, rows, scans

DAY = date(2026, 11, 20)


def test_a_key_gives_all_its_bearers_and_says_whose_handle_it_is(journal: Journal) -> None:
    journal.add_contact(Contact("田中 次郎", handle="田中"))
    found = journal.books.names.bearers("@", {"田中", "nobody"})
    assert set(found) == {"田中"}
    assert set(found["田中"]) == {Bearer(Named(1, "田中太郎"), False), Bearer(Named(4, "田中"), True)}


def test_each_sign_has_names_of_its_own(journal: Journal) -> None:
    journal.add_goal(Goal("Jane Smith"))
    assert [bearer.named.handle for bearer in journal.books.names.bearers("#", {"jane smith"})["jane smith"]] == [
        "Jane_Smith"
    ]
    assert journal.books.names.bearers("%", {"jane smith"}) == {}


def test_answers_are_kept_until_a_name_changes(journal: Journal) -> None:
    names = journal.books.names
    names.bearers("@", {"田中", "nobody"})
    with asked(journal.books.connection) as statements:
        names.bearers("@", {"田中", "nobody"})
    assert statements == []
    journal.add_contact(Contact("nobody"))
    assert "nobody" in names.bearers("@", {"nobody"})


def test_a_failed_step_leaves_no_answer_behind(journal: Journal) -> None:
    """Inside the step the new name was known; an answer kept from there would link mentions to nobody."""
    journal.rehearse("-> @[New One] info: x", DAY)
    assert journal.books.names.bearers("@", {"new one"}) == {}


def test_what_another_program_wrote_is_known(path: str) -> None:
    one, other = Journal.open(path), Journal.open(path)
    assert one.preview("-> @Ann info: x", DAY).waiting
    other.add_contact(Contact("Ann"))
    assert not one.preview("-> @Ann info: x", DAY).waiting
    one.close()
    other.close()


def test_more_keys_than_a_statement_takes(journal: Journal) -> None:
    """An entry of a hundred lines asks for thousands of beginnings at once."""
    keys = {f"key{n}" for n in range(40_000)} | {"田中"}
    assert set(journal.books.names.bearers("@", keys)) == {"田中"}


def test_replacing_names_tells_which_came_or_went(journal: Journal) -> None:
    names = journal.books.names
    had = {key for key, _by in names.of("@", 3)}
    with journal.step("contact_edit"):
        changed = names.replace("@", 3, frozenset({"jane", "new"}), "new")
    assert set(changed) == had ^ {"jane", "new"}
    assert names.of("@", 3) == {("jane", False), ("new", True)}


def test_the_handle_of_one_who_was_removed_still_finds_them(journal: Journal) -> None:
    """An old text says `@Jane_Smith`: whoever reads it again must not take it for somebody unknown."""
    journal.remove_contact(journal.find_contact("Jane Smith"))
    assert journal.books.names.of("@", 3) == {("janesmith", True)}
    assert not journal.books.names.live("@", 3)


def test_handles_are_looked_for_by_their_beginning(journal: Journal) -> None:
    journal.add_contact(Contact("Jane Smith"))
    assert journal.books.names.handles_like("@", "janesmith") == {"janesmith", "janesmith2"}
    assert journal.books.names.handles_like("@", "jane smith") == frozenset()


def test_starting_gives_live_records_with_what_tells_them_apart(journal: Journal) -> None:
    journal.add_contact(Contact("田中 次郎", organization="北町"))
    journal.add_contact(Contact("田中 三郎"))
    journal.remove_contact(journal.find_contact("田中三郎"))
    found = {named.handle: detail for named, detail in journal.books.names.starting("@", ["田中"])}
    assert found == {"田中太郎": "", "田中次郎": "北町"}
    assert len(journal.books.names.starting("@", ["田中"], 1)) == 1


def test_near_finds_who_shares_two_characters(journal: Journal) -> None:
    handles = {handle for _key, handle in journal.books.names.near("@", "田中太朗")}
    assert handles == {"田中太郎"}
    assert journal.books.names.near("@", "ｘ" * 5000) == ()


def test_looking_up_a_name_reads_no_whole_table(journal: Journal) -> None:
    names, connection = journal.books.names, journal.books.connection
    names.forget_answers()
    look_ups = (
        lambda: names.bearers("@", {"田中", "鈴木"}),
        lambda: names.live("@", 1),
        lambda: names.of("@", 1),
        lambda: names.handles_like("@", "田中"),
        lambda: names.starting("@", ["田中"]),
        lambda: names.shorter_handles("@", {"田中太郎の"}),
    )
    for look_up in look_ups:
        assert scans(connection, look_up) == []
        names.forget_answers()


def test_finding_a_person_reads_no_whole_table(journal: Journal) -> None:
    journal.books.names.forget_answers()
    assert scans(journal.books.connection, lambda: journal.find_contact("tanaka")) == []


def test_the_names_of_one_are_found_without_those_of_others(journal: Journal) -> None:
    """An import of ten thousand people asks for them ten thousand times."""
    connection = journal.books.connection
    assert any("names_of_target" in step for step in plans(connection, lambda: journal.books.names.of("@", 1)))


def test_shorter_handles_are_the_same_whether_few_or_many_are_asked_for(journal: Journal) -> None:
    names = journal.books.names
    asked_for = {"田中太郎さん", "jane smithson", "janesmithson", "鈴木"}
    found = names.shorter_handles("@", asked_for)
    assert {named.handle for named in found} == {"田中太郎", "Jane_Smith"}
    assert names.shorter_handles("@", asked_for | {f"nobody {n}" for n in range(1000)}) == found


def test_latin_handles_are_given_by_their_first_letters(journal: Journal) -> None:
    for name in ("Émile Zola", "Jiro", "Zoe"):
        journal.add_contact(Contact(name))
    found = {named.handle for _key, named in journal.books.names.latin_handles("@", {"j"})}
    assert found == {"Émile_Zola", "Jiro", "Jane_Smith"}


def test_every_live_record_is_in_the_index(journal: Journal) -> None:
    journal.add_goal(Goal("訪問"))
    assert {(row[0], row[2]) for row in rows(journal, "names")} == {("@", 1), ("@", 2), ("@", 3), ("#", 1)}
