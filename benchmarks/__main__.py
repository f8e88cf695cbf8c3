"""`python -m benchmarks`: make the journals, measure everything in turn, print the table.

Every figure is a ratio to a yardstick that ran beside it; milliseconds alone tell more of the machine.
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.installed import ROOT, Installed, here
from benchmarks.peers import peers
from benchmarks.processes import Run, in_turn, process, ratio, spread
from benchmarks.terminal import first_paint, keys_to_paint

READY = ("given more|received more|even",)
"""What Home's list of contacts says of people: with it on the screen, one can see how one stands with whom."""


class Size(NamedTuple):
    """How much a journal holds."""

    name: str
    contacts: int
    entries: int
    exchanges: int


SMALL = Size("small", 100, 1_000, 10_000)
FULL = Size("full", 10_000, 100_000, 1_000_000)


class Bench:
    """One run of everything, at one size."""

    def __init__(self, installed: Installed, size: Size, cache: Path, runs: int) -> None:
        """`cache` keeps the journals from one time to the next."""
        self.installed, self.size, self.runs = installed, size, runs
        self.journal = cache / f"{size.name}.db"
        self.folder = cache / "peers" / size.name
        if not self.journal.exists():
            print(f"making a journal of {size.contacts:,} contacts and {size.exchanges:,} exchanges …", flush=True)
            numbers = [f"--{name}={number}" for name, number in size._asdict().items() if name != "name"]
            subprocess.run(installed.running("sample", str(self.journal), *numbers), check=True, cwd=cache)
        self.work = cache / f"{size.name}-work.db"
        shutil.copy(self.journal, self.work)
        with closing(sqlite3.connect(self.journal)) as connection:
            by_exchanges = """select handle, name from contacts join accounts on contact_id = contacts.id
                order by exchanges desc limit 1 offset ?"""
            self.busiest = connection.execute(by_exchanges, (0,)).fetchone()[0]
            self.handle, self.name = connection.execute(by_exchanges, (size.contacts // 10,)).fetchone()
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_"))},
            **{"LANG": "C.UTF-8", "NETWORKJOURNAL_DB": str(self.work)},
            **{"NETWORKJOURNAL_CONFIG": str(cache / "none.toml"), "XDG_STATE_HOME": str(cache)},
        }

    def back_up(self) -> None:
        """Take the backup of the day, so that the program takes none while it is measured: 0.4 GB at full size."""
        subprocess.run([self.installed.program, "backup"], check=True, env=self.environment, stdout=subprocess.DEVNULL)

    def commands(self, with_peers: bool) -> dict[str, list[Run]]:
        """The daily commands beside a bare start, and whatever else is there."""
        program, day = self.installed.program, "--today=2026-11-20"
        run = partial(partial, process, environment=self.environment)
        measures = {
            BARE: run([self.installed.python, "-c", "import sqlite3"]),
            "brief NAME": run([program, day, "brief", self.handle]),
            "add": run([program, day, "add", f"-> @{self.handle} {WORDS}"]),
            "ledger NAME": run([program, day, "ledger", self.handle]),
            "brief, whom one writes about most": run([program, day, "brief", self.busiest]),
            "add, about the same": run([program, day, "add", f"-> @{self.busiest} {WORDS}"]),
        }
        done = in_turn(measures, self.runs)
        if with_peers:
            others = peers(self.journal, self.folder, self.name)
            done |= in_turn({name: run(command) for name, command in others.items()}, max(self.runs // 10, 1))
        return done

    def paints(self) -> dict[str, list[Run]]:
        """Opening to the first useful paint, beside an empty app."""
        empty = self.installed.running("empty_app")
        return in_turn(
            {
                EMPTY: partial(first_paint, empty, self.environment, "painted"),
                "first paint": partial(first_paint, [self.installed.program], self.environment, *READY),
            },
            max(self.runs // 3, 5),
        )

    def keys(self) -> dict[str, list[float]]:
        """A key to its paint: in an Input alone, and in the filter of the contacts to the narrowed list."""
        letters = "abcdefghijklmnopqrstuvwxyz"
        echo = keys_to_paint(
            self.installed.running("empty_app"), self.environment, ("painted",), "", [(key, key) for key in letters]
        )
        presses = [
            press for key in "tsmkhany" for press in ((key, rf"\d/{self.size.contacts}"), ("\x7f", "by balance"))
        ]
        narrowed = keys_to_paint([self.installed.program], self.environment, READY, "/", presses)
        return {ECHO: echo, "key in the filter": narrowed}

    def inside(self) -> dict[str, list[float]]:
        """Single deeds on an open journal."""
        command = self.installed.running("inside", str(self.journal), "--whole")
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", cwd=self.journal.parent)
        figures: dict[str, list[float]] = json.loads(done.stdout)
        return figures


WORDS = "info: the rules for home visits 30m"
BARE, EMPTY, ECHO = "python -c 'import sqlite3'", "an empty Textual app", "an Input's echo"


def table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows as columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  " + "  ".join(cell.ljust(width) if not n else cell.rjust(width) for n, (cell, width) in
                               enumerate(zip(row, widths, strict=True))), flush=True)  # fmt: skip


def show(title: str, done: dict[str, list[Run]], yardstick: str, memory: bool = False) -> None:
    """Print what whole processes took."""
    print(f"\n{title}")
    rows = [("", "median ms", "low", "95 %", "cpu ms", "MiB", "times")]
    for name, runs in done.items():
        low, median, high = spread([run.wall for run in runs])
        same = len(runs) == len(done[yardstick])
        times = ratio(runs, done[yardstick]) if same else median / spread([r.wall for r in done[yardstick]]).median
        cpu = statistics.median(run.cpu for run in runs)
        most = statistics.median(run.memory for run in runs) / 2**20
        rows.append((name, f"{median:.1f}", f"{low:.1f}", f"{high:.1f}", f"{cpu:.1f}", f"{most:.0f}", f"{times:.2f}"))
    table(rows)
    if memory:
        own, other = (statistics.median(run.memory for run in done[name]) for name in ("first paint", yardstick))
        print(f"  memory: {own / other:.2f} times")


def show_figures(title: str, figures: dict[str, list[float]], yardstick: str | None = None) -> None:
    """Print what single deeds took."""
    print(f"\n{title}")
    rows = [("", "median ms", "low", "95 %", "times" if yardstick else "")]
    for name, found in figures.items():
        low, median, high = spread(found)
        times = f"{median / spread(figures[yardstick]).median:.2f}" if yardstick else ""
        rows.append((name, f"{median:.1f}", f"{low:.1f}", f"{high:.1f}", times))
    table(rows)


def report(bench: Bench, wanted: Sequence[str], with_peers: bool) -> None:
    """Measure and print everything that is wanted, at one size."""
    size = bench.size
    print(f"\n== {size.contacts:,} contacts, {size.entries:,} entries, {size.exchanges:,} exchanges ==")
    per_entry = bench.journal.stat().st_size / size.entries
    print(f"  file: {bench.journal.stat().st_size / 2**20:.0f} MiB, {per_entry / 1024:.1f} KiB an entry")
    if "commands" in wanted:
        show("whole processes", bench.commands(with_peers), BARE)
    if not {"paint", "keys"}.isdisjoint(wanted):
        bench.back_up()
    if "paint" in wanted:
        show("first useful paint, in a terminal", bench.paints(), EMPTY, memory=True)
    if "keys" in wanted:
        show_figures("a key to its paint, in a terminal", bench.keys(), ECHO)
    if "inside" in wanted:
        show_figures("deeds on an open journal", bench.inside())


def main() -> None:
    """Read the options and go through the sizes."""
    parts = ("commands", "paint", "keys", "inside")
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--full", action="store_true", help="at full size as well: making its journal takes minutes")
    parser.add_argument("--runs", type=int, default=20, help="of each whole process")
    parser.add_argument("--cache", type=Path, default=ROOT / "build/bench", help="where the journals are kept")
    parser.add_argument("--peers", action="store_true", help="beside jrnl, khard, abook and hledger, where installed")
    parser.add_argument("--only", choices=parts, action="append", help="one part, or several")
    given = parser.parse_args()
    installed = Installed(ROOT / "build/bench/venv")
    installed.install()
    given.cache.mkdir(parents=True, exist_ok=True)
    print(here())
    for size in (SMALL, FULL) if given.full else (SMALL,):
        report(Bench(installed, size, given.cache.resolve(), given.runs), given.only or parts, given.peers)


if __name__ == "__main__":
    main()
