"""The key of an encrypted journal in the system's own keyring, for those who asked to have it kept there.

Promises to keep the key that a passphrase makes, not the passphrase: it opens this journal and nothing else of the
person's. Whether one asked for it is marked by an empty file among the backups, so that nobody else's keyring is woken.
Refuses to be needed: without the library `keyring`, or a keyring that can be reached, one types the passphrase.
"""

import os
from contextlib import suppress
from typing import Any

from networkjournal.store.cipher import Key

SERVICE = "networkjournal"
_MARK = "key-in-keyring"


def keyring() -> Any:  # noqa: ANN401 - a library that need not be there
    """The library, where it is installed; `None` otherwise."""
    try:
        import keyring  # 76 ms, and 70 to look which of the system's it is
    except ImportError:
        return None
    return keyring


def asked_for(folder: str) -> bool:
    """Whether the key of the journal with these backups is to be in the keyring."""
    return os.path.exists(os.path.join(folder, _MARK))


def kept(salt: bytes) -> Key | None:
    """The key that goes with a salt, where the keyring has it."""
    library = keyring()
    if library is None:
        return None
    try:
        found = library.get_password(SERVICE, salt.hex())
    except library.errors.KeyringError:
        return None
    return Key((salt, found)) if _is_key(found) else None


def keep(key: Key, folder: str) -> bool:
    """Put a key into the keyring; tells whether that could be done."""
    library = keyring()
    if library is None:
        return False
    try:
        library.set_password(SERVICE, key[0].hex(), key[1])
    except library.errors.KeyringError:
        return False
    os.makedirs(folder, mode=0o700, exist_ok=True)
    os.close(os.open(os.path.join(folder, _MARK), os.O_CREAT | os.O_WRONLY, 0o600))
    return True


def forget(salt: bytes, folder: str) -> None:
    """Take the key that goes with a salt out of the keyring, and keep none there any more."""
    with suppress(OSError):
        os.unlink(os.path.join(folder, _MARK))
    library = keyring()
    if library is not None and salt:
        with suppress(library.errors.KeyringError):
            library.delete_password(SERVICE, salt.hex())


def _is_key(found: object) -> bool:
    return isinstance(found, str) and len(found) == 64 and all(digit in "0123456789abcdef" for digit in found)
