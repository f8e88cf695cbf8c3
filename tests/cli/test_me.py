"""`me`: the same facts as the Me screen, for a person and for a program."""

from networkjournal.demo import make
from networkjournal.journal import Journal
from tests.cli.shell import Shell


def test_all_parts_are_in_the_document(shell: Shell) -> None:
    journal = Journal.open(str(shell.path))
    make(journal, "en")
    journal.close()
    shell.say("ask", "add", "a partner")
    shell.say("refusal", "add", "joint sales")
    shell("introduce", "--keep")
    me = shell.json("me")
    assert list(me) == ["strengths", "offers", "asks", "gaps", "self_introductions", "refusals"]
    assert me["strengths"] == shell.json("strength", "list")
    assert [(one["number"], one["given"], one["given_on"]) for one in me["offers"]] == [
        (1, 1, "2026-09-08"),
        (2, 0, None),
    ]
    assert me["asks"] == shell.json("ask", "list")
    assert me["gaps"] == [{"code": "no_evidence", "kind": "strength", "id": 2, "name": "Care insurance law"}]
    assert me["self_introductions"] == shell.json("introduce", "list")
    assert me["refusals"] == shell.json("refusal", "list")
    shown = shell.say("me")
    for part in ("Experience", "15 years", "5 entries", "given 1 time", "a partner", "nothing shows it", "joint sales"):
        assert part in shown


def test_nothing_teaches(shell: Shell) -> None:
    assert "strength add" in shell.say("me")
    assert shell.json("me") == {
        "strengths": [],
        "offers": [],
        "asks": [],
        "gaps": [],
        "self_introductions": [],
        "refusals": [],
    }
