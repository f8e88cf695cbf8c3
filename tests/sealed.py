"""Encrypted journals for tests: with a raw key, since stretching a passphrase is slow on purpose."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from networkjournal.journal import Journal
from networkjournal.store.cipher import Key, learn
from networkjournal.store.reseal import reseal

WHY = "what encrypts is not installed: pip install 'networkjournal[encrypt]'"
KEY = Key((b"sixteen bytes of", "ab" * 32))
OTHER = Key((b"sixteen of other", "cd" * 32))
SENTENCE = "この一文は誰にも読めない the sentence that nobody may find"
DAY = date(2026, 11, 20)


def plain_journal(path: Path) -> Journal:
    """An open journal in which the sentence stands in an entry, a posting, a name and the index."""
    journal = Journal.open(str(path))
    journal.capture(f"-> @Ann info: {SENTENCE}\n! {SENTENCE}", DAY, create=True)
    return journal


def sealed_journal(path: Path, key: Key = KEY) -> Journal:
    """The same, encrypted, and open."""
    plain_journal(path).close()
    reseal(str(path), key)
    learn(key)
    return Journal.open(str(path))


def readable(folder: Path, words: str = SENTENCE) -> Iterable[str]:
    """The files below a folder in which words can be read, as text in UTF-8 or UTF-16, or any longer part of them."""
    parts = {words, *words.split(" ")} - {word for word in words.split(" ") if len(word) < 6}
    wanted = [part.encode(encoding) for part in parts for encoding in ("utf-8", "utf-16-le")]
    for path in sorted(folder.rglob("*")):
        if path.is_file() and any(found in path.read_bytes() for found in wanted):
            yield path.relative_to(folder).as_posix()
