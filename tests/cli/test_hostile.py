"""No text of anybody's, no name of a file and no word of the command line acts on the terminal: told by its bytes."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from networkjournal.cli import COMMANDS
from networkjournal.cli.command import Command, load_all
from tests.hostile import ACTS, CORPUS, HOSTILE, hostile_journal

NAME = "".join(CORPUS.values()).replace("/", "").replace("\0", "")[:60]
"""As much of it as the name of a file can be."""
RUN = """
import json, sys
from networkjournal.cli import main
for argv in json.load(open(sys.argv[1], encoding="utf-8", errors="surrogatepass")):
    try:
        main(argv)
    except SystemExit:
        pass
"""
LISTS = """
balance; ledger x; brief x; today; today --oneline; journal; inbox; history; history 9; history 12; contact list
contact show x; contact duplicates; goal list; goal show goal; persona list; persona show 1; strength list
strength show strength; offer list; offer show 1; event list; event show event; event prep event; event series
ask list; refusal list; introduce; me; cadence list; budget list; suggest; insights; action list; find info
find owned; find evil; check; review --period year; contact merge x --into y --dry-run; contact forget x --dry-run
doctor; undo; redo; repost; backup; export csv; export vcf; export json; export markdown; export ics
""".strip().replace("\n", "; ").split("; ")
"""What shows something of the journal."""
STRANGE = """
brief; ledger; contact show; contact forget; event prep; goal show; find; restore; import; add; export; inbox settle
journal edit; review --period; journal --from; add --date; --today; --lang; --db; balance --state; action done; undo
history; doctor --rescue; export csv --to
""".strip().replace("\n", "; ").split("; ")
"""What is told words that it cannot make anything of, and says so."""


def on_a_terminal(folder: Path, commands: Iterable[Sequence[str]], **environment: str) -> str:
    """Run commands one after another with a terminal to write to; gives all that reached it."""
    import json

    asked = folder / "asked.json"
    asked.write_text(json.dumps(list(commands)), encoding="utf-8")
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, str(asked)], stdin=subprocess.DEVNULL, stdout=slave, stderr=slave,
        env=os.environ | {"NO_COLOR": "1", "PYTHONPATH": os.getcwd(), "LANG": "C.UTF-8"} | environment,
    )  # fmt: skip
    os.close(slave)
    found = bytearray()
    try:
        while part := os.read(master, 65536):
            found += part
    except OSError:  # how a terminal ends
        pass
    os.close(master)
    assert process.wait() == 0
    return found.decode("utf-8", "surrogateescape")


def acted(shown: str) -> list[str]:
    """What came through, each with what stands around it."""
    return [repr(shown[max(found.start() - 60, 0) : found.end() + 20]) for found in ACTS.finditer(shown)]


def every(commands: Iterable[Command], above: tuple[str, ...] = ()) -> Iterable[tuple[str, ...]]:
    """The names of all commands and subcommands."""
    for command in commands:
        yield (*above, command.name)
        yield from every(command.subcommands, (*above, command.name))


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hostile journal in a folder with a hostile name."""
    folder = tmp_path_factory.mktemp("hostile") / NAME
    folder.mkdir()
    hostile_journal(str(folder / "journal.db")).close()
    return folder / "journal.db"


def test_the_proof_of_the_proof() -> None:
    assert all(ACTS.search(text) for name, text in CORPUS.items() if name not in ("markup", "wide"))


def test_nothing_shown_acts(journal: Path, tmp_path: Path) -> None:
    commands = [["--db", str(journal), "--today", "2026-11-23", *line.split()] for line in LISTS]
    commands += [[*line, "--json"] for line in commands if not {"export", "undo", "redo", "introduce"} & set(line)]
    shown = on_a_terminal(tmp_path, commands)
    assert len(shown) > 20_000 and "Title" in shown
    assert "Internal error" not in shown
    assert acted(shown) == []


def test_no_word_of_the_command_line_acts(journal: Path, tmp_path: Path) -> None:
    db = ["--db", str(journal)]
    commands = [[*db, *line.split(), HOSTILE.replace("\0", "")] for line in STRANGE]
    for name in every(load_all(COMMANDS)):
        if name[0] not in ("demo", "add", "completion"):
            commands += [[*db, *name, f"--{HOSTILE}"], [*db, *name, HOSTILE, "--json"]]
    commands += [[HOSTILE], ["help", HOSTILE]]
    shown = on_a_terminal(tmp_path, commands)
    assert "Internal error" not in shown
    assert acted(shown) == []


FILES = {
    "people.vcf": "BEGIN:VCARD\nVERSION:3.0\nFN:{0}\nEMAIL:{0}\nNOTE:{0}\nBDAY:{0}\n{0}:{0}\nEND:VCARD\n",
    "table.csv": "name,email,{0}\n{0},{0},{0}\n",
    "2026-11-02.md": "-> @{0} info: {0}\n{0}\n",
    "own.json": '{{"networkjournal": "{0}"}}',
    "cut.vcf": "BEGIN:VCARD\nVERSION:3.0\nFN:{0}\n",
    "broken.json": "{{{0}",
    "jrnl.txt": "[2026-11-02 10:00] {0}\n{0}\n",
    "friends.md": "### Activities:\n- 2026-11-02: {0} **{0}**\n\n### Friends:\n- {0} (a.k.a. {0}) [{0}] @{0}\n",
    "day.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:{0}\nDTSTART:{0}\nEND:VEVENT\nEND:VCALENDAR\n",
}
"""Files to import, with a hostile text wherever one can stand."""


def test_no_file_that_is_imported_acts(journal: Path, tmp_path: Path) -> None:
    one_line = "".join(char for char in HOSTILE if char not in "\r\n\x0b\x0c\x85\u2028\u2029")
    commands: list[list[str]] = []
    for name, content in FILES.items():
        for text in (one_line, one_line.replace('"', "").replace("\x1b", "\\u001b")):
            folder = tmp_path / f"{len(commands)}{NAME[:30]}"
            folder.mkdir()
            file = folder / name
            file.write_text(content.format(text), encoding="utf-8")
            for more in (["--dry-run"], ["--skip-bad"], ["--json"], ["--map", f"name={HOSTILE}"]):
                commands.append(["--db", str(tmp_path / "own.db"), "import", str(file), *more])
    shown = on_a_terminal(tmp_path, commands)
    assert "Internal error" not in shown and len(shown) > 2000
    assert acted(shown) == []


def test_nothing_in_the_environment_acts(journal: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[kinds."\\u001b]0;x\\u0007"]\nwords = 3\n', encoding="utf-8")
    harm = HOSTILE.replace("\0", "")
    for environment in (
        {"EDITOR": f"/{NAME}/{harm}"},
        {"NETWORKJOURNAL_DB": f"/proc/{harm[:100].replace('/', '')}"},
        {"NETWORKJOURNAL_CONFIG": str(config)},
        {"NETWORKJOURNAL_CONFIG": f"/{NAME}"},
        {"LANG": harm, "LANGUAGE": harm, "TERM": harm},
    ):
        db = [] if "NETWORKJOURNAL_DB" in environment else ["--db", str(journal)]
        commands = [[*db, "journal", "edit", "1"], [*db, "today"], [*db, "doctor"]]
        assert acted(on_a_terminal(tmp_path, commands, **environment)) == []
