"""Monica 4, its JSON export: people as contacts, and what passed with them as lines of the journal.

Promises that debts and gifts become exchanges, tasks become actions, and activities, calls, conversations, life events
and notes prose that mentions the person; what is known of a person besides is kept. Refuses to say a sentence: signs
stand for what would need one.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from networkjournal.formats.asked import Asked
from networkjournal.formats.kept import kept_line
from networkjournal.formats.loose_json import day, document, items, starts_object, table, text
from networkjournal.formats.monica_lines import LINES, Dated, mention, one_line
from networkjournal.formats.people_table import joined, labelled
from networkjournal.formats.records import BadRecord, ContactRecord, EntryRecord, Reading, digest_of
from networkjournal.formats.vcard_names import shown_name
from networkjournal.model.contact import Contact

_TECHNICAL = re.compile("avatar|gravatar|number_of_views|last_consulted|vcard|etag|is_active|is_partial|_reminder|has_")
_TAKEN = frozenset(("first_name", "middle_name", "last_name", "nickname", "description", "job", "company", "tags",
                    "birthdate", "first_met_date", "first_met_through", "gender"))  # fmt: skip
_DETAIL = 80


class _Account(NamedTuple):
    """What the people of the account refer to."""

    people: Mapping[str, str]
    """uuid -> name."""
    kinds: Mapping[str, str]
    """uuid of a kind of contact field -> what it is."""
    photos: Mapping[str, str]
    related: Mapping[str, tuple[str, ...]]


def recognise(data: bytes) -> bool:
    """Whether the file is an object that begins with an account. Never raises."""
    head = starts_object(data)
    return bool(re.match(rb'\{\s*(?:"(?:version|app_version|export_date|url|exported_by)"\s*:\s*"[^"]*"\s*,\s*)*'
                         rb'"account"\s*:\s*\{', head))  # fmt: skip


def read(data: bytes, asked: Asked) -> Reading:
    """The people and entries of an account. Raises `Invalid`: `undecodable`, `not_json`."""
    account = table(table(document(data)).get("account"))
    groups = _groups(account)
    about = _about(account, groups)
    contacts: list[ContactRecord] = []
    bad: list[BadRecord] = []
    dated: list[Dated] = list(_journal(account))
    for number, person in enumerate(groups.get("contact", ()), 1):
        where = f"contact {number}"
        record = _contact(where, person, about)
        if not record.contact.name:
            bad.append(BadRecord(where, "no_name", record.uid[:_DETAIL]))
            continue
        contacts.append(record)
        for kind, values in _groups(person).items():
            if kind in LINES:
                dated += (_line(kind, record, at, value, asked) for at, value in enumerate(values, 1))
    dated += _activities(groups)
    made = [_entry(one) for one in dated if one.text]
    return Reading(
        tuple(contacts),
        tuple(item for item in made if isinstance(item, EntryRecord)),
        (*bad, *(item for item in made if isinstance(item, BadRecord))),
    )


def _groups(owner: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The values of `data` by their type; plain identifiers are left out."""
    found: dict[str, list[dict[str, Any]]] = {}
    for group in items(owner.get("data")):
        kind = text(table(group).get("type"))
        values = (value for value in items(table(group).get("values")) if isinstance(value, dict))
        found.setdefault(kind, []).extend(values)
    return found


def _about(account: Mapping[str, Any], groups: Mapping[str, list[dict[str, Any]]]) -> _Account:
    people = {text(person.get("uuid")): _name(table(person.get("properties"))) for person in groups.get("contact", ())}
    kinds = {}
    for kind in items(table(account.get("instance")).get("contact_field_types")):
        about = table(table(kind).get("properties"))
        kinds[text(table(kind).get("uuid"))] = joined(text(about.get("type")), text(about.get("name"))).lower()
    photos = {text(photo.get("uuid")): text(table(photo.get("properties")).get("dataUrl"))
              for photo in groups.get("photo", ())}  # fmt: skip
    related: dict[str, tuple[str, ...]] = {}
    for bond in groups.get("relationship", ()):
        about = table(bond.get("properties"))
        one, other = text(about.get("contact_is")), text(about.get("of_contact"))
        related[one] = (*related.get(one, ()), f"{text(about.get('type'))}: {people.get(other, other)}")
    return _Account(people, kinds, photos, related)


def _name(about: Mapping[str, Any]) -> str:
    family, given, middle = (text(about.get(f"{part}_name")) for part in ("last", "first", "middle"))
    return " ".join((shown_name(family, joined(given, middle), "") or text(about.get("nickname"))).split())


