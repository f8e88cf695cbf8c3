"""`contact archive`: out of the lists and back."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def known(shell: Shell) -> Shell:
    """Two people, one of them archived."""
    shell.say("contact", "add", "鈴木 一郎", "--org", "さくら")
    shell.say("contact", "add", "Bo")
    shell.say("add", "<- @Bo info: x")
    shell.say("contact", "archive", "Bo")
    return shell


def handles(documents: list[dict[str, object]]) -> list[object]:
    """Whom a list has."""
    return [document.get("handle", document.get("contact")) for document in documents]


def test_archiving_says_what_it_did(shell: Shell) -> None:
    shell.say("contact", "add", "Bo")
    assert shell.say("contact", "archive", "bo") == "Archived Bo; texts and the ledger still know them.\n"
    assert shell.json("contact", "show", "Bo")["archived"] is True
    assert "Archived" in shell.say("contact", "show", "Bo")
    assert shell.say("contact", "unarchive", "bo") == "Bo is back in the lists.\n"
    assert shell.json("contact", "archive", "bo")["archived"] is True


def test_lists_leave_them_out_unless_asked(known: Shell) -> None:
    assert handles(known.json("contact", "list")) == ["鈴木一郎"]
    assert handles(known.json("contact", "list", "--archived")) == ["Bo"]
    assert handles(known.json("balance")) == ["鈴木一郎"]
    assert handles(known.json("balance", "--archived")) == ["Bo", "鈴木一郎"]


def test_a_balance_for_a_goal_leaves_them_out_unless_asked(known: Shell) -> None:
    known.say("goal", "add", "clinic")
    known.say("add", "-> @Bo info: y #clinic")
    assert known.json("balance", "--goal", "clinic") == []
    assert handles(known.json("balance", "--goal", "clinic", "--archived")) == ["Bo"]


def test_names_know_them(known: Shell) -> None:
    assert known.json("brief", "Bo")["contact"]["archived"] is True
    assert known.json("ledger", "Bo")["balance"]["received"] == 1.0
    assert known.json("add", "-> @Bo info: z", "--dry-run")["posted"][0]["contact"] == "Bo"


def test_an_empty_list_says_where_everybody_is(known: Shell) -> None:
    known.say("contact", "archive", "鈴木")
    assert "--archived" in known.say("contact", "list")
    known.say("contact", "unarchive", "鈴木")
    known.say("contact", "unarchive", "Bo")
    assert known.say("contact", "list", "--archived") == "Nobody is archived.\n"


def test_history_names_both_steps(known: Shell) -> None:
    known.say("contact", "unarchive", "Bo")
    told = known.say("history")
    assert "archived Bo" in told and "took Bo out of the archive" in told
