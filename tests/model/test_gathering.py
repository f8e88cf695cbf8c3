"""Which events are dates of one series."""

from datetime import date

import pytest

from networkjournal.model.event import Event
from networkjournal.model.gathering import same_series, series_name

DAY = date(2026, 9, 8)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Event("Meetup", DAY), Event("meetup ", DAY), True),
        (Event("ケア交流会", DAY), Event("第三回", DAY, series="ケア交流会"), True),
        (Event("第二回", DAY, series="ケア"), Event("第三回", DAY, series="けあ"), True),
        (Event("Meetup", DAY, series="a"), Event("Meetup", DAY), True),
        (Event("Meetup", DAY), Event("Mixer", DAY), False),
        (Event("Meetup", DAY, series="a"), Event("Mixer", DAY, series="b"), False),
    ],
)
def test_a_series_is_one_name_or_one_title(one: Event, other: Event, same: bool) -> None:
    assert same_series(one, other) is same_series(other, one) is same


def test_a_series_is_called_by_its_name_or_its_title() -> None:
    assert (series_name(Event("第三回", DAY, series="ケア")), series_name(Event("第三回", DAY))) == ("ケア", "第三回")