def _contact(where: str, person: Mapping[str, Any], account: _Account) -> ContactRecord:
    about, groups = table(person.get("properties")), _groups(person)
    uid, met = text(person.get("uuid")), table(about.get("first_met_date"))
    fields = [_field(table(field.get("properties")), account) for field in groups.get("contact_field", ())]
    contact = Contact(
        _name(about),
        family=text(about.get("last_name")),
        given=text(about.get("first_name")),
        aliases=tuple(filter(None, (text(about.get("nickname")),))),
        organization=text(about.get("company")),
        title=text(about.get("job")),
        birthday=_birthday(table(about.get("birthdate"))),
        how_met=text(met.get("date"))[:10],
        introduced_by=account.people.get(text(about.get("first_met_through")), ""),
        notes=text(about.get("description")),
        tags=tuple(filter(None, map(text, items(about.get("tags"))))),
        emails=labelled(*((value, "") for kind, value in fields if kind == "email")),
        phones=labelled(*((value, "") for kind, value in fields if kind == "phone")),
        urls=labelled(*((value, kind.split(" ")[-1]) for kind, value in fields if "://" in value)),
        addresses=labelled(*(_address(table(place.get("properties"))) for place in groups.get("address", ()))),
    )
    rest = (*_kept(about, groups, account, uid), *(kept_line(kind, value) for kind, value in fields
            if kind not in ("email", "phone") and "://" not in value))  # fmt: skip
    told = (repr(contact), *rest)
    return ContactRecord(where, contact._replace(extra=rest), uid, digest_of("\n".join(told)))


def _field(about: Mapping[str, Any], account: _Account) -> tuple[str, str]:
    """What a contact field is, and its value: an address and a number show what they are."""
    value = text(about.get("data"))
    kind = account.kinds.get(text(about.get("type")), "")
    if "email" in kind or re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        return "email", value
    if "phone" in kind or re.fullmatch(r"\+?[0-9 ()./-]{7,30}", value):
        return "phone", value
    return kind or "contact field", value


def _birthday(about: Mapping[str, Any]) -> str:
    on = day(about.get("date"))
    if on is None or about.get("is_age_based"):
        return ""
    return f"--{on:%m-%d}" if about.get("is_year_unknown") else on.isoformat()


def _address(about: Mapping[str, Any]) -> tuple[str, str]:
    parts = (text(about.get(part)) for part in ("street", "city", "province", "postal_code", "country"))
    return ", ".join(filter(None, parts)), text(about.get("name"))


def _kept(
    about: Mapping[str, Any], groups: Mapping[str, list[dict[str, Any]]], account: _Account, uid: str
) -> Iterator[str]:
    """What has no field: further properties, pets, reminders, relationships, the photo."""
    for name, value in about.items():
        said = text(value) or ("1" if value is True else "")
        if said and said != "0" and name not in _TAKEN and not _TECHNICAL.search(name):
            yield kept_line(name, said)
    for kind in ("pet", "reminder"):
        for one in groups.get(kind, ()):
            yield kept_line(kind, one_line(*map(text, table(one.get("properties")).values())))
    if about.get("birthdate") and not _birthday(table(about["birthdate"])):
        yield kept_line("birthdate", text(table(about["birthdate"]).get("date"))[:10])
    for bond in account.related.get(uid, ()):
        yield kept_line("relationship", bond)
    photo = account.photos.get(text(table(about.get("avatar")).get("avatar_photo")), "")
    if photo.startswith("data:"):
        yield f"PHOTO:{one_line(photo)}"


def _line(kind: str, record: ContactRecord, at: int, value: Mapping[str, Any], asked: Asked) -> Dated:
    made = LINES[kind](record.contact.name, table(value.get("properties")), asked)
    on = made.on or day(value.get("created_at"))
    return made._replace(key=text(value.get("uuid")) or f"{record.uid} {kind} {at}", on=on, where=record.where)


def _activities(groups: Mapping[str, list[dict[str, Any]]]) -> Iterator[Dated]:
    """Activities mention everybody who lists them."""
    present: dict[str, list[str]] = {}
    for person in groups.get("contact", ()):
        for group in items(person.get("data")):
            if text(table(group).get("type")) == "activity":
                for uid in items(table(group).get("values")):
                    present.setdefault(text(table(uid).get("uuid")) or text(uid), []).append(
                        _name(table(person.get("properties")))
                    )
    for number, activity in enumerate(groups.get("activity", ()), 1):
        about, uid = table(activity.get("properties")), text(activity.get("uuid"))
        told = joined(one_line(text(about.get("summary"))), *map(mention, filter(None, present.get(uid, ()))))
        words = "\n".join(filter(None, (told, text(about.get("description")))))
        on = day(about.get("happened_at")) or day(activity.get("created_at"))
        yield Dated(words, on, uid or f"activity {number}", f"activity {number}")


def _journal(account: Mapping[str, Any]) -> Iterator[Dated]:
    for number, item in enumerate(items(table(account.get("properties")).get("journal_entries")), 1):
        entry = table(item)
        about = table(entry.get("properties"))
        words = (text(about.get(part)) for part in ("title", "post", "comment"))
        on = day(about.get("date")) or _three(about) or day(entry.get("created_at"))
        key = text(entry.get("uuid")) or f"journal {number}"
        yield Dated("\n".join(filter(None, words)), on, key, f"journal {number}")


def _three(about: Mapping[str, Any]) -> date | None:
    """The day of a rating, which stands in three numbers."""
    year, month, number = (text(about.get(part)).zfill(size) for part, size in (("year", 4), ("month", 2), ("day", 2)))
    return day(f"{year}-{month}-{number}")


def _entry(one: Dated) -> EntryRecord | BadRecord:
    if one.on is None:
        return BadRecord(one.where, "bad_date", one.text[:_DETAIL])
    words = one.text.replace("\r\n", "\n")
    return EntryRecord(one.where, one.key, one.on, words, digest_of(words))
