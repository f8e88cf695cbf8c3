"""Kana and romaji: one skeleton for all usual spellings of a Japanese name, and the gojūon order of readings.

Promises that たなか, タナカ, ﾀﾅｶ and `tanaka` (and さとう, `satou`, `satoh`, `sato`, `Satō`) give the same skeleton;
refuses to guess the reading of kanji, and to undo the skeleton: it is a key, not a spelling to be shown. A skeleton may
be shared by names that differ only in long vowels (大野 and 小野 are both `ono`); it finds, it does not identify.
"""

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from networkjournal.model.folding import fold

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ", "t": "たちつてと",
    "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ", "m": "まみむめも",
    "r": "らりるれろ",
}  # fmt: skip
_SPELT = {
    **{kana: row + vowel for row, kanas in _ROWS.items() for kana, vowel in zip(kanas, "aiueo", strict=True)},
    **dict(zip("やゆよわゐゑをん", ("ya", "yu", "yo", "wa", "i", "e", "o", "n"), strict=True)),
    **{"つ": "tsu", "ふ": "fu", "ゔ": "vu", "ー": ""},
}
_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_DOUBLED = tuple("kgsztdhfbpmr")
_SOUND_MARKS = "\u3099\u309a"
_NOT_PLAIN = "ゝゞ" + _SOUND_MARKS
_LAST_KANA = "\u30ff"

# Dropped between syllables; what separates the parts of a foreign name in kana is a space.
_SIGNS: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "'`´‘’ʼ-‐‑–−.")),
    **dict.fromkeys(map(ord, "_・=゠"), " "),
}

# Kunrei, Nihon and typed spellings to Hepburn, in this order. `hu` is fu, but not in shu and chu.
_HEPBURN = (
    ("hu", "fu"), ("sfu", "shu"), ("cfu", "chu"), ("sy", "sh"), ("si", "shi"), ("ty", "ch"), ("cy", "ch"),
    ("ti", "chi"), ("tch", "cch"), ("tu", "tsu"), ("du", "zu"), ("dz", "z"), ("zy", "j"), ("jy", "j"), ("dy", "j"),
    ("zi", "ji"), ("di", "ji"),
)  # fmt: skip


_WRITTEN = {"c": "ct", "f": "fh", "j": "jzd", "n": "nm", "w": "wu", "z": "zd"}
"""What a word may begin with whose skeleton begins so."""


def first_letters(skeletons: Iterable[str]) -> frozenset[str]:
    """What any Latin spelling of these skeletons begins with, accents aside."""
    return frozenset("".join(_WRITTEN.get(key[:1], key[:1]) for key in skeletons))


@lru_cache(maxsize=8192)
def skeleton(text: str) -> str:
    """The key under which kana or Latin letters find every usual spelling; empty if `text` holds anything else.

    Spaces stay as single spaces between words, which are shortened apart: for a key without spaces, take them out
    before (`skeleton("satoumi")` is not `skeleton("sato umi")` without its space).
    """
    plain = fold(text).translate(_SIGNS)
    if plain.isascii():
        latin = plain
    elif max(plain) > _LAST_KANA:
        return ""  # kanji, mostly, and most names are in kanji
    else:
        latin = "".join(_syllables(_kana_whole(plain)))
    for typed, hepburn in _HEPBURN:
        latin = latin.replace(typed, hepburn)
    latin = " ".join(map(_shortened, latin.split()))
    return latin if latin.isascii() and latin.replace(" ", "").isalnum() else ""


def gojuon_key(reading: str) -> str:
    """A key that sorts readings in gojūon order, and whatever does not begin with kana behind them without case.

    Dakuten, small kana and long marks count only between readings that are otherwise the same: がか < かかみ < かがみ <
    かき. A space sorts before all kana, so a family stays together.
    """
    folded = fold(reading)
    if not "ぁ" <= folded[:1] <= "ゟ":
        return f"1{folded}\t"
    whole = _kana_whole(folded)
    plain = "".join(_SMALL.get(char, char) for char in normalize("NFD", whole) if char not in _SOUND_MARKS)
    return f"0{plain.replace('ー', '')}\t{whole}"


def _kana_whole(text: str) -> str:
    """The text with the iteration marks ゝ and ゞ written out, and accents taken off Latin letters."""
    if not any("\x7f" < char < "ぁ" or char in _NOT_PLAIN for char in text):
        return text
    whole: list[str] = []
    for char in normalize("NFC", "".join(char for char in normalize("NFD", text) if not "\u0300" <= char <= "\u036f")):
        if char in "ゝゞ" and whole:
            repeated = normalize("NFD", whole[-1])[0]
            char = normalize("NFC", repeated + _SOUND_MARKS[0])[:1] if char == "ゞ" else repeated
        whole.append(char)
    return "".join(whole)


def _syllables(text: str) -> list[str]:
    """Each kana spelt, the small ones joined to what they follow; other characters as they are."""
    spelt: list[str] = []
    doubled = False
    for char in text:
        sound = _SPELT.get(_SMALL.get(char, char), char)
        if char == "っ":
            doubled = True
        elif char in _SMALL and spelt and (joined := _joined(spelt[-1], sound)):
            spelt[-1] = joined
        else:
            spelt.append(sound[0] + sound if doubled and sound[:1] in _DOUBLED else sound)
            doubled = False
    return spelt


def _joined(before: str, sound: str) -> str:
    """One syllable of two kana, the second a small one: si and ya are sya, hu and a are fa; empty if they are two."""
    if before == "u":
        return "w" + sound
    if not 2 <= len(before) <= 4 or before[-1] not in "iueo":
        return ""
    if sound == before[-1]:
        return before
    glide = "y" if before[-1] == "i" and len(sound) == 1 else "w" if before[-2:] in ("ku", "gu") else ""
    return before[:-1] + glide + sound


def _shortened(word: str) -> str:
    """The word with long o and u short, and each way to write ん as one n."""
    short: list[str] = []
    for at, letter in enumerate(word):
        before, after = short[-1] if short else "", word[at + 1 : at + 2]
        if letter == "m" and after in tuple("bpm"):
            letter = "n"
        long_o = before == "o" and (letter in "ou" or (letter == "h" and after not in tuple("aiueo")))
        long_u = before == letter == "u"
        # sinniti and kennta are typed for しんいち and けんた; こんの is not この, though.
        same_n = before == letter == "n" and after not in tuple("aueo")
        if not (long_o or long_u or same_n):
            short.append(letter)
    return "".join(short)
