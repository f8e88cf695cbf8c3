"""`suggest`: what could be given and why; what is not wanted stays away until it is undone."""

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def offers(shell: Shell) -> Shell:
    """Two offers, and two people who could use one each."""
    shell.say("offer", "add", "the template for nights", "--for", "nights")
    shell.say("offer", "add", "a talk about rotas", "--for", "IT")
    shell.say("contact", "add", "Taro Tanaka", "--need", "cover at night")
    shell.say("contact", "add", "Anna Miller", "--tag", "IT")
    return shell


def test_each_suggestion_says_to_whom_and_why(offers: Shell) -> None:
    assert offers.say("suggest") == (
        " 1  To Taro Tanaka: the template for nights\n"
        "    nights in their needs (“cover at night”)\n"
        " 2  To Anna Miller: a talk about rotas\n"
        "    IT in the tags\n"
    )


def test_the_document_has_every_fact(offers: Shell) -> None:
    document = offers.json("suggest")
    assert document["left_out"] == {"given": 0, "dismissed": 0, "archived": 0, "more": 0}
    assert document["suggestions"][0] == {
        "number": 1,
        "kind": "offer",
        "contact": "Taro_Tanaka",
        "name": "Taro Tanaka",
        "what": "the template for nights",
        "because": "nights in their needs (“cover at night”)",
        "other": None,
        "offer": 1,
        "received_on": None,
        "given_on": None,
        "reasons": [{"field": "needs", "words": "nights", "line": "cover at night"}],
        "mind": [],
        "key": "offer 1 1",
    }


def test_it_can_be_asked_for_one_person(offers: Shell) -> None:
    assert [item["contact"] for item in offers.json("suggest", "--who", "anna")["suggestions"]] == ["Anna_Miller"]
    assert "nobody" in offers.refused("suggest", "--who", "nobody")


def test_not_this_is_remembered_and_undone(offers: Shell) -> None:
    assert "`undo`" in offers.say("suggest", "--not", "1")
    told = offers.say("suggest")
    assert "Tanaka" not in told and "Left out: 1 you did not want." in told
    offers.say("undo")
    assert "Tanaka" in offers.say("suggest")


def test_not_this_gives_what_is_suggested_then(offers: Shell) -> None:
    assert [item["number"] for item in offers.json("suggest", "--not", "2")["suggestions"]] == [1]


@pytest.mark.parametrize("number", ["0", "3", "-1", "x"])
def test_what_is_not_suggested_cannot_be_set_aside(offers: Shell, number: str) -> None:
    offers.refused("suggest", "--not", number)


def test_nothing_to_suggest_teaches(shell: Shell) -> None:
    assert "offer add" in shell.say("suggest")
    assert shell.json("suggest")["suggestions"] == []


def test_the_brief_has_what_could_be_given(offers: Shell) -> None:
    (item,) = offers.json("brief", "tanaka")["suggestions"]
    assert (item["kind"], item["what"]) == ("offer", "the template for nights")
    assert "nights in their needs" in item["because"]
    told = offers.say("brief", "tanaka")
    assert "You could give: the template for nights" in told and "nights in their needs" in told


def test_a_caution_is_said_with_it(offers: Shell) -> None:
    offers.say("contact", "edit", "tanaka", "--caution", "sells on what he hears")
    assert "Mind: there is a note of caution about Taro Tanaka." in offers.say("suggest")
