"""Where the journal and the configuration lie on each platform. The rules are those of platformdirs.

They are kept by hand because importing platformdirs costs 18 ms (pathlib alone 10) on every command; a test compares
the two.
Promises a path and nothing more: refuses to look whether it is there, or to make a folder.
"""

import os
import sys
from collections.abc import Mapping

APP = "networkjournal"


def journal_file(environment: Mapping[str, str], platform: str = sys.platform) -> str:
    """The path of the journal: NETWORKJOURNAL_DB, or `journal.db` in the user's data folder."""
    if named := environment.get("NETWORKJOURNAL_DB"):
        return os.path.expanduser(named)
    return os.path.join(_folder(environment, platform, "XDG_DATA_HOME", ".local/share"), "journal.db")


def config_file(environment: Mapping[str, str], platform: str = sys.platform) -> str:
    """The path of the configuration: NETWORKJOURNAL_CONFIG, or `config.toml` in the user's configuration folder."""
    if named := environment.get("NETWORKJOURNAL_CONFIG"):
        return os.path.expanduser(named)
    return os.path.join(_folder(environment, platform, "XDG_CONFIG_HOME", ".config"), "config.toml")


def backup_folder(environment: Mapping[str, str], journal: str, platform: str = sys.platform) -> str:
    """The folder with the backups of a journal: apart from it, so that what happens to one folder spares the other.

    It has the journal's name and a mark of its place, since two journals may be called alike.
    """
    import zlib  # only where there are backups

    place = os.path.abspath(journal)
    name = f"{os.path.basename(place)}-{zlib.crc32(os.fsencode(place)):08x}"
    return os.path.join(_folder(environment, platform, "XDG_STATE_HOME", ".local/state"), "backups", name)


def editing_folder(environment: Mapping[str, str], platform: str = sys.platform) -> str:
    """The folder for texts that are in one's own editor: where the system keeps nothing beyond a session, if there is
    such a place.
    """
    if os.path.isabs(runtime := environment.get("XDG_RUNTIME_DIR", "")) and platform != "win32":
        return os.path.join(runtime, APP)
    return os.path.join(_folder(environment, platform, "XDG_STATE_HOME", ".local/state"), "editing")


def _folder(environment: Mapping[str, str], platform: str, xdg: str, otherwise: str) -> str:
    """The program's own folder; `xdg` is the variable that moves it, `otherwise` its place below the home on Linux."""
    home = _home(environment, platform)
    if platform == "win32":
        return os.path.join(environment.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), APP)
    if os.path.isabs(moved := environment.get(xdg, "")):  # a relative one is to be ignored, says the XDG specification
        return os.path.join(moved, APP)
    return os.path.join(home, "Library/Application Support" if platform == "darwin" else otherwise, APP)


def _home(environment: Mapping[str, str], platform: str) -> str:
    home = environment.get("USERPROFILE" if platform == "win32" else "HOME", "")
    return home if os.path.isabs(home) else os.path.expanduser("~")
