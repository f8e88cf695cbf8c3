"""Amounts of money: integers of minor units with their currency, written as a plain decimal."""

WHOLE = frozenset({"JPY", "KRW", "VND", "CLP", "ISK"})
"""Currencies without minor units (ISO 4217)."""


def plain(amount: int, currency: str) -> str:
    """An amount with a point and no separators: `5000` yen, `20.50` dollars."""
    if currency in WHOLE:
        return str(amount)
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02}"
