"""Telephone numbers as they compare: +81 90-1234-5678, 090(1234)5678 and ０９０１２３４５６７８ are one.

Promises that two numbers count as the same only if one of them, or both without the country, say the same digits;
refuses to know the countries.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

SHORTEST = 7
"""So many digits a number needs to say whose it is; an extension has fewer."""
_EXTENSION = re.compile(r"(?:ext|extension|x|内線|#)\.? *[0-9]+ *$|[;,].*$", re.IGNORECASE)
_TRUNK = re.compile(r"\(0\)")
_LONGEST = 60


class Number(NamedTuple):
    """The digits of a number."""

    digits: str
    """Without the zero that is dialled only within a country."""
    abroad: bool
    """Whether the country's code is among them."""

    @property
    def tail(self) -> str:
        """What equal numbers have in common in any notation: a key to look them up by."""
        return self.digits[-SHORTEST:]


@lru_cache(maxsize=4096)
def number_of(text: str) -> Number | None:
    """The number in a text; `None` where there are too few digits in it to be one's own."""
    plain = normalize("NFKC", text[:_LONGEST]).strip().lower().removeprefix("tel:")
    plain = _TRUNK.sub("", _EXTENSION.sub("", plain))
    digits = "".join(filter(str.isdecimal, plain))
    abroad = plain.startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00") if abroad and not plain.startswith("+") else digits
    digits = digits if abroad else digits.lstrip("0")
    return Number(digits, abroad) if len(digits) >= SHORTEST else None


def same(one: Number, other: Number) -> bool:
    """Whether the numbers are one: equal, or equal but for a country's code of one to three digits."""
    if one.abroad == other.abroad:
        return one.digits == other.digits
    longer, shorter = (one, other) if one.abroad else (other, one)
    return longer.digits.endswith(shorter.digits) and 1 <= len(longer.digits) - len(shorter.digits) <= 3


def same_number(one: str, other: str) -> bool:
    """Whether two texts are one number. What is too short to be one compares as text."""
    first, second = number_of(one), number_of(other)
    if first is None or second is None:
        return one.strip() == other.strip() != ""
    return same(first, second)
