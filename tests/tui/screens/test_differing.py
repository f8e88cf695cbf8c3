"""A form that was open while others changed the record: both values are offered, and what nobody disputes is kept."""

from pathlib import Path

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from networkjournal.tui.widgets.choice import Choice
from networkjournal.tui.widgets.form import FieldRow, Form
from networkjournal.tui.widgets.line_input import LineInput
from networkjournal.tui.widgets.text_input import TextInput
from tests.tui.desk import Desk, desk, journal
from tests.tui.snapshot import screen_text


def fill(at: Desk, **values: str) -> None:
    """Type into fields of the form on top."""
    for row in at.app.screen.query(FieldRow):
        if row.field.name in values:
            control = row.control
            if isinstance(control, TextInput):
                control.text = values[row.field.name]
            elif isinstance(control, LineInput):
                control.value = values[row.field.name]


def suzuki(opened: Journal) -> Contact:
    return opened.books.contacts.get(3)


async def test_what_others_changed_in_other_fields_is_kept_unasked(tmp_path: Path) -> None:
    opened = journal(str(tmp_path / "journal.db"))
    async with desk(opened) as at:
        at.home.edit_contact(suzuki(opened))
        await at.pilot.pause()
        other = Journal.open(opened.path)
        other.change_contact(suzuki(other)._replace(organization="北町", tags=("福祉",)))
        fill(at, notes="mine")
        await at.press("ctrl+s")
        found = suzuki(other)
        assert (found.organization, found.tags, found.notes) == ("北町", ("福祉",), "mine")
        assert not at.shows(Form)
        other.close()


@pytest.mark.parametrize(
    ("keys", "notes", "open_still"),
    [
        (("enter",), "mine", False),
        (("down", "enter"), "theirs", False),
        (("down", "down", "enter"), "theirs / mine", False),
        (("escape",), "theirs", True),
    ],
    ids=["mine", "theirs", "both", "go on"],
)
async def test_whose_words_are_to_stay_is_asked(
    tmp_path: Path, keys: tuple[str, ...], notes: str, open_still: bool
) -> None:
    opened = journal(str(tmp_path / "journal.db"))
    async with desk(opened) as at:
        at.home.edit_contact(suzuki(opened))
        await at.pilot.pause()
        other = Journal.open(opened.path)
        other.change_contact(suzuki(other)._replace(organization="北町", notes="theirs"))
        fill(at, notes="mine", title="看護師")
        await at.press("ctrl+s")
        assert at.shows(Choice)
        assert "mine" in screen_text(at.app) and "theirs" in screen_text(at.app)
        await at.press(*keys)
        found = suzuki(other)
        assert (found.organization, found.notes) == ("北町", notes)
        assert found.title == ("" if open_still else "看護師")
        assert at.shows(Form) is open_still
        other.close()


async def test_a_record_that_was_removed_is_said_to_be_gone(tmp_path: Path) -> None:
    opened = journal(str(tmp_path / "journal.db"))
    async with desk(opened) as at:
        at.home.edit_contact(suzuki(opened))
        await at.pilot.pause()
        other = Journal.open(opened.path)
        other.remove_contact(suzuki(other))
        fill(at, notes="mine")
        await at.press("ctrl+s")
        assert "no longer in the journal" in screen_text(at.app)
        assert at.shows(Form)
        other.close()


async def test_a_goal_that_was_renamed_elsewhere_keeps_its_new_name(tmp_path: Path) -> None:
    opened = journal(str(tmp_path / "journal.db"))
    async with desk(opened) as at:
        at.home.edit_goal(opened.books.goals.get(1))
        await at.pilot.pause()
        other = Journal.open(opened.path)
        other.change_goal(other.books.goals.get(1)._replace(handle="訪問"))
        fill(at, why="for a reason")
        await at.press("ctrl+s")
        found = other.books.goals.get(1)
        assert (found.handle, found.why) == ("訪問", "for a reason")
        other.close()
