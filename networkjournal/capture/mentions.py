"""Mentions: finding the names after `@ # % +`, in spaced and in unspaced Japanese text alike.

The rules are those of the capture language: brackets say exactly; otherwise the longest known name that the text starts
with; otherwise everything up to white space or punctuation. Who is known is asked of a `Names`, never looked up here.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from networkjournal.lean import NamedTuple, Protocol, cast
from networkjournal.model.folding import growing_keys, is_latin_word
from networkjournal.model.name import HONORIFICS, ROMAJI, is_spelled, romaji_keys, typed_keys
from networkjournal.model.posting import Bearer, Named, Sign
from networkjournal.model.width import narrow

LONGEST = 48
"""A name longer than this is found in brackets only, so that no text makes a look-up dear."""

BEGINNING = 2
"""By so many characters it is asked how long a name can be: with one, thousands of names may have to be looked at.
They are sure only when more follow, since a sound mark may change the last one."""
SHORTER = 2
"""By so much a key of romaji may become shorter when its text goes on: ou is o, nn is n."""

_SIGN = re.compile(r"[@#%+]")
_NOT_BEFORE = frozenset("@#%+/&=?.-_")
_STOPS = frozenset("、。，．,.;:：；!?！？()（）「」『』[]\"'`")
_CLOSING = {"[": "]", '"': '"'}
_LATIN_HONORIFIC = r"(?:san|sama|kun|chan|sensei)\b"
_SOFT_HONORIFIC = rf"(?:さん|さま|くん|ちゃん|(?:様|氏|先生|君)(?![\u4e00-\u9fff])|-{_LATIN_HONORIFIC})"
_JOINED = rf"(?i:-(?!{_LATIN_HONORIFIC})[^\W\d_])"
"""Patterns of what is rare, compiled where they are met: 1.5 ms for the three."""


class Names(Protocol):
    """Who goes by which name. Asked once per mention, with every key that could match."""

    def bearers(self, sign: Sign, keys: Collection[str]) -> Mapping[str, tuple[Bearer, ...]]:
        """Give the bearers of each key that is known; keys that nobody bears are left out."""

    def longest(self, sign: Sign, beginning: str) -> int:
        """How long a known key can be that begins so; 0 where there is none."""


class Token(NamedTuple):
    """One mention as it stands in a line."""

    sign: Sign
    start: int
    end: int
    name: str
    """As written, without sign and brackets."""
    found: tuple[Named, ...]
    """Whom it may mean: one, several, or none."""


def tokens(line: str, names: Names) -> tuple[Token, ...]:
    """Read the mentions of one line, in order."""
    plain = narrow(line)
    found: list[Token] = []
    end = 0
    for match in _SIGN.finditer(plain):
        if match.start() >= end and may_start(plain, match.start()):
            token = token_at(line, plain, match.start(), names)
            if token is not None:
                found.append(token)
                end = token.end
    return tuple(found)


def may_start(plain: str, at: int) -> bool:
    """Tell whether the sign at `at` can begin a mention: not inside a word or an address, not before a space."""
    if at and (is_latin_word(plain[at - 1]) or plain[at - 1] in _NOT_BEFORE):
        return False
    following = plain[at + 1 : at + 2]
    if not following or following.isspace():
        return False
    return not (plain[at] != "@" and following.isdigit())


def token_at(line: str, plain: str, at: int, names: Names) -> Token | None:
    """Read the mention whose sign stands at `at`; `None` where nothing follows the sign that could be a name.

    `plain` is the line with full-width forms folded.
    """
    sign = cast("Sign", plain[at])
    closing = _CLOSING.get(plain[at + 1])
    close = plain.find(closing, at + 2) if closing else -1
    if close > at + 2 and line[at + 2 : close].strip():
        return _exact(sign, line[at + 2 : close].strip(), at, close + 1, names)
    return _longest(sign, line, plain, at, names) or _unknown(sign, line, at)


def _exact(sign: Sign, name: str, start: int, end: int, names: Names) -> Token:
    bearers = names.bearers(sign, typed_keys(name))
    return Token(sign, start, end, name, _whom(bearer for group in bearers.values() for bearer in group))


def _longest(sign: Sign, line: str, plain: str, at: int, names: Names) -> Token | None:
    keys = dict(_prefixes(sign, line, plain, at + 1, names))
    if not keys:
        return None
    bearers = names.bearers(sign, frozenset().union(*keys.values()))
    end = max((end for end, spellings in keys.items() if not spellings.isdisjoint(bearers)), default=0)
    found = _whom(bearer for key in keys.get(end, ()) for bearer in bearers.get(key, ()))
    return Token(sign, at, end, line[at + 1 : end], found) if found else None


def _prefixes(sign: Sign, line: str, plain: str, start: int, names: Names) -> Iterator[tuple[int, frozenset[str]]]:
    """Give each end at which a known name may end, with the keys of the text up to there."""
    text = line[start : start + LONGEST]
    before, spelled = "", True
    for length, key in enumerate(growing_keys(text), start=1):
        if not key:
            continue
        known = len(key) <= BEGINNING or len(key) <= names.longest(sign, key[:BEGINNING])
        if not known and not (spelled and is_spelled(key)):
            return
        if key != before and _may_end(plain, start + length):
            romaji = _romaji(sign, text[:length], names) if spelled and is_spelled(key) else None
            # What holds something that is neither kana nor Latin, or is too long, is so also when it is longer.
            spelled = romaji is not None or not any(map(str.isalnum, key))
            yield start + length, (romaji or frozenset()) | ({key} if known else frozenset())
        before = key


def _romaji(sign: Sign, text: str, names: Names) -> frozenset[str] | None:
    """The keys of a name spelled in romaji; `None` where it cannot be one, however it goes on."""
    keys = romaji_keys(text)
    short = BEGINNING + len(ROMAJI)
    may = any(len(key) <= short + SHORTER or len(key) <= names.longest(sign, key[:short]) + SHORTER for key in keys)
    return keys if may else None


def _may_end(plain: str, end: int) -> bool:
    """A name in Latin letters ends at a word boundary; so does a number; a kana does not lose its voiced mark."""
    if end >= len(plain):
        return True
    last, following = plain[end - 1], plain[end]
    if following in "ﾞﾟ\u3099\u309a" or (not following.isascii() and not following.isprintable()):
        return False
    if last.isdigit():
        return not (following.isdigit() or (following.isascii() and following.isalpha()))
    if is_latin_word(last) or last == "_":
        joined = following == "_" or (following == "-" and re.match(_JOINED, plain[end:]) is not None)
        return not (joined or is_latin_word(following))
    return True


def _whom(bearers: Iterator[Bearer]) -> tuple[Named, ...]:
    """A handle is unique and wins; otherwise everyone who goes by the name, in a fixed order."""
    group = set(bearers)
    by_handle = {bearer.named for bearer in group if bearer.by_handle}
    return tuple(sorted(by_handle or {bearer.named for bearer in group}))


def _unknown(sign: Sign, line: str, at: int) -> Token | None:
    stops = (place for place in range(at + 1, len(line)) if line[place] in _STOPS or line[place].isspace())
    end = next(stops, len(line))
    if sign == "@":
        honorific = re.compile(_SOFT_HONORIFIC).search(line, at + 2, end)
        end = honorific.start() if honorific else end
    return Token(sign, at, end, line[at + 1 : end], ()) if end > at + 1 else None


def after_honorific(plain: str, at: int) -> int:
    """Skip one honorific that stands right at `at`, or after a space; give the place after it."""
    start = at + (len(plain[at:]) - len(plain[at:].lstrip()))
    for word in sorted(HONORIFICS, key=len, reverse=True):
        if plain.startswith(word, start):
            return start + len(word)
    return at
