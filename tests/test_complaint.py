"""Errors in one line: every one that the code can raise has a sentence, which says what to do."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal import i18n
from networkjournal.complaint import error
from networkjournal.errors import Ambiguous, CheckFailed, FileReason, FileTrouble, Invalid, JournalError, NotFound
from networkjournal.formats import records

PACKAGE = Path(__file__).parents[1] / "networkjournal"
UNKNOWN = "cannot be taken"
"""What is said of a reason that has no sentence of its own."""


def raised() -> set[str]:
    """The reasons of every `Invalid` and of every call of `wrong` that the code spells out."""
    found = set()
    for path in PACKAGE.glob("**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Invalid", "self.wrong"):
                found |= set(_reasons(node.args[2:3]))
    return found


def _reasons(arguments: list[ast.expr]) -> Iterator[str]:
    for node in arguments:
        for leaf in (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,):
            if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
                yield leaf.value


def test_every_reason_that_is_raised_has_a_sentence() -> None:
    reasons = raised()
    assert {"empty", "taken", "missing", "not_a_weight", "bad_record"} <= reasons, "the search finds too little"
    assert [reason for reason in sorted(reasons) if UNKNOWN in error(Invalid("field", "value", reason))] == []


def test_a_reason_of_another_version_is_told_all_the_same() -> None:
    assert error(Invalid("field", "value", "brand_new")) == "field: value cannot be taken (brand_new)"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("reason", get_args(FileReason))
def test_every_trouble_with_the_file_names_the_file(reason: FileReason, language: str) -> None:
    """And nothing else: which of several journals it is, is what one needs to know."""
    i18n.set_language(language)
    told = error(FileTrouble("/home/me/journal.db", reason, "detail"))
    assert "/home/me/journal.db" in told
    assert "\n" not in told


@pytest.mark.parametrize("reason", ["damaged", "newer", "locked", "read_only", "not_a_journal", "full"])
def test_trouble_with_the_file_says_what_became_of_the_data(reason: FileReason) -> None:
    assert "othing was" in error(FileTrouble("/j.db", reason))


def test_where_it_is_wrong_comes_first() -> None:
    assert error(Invalid("weights.x", "", "not_a_weight", "/c.toml")) == (
        "/c.toml: weights.x has to be a weight above 0, at most 100"
    )


def test_nobody_of_that_name_is_told_with_the_nearest() -> None:
    assert error(NotFound("contact", "Tanaka")) == "There is no contact called Tanaka."
    assert error(NotFound("goal", "x", ("在宅", "訪問"))) == "There is no goal called x. Nearest: 在宅, 訪問"


def test_several_are_told_with_what_tells_them_apart() -> None:
    told = error(Ambiguous("contact", "田中", (("田中太郎", "あおば居宅介護"), ("田中次郎", ""))))
    assert told == "田中 may be: 田中太郎 (あおば居宅介護); 田中次郎"


@pytest.mark.parametrize(("count", "told"), [(1, "1 difference found"), (2, "2 differences found")])
def test_differences_are_counted(count: int, told: str) -> None:
    assert error(CheckFailed(count)) == told


def test_statuses_are_those_that_scripts_rely_on() -> None:
    statuses = [NotFound("contact", "x"), Ambiguous("contact", "x", ()), Invalid("x", "", "empty"),
                FileTrouble("x", "newer"), CheckFailed(1)]  # fmt: skip
    assert [problem.exit_code for problem in statuses] == [1, 1, 1, 3, 3]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_whatever_was_typed_the_error_is_one_short_line(language: str, text: str) -> None:
    """An error quotes what was typed, and what was typed may be a pasted page or a terminal's control sequence."""
    i18n.set_language(language)
    long = text * 50
    for problem in (
        NotFound("contact", long),
        Ambiguous("contact", long, (("handle", ""),)),
        *(Invalid("field", long, reason) for reason in ("taken", "missing", "date", "brand_new")),
    ):
        told = error(problem)
        assert len(told.splitlines()) == 1
        assert len(told) < 1000
        assert "\x1b" not in told


def test_an_error_of_its_own_making_is_still_a_line() -> None:
    assert error(JournalError("something")) == "something"


def test_every_reason_why_a_record_cannot_be_read_has_words() -> None:
    from networkjournal.importing import _REASONS

    assert set(get_args(records.BadReason)) <= set(_REASONS)
