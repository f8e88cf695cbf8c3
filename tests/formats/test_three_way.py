"""Later editions: what was edited here stays, what was not takes the edition."""

from hypothesis import given
from hypothesis import strategies as st

from networkjournal.formats.three_way import Weighed, brought, remembered, weigh
from networkjournal.model.contact import Contact, Labelled

FIRST = Contact(
    "Ann Lee", "Ann_Lee", "Lee", "Ann", organization="Old", notes="theirs",
    phones=(Labelled("1", "work"), Labelled("2")), tags=("a", "b"),
)  # fmt: skip


def edition(known: Contact, new: Contact, before: Contact | None = FIRST) -> Weighed:
    """What an edition comes to after `before` was brought."""
    return weigh(known, new, remembered(brought(before)) if before else {})


def test_an_edition_that_says_nothing_new_changes_nothing() -> None:
    mine = FIRST._replace(organization="Mine", tags=("c",), notes="")
    assert edition(mine, FIRST) == (mine, (), ("tags",))


def test_a_field_that_was_not_edited_takes_the_edition() -> None:
    weighed = edition(FIRST, FIRST._replace(organization="New", notes="", title="Boss"))
    assert (weighed.contact.organization, weighed.contact.title, weighed.contact.notes) == ("New", "Boss", "")
    assert [change.field for change in weighed.changes] == ["organization", "title", "notes"]
    assert weighed.kept == ()


def test_a_field_that_was_edited_stays_and_is_told() -> None:
    weighed = edition(FIRST._replace(organization="Mine"), FIRST._replace(organization="New"))
    assert (weighed.contact.organization, weighed.changes, weighed.kept) == ("Mine", (), ("organization",))


def test_a_field_that_was_emptied_here_stays_empty() -> None:
    assert edition(FIRST._replace(notes=""), FIRST._replace(notes="more")).contact.notes == ""


def test_both_saying_the_same_is_no_conflict() -> None:
    weighed = edition(FIRST._replace(organization="New"), FIRST._replace(organization="New"))
    assert (weighed.changes, weighed.kept) == ((), ())


def test_what_left_a_list_there_leaves_it_here_and_what_was_added_here_stays() -> None:
    mine = FIRST._replace(tags=("a", "mine", "b"))
    assert edition(mine, FIRST._replace(tags=("b", "c"))).contact.tags == ("mine", "b", "c")


def test_what_was_taken_out_of_a_list_here_does_not_come_back() -> None:
    weighed = edition(FIRST._replace(tags=("a",)), FIRST._replace(tags=("a", "b", "c")))
    assert (weighed.contact.tags, weighed.kept) == (("a", "c"), ("tags",))


def test_a_label_changed_there_changes_here_unless_it_was_edited() -> None:
    new = FIRST._replace(phones=(Labelled("1", "home"), Labelled("2", "cell")))
    assert edition(FIRST, new).contact.phones == new.phones
    mine = FIRST._replace(phones=(Labelled("1", "desk"), Labelled("2")))
    assert edition(mine, new).contact.phones == (Labelled("1", "desk"), Labelled("2", "cell"))


def test_a_new_name_there_is_a_new_name_here_unless_it_was_edited() -> None:
    new = FIRST._replace(name="Ann Smith", family="Smith")
    assert edition(FIRST, new).contact.name == "Ann Smith"
    assert edition(FIRST._replace(name="Annie Lee"), new).contact.name == "Annie Lee"


def test_where_nothing_was_brought_before_only_what_is_empty_is_filled() -> None:
    new = FIRST._replace(name="ANN LEE", organization="New", title="Boss", tags=("c",))
    weighed = edition(FIRST, new, None)
    assert weighed.contact == FIRST._replace(title="Boss", tags=("a", "b", "c"))
    assert weighed.kept == ("organization",)


_WORDS = st.text("ab ", max_size=3).map(str.strip)
_CONTACTS = st.builds(
    lambda organization, notes, tags, phones: Contact(
        "X Y", family="Y", given="X", organization=organization, notes=notes, tags=tuple(tags), phones=tuple(phones)
    ),
    _WORDS,
    _WORDS,
    st.lists(st.sampled_from("abc"), unique=True),
    st.lists(st.builds(Labelled, st.sampled_from("12"), st.sampled_from(["", "w"])), unique_by=lambda one: one.value),
)


@given(_CONTACTS, _CONTACTS)
def test_an_untouched_record_becomes_whatever_its_source_says(first: Contact, second: Contact) -> None:
    made = edition(first, second, first).contact
    assert set(made.tags) == set(second.tags) and set(made.phones) == set(second.phones)
    assert made._replace(tags=(), phones=()) == second._replace(tags=(), phones=())


@given(_CONTACTS, _CONTACTS, _CONTACTS)
def test_weighing_twice_is_weighing_once(mine: Contact, first: Contact, second: Contact) -> None:
    once = edition(mine, second, first).contact
    assert edition(once, second, second).contact == once
