"""`import`: all of a file or nothing, told in words, and taken back in one step."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell


def cards(count: int, bad: int | None = None) -> str:
    """So many cards; the one with the number `bad` has nothing to call the person by."""
    return "".join(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{'' if n == bad else f'Person {n}'}\nUID:{n}\nEND:VCARD\n"
        for n in range(1, count + 1)
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of a hundred cards, the fortieth of which is broken."""
    made = tmp_path / "people.vcf"
    made.write_text(cards(100, bad=40), encoding="utf-8")
    return made


def people(shell: Shell) -> int:
    """How many contacts there are."""
    return len(shell.json("contact", "list"))


def test_one_bad_card_stops_all_and_is_named(shell: Shell, file: Path) -> None:
    shell.say("contact", "add", "Bo")
    told = shell.refused("import", str(file))
    assert "people.vcf" in told or "card 40" in told
    assert "40" in told and "nothing to call the person by" in told
    assert shell(*("import", str(file))).status == 1
    assert people(shell) == 1


def test_without_the_bad_one_the_other_99_arrive_and_it_is_listed(shell: Shell, file: Path) -> None:
    told = shell.say("import", str(file), "--skip-bad")
    assert people(shell) == 99
    assert "40" in told and "nothing to call the person by" in told and "new 99" in told and "unreadable 1" in told


def test_the_same_file_again_leaves_the_bytes_as_they_are(shell: Shell, file: Path) -> None:
    shell.say("import", str(file), "--skip-bad")
    before = shell.path.read_bytes()
    document = shell.json("import", str(file), "--skip-bad")
    assert (document["new"], document["same"], document["unreadable"]) == (0, 99, 1)
    assert shell.path.read_bytes() == before


def test_a_dry_run_shows_the_plan_and_changes_nothing(shell: Shell, file: Path) -> None:
    shell.say("contact", "add", "Bo")
    before = shell.path.read_bytes()
    document = shell.json("import", str(file), "--skip-bad", "--dry-run")
    assert (document["applied"], document["new"], len(document["items"])) == (False, 99, 100)
    assert set(document["items"][0]) == {
        *("verdict", "where", "name", "format", "fields", "changes", "kept", "reasons", "known"),
    }
    assert shell.say("import", str(file), "--skip-bad", "--dry-run").count("\n") == 101
    assert shell.path.read_bytes() == before


def test_one_undo_takes_all_back(shell: Shell, file: Path) -> None:
    shell.say("contact", "add", "Bo")
    shell.say("import", str(file), "--skip-bad")
    (step, *_) = shell.json("history")
    assert (step["name"], step["subject"], step["source"]) == ("import", "people.vcf", "import")
    shell.say("undo")
    assert people(shell) == 1
    shell.say("check")
    shell.say("redo")
    assert people(shell) == 100
    shell.say("check")


def test_a_folder_of_notes_comes_in_by_day_and_only_once(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "2026-11-20.md").write_text("-> @Bo info: a book\n", encoding="utf-8")
    shell.say("contact", "add", "Bo")
    shell.say("import", str(folder))
    before = shell.path.read_bytes()
    shell.say("import", str(folder))
    assert shell.path.read_bytes() == before
    (entry,) = shell.json("journal")
    assert (entry["date"], entry["text"]) == ("2026-11-20", "-> @Bo info: a book")
    assert shell.json("balance")[0]["given"] == 1.0


def test_a_file_that_is_not_there_changes_nothing(shell: Shell, tmp_path: Path) -> None:
    shell.say("contact", "add", "Bo")
    assert "none.vcf" in shell.refused("import", str(tmp_path / "none.vcf"))
    assert people(shell) == 1


def test_an_import_is_one_change_that_other_runs_take_back_and_do_again(shell: Shell, tmp_path: Path) -> None:
    """Each command here opens the file anew, as after a restart."""
    shell.say("contact", "add", "Bo")
    file = tmp_path / "people.vcf"
    file.write_text(cards(30), encoding="utf-8")
    shell.say("import", str(file))
    after = shell.json("contact", "list")
    assert shell.say("undo") == "Taken back: imported people.vcf\n"
    assert [person["name"] for person in shell.json("contact", "list")] == ["Bo"]
    assert shell.say("redo") == "Done again: imported people.vcf\n"
    assert shell.json("contact", "list") == after
    assert "import" in shell.say("history").splitlines()[3]
    shell.say("check")


