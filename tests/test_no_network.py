"""Nothing that the program does opens a socket to anywhere: every command, and the program on its screens."""

import json
import os
import subprocess
import sys
from pathlib import Path

from networkjournal.cli import COMMANDS
from networkjournal.cli.command import load_all
from tests.cli.test_hostile import LISTS, every
from tests.hostile import hostile_journal

FORBIDDING = """
import sys
ALLOWED = "socket.__new__", 1  # a pair of local ones wakes the loop of the program up: family 1 leads to no network
def forbid(event, args):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "webbrowser.")):
        if (event, args[1] if len(args) > 1 else None) != ALLOWED:
            sys.stderr.write(f"REACHED {event} {args[1:]!r}\\n")
            sys.stderr.flush()
            import os
            os._exit(99)
sys.addaudithook(forbid)
"""
COMMANDS_ONLY = """
import json
from networkjournal.cli import main
for argv in json.load(open(sys.argv[1], encoding="utf-8")):
    try:
        main(argv)
    except SystemExit:
        pass
"""
PROGRAM = """
import asyncio
from datetime import date
from networkjournal.journal import Journal
from networkjournal.tui.app import NetworkJournal
async def look():
    app = NetworkJournal(Journal.open(sys.argv[1]), lambda: date(2026, 11, 23))
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("enter", "escape", *"b i f x S H d M E R".replace(" ", " escape ").split(), "escape"):
            await pilot.press(key)
asyncio.run(look())
"""
REACHING = """
import socket
socket.socket().connect(("127.0.0.1", 9))
"""


def run(script: str, argument: str = "") -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, in which any socket ends it."""
    return subprocess.run(
        [sys.executable, "-c", FORBIDDING + script, argument], capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": os.getcwd()}, errors="replace",
    )  # fmt: skip


def test_the_proof_of_the_proof() -> None:
    assert run(REACHING).returncode == 99


def test_no_command_opens_a_socket(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    hostile_journal(path, "Ann").close()
    card = tmp_path / "card.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nURL:http://example.org/\nPHOTO:http://example.org/p.png\nEND:VCARD\n")
    own = [["--db", path, *line.split()] for line in LISTS]
    own += [["--db", path, *name, "--help"] for name in every(load_all(COMMANDS))]
    own += [["--db", path, "import", str(card)], ["--db", path, "add", "-> @Ann info: http://example.org"]]
    asked = tmp_path / "asked.json"
    asked.write_text(json.dumps(own), encoding="utf-8")
    done = run(COMMANDS_ONLY, str(asked))
    assert (done.returncode, "REACHED" in done.stderr) == (0, False), done.stderr[-500:]
    assert len(done.stdout) > 20_000


def test_the_program_opens_none(tmp_path: Path) -> None:
    path = str(tmp_path / "journal.db")
    hostile_journal(path, "Ann http://example.org/").close()
    done = run(PROGRAM, path)
    assert (done.returncode, "REACHED" in done.stderr) == (0, False), done.stderr[-500:]
