"""`export`: what comes out, where it goes, and what stays here unless asked for."""

import os
import stat
from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def filled(shell: Shell) -> Shell:
    shell.say("contact", "add", "Jane Smith", "--caution", "sells lists", "--need", "a printer")
    shell.say("event", "add", "Meetup", "--on", "2026-12-01", "--purpose", "to meet printers")
    shell.say("add", "-> @Jane_Smith intro: our printer ¥5,000\n[ ] write to @Jane_Smith due:2026-12-02")
    return shell


@pytest.mark.parametrize(
    ("argv", "has"),
    [
        (("vcf",), "FN:Jane Smith"),
        (("vcf", "--version", "4.0"), "VERSION:4.0"),
        (("csv",), "Jane Smith,Jane_Smith"),
        (("csv", "--of", "ledger"), ",given,Jane_Smith,Jane Smith,introduction,3.0,,5000,JPY,"),
        (("ics",), "SUMMARY:Meetup"),
        (("json",), '"text": "-> @Jane_Smith intro: our printer'),
        (("hledger",), "    Contacts:Jane_Smith  3 w"),
    ],
)
def test_what_comes_out(filled: Shell, argv: tuple[str, ...], has: str) -> None:
    assert has in filled.say("export", *argv)


@pytest.mark.parametrize("format", ["vcf", "csv", "ics", "hledger", "json"])
def test_what_is_private_stays_here_unless_asked_for(filled: Shell, format: str) -> None:
    assert "sells lists" not in filled.say("export", format)


@pytest.mark.parametrize("format", ["vcf", "csv", "json"])
def test_whoever_asks_is_told_what_else_goes_out(filled: Shell, format: str) -> None:
    told = filled("export", format, "--private")
    assert told.status == 0 and "sells lists" in told.out and "private" in told.err


def test_a_file_is_private_and_not_written_over(filled: Shell, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert filled("export", "csv", "--to", str(path)).status == 0
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    filled.refused("export", "csv", "--to", str(path))
    assert filled("export", "csv", "--to", str(path), "--force").status == 0


def test_a_folder_of_pages_is_written_whole_or_not_at_all(filled: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    filled.refused("export", "markdown")
    assert filled("export", "markdown", "--to", str(folder)).status == 0
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*.md")) == [
        "journal/2026-11-23.md",
        "people/Jane_Smith.md",
    ]
    filled.refused("export", "markdown", "--to", str(folder))


def test_json_brings_everything_into_an_empty_file(filled: Shell, tmp_path: Path) -> None:
    path, empty = tmp_path / "all.json", ("--db", str(tmp_path / "other.db"))
    assert filled("export", "json", "--private", "--to", str(path)).status == 0
    assert filled(*empty, "import", str(path)).status == 0
    assert filled(*empty, "export", "json", "--private").out == path.read_text(encoding="utf-8")


def test_pages_bring_people_first_and_then_the_days(filled: Shell, tmp_path: Path) -> None:
    """Texts say handles, so people have those that they had."""
    for name in ("Alex", "Alex"):
        filled.say("contact", "add", name)
    filled.say("add", "<- @Alex_2 info: a map")
    folder, empty = tmp_path / "pages", ("--db", str(tmp_path / "other.db"))
    assert filled("export", "markdown", "--private", "--to", str(folder)).status == 0
    assert filled(*empty, "import", str(folder)).status == 0
    assert filled(*empty, "balance", "--json").out == filled.say("balance", "--json")
    assert filled(*empty, "contact", "show", "Jane_Smith", "--json").out == filled.say(
        "contact", "show", "Jane_Smith", "--json"
    )
    assert filled(*empty, "import", str(folder)).out == "Imported: same 5.\n"
    assert filled.json("import", str(folder), "--dry-run")["same"] == 5


def test_only_some_days(filled: Shell) -> None:
    assert "Jane" not in filled.say("export", "csv", "--of", "ledger", "--until", "2026-11-22")
    assert "Meetup" not in filled.say("export", "ics", "--from", "2026-12-02")


@pytest.mark.parametrize("format", ["vcf", "vcf --version 4.0", "csv", "ics", "json", "markdown"])
def test_what_went_out_is_known_again_here_and_in_an_empty_file(filled: Shell, tmp_path: Path, format: str) -> None:
    """Jane has a name and nothing else: nothing but the identifier says that it is her."""
    path, empty = tmp_path / f"out.{format.split()[0]}", ("--db", str(tmp_path / "other.db"))
    assert filled("export", *format.split(), "--to", str(path)).status == 0
    before = filled.path.read_bytes()
    told = filled.json("import", str(path), "--dry-run")
    assert told["new"] == told["changed"] == told["doubtful"] == told["unreadable"] == 0 and told["same"]
    assert filled.path.read_bytes() == before
    assert filled(*empty, "import", str(path)).status == 0
    assert filled(*empty, "import", str(path)).out == f"Imported: same {told['same']}.\n"


def test_what_does_not_go_together_is_refused(filled: Shell) -> None:
    for argv in (
        *(("json", "--from", "2026-01-01"), ("vcf", "--until", "2026-01-01"), ("csv", "--from", "2026-01-01")),
        *(("json", "--of", "ledger"), ("ics", "--version", "4.0")),
    ):
        assert "does not go with" in filled.refused("export", *argv) and filled("export", *argv).status == 2


@pytest.mark.parametrize("argv", [("ics",), ("hledger",), ("csv", "--of", "ledger")])
def test_where_there_is_nothing_private_it_says_so(filled: Shell, argv: tuple[str, ...]) -> None:
    told = filled("export", *argv, "--private")
    assert "nothing more" in told.err and told.out == filled.say("export", *argv)


def test_wrong_use(filled: Shell) -> None:
    for argv in (("pdf",), ("vcf", "--version", "5"), ("csv", "--of", "goals"), ()):
        assert filled("export", *argv).status == 2
