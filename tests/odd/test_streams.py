"""Commands on odd machines: locales without Japanese, pipes that close, full disks, streams that are not there.

Real processes, because the streams and the locale are the process's own.
"""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from networkjournal.journal import Journal
from networkjournal.model.contact import Contact
from tests.cli.test_main import ROOT

PLAIN = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""A locale that has ASCII alone, and a Python that does not make UTF-8 of it."""


class Machine:
    """Runs commands through a shell, so that streams can be led anywhere."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(
        self, command: str, environment: Mapping[str, str] = MappingProxyType({}), typed: bytes = b""
    ) -> tuple[int, str, str]:
        """`nj …` with whatever a shell knows; gives the status and what was printed where."""
        nj = f"{shlex.quote(sys.executable)} -m networkjournal --db {shlex.quote(str(self.path))} --today 2026-11-23"
        done = subprocess.run(
            ["bash", "-c", f"nj() {{ {nj} \"$@\"; }}; {command}"],
            input=typed,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "LANG": "C.UTF-8", **environment},
            check=False,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        assert "Traceback" not in err and "Internal error" not in err and "Exception ignored" not in err
        return done.returncode, out, err

    def texts(self) -> list[str]:
        journal = Journal.open(str(self.path))
        try:
            return [entry.text for entry in journal.books.entries.all()]
        finally:
            journal.close()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A journal with one person."""
    journal = Journal.open(str(tmp_path / "journal.db"))
    journal.add_contact(Contact("鈴木 花子", reading="スズキ ハナコ"))
    journal.close()
    return Machine(tmp_path / "journal.db")


def test_a_text_is_kept_to_the_letter_where_the_locale_has_only_ascii(machine: Machine) -> None:
    """What cannot be shown is shown as an escape; what was typed is UTF-8 all the same."""
    assert machine("nj add '-> @鈴木 情報: 加算の話'", PLAIN)[0] == 0
    assert machine("nj add -", PLAIN, "標準入力".encode())[0] == 0
    assert machine.texts() == ["-> @鈴木花子 情報: 加算の話", "標準入力"]
    status, out, _err = machine("nj brief 鈴木; nj --lang ja today", PLAIN)
    assert status == 0 and out.isascii() and "\\u9234\\u6728" in out
    status, _out, err = machine("nj brief 存在しない", PLAIN)
    assert status == 1 and err.isascii() and err.count("\n") == 1


@pytest.mark.parametrize(
    "environment", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "nonsense.FOO"}, {"TZ": "Not/There"}]
)
def test_odd_settings_are_no_error(machine: Machine, environment: dict[str, str]) -> None:
    status, out, err = machine("nj brief 鈴木 && nj history && nj today", environment)
    assert status == 0 and out
    assert all("setlocale" in line for line in err.splitlines())


def test_what_a_program_reads_is_utf_8_whatever_the_locale(machine: Machine) -> None:
    _status, out, _err = machine("nj balance --json", {"PYTHONIOENCODING": "ascii"})
    assert json.loads(out)[0]["name"] == "鈴木 花子"


def test_a_reader_that_leaves_is_no_error(machine: Machine) -> None:
    machine("nj add \"$(printf 'x%.0s' $(seq 150000))\"")
    for command in ("nj journal", "nj --help", "nj export json"):
        assert machine(f"{command} | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}")[1:] == ("0\n", ""), command


def test_a_full_disk_under_what_is_printed_is_told(machine: Machine) -> None:
    """What a command did is done, although it could not say so."""
    for command in ("nj add 'kept all the same'", "nj journal", "nj export json"):
        status, _out, err = machine(f"{command} > /dev/full")
        assert (status, err) == (
            1,
            "networkjournal: the answer could not be written (No space left on device); what was asked for is done\n",
        ), command
    assert machine.texts() == ["kept all the same"]


def test_streams_that_are_closed(machine: Machine) -> None:
    assert machine("nj add one >&-")[0] == 0
    assert machine("nj add two <&- >&- 2>&-")[0] == 0
    assert machine("nj brief nobody 2>&-")[0] == 1
    assert machine("nj nonsense 2>/dev/full")[0] == 2
    assert machine("nj journal <&-")[0] == 0
    status, _out, err = machine("nj export json >&-")
    assert status == 1 and "could not be written" in err, "nothing exported must not look like an export"
    assert machine.texts() == ["one", "two"]
    assert machine("nj check")[0] == 0, "no message went into the file, whose number the stream's could have been"


def test_without_a_terminal_to_draw_on_one_line_says_so(machine: Machine) -> None:
    status, out, err = machine("nj < /dev/null")
    assert (status, out, err.count("\n")) == (2, "", 1)
