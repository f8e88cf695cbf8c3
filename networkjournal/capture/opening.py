"""The date with which an entry typed on one line may open: `yesterday: …`, `昨日： …`, `11/20: …`."""

import re
from datetime import date

from networkjournal.capture.dates import read_date

_OPENING = re.compile(r"\s*([^:：\n]{1,30})[:：](?!//)\s*(\S.*)", re.DOTALL)


def split_opening(text: str, today: date) -> tuple[date, str]:
    """Give the day a one-line text opens with and the rest; today and the whole text where it opens with none."""
    found = None if "\n" in text.strip() else _OPENING.match(text)
    day = read_date(found[1], today) if found else None
    return (day, found[2]) if found and day else (today, text)
