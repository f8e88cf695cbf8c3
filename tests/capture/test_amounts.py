"""Fields that are one value as a whole; money is tested where `event` reads it."""

import pytest

from networkjournal.capture.amounts import read_hours


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("2", 120), ("1.5", 90), ("１", 60), ("1h30m", 90), ("90分", 90), ("2時間半", 150), ("0", 0),
     *((text, None) for text in ("", "x", "2 h or so", "-1", "nan", "inf", "99999999"))],
)  # fmt: skip
def test_a_time_is_read_whole_or_not_at_all(typed: str, minutes: int | None) -> None:
    assert read_hours(typed) == minutes
