"""Any other table, by a mapping of its columns."""

from pathlib import Path

import pytest

from networkjournal.errors import Invalid
from networkjournal.formats import mapped_csv
from networkjournal.formats.asked import Asked, Columns
from networkjournal.model.contact import Labelled

FILE = (Path(__file__).parents[1] / "data" / "exports" / "list.csv").read_bytes()
COLUMNS: Columns = (("name", "お名前"), ("reading", "ふりがな"), ("email", "メール"), ("phone", "携帯"), ("id", "No"))


def test_named_columns_fill_fields_and_the_others_are_kept() -> None:
    reading = mapped_csv.read(FILE, Asked(columns=COLUMNS))
    (record,) = reading.contacts
    assert (record.contact.name, record.contact.reading, record.uid) == ("伊藤 誠", "いとう まこと", "1")
    assert record.contact.emails == (Labelled("ito@clinic.example"),)
    assert record.contact.extra == ('X-IMPORTED;LABEL="勤め先":伊藤医院', 'X-IMPORTED;LABEL="趣味":将棋')
    assert [bad.reason for bad in reading.bad] == ["no_name"]


def test_what_was_said_before_of_the_same_headings_is_asked_for() -> None:
    asked: list[tuple[str, ...]] = []

    def recall(headings: tuple[str, ...]) -> Columns:
        asked.append(headings)
        return COLUMNS

    assert len(mapped_csv.read(FILE, Asked(recall=recall)).contacts) == 1
    assert asked == [("No", "お名前", "ふりがな", "勤め先", "メール", "携帯", "趣味")]


def test_several_columns_of_one_field_are_all_taken() -> None:
    file = b"Who,Home,Office,Hobby,Other hobby\nAnn,1234567,7654321,golf,chess; go\n"
    columns = (("name", "who"), ("phone", "home"), ("phone", "office"), ("tags", "Hobby"), ("tags", "Other hobby"))
    (record,) = mapped_csv.read(file, Asked(columns=columns)).contacts
    assert record.contact.phones == (Labelled("1234567", "home"), Labelled("7654321", "office"))
    assert record.contact.tags == ("golf", "chess", "go")


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ((), "unmapped"),
        ((("notes", "お名前"),), "unmapped"),
        ((("nmae", "お名前"),), "unknown_field"),
        ((("name", "Name"),), "unknown_column"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(columns: Columns, reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        mapped_csv.read(FILE, Asked(columns=columns))
    assert caught.value.reason == reason


def test_what_columns_are_most_likely_can_be_proposed() -> None:
    assert mapped_csv.proposed(mapped_csv.headings(FILE)) == (
        ("name", "お名前"),
        ("reading", "ふりがな"),
        ("organization", "勤め先"),
        ("email", "メール"),
        ("phone", "携帯"),
    )


def test_the_same_headings_are_known_again_however_they_are_written() -> None:
    assert mapped_csv.key_of(("Ｎame ", "E-Mail")) == mapped_csv.key_of(("name", "e-mail"))


def test_columns_are_shown_with_some_of_their_values() -> None:
    table = b"Name,,Town\nAnn,x,Ulm\nBen,,Ulm\n Ann ,y,\nCy\nDee\n"
    assert mapped_csv.columns(table) == (
        mapped_csv.Column("Name", ("Ann", "Ben", "Cy")),
        mapped_csv.Column("Town", ("Ulm",)),
    )
    assert mapped_csv.columns(b"no table") == ()
