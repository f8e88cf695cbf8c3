"""Templates: where one writes on, which word names a kind, and what is left out when nothing was written into it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.capture.templates import exchange, kind_word, template, written
from networkjournal.config import KindSetting

DAY = "Today: \n\n-> @\n<- @ info: \n! \n[ ] \n\n## Review\n"


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("-> @ info: ", "-> @"),
        ("Plan\n- <- @\n! ", "Plan\n- <- @"),
        ("Today: \n-> @", "Today: "),
        ("! ", "! "),
        ("# Heading\ntext", "# Heading\ntext"),
        ("", ""),
    ],
)
def test_one_writes_on_where_the_first_words_are_wanted(text: str, before: str) -> None:
    made = template(text)
    assert made.text[: made.cursor] == before


def test_an_exchange_begins_with_whom() -> None:
    assert exchange("given", "info") == ("-> @ info: ", 4)
    assert exchange("received", "紹介") == ("<- @ 紹介: ", 4)
    assert exchange("given", "") == ("-> @ ", 4)


@pytest.mark.parametrize(
    ("kind", "english", "japanese"),
    [
        ("information", "info", "情報"),
        ("introduction", "intro", "紹介"),
        ("referral", "referral", "お客様紹介"),
        ("gift", "gift", "贈り物"),
        ("other", "", ""),
        ("mentoring", "mentoring", "指導"),
        ("unknown", "unknown", "unknown"),
    ],
)
def test_a_kind_is_written_in_the_language_spoken(kind: str, english: str, japanese: str) -> None:
    own = (KindSetting("mentoring", ("coaching", "指導")),)
    assert kind_word(kind, japanese=False, settings=own) == english
    assert kind_word(kind, japanese=True, settings=own) == japanese


def test_what_was_not_filled_in_is_left_out() -> None:
    text = DAY.replace("-> @", "-> @Ann info: a desk").replace("! ", "! ask first")
    assert written(text, [DAY]) == "-> @Ann info: a desk\n! ask first\n\n## Review\n"


def test_an_editor_that_cuts_spaces_off_makes_no_difference() -> None:
    assert written("Today:\n\n-> @Ann x\n!\n[ ]", [DAY]) == "-> @Ann x"


def test_a_template_without_a_word_is_nothing() -> None:
    assert written(DAY, [DAY]) == ""
    assert written("\n-> @\n", ["-> @"]) == ""


def test_bare_marks_of_ones_own_stay() -> None:
    """They wait in the inbox, as ever: only a template's lines are left out."""
    assert written("->\n! \n-> @", []) == "->\n! \n-> @"
    assert written("->\n<- @ info:\nx", ["-> @"]) == "->\n<- @ info:\nx"


@given(st.text(), st.lists(st.text()))
def test_only_lines_of_templates_are_ever_left_out(text: str, templates: list[str]) -> None:
    known = {line.rstrip() for one in templates for line in one.split("\n")}
    theirs = [line for line in text.split("\n") if line.strip() and line.rstrip() not in known]
    left = written(text, templates).split("\n")
    assert [line for line in left if line.strip() and line.rstrip() not in known] == theirs
