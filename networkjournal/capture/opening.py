"""The date with which an entry typed on one line may open: `yesterday: …`, `昨日： …`, `11/20: …`."""

from datetime import date

from networkjournal.capture.dates import read_date

LONGEST = 30
"""Characters of what may be a date."""


def split_opening(text: str, today: date) -> tuple[date, str]:
    """Give the day a one-line text opens with and the rest; today and the whole text where it opens with none."""
    line = text.strip()
    end = next((at for at, char in enumerate(line[: LONGEST + 1]) if char in ":："), 0)  # a pattern costs 0.7 ms
    rest = line[end + 1 :]
    if not end or not rest.strip() or rest.startswith("//") or "\n" in line:
        return today, text
    day = read_date(line[:end], today)
    return (day, text.lstrip()[end + 1 :].lstrip()) if day else (today, text)
