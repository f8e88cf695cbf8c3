"""What two people, or one in two windows, made of the same thing, brought together. Pure.

Promises that what only one of them changed is as they changed it, and that what both changed differently is named and
not decided. Refuses to ask.
"""

from collections.abc import Iterable

from networkjournal.lean import Any, Literal

Side = Literal["mine", "theirs", "both"]
"""Whose value is taken where both changed one."""
ONE_THING = frozenset(
    ("name", "handle", "family", "given", "reading", "birthday", "state", "kind", "verdict", "currency", "series",
     "goal", "contact", "strength")
)  # fmt: skip
"""Fields whose texts mean one name, day or choice."""


def rebased(seen: Any, mine: Any, theirs: Any) -> tuple[Any, tuple[str, ...]]:  # noqa: ANN401 - any NamedTuple
    """What `mine` changed of the record `seen`, put onto `theirs`; and the fields that both changed to other values."""
    changed = [name for name in seen._fields if getattr(mine, name) != getattr(seen, name)]
    clashing = tuple(
        name for name in changed if getattr(theirs, name) not in (getattr(seen, name), getattr(mine, name))
    )
    return theirs._replace(**{name: getattr(mine, name) for name in changed}), clashing


def settled(seen: Any, mine: Any, theirs: Any, side: Side) -> Any:  # noqa: ANN401 - any NamedTuple
    """What `mine` changed put onto `theirs`, with one side's values, or both, where they clash."""
    made, clashing = rebased(seen, mine, theirs)
    if side == "theirs":
        return made._replace(**{name: getattr(theirs, name) for name in clashing})
    if side == "both":
        return made._replace(**{name: united(getattr(theirs, name), getattr(mine, name)) for name in clashing})
    return made


def can_hold_both(one: Any, other: Any, fields: Iterable[str]) -> bool:  # noqa: ANN401 - any NamedTuple
    """Whether the values of these fields can stand together: lists can, and texts that say no one thing."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in fields]
    texts = all(isinstance(first, tuple | str) and type(first) is type(second) for first, second in pairs)
    return texts and not ONE_THING.intersection(fields)


def united(theirs: Any, mine: Any) -> Any:  # noqa: ANN401 - a text or a list
    """Both values: of a list each once, of a text one below the other, or on one line where both are one."""
    if isinstance(theirs, tuple):
        return (*theirs, *(value for value in mine if value not in theirs))
    if not theirs or theirs in mine:
        return mine
    if not mine or mine in theirs:
        return theirs
    return f"{theirs}{chr(10) if chr(10) in theirs + mine or len(theirs + mine) > 60 else ' / '}{mine}"


def woven(seen: str, mine: str, theirs: str) -> str:
    """One text with the lines that either changed; where both changed the same lines, theirs stand above mine.

    No line that either wrote is missing from it.
    """
    base, ours, others = (text.split("\n") for text in (seen, mine, theirs))
    made: list[str] = []
    at = at_ours = at_others = 0
    for start, in_ours, in_others, size in [*_common(base, ours, others), (len(base), len(ours), len(others), 0)]:
        made += _between(base[at:start], ours[at_ours:in_ours], others[at_others:in_others])
        made += base[start : start + size]
        at, at_ours, at_others = start + size, in_ours + size, in_others + size
    return "\n".join(made)


def _between(base: list[str], ours: list[str], others: list[str]) -> list[str]:
    if ours in (base, others):
        return others
    return ours if others == base else [*others, *(line for line in ours if line not in others)]


def _common(base: list[str], ours: list[str], others: list[str]) -> list[tuple[int, int, int, int]]:
    """The stretches of lines that all three have, in order: where they begin in each, and how many lines they are."""
    in_ours, in_others = _places(base, ours), _places(base, others)
    found: list[tuple[int, int, int, int]] = []
    for line in range(len(base)):
        one, other = in_ours.get(line), in_others.get(line)
        if one is None or other is None:
            continue
        if found and (line, one, other) == tuple(place + found[-1][3] for place in found[-1][:3]):
            found[-1] = (*found[-1][:3], found[-1][3] + 1)
        else:
            found.append((line, one, other, 1))
    return found


def _places(base: list[str], other: list[str]) -> dict[int, int]:
    """Where the lines of `base` that are still there stand in `other`."""
    from difflib import SequenceMatcher  # 4 ms, and only where two changed one text

    matches = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {match.a + n: match.b + n for match in matches for n in range(match.size)}
