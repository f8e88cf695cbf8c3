"""Forgetting someone: out of the file for good, whatever was written of them. The one verb that cannot be undone."""

from typing import TYPE_CHECKING

from networkjournal.model.contact import Contact
from networkjournal.model.forgetting import Forgetting

if TYPE_CHECKING:
    from networkjournal.people import People


def plan(journal: "People", contact: Contact) -> Forgetting:
    """Tell what forgetting a contact comes to. Nothing is written."""
    raise NotImplementedError


def forget(journal: "People", contact: Contact) -> Forgetting:
    """Take a contact out of the file for good."""
    raise NotImplementedError
