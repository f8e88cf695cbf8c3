"""`backup` and `restore`: a copy that holds everything, and the way back."""

from pathlib import Path

from tests.cli.shell import Shell


def test_a_copy_and_the_way_back(shell: Shell, tmp_path: Path) -> None:
    shell.say("add", "first")
    copy = tmp_path / "copy.db"
    assert "1 entries" in shell.say("backup", str(copy))
    shell.say("add", "second")
    done = shell.json("restore", str(copy))
    assert done["entries"] == 1
    assert [entry["text"] for entry in shell.json("journal")] == ["first"]
    shell.say("restore", done["kept"])
    assert [entry["text"] for entry in shell.json("journal")] == ["first", "second"]


def test_without_a_path_it_joins_those_that_are_kept(shell: Shell) -> None:
    shell.say("add", "first")
    assert shell.json("backup", "--list") == []
    taken = shell.json("backup")
    assert [one["path"] for one in shell.json("backup", "--list")] == [taken["path"]]


def test_a_folder_takes_a_file_of_the_same_name(shell: Shell, tmp_path: Path) -> None:
    shell.say("add", "first")
    (tmp_path / "usb").mkdir()
    assert shell.json("backup", str(tmp_path / "usb"))["path"] == str(tmp_path / "usb" / shell.path.name)


def test_before_an_import_a_copy_is_kept(shell: Shell, tmp_path: Path) -> None:
    shell.say("add", "first")
    card = tmp_path / "card.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEND:VCARD\n")
    shell.say("import", str(card))
    (kept,) = shell.json("backup", "--list")
    shell.say("restore", kept["path"])
    assert shell.json("contact", "list") == []


def test_what_cannot_be_done_says_so_in_one_line(shell: Shell, tmp_path: Path) -> None:
    assert shell("backup").status == 3
    assert not shell.path.exists(), "asking for a copy of nothing makes nothing"
    shell.say("add", "first")
    there = tmp_path / "there.db"
    there.write_text("mine")
    for argv in (("backup", str(there)), ("restore", str(there)), ("restore", str(tmp_path / "none.db"))):
        told = shell(*argv)
        assert told.status == 3 and told.err.count("\n") == 1
    assert there.read_text() == "mine"
