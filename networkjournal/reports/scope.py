"""Where to look, from filters as they were typed: whom they mean, which days, which kind of line or record.

Promises that a name means everybody who goes by it, and where nobody does, everybody whose names begin so. Raises what
a person can be told (`NotFound`, `Invalid`) where a filter means nothing.
"""

from collections.abc import Iterable
from datetime import date

from networkjournal.errors import Invalid, NotFound
from networkjournal.journal import Journal
from networkjournal.model.folding import fold, name_key
from networkjournal.model.name import nearest
from networkjournal.model.period import period_of
from networkjournal.model.query import Filter
from networkjournal.model.scope import Scope
from networkjournal.records import SIGNS, Concept

_CONCEPTS: dict[str, Concept] = {"who": "contact", "goal": "goal", "event": "event"}
_POSTED = {
    "exchange": ("exchange", "やり取り"),
    "action": ("action", "行動宣言", "行動"),
    "insight": ("insight", "気付き"),
    "result": ("result", "成果報告", "成果"),
}
_KINDS = {
    "entry": ("entry", "記事"),
    "contact": ("contact", "連絡先"),
    "goal": ("goal", "目的"),
    "persona": ("persona", "会いたい人物像", "人物像"),
    "strength": ("strength", "強み"),
    "offer": ("offer", "提供できること"),
    "ask": ("ask", "求めること"),
    "event": ("event", "会"),
    "refusal": ("refusal", "追わないこと"),
    "introduction": ("self-introduction", "自己紹介"),
}
"""Words that name a kind of line or record after `kind:`, besides those that name a kind of exchange."""


def scope(journal: Journal, filters: Iterable[Filter], today: date | None = None) -> Scope:
    """Work out what filters mean. Without `today`, days that count from it ("yesterday") cannot be read."""
    found = Scope()
    for asked in filters:
        if asked.key in _CONCEPTS:
            meant = _named(journal, _CONCEPTS[asked.key], asked.value)
            found = found._replace(linked=(*found.linked, (SIGNS[_CONCEPTS[asked.key]], meant)))
        elif asked.key == "kind":
            found = _of_kind(journal, found, asked.value)
        else:
            first, last = _days(asked, today)
            if asked.key == "from":
                found = found._replace(since=max(found.since or first, first))
            else:
                found = found._replace(until=min(found.until or last, last))
    return found


def _named(journal: Journal, concept: Concept, name: str) -> frozenset[int]:
    sign = SIGNS[concept]
    called = frozenset(named.id for named in journal.called(concept, name))
    meant = called or journal.books.names.narrowed(sign, name.lstrip(sign), within=False)
    if not meant:
        key = name_key(name)
        raise NotFound(concept, name, nearest(key, journal.books.names.near(sign, key)) if key else ())
    return meant


def _of_kind(journal: Journal, found: Scope, word: str) -> Scope:
    from networkjournal.capture.kinds import kinds  # only where a kind is asked for

    folded = fold(word)
    for candidate in (folded, folded.removesuffix("s")):
        for name, words in _POSTED.items():
            if candidate in map(fold, words):
                return found._replace(posted=found.posted | {name})
        exchanged = kinds(journal.settings).named(candidate)
        if exchanged is not None:
            return found._replace(exchanged=found.exchanged | {exchanged})
        for name, words in _KINDS.items():
            if candidate in map(fold, words):
                return found._replace(kinds=found.kinds | {name})
    raise Invalid("kind", word, "choice")


def _days(asked: Filter, today: date | None) -> tuple[date, date]:
    """The first and the last of the days that a date, a month or a year names. Raises `Invalid`."""
    from networkjournal.capture.dates import read_date  # patterns: 2 ms

    digits = fold(asked.value).replace("年", "-").replace("月", "-").replace("/", "-").strip("-").split("-")
    try:
        if len(digits) <= 2 and len(digits[0]) == 4 and all(map(str.isdecimal, digits)):
            year, month = int(digits[0]), int(digits[-1])
            found = period_of("year" if len(digits) == 1 else "month", date(year, month if len(digits) > 1 else 1, 1))
            return found.start, found.end
    except ValueError:
        raise Invalid(asked.key, asked.value, "date") from None
    day = read_date(asked.value, today or date.min)
    if day is None:
        raise Invalid(asked.key, asked.value, "date")
    return day, day
