"""The books of one open journal file, gathered. Promises nothing but their names; verbs are the journal's."""

from collections.abc import Iterator
from contextlib import contextmanager

from networkjournal.lean import TYPE_CHECKING
from networkjournal.store.connection import Connection, transaction

if TYPE_CHECKING:
    from networkjournal.store.actions import Actions
    from networkjournal.store.agenda import Agenda
    from networkjournal.store.asks import Asks
    from networkjournal.store.budgets import Budgets
    from networkjournal.store.cadences import Cadences
    from networkjournal.store.contacts import Contacts
    from networkjournal.store.digests import Digests
    from networkjournal.store.dismissals import Dismissals
    from networkjournal.store.entries import Entries
    from networkjournal.store.events import Events
    from networkjournal.store.exchanges import Exchanges
    from networkjournal.store.findings import Findings
    from networkjournal.store.gatherings import Gatherings
    from networkjournal.store.goals import Goals
    from networkjournal.store.history import History
    from networkjournal.store.inbox import Inbox
    from networkjournal.store.ledger import Ledger
    from networkjournal.store.lines import Lines
    from networkjournal.store.names import Names
    from networkjournal.store.offers import Offers
    from networkjournal.store.personas import Personas
    from networkjournal.store.postings import Postings
    from networkjournal.store.refusals import Refusals
    from networkjournal.store.search import Search
    from networkjournal.store.seeking import Seeking
    from networkjournal.store.self_introductions import SelfIntroductions
    from networkjournal.store.silences import Silences
    from networkjournal.store.sources import Sources
    from networkjournal.store.strengths import Strengths


class Books:
    """Every book over one connection. A book is opened when it is first asked for: a look-up needs eight of them, and
    each costs 0.3 to 1 ms to load.
    """

    connection: Connection
    contacts: "Contacts"
    goals: "Goals"
    personas: "Personas"
    strengths: "Strengths"
    offers: "Offers"
    asks: "Asks"
    self_introductions: "SelfIntroductions"
    events: "Events"
    gatherings: "Gatherings"
    cadences: "Cadences"
    silences: "Silences"
    budgets: "Budgets"
    refusals: "Refusals"
    dismissals: "Dismissals"
    entries: "Entries"
    postings: "Postings"
    ledger: "Ledger"
    exchanges: "Exchanges"
    findings: "Findings"
    lines: "Lines"
    inbox: "Inbox"
    actions: "Actions"
    agenda: "Agenda"
    names: "Names"
    search: "Search"
    seeking: "Seeking"
    sources: "Sources"
    history: "History"
    digests: "Digests"

    def __init__(self, connection: Connection) -> None:
        """Open nothing yet."""
        self.connection = connection

    if not TYPE_CHECKING:  # or every name would seem to be a book

        def __getattr__(self, name: str) -> object:
            """Open the book of this name: `self_introductions` is `SelfIntroductions` in the file of that name."""
            if name not in Books.__annotations__:
                raise AttributeError(name)
            module = __import__(f"networkjournal.store.{name}", fromlist=["book"])
            book = getattr(module, name.title().replace("_", ""))(self.connection)
            setattr(self, name, book)
            return book

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; names are asked anew, for another program may have changed them."""
        with transaction(self.connection):
            self.names.forget_answers()
            try:
                yield
            except BaseException:
                self.names.forget_answers()
                raise
