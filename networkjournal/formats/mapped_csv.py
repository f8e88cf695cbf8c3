"""Any other table, once somebody has said which column fills which field.

Promises that columns nobody named are kept with the record; refuses to guess: `proposed` is for asking.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import islice
from typing import Any, NamedTuple

from networkjournal.errors import Invalid
from networkjournal.formats.asked import Asked, Columns
from networkjournal.formats.days import birthday
from networkjournal.formats.people_table import Cells, Person, joined, labelled, named, read_people
from networkjournal.formats.records import Reading
from networkjournal.formats.table import Row, folded, headings_of, table_of
from networkjournal.model.contact import Contact

ENDINGS = (".csv", ".tsv")
TEXTS = (
    "name", "family", "given", "reading", "organization", "department", "title", "birthday", "how_met", "introduced_by",
    "caution", "notes",
)  # fmt: skip
LISTS = ("aliases", "needs", "can_give", "asks", "tags")
VALUES = {"email": "emails", "phone": "phones", "url": "urls", "address": "addresses"}
FIELDS = (*TEXTS, *LISTS, *VALUES, "id")
"""What a column can be said to fill; `id` is the source's own identifier. Several columns may fill one field."""
NAMING = frozenset(("name", "family", "given", "organization", "email"))
"""Without one of them nobody in the table has anything to be called by."""
SAMPLES = 3
_USUAL: Mapping[str, str] = {
    "name": "name|full name|display name|氏名|名前|お名前|フルネーム",
    "family": "last name|surname|family name|姓|苗字|名字",
    "given": "first name|given name|名",
    "reading": "reading|yomi|よみ|読み|ふりがな|フリガナ|カナ|氏名カナ|よみがな",
    "organization": "organization|organisation|company|employer|会社|会社名|所属|勤務先|勤め先|お勤め先|事業所|組織",
    "department": "department|部署|部署名|部門",
    "title": "title|job title|position|role|役職|肩書|肩書き",
    "birthday": "birthday|date of birth|誕生日|生年月日",
    "notes": "notes|note|remarks|comment|comments|memo|メモ|備考|コメント",
    "tags": "tags|tag|labels|groups|categories|タグ|ラベル|分類|グループ",
    "email": "email|e-mail|mail|email address|e-mail address|メール|メールアドレス|eメール",
    "phone": "phone|telephone|tel|mobile|phone number|電話|電話番号|携帯|携帯電話",
    "url": "url|website|web|homepage|ホームページ|ウェブサイト",
    "address": "address|住所",
    "id": "id|uid|番号",
}
_LOOKED = 50
_SAMPLE = 60
_PARTED = str.maketrans("、；，", ",;,")


class Column(NamedTuple):
    """A column of a table, for asking what it holds."""

    heading: str
    samples: tuple[str, ...]
    """Some of its values, all different."""


def columns(data: bytes) -> tuple[Column, ...]:
    """The columns of a table that have a heading; none for what is no table."""
    found = headings_of(data)
    wanted = frozenset(map(folded, found))
    table = table_of(data, lambda cells: cells == wanted) if found else None
    told: list[dict[str, None]] = [{} for _ in found]
    for row in islice(table.rows, _LOOKED) if table else ():
        for place, cell in enumerate(row.cells[: len(found)] if isinstance(row, Row) else ()):
            if value := " ".join(cell.split())[:_SAMPLE]:
                told[place].setdefault(value)
    return tuple(
        Column(heading, tuple(values)[:SAMPLES]) for heading, values in zip(found, told, strict=True) if heading.strip()
    )


def headings(data: bytes) -> tuple[str, ...]:
    """The headings of the table; empty for what is none."""
    return headings_of(data)


def proposed(headings: Iterable[str]) -> Columns:
    """What the headings most likely fill, for asking somebody."""
    words = {word: field for field, words in _USUAL.items() for word in words.split("|")}
    return tuple((words[folded(heading)], heading) for heading in headings if folded(heading) in words)


def key_of(headings: Iterable[str]) -> str:
    """By which a table with the same headings is known again."""
    return sha256("\t".join(map(folded, headings)).encode("utf-8", "replace")).hexdigest()


def recognise(path: str) -> bool:
    """Whether the file is named as a table. What is in it shows nothing that prose could not."""
    return path.lower().endswith(ENDINGS)


def read(data: bytes, asked: Asked) -> Reading:
    """The people of a file. Raises `Invalid`: `unknown_format`, `unmapped`, `unknown_field`, `unknown_column`."""
    found = headings_of(data)
    if not found:
        raise Invalid("file", "", "unknown_format")
    columns = asked.columns or asked.recall(found)
    _check(columns, found)
    wanted = frozenset(map(folded, found))
    reading = read_people(data, lambda cells: cells == wanted, lambda cells: _person(cells, columns))
    return reading._replace(columns=columns, headings=found)


def _check(columns: Columns, found: tuple[str, ...]) -> None:
    """Refuse a mapping that names no such field or column, or nothing to call a person by."""
    there = {folded(heading) for heading in found}
    for field, heading in columns:
        if field not in FIELDS:
            raise Invalid("--map", field, "unknown_field")
        if folded(heading) not in there:
            raise Invalid("--map", heading, "unknown_column")
    if not {field for field, _ in columns} & NAMING:
        raise Invalid("file", ", ".join(filter(None, (" ".join(heading.split()) for heading in found))), "unmapped")


def _person(cells: Cells, columns: Columns) -> Person:
    values: dict[str, list[tuple[str, str]]] = {}
    for field, heading in columns:
        values.setdefault(field, []).append((cells.take(folded(heading)), heading))
    fields: dict[str, Any] = {field: _joined(field, values[field]) for field in TEXTS if field in values}
    fields |= {field: tuple(_listed(values[field])) for field in LISTS if field in values}
    several = len(values.get("email", ())) > 1 or len(values.get("phone", ())) > 1
    fields |= {target: labelled(*((value, heading if several else "") for value, heading in values[field]))
               for field, target in VALUES.items() if field in values}  # fmt: skip
    contact = Contact("")._replace(**fields)
    contact = contact._replace(birthday=birthday(contact.birthday))
    return Person(named(contact), joined(*(value for value, _ in values.get("id", ()))))


def _joined(field: str, values: Iterable[tuple[str, str]]) -> str:
    told = [value for value, _ in values if value]
    return "\n\n".join(told) if field in ("notes", "caution", "how_met") else " ".join(told)


def _listed(values: Iterable[tuple[str, str]]) -> Iterable[str]:
    """The items of cells that hold several, once each."""
    items = (item.strip() for value, _ in values for item in value.translate(_PARTED).replace(",", ";").split(";"))
    return dict.fromkeys(filter(None, items))
