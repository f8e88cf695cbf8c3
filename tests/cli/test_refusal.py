"""`refusal`: what one decided not to pursue, when and why, and whom it has to do with."""

import pytest

from networkjournal.cli.refusal import COMMAND
from networkjournal.model.refusal import Refusal
from tests.cli.shell import TODAY, Shell


@pytest.fixture
def refused(shell: Shell) -> Shell:
    """A journal in which two things are not pursued."""
    shell.say("contact", "add", "山本 剛")
    shell.say("refusal", "add", "joint", "sales", "--why", "not ours", "--who", "山本", "--on", "11/1")
    shell.say("refusal", "add", "free talks")
    return shell


FIRST = {"number": 1, "what": "joint sales", "why": "not ours", "contact": "山本剛", "on": "2026-11-01"}


def test_every_fact_is_in_its_document_and_its_sheet(refused: Shell) -> None:
    assert refused.json("refusal", "list") == [
        {"number": 2, "what": "free talks", "why": None, "contact": None, "on": TODAY},
        FIRST,
    ]
    assert refused.say("refusal", "show", "joint") == (
        "joint sales\nNumber     1\nDecided    2026-11-01\nWhy        not ours\nWith whom  @山本剛\n"
    )


def test_the_list_has_the_latest_first(refused: Shell) -> None:
    assert refused.say("refusal", "list") == (
        "No.  Decided     What         Why       With whom\n"
        "  2  2026-11-23  free talks\n"
        "  1  2026-11-01  joint sales  not ours  @山本剛\n"
    )


def test_an_empty_list_teaches(shell: Shell) -> None:
    assert "refusal add" in shell.say("refusal", "list")


def test_every_field_of_the_model_has_an_option() -> None:
    edit = next(command for command in COMMAND.subcommands if command.name == "edit")
    assert set(Refusal._fields) - {"id"} == {option.key for option in edit.options} - {"json"}


def test_one_can_be_changed_and_taken_out(refused: Shell) -> None:
    changed = refused.json("refusal", "edit", "1", "--who", "", "--why", "a\nb", "--on", "yesterday")
    assert changed == FIRST | {"contact": None, "why": "a\nb", "on": "2026-11-22"}
    refused.say("refusal", "remove", "1")
    refused.say("undo")
    assert refused.json("refusal", "show", "1") == changed


def test_it_stands_in_the_brief_of_whom_it_has_to_do_with(refused: Shell) -> None:
    assert refused.json("brief", "山本")["refusals"] == [FIRST]
    assert "Not pursued: joint sales (not ours) · 2026-11-01" in refused.say("brief", "山本")


def test_it_follows_whoever_is_renamed_and_goes_with_whoever_is_forgotten(refused: Shell) -> None:
    refused.say("refusal", "add", "山本 剛 の紹介")
    refused.say("contact", "edit", "山本", "--name", "山本 健")
    assert refused.json("refusal", "show", "1")["contact"] == "山本健"
    refused.say("contact", "forget", "山本", "--yes")
    assert "山本" not in refused.say("refusal", "list")
