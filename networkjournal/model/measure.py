"""A goal's measure as something to count, and how much of it the words of a result say.

Promises to count nothing where the words leave it open: times, money, percentages, rates and ceilings are not counted
in lines. Reads figures in any width, kanji numerals and English number words. A line that speaks of the thing and says
no figure counts once; one that says it was lost or renewed counts only where the measure says so itself.
"""

import re
from unicodedata import normalize

from networkjournal.lean import NamedTuple
from networkjournal.model.words import Word, read, words

COUNTERS = (
    *("事業所", "施設", "か所", "ヶ所", "ヵ所", "カ所", "箇所", "件", "社", "名", "人", "者", "本", "回", "個", "軒"),
    *("店", "組", "冊", "点", "枚", "通", "台", "つ", "校", "棟", "床", "口", "例", "種類", "項目"),
)  # fmt: skip
_TO_TWELVE = "one two three four five six seven eight nine ten eleven twelve"
_MANY = {word: n for n, word in enumerate(_TO_TWELVE.split(), 1)}
_MANY |= {"fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50, "hundred": 100}
_DIGITS = {digit: n for n, digit in enumerate("〇一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_COUNTER = "|".join(COUNTERS)
_FIGURES = re.compile(
    rf"(?<![-0-9a-z.,:/第¥$€£#])([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?![-0-9a-z.,:/]*[0-9a-z])\s*({_COUNTER})?"
    rf"|([〇一二三四五六七八九十百千]+)\s*({_COUNTER})"
    rf"|\b({'|'.join(_MANY)})\b"
)
_SIGNS = "年月日週時分秒円％%歳位番号度代割倍期ヶかカ万億"
"""What follows a figure that is not a count of things."""
_SPANS = re.compile(r"(?:minute|hour|day|week|month|year|percent|point|second|yen|dollar|euro)s?\b|[%$€£¥]")
_OPEN = re.compile(
    r"(?:[毎各]|(?<![0-9今来本半])[月週年日])\s*に?\s*$|(?:per|each|every|under|below|than|less|most|within|average)\s*$|平均\s*$|計画\s*$"
)
"""What stands before a figure that is a rate or a ceiling."""
_RATES = re.compile(
    r"(?:以下|未満|以内|まで減|/|ずつ)|\b(?:a|per|each|every)\s+(?:day|week|month|year|quarter)\b|毎[日週月年]"
)
_END = re.compile(r"[,.;:、。(（]|\b(?:by|for|in|at|on|until|before|within|with|from|of|to|this|per)\b")
LOST = ("解約", "解除", "終了", "失注", "キャンセル", "取り消", "取消", "中止", "更新", "断られ",
        "lost", "cancelled", "canceled", "ended", "renewed", "renewal", "declined")  # fmt: skip
"""A line that says this speaks of the thing, but not of one more of it."""


class Measure(NamedTuple):
    """So many of a thing."""

    target: int
    unit: str
    """The counter (件), or in English the thing itself ("new contracts"); may be empty."""
    thing: tuple[Word, ...]
    """What is counted, in words; empty where the measure names a counter alone."""


class Progress(NamedTuple):
    """How far one has come, and what it was counted from."""

    reached: int
    target: int
    unit: str
    lines: int
    """Result lines that were counted."""
    thing: str
    """What the lines had to speak of, as the measure says it."""

    @property
    def counter(self) -> str:
        """The unit, if it is one that stands behind a figure."""
        return self.unit if self.unit in COUNTERS else ""


def read_measure(text: str) -> Measure | None:
    """What a measure says is to be counted; `None` where that is not countable, or not surely so."""
    whole = normalize("NFKC", text).casefold().strip()
    found = [match for match in _FIGURES.finditer(whole) if _countable(whole, match)]
    if len(found) != 1 or _RATES.search(whole):
        return None
    match = found[0]
    before, after = whole[: match.start()].strip(), whole[match.end() :]
    counter = match.group(2) or match.group(4) or ""
    unit = counter or _unit(after)
    said = f"{before} {after}" if counter else unit or before
    thing = words(said) or words(said, common=True)
    # "Level 3" counts nothing, "contracts: 3" and 契約 3 do
    named = unit or before.endswith((":", "=")) or not said.isascii()
    target = _figure(match)
    return Measure(target, unit, thing) if target and named and (thing or counter) else None


def counted(measure: Measure, said: str) -> int:
    """How many of the thing a result line reports; 0 where it speaks of something else."""
    whole = normalize("NFKC", said).casefold()
    if measure.thing and not _speaks(measure.thing, said):
        return 0
    own = " ".join(word.shown.casefold() for word in measure.thing)
    if any(word in whole and word not in own for word in LOST):
        return 0
    figures = [match for match in _FIGURES.finditer(whole) if _countable(whole, match)]
    if measure.unit in COUNTERS:
        same = [match for match in figures if (match.group(2) or match.group(4)) == measure.unit]
        return _figure(same[0]) if same else int(bool(measure.thing))
    before = [match for match in figures if _heads(measure, whole[match.end() :])]
    return _figure(before[0]) if before else 1


def _speaks(thing: tuple[Word, ...], said: str) -> bool:
    """Whether the words name the thing: its last word, which is the noun, or more than half of its words."""
    text = read(said)
    found = [word for word in thing if text.has(word)]
    return thing[-1] in found or 2 * len(found) > len(thing)


def _heads(measure: Measure, after: str) -> bool:
    """Whether the thing follows a figure at once, or after one word in between."""
    following = read(" ".join(after.split()[:3]))
    plain = read(" ".join(after.split()[:2]))
    last = measure.thing[-1]
    described = any(plain.has(word) for word in measure.thing[:-1])
    return bool(plain.has(last) or (described and following.has(last)))


def _countable(whole: str, match: re.Match[str]) -> bool:
    after, before = whole[match.end() :].lstrip(), whole[: match.start()]
    if match.group(2) or match.group(4):
        return not _OPEN.search(before) and not after.startswith(("目", "あたり", "当たり"))
    year = bool(match.group(1)) and 1900 <= _figure(match) <= 2100
    return not (year or _SPANS.match(after) or after[:1] in tuple(_SIGNS) or _OPEN.search(before))


def _figure(match: re.Match[str]) -> int:
    figures, _counter, kanji, _kanji_counter, word = match.groups()
    if figures:
        return int(figures.replace(",", "")[:9])
    return _MANY[word] if word else kanji_number(kanji)


def kanji_number(text: str) -> int:
    """The number that kanji numerals write, with units (二十三) or without (二三)."""
    if not any(char in _UNITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text[:9]))
    total = digit = 0
    for char in text:
        if char in _UNITS:
            total += max(digit, 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def _unit(after: str) -> str:
    """The thing in words, as it stands after the figure: "new contracts"."""
    return " ".join(_END.split(after.strip())[0].split()[:4])
