"""The crash suite by hand: `python -m tests.crash kills 10000`, `… faults`, `… cuts 10000`, `… program 300`.

It exits 1 for any problem. The control, `cuts 1000 --careless`, has to exit 1.
"""

import argparse
import sys

from tests.crash import campaign, cuts, program, sqlite_files
from tests.crash.campaign import Choice, Found
from tests.crash.trial import wal

CANNOT = 77
"""The status where this Python's SQLite cannot be reached."""


def main() -> int:
    """Run one campaign and print what it came to."""
    asked = _asked()
    if asked.campaign in ("faults", "cuts") and (reason := sqlite_files.why_not()):
        print(reason)
        return CANNOT
    if asked.wal:
        wal()
    found = _run(asked)
    for line in found.lines():
        print(line)
    return 1 if found.problems else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("campaign", choices=("kills", "faults", "cuts", "program"))
    parser.add_argument("count", nargs="?", type=int, help="how many; of faults all, where it is not said")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--deeds", type=int, help="only so many of the commands, at random")
    parser.add_argument("--part", default="1/1", help="which part of the faults: 2/3 is the second of three")
    parser.add_argument("--fault", default="", help="only faults of this name")
    parser.add_argument("--wal", action="store_true", help="keep journals as newer SQLite libraries have it")
    parser.add_argument("--careless", action="store_true", help="as a control: set SQLite so that power cuts do harm")
    return parser.parse_args()


def _run(asked: argparse.Namespace) -> Found:
    deeds = campaign.some(asked.deeds, asked.seed)
    if asked.campaign == "kills":
        return campaign.kills(asked.count or 10_000, asked.seed, deeds)
    if asked.campaign == "cuts":
        return cuts.cuts(asked.count or 10_000, asked.seed, deeds, asked.careless)
    if asked.campaign == "program":
        return program.kills(asked.count or 300, asked.seed)
    which, of = map(int, asked.part.split("/"))
    return campaign.faults(Choice(asked.count, which, of, asked.fault), asked.seed, deeds)


if __name__ == "__main__":
    sys.exit(main())
