"""A card made a contact: which property fills which field.

Promises that nothing of a card is lost (what has no field is kept in `extra`); refuses to decode or to write.
"""

from collections.abc import Sequence

from networkjournal.formats.identifier import own
from networkjournal.formats.vcard_card import Card
from networkjournal.formats.vcard_claims import (
    address_of,
    labelled_of,
    organization_of,
    preference,
    says_more,
    text_of,
)
from networkjournal.formats.vcard_dates import birthday_of
from networkjournal.formats.vcard_names import names_of
from networkjournal.formats.vcard_property import Property
from networkjournal.formats.vcard_text import texts, unescape
from networkjournal.model.contact import Contact, Labelled

OWN = "X-NETWORKJOURNAL-"
"""Our own properties begin so."""
_SYSTEM_GROUPS = frozenset({"myContacts", "* myContacts"})
"""The group that Google puts everybody into: it says nothing about anybody."""


def contact_of(lines: Sequence[str]) -> tuple[Contact | None, str]:
    """The contact of a card's content lines, None when nothing in it names anybody; and the card's own identifier."""
    card = Card(lines)
    names = names_of(card)
    emails = _labelled(card, "EMAIL")
    organization, department = organization_of(org) if (org := _first(card, "ORG")) else ("", "")
    own = _own_text(card, "NAME")
    name = own or names.name or organization or department or (emails[0].value if emails else "")
    uid = _identifier(card)
    if not name:
        return None, ""
    contact = Contact(
        name,
        handle=_own_text(card, "HANDLE"),
        family=names.family,
        given=names.given,
        reading=names.reading,
        aliases=names.others,
        organization=organization,
        department=department,
        title=text_of(title) if (title := _first(card, "TITLE")) else "",
        emails=emails,
        phones=_labelled(card, "TEL"),
        urls=_labelled(card, "URL"),
        addresses=_labelled(card, "ADR"),
        birthday=birthday_of(day) if (day := _first(card, "BDAY")) else "",
        how_met=_own_text(card, "HOW-MET"),
        introduced_by=_own_text(card, "INTRODUCED-BY"),
        needs=_own_texts(card, "NEED"),
        can_give=_own_texts(card, "CAN-GIVE"),
        asks=_own_texts(card, "ASK"),
        caution=_own_text(card, "CAUTION"),
        aims=_own_text(card, "AIMS"),
        suspected=_own_text(card, "SUSPECTED"),
        knows=_own_text(card, "KNOWS"),
        withheld=_own_text(card, "WITHHELD"),
        notes="\n\n".join(filter(None, map(_note, card.every("NOTE")))),
        tags=_tags(card),
    )
    return contact._replace(extra=card.rest()), uid


def _identifier(card: Card) -> str:
    """What the card is called where it comes from. Ours belongs to the file it came from, and is not kept as well."""
    found = next(iter(card.untaken("UID")), None)
    uid = unescape(found.value).strip() if found else ""
    if found and own(uid):
        card.take(found)
    return uid


def _first(card: Card, name: str) -> Property | None:
    """The property that fills a field of one value. Further ones stay in the card's rest."""
    found = card.first(name)
    if found and says_more(found):
        card.keep(found)
    return found


def _labelled(card: Card, name: str) -> tuple[Labelled, ...]:
    """All values of a repeated property, the preferred ones first."""
    read = address_of if name == "ADR" else labelled_of
    found = card.every(name)
    if not found:
        return ()
    for prop in found:
        if says_more(prop):
            card.keep(prop)
    found.sort(key=preference)
    values = [read(prop, card.labels) for prop in found]
    return tuple(labelled for labelled in values if labelled.value)


def _tags(card: Card) -> tuple[str, ...]:
    tags = [tag for prop in card.every("CATEGORIES") for tag in texts(prop.value)]
    return tuple(tag for tag in dict.fromkeys(tags) if tag not in _SYSTEM_GROUPS)


def _note(prop: Property) -> str:
    return unescape(prop.value).strip()


def _own_texts(card: Card, name: str) -> tuple[str, ...]:
    return tuple(filter(None, (_note(prop) for prop in card.every(OWN + name))))


def _own_text(card: Card, name: str) -> str:
    return "\n\n".join(_own_texts(card, name))
