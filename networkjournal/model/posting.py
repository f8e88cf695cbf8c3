"""What is posted from a line of an entry, and what waits: the values that capture makes and the store keeps.

Weights are thousandths, time is minutes, money is integer minor units with an ISO 4217 code, days are `date`s.
"""

from datetime import date

from networkjournal.lean import Literal, NamedTuple

Direction = Literal["given", "received"]
ActionState = Literal["open", "done", "awaiting", "dropped"]
Reason = Literal["ambiguous", "unknown", "no_counterparty"]
Sign = Literal["@", "#", "%", "+"]
Role = Literal["who", "third", "link", "prose", "inherited"]


class Named(NamedTuple):
    """A record that a mention stands for."""

    id: int
    handle: str


class Bearer(NamedTuple):
    """Someone (or something) that goes by a key."""

    named: Named
    by_handle: bool
    """Whether the key is the handle itself, which nobody else can bear."""


class Mention(NamedTuple):
    """One token of a line that names something, linked or not."""

    line: int
    """Counted from 1."""
    at: int
    """Where the sign stands in the line; negative where the line names nothing and the prose's event holds."""
    sign: Sign
    target: Named | None
    name: str
    """As written, without sign and brackets."""
    role: Role


class Exchange(NamedTuple):
    """One thing given to, or received from, one contact."""

    line: int
    direction: Direction
    contact: Named
    kind: str
    weight: int
    weighed: bool
    """Whether the line itself says the weight; otherwise it is the kind's of the day it was posted."""
    minutes: int | None
    money: int | None
    currency: str | None
    on: date
    goals: tuple[Named, ...]
    events: tuple[Named, ...]
    strengths: tuple[Named, ...]
    third_parties: tuple[Named, ...]
    words: str


class Settlement(NamedTuple):
    """A relationship called even from a day on."""

    line: int
    contact: Named
    on: date


class Action(NamedTuple):
    """Something declared."""

    line: int
    state: ActionState
    due: date | None
    done: date | None
    contacts: tuple[Named, ...]
    goals: tuple[Named, ...]
    words: str
    key: str
    """Lines with the same key are one action; the latest of them tells its state."""


class Insight(NamedTuple):
    """Something learned."""

    line: int
    contacts: tuple[Named, ...]
    goals: tuple[Named, ...]
    words: str


class Result(NamedTuple):
    """What came of a goal."""

    line: int
    goals: tuple[Named, ...]
    contacts: tuple[Named, ...]
    money: int | None
    currency: str | None
    minutes: int | None
    words: str


Posting = Exchange | Settlement | Action | Insight | Result


class Waiting(NamedTuple):
    """A line that cannot be posted until someone settles it."""

    line: int
    at: int
    """Where the sign (or, without a counterparty, the text after the mark) stands in the line."""
    reason: Reason
    name: str
    """The name as written; empty where there is none."""
    candidates: tuple[Named, ...] = ()


class Remark(NamedTuple):
    """Something the preview says about a line that is posted all the same."""

    line: int
    code: Literal["repeated_value", "unread_date"]
    text: str
    """The piece of the line that stays words."""


class Draft(NamedTuple):
    """An entry read: its text in canonical form, and all that will be posted from it."""

    day: date
    text: str
    posted: tuple[Posting, ...]
    waiting: tuple[Waiting, ...]
    mentions: tuple[Mention, ...]
    remarks: tuple[Remark, ...] = ()
