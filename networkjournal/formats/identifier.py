"""The identifier of a record in the files that go out: its own for ever, and whose it is.

Promises that what was written is known again wherever it comes back from; refuses to take anybody else's for ours.
"""

import re

OURS = "@networkjournal"
"""What every identifier of ours ends in."""
_WRITTEN = re.compile(rf"([0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}){OURS}")


def written(uid: str) -> str:
    """How the identifier of a record stands in a file."""
    return uid + OURS


def own(text: str) -> str:
    """The identifier of a record that stands in a file so; "" for what another program calls it."""
    found = _WRITTEN.fullmatch(text.strip())
    return found[1] if found else ""
