"""`encrypt`, `decrypt` and `rekey`: what they say, what they refuse, and that everything else works afterwards."""

import os
import sys
from pathlib import Path

import pytest

from networkjournal.cli import passphrase
from networkjournal.store import cipher, connection
from networkjournal.store.connection import salt
from tests.cli.shell import Shell
from tests.sealed import SENTENCE, WHY, readable
from tests.test_keychain import Fake

pytest.importorskip("sqlcipher3", reason=WHY)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretching a passphrase is slow on purpose; and each command is a new process, which knows no key."""
    monkeypatch.setattr(cipher, "ROUNDS", 10)
    cipher.forget_keys()


class Words:
    """Files with passphrases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, word: str) -> str:
        file = self.folder / f"word-{word}"
        file.write_text(f"{word}\nand a second line that says nothing\n", encoding="utf-8")
        return str(file)


@pytest.fixture
def words(tmp_path: Path) -> Words:
    return Words(tmp_path)


def told(shell: Shell, *argv: str) -> str:
    """Run a command in what is to be a process of its own, which has to work; gives what it printed."""
    cipher.forget_keys()
    return shell.say(*argv)


def refused(shell: Shell, *argv: str) -> str:
    cipher.forget_keys()
    return shell.refused(*argv)


def test_everything_works_with_the_passphrase_and_nothing_without(shell: Shell, words: Words, tmp_path: Path) -> None:
    shell.say("add", "--create", f"-> @Ann info: {SENTENCE}")
    shell.say("backup")
    assert "not encrypted" in shell.say("encrypt", "--status")
    said = shell.say("encrypt", "--passphrase-file", words("いろは"))
    assert "1 backup was changed" in said and "nothing brings a lost passphrase back" in said
    assert list(readable(tmp_path)) == []
    own = ("--passphrase-file", words("いろは"))
    for argv in (
        ("brief", "Ann"), ("today",), ("find", "sentence"), ("check",), ("backup",), ("doctor",), ("ledger", "Ann"),
        ("export", "json"), ("undo",), ("redo",), ("repost",), ("add", "-> @Ann info: more"),
    ):  # fmt: skip
        assert told(shell, *argv, *own)
        assert "its passphrase is needed" in refused(shell, *argv)
        assert "does not open" in refused(shell, *argv, "--passphrase-file", words("wrong"))


def test_status_proves_it_without_the_passphrase(shell: Shell, words: Words) -> None:
    shell.say("add", "x")
    assert shell.json("encrypt", "--status")["encrypted"] is False
    shell.say("encrypt", "--passphrase-file", words("one"))
    cipher.forget_keys()
    found = shell.json("encrypt", "--status")
    assert found["encrypted"] is True
    assert found["proof"] == {"plain_refused": True, "wrong_key_refused": True, "cipher": cipher.version()}
    assert "is encrypted" in told(shell, "encrypt", "--status")


def test_a_journal_can_be_encrypted_before_there_is_one(shell: Shell, words: Words) -> None:
    shell.say("encrypt", "--passphrase-file", words("one"))
    assert salt(str(shell.path))
    told(shell, "add", "first", "--passphrase-file", words("one"))


def test_another_passphrase_and_none(shell: Shell, words: Words) -> None:
    shell.say("add", "first")
    shell.say("encrypt", "--passphrase-file", words("one"))
    both = ("--passphrase-file", words("one"), "--new-passphrase-file", words("two"))
    assert "another passphrase" in told(shell, "rekey", *both)
    assert "does not open" in refused(shell, "journal", "--passphrase-file", words("one"))
    assert "does not open" in refused(shell, "decrypt", "--passphrase-file", words("one"))
    assert "first" in told(shell, "journal", "--passphrase-file", words("two"))
    assert "not encrypted" in told(shell, "decrypt", "--passphrase-file", words("two"))
    assert "first" in told(shell, "journal")
    for command in ("decrypt", "rekey"):
        assert "is not encrypted; nothing was changed" in refused(shell, command)


