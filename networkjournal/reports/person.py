"""Everything about one person: the brief, and the counts and records behind each of its numbers."""

from datetime import date

from networkjournal.errors import Ambiguous, NotFound
from networkjournal.journal import Journal
from networkjournal.lean import NamedTuple
from networkjournal.model.contact import Contact
from networkjournal.model.exchange import Sums, Which
from networkjournal.model.goal import Goal, Persona
from networkjournal.reports.brief import Brief, brief_of


class GoalTie(NamedTuple):
    """A goal that lines with the person name."""

    goal: Goal
    exchanges: int
    """With this person."""
    personas: tuple[Persona, ...]
    """Whom one wanted to meet for it: perhaps them."""


class Person(NamedTuple):
    """One person's page. Counts of what may be thousands; the records themselves are read where they are listed."""

    brief: Brief
    counting: Sums
    """What counts in the balance, that is, what came after the last settlement."""
    goals: tuple[GoalTie, ...]
    kept: int
    """Actions with them that were done."""
    entries: int
    insights: int
    results: int
    third_party: int
    """Exchanges with others in which they were named: introductions, mostly."""
    introducer: Contact | None
    """The contact whom `introduced_by` names; `None` where it is words, or nobody."""
    introduced: tuple[Contact, ...]
    """Whom they introduced."""

    @property
    def contact(self) -> Contact:
        """Who it is."""
        return self.brief.contact

    @property
    def untold(self) -> bool:
        """Whether nothing is known of them but a name: no field is filled and no entry mentions them."""
        contact = self.contact
        bare = Contact(
            contact.name, contact.handle, contact.family, contact.given, contact.reading, id=contact.id,
            archived=contact.archived,
        )  # fmt: skip
        return contact == bare and not self.entries and not self.introduced


def person(journal: Journal, contact_id: int, today: date) -> Person:
    """Gather what the journal knows of a contact. Raises `KeyError` where there is none."""
    books = journal.books
    contact = books.contacts.get(contact_id)
    brief = brief_of(journal, contact, today)
    return Person(
        brief,
        books.exchanges.sums(Which(contact=contact_id, after=brief.account.settled_on)),
        tuple(GoalTie(goal, count, tuple(books.personas.all(goal.id))) for goal, count in books.goals.ties(contact_id)),
        books.lines.count("kept", "@", contact_id),
        books.entries.count_with("@", contact_id),
        books.lines.count("insight", "@", contact_id),
        books.lines.count("result", "@", contact_id),
        books.exchanges.sums(Which(third=contact_id)).times,
        _introducer(journal, contact.introduced_by),
        books.contacts.introduced_by(contact.handle),
    )


def _introducer(journal: Journal, written: str) -> Contact | None:
    if not written.strip():
        return None
    try:
        return journal.find_contact(written)
    except (NotFound, Ambiguous):  # words, not a name: "at my cousin's wedding"
        return None
