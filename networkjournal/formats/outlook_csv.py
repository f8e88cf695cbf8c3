"""Outlook's contacts as CSV, in English and in Japanese: some sixty columns, or some hundred.

Promises that addresses are put together in the order of their language; whatever has no field is kept.
"""

from typing import NamedTuple

from networkjournal.formats.days import birthday
from networkjournal.formats.people_table import Cells, Person, joined, labelled, named, read_people
from networkjournal.formats.records import Reading
from networkjournal.formats.table import folded
from networkjournal.formats.table import recognise as recognise_table
from networkjournal.formats.vcard_names import shown_name
from networkjournal.model.contact import Contact, Labelled
from networkjournal.model.folding import is_cjk_name


class _Language(NamedTuple):
    """What Outlook calls its columns in one language. All names are folded."""

    family: str
    given: str
    middle: str
    readings: tuple[str, str]
    nickname: tuple[str, ...]
    organization: str
    department: str
    title: str
    notes: str
    birthday: str
    tags: str
    emails: tuple[tuple[str, str], ...]
    phones: tuple[tuple[str, str], ...]
    urls: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    """How the headings of an address name the place, and its label."""
    parts: tuple[str, ...]
    """The headings of an address's parts in the order in which it is written; {} is the place."""


_ENGLISH = _Language(
    "last name", "first name", "middle name", ("surname yomi", "given yomi"), ("nickname",), "company", "department",
    "job title", "notes", "birthday", "categories",
    (("e-mail address", ""), ("e-mail 2 address", ""), ("e-mail 3 address", "")),
    (
        ("mobile phone", "cell"), ("primary phone", "main"), ("business phone", "work"), ("business phone 2", "work"),
        ("home phone", "home"), ("home phone 2", "home"), ("company main phone", "work main"), ("car phone", "car"),
        ("other phone", "other"), ("business fax", "work fax"), ("home fax", "home fax"), ("other fax", "other fax"),
        ("pager", "pager"), ("assistant's phone", "assistant"), ("callback", "callback"), ("radio phone", "radio"),
        ("isdn", "isdn"), ("telex", "telex"), ("tty/tdd phone", "textphone"),
    ),
    (("web page", ""), ("personal web page", "home")),
    (("business", "work"), ("home", "home"), ("other", "other")),
    (
        "{} address po box", "{} street", "{} street 2", "{} street 3", "{} city", "{} state", "{} postal code",
        "{} country/region", "{} country",
    ),
)  # fmt: skip
_JAPANESE = _Language(
    "姓", "名", "ミドル ネーム", ("姓フリガナ", "名前フリガナ"), ("ニックネーム",), "会社名", "部署", "役職", "メモ",
    "誕生日", "分類",
    (("電子メール アドレス", ""), ("電子メール 2 アドレス", ""), ("電子メール 3 アドレス", "")),
    (
        ("携帯電話", "cell"), ("通常の電話", "main"), ("会社電話", "work"), ("会社電話 2", "work"),
        ("自宅電話", "home"), ("自宅電話 2", "home"), ("会社代表電話", "work main"), ("自動車電話", "car"),
        ("その他の電話", "other"), ("会社 fax", "work fax"), ("自宅 fax", "home fax"), ("その他の fax", "other fax"),
        ("ポケットベル", "pager"),
        ("秘書の電話", "assistant"), ("コールバック", "callback"), ("無線電話", "radio"), ("isdn", "isdn"),
        ("テレックス", "telex"), ("tty/tdd 電話", "textphone"),
    ),
    (("web ページ", ""), ("個人 web ページ", "home")),
    (("会社", "work"), ("自宅", "home"), ("その他", "other")),
    (
        "郵便番号 ({})", "{}郵便番号", "国 ({})/地域", "都道府県 ({})", "{}都道府県", "市区町村 ({})", "{}市区町村",
        "番地 ({})", "{}番地", "住所 2 ({})", "{}住所 2", "住所 3 ({})", "{}住所 3", "{}住所", "私書箱 ({})",
        "{}私書箱",
    ),
)  # fmt: skip


def known(headings: frozenset[str]) -> bool:
    """Whether these are Outlook's headings, in English or in Japanese."""
    return _language(headings) is not None


def recognise(data: bytes) -> bool:
    """Whether the file has Outlook's headings. Never raises."""
    return recognise_table(data, known)


def read(data: bytes) -> Reading:
    """The people of a file. Raises `Invalid` as `read_people`."""
    found: list[_Language] = []

    def here(headings: frozenset[str]) -> bool:
        language = _language(headings)
        if language is not None:
            found.append(language)
        return language is not None

    return read_people(data, here, lambda cells: _person(cells, found[-1]))


def _language(headings: frozenset[str]) -> _Language | None:
    for language in (_ENGLISH, _JAPANESE):
        mail = {folded(heading) for heading, _ in language.emails[:1]}
        if headings >= {language.family, language.given, language.organization, *mail}:
            return language
    return None


def _person(cells: Cells, said: _Language) -> Person:
    family, given, middle = cells.take(said.family), cells.take(said.given), cells.take(said.middle)
    name = shown_name(family, given, "")
    if middle and not is_cjk_name(name):
        name = joined(given, middle, family)
    contact = Contact(
        name,
        family=family,
        given=given,
        reading=joined(*map(cells.take, said.readings)),
        aliases=cells.every(said.nickname[0]),
        organization=cells.take(said.organization),
        department=cells.take(said.department),
        title=cells.take(said.title),
        notes=cells.take(said.notes).replace("\r\n", "\n"),
        birthday=birthday(cells.take(said.birthday)),
        tags=tuple(filter(None, map(str.strip, cells.take(said.tags).replace(",", ";").split(";")))),
        emails=labelled(*((cells.take(folded(heading)), label) for heading, label in said.emails)),
        phones=labelled(*((cells.take(folded(heading)), label) for heading, label in said.phones)),
        urls=labelled(*((cells.take(folded(heading)), label) for heading, label in said.urls)),
        addresses=tuple(address for place in said.places if (address := _address(cells, said, *place)).value),
    )
    return Person(named(contact))


def _address(cells: Cells, said: _Language, place: str, label: str) -> Labelled:
    parts = [" ".join(cells.take(folded(part.format(place))).split()) for part in said.parts]
    if said is _JAPANESE:
        return Labelled(joined(*parts), label)
    return Labelled(", ".join(filter(None, parts)), label)
