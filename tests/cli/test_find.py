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


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (("who:tanaka",), [1]), (("誰:田中 太郎", "あおば"), [1]), (("kind:exchange",), [1]),
        (("from:2026-11-21",), [2]),
        (("who:田中 あおば",), [1]),
        (("from:2026-11-21 あおば",), [2]),
        (("to:2026-11", "あおば"), [2, 1]), (("kind:entry", "あおば"), [2, 1]), (("goal:通う",), []),
    ],
)  # fmt: skip
def test_filters_say_where_to_look(filled: Shell, query: tuple[str, ...], ids: list[int]) -> None:
    assert [hit["id"] for hit in filled.json("find", *query) if hit["kind"] == "entry"] == ids


def test_what_a_filter_finds_shows_the_line_that_is_meant(filled: Shell) -> None:
    filled.say("add", "朝から雨\n\n! 先に聞く @田中太郎", "--date", "2026-11-22")
    assert filled.say("find", "who:tanaka", "kind:insight") == "Entries\n  2026-11-22  3  ! 先に聞く @田中太郎\n"
    (hit,) = filled.json("find", "who:tanaka", "kind:insight")
    assert (hit["title"], hit["field"], hit["match"]) == ("朝から雨", "text", None)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("who:nobody", "There is no contact called nobody."),
        ("goal:nothing", "There is no goal called nothing."),
        ("from:someday", "from: someday is no date"),
        ("to:2026-13", "to: 2026-13 is no date"),
        ("kind:nonsense", "kind: nonsense is none of the choices"),
    ],
)
def test_a_filter_that_means_nothing_is_told(filled: Shell, query: str, told: str) -> None:
    assert told in filled.refused("find", query)


def test_the_entry_in_which_words_stand_together_comes_first_where_that_is_asked_for(filled: Shell) -> None:
    filled.say("add", "梅の木", "--date", "2026-11-01")
    filled.say("add", "梅\n木", "--date", "2026-11-02")
    assert [hit["id"] for hit in filled.json("find", "梅", "木")] == [4, 3]
    assert [hit["id"] for hit in filled.json("find", "梅", "木", "--sort", "best")] == [3, 4]
