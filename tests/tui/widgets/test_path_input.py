"""Names of files in one line: told apart, and completed."""

from pathlib import Path

import pytest
from textual import events
from textual.app import App, ComposeResult

from networkjournal.tui.widgets.path_input import Completed, PathInput, completed, paths


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with some files."""
    for name in ("cards.vcf", "cards old.vcf", "calendar.ics", "連絡先.csv", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "one.md").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        ("  cards.vcf ", ("cards.vcf",)),
        ("cards old.vcf", ("cards old.vcf",)),
        ("cards.vcf notes", ("cards.vcf", "notes")),
        ("'cards old.vcf' calendar.ics", ("cards old.vcf", "calendar.ics")),
        (r"cards\ old.vcf 連絡先.csv", ("cards old.vcf", "連絡先.csv")),
        ("'not closed", ("'not closed",)),
        ("it's.vcf", ("it's.vcf",)),
    ],
)
def test_names_are_told_apart(folder: Path, text: str, names: tuple[str, ...]) -> None:
    assert paths(text) == names


def test_the_home_folder_has_a_short_name(folder: Path) -> None:
    assert paths("~/cards.vcf x") == (str(folder / "cards.vcf"), "x")


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("", Completed("")),
        ("cal", Completed("calendar.ics")),
        ("ca", Completed("ca", ("calendar.ics", "cards old.vcf", "cards.vcf"))),
        ("car", Completed("cards", ("cards old.vcf", "cards.vcf"))),
        ("cards\\ ", Completed(r"cards\ old.vcf")),
        ("'cards ", Completed("'cards old.vcf'")),
        ("no", Completed("notes/")),
        ("notes/", Completed("notes/one.md")),
        ("cards.vcf 連", Completed("cards.vcf 連絡先.csv")),
        ("~/cal", Completed("~/calendar.ics")),
        (".h", Completed(".hidden")),
        ("nothing", Completed("nothing")),
        ("nowhere/x", Completed("nowhere/x")),
        ("a\0b", Completed("a\0b")),
    ],
)
def test_the_last_name_is_completed_as_far_as_is_certain(folder: Path, text: str, done: Completed) -> None:
    assert completed(text) == done


def test_what_is_completed_names_the_file(folder: Path) -> None:
    """Whatever is in a name, it is written so that it is read again."""
    strange = "a 'b\" \\c.vcf"
    (folder / strange).touch()
    assert paths(completed("a\\ ").text) == (strange,)


class Stage(App[None]):
    """The field alone."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: list[tuple[str, ...]] = []

    def compose(self) -> ComposeResult:
        yield PathInput()

    def on_path_input_offered(self, event: PathInput.Offered) -> None:
        self.offered.append(event.names)


async def test_tab_completes_and_offers_what_is_left(folder: Path) -> None:
    app = Stage()
    async with app.run_test() as pilot:
        await pilot.press(*"car", "tab")
        field = app.query_one(PathInput)
        assert (field.value, field.has_focus) == ("cards", True)
        await pilot.press(".", "tab")
        assert field.value == "cards.vcf"
        assert app.offered == [("cards old.vcf", "cards.vcf"), ()]


async def test_pasted_lines_are_a_file_each(folder: Path) -> None:
    app = Stage()
    async with app.run_test() as pilot:
        field = app.query_one(PathInput)
        field._on_paste(events.Paste("cards.vcf\r\ncards old.vcf\n'notes'\n"))
        await pilot.pause()
        assert paths(field.value) == ("cards.vcf", "cards old.vcf", "notes")
        field.value = ""
        field._on_paste(events.Paste("cards old.vcf"))
        assert paths(field.value) == ("cards old.vcf",)
