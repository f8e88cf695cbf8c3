"""Sansan, Japanese business cards of a company. It shares headings with Eight, so it is looked for first.

Promises the numbered columns however many there are; who in the company owns a card is kept with it.
"""

import re

from networkjournal.formats.people_table import Cells, Person, joined, labelled, named, read_people
from networkjournal.formats.records import Reading
from networkjournal.formats.table import recognise as recognise_table
from networkjournal.model.contact import Contact

_NUMBERED = re.compile(r"(?P<what>.+?) ?(?P<number>\([0-9]{1,2}\))?(?P<all>\[全て\])?")
_MAILS = ("e-mail", "email", "メール", "メールアドレス")
_PHONES = {"携帯電話": "cell", "携帯": "cell", "tel": "work", "電話": "work", "会社tel": "work", "直通": "直通",
           "直通tel": "直通", "fax": "fax"}  # fmt: skip
_URLS = ("url", "ホームページ")
_READINGS = (("姓カナ", "姓かな", "姓フリガナ", "姓(カナ)"), ("名カナ", "名かな", "名フリガナ", "名(カナ)"))


def known(headings: frozenset[str]) -> bool:
    """Whether these are Sansan's headings: names of companies and people, and who owns the cards."""
    owned = any(heading.startswith(("名刺所有者", "住所(1)[")) for heading in headings)
    return owned and "会社名" in headings and ("氏名" in headings or {"姓", "名"} <= headings)


def recognise(data: bytes) -> bool:
    """Whether the file has Sansan's headings. Never raises."""
    return recognise_table(data, known)


def read(data: bytes) -> Reading:
    """The people of a file. Raises `Invalid` as `read_people`."""
    return read_people(data, known, _person)


def _person(cells: Cells) -> Person:
    found = [(heading, _NUMBERED.fullmatch(heading)) for heading in cells.headings()]
    plain = [(heading, match["what"], match["number"] or "") for heading, match in found if match]
    family, given = cells.take("姓"), cells.take("名")
    contact = Contact(
        cells.take("氏名") or joined(family, given),
        family=family,
        given=given,
        reading=joined(*(cells.take(*names) for names in _READINGS)) or cells.take("氏名カナ", "フリガナ"),
        organization=cells.take("会社名"),
        department=cells.take("部署名", "部署"),
        title=cells.take("役職"),
        notes=cells.take("メモ", "備考"),
        tags=tuple(filter(None, map(str.strip, re.split("[,;、]", cells.take("タグ", "ラベル"))))),
        emails=labelled(*((cells.take(heading), "work") for heading, what, _ in plain if what in _MAILS)),
        phones=labelled(*((cells.take(heading), _PHONES[what]) for heading, what, _ in plain if what in _PHONES)),
        urls=labelled(*((cells.take(heading), "work") for heading, what, _ in plain if what in _URLS)),
        addresses=labelled(*((_address(cells, number), "work") for _, what, number in plain if what == "住所")),
    )
    return Person(named(contact))


def _address(cells: Cells, number: str) -> str:
    whole = cells.take(f"住所{number}[全て]", f"住所{number}")
    return joined(cells.take(f"郵便番号{number}"), whole)
