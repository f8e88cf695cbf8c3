"""The crash suite by hand: `python -m tests.crash kills 10000`, `… faults`, `… cuts 10000`; exits 1 for any problem.

The control, `cuts 1000 --careless off`, has to exit 1.
"""

import argparse
import sys

from tests.crash import campaign, cuts, sqlite_files
from tests.crash.trial import wal


def main() -> int:
    """Run one campaign and print what it came to."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("campaign", choices=("kills", "faults", "cuts"))
    parser.add_argument("count", nargs="?", type=int, help="how many; of faults all, where it is not said")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wal", action="store_true", help="keep journals as newer SQLite libraries have it")
    parser.add_argument("--careless", default="", choices=("off", "normal"), help="set SQLite so that cuts do harm")
    asked = parser.parse_args()
    if asked.campaign != "kills" and (reason := sqlite_files.why_not()):
        print(reason)
        return 77
    if asked.wal:
        wal()
    if asked.campaign == "kills":
        found = campaign.kills(asked.count or 10_000, asked.seed)
    elif asked.campaign == "cuts":
        found = cuts.cuts(asked.count or 10_000, asked.seed, asked.careless)
    else:
        found = campaign.faults(asked.count, asked.seed)
    for line in found.lines():
        print(line)
    return 1 if found.problems else 0


if __name__ == "__main__":
    sys.exit(main())
