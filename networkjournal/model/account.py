"""What an account of a period consists of: capital by goal, events, insights, results, actions, and what it asks.

Pure: which questions a period raises is decided here, from its figures alone.
"""

from collections.abc import Iterator
from datetime import date

from networkjournal.lean import Literal, NamedTuple
from networkjournal.model.action import OpenAction
from networkjournal.model.budget import Money
from networkjournal.model.event import Event
from networkjournal.model.goal import Goal
from networkjournal.model.posting import Named

MOST_QUESTIONS = 3


class Capital(NamedTuple):
    """What flowed towards one goal: human, social and financial capital."""

    goal: Goal | None
    """`None`: what names no goal."""
    insights: int = 0
    strengths: int = 0
    """Entries in which a strength is named, on a line with this goal."""
    met: int = 0
    """People whose first exchange ever lies in the period, with one in it for this goal."""
    exchanges: int = 0
    introductions: int = 0
    referrals: int = 0
    results: int = 0
    gained: Money = ()
    """Money in results."""

    def __bool__(self) -> bool:
        """Whether anything flowed."""
        return any(self[1:])


class EventAccount(NamedTuple):
    """An event with what came of it."""

    event: Event
    exchanges: int
    actions: int
    people: int
    """Contacts with whom something passed there."""


class Learned(NamedTuple):
    """An insight or a result where it stands, with what its line names, or else what its entry names."""

    on: date
    entry: int
    line: int
    words: str
    goals: tuple[Named, ...] = ()
    contacts: tuple[Named, ...] = ()
    money: int | None = None
    currency: str | None = None


class Actions(NamedTuple):
    """What was declared in a period and how it stands now."""

    declared: int
    kept: int
    dropped: int
    open: int
    awaiting: int
    overdue: int
    """Of the open and awaited ones."""
    shown: tuple[OpenAction, ...]
    """Some of them: what is still open first, then the latest."""


QuestionCode = Literal[
    "nothing", "no_purpose", "give_back", "stood_in_way", "over", "no_goal", "came_of", "learned", "next"
]
MARKS: dict[QuestionCode, str] = {"learned": "! ", "next": "[ ] "}
"""What the answer to a question is posted as; the others stay prose."""


class Question(NamedTuple):
    """Something to answer in one's own words."""

    code: QuestionCode
    about: str = ""
    """The title of the event or the goal that it is about."""


class Shown(NamedTuple):
    """What a period shows, as far as questions hang on it."""

    given: int
    received: int
    insights: int
    overdue: int
    unpurposed: str = ""
    """An event without a purpose."""
    fruitless: str = ""
    """A goal for which much passed, and of which nothing came yet."""
    over: str | None = None
    """The goal of a budget that is over; empty for that of everything."""
    aimless: bool = False
    """Whether most of the time went to no goal."""


def questions(shown: Shown) -> tuple[Question, ...]:
    """What the period asks: two things that it shows at most, and always what comes next."""
    return (*list(_raised(shown))[: MOST_QUESTIONS - 1], Question("next"))


def _raised(shown: Shown) -> Iterator[Question]:
    if not shown.given and not shown.received:
        yield Question("nothing")
    if shown.unpurposed:
        yield Question("no_purpose", shown.unpurposed)
    if shown.received > shown.given:
        yield Question("give_back")
    if shown.overdue:
        yield Question("stood_in_way")
    if shown.over is not None:
        yield Question("over", shown.over)
    if shown.aimless:
        yield Question("no_goal")
    if shown.fruitless:
        yield Question("came_of", shown.fruitless)
    if not shown.insights:
        yield Question("learned")
