"""Imports point one way: the house of docs/architecture.md, read from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "networkjournal"

GROUND = {"errors", "lean", "version"}
"""What every room may stand on."""

_JOURNALS = """aims backups books checkup encryption forgetting keychain leavings meetings people poster promises
records remembering together"""
_WORDINGS = """account account_budgets account_findings account_parts brief_sheet capital change_values changes
complaint gatherings importing labels markdown_page mirror previews purpose review_page steps"""
BESIDE = dict.fromkeys(_JOURNALS.split(), "journal") | dict.fromkeys(_WORDINGS.split(), "wording")
"""A file at the top -> the one it stands beside as a part of it; both are one room."""

BOOKKEEPING = {"model", "capture", "store", "journal"}
FRONT = BOOKKEEPING | {"reports", "formats", "wording", "i18n", "paths", "config", "editor", "locale"}
BELOW = {
    "__init__": set[str](),
    "__main__": {"cli"},
    "errors": set[str](),
    "lean": set[str](),
    "version": set[str](),
    "i18n": set[str](),
    "paths": set[str](),
    "config": set[str](),
    "editor": {"paths"},
    "model": set[str](),
    "capture": {"model", "config"},
    "store": {"model"},
    "journal": {"model", "capture", "store", "config"},
    "reports": BOOKKEEPING,
    "formats": BOOKKEEPING,
    "wording": BOOKKEEPING | {"reports", "formats", "i18n"},
    "demo": FRONT,
    "cli": FRONT | {"demo"},
    "tui": FRONT | {"demo"},
}
"""Room -> the rooms whose things it may import, besides itself and the ground."""

OPENS_THE_PROGRAM = "networkjournal.cli.program"
"""The one module of the command line that may load `tui`, and only inside a function: Textual costs 184 ms."""

ONLY_IN = {
    "textual": "tui",
    "rich": "tui",
    "sqlite3": "store",
    "sqlite_utils": "store",
    "sqlcipher3": "store",
    "keyring": "journal",
}
"""Library -> the one room that may import it."""

NOWHERE = {"socket", "socketserver", "ssl", "http", "urllib.request", "xmlrpc", "ftplib", "smtplib", "imaplib"}
"""The program opens no connection, so nothing that could is imported."""

DEFERRED = {"dateutil"}
"""Imported only inside the function that needs it: 34 ms that no ordinary command should pay."""

PURE = {"model", "capture"}
"""Rooms with the standard library only (and what is deferred), and without a clock: the day is an argument."""

THIRD_PARTY = {
    *("textual", "rich", "sqlite_utils", "sqlcipher3", "keyring", "click", "platformdirs", "babel"),
    *("hypothesis", "pytest"),
}

CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime", "monotonic", "perf_counter"}

SHARED_IN_STORE = {
    *("cipher", "connection", "disk", "folder", "legible", "mending", "migrations", "moves", "often", "packing"),
    *("pages", "record", "reseal", "rows", "salvage", "schema", "schema_2", "schema_3", "scopes", "searched", "uid"),
}
"""What the books of `store/` share. Any other module there is a book, and a book imports no other book."""


class Import(NamedTuple):
    """One import as it stands in the code."""

    module: str
    """Who imports, dotted."""
    target: str
    """What, dotted, with the name that is taken from it (which may itself be a module)."""
    line: int
    deferred: bool
    """Inside a function."""

    def __str__(self) -> str:
        return f"{self.module} line {self.line} imports {self.target}"


def dotted(path: Path) -> str:
    """The name by which the module at `path` is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(module: str) -> str:
    """The room that a module of the package is in; for the package itself, "__init__"."""
    parts = module.split(".")
    first = parts[1] if len(parts) > 1 else "__init__"
    return BESIDE.get(first, first)


def imports_of(source: str, module: str) -> Iterator[Import]:
    """All imports of a module except those for type checkers alone, which may point anywhere."""

    def walk(node: ast.AST, deferred: bool) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, alias.name, node.lineno, deferred)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} line {node.lineno}: imports are written whole"
            for alias in node.names:
                yield Import(module, f"{node.module}.{alias.name}", node.lineno, deferred)
        elif isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
            for otherwise in node.orelse:
                yield from walk(otherwise, deferred)
        else:
            inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for child in ast.iter_child_nodes(node):
                yield from walk(child, deferred or inside)

    yield from walk(ast.parse(source), False)


