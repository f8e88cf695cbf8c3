"""`contact merge`: says what it would do, does it in one step, and can be taken back."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def known(shell: Shell) -> Shell:
    """One person who stands twice."""
    shell.say("contact", "add", "鈴木 一郎", "--org", "さくら")
    shell.say("contact", "add", "Suzuki", "--org", "北町福祉用具", "--email", "s@x.example", "--note", "tall")
    shell.say("add", "-> @Suzuki info: book")
    shell.say("add", "met @Suzuki")
    return shell


def test_a_dry_run_says_everything_and_changes_nothing(known: Shell) -> None:
    before = known.path.read_bytes()
    assert known.say("contact", "merge", "Suzuki", "--into", "鈴木一郎", "--dry-run") == (
        "Suzuki would go into 鈴木 一郎\n"
        "In texts     @鈴木一郎\n"
        "Also called  Suzuki\n"
        "Mail         s@x.example\n"
        "Notes        tall\n"
        "Notes        Organization: 北町福祉用具\n"
        "2 entries are written anew.\n"
        "1 exchange moves.\n"
        "鈴木 一郎       nothing yet\n"
        "Suzuki          given 1, received 0: given more\n"
        "鈴木 一郎 then  given 1, received 0: given more\n"
    )
    assert known.path.read_bytes() == before


def test_a_merge_is_told_and_undone(known: Shell) -> None:
    told = known.say("contact", "merge", "Suzuki", "--into", "鈴木一郎")
    assert told == "Merged Suzuki into 鈴木 一郎; in texts: @鈴木一郎. `undo` parts them again.\n"
    assert [entry["text"] for entry in known.json("journal")] == ["-> @鈴木一郎 info: book", "met @鈴木一郎"]
    assert "merged Suzuki into 鈴木 一郎" in known.say("history")
    assert known.json("history")[0]["subject"] == "Suzuki\t鈴木 一郎"
    known.say("check")
    assert known.say("undo") == "Taken back: merged Suzuki into 鈴木 一郎\n"
    assert known.json("contact", "show", "Suzuki")["organization"] == "北町福祉用具"
    known.say("check")


@pytest.mark.parametrize("dry", [True, False])
def test_the_document_has_the_contact_as_it_will_be(known: Shell, dry: bool) -> None:
    options = ["--dry-run"] if dry else []
    document = known.json("contact", "merge", "Suzuki", "--into", "鈴木", *options)
    assert (document["merged"], document["absorbed"], document["into"]) == (not dry, "Suzuki", "鈴木一郎")
    assert document["contact"]["notes"] == "tall\nOrganization: 北町福祉用具"
    assert (document["entries"], document["exchanges"], document["waiting"]) == (2, 1, 0)
    given = {name: balance["given"] for name, balance in document["balances"].items()}
    assert given == {"into": 0.0, "absorbed": 1.0, "after": 1.0}
    if not dry:
        assert known.json("contact", "show", "鈴木") == document["contact"]


def test_nobody_is_merged_with_themselves(known: Shell) -> None:
    assert "itself" in known.refused("contact", "merge", "Suzuki", "--into", "suzuki")


def test_both_have_to_be_known_and_said(known: Shell) -> None:
    assert "Nobody" in known.refused("contact", "merge", "Nobody", "--into", "Suzuki")
    assert known("contact", "merge", "Suzuki").status == 2
