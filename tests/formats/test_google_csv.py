"""Google Contacts as CSV, in both layouts."""

from pathlib import Path

from networkjournal.formats import google_csv
from networkjournal.model.contact import Contact, Labelled

DATA = Path(__file__).parents[1] / "data" / "exports"


def people(name: str) -> list[Contact]:
    """The contacts of a file."""
    reading = google_csv.read((DATA / name).read_bytes())
    assert reading.bad == ()
    return [record.contact for record in reading.contacts]


def test_the_layout_of_today_fills_every_field_it_has_a_column_for() -> None:
    tanaka = people("google.csv")[0]
    assert (tanaka.name, tanaka.family, tanaka.given, tanaka.reading) == ("田中 太郎", "田中", "太郎", "タナカ タロウ")
    assert (tanaka.organization, tanaka.department, tanaka.title) == ("あおば居宅介護", "訪問部", "所長")
    assert (tanaka.birthday, tanaka.notes) == ("1975-04-15", "声が大きい\n犬が好き")
    assert tanaka.phones == (Labelled("090-1234-5678", "mobile"),)
    assert tanaka.addresses == (Labelled("東京都渋谷区1-2-3\n1500001", "work"),)


def test_several_values_of_one_cell_are_several_and_the_starred_one_comes_first() -> None:
    assert people("google.csv")[0].emails == (
        Labelled("tanaka@aoba.example", "work"),
        Labelled("info@aoba.example", "work"),
        Labelled("taro@home.example", "home"),
    )


def test_the_group_of_everybody_is_no_tag() -> None:
    assert people("google.csv")[0].tags == ("介護", "勉強会")
    assert people("google.csv")[1].tags == ()


def test_what_has_no_field_is_kept() -> None:
    assert people("google.csv")[0].extra == (
        'X-IMPORTED;LABEL="Photo":https://photos.example/1',
        'X-IMPORTED;LABEL="Custom Field 1 - Label":趣味',
        'X-IMPORTED;LABEL="Custom Field 1 - Value":釣り',
    )


def test_a_middle_name_stands_in_the_middle_and_a_birthday_may_have_no_year() -> None:
    anna = people("google.csv")[1]
    assert (anna.name, anna.aliases, anna.birthday) == ("Anna Maria Miller", ("Annie",), "--12-24")


def test_an_organization_stands_for_a_name() -> None:
    assert people("google.csv")[2].name == "Care Office Sakura"


def test_the_layout_before_2024_is_read_too() -> None:
    (suzuki,) = people("google-2023.csv")
    assert (suzuki.name, suzuki.reading, suzuki.tags) == ("鈴木 花子", "すずき はなこ", ("starred",))
    assert suzuki.emails == (Labelled("hanako@sakura.example", "work"),)
    assert suzuki.extra == ('X-IMPORTED;LABEL="Occupation":看護師',)


def test_neither_a_known_table_nor_prose_is_taken_for_google_s() -> None:
    assert not google_csv.recognise((DATA / "linkedin.csv").read_bytes())
    assert not google_csv.recognise(b"First Name, Last Name: what one writes on a form.\n")
