"""Reading the values of fields that are no texts: days, counts, times, a beginning, a birthday.

Promises None (or an empty text) for an empty value and a `JournalError` for one that cannot be meant. Refuses to guess.
"""

from datetime import date

from networkjournal.cli.arguments import UsageError
from networkjournal.cli.command import Context
from networkjournal.cli.field_options import wrong
from networkjournal.model.width import narrow

MOST_COUNTED = 100_000
"""More cards, talks or minutes than this are a slip of the finger, and sums of them stay within what the file holds."""


def day(name: str, value: str, context: Context) -> date | None:
    """Read a day as `due:` does, since plans lie ahead."""
    if not value:
        return None
    try:
        found = context.readers()["due"](value)
    except ValueError:
        raise UsageError("bad_value", name, value, ("due",)) from None
    return found if isinstance(found, date) else None


def count(name: str, value: str, context: Context) -> int | None:
    """Read how many."""
    if not value:
        return None
    try:
        number = int(value)
    except ValueError:
        raise UsageError("bad_value", name, value, ("count",)) from None
    if not 0 <= number <= MOST_COUNTED:
        raise wrong(name, value, "range")
    return number


def minutes(name: str, value: str, context: Context) -> int | None:
    """Read a time; a bare number is minutes. `30`, `45m`, `1h30m`, `30分`."""
    return _time(name, value, 1)


def hours(name: str, value: str, context: Context) -> int | None:
    """Read a time into minutes; a bare number is hours. `2`, `1.5`, `1h30m`, `2時間`."""
    return _time(name, value, 60)


def _time(name: str, value: str, unit: int) -> int | None:
    if not value:
        return None
    number = _number(value, unit)
    if number is None:
        raise wrong(name, value, "number")
    if not 0 <= number <= MOST_COUNTED:  # nor is that so for "nan"
        raise wrong(name, value, "range")
    return round(number)


def _number(value: str, unit: int) -> float | None:
    """A bare number of so many minutes each, or the minutes that a text is as a whole in the capture language."""
    try:
        return float(value) * unit
    except ValueError:
        from networkjournal.capture.values import find_values  # imports re

        found = find_values(value, date.min, ("minutes",)).values
        return found[0].number if found and (found[0].start, found[0].end) == (0, len(value)) else None


def since(name: str, value: str, context: Context) -> str:
    """Read a beginning as exact as it is known: `2011`, `2011-04`, `2011-04-01`."""
    plain = narrow(value)
    if plain and not _is_day(plain + {4: "-01-01", 7: "-01"}.get(len(plain), "")):
        raise wrong(name, value, "date")
    return plain


def birthday(name: str, value: str, context: Context) -> str:
    """Read a birthday: `1979-02-28`, `--02-28` where the year is unknown, or any words; not a day that never was."""
    plain = narrow(value)
    shape = "".join("0" if character.isdecimal() else character for character in plain)
    if shape not in ("0000-00-00", "--00-00"):
        return " ".join(value.split())
    if not _is_day(plain.replace("--", "2000-") if plain.startswith("--") else plain):
        raise wrong(name, value, "date")
    return plain


def _is_day(text: str) -> bool:
    if len(text) != 10 or not text.isascii() or text[4] + text[7] != "--":
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
