"""Jump: everything on the screen has a label, letters or arrows go there, and nothing moves for it."""

import pytest

from networkjournal.tui.panes.contacts import ContactsPane
from networkjournal.tui.panes.goals import GoalsPane
from networkjournal.tui.screens.inbox import InboxScreen
from networkjournal.tui.screens.jump import Jump, JumpLabel, labels
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.widgets.form import Form
from tests.tui.desk import Desk, desk
from tests.tui.snapshot import screen_text


def label_at(at: Desk, x: int, y: int) -> str:
    """The label that ends in this cell."""
    assert isinstance(at.app.screen, Jump)
    found = [label.target for label in at.app.screen.query(JumpLabel)]
    return next(target.label for target in found if (target.x, target.y) == (x, y))


async def jump_to(at: Desk, text: str) -> None:
    """Type the label that stands before a text on the screen."""
    lines = screen_text(at.app).split("\n")
    y = next(i for i, line in enumerate(lines) if text in line)
    column = len(lines[y][: lines[y].index(text)].encode("utf-16-le")) // 2
    await at.press("ctrl+o")
    near = [label.target for label in at.app.screen.query(JumpLabel) if label.target.y == y]
    await at.press(*min(near, key=lambda target: abs(column - 1 - target.x)).label)
    await at.pilot.pause()


@pytest.mark.parametrize("count", [0, 1, 26, 27, 60, 300, 676])
def test_labels_are_many_enough_short_and_never_the_beginning_of_another(count: int) -> None:
    made = labels(count)
    assert len(made) == len(set(made)) == count
    assert all(len(label) <= 2 for label in made)
    assert not any(other.startswith(label) for label in made for other in made if other != label)
    assert count > 26 or all(len(label) == 1 for label in made)


async def test_a_label_of_a_row_goes_to_its_list_and_row() -> None:
    async with desk() as at:
        await jump_to(at, "Everybody")
        assert at.app.focused is at.home.query_one(GoalsPane).rows

        await jump_to(at, "Anna [b]Miller")
        assert at.app.focused is at.home.query_one(ContactsPane).rows
        assert at.ledger()[0] == "Ledger · Anna [b]Miller[/b]"


async def test_the_bar_the_filter_and_the_keys_of_the_last_line_have_labels() -> None:
    async with desk() as at:
        await jump_to(at, "Write the day")
        assert at.home.typing
        await jump_to(at, "/ narrows")
        assert at.app.focused is at.home.query_one(ContactsPane).filter
        await at.press("escape")
        await jump_to(at, "n New")
        assert isinstance(at.app.screen, Form)


async def test_the_numbers_of_the_title_line_open_what_is_behind_them() -> None:
    async with desk() as at:
        await jump_to(at, "inbox 1")
        assert isinstance(at.app.screen, InboxScreen)
        await at.press("escape")
        await jump_to(at, "received 6")
        assert isinstance(at.app.screen, RecordList)
        assert "3 exchanges" in screen_text(at.app)


async def test_arrows_and_enter_choose_for_whom_an_input_method_keeps_the_letters() -> None:
    async with desk() as at:
        await at.press("ctrl+o", "down", "enter")
        assert at.ledger()[0] == "Ledger · 田中 太郎"


async def test_full_width_letters_are_letters() -> None:
    async with desk() as at:
        await at.press("ctrl+o")
        goals = label_at(at, 1, 2)
        await at.press(chr(ord(goals) + 0xFEE0))
        assert at.app.focused is at.home.query_one(GoalsPane).rows


async def test_labels_move_nothing_and_escape_leaves_all_as_it_was() -> None:
    async with desk() as at:
        before = screen_text(at.app)
        await at.press("ctrl+o")
        with_labels = screen_text(at.app)
        assert len(with_labels.split("\n")) == len(before.split("\n"))
        assert "鈴木 花子          さくら訪問看護     received more" in with_labels

        await at.press("escape")
        assert screen_text(at.app) == before
        assert at.app.focused is at.home.query_one(ContactsPane).rows


async def test_the_first_of_two_letters_leaves_only_its_labels_and_can_be_taken_back() -> None:
    async with desk() as at:
        await at.press("ctrl+o")
        count = len([label for label in at.app.screen.query(JumpLabel) if label.display])
        await at.press("z")
        assert {label.target.label[0] for label in at.app.screen.query(JumpLabel) if label.display} == {"z"}
        await at.press("backspace")
        assert len([label for label in at.app.screen.query(JumpLabel) if label.display]) == count


async def test_it_works_in_a_form_while_one_types() -> None:
    async with desk() as at:
        await at.press("n", "ctrl+o", "c")
        form = at.app.screen
        assert isinstance(form, Form)
        assert form.focused is form._rows[2].control


async def test_a_click_on_a_label_goes_there_and_one_beside_leaves() -> None:
    async with desk() as at:
        await at.press("ctrl+o")
        await at.pilot.click(offset=(1, 2))
        await at.pilot.pause()
        assert at.app.focused is at.home.query_one(GoalsPane).rows

        await at.press("ctrl+o")
        await at.pilot.click(offset=(100, 12))
        assert at.app.screen is at.home
