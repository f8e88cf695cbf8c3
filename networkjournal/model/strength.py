"""Human capital: strengths in words with their evidence, and offers, what can be given at once."""

from datetime import date

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.folding import name_key
from networkjournal.model.goal import Persona

StrengthKind = Literal["skill", "knowledge", "experience", "character"]
STRENGTH_KINDS: tuple[StrengthKind, ...] = ("skill", "knowledge", "experience", "character")

SHARED = 0.5
"""So much of an offer's words in a line tells that it was what was given."""


class Strength(NamedTuple):
    """Something that makes one worth knowing."""

    title: str
    handle: str = ""
    kind: StrengthKind = "skill"
    since: str = ""
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    evidence: tuple[str, ...] = ()
    id: int = 0


class Offer(NamedTuple):
    """Something one can give at once."""

    what: str
    strength: str = ""
    """The handle of the strength it comes from."""
    audience: tuple[str, ...] = ()
    """Words for whom it is: fields, roles, needs."""
    minutes: int | None = None
    """What it costs to give."""
    id: int = 0


def beginning(since: str) -> date | None:
    """The day of a beginning as exact as it is known: of a year or a month the first. `None` for what is no day."""
    whole = since + {4: "-01-01", 7: "-01"}.get(len(since), "")
    if len(whole) != 10 or not whole.isascii() or whole[4] + whole[7] != "--":
        return None
    try:
        return date.fromisoformat(whole)
    except ValueError:
        return None


def years(since: str, today: date) -> int | None:
    """Whole years from a beginning to a day; `None` for no day, or one to come."""
    begun = beginning(since)
    if begun is None or begun > today:
        return None
    return today.year - begun.year - ((today.month, today.day) < (begun.month, begun.day))


def tells(words: str, what: str) -> bool:
    """Whether the words of a line say that this offer was what was given: half of the offer's own words are in them.

    Words are Latin ones of four letters and more, and pairs of Japanese characters that are not both hiragana, which
    are in every text.
    """
    own = _telling(what)
    shared = own & _telling(words)
    return len(shared) >= 2 and len(shared) >= SHARED * len(own)


def meant_for(offer: Offer, persona: Persona) -> bool:
    """Whether a word of whom an offer is for is a field or a role of this persona, or stands in its description."""
    exact = set(map(name_key, (*persona.fields, *persona.roles)))
    described = name_key(f"{persona.who} {persona.knowledge}")
    return any(word in exact or (len(word) > 1 and word in described) for word in map(name_key, offer.audience) if word)


def _telling(text: str) -> frozenset[str]:
    from unicodedata import normalize  # 2 ms, and with re 6 more, that whoever only names a strength need not pay

    from networkjournal.model.tokens import tokens

    return frozenset(token for token in tokens(normalize("NFKC", text).casefold()) if _says(token))


def _says(token: str) -> bool:
    if token.isascii():
        return len(token) > 3 and not token.isdecimal()
    return len(token) == 2 and not all("\u3041" <= character <= "\u309f" for character in token)
