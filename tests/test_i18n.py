"""Both languages: which one is spoken, and that the catalogues hold what they must."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from networkjournal import i18n
from scripts import catalogues

ROOT = Path(__file__).parents[1]
LOOK_UPS = {"_": 1, "N_": 1, "ngettext": 2, "pgettext": 2}
"""Name of the function -> how many of its first arguments are sentences."""


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja"}, "ja"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LC_MESSAGES": "ja_JP.UTF-8", "LANG": "en_GB.UTF-8"}, "ja"),
        ({"LC_ALL": "", "LANG": "ja_JP.eucJP"}, "ja"),
        ({"LANGUAGE": "ja:en", "LANG": "en_GB.UTF-8"}, "ja"),
        ({"LANGUAGE": "fr:ja", "LANG": "fr_FR.UTF-8"}, "ja"),
        ({"LANGUAGE": "ja", "LC_ALL": "C"}, "en"),
        ({"LANGUAGE": "ja", "LANG": "C.UTF-8"}, "en"),
        ({"LANG": "javanese"}, "en"),
    ],
)
def test_the_environment_chooses_the_language_as_in_gettext(environment: dict[str, str], spoken: str) -> None:
    assert i18n.language_from(environment) == spoken


def test_the_language_may_change_while_the_program_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    japanese = catalogues.PlainCatalog(locale="ja", fuzzy=False)
    japanese["Saved"] = Message("Saved", "保存しました")
    japanese["{n} line", "{n} lines"] = Message(("{n} line", "{n} lines"), ("{n}行",))
    japanese.add("May", "五月", context="month")
    (tmp_path / "ja.mo").write_bytes(catalogues.mo(japanese))
    monkeypatch.setattr(i18n, "catalogue_path", lambda lang: str(tmp_path / f"{lang}.mo"))
    assert i18n._("Saved") == "Saved"
    i18n.set_language("ja")
    assert i18n._("Saved") == "保存しました"
    assert [i18n.ngettext("{n} line", "{n} lines", n) for n in (1, 2)] == ["{n}行", "{n}行"]
    assert i18n.pgettext("month", "May") == "五月"
    assert i18n._("not yet translated") == "not yet translated"
    i18n.set_language("en")
    assert [i18n.ngettext("{n} line", "{n} lines", n) for n in (0, 1, 2)] == ["{n} lines", "{n} line", "{n} lines"]
    assert i18n.pgettext("month", "May") == "May"


def test_none_asks_the_environment_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert i18n.language() == "en", "the choice made before still holds"
    i18n.set_language(None)
    assert i18n.language() == "ja"


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_nothing_said_is_nothing_shown(lang: str) -> None:
    """gettext answers an empty text with the catalogue's own header."""
    i18n.set_language(lang)
    assert i18n._("") == ""


def test_a_language_there_is_not_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="fr"):
        i18n.set_language("fr")


def test_english_needs_no_gettext() -> None:
    """7 ms that `add` and `brief` would pay each time."""
    code = (
        "import sys; from networkjournal import i18n; i18n.set_language('en'); i18n._('x');"
        "sys.exit('gettext' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_english_from_its_catalogue_is_english_without_one() -> None:
    with open(i18n.catalogue_path("en"), "rb") as file:
        read = GNUTranslations(file)
    said = list(catalogues.sentences(catalogues.read("en")))
    assert said, "an empty catalogue would prove nothing"
    for message in said:
        ids = catalogues.forms(message.id)
        if len(ids) == 2:
            for n in (0, 1, 2, 11):
                assert read.ngettext(*ids, n) == i18n.ngettext(*ids, n)
        elif message.context is None:
            assert read.gettext(*ids) == i18n._(*ids)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_the_compiled_catalogue_is_the_one_that_translators_edited(lang: str) -> None:
    """Compiled files are committed, so that a clone speaks both languages without a step in between."""
    compiled = Path(i18n.catalogue_path(lang)).read_bytes()
    assert compiled == catalogues.mo(catalogues.read(lang)), "run `make catalogues`"


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_every_sentence_is_said_in_every_language(lang: str) -> None:
    """Half a catalogue is worse than none: a screen in two languages at once."""
    assert catalogues.faults(lang) == [], "run `make catalogues`, and translate what it names"


def look_ups(path: Path) -> Iterator[ast.expr]:
    """The sentences handed to gettext in one module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LOOK_UPS:
            yield from node.args[: LOOK_UPS[node.func.id]]


def is_built(sentence: ast.expr) -> bool:
    """Is it put together on the spot?"""
    if isinstance(sentence, ast.Call):
        return isinstance(sentence.func, ast.Attribute) and sentence.func.attr in ("format", "join", "replace")
    return isinstance(sentence, ast.JoinedStr | ast.BinOp)


def test_no_sentence_is_built_before_it_is_looked_up() -> None:
    """A built one is in no catalogue: `_` takes a literal, or a constant marked by `N_`; it is formatted afterwards."""
    built = [
        f"{path.relative_to(ROOT)}:{sentence.lineno}"
        for path in sorted(ROOT.glob("networkjournal/**/*.py"))
        for sentence in look_ups(path)
        if is_built(sentence)
    ]
    assert built == []


def test_only_literals_are_marked() -> None:
    marked = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted(ROOT.glob("networkjournal/**/*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("N_", "ngettext", "pgettext")
        and path.name != "i18n.py"
        and not all(isinstance(argument, ast.Constant) for argument in node.args[: LOOK_UPS[node.func.id]])
    ]
    assert marked == []


@pytest.mark.parametrize(
    ("string", "fault"),
    [
        ("{n}件を{where}に", ""),
        ("", "not translated"),
        ("{n}件", "other placeholders"),
        ("{n}件を{what}に", "other placeholders"),
    ],
)
def test_what_the_check_of_a_translation_finds(string: str, fault: str) -> None:
    assert catalogues._fault(Message("{n} to {where}", string)) == fault


def test_the_singular_may_go_without_its_number_and_nothing_more() -> None:
    ids = ("one line", "{n} lines")
    assert catalogues._fault(Message(ids, ("one line", "{n} lines"))) == ""
    assert catalogues._fault(Message(ids, ("{n}行",))) == ""
    assert catalogues._fault(Message(ids, ("{m} line", "{n} lines"))) == "other placeholders"
    assert catalogues._fault(Message(ids, ("one line", ""))) == "not translated"
