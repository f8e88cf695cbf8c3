"""What counts as the same text: case, width, kana and white space folded away, and the keys under which names compare.

Promises that every function is total, pure and (where it folds) idempotent; refuses to know romaji (`romaji` does) or
where a name ends in a sentence (`capture` does). Imports unicodedata only: it is on the path of every command.
"""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

_KANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_VOICED = {0x30F7: "わ\u3099", 0x30F8: "ゐ\u3099", 0x30F9: "ゑ\u3099", 0x30FA: "を\u3099"}
_IGNORABLE = (
    0x00AD,
    0x034F,
    0x061C,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
    0xFEFF,
    *range(0xE0100, 0xE01F0),
)
# Soft hyphens, joiners, direction marks and variation selectors: nobody types them, so 葛󠄀 must be found by 葛.
_FOLDED: dict[int, int | str | None] = {**_KANA, **_VOICED, **dict.fromkeys(_IGNORABLE)}
_NAME: dict[int, int | str | None] = {
    **dict.fromkeys(map(ord, "_-\u2010\u2011\uff0d")),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
}
_SOUND_MARKS = "\u3099\u309a"

_JAPANESE = (
    (0x3041, 0x30FF),
    (0x4E00, 0x9FFF),
    (0x3005, 0x3007),
    (0x3400, 0x4DBF),
    (0xFF66, 0xFF9F),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
    (0x31F0, 0x31FF),
    (0x2E80, 0x2FDF),
    (0x1AFF0, 0x1B16F),
    (0x303B, 0x303B),
)
_LATIN = (
    (0x00C0, 0x02AF),
    (0x0300, 0x036F),
    (0x1E00, 0x1EFF),
    (0xFF10, 0xFF19),
    (0xFF21, 0xFF3A),
    (0xFF41, 0xFF5A),
    (0x2C60, 0x2C7F),
    (0xA720, 0xA7FF),
    (0xAB30, 0xAB64),
    (0xFB00, 0xFB06),
)


def fold(text: str) -> str:
    """Text as search compares it: NFKC, no case, hiragana for katakana, one space for white space, none at the ends.

    Characters without a shape of their own (variation selectors, zero-width ones) are dropped. The iteration marks and
    the long mark stay marks: ヽ becomes ゝ, not the kana it repeats.
    """
    return " ".join(_folded(text).split())


@lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """The key by which names compare (capture language, Mentions, rule 2); may be empty.

    As `fold`, and `_` and hyphens go (never the long mark ー), a typographic apostrophe is a plain one, and white space
    goes where it touches a Japanese character: "田中　太郎" is 田中太郎, while "Anna Miller" keeps its space.
    """
    words = _folded(text).translate(_NAME).split()
    key = words[0] if words else ""
    for word in words[1:]:
        key += word if is_japanese(key[-1]) or (is_japanese(word[0]) and word[0] not in _SOUND_MARKS) else " " + word
    # What stood between a kana and its sound mark may be gone now, so the two join.
    return key if key.isascii() else normalize("NFKC", key)


def growing_keys(text: str) -> Iterator[str]:
    """Give the `name_key` of each beginning of `text`, from one character to all.

    A mention is looked up under fifty of them, which key by key cost 0.4 ms, most of what reading a line took. So each
    is made of the one before, as long as no character can join with another.
    """
    key, parted = "", False
    for at, char in enumerate(text):
        own = _alone(char)
        if own is None:
            yield from (name_key(text[: end + 1]) for end in range(at, len(text)))
            return
        if own == " ":
            parted = True
        elif own:
            key += " " + own if parted and key and not (is_japanese(key[-1]) or is_japanese(own)) else own
            parted = False
        yield key


def name_keys(name: str) -> frozenset[str]:
    """The keys under which a known name is stored: as written, and without any space. Empty for an empty name."""
    key = name_key(name)
    return frozenset((key, key.replace(" ", ""))) - {""}


def is_japanese(char: str) -> bool:
    """Whether the one character is kana (half-width too), kanji, the long mark or one of 々〆ヶ; punctuation is not."""
    code = ord(char)
    if code < 0x2E80 or code in (0x30A0, 0x30FB, 0x309B, 0x309C):
        return False
    if 0x4E00 <= code <= 0x9FFF or 0x3041 <= code <= 0x30FF:  # nearly every one that is
        return True
    return any(first <= code <= last for first, last in _JAPANESE)


def is_cjk_name(text: str) -> bool:
    """Whether the name is written in Japanese or Chinese characters, if only in part; such a handle takes no `_`."""
    return not text.isascii() and any(map(is_japanese, text))


def is_latin_word(char: str) -> bool:
    """Whether the one character continues a word in Latin letters: a letter with or without accents, or a digit."""
    if char.isascii():
        return char.isalnum()
    code = ord(char)
    if 0x2E80 <= code < 0xA720:  # nearly every character that is asked about, and none of them is Latin
        return False
    return code not in (0x00D7, 0x00F7) and any(first <= code <= last for first, last in _LATIN)


def _folded(text: str) -> str:
    if text.isascii():
        return text.casefold()
    # Folding case can undo the normal form, and dropping a joiner can bring two characters together that compose.
    folded = normalize("NFKC", normalize("NFKC", text).casefold())
    return normalize("NFKC", folded.translate(_FOLDED))


_ALONE: dict[str, str] = {}
"""What a character is in a key whatever stands around it, as far as it was asked; a space for white space."""


def _alone(char: str) -> str | None:
    """The key of a character that never joins with another; None for one that may, or is rare."""
    if "\u4e00" <= char <= "\u9fff":
        return char
    if char not in _ALONE:
        kana = "\u3041" <= char <= "\u3096" or "\u30a1" <= char <= "\u30f6"
        if not (kana or char.isascii() or char in "　、。々「」ー："):
            return None
        _ALONE[char] = " " if char.isspace() else name_key(char)
    return _ALONE[char]
