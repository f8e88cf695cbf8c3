"""`doctor`: what it says of the file, and what it saves of a damaged one."""

from datetime import date
from pathlib import Path

from networkjournal.journal import Journal
from tests.cli.shell import Shell


def test_it_says_how_the_file_is(shell: Shell) -> None:
    shell.say("add", "first")
    assert "sound: 1 entries" in shell.say("doctor")
    assert shell.json("doctor")[0]["code"] == "sound"


def test_a_damaged_file_ends_with_its_own_status(shell: Shell) -> None:
    shell.say("add", "first")
    shell.path.write_bytes(shell.path.read_bytes()[:8192] + b"x" * 9000)
    told = shell("doctor")
    assert told.status == 3 and "damaged" in told.out


def filled(path: Path) -> int:
    """A journal whose texts fill many pages; gives how many there are."""
    journal = Journal.open(str(path))
    with journal.step("import", "x"):
        for number in range(300):
            journal.capture(f"-> @Ann help: number {number} {'word ' * 60}", date(2026, 11, 20), create=True)
    journal.close()
    return 300


def test_what_can_be_read_is_saved_and_what_cannot_is_named(shell: Shell, tmp_path: Path) -> None:
    count = filled(shell.path)
    data = shell.path.read_bytes()
    at = data.index(b"number 150 word")
    page = at // 4096 * 4096
    shell.path.write_bytes(data[:page] + b"\x55" * 4096 + data[page + 4096 :])
    target = tmp_path / "saved.db"
    saved = shell.json("doctor", "--rescue", str(target))
    lost = [one["id"] for one in saved["lost"] if one["table"] == "entries"]
    assert saved["saved"]["contacts"] == 1
    assert 0 < len(lost) < 40
    assert saved["saved"]["entries"] + len(lost) == count
    other = Shell(target, shell._capsys)
    assert "equals what the texts say" in other.say("check")
    assert shell("doctor", "--rescue", str(target)).status == 3, "nothing is written over"


def test_nothing_to_save_from(shell: Shell, tmp_path: Path) -> None:
    assert shell("doctor", "--rescue", str(tmp_path / "x.db")).status == 3


def test_a_file_whose_table_of_contents_is_gone_is_saved_all_the_same(shell: Shell, tmp_path: Path) -> None:
    count = filled(shell.path)
    data = b"\0" * 4096 + shell.path.read_bytes()[4096:]
    shell.path.write_bytes(data)
    target = tmp_path / "saved.db"
    told = shell.say("doctor", "--rescue", str(target))
    assert f"entries {count}" in told and "contacts 1" in told
    assert shell.path.read_bytes() == data
    assert "equals what the texts say" in Shell(target, shell._capsys).say("check")


def test_what_is_missing_is_told_in_few_lines(shell: Shell, tmp_path: Path) -> None:
    filled(shell.path)
    data = shell.path.read_bytes()
    shell.path.write_bytes(data[: len(data) // 3])
    told = shell.say("doctor", "--rescue", str(tmp_path / "saved.db"))
    assert "–" in told and told.count("\n") < 60
