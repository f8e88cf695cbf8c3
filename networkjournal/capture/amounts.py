"""A field that is one value as a whole: an amount of money, a time. Read as the values of the capture language are.

Promises None for what is no such value. Refuses a bare number where it would be a guess: which money it is, say.
"""

from datetime import date

from networkjournal.model.width import narrow

Money = tuple[int, str]
"""Minor units (¥5,000 is 5000, $20.50 is 2050) and the ISO 4217 code."""

MOST_MINUTES = 100_000
"""More than this is a slip of the finger, and sums stay within what the file holds."""
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


def read_hours(text: str) -> int | None:
    """The minutes that a text is as a whole; a bare number is hours: `2`, `1.5`, `1h30m`, `90分`. None for no time."""
    plain = narrow(text.strip())
    try:
        minutes = float(plain) * 60
    except ValueError:
        from networkjournal.capture.values import find_values  # imports re

        found = find_values(plain, date.min, ("minutes",)).values
        if not found or (found[0].start, found[0].end) != (0, len(plain)):
            return None
        minutes = found[0].number
    return round(minutes) if 0 <= minutes <= MOST_MINUTES else None
