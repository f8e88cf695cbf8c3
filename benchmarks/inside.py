"""What is measured inside a process of the installed program: single deeds on an open journal, in milliseconds.

Whatever is written is written to a copy that is thrown away. Prints one JSON object: a deed -> its figures.
"""

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial

from networkjournal.formats import read_path
from networkjournal.formats.plan import apply, plan
from networkjournal.journal import Journal
from networkjournal.reports.find import find

TODAY = date(2026, 11, 20)
WORDS = ("田", "助言", "勉強会", "配薬の困りごと", "night shifts", "Anna", "two missing", "鈴木 情報", "zzz")
NARROWED = ("who:{0}", "who:{0} 名簿", "誰:田中 情報", "kind:insight 数", "名簿 to:2018", "from:2020-01 to:2020-02")
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Card {n}\r\nN:Card;{n};;;\r\nEMAIL:c{n}@example.org\r\nEND:VCARD\r\n"
FIVE = "\n".join(f"-> @{{}} info: the rules for home visits {n}m" for n in range(10, 15))
CARDS = 10_000


def timed(deed: Callable[[], object], times: int = 1) -> list[float]:
    """How long it takes, several times."""
    figures = []
    for _ in range(times):
        began = time.perf_counter()
        deed()
        figures.append((time.perf_counter() - began) * 1000)
    return figures


def measured(path: str, whole: bool) -> dict[str, list[float]]:
    """Every deed; `whole` also those that go through the whole file."""
    journal = Journal.open(path)
    try:
        busiest = max(journal.books.ledger.accounts(), key=lambda account: account.exchanges)
        contact = journal.books.contacts.get(busiest.contact_id)
        text = FIVE.format(*[contact.handle] * 5)
        figures = {"search": [figure for word in WORDS for figure in timed(partial(find, journal, word), 3)]}
        narrowed = [word.format(contact.handle) for word in NARROWED]
        figures["search, narrowed"] = [figure for word in narrowed for figure in timed(partial(find, journal, word), 3)]
        figures["save five exchanges"] = timed(lambda: journal.capture(text, TODAY), 20)
        figures["settle the busiest"] = timed(lambda: journal.capture(f"<> @{contact.handle}", TODAY), 3)
        if whole:
            renamed = contact._replace(name="Somebody Else", family="", given="", reading="")
            figures["rename the busiest"] = timed(lambda: journal.change_contact(renamed))
            figures["check"] = timed(journal.check)
        figures[f"import {CARDS} vCards"] = timed(lambda: _import(journal, path + ".vcf"))
        return figures
    finally:
        journal.close()


def _import(journal: Journal, path: str) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.writelines(CARD.format(n=n) for n in range(CARDS))
    known, reading = read_path(path)
    apply(journal, tuple(plan(journal, known, reading)), "cards")


def main() -> None:
    """`inside JOURNAL [--whole]`."""
    with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(sys.argv[1]))) as folder:
        copy = os.path.join(folder, "journal.db")
        shutil.copy(sys.argv[1], copy)
        print(json.dumps(measured(copy, "--whole" in sys.argv)))
