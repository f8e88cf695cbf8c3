"""What a posting changes in somebody's account, so that a total can be moved instead of summed anew."""

from networkjournal.lean import NamedTuple, TypeAlias


class Move(NamedTuple):
    """One exchange that came to an account or went from it; or a settlement, which moves nothing by itself."""

    contact: int
    times: int
    """1 where it came, -1 where it went, 0 for a settlement."""
    day: str
    direction: str
    weight: int
    minutes: int


Moves: TypeAlias = tuple[Move, ...]
