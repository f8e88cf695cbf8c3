"""Human capital: strengths in words with their evidence, and offers, what can be given at once."""

from networkjournal.lean import Literal, NamedTuple

StrengthKind = Literal["skill", "knowledge", "experience", "character"]
STRENGTH_KINDS: tuple[StrengthKind, ...] = ("skill", "knowledge", "experience", "character")


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
