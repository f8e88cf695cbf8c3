from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networkjournal.formats.vcard_dates import birthday_line, birthday_of
from networkjournal.formats.vcard_property import property_of


def read(line: str) -> str:
    prop = property_of(line)
    assert prop is not None
    return birthday_of(prop)


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1996-04-15", "1996-04-15"),
        ("BDAY:19960415", "1996-04-15"),
        ("BDAY:1996/4/5", "1996-04-05"),
        ("BDAY:1996-04-15T00:00:00Z", "1996-04-15"),
        ("BDAY;VALUE=date:1996-04-15", "1996-04-15"),
        ("BDAY:--0415", "--04-15"),
        ("BDAY:--04-15", "--04-15"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15", "--04-15"),
        ("BDAY:1604-04-15", "--04-15"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-15", "--04-15"),
        ("BDAY:0000-04-15", "--04-15"),
    ],
)
def test_days_are_read_in_every_form(line: str, birthday: str) -> None:
    assert read(line) == birthday


@pytest.mark.parametrize(
    "words", ["circa 1800", "昭和50年4月15日", "1996-02-30", "--0230", "1996", "1996-04", "---15", "199604151"]
)
def test_what_is_no_day_stays_the_words_that_stood_there(words: str) -> None:
    assert read("BDAY:" + words) == words


def test_text_is_not_read_as_a_day() -> None:
    assert read(r"BDAY;VALUE=text:19960415\, about") == "19960415, about"


@given(st.dates(), st.sampled_from(["3.0", "4.0"]), st.booleans())
def test_a_day_written_is_the_day_read(day: date, version: str, yearless: bool) -> None:
    birthday = "-" + day.isoformat()[4:] if yearless else day.isoformat()
    line = birthday_line(birthday, version)
    # 1604 is how Apple says that there is no year: such a day goes out as words.
    assert (line is None) == (birthday[:4] == "1604")
    if line:
        assert read("BDAY{}:{}".format(*line)) == birthday


@pytest.mark.parametrize("words", ["", "1996-02-30", "--02-30", "19960415", "spring", "--0415", "１９９６-04-15"])
def test_words_are_left_to_be_written_as_text(words: str) -> None:
    assert birthday_line(words, "3.0") is None
