"""Cards as programs and telephones of twenty years write them: every field right, nothing lost, out and in again."""

from pathlib import Path

import pytest

from networkjournal.formats import read_path
from networkjournal.formats.vcard import Version, read, write
from networkjournal.model.contact import Contact, Labelled

DATA = Path(__file__).parents[1] / "data" / "cards"
KINDS = (
    *("blackberry21", "evolution", "iphone", "keitai21", "lotusnotes", "macos", "outlook21", "android21", "docomo21"),
    *("outlook-ja21", "au21", "android-custom21", "gmail3"),
)


def person(name: str) -> Contact:
    """The one contact of a file."""
    _, reading = read_path(str(DATA / f"{name}.vcf"))
    assert reading.bad == ()
    return reading.contacts[0].contact


@pytest.mark.parametrize(
    ("kind", "name", "reading", "organization", "department", "birthday"),
    [
        ("blackberry21", "Ms. Anna Miller", "", "Miller Ltd", "Sales", "1979-03-05"),
        ("evolution", "Mr. Bob Ray", "", "Evolution Co", "Testing", "1980-02-29"),
        ("iphone", "鈴木 花子", "すずき はなこ", "さくら訪問看護", "看護部", "--04-15"),
        ("keitai21", "高橋 一郎", "タカハシ イチロウ", "株式会社髙橋商店", "営業部", "1970-04-05"),
        ("lotusnotes", "John Q. Public", "", "Public Works", "Roads", ""),
        ("macos", "Dr. Jürgen Müller", "", "Müller & Söhne GmbH", "", "1965-12-01"),
        ("outlook21", "Mr. Harvey James Hill Esq.", "", "Hill Company", "Research", "1970-04-05"),
        ("android21", "山本 剛", "ヤマモト ツヨシ", "", "", ""),
        ("docomo21", "渡辺 由美", "ワタナベ ユミ", "ソフト会", "", ""),
        ("outlook-ja21", "小林 直子", "コバヤシ ナオコ", "株式会社表計算", "営業部", "1981-02-10"),
        ("au21", "斉藤 恵", "サイトウ メグミ", "", "", "1989-07-03"),
        ("android-custom21", "松本 大", "", "松本設計", "", "1990-12-24"),
        ("gmail3", "Dr. Mia van Dyk", "ファンダイク ミア", "Van Dyk \\& Co", "Design", "--04-15"),
    ],
)
def test_names_readings_organizations_and_birthdays(
    kind: str, name: str, reading: str, organization: str, department: str, birthday: str
) -> None:
    found = person(kind)
    assert (found.name, found.reading, found.birthday) == (name, reading, birthday)
    assert (found.organization, found.department) == (organization, department)


@pytest.mark.parametrize(
    ("kind", "emails", "phones"),
    [
        ("blackberry21", "anna@miller.example:",
         "+44 7700 900123:cell +44 113 496 0000:work 12345:pager +44 113 496 0001:fax"),
        ("evolution", "bob@evolution.example:work", "555-0100:work 555-0101:cell"),
        ("iphone", "hanako@sakura.example:work hana@home.example:予備", "090-1111-2222:cell 090-3333-4444:iphone cell"),
        ("keitai21", "ichiro@keitai.example:cell", "09055556666:cell 0312345678:home"),
        ("lotusnotes", "johnp@lotus.example: john@home.example:x-home",
         "+1-213-555-0101:cell +1-213-555-1234:work +1-213-555-1235:fax"),
        ("macos", "juergen@mueller.example:home", "+49 30 901820:main +49 171 1234567:auto"),
        ("outlook21", "harvey@hill.example:",
         "+1 (212) 555-0199:work +1 (917) 555-0100:cell +1 (212) 555-0198:work fax"),
        ("outlook-ja21", "naoko@hyou.example:", "03-0000-0005:work 090-0000-0005:cell"),
        ("au21", "megumi@phone.example:cell", "09000000006:cell 0300000006:home"),
        ("gmail3", "mia@home.example:home mia@club.example:chess", "+31 20 555 0100:work"),
    ],
)  # fmt: skip
def test_addresses_and_numbers_with_their_labels(kind: str, emails: str, phones: str) -> None:
    found = person(kind)
    assert " ".join(f"{one.value}:{one.label}" for one in found.emails) == emails
    assert " ".join(f"{one.value}:{one.label}" for one in found.phones) == phones


@pytest.mark.parametrize(
    ("kind", "addresses"),
    [
        ("blackberry21", [("12 High Street, London, N1 2AB, United Kingdom", "home"),
                          ("1 Broad Lane, Leeds, LS1 1AA, United Kingdom", "work")]),
        ("iphone", [("150-0041 東京都渋谷区神南1-2-3 日本", "work")]),
        ("keitai21", [("100-0001 東京都千代田区千代田1-1-1 表参道ソフトビル 日本", "home")]),
        ("outlook-ja21", [("060-0000 北海道札幌市能登町1-2 日本", "work")]),
        ("gmail3", [("Keizersgracht 1 Floor 2, Amsterdam, 1015 AA, Netherlands", "work")]),
        ("outlook21", [("5 Hill Road Suite 7, New York, NY 10001, United States of America", "work")]),
    ],
)  # fmt: skip
def test_postal_addresses_in_the_order_of_their_country(kind: str, addresses: list[tuple[str, str]]) -> None:
    assert person(kind).addresses == tuple(Labelled(*address) for address in addresses)


@pytest.mark.parametrize(
    ("kind", "notes"),
    [
        ("blackberry21", "Met in Leeds\nlikes tea"),
        ("evolution", "a long, long note\nwith two lines"),
        ("keitai21", "展示会で会った。ソ連製の時計。"),
        ("lotusnotes", "Keeps the roads; keeps the word."),
        ("macos", "Erste Zeile\nZweite Zeile"),
        ("outlook21", "First line\nSecond line with a = sign"),
        ("outlook-ja21", "一行目\n二行目、ソース付き"),
        ("au21", "十日町で会った"),
        ("gmail3", 'said "yes", then\nleft'),
    ],
)
def test_notes_whatever_their_encoding(kind: str, notes: str) -> None:
    assert person(kind).notes == notes


def test_names_that_have_a_place_of_their_own_in_one_program_only() -> None:
    assert person("android-custom21").aliases == ("だいちゃん",)
    assert (person("au21").family, person("au21").given) == ("斉藤", "恵")
    assert person("gmail3").tags == ("Clients",)


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("blackberry21", "PHOTO;ENCODING=BASE64"), ("iphone", "PHOTO;ENCODING=b"), ("outlook21", "X-MS-CARDPICTURE")],
)
def test_photos_are_kept_whole(kind: str, begins: str) -> None:
    (photo,) = [line for line in person(kind).extra if line.startswith(begins)]
    assert photo.count("/9j/4AAQ") == 1 and " " not in photo and len(photo) > 100


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("kind", KINDS)
def test_out_and_in_again_a_card_says_the_same(kind: str, version: Version) -> None:
    """What has no field too, if in another order."""
    found = person(kind)
    again = read(write([found], version, private=True).encode(), "again.vcf").contacts[0].contact
    assert sorted(again.extra) == sorted(found.extra)
    assert again._replace(extra=()) == found._replace(extra=())
