"""Outlook's contacts as CSV, in both languages."""

from pathlib import Path

from networkjournal.formats import outlook_csv
from networkjournal.model.contact import Contact, Labelled

DATA = Path(__file__).parents[1] / "data" / "exports"


def person(name: str) -> Contact:
    """The one contact of a file."""
    (record,) = outlook_csv.read((DATA / name).read_bytes()).contacts
    return record.contact


def test_english_columns_fill_their_fields() -> None:
    john = person("outlook.csv")
    assert (john.name, john.family, john.given) == ("John Q Public", "Public", "John")
    assert (john.organization, john.department, john.title) == ("Public Works", "Sales", "Director")
    assert john.emails == (Labelled("john@example.com"), Labelled("jq@home.example"))
    assert john.phones == (
        Labelled("415-555-0000", "cell"),
        Labelled("+1 (415) 555-2671", "work"),
        Labelled("415-555-9999", "work fax"),
    )
    assert john.addresses == (Labelled("1 Main St, San Francisco, CA, 94105, USA", "work"),)
    assert (john.birthday, john.notes) == ("1980-04-15", "Met at the fair.\nLikes golf.")


def test_what_has_no_field_is_kept_in_english() -> None:
    kept = person("outlook.csv").extra
    assert 'X-IMPORTED;LABEL="Title":Dr.' in kept and 'X-IMPORTED;LABEL="Spouse":Jane' in kept


def test_japanese_columns_fill_their_fields_from_the_japanese_code_page() -> None:
    ichiro = person("outlook-ja.csv")
    assert (ichiro.name, ichiro.reading) == ("高橋 一郎", "タカハシ イチロウ")
    assert (ichiro.organization, ichiro.department, ichiro.title) == ("株式会社髙橋商店", "営業部", "部長")
    assert ichiro.addresses == (Labelled("100-0001 東京都 千代田区 千代田1-1", "work"),)
    assert ichiro.phones == (Labelled("080-1111-2222", "cell"), Labelled("03-3333-4444", "work"))
    assert (ichiro.birthday, ichiro.tags, ichiro.notes) == ("1970-04-05", ("取引先", "重要"), "展示会で会った。")
    assert 'X-IMPORTED;LABEL="会社名フリガナ":タカハシショウテン' in ichiro.extra


def test_a_day_that_may_be_two_stays_as_it_was_written() -> None:
    file = (DATA / "outlook.csv").read_text(encoding="utf-8-sig").replace("4/15/1980", "4/5/1980")
    (record,) = outlook_csv.read(file.encode()).contacts
    assert record.contact.birthday == "4/5/1980"
