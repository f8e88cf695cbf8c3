"""Words that tell what a text is about, and whether another text has them: Latin ones stemmed, Japanese by script.

Promises to find ケアマネ in ケアマネジャー and 夜間 in 夜間対応, nights in "at night", and not IT in "it rains".
Needs no dictionary: kanji and katakana carry the words, hiragana binds them. Refuses to know what a persona is.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from unicodedata import normalize

from networkjournal.lean import NamedTuple
from networkjournal.model.folding import fold

_COUNTS = frozenset("一二三四五六七八九十百千万半分秒時日月年件名回人歳円個つ度")
_LETTERS = re.compile(r"[^\W_]+")
LONG = 4
"""A run of so many kanji is cut into pairs: 夜間対応 is two words. A katakana word of so many says as much as two."""
SHORTEST = 3
"""A written word of so many characters stands for the longer one it begins: ケアマネ for ケアマネジャー."""
LATIN, KANJI, KATAKANA = 1, 2, 3
INITIALS = 3
"""A Latin word of at most so many capitals is an abbreviation: IT is not "it"."""
_SUFFIXES = "者職系的業側用向"
"""What a word of three kanji may end in and mean the same thing: 医療職 is about 医療."""

_TELLING_NOTHING = """
a an the and or but nor of to in on at by for from with without about into over under after before between during
through as is are was were be been being am do does did done have has had having will would can could may might must
should shall i me my mine we us our you your he him his she her it its they them their this that these those there here
who whom whose which what when where why how not no yes any all some more most much many few other another each every
than then so too very just also only own same such once again now new old good best well one two three four five six
seven eight nine ten twelve fifteen twenty thirty hundred
someone somebody anyone anybody everyone everybody person people man woman
know known like want wanted look looking looked seek need needed find found get got give gave given make made take
took go goes went come came put let say said tell told ask asked talk work worked working help use used
thing something anything way lot bit kind sort hour minute day week month year time
mr mrs ms dr inc ltd co corp company office job
自分 相手 今日 今年 今月 来月 来年 時間 場合 必要 可能 関係 対応 相談 紹介 情報 仕事 会社 現場 方法 問題 課題 具体 一緒
興味 関心 募集 希望 検討 名刺 交換 担当 利用 利用者 担当者 関係者 参加者 参加 最近 今後 予定 全般 様々 色々 人々 方々
株式会社 有限会社 事業 事業所 代表 先生 一人 十分 以上 以下 中心 連携 支援
サービス サポート シゴト コト モノ ヒト タメ
"""
_COMMON = frozenset(_TELLING_NOTHING.split())
"""Words that many texts have and that tell nothing."""


class Word(NamedTuple):
    """One word, or a phrase whose words must all be there."""

    shown: str
    """As it was written."""
    keys: tuple[str, ...]
    """What must be found."""
    weight: int = 1
    """How much it says."""
    initials: bool = False
    """Whether only capitals will do."""


class Text(NamedTuple):
    """A text made ready to be asked for words."""

    shaped: str
    stems: frozenset[str]
    capitals: frozenset[str]
    runs: frozenset[str]
    """Katakana and kanji words that are long enough to stand for longer ones."""

    def has(self, word: Word) -> str:
        """The words of this text that are meant by `word`, as written as far as it is known; empty for none."""
        if word.initials and not self.capitals.intersection(word.keys):
            return ""
        found = [self._key(key) for key in word.keys]
        if not found or not all(found):
            return ""
        shorter = [said for said, key in zip(found, word.keys, strict=True) if said != key]
        return shorter[0] if shorter and len(found) == 1 else word.shown

    def _key(self, key: str) -> str:
        if key.isascii() or _latin(key):
            return key if key in self.stems else ""
        at = self.shaped.find(key)
        while at > 0 and _katakana(key[0]) and _katakana(self.shaped[at - 1]):  # ケア is not in スキンケア
            at = self.shaped.find(key, at + 1)
        if at >= 0:
            return key
        return next((run for run in self.runs if key.startswith(run)), "")


def read(text: str) -> Text:
    """Make a text ready."""
    whole = normalize("NFKC", text).replace("ー", "")
    stems, capitals, runs = set[str](), set[str](), set[str]()
    for script, run in _runs(whole):
        if script == LATIN:
            stems.add(stem(run.casefold()))
            if run.isupper():
                capitals.add(run.casefold())
        elif len(run) >= SHORTEST:
            runs.add(run)
    return Text(whole.casefold(), frozenset(stems), frozenset(capitals), frozenset(runs))


def words(text: str, common: bool = False) -> tuple[Word, ...]:
    """The words of a sentence that tell something, each once; `common` ones too where asked for.

    Hiragana, single characters and figures tell nothing.
    """
    found: dict[str, Word] = {}
    for script, run in _runs(normalize("NFKC", text)):
        for word in [_latin_word(run)] if script == LATIN else _japanese_words(run, script == KATAKANA):
            if word and (common or word.initials or not _COMMON.intersection((word.shown.casefold(), *word.keys))):
                found.setdefault(word.keys[0], word)
    return tuple(found.values())


def phrase(text: str) -> Word | None:
    """A whole text as one thing to look for: a field, a role, for whom an offer is. Nothing is too common for that."""
    whole = normalize("NFKC", text).strip().replace("ー", "")
    latin = [run for script, run in _runs(whole) if script == LATIN]
    if not latin or any(map(_japanese, whole)):
        key = "".join(whole.casefold().split())
        return Word(text.strip(), (key,), 2) if key else None
    initials = len(latin) == 1 and len(whole) <= INITIALS and whole.isupper()
    keys = tuple(stem(word.casefold()) for word in latin)
    return Word(text.strip(), (keys[0],) if initials else keys, 2, initials)


def phrases(texts: Iterable[str]) -> tuple[Word, ...]:
    """Each of these texts as one thing to look for."""
    return tuple(word for text in texts if (word := phrase(text)))


def seed(word: Word) -> str:
    """A piece that a folded text without long marks has if it has the word: a quick look before a close one."""
    first = word.keys[0]
    return fold(first.removesuffix("y") if _latin(first) else first[:SHORTEST])


def pieces(word: Word) -> tuple[str, ...]:
    """Tokens of the search index that a text has if it has the word as it was written, or without its last signs."""
    folded = fold(word.shown if len(word.keys) == 1 else " ".join(word.keys))
    found: list[str] = []
    for run in folded.split():
        if run.isascii() or _latin(run):
            found.append(run)
        else:
            found += [a + b for a, b in pairwise(run[: SHORTEST + 1])]
    return tuple(token for token in found if token.isalnum())


def stem(word: str) -> str:
    """A Latin word without the endings of number and owner."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """The words of a text by their script; hiragana is left out. A class of all kanji would take 6 ms to compile."""
    for match in _LETTERS.finditer(text):
        letters = match.group()
        if letters.isascii():
            yield LATIN, letters
        else:
            runs = ((script, "".join(run)) for script, run in groupby(letters, _script))
            yield from (run for run in runs if run[0])


def _script(char: str) -> int:
    if char < "\u0250":
        return LATIN
    if "\u30a1" <= char <= "\u30ff":
        return KATAKANA
    return KANJI if "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char in "々〆〇" else 0


def _latin(key: str) -> bool:
    return not (_japanese(key[0]) or _japanese(key[-1]))


def _latin_word(run: str) -> Word | None:
    key = stem(run.casefold())
    if run.isdigit() or len(key) < 2:
        return None
    if run.isupper() and len(run) <= INITIALS:
        return Word(run, (run.casefold(),), 1, initials=True) if len(run) > 1 else None
    return Word(run, (key,)) if len(key) > 2 else None


def _japanese_words(run: str, katakana: bool) -> Iterator[Word]:
    key = run.replace("ー", "").casefold()
    if katakana:
        if len(key) > 1:
            yield Word(run, (key,), 2 if len(key) >= LONG else 1)
        return
    pieces = [run]
    if len(run) >= LONG and run not in _COMMON:
        cuts = [*range(0, len(run) - 1, 2), len(run)]  # an odd one ends in three
        pieces = [run[a:b] for a, b in pairwise(cuts)]
    for piece in pieces:
        if len(piece) == SHORTEST and piece[-1] in _SUFFIXES and piece not in _COMMON:
            yield Word(piece, (piece[:-1],))
        elif len(piece) > 1 and not _COUNTS.issuperset(piece):
            yield Word(piece, (piece,))


def _japanese(char: str) -> bool:
    return char >= "\u3005"


def _katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa"
