import pytest

from networkjournal.formats.vcard_card import Card
from networkjournal.formats.vcard_names import Names, names_of, reading_of, shown_name
from networkjournal.formats.vcard_property import property_of


def names(*lines: str) -> Names:
    return names_of(Card(lines))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["N:田中;太郎", "FN:田中太郎"], "田中 太郎"),
        (["N:田中;太郎", "FN:太郎　田中"], "田中 太郎"),
        (["N:田中;太郎;;;様", "FN:田中 太郎 様"], "田中 太郎"),
        (["N:田中;太郎"], "田中 太郎"),
        (["N:田中;"], "田中"),
        (["N:ミラー;アンナ", "FN:アンナ・ミラー"], "アンナ・ミラー"),
        (["N:田中;太郎", "FN:田中太郎（営業）"], "田中太郎（営業）"),
        (["N:田中;太郎", "FN:Taro Tanaka"], "Taro Tanaka"),
        (["N:Miller;Anna;Rose;Dr.;", "FN:Dr. Anna Rose Miller"], "Dr. Anna Rose Miller"),
        (["N:Miller;Anna;Rose;Dr.;"], "Anna Rose Miller"),
        (["N:Miller;アンナ"], "Miller アンナ"),
        (["FN:田中太郎"], "田中太郎"),
        (["FN:", "N:;;;;", "NICKNAME:たろちゃん"], "たろちゃん"),
        (["TEL:1"], ""),
    ],
)
def test_the_name_is_shown_as_its_language_writes_it(lines: list[str], name: str) -> None:
    assert names(*lines).name == name


def test_a_full_name_is_never_split() -> None:
    found = names("FN:田中 太郎")
    assert (found.family, found.given) == ("", "")


def test_a_name_longer_than_any_is_not_taken_apart() -> None:
    long = "田" * 1000
    assert shown_name("田", "田", long) == long


@pytest.mark.parametrize(
    ("lines", "reading"),
    [
        (["X-PHONETIC-FIRST-NAME:タロウ", "X-PHONETIC-LAST-NAME:タナカ"], "タナカ タロウ"),
        (["X-PHONETIC-LAST-NAME:ﾀﾅｶ"], "ﾀﾅｶ"),
        (['N;SORT-AS="タナカ,タロウ":田中;太郎'], "タナカ タロウ"),
        (['N;SORT-AS="Harten,Rene":van der Harten;Rene'], ""),
        (["SORT-STRING:たなか　たろう"], "たなか たろう"),
        (["SORT-STRING:Tanaka"], ""),
        (["SOUND;X-IRMC-N:ﾀﾅｶ;ﾀﾛｳ;;;"], "タナカ タロウ"),
        (["SOUND;TYPE=X-IRMC-N:ﾀﾅｶ ﾀﾞｲｽｹ;;;;"], "タナカ ダイスケ"),
        (["SOUND;TYPE=OGG;ENCODING=b:AAAA"], ""),
        (["SOUND;X-IRMC-N:ｽｽﾞｷ", "X-PHONETIC-LAST-NAME:すずき"], "すずき"),
        (["SORT-STRING:・"], ""),
    ],
)
def test_a_reading_is_taken_from_where_programs_put_it(lines: list[str], reading: str) -> None:
    assert names("FN:田中太郎", *lines).reading == reading


def test_a_second_reading_that_differs_is_kept() -> None:
    card = Card(["X-PHONETIC-LAST-NAME:タナカ", "SORT-STRING:タナカ", "SOUND;X-IRMC-N:ﾀﾅｶ", "SORT-STRING:ダナカ"])
    names_of(card)
    assert card.rest() == ("SORT-STRING:ダナカ",)


def test_a_novel_in_kana_is_no_reading() -> None:
    prop = property_of("SORT-STRING:" + "タ" * 1000)
    assert prop and reading_of(prop) == ""


def test_another_language_of_the_name_is_kept_and_finds_the_person() -> None:
    lines = [
        "N;ALTID=1;LANGUAGE=en:Tanaka;Taro",
        "N;ALTID=1;LANGUAGE=ja:田中;太郎",
        "FN;ALTID=1;LANGUAGE=ja:田中太郎",
        "FN;ALTID=1;LANGUAGE=en:Taro Tanaka",
        "NICKNAME:たろ,Taro Tanaka",
    ]
    card = Card(lines)
    assert names_of(card) == Names("田中 太郎", "田中", "太郎", "", ("Taro Tanaka", "たろ"))
    assert card.rest() == (lines[0], lines[3])


def test_parts_of_a_name_without_a_field_keep_the_line() -> None:
    card = Card(["N:Miller;Anna;Rose;Dr.;", "FN:Anna Miller"])
    names_of(card)
    assert card.rest() == ("N:Miller;Anna;Rose;Dr.;",)
