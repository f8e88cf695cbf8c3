"""The paths kept by hand are those that platformdirs gives."""

import os
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from networkjournal.paths import backup_folder, config_file, journal_file


@pytest.mark.parametrize("xdg", ["", "moved", "relative"])
@pytest.mark.parametrize(("platform", "folders"), [("linux", Unix), ("darwin", MacOS)])
def test_the_folders_are_those_of_platformdirs(
    platform: str, folders: type[Unix] | type[MacOS], xdg: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if xdg:
        moved = "relative/folder" if xdg == "relative" else str(tmp_path / "moved")
        monkeypatch.setenv("XDG_DATA_HOME", moved)
        monkeypatch.setenv("XDG_CONFIG_HOME", moved)
    theirs = folders("networkjournal", appauthor=False)
    assert os.path.dirname(journal_file(os.environ, platform)) == theirs.user_data_dir
    assert os.path.dirname(config_file(os.environ, platform)) == theirs.user_config_dir


def test_on_windows_both_lie_in_the_local_application_data() -> None:
    environment = {"LOCALAPPDATA": "/c/local", "USERPROFILE": "/c/me", "XDG_DATA_HOME": "/elsewhere"}
    assert journal_file(environment, "win32") == "/c/local/networkjournal/journal.db"
    assert config_file(environment, "win32") == "/c/local/networkjournal/config.toml"
    del environment["LOCALAPPDATA"]
    assert journal_file(environment, "win32") == "/c/me/AppData/Local/networkjournal/journal.db"


def test_a_named_file_goes_before_every_rule_and_may_start_at_the_home() -> None:
    environment = {"NETWORKJOURNAL_DB": "/j/mine.db", "NETWORKJOURNAL_CONFIG": "~/mine.toml", "XDG_DATA_HOME": "/x"}
    assert journal_file(environment, "linux") == "/j/mine.db"
    assert config_file(environment, "linux") == os.path.join(os.environ["HOME"], "mine.toml")


def test_an_empty_variable_counts_as_unset() -> None:
    environment = {"NETWORKJOURNAL_DB": "", "XDG_DATA_HOME": "", "HOME": "/home/me"}
    assert journal_file(environment, "linux") == "/home/me/.local/share/networkjournal/journal.db"


def test_no_path_ever_depends_on_the_working_folder() -> None:
    """A relative home would scatter journals over the disk: the system's own word is taken then."""
    for platform in ("linux", "darwin", "win32"):
        assert os.path.isabs(journal_file({"HOME": "", "USERPROFILE": "here"}, platform))


def test_backups_lie_apart_from_the_journal_and_from_another_journals() -> None:
    environment = {"HOME": "/home/me"}
    one, other = (backup_folder(environment, path, "linux") for path in ("/a/journal.db", "/b/journal.db"))
    assert one.startswith("/home/me/.local/state/networkjournal/backups/journal.db-")
    assert one != other