def test_a_backup_with_an_older_passphrase_comes_back(
    shell: Shell, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.say("add", "first")
    shell.say("encrypt", "--passphrase-file", words("one"))
    copy = str(tmp_path / "copy.db")
    shell.say("backup", copy)
    shell.say("rekey", "--new-passphrase-file", words("two"))
    shell.say("add", "second")
    cipher.forget_keys()
    monkeypatch.setattr(passphrase, "_can_hide", lambda: False)
    told_to = shell("restore", copy, "--passphrase-file", words("two"))
    assert told_to.status == 1 and "does not open" in told_to.err, "it has the old one"
    monkeypatch.setattr(passphrase, "_can_hide", lambda: True)
    monkeypatch.setattr(passphrase, "typed", lambda _prompt, _path: "one")
    shell.say("restore", copy, "--passphrase-file", words("two"))
    assert "second" not in told(shell, "journal", "--passphrase-file", words("two"))


def test_bad_passphrases_change_nothing(shell: Shell, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.say("add", "first")
    assert "passphrase is empty" in refused(shell, "encrypt", "--passphrase-file", words(""))
    assert "cannot be read" in refused(shell, "encrypt", "--passphrase-file", str(shell.path.parent / "none"))
    answers = iter(("one", "two"))
    monkeypatch.setattr(passphrase, "typed", lambda _prompt, _path: next(answers))
    changed = shell("encrypt")
    assert changed.status == 1 and "not the same twice" in changed.err and not salt(str(shell.path))


def test_what_is_typed_twice_is_the_passphrase(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    prompts: list[str] = []

    def type_it(prompt: str, _path: str) -> str:
        prompts.append(prompt)
        return "one"

    monkeypatch.setattr(passphrase, "typed", type_it)
    shell.say("add", "first")
    done = shell("encrypt")
    assert done.status == 0 and "nothing brings a lost passphrase back" in done.err, "said before it is typed"
    told(shell, "journal")
    assert len(prompts) == 3 and str(shell.path) in prompts[-1]


def test_nobody_is_asked_where_what_is_typed_would_be_seen(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "_can_hide", lambda: False)
    shell.say("add", "first")
    done = shell("encrypt")
    assert done.status == 1 and not salt(str(shell.path))


def test_a_command_may_print_the_passphrase(shell: Shell, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.say("add", "first")
    shell.say("encrypt", "--passphrase-file", words("one"))
    config = shell.path.parent / "config.toml"
    monkeypatch.setenv("NETWORKJOURNAL_CONFIG", str(config))
    config.write_text(f'[encryption]\npassphrase_command = "cat {words("one")}"\n')
    assert "first" in told(shell, "journal")
    for command in ("false", "true", "no-such-program", "'"):
        config.write_text(f'[encryption]\npassphrase_command = "{command}"\n')
        assert "printed no passphrase" in refused(shell, "journal")


def test_the_keyring_opens_it_where_one_asked_for_that(
    shell: Shell, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = Fake()
    monkeypatch.setitem(sys.modules, "keyring", fake)
    shell.say("add", "first")
    assert "in the keyring" in shell.say("encrypt", "--keyring", "--passphrase-file", words("one"))
    assert "first" in told(shell, "journal")
    told(shell, "rekey", "--new-passphrase-file", words("two"))
    assert len(fake.kept) == 1 and "first" in told(shell, "journal")
    fake.reachable = False
    assert "passphrase is needed" in refused(shell, "journal")
    fake.reachable = True
    told(shell, "decrypt")
    assert fake.kept == {}
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert "no system keyring" in refused(shell, "encrypt", "--keyring", "--passphrase-file", words("one"))


def test_what_the_backups_become(shell: Shell, words: Words) -> None:
    shell.say("add", "first")
    shell.say("backup")
    done = shell.json("encrypt", "--backups", "keep", "--passphrase-file", words("one"))
    assert done["encrypted"] is True and len(done["around"]["left"]) == 1
    assert "is not encrypted, though the journal is" in shell.say("doctor")
    again = shell.json("encrypt", "--backups", "remove")
    assert again["around"] == {"followed": 0, "removed": 1, "left": []}
    assert shell("encrypt", "--backups", "burn").status == 2


def test_a_damaged_encrypted_journal_is_rescued(shell: Shell, words: Words, tmp_path: Path) -> None:
    shell.say("add", "--create", "-> @Ann info: first")
    shell.say("encrypt", "--passphrase-file", words("one"))
    data = bytearray(shell.path.read_bytes())
    file = connection.opened(str(shell.path), "mode=ro")
    (page,) = file.execute("select rootpage from sqlite_master where name = 'goals'").fetchone()
    file.close()
    data[(page - 1) * 4096 + 100] ^= 255
    shell.path.write_bytes(data)
    doctor = shell("doctor")
    assert doctor.status == 3 and "is damaged" in doctor.out
    saved = shell.json("doctor", "--rescue", str(tmp_path / "saved.db"))
    assert saved["saved"]["entries"] == 1 and {lost["table"] for lost in saved["lost"]} <= {"goals"}
    assert salt(saved["path"]) == salt(str(shell.path)), "it is encrypted as well, with the same key"


def test_without_the_extra_it_says_which_one(shell: Shell, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.say("add", "first")
    with monkeypatch.context() as patch:
        patch.setattr(cipher, "dbapi2", None)
        assert "networkjournal[encrypt]" in refused(shell, "encrypt", "--passphrase-file", words("one"))
    shell.say("encrypt", "--passphrase-file", words("one"))
    monkeypatch.setattr(cipher, "dbapi2", None)
    for argv in (("journal",), ("add", "x"), ("doctor",), ("backup",), ("decrypt",), ("rekey",)):
        assert "networkjournal[encrypt]" in refused(shell, *argv, "--passphrase-file", words("one"))
    assert "not installed" in shell.say("encrypt", "--status")


def test_no_journal_is_refused_as_ever(shell: Shell, words: Words) -> None:
    shell.path.write_text("not a journal " * 100)
    refused_ = shell("encrypt", "--passphrase-file", words("one"))
    assert refused_.status == 3 and "not a networkjournal file" in refused_.err
    shell.path.write_bytes(os.urandom(8192))
    assert "does not open" in refused(shell, "journal", "--passphrase-file", words("one"))
