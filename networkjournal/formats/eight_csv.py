"""Eight, Japanese business cards: several cards of one person are one contact, the newest card's word standing.

Promises that the user's own columns, which hold 1, become tags. The day that Eight calls the exchange of cards is the
day of registration, so it is kept and taken for nothing.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from networkjournal.formats.days import day_of
from networkjournal.formats.people_table import Cells, Person, joined, labelled, named, read_people
from networkjournal.formats.records import ContactRecord, Reading, digest_of
from networkjournal.formats.table import recognise as recognise_table
from networkjournal.model.contact import Contact
from networkjournal.model.folding import fold, name_key
from networkjournal.model.merge import merged
from networkjournal.model.phone import same_number

_DAY = "名刺交換日"
_STATES = ("eightでつながっている人", "再データ化中の名刺", "'?'を含んだデータ")
_LABELS = {"organization": "会社名", "department": "部署名", "title": "役職"}
"""What an older card's differing words are called in the notes."""
_PHONES = (("tel会社", "work"), ("tel部門", "部門"), ("tel直通", "直通"), ("携帯電話", "cell"), ("fax", "fax"))


def known(headings: frozenset[str]) -> bool:
    """Whether these are Eight's headings; older files have one column for the name."""
    named = "氏名" in headings or {"姓", "名"} <= headings
    return named and {"会社名", "tel会社", _DAY} <= headings


def recognise(data: bytes) -> bool:
    """Whether the file has Eight's headings. Never raises."""
    return recognise_table(data, known)


def read(data: bytes) -> Reading:
    """The people of a file. Raises `Invalid` as `read_people`."""
    days: list[date] = []

    def person(cells: Cells) -> Person:
        on = day_of(cells.look(_DAY))
        made = _person(cells)
        if made.contact.name:
            days.append(on or date.min)
        return made

    reading = read_people(data, known, person)
    return reading._replace(contacts=tuple(_gathered(zip(days, reading.contacts, strict=True))))


def _person(cells: Cells) -> Person:
    family, given = cells.take("姓"), cells.take("名")
    contact = Contact(
        cells.take("氏名") or joined(family, given),
        family=family,
        given=given,
        organization=cells.take("会社名"),
        department=cells.take("部署名"),
        title=cells.take("役職"),
        emails=labelled((cells.take("e-mail"), "work")),
        phones=labelled(*((cells.take(heading), label) for heading, label in _PHONES)),
        urls=labelled((cells.take("url"), "work")),
        addresses=labelled((joined(cells.take("郵便番号"), cells.take("住所")), "work")),
    )
    return Person(named(contact._replace(tags=cells.ones({_DAY, *_STATES}))))


def _gathered(dated: Iterable[tuple[date, ContactRecord]]) -> Iterator[ContactRecord]:
    """One record for each person, where their first card stands."""
    people: dict[str, list[list[tuple[date, ContactRecord]]]] = {}
    for day, record in dated:
        bearers = people.setdefault(name_key(record.contact.name), [])
        for cards in bearers:
            if any(_one_person(record.contact, card.contact) for _, card in cards):
                cards.append((day, record))
                break
        else:
            bearers.append([(day, record)])
    for bearers in people.values():
        yield from map(_newest, bearers)


def _newest(cards: list[tuple[date, ContactRecord]]) -> ContactRecord:
    first, *older = (card for _, card in sorted(cards, key=lambda card: card[0], reverse=True))
    if not older:
        return first
    contact = first.contact
    for card in older:
        contact = merged(contact, card.contact, _LABELS)
    digest = digest_of("\n".join(sorted(card.digest for _, card in cards)))
    return ContactRecord(cards[0][1].where, contact, "", digest)


def _one_person(one: Contact, other: Contact) -> bool:
    """Whether two cards of one name are one person's: they share an address, a telephone or the company."""
    if one.organization and fold(one.organization) == fold(other.organization):
        return True
    mails = {mail.value.casefold() for mail in one.emails} & {mail.value.casefold() for mail in other.emails}
    return bool(mails) or any(same_number(a.value, b.value) for a in one.phones for b in other.phones)
