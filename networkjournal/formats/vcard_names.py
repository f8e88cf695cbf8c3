"""What a card calls its person: name, family and given name, reading.

Promises to take names as they are written; refuses to split a name, or to guess a reading.
"""

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from networkjournal.formats.vcard_card import Card
from networkjournal.formats.vcard_claims import name_of, says_more, text_of
from networkjournal.formats.vcard_property import Property
from networkjournal.formats.vcard_text import structure, texts
from networkjournal.model.folding import is_cjk_name, is_japanese
from networkjournal.model.name import split_name

_KANJI_FROM = 0x3400
_NICKNAME = "vnd.android.cursor.item/nickname"
_NAME_ROOM = 300
"""Nobody's name is longer; what is, is a file gone wrong, and not worth looking into."""
_AROUND = str.maketrans("", "", " \u3000\t,.、")
"""What may stand between the parts of a full name without adding anything to it."""


class Names(NamedTuple):
    """What finds the person."""

    name: str
    """As shown; empty when the card has no name."""
    family: str
    given: str
    reading: str
    others: tuple[str, ...]
    """The full name in further languages, then nicknames."""


def names_of(card: Card) -> Names:
    """The names of a card, taken from it. Alternative forms of N and FN in other languages stay in the card's rest."""
    fulls = card.untaken("FN")
    full = fulls[0] if fulls else None
    structured = _in_language(card.untaken("N"), full)
    family, given = name_of(structured) if structured else ("", "")
    if not given and _is_old(card):
        family, given = _parted(family)
    for prop in filter(None, (full, structured)):
        card.take(prop)
        if says_more(prop) and not _only_sorts(prop):
            card.keep(prop)
    name = shown_name(family, given, text_of(full) if full else "", structured)
    nicknames = [nick for prop in card.every("NICKNAME") for nick in texts(prop.value)]
    nicknames += _of_android(card)
    if not name and nicknames:
        name, *nicknames = nicknames
    foreign = [other for prop in fulls[1:] if (other := text_of(prop)) != name]
    more = dict.fromkeys(foreign + nicknames)
    return Names(name, family, given, _reading(card, structured), tuple(more))


def _is_old(card: Card) -> bool:
    return any(prop.value.strip().startswith("2") for prop in card.untaken("VERSION"))


def _parted(family: str) -> tuple[str, str]:
    """The parts of a name that a Japanese telephone wrote whole into the family name; the space says where."""
    return split_name(family) if is_cjk_name(family) and " " in family else (family, "")


def _of_android(card: Card) -> Iterator[str]:
    """The nicknames that Android has no vCard property for."""
    for prop in card.untaken("X-ANDROID-CUSTOM"):
        kind, nickname, *_ = structure(prop.value, 2)
        if kind == _NICKNAME and nickname:
            card.take(prop)
            yield nickname


def shown_name(family: str, given: str, full: str, structured: Property | None = None) -> str:
    """The name to show: a Chinese or Japanese one with the family name first and a space, else the full name as it is.

    A full name that holds more than the parts of the name (a role, another spelling, the dot in アンナ・ミラー) was
    chosen by somebody and stays. Without one it is made of the parts.
    """
    parts = structure(structured.value, 5) if structured else (family, given)
    if not full:
        ordered = parts[:2] if is_cjk_name(family + given) else (given, *parts[2:3], family)
        return " ".join(filter(None, ordered))
    if is_cjk_name(family) and is_cjk_name(given) and not _remainder(full, parts):
        return f"{family} {given}"
    return full


def reading_of(prop: Property) -> str:
    """The reading in a SORT-STRING, an X-MS-N-YOMI of Outlook, or a SOUND of Japanese telephones.

    Kana at full width; "" when it holds none.
    """
    if prop.name == "SOUND" and "x-irmc-n" not in prop.words("TYPE"):
        return ""
    words = " ".join(structure(prop.value, 1)).replace(",", " ").split()
    return _kana(" ".join(words))


def _reading(card: Card, structured: Property | None) -> str:
    spoken = [card.first(f"X-PHONETIC-{part}-NAME") for part in ("LAST", "FIRST")]
    reading = " ".join(text_of(prop) for prop in spoken if prop)
    if not reading and structured:
        reading = _kana(" ".join(structured.params.get("SORT-AS", ())))
    for prop in card.untaken("X-MS-N-YOMI") + card.untaken("SORT-STRING") + card.untaken("SOUND"):
        found = reading_of(prop)
        reading = reading or found
        if found and found == normalize("NFKC", reading):
            card.take(prop)
    return reading


def _kana(text: str) -> str:
    """`text` with its kana at full width when it is written in kana only, else ""."""
    if len(text) > _NAME_ROOM:
        return ""
    wide = normalize("NFKC", text)
    kana = all((is_japanese(char) and ord(char) < _KANJI_FROM) or char in " ・" for char in wide)
    return wide.strip() if kana and wide.strip(" ・") else ""


def _only_sorts(prop: Property) -> bool:
    """Whether the only thing an N says beyond its field is the reading, which has one."""
    sort = prop.params.get("SORT-AS")
    bare = prop._replace(params={name: value for name, value in prop.params.items() if name != "SORT-AS"})
    return bool(sort and _kana(" ".join(sort))) and not says_more(bare)


def _in_language(names: list[Property], full: Property | None) -> Property | None:
    """The N in the language of the full name; the first when there is none such."""
    language = full.words("LANGUAGE") if full else ()
    return next((prop for prop in names if prop.words("LANGUAGE") == language), names[0] if names else None)


def _remainder(full: str, parts: tuple[str, ...]) -> str:
    if len(full) > _NAME_ROOM:
        return full
    rest = full
    for part in parts:
        for word in part.split():
            rest = rest.replace(word, "", 1)
    return rest.translate(_AROUND)
