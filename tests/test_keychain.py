"""The key in the system's keyring: kept and asked for only where one asked for that, and never needed."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from networkjournal import keychain
from networkjournal.store.cipher import Key
from tests.sealed import KEY


class Fake(ModuleType):
    """A keyring in memory, or one that cannot be reached."""

    def __init__(self, *, reachable: bool = True) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}
        self.reachable = reachable
        self.errors = ModuleType("errors")
        self.errors.KeyringError = OSError  # type: ignore[attr-defined]

    def _look(self) -> None:
        if not self.reachable:
            raise OSError

    def get_password(self, service: str, name: str) -> str | None:
        self._look()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, word: str) -> None:
        self._look()
        self.kept[service, name] = word

    def delete_password(self, service: str, name: str) -> None:
        self._look()
        self.kept.pop((service, name), None)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "backups")


def test_a_key_is_kept_found_and_forgotten(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = Fake()
    monkeypatch.setitem(sys.modules, "keyring", fake)
    assert not keychain.asked_for(folder)
    assert keychain.keep(KEY, folder) and keychain.asked_for(folder)
    assert keychain.kept(KEY[0]) == KEY and keychain.kept(b"other") is None
    keychain.forget(KEY[0], folder)
    assert keychain.kept(KEY[0]) is None and not keychain.asked_for(folder) and fake.kept == {}


def test_what_is_no_key_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = Fake()
    monkeypatch.setitem(sys.modules, "keyring", fake)
    for word in ("", "x", "'; --", "AB" * 32, "ab" * 31):
        fake.kept[keychain.SERVICE, KEY[0].hex()] = word
        assert keychain.kept(KEY[0]) is None


def test_without_a_keyring_nothing_is_kept_and_nothing_fails(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in (Fake(reachable=False), None):
        monkeypatch.setitem(sys.modules, "keyring", library)
        assert not keychain.keep(Key(KEY), folder) and not keychain.asked_for(folder)
        assert keychain.kept(KEY[0]) is None
        keychain.forget(KEY[0], folder)
