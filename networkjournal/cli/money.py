"""Reading an amount of money from the command line, as the capture language has it.

Promises an amount with its currency or an error. Refuses a bare number: which money it is would be a guess.
"""

from datetime import date

from networkjournal.cli.command import Context
from networkjournal.cli.field_options import wrong
from networkjournal.model.width import narrow

Money = tuple[int, str]
"""Minor units (¥5,000 is 5000, $20.50 is 2050) and the ISO 4217 code."""

_FREE = {"¥0": "JPY", "0円": "JPY", "$0": "USD", "€0": "EUR"}
"""In a text zero is no value; as a cost it says that something is free."""


def read_money(text: str) -> Money | None:
    """The amount that a text is as a whole: `¥3,000`, `5000円`, `3万円`, `$20.50`; None when it is none."""
    plain = narrow(text.strip())
    if plain in _FREE:
        return 0, _FREE[plain]
    from networkjournal.capture.values import find_values  # imports re

    found = find_values(plain, date.min, ("money",)).values
    if not found or (found[0].start, found[0].end) != (0, len(plain)):
        return None
    return found[0].number, found[0].currency


def money(name: str, value: str, context: Context) -> Money | tuple[None, None]:
    """Read the value of an option; two times None for an empty one. Raises `WrongUse`."""
    if not value:
        return None, None
    found = read_money(value)
    if found is None:
        raise wrong(name, value, "money")
    return found
