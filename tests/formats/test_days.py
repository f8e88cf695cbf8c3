"""Days as programs export them: never guessed."""

from datetime import date

import pytest

from networkjournal.formats.days import birthday, day_of


@pytest.mark.parametrize(
    "words",
    ["2024-03-15", "2024/3/15", "2024.03.15", "2024年3月15日", "15 Mar 2024", "15-Mar-2024", "Mar 15, 2024",
     "March 15 2024", "3/15/2024", "15.3.2024", "2024-03-15T10:00:00Z"],
)  # fmt: skip
def test_a_day_that_can_be_one_only_is_read(words: str) -> None:
    assert day_of(words) == date(2024, 3, 15)


@pytest.mark.parametrize("words", ["4/5/1980", "2024-02-30", "13/13/2024", "soon", "", "15 Xyz 2024", "1" * 99])
def test_what_may_be_two_days_or_none_is_not_guessed(words: str) -> None:
    assert day_of(words) is None


def test_the_same_figure_twice_is_one_day_either_way() -> None:
    assert day_of("5/5/1980") == date(1980, 5, 5)


@pytest.mark.parametrize(
    ("words", "told"),
    [("1980/4/15", "1980-04-15"), ("--12-24", "--12-24"), ("--0229", "--02-29"), ("0/0/00", ""), ("", ""),
     ("4/5/1980", "4/5/1980"), ("spring 1980", "spring 1980"), ("--13-01", "--13-01")],
)  # fmt: skip
def test_a_birthday_may_have_no_year_or_stay_words(words: str, told: str) -> None:
    assert birthday(words) == told
