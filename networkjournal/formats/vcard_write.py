"""Contacts made vCard 3.0 or 4.0, as the address books of today read them.

Promises that reading what was written gives the contact back, and that every kept line goes out again: in place of
the line made for its field where it still says the same, else as itself, else wrapped in a property of our own. Refuses
to let out what is private unless asked.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from networkjournal.formats.identifier import written
from networkjournal.formats.vcard_card import LABEL, says_anything
from networkjournal.formats.vcard_claims import Claim, claim, says_more
from networkjournal.formats.vcard_dates import birthday_line
from networkjournal.formats.vcard_decode import KEPT
from networkjournal.formats.vcard_fields import OWN
from networkjournal.formats.vcard_names import reading_of, shown_name
from networkjournal.formats.vcard_property import Property, property_of
from networkjournal.formats.vcard_text import escape, escape_uri, fold, unescape
from networkjournal.model.contact import Contact, Labelled

Version = Literal["3.0", "4.0"]

_TYPES = frozenset(
    ("home", "work", "cell", "fax", "pager", "video", "text", "textphone", "main", "other", "iphone", "mobile", "car")
)
"""Labels that are TYPE words everywhere; any other goes out as X-ABLabel, which Apple, Google and Android read."""
_NO_UIDS: Mapping[int, str] = {}
_DIALABLE = re.compile(r"\+[0-9][0-9().-]*")
_GROUP = re.compile(r"item([0-9]{1,6})")
_NEVER_BARE = frozenset(("BEGIN", "END", "VERSION", "TEL", "EMAIL", "URL", "ADR", "NOTE", "NICKNAME", "CATEGORIES")) | {
    f"X-PHONETIC-{part}-NAME" for part in ("LAST", "FIRST")
}
"""A kept line of these names that no longer says what its field says would be read as a further value."""
_READINGS = ("SORT-STRING", "SOUND", "X-MS-N-YOMI")
_NEVER_EMPTY = frozenset(("N", "FN", "ORG", "TITLE", "BDAY", "UID", "X-ANDROID-CUSTOM", *_READINGS))
"""Lines of these names that say nothing are dropped when read."""
_SINGLE: dict[str, Callable[[Contact], str]] = {
    "ORG": lambda contact: contact.organization or contact.department,
    "TITLE": lambda contact: contact.title,
    "BDAY": lambda contact: contact.birthday,
}


class Made(NamedTuple):
    """A property made from a field."""

    name: str
    claim: Claim
    """None where no kept line could stand for it."""
    lines: tuple[str, ...]


def write(
    contacts: Iterable[Contact], version: Version = "3.0", private: bool = False, uids: Mapping[int, str] = _NO_UIDS
) -> str:
    """The contacts as one vCard text with CRLF. What is private goes out, as properties of our own, only when asked.

    Private are: caution and what belongs to it (what they are after, know, and are not told), needs, what one can
    give, how and through whom one met, and the handle. `uids` are the contacts' identifiers by their ids: a card that
    brought none goes out with ours, by which it is known again where it is read.
    """
    cards = (_card(contact, version, private, uids.get(contact.id, "")) for contact in contacts)
    return "".join(fold(line) for card in cards for line in card)


def _card(contact: Contact, version: Version, private: bool, uid: str) -> Iterator[str]:
    kept = [property_of(line) for line in contact.extra]
    labels = {p.group: unescape(p.value) for p in reversed(kept) if p and p.name == LABEL and p.group}
    standing: dict[tuple[str, Claim], list[int]] = {}
    for at in reversed(range(len(kept))):
        if (prop := kept[at]) and _bare(prop) and says_more(prop) and (said := claim(prop, labels)) is not None:
            standing.setdefault((prop.name, said), []).append(at)
    gone: set[int] = set()
    yield from ("BEGIN:VCARD", f"VERSION:{version}")
    for made in _made(contact, version, _free_group(kept)):
        if originals := standing.get((made.name, made.claim)):
            gone.add(originals[-1])
            yield contact.extra[originals.pop()]
        else:
            yield from made.lines
    if private:
        yield from _private(contact)
    if uid and not any(prop and prop.name == "UID" for prop in kept):
        yield f"UID{';VALUE=text' if version == '4.0' else ''}:{written(uid)}"
    for at, prop in enumerate(kept):
        if at not in gone:
            line = contact.extra[at]
            yield line if prop and _bare(prop) and _goes_bare(prop, contact) else f"{KEPT}:{escape(line)}"
    yield "END:VCARD"


def _made(contact: Contact, version: Version, group: int) -> Iterator[Made]:
    names = (contact.family, contact.given)
    if any(names) or version == "3.0":
        yield Made("N", names, (f"N:{escape(names[0])};{escape(names[1])};;;",))
    yield Made("FN", contact.name, (f"FN:{escape(contact.name)}",))
    if shown_name(*names, contact.name) != contact.name:
        yield Made("", None, (f"{OWN}NAME:{escape(contact.name)}",))
    family, _, given = contact.reading.partition(" ")
    for part, reading in (("LAST", family), ("FIRST", given)):
        yield from _plain(f"X-PHONETIC-{part}-NAME", escape(reading))
    yield from _plain("NICKNAME", ",".join(map(escape, contact.aliases)))
    if contact.organization or contact.department:
        units = (contact.organization, contact.department)
        value = ";".join(map(escape, units if units[1] else units[:1]))
        yield Made("ORG", units, (f"ORG:{value}",))
    if contact.title:
        yield Made("TITLE", contact.title, (f"TITLE:{escape(contact.title)}",))
    for name, values in (
        ("EMAIL", contact.emails),
        ("TEL", contact.phones),
        ("ADR", contact.addresses),
        ("URL", contact.urls),
    ):
        for labelled in values:
            yield _labelled(name, labelled, version, group)
            group += 1
    if contact.birthday:
        params, value = birthday_line(contact.birthday, version) or (";VALUE=text", escape(contact.birthday))
        yield Made("BDAY", contact.birthday, (f"BDAY{params}:{value}",))
    yield from _plain("CATEGORIES", ",".join(map(escape, contact.tags)))
    yield from _plain("NOTE", escape(contact.notes))


def _plain(name: str, value: str) -> Iterator[Made]:
    if value:
        yield Made(name, None, (f"{name}:{value}",))


def _labelled(name: str, labelled: Labelled, version: Version, group: int) -> Made:
    value, params = escape(labelled.value), ""
    if name == "ADR":
        value = f";;{value};;;;"
    elif name == "URL":
        value = escape_uri(labelled.value)
    elif name == "TEL" and version == "4.0" and _DIALABLE.fullmatch(labelled.value):
        value, params = "tel:" + value, ";VALUE=uri"
    words = labelled.label.split(" ") if labelled.label else []
    if _TYPES.issuperset(words) and len(set(words)) == len(words):
        cased = words if version == "4.0" else [word.upper() for word in words]
        params += "".join(f";TYPE={word}" for word in cased)
        return Made(name, labelled, (f"{name}{params}:{value}",))
    grouped = f"item{group}."
    return Made(name, labelled, (f"{grouped}{name}{params}:{value}", f"{grouped}X-ABLabel:{escape(labelled.label)}"))


def _private(contact: Contact) -> Iterator[str]:
    for name, text in (
        ("HANDLE", contact.handle),
        ("HOW-MET", contact.how_met),
        ("INTRODUCED-BY", contact.introduced_by),
        *(("NEED", need) for need in contact.needs),
        *(("CAN-GIVE", offer) for offer in contact.can_give),
        *(("ASK", ask) for ask in contact.asks),
        ("CAUTION", contact.caution),
        ("AIMS", contact.aims),
        ("SUSPECTED", contact.suspected),
        ("KNOWS", contact.knows),
        ("WITHHELD", contact.withheld),
    ):
        if text:
            yield f"{OWN}{name}:{escape(text)}"


def _free_group(kept: Iterable[Property | None]) -> int:
    """The first number after those of the groups item1, item2 … that kept lines use."""
    used = [int(found[1]) for prop in kept if prop and (found := _GROUP.fullmatch(prop.group))]
    return max(used, default=0) + 1


def _bare(prop: Property) -> bool:
    """Whether the line is one line as the reader keeps it: no line end, and nothing that decoding would change."""
    head = prop.line[: len(prop.line) - len(prop.value)].upper()
    if prop.line[0] in " \t" or "\n" in prop.line or "\r" in prop.line:
        return False
    return "CHARSET" not in head and "QUOTED-PRINTABLE" not in head


def _goes_bare(prop: Property, contact: Contact) -> bool:
    """Whether the kept line may go out as itself: read again it must be kept again, and fill no field."""
    if prop.name.startswith(OWN) or prop.name in _NEVER_BARE:
        return False
    if not says_anything(prop):
        return prop.name not in _NEVER_EMPTY
    if prop.name in ("N", "FN"):
        return "ALTID" in prop.params or "LANGUAGE" in prop.params
    if prop.name in _SINGLE:
        return bool(_SINGLE[prop.name](contact))
    if prop.name in _READINGS and reading_of(prop):
        return bool(contact.reading)
    return True