TABLE = "No,お名前,メール,趣味\n1,伊藤 誠,ito@x.example,将棋\n2,加藤 恵,kato@x.example,茶道\n"


def test_an_unknown_table_asks_for_its_columns_and_remembers_what_was_said(shell: Shell, tmp_path: Path) -> None:
    shell.say("contact", "add", "Bo")
    file = tmp_path / "list.csv"
    file.write_text(TABLE, encoding="cp932")
    told = shell.refused("import", str(file))
    assert "--map name=COLUMN" in told and "お名前, メール, 趣味" in told
    shell.say("import", str(file), "--map", "name=お名前", "--map", "email=メール")
    assert people(shell) == 3
    file.write_text(TABLE + "3,小林 さくら,k@x.example,\n", encoding="utf-8")
    document = shell.json("import", str(file))
    assert (document["new"], document["same"]) == (1, 2)
    shell.say("undo")
    shell.say("undo")
    assert "--map" in shell.refused("import", str(file)), "what was taken back is forgotten"


@pytest.mark.parametrize("said", ["name", "=x", "name=", "nmae=お名前", "name=nothing"])
def test_a_mapping_that_cannot_be_is_one_line(shell: Shell, tmp_path: Path, said: str) -> None:
    shell.say("contact", "add", "Bo")
    file = tmp_path / "list.csv"
    file.write_text(TABLE, encoding="utf-8")
    assert "--map" in shell.refused("import", str(file), "--map", said)


def test_a_later_edition_says_field_by_field_what_changes_and_what_stays(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "ann.vcf"
    card = "BEGIN:VCARD\nFN:Ann Lee\nUID:1\nTITLE:{}\nORG:{}\nEND:VCARD\n"
    file.write_text(card.format("Clerk", "Old"))
    shell.say("import", str(file))
    shell.say("contact", "edit", "Ann", "--title", "Queen")
    file.write_text(card.format("Boss", "New"))
    told = shell.say("import", str(file), "--dry-run")
    assert "Organization: Old → New" in told and "stays as it is here: Title" in told
    (item,) = shell.json("import", str(file))["items"]
    assert item["changes"] == [{"field": "organization", "from": "Old", "to": "New"}]
    assert (item["verdict"], item["kept"]) == ("changed", ["title"])


@pytest.mark.parametrize(("decision", "count"), [("add", 2), ("join", 1), ("leave", 1)])
def test_the_doubtful_are_added_joined_or_left_out(shell: Shell, tmp_path: Path, decision: str, count: int) -> None:
    shell.say("contact", "add", "Ann Lee", "--org", "A")
    file = tmp_path / "ann.vcf"
    file.write_text("BEGIN:VCARD\nFN:Ann Lee\nTITLE:Boss\nEND:VCARD\n")
    (item,) = shell.json("import", str(file), "--dry-run")["items"]
    assert (item["verdict"], item["known"], item["reasons"]) == ("doubtful", "Ann_Lee", ["name"])
    shell.say("import", str(file), "--doubtful", decision)
    assert people(shell) == count
    titles = [person["title"] for person in shell.json("contact", "list")]
    assert ("Boss" in titles) == (decision != "leave")


def test_several_files_are_planned_one_after_the_other(shell: Shell, tmp_path: Path) -> None:
    for name in ("one.vcf", "two.vcf"):
        (tmp_path / name).write_text(f"BEGIN:VCARD\nFN:Ann Lee\nEMAIL:a@x.example\nNOTE:{name}\nEND:VCARD\n")
    document = shell.json("import", str(tmp_path / "one.vcf"), str(tmp_path / "two.vcf"))
    assert (document["new"], people(shell)) == (1, 1)
