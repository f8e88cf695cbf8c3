"""`contact duplicates`: who may be there twice."""

from contextlib import closing

from networkjournal.journal import Journal
from tests.cli.shell import Shell


def test_pairs_are_told_with_their_reasons(shell: Shell) -> None:
    shell.say("contact", "add", "田中 太郎", "--reading", "タナカ タロウ", "--phone", "090-1234-5678")
    shell.say("contact", "add", "Taro Tanaka", "--phone", "+81 90 1234 5678")
    assert shell.json("contact", "duplicates") == [
        {
            "contact": "田中太郎",
            "name": "田中 太郎",
            "other": "Taro_Tanaka",
            "other_name": "Taro Tanaka",
            "reasons": ["reading", "phone"],
        }
    ]
    told = shell.say("contact", "duplicates")
    assert "the same reading, the same telephone number" in told and "1 pair" in told


def test_nobody_twice_is_told_too(shell: Shell) -> None:
    shell.say("contact", "add", "Ann Lee")
    assert shell.say("contact", "duplicates") == "Nobody seems to be there twice.\n"
    assert shell.json("contact", "duplicates") == []


def test_a_merged_pair_is_no_pair(shell: Shell) -> None:
    shell.say("contact", "add", "Ann Lee")
    shell.say("contact", "add", "Ann Lee")
    assert len(shell.json("contact", "duplicates")) == 1
    shell.say("contact", "merge", "Ann_Lee_2", "--into", "Ann_Lee")
    assert shell.json("contact", "duplicates") == []


def test_those_who_were_told_apart_are_left_out(shell: Shell) -> None:
    shell.say("contact", "add", "Ann Lee")
    shell.say("contact", "add", "Ann Lee")
    with closing(Journal.open(str(shell.path))) as journal:
        journal.part(journal.find_contact("@Ann_Lee"), journal.find_contact("@Ann_Lee_2"))
    assert shell.json("contact", "duplicates") == []
    assert "Ann Lee and Ann Lee" in shell.say("undo")
    assert len(shell.json("contact", "duplicates")) == 1
