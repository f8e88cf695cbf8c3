"""`find`: what is printed of what was found, for people and for programs."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def filled(shell: Shell) -> Shell:
    """A person with a caution, a goal, three entries."""
    shell.say("contact", "add", "田中 太郎", "--reading", "タナカ タロウ", "--org", "あおば", "--caution", "秘密の話")
    shell.say("goal", "add", "あおばに通う", "--handle", "通う")
    shell.say("add", "-> @田中太郎 情報: あおばの見学 30m", "--date", "2026-11-20")
    shell.say("add", "[bold]\x1b[2J あおば", "--date", "2026-11-21")
    return shell


def test_everything_is_printed_under_what_it_is(filled: Shell) -> None:
    assert filled.say("find", "あおば") == (
        "Goals\n  あおばに通う\n"
        "Contacts\n  田中 太郎  Organization  あおば\n"
        "Entries\n  2026-11-21  2  [bold]␛[2J あおば\n  2026-11-20  1  -> @田中太郎 情報: あおばの見学 30m\n"
    )
    assert filled.say("find", "田中", "太郎").startswith("Contacts\n  田中 太郎  あおば\n")


def test_the_document_has_every_key_and_null_for_what_is_absent(filled: Shell) -> None:
    goal, person, *entries = filled.json("find", "あおば")
    assert goal == {
        "kind": "goal", "id": 1, "title": "あおばに通う", "detail": None, "date": None,
        "field": "title", "before": "", "match": "あおば", "after": "に通う",
    }  # fmt: skip
    assert (person["detail"], person["field"]) == ("あおば", "organization")
    assert [(entry["id"], entry["date"]) for entry in entries] == [(2, "2026-11-21"), (1, "2026-11-20")]


@pytest.mark.parametrize("argv", [("find", "秘密"), ("find", "秘密", "--json")])
def test_the_words_of_a_caution_are_not_printed(filled: Shell, argv: tuple[str, ...]) -> None:
    told = filled.say(*argv)
    assert "aution" in told and "秘密" not in told


def test_nothing_found_is_1_for_a_person_and_an_empty_list_for_a_program(filled: Shell) -> None:
    assert filled.refused("find", "どこにも") == "Nothing is found.\n"
    assert filled.json("find", "どこにも") == []


def test_no_more_is_printed_than_asked_for_and_it_is_told(filled: Shell) -> None:
    assert (
        filled.say("find", "あおば", "--most", "1") == "Goals\n  あおばに通う\nThere is more; ask for it with --most.\n"
    )


def test_quotes_keep_words_together(filled: Shell) -> None:
    filled.say("add", "care at home")
    filled.say("add", "home care")
    assert [hit["id"] for hit in filled.json("find", '"home care"')] == [4]
