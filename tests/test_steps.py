"""The names of steps: what `undo` will say that it took back."""

import ast
import re
from pathlib import Path

import pytest

from networkjournal import i18n
from networkjournal.steps import _NAMES, step_name
from networkjournal.store.history import Step

PACKAGE = Path(__file__).parents[1] / "networkjournal"
STEP = Step(7, "contact_add", "Ann", "cli", "2026-11-20T10:00:00.000+00:00", None, False)


BEGINS = ("step", "_take_back", "entitle")


def _either(argument: ast.expr) -> tuple[ast.expr, ...]:
    """What an argument may be: `a if x else b` is one of two."""
    return (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,)


def begun() -> set[str]:
    """The codes of all steps that the code begins, defaults of an argument called `step` included."""
    found = set()
    for path in PACKAGE.glob("**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            values: list[ast.expr] = []
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in BEGINS:
                values = [part for argument in node.args for part in _either(argument)]
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("change_event"):
                values = node.args[1:]
            if isinstance(node, ast.arguments):
                names = [argument.arg for argument in (*node.posonlyargs, *node.args)]
                last = zip(reversed(names), reversed(node.defaults), strict=False)
                values = [value for name, value in last if name == "step"]
            found |= {value.value for value in values if isinstance(value, ast.Constant) and value.value}
    return {code for code in found if isinstance(code, str) and re.fullmatch("[a-z_]+", code)}


def test_every_step_that_is_begun_has_a_name_and_every_name_a_step() -> None:
    """Whoever adds a verb and forgets its name would have `undo` say a code."""
    assert begun() == set(_NAMES)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("code", sorted(_NAMES))
def test_a_step_is_said_in_words_with_what_it_was_done_to(code: str, language: str) -> None:
    i18n.set_language(language)
    said = step_name(STEP._replace(name=code, subject="{subject} 田中\t{other} 林"))
    named = code not in ("repost", "forget")
    assert "_" not in said and said.isascii() == (language == "en" and not named)
    assert ("{subject} 田中" in said, "{other} 林" in said, "\t" in said) == (named, named, False)


def test_a_step_between_two_names_says_both() -> None:
    step = STEP._replace(name="contact_merge", subject="Suzuki\t鈴木一郎")
    assert step_name(step) == "merged Suzuki into 鈴木一郎"
    assert step_name(step._replace(name="undo")) == "took back: Suzuki → 鈴木一郎"


def test_a_step_of_another_version_is_called_by_its_code() -> None:
    """The history of a file outlives the version that wrote it."""
    assert step_name(STEP._replace(name="brand_new")) == "brand_new Ann"
