"""`check`: proves the ledger, and exits 3 where a file was tampered with."""

import sqlite3

import pytest

from tests.cli.shell import Shell


@pytest.mark.parametrize(
    ("tampering", "what"),
    [
        ("update accounts set given = given + 1", "totals"),
        ("update exchanges set direction = 'received'", "exchanges"),
        ("update exchanges set minutes = 5", "exchanges"),
        ("delete from exchanges", "exchanges"),
        ("update entries set text = '-> @Ann info: other'", "exchanges"),
        ("delete from mentions", "mentions"),
        ("update contacts set notes = 'x'", "saved"),
        ("update steps set subject = 'x'", "saved"),
        ("update actions set state = 'done'", "actions"),
        ("delete from names where sign = '@'", "names"),
        ("delete from documents where kind = 'entry'", "search"),
        ("delete from documents where kind = 'contact'", "search"),
        ("insert into grams (grams) values ('delete-all')", "search"),
    ],
)
def test_what_was_tampered_with_is_told(shell: Shell, tampering: str, what: str) -> None:
    shell.say("contact", "add", "Ann")
    shell.say("add", "-> @Ann info: x 10m\n[ ] call @Ann")
    assert shell.json("check") == {
        "entries": 1, "contacts": 1, "exchanges": 1, "waiting": 0, "differences": [], "sound": True,
    }  # fmt: skip
    with sqlite3.connect(shell.path) as other:
        other.execute(tampering)
    other.close()
    told = shell("check", "--json")
    assert told.status == 3 and told.err.count("\n") == 1
    assert f'"what": "{what}"' in told.out.replace('":"', '": "')
    assert shell("check").status == 3


def test_what_is_not_as_saved_is_told_in_words(shell: Shell) -> None:
    """Also where SQLite finds nothing wrong, and everything posted equals the texts."""
    shell.say("contact", "add", "Ann")
    shell.say("add", "a day")
    with sqlite3.connect(shell.path) as other:
        other.execute("update contacts set birthday = '1980-01-01'")
        other.execute("update steps set at = '2020-01-01' where id = 2")
        other.execute("update entries set text = 'a daz', updated_at = ''")
        other.execute("drop index events_by_day")
    other.close()
    told = shell("check")
    assert told.status == 3
    for sentence in (
        "contact 1 is not what was saved; a backup may still have it",
        "change 2 in the history is not what was saved",
        "entry 1 is not what was saved; a backup may still have it",
        "the tables of the file are not as the program made them",
    ):
        assert sentence in told.out