def faults_of(found: Import) -> Iterator[str]:
    """What the rules have against one import."""
    here = room(found.module)
    library = found.target.split(".")[0]
    if library == PACKAGE:
        there = room(found.target)
        opens = found.module == OPENS_THE_PROGRAM and found.deferred and there == "tui"
        if there != here and there not in BELOW.get(here, set()) | GROUND and not opens:
            yield f"{found}: {here} may not know {there}"
        if here == there == "store" and is_book(found.module) and is_book(found.target):
            yield f"{found}: one book imports no other book"
        return
    if library in ONLY_IN and ONLY_IN[library] != here:
        yield f"{found}: {library} belongs to {ONLY_IN[library]}/"
    if any(found.target == name or found.target.startswith(f"{name}.") for name in NOWHERE):
        yield f"{found}: the program opens no connection"
    if library in DEFERRED and not found.deferred:
        yield f"{found}: {library} is imported where it is needed"
    if here in PURE and library in THIRD_PARTY:
        yield f"{found}: {here} has the standard library only"


def is_book(module: str) -> bool:
    """Is this, or is this a name in, a module of `store/` that the books do not share?"""
    parts = module.split(".")
    return len(parts) > 2 and parts[2] not in SHARED_IN_STORE


def clocks_in(source: str, module: str) -> Iterator[str]:
    """Where a module asks what time it is."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            owner = ast.unparse(node.func.value).split(".")[-1]
            if owner in ("date", "datetime", "time"):
                yield f"{module} line {node.lineno} asks the clock: {ast.unparse(node)}"


MODULES = sorted((ROOT / PACKAGE).glob("**/*.py"))


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_imports_point_one_way(path: Path) -> None:
    found = imports_of(path.read_text(encoding="utf-8"), dotted(path))
    assert [fault for each in found for fault in faults_of(each)] == []


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_the_pure_rooms_have_no_clock(path: Path) -> None:
    """What a text means must not depend on the day on which it is read again: reposting would change the ledger."""
    if room(dotted(path)) in PURE:
        assert list(clocks_in(path.read_text(encoding="utf-8"), dotted(path))) == []


def test_every_module_has_a_room() -> None:
    assert {room(dotted(path)) for path in MODULES} <= set(BELOW), "a new file needs a room: BELOW or BESIDE"


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        ("model.goal", "from networkjournal.store.goals import Goals", "model may not know store"),
        ("model.goal", "import networkjournal.i18n", "model may not know i18n"),
        ("store.goals", "from networkjournal import config", "store may not know config"),
        ("store.goals", "from networkjournal.store.events import Events", "one book imports no other book"),
        ("store.goals", "from networkjournal.store import events", "one book imports no other book"),
        ("journal", "import sqlite3", "sqlite3 belongs to store/"),
        ("formats.plan", "from networkjournal.reports.brief import brief", "formats may not know reports"),
        ("reports.brief", "def f():\n from networkjournal.wording import said", "reports may not know wording"),
        ("cli.add", "from rich.text import Text", "rich belongs to tui/"),
        ("cli.add", "def f():\n from networkjournal.tui.app import run", "cli may not know tui"),
        ("cli.program", "from networkjournal.tui.app import run", "cli may not know tui"),
        ("tui.app", "from networkjournal.cli.output import Out", "tui may not know cli"),
        ("tui.app", "from urllib.request import urlopen", "the program opens no connection"),
        ("capture.dates", "from dateutil.parser import parse", "dateutil is imported where it is needed"),
        ("capture.grammar", "import click", "capture has the standard library only"),
    ],
)
def test_the_rules_find_what_breaks_them(module: str, source: str, fault: str) -> None:
    found = [text for each in imports_of(source, f"{PACKAGE}.{module}") for text in faults_of(each)]
    assert [text.partition(": ")[2] for text in found] == [fault]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("cli.program", "def f():\n from networkjournal.tui.app import run"),
        ("store.goals", "from networkjournal.store.rows import day\nfrom networkjournal.errors import NotFound"),
        ("capture.dates", "def f():\n from dateutil.parser import parse"),
        ("store.goals", "if TYPE_CHECKING:\n from networkjournal.journal import Journal"),
    ],
)
def test_the_rules_leave_alone_what_keeps_them(module: str, source: str) -> None:
    assert [text for each in imports_of(source, f"{PACKAGE}.{module}") for text in faults_of(each)] == []


def test_a_clock_is_found() -> None:
    assert list(clocks_in("from datetime import date\ndate.today()", "m")) == ["m line 2 asks the clock: date.today()"]
    assert list(clocks_in("import datetime\ndatetime.datetime.now()", "m")) != []
    assert list(clocks_in("journal.today()", "m")) == []
