"""`repost`: what was posted keeps its weight until then."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration file that is not there yet."""
    monkeypatch.setenv("NETWORKJOURNAL_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "config.toml"


@pytest.fixture
def written(shell: Shell, config: Path) -> Shell:
    """Three entries from before the configuration was changed."""
    for text in ("-> @Ann info: one", "-> @Ann info: two", "-> @Ann info: three *5"):
        shell.say("add", "--create", text)
    config.write_text("[weights]\ninformation = 4\n", encoding="utf-8")
    return shell


def weights(shell: Shell) -> list[float]:
    """What each exchange weighs."""
    return [line["weight"] for line in shell.json("ledger", "Ann")["register"]]


def test_a_changed_weight_holds_for_what_is_written_from_then_on(written: Shell) -> None:
    """The past is not judged anew because a number in a file was changed."""
    written.say("add", "-> @Ann info: four")
    assert weights(written) == [1.0, 1.0, 5.0, 4.0]


def test_an_entry_saved_again_takes_the_new_weight(written: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    written.say("journal", "edit", "1")
    assert weights(written) == [4.0, 1.0, 5.0]


def test_what_is_posted_again_for_another_reason_keeps_its_weight(written: Shell) -> None:
    """Renaming someone writes into every entry, and must not move a balance."""
    written.say("contact", "edit", "Ann", "--name", "Ann Lee")
    assert weights(written) == [1.0, 1.0, 5.0]
    written.say("check")


def test_repost_gives_everything_the_weight_in_force_but_what_a_line_says(written: Shell) -> None:
    assert written.json("repost") == {"entries": 3}
    assert weights(written) == [4.0, 4.0, 5.0]
    assert written.json("balance")[0]["given"] == 13.0
    written.say("check")


def test_check_has_nothing_against_a_weight_of_its_day(written: Shell) -> None:
    assert written.json("check")["sound"] is True


def test_a_new_kind_reads_old_lines_only_on_repost(shell: Shell, config: Path) -> None:
    shell.say("add", "--create", "-> @Ann mentoring: an hour")
    config.write_text('[kinds.mentoring]\nwords = ["mentoring"]\nweight = 3\n', encoding="utf-8")
    shell.say("repost")
    (line,) = shell.json("ledger", "Ann")["register"]
    assert (line["kind"], line["weight"], line["words"]) == ("mentoring", 3.0, "an hour")


def test_it_says_how_many_there_were(shell: Shell, config: Path) -> None:
    shell.say("add", "one")
    assert shell.say("repost") == "1 entry posted again.\n"
