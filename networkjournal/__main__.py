"""`python -m networkjournal`, the same as the command `networkjournal`."""

import sys

from networkjournal.cli import main

sys.exit(main())
