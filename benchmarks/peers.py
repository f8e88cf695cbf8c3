"""Other programs on the same people and texts, where they are installed: the nearest thing each does to a look-up."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

Command = list[str]


def peers(journal: Path, folder: Path, name: str) -> dict[str, Command]:
    """What to run for each program that is here, its files written into `folder`; `name` is someone to look up."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    with closing(sqlite3.connect(journal)) as connection:
        for program, made in _PEERS.items():
            path = shutil.which(program)
            if path is not None:
                found[f"{program} {_DOES[program]}"] = [path, *made(connection, folder, name)]
    return found


def _khard(connection: sqlite3.Connection, folder: Path, name: str) -> Command:
    cards = folder / "cards"
    cards.mkdir(exist_ok=True)
    for number, called in connection.execute("select id, name from contacts"):
        card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:c{number}\r\nFN:{called}\r\nN:{called};;;;\r\nEND:VCARD\r\n"
        (cards / f"{number}.vcf").write_text(card, encoding="utf-8", newline="")
    settings = folder / "khard.conf"
    settings.write_text(f"[addressbooks]\n[[people]]\npath = {cards}\n[general]\neditor = vi\nmerge_editor = vi\n")
    return ["-c", str(settings), "show", name]


def _abook(connection: sqlite3.Connection, folder: Path, name: str) -> Command:
    book = folder / "abook"
    with book.open("w", encoding="utf-8") as file:
        file.write("[format]\nprogram=abook\nversion=0.6.1\n\n")
        rows = connection.execute("select row_number() over (order by id) - 1, name from contacts")
        file.writelines(f"[{number}]\nname={called}\nemail=c{number}@example.org\n\n" for number, called in rows)
    return ["--datafile", str(book), "--mutt-query", name]


def _jrnl(connection: sqlite3.Connection, folder: Path, _name: str) -> Command:
    text, settings = folder / "jrnl.txt", folder / "jrnl.yaml"
    with text.open("w", encoding="utf-8") as file:
        rows = connection.execute("select day, text from entries order by day, id")
        file.writelines(f"[{day} 12:00] {words}\n\n" for day, words in rows)
    settings.write_text(
        f"colors: {{body: none, date: none, tags: none, title: none}}\ndefault_hour: 9\ndefault_minute: 0\n"
        f"editor: ''\nencrypt: false\nhighlight: false\nindent_character: '|'\n"
        f"journals: {{default: {{journal: {text}}}}}\nlinewrap: 79\ntagsymbols: '@'\ntemplate: false\n"
        "timeformat: '%Y-%m-%d %H:%M'\nversion: v4.2\n"
    )
    return ["--config-file", str(settings), "-n", "1"]


def _hledger(connection: sqlite3.Connection, folder: Path, _name: str) -> Command:
    book = folder / "hledger.journal"
    with book.open("w", encoding="utf-8") as file:
        rows = connection.execute("select day, contact_id, weight from exchanges order by day limit 100000")
        file.writelines(f"{day} x\n  people:c{who}  {weight}\n  me\n\n" for day, who, weight in rows)
    return ["-f", str(book), "balance"]


_PEERS: dict[str, Callable[[sqlite3.Connection, Path, str], Command]] = {
    "khard": _khard,
    "abook": _abook,
    "jrnl": _jrnl,
    "hledger": _hledger,
}
_DOES = {
    "khard": "show NAME",
    "abook": "--mutt-query NAME",
    "jrnl": "-n 1",
    "hledger": "balance (100,000 postings at the most)",
}
