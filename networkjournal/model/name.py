"""How a person is found by name, and which handle stands for them. The rules of the capture language's mentions.

A key is a name folded for comparison; romaji skeletons are keys of their own, marked by `~` so that the two never meet.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from networkjournal.model.contact import Contact
from networkjournal.model.folding import is_cjk_name, name_key, name_keys

HONORIFICS = ("さん", "さま", "様", "氏", "先生", "君", "くん", "ちゃん", "-san", "-sama", "-kun", "-chan", "-sensei")
"""After a name these are prose, not part of it."""
NAMELESS = "name"
"""The handle of someone whose name has nothing in it that a handle could be made of."""
_UNFIT = str.maketrans("", "", '[]"`')
ROMAJI = "~"
"""What a key of romaji begins with."""


def begins_longer(text: str, ordered: Sequence[str]) -> bool:
    """Whether `text` is the beginning of one of the sorted names, and shorter."""
    after = bisect_right(ordered, text)
    return bool(text) and after < len(ordered) and ordered[after].startswith(text)


def romaji_keys(text: str) -> frozenset[str]:
    """Keys by which kana or romaji `text` is found in any usual romaji spelling; none for kanji."""
    from networkjournal.model.romaji import skeleton  # 0.2 ms that a name in kanji need not pay

    return frozenset(ROMAJI + key for form in {text, text.replace(" ", "")} if (key := skeleton(form)))


def without_honorific(name: str) -> str:
    """A name without the honorific at its end, if it has one and something else is left."""
    for word in sorted(HONORIFICS, key=len, reverse=True):
        if name.endswith(word) and len(name) > len(word):
            return name[: -len(word)].rstrip()
    return name


def typed_keys(text: str) -> frozenset[str]:
    """Keys under which a whole typed name is looked up: as it stands, and as romaji where it is Latin."""
    key = name_key(text)
    if not key:
        return frozenset()
    return frozenset({key}) | (romaji_keys(text) if is_spelled(key) else frozenset())


def is_spelled(key: str) -> bool:
    """Whether a key may be romaji: it has no Japanese character, but perhaps the long marks of Satō."""
    return key.isascii() or not is_cjk_name(key)


def split_name(name: str) -> tuple[str, str]:
    """Split "田中 太郎" or "Anna Miller" into family and given name; both empty where there is nothing to split by."""
    parts = name.split()
    if len(parts) < 2:
        return "", ""
    if is_cjk_name(name):
        return parts[0], " ".join(parts[1:])
    return parts[-1], " ".join(parts[:-1])


def known_names(contact: Contact) -> frozenset[str]:
    """All keys that find `contact`: handle, full name, family, given, aliases, and the readings in kana and romaji."""
    family, given = (contact.family, contact.given) if contact.family or contact.given else split_name(contact.name)
    readings = _readings(contact.reading)
    names = (contact.handle, contact.name, family, given, *contact.aliases, *readings)
    keys = frozenset().union(*(name_keys(name) for name in names if name))
    return keys.union(*(_spelled(text) for text in {*names} if is_cjk_name(text)))


def _spelled(kana: str) -> Iterator[str]:
    """The keys of a name in kana, as `romaji_keys`; none for one that has anything else in it."""
    from networkjournal.model.romaji import skeleton  # as above

    key, bare = skeleton(kana), kana.replace(" ", "")
    if key:
        yield ROMAJI + key
        if bare != kana and (joined := skeleton(bare)):
            yield ROMAJI + joined


def _readings(reading: str) -> Collection[str]:
    """Whole, family, given, and given before family, as a Latin hand writes it."""
    parts = reading.split()
    if len(parts) != 2:
        return (reading, *parts) if reading else ()
    return reading, *parts, f"{parts[1]} {parts[0]}"


def plain_handle(name: str) -> str:
    """Make the handle that `name` asks for: no spaces in CJK, `_` for them elsewhere, no signs of the language."""
    words = name.translate(_UNFIT).split()
    return ("" if is_cjk_name(name) else "_").join(words).lstrip("@#%+&=")


def free_handle(name: str, taken: Collection[str]) -> str:
    """The plain handle, or with a suffix where another bears it (`taken` are the folded handles there are)."""
    plain = plain_handle(name)
    if not name_key(plain):
        plain = NAMELESS
    if name_key(plain) not in taken:
        return plain
    number = 2
    while name_key(f"{plain}_{number}") in taken:
        number += 1
    return f"{plain}_{number}"


def nearest(key: str, names: Iterable[tuple[str, str]], most: int = 5) -> tuple[str, ...]:
    """Handles whose names come closest to `key`: those sharing the longest part, best first.

    `names` are pairs of a key and a handle.
    """
    pairs = {key[n : n + 2] for n in range(len(key) - 1)} or {key}
    scored: dict[str, float] = {}
    for name, handle in names:
        own = {name[n : n + 2] for n in range(len(name) - 1)} or {name}
        score = len(pairs & own) / max(len(pairs | own), 1) + (1 if name[:1] == key[:1] else 0) / 10
        if score > 0.2:
            scored[handle] = max(score, scored.get(handle, 0.0))
    return tuple(sorted(scored, key=lambda handle: (-scored[handle], handle))[:most])
