"""Eight: business cards, several of one person."""

from pathlib import Path

from networkjournal.formats import eight_csv
from networkjournal.model.contact import Contact, Labelled

FILE = (Path(__file__).parents[1] / "data" / "exports" / "eight.csv").read_bytes()


def people(data: bytes = FILE) -> list[Contact]:
    """The contacts of a file."""
    reading = eight_csv.read(data)
    assert reading.bad == ()
    return [record.contact for record in reading.contacts]


def test_lines_above_the_headings_and_headings_in_between_are_passed_over() -> None:
    assert eight_csv.recognise(FILE)
    assert [contact.name for contact in people()] == ["田中 太郎", "田中 太郎", "鈴木 花子"]


def test_cards_that_share_a_telephone_are_one_person_and_the_newest_one_is_right() -> None:
    tanaka = people()[0]
    assert (tanaka.organization, tanaka.title) == ("株式会社みらい", "代表取締役")
    assert tanaka.emails == (Labelled("tanaka@mirai.example", "work"), Labelled("tanaka@aoba.example", "work"))
    assert tanaka.notes == "会社名: あおば居宅介護\n役職: 主任"


def test_a_namesake_who_shares_nothing_stays_another_person() -> None:
    assert people()[1].organization == "べつの会社"


def test_columns_of_one_s_own_that_hold_1_are_tags() -> None:
    assert people()[0].tags == ("勉強会", "介護")
    assert people()[2].tags == ("勉強会",)


def test_the_day_of_registration_is_kept_and_no_reading_is_made_up() -> None:
    assert 'X-IMPORTED;LABEL="名刺交換日":2024/06/01' in people()[2].extra
    assert (people()[2].reading, people()[2].how_met) == ("", "")


def test_older_files_have_one_column_for_the_name() -> None:
    file = "会社名,部署名,役職,氏名,e-mail,郵便番号,住所,TEL会社,TEL部門,TEL直通,FAX,携帯電話,URL,名刺交換日\n"
    file += "みらい,,,佐藤 健一,s@x.example,,,03-1-2,,,03-1-3,,,2015/01/01\n"
    (sato,) = people(file.encode("cp932"))
    assert sato.name == "佐藤 健一"
    assert sato.phones == (Labelled("03-1-2", "work"), Labelled("03-1-3", "fax"))
