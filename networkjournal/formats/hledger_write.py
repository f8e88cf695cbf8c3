"""The ledger as an hledger journal: what was given and received, contact by contact, in weights and in money.

    2026-09-08 * 鈴木花子 | 加算の考え方
        ; kind:information, minutes:20, entry:3
        Contacts:鈴木花子  -1 w
        Received:information  1 w

Promises that each transaction balances, and that the balance of a contact's account is the net of the relationship:
given less received since it was last called even. Refuses to add weights and money up.
"""

from collections.abc import Iterable, Iterator

from networkjournal.model.exchange import Settled, Told
from networkjournal.model.money import plain

WEIGHT = "w"
"""The commodity of weights."""
_HEAD = "; Weights are in w: what passed, as it was weighed. Money is in its own currency.\n"
_APART = str.maketrans({";": ",", ":": "·", "(": "（", ")": "）", "[": "［", "]": "］"})
"""What would end an account's name, part it, or make it a virtual one."""


def journal(told: Iterable[Told], settled: Iterable[Settled] = ()) -> str:
    """All exchanges and settlements by their days. A settlement ends its day, as it does in the register."""
    blocks = [(one.passed.on, 0, number, _exchange(one)) for number, one in enumerate(told)]
    blocks += [(one.on, 1, number, _settlement(one)) for number, one in enumerate(settled)]
    blocks.sort(key=lambda block: block[:3])
    return _HEAD + "".join("\n" + "".join(f"{line}\n" for line in lines) for *_place, lines in blocks)


def _exchange(told: Told) -> Iterator[str]:
    one = told.passed
    sign, source = (1, "Given") if one.direction == "given" else (-1, "Received")
    who, kind = _part(one.contact.handle), _part(one.kind)
    yield f"{one.on.isoformat()} * {_plain(one.contact.handle)} | {_plain(one.words)}".rstrip()
    yield f"    ; {', '.join(_tags(told))}"
    yield f"    Contacts:{who}  {_weight(sign * one.weight)}"
    yield f"    {source}:{kind}  {_weight(-sign * one.weight)}"
    if one.money is not None and one.currency:
        yield f"    Money:{who}  {plain(sign * one.money, one.currency)} {one.currency}"
        yield f"    {source} money:{kind}  {plain(-sign * one.money, one.currency)} {one.currency}"


def _settlement(one: Settled) -> Iterator[str]:
    yield f"{one.on.isoformat()} * {_plain(one.handle)} | even from here"
    yield f"    ; entry:{one.entry}"
    yield f"    Contacts:{_part(one.handle)}  {_weight(-one.net)}"
    yield f"    Settled  {_weight(one.net)}"


def _weight(thousandths: int) -> str:
    return f"{thousandths / 1000:.10g} {WEIGHT}"


def _tags(told: Told) -> Iterator[str]:
    one, links = told
    yield f"kind:{_tag(one.kind)}"
    if one.minutes is not None:
        yield f"minutes:{one.minutes}"
    for name, handles in (("goal", links.goals), ("event", links.events), ("strength", links.strengths)):
        yield from (f"{name}:{_tag(handle)}" for handle in handles)
    yield from (f"with:{_tag(handle)}" for handle in links.third_parties)
    yield f"entry:{one.entry}"


def _plain(text: str) -> str:
    """A description on one line: a semicolon would begin a comment, a bar end the payee, and so would a line end."""
    return " ".join(text.replace(";", ",").replace("|", "/").split())


def _part(name: str) -> str:
    """Part of an account's name."""
    return " ".join(name.translate(_APART).split()) or "-"


def _tag(value: str) -> str:
    """A tag's value, which a comma would end."""
    return _plain(value).replace(",", " ")
