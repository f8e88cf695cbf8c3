"""The list of contacts: whoever is left stands in the order of all, and nobody else is looked at."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from networkjournal.model.balance import Account, Standing
from networkjournal.tui.panes.contacts import Ordered, People
from networkjournal.tui.theme import PLAIN
from networkjournal.tui.veil import OPEN

IDS = st.lists(st.integers(1, 60), unique=True, max_size=40)


def people(contacts: list[int], everybody: Ordered, read: list[int]) -> People:
    """Rows of these contacts; `read` notes whose accounts are asked for."""

    def account(contact: int) -> Account:
        read.append(contact)
        return Account(contact, str(contact), f"name {contact}")

    drawn: dict[tuple[int, int], Text] = {}
    return People(contacts, everybody.places, account, (PLAIN, OPEN, date(2026, 11, 20)), drawn)


@given(IDS, st.frozensets(st.integers(1, 70)))
def test_who_is_left_stands_in_the_order_of_all_and_is_found_there(ids: list[int], wanted: frozenset[int]) -> None:
    everybody = Ordered([Standing(contact, 0, 0, 0, "") for contact in ids])
    left = everybody.only(wanted)
    assert left == [contact for contact in ids if contact in wanted]
    rows = people(left, everybody, [])
    for contact in range(72):
        assert rows.index(contact) == (left.index(contact) if contact in left else None)
    assert rows.index(None) is rows.index("x") is None


def test_a_row_is_read_when_it_is_drawn_and_once_for_each_width() -> None:
    read: list[int] = []
    rows = people([3, 1], Ordered([Standing(contact, 0, 0, 0, "") for contact in (3, 2, 1)]), read)
    assert "name 1" in rows.draw(1, 60).plain
    assert rows.draw(1, 60) is rows.draw(1, 60)
    assert rows.draw(1, 50) is not rows.draw(1, 60)
    assert read == [1, 1]
