"""What is said aloud: how long it takes, how a phrase is built, and which sentences fit into so many seconds.

Promises arithmetic that anyone can redo: 300 Japanese characters or 150 English words a minute, a text in both counted
by both. Refuses to make a sentence: it sorts phrases that people wrote into shapes; others say what to do with each.
"""

import re
from collections.abc import Sequence
from math import ceil

from networkjournal.lean import Literal, NamedTuple

CHARACTERS = 300
"""Japanese characters spoken in a minute, punctuation included: a pause takes its time, too."""
WORDS = 150
"""Words of other scripts spoken in a minute. Digits are counted like characters where there are many of them."""
LENGTHS = (15, 30, 60)
"""The seconds that self-introductions are made for."""

_JAPANESE = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_SPOKEN = re.compile(f"([{_JAPANESE}])|([^{_JAPANESE}\\s]+)")
_BLANK = "\u3000"

Shape = Literal["noun", "clause", "past", "wish", "reason", "sentence"]
"""What a phrase is: `clause` ends in (or, in English, begins like) a verb's plain form, `past` in its past form,
`wish` says what one would like, `reason` why, `sentence` stands for itself."""

_SENTENCE = re.compile("(です|ます|ました|ません|でした|ください|でしょう)$")
_WISH = re.compile("(たい|ほしい|欲しい)$")
_REASON = re.compile("(ため|ために|から|ので)$")
_PAST = re.compile("[\u3041-\u309f\u4e00-\u9fff](た|いだ|んだ)$")
_CLAUSE = re.compile("((?<![ほよとこそどゆし])う|[くぐすつぬぶむる]|ない|しい)$")
_ENGLISH_REASON = re.compile("(because|so that|since|for|in order to)\\b", re.IGNORECASE)


class Sentence(NamedTuple):
    """One sentence that may be said."""

    text: str
    rank: int
    """The lower, the sooner it is taken; no two are alike."""
    after: int | None = None
    """The rank of the sentence without which this one makes no sense."""


def spoken(text: str) -> float:
    """How many seconds a text takes to say."""
    seconds = 0.0
    for match in _SPOKEN.finditer(text):
        character, run = match.groups()
        if character:
            seconds += 60 / CHARACTERS if character != _BLANK else 0
        elif any(letter.isalnum() for letter in run):
            seconds += max(60 / WORDS, sum(map(str.isdigit, run)) * 60 / CHARACTERS)
    return seconds


def seconds(text: str) -> int:
    """The same in whole seconds, rounded up; a hair more than a whole second is that second."""
    return ceil(round(spoken(text), 3))


def bare(phrase: str) -> str:
    """A phrase without the mark that ends it, ready to stand within a sentence."""
    return " ".join(phrase.split()).rstrip(" 。．.!！、,;；")


def shape(phrase: str) -> Shape:
    """What a phrase is; what cannot be told is a noun, for that reads well nearly everywhere."""
    phrase = bare(phrase)
    if not re.search(f"[{_JAPANESE}]$", phrase):
        if phrase[:3].casefold() == "to ":
            return "clause"
        return "reason" if _ENGLISH_REASON.match(phrase) else "noun"
    kinds: tuple[tuple[re.Pattern[str], Shape], ...] = (
        (_SENTENCE, "sentence"),
        (_WISH, "wish"),
        (_REASON, "reason"),
        (_PAST, "past"),
        (_CLAUSE, "clause"),
    )
    return next((kind for ending, kind in kinds if ending.search(phrase)), "noun")


def cause(phrase: str) -> str:
    """A `reason` as it can stand before a verb that says what one is: "…ため", "…から"."""
    phrase = bare(phrase)
    return re.sub("ので$", "から", re.sub("ために$", "ため", phrase))


def says_years(phrase: str) -> bool:
    """Whether a phrase tells a number of years itself, so that it need not be told twice."""
    return bool(re.search(r"年|\byears?\b", phrase, re.IGNORECASE))


def chosen(sentences: Sequence[Sentence], limit: int) -> tuple[str, ...]:
    """The sentences that fit into so many seconds, in the order they came: by rank, none without what it needs.

    The first by rank is always taken: whoever is to speak sees how long it takes, and can shorten it.
    """
    taken: set[int] = set()
    used = 0.0
    for sentence in sorted(sentences, key=lambda one: one.rank):
        takes = spoken(sentence.text)
        fits = not taken or round(used + takes, 3) <= limit
        if fits and (sentence.after is None or sentence.after in taken):
            taken.add(sentence.rank)
            used += takes
    return tuple(sentence.text for sentence in sentences if sentence.rank in taken)
