"""The rules of the house that a program can see: small files, small functions, names that say something."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from networkjournal.version import VERSION

ROOT = Path(__file__).parents[1]
MODULES = [*sorted(ROOT.glob("networkjournal/**/*.py")), *sorted(ROOT.glob("scripts/*.py"))]
TESTS = sorted(ROOT.glob("tests/**/*.py"))

LONGEST_FILE = 350
LONGEST_FUNCTION = 40
REASON = "# long: "
"""What allows more, when a reason follows it: in the first lines of a file, or on or above a function's first line."""

NEEDS_A_BROWSER = {"tests/test_review_page.py"}
"""What may pass over a test where no browser is installed, and says so: the page is read without one as well."""
NEEDS_THE_LIBRARY = {"tests/crash/test_crash.py", "tests/crash/test_program.py"}
"""What may do so where SQLite is built into Python and cannot be called."""

SAYS_NOTHING = ("util", "helper", "manager", "misc", "common")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    """The path as one would type it from the project's folder."""
    return path.relative_to(ROOT).as_posix()


def has_reason(lines: list[str]) -> bool:
    """Does one of the lines say why more is needed?"""
    return any(line.partition(REASON)[2].strip() for line in lines)


def long_functions(source: str) -> Iterator[str]:
    """Functions that go on for too long and do not say why."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1
            if length > LONGEST_FUNCTION and not has_reason(lines[max(node.lineno - 2, 0) : node.body[0].lineno - 1]):
                yield f"line {node.lineno}: {node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_file_is_long_without_a_reason(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_FILE or has_reason(lines[:15])


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_function_is_long_without_a_reason(path: Path) -> None:
    assert list(long_functions(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_it_promises(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [name(path) for path in [*MODULES, *TESTS] if any(word in path.stem for word in SAYS_NOTHING)] == []


@pytest.mark.parametrize("path", TESTS, ids=name)
def test_no_test_is_passed_over(path: Path) -> None:
    """A test that is skipped, or asserts what is always true, tells nobody when something breaks."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            skips = node.attr in ("skip", "skipif", "xfail") and ast.unparse(node.value).startswith("pytest")
            assert not skips or (node.attr == "skipif" and name(path) in NEEDS_A_BROWSER | NEEDS_THE_LIBRARY)
        if isinstance(node, ast.Assert):
            assert not isinstance(node.test, ast.Constant), f"line {node.lineno} cannot fail"


def test_a_long_function_is_found_and_a_reason_is_heard() -> None:
    body = "\n".join("    x = 1" for _ in range(LONGEST_FUNCTION))
    assert list(long_functions(f"def f():\n{body}")) == [f"line 1: f has {LONGEST_FUNCTION + 1} lines"]
    assert list(long_functions(f"# long: a table\ndef f():\n{body}")) == []
    assert list(long_functions(f"def f():  # long: a table\n{body}")) == []
    assert list(long_functions(f"def f():  # long:\n{body}")) != []


def test_the_version_is_the_same_wherever_it_stands() -> None:
    """The program reads its own constant, since asking the installed package costs 30 ms; the package has another."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["version"] == VERSION
