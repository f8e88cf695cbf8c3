"""What one property means for a contact: the value of its field, and whether the property says more than that.

Used from both sides: reading fills fields by it, writing finds the original line that still says what a field says.
"""

import re
from collections.abc import Callable, Mapping

from networkjournal.formats.vcard_dates import birthday_of
from networkjournal.formats.vcard_property import Property
from networkjournal.formats.vcard_text import one_line, split, structure, unescape
from networkjournal.model.contact import Labelled
from networkjournal.model.folding import is_cjk_name

Claim = object
"""A value that compares: equal claims of the same property name say the same."""
_UNSAID = frozenset({"pref", "voice", "internet", "x400"})
"""TYPE words that tell nothing about what the value is for."""
_APPLE = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_UNMINDED = frozenset({"TYPE", "PREF", "VALUE", "CHARSET", "ENCODING", "LANGUAGE", "ALTID", "X-APPLE-OMIT-YEAR"})
"""Parameters that need not be kept: they are in the field, or true of the file only."""
_DIRECTIONS = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_NUMBER = re.compile(r"[+0-9][0-9 ().\-\u2010-\u2015/*#]{2,}")
_SCHEMES = {"TEL": "tel:", "EMAIL": "mailto:"}


def name_of(prop: Property) -> tuple[str, str]:
    """Family and given name of an N."""
    family, given, *_ = structure(prop.value, 2)
    return family, given


def organization_of(prop: Property) -> tuple[str, str]:
    """Organization and department of an ORG; units below the department follow it after a space."""
    organization, *units = structure(prop.value, 1)
    return organization, " ".join(filter(None, units))


def text_of(prop: Property) -> str:
    """The one line of text of a property such as FN."""
    return one_line(unescape(prop.value))


def labelled_of(prop: Property, labels: Mapping[str, str]) -> Labelled:
    """A telephone number, e-mail or web address with its label; `labels` are those of the groups."""
    value = text_of(prop)
    scheme = _SCHEMES.get(prop.name, "")
    if scheme and value[: len(scheme)].lower() == scheme:
        value = value[len(scheme) :].strip()
    if prop.name == "TEL":
        value = _dialled(value)
    return Labelled(value, label_of(prop, labels))


def _dialled(number: str) -> str:
    """A number without the marks of direction that iPhones put around it; whatever is no number stays as it is."""
    bare = number.translate(_DIRECTIONS).strip()
    return bare if bare != number and _NUMBER.fullmatch(bare) else number


def address_of(prop: Property, labels: Mapping[str, str]) -> Labelled:
    """A postal address in one line, in the order of its script: Japanese from the postal code inwards."""
    return Labelled(_address(prop), label_of(prop, labels))


def label_of(prop: Property, labels: Mapping[str, str]) -> str:
    """What the value is for: the group's label, or else the TYPE words that say something, each once, lower case."""
    named = one_line(labels.get(prop.group, ""))
    if named:
        inner = _APPLE.fullmatch(named)
        return (inner[1].strip() if inner else named).lower()
    return " ".join(word for word in dict.fromkeys(prop.words("TYPE")) if word not in _UNSAID)


def claim(prop: Property, labels: Mapping[str, str]) -> Claim:
    """The value that `prop` gives its field; None for a property that has none of its own."""
    if simple := _SIMPLE.get(prop.name):
        return simple(prop)
    if prop.name in ("TEL", "EMAIL", "URL"):
        return labelled_of(prop, labels)
    return address_of(prop, labels) if prop.name == "ADR" else None


def says_more(prop: Property) -> bool:
    """Whether a property with a claim holds something that its field cannot: further parts, unusual parameters."""
    if prop.params and not prop.params.keys() <= _UNMINDED:
        return True
    if prop.name == "N":
        return any(structure(prop.value, 5)[2:])
    if prop.name == "ORG":
        return len(list(filter(None, structure(prop.value, 1)[1:]))) > 1
    return prop.name == "ADR" and len(_parts(prop)) > 1


def preference(prop: Property) -> int:
    """Where the property stands among its like, 1 first: PREF of vCard 4.0, or the word of 3.0; 100 when unsaid."""
    stated = next(iter(prop.params.get("PREF", ())), "")
    if stated.isascii() and stated.isdigit() and len(stated) < 4:
        return int(stated)
    return 1 if "pref" in prop.words("TYPE") else 100


def _parts(prop: Property) -> list[str]:
    return list(filter(None, structure(prop.value, 7)))


def _address(prop: Property) -> str:
    parts = _parts(prop)
    if len(parts) == 1:
        # Lines of an address that came in one piece are its owner's own: they stay.
        return next(text for part in split(prop.value, ";") if (text := unescape(part).strip()))
    box, extended, street, city, region, code, country = structure(prop.value, 7)[:7]
    if is_cjk_name("".join(parts)):
        return " ".join(filter(None, (code, region + city + street, extended, box, country)))
    return ", ".join(filter(None, (box, extended, street, city, f"{region} {code}".strip(), country)))


_SIMPLE: dict[str, Callable[[Property], Claim]] = {
    "N": name_of,
    "ORG": organization_of,
    "FN": text_of,
    "TITLE": text_of,
    "BDAY": birthday_of,
}
