"""The panes of the Home screen, in the order of their numbers. A new pane is its own file and its line here."""

from networkjournal.tui.panes.base import Pane
from networkjournal.tui.panes.contacts import ContactsPane
from networkjournal.tui.panes.goals import GoalsPane
from networkjournal.tui.panes.ledger import LedgerPane
from networkjournal.tui.panes.today import TodayPane

PANES: tuple[type[Pane], ...] = (GoalsPane, ContactsPane, LedgerPane, TodayPane)
