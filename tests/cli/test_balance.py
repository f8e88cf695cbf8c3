"""`balance`: every relationship in one list, what one owes on top, and a document with every key."""

import pytest

from tests.cli.shell import Shell

KEYS = {
    *("contact", "name", "given", "received", "net", "state", "given_count", "received_count"),
    *("given_minutes", "received_minutes", "first", "last_on", "silent_days", "settled_on", "early"),
}


@pytest.fixture
def known(shell: Shell) -> Shell:
    """Five relationships, one in each state and two in which more was received."""
    for name in ("Even", "Giver", "Large", "Small", "Zero"):
        shell.say("contact", "add", name)
    shell.say("goal", "add", "clinic")
    shell.say(
        "add",
        "-> @Even info: x\n<- @Even info: y\n-> @Giver help: x 1h30m #clinic\n<- @Large customer: x\n<- @Small info: x",
        "--date",
        "2026-11-20",
    )
    return shell


def listed(shell: Shell, *options: str) -> list[str]:
    """The contacts in the order of the list."""
    return [row["contact"] for row in shell.json("balance", *options)]


def test_the_document_has_every_key_and_null_for_what_is_absent(known: Shell) -> None:
    rows = {row["contact"]: row for row in known.json("balance")}
    assert all(set(row) >= KEYS for row in rows.values())
    stranger, giver = rows["Zero"], rows["Giver"]
    assert {stranger[key] for key in ("first", "last_on", "silent_days", "settled_on")} == {None}
    assert (stranger["state"], stranger["early"]) == ("none", True)
    assert [giver[key] for key in ("given", "received", "net", "state", "given_count", "given_minutes")] == [
        *(2.0, 0.0, 2.0, "given_more", 1, 90)
    ]
    assert (giver["first"], giver["last_on"], giver["silent_days"]) == ("given", "2026-11-20", 3)


def test_what_one_owes_comes_first_the_largest_debt_on_top(known: Shell) -> None:
    assert listed(known) == ["Large", "Small", "Even", "Giver", "Zero"]
    assert listed(known, "--sort", "given")[0] == "Giver"
    assert listed(known, "--sort", "name") == ["Even", "Giver", "Large", "Small", "Zero"]


def test_the_list_is_narrowed_by_state_and_goal(known: Shell) -> None:
    assert listed(known, "--state", "received_more") == ["Large", "Small"]
    assert listed(known, "--goal", "clinic") == ["Giver"]


def test_a_settled_relationship_is_even(known: Shell) -> None:
    known.say("add", "<> @Large thanks", "--date", "2026-11-21")
    row = next(row for row in known.json("balance") if row["contact"] == "Large")
    assert (row["state"], row["net"], row["settled_on"], row["last_on"]) == ("even", 0.0, "2026-11-21", "2026-11-20")
