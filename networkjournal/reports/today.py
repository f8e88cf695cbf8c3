"""What the day asks for: what is owed and awaited, whom to give something back, what waits in the inbox."""

from datetime import date
from typing import NamedTuple

from networkjournal.journal import Journal
from networkjournal.model.action import OpenAction
from networkjournal.model.balance import Account

PEOPLE = 5
"""At most so many people: a list that floods is not read."""


class Today(NamedTuple):
    """One day's sheet."""

    day: date
    owed: tuple[OpenAction, ...]
    awaited: tuple[OpenAction, ...]
    give_back: tuple[Account, ...]
    """Relationships in which more was received, the largest debt first; those too young to judge are left out."""
    more_to_give_back: int
    """How many more there are than are shown."""
    waiting: int


def today(journal: Journal, day: date) -> Today:
    """Make the sheet of `day`."""
    actions = journal.books.actions.standing()
    owing = sorted(
        (a for a in journal.books.ledger.accounts() if a.state == "received_more" and not a.early(day)),
        key=lambda account: account.net,
    )
    return Today(
        day,
        tuple(action for action in actions if action.state == "open"),
        tuple(action for action in actions if action.state == "awaiting"),
        tuple(owing[:PEOPLE]),
        max(len(owing) - PEOPLE, 0),
        journal.books.inbox.count(),
    )
