"""What is behind a finding, as a page: the records that it rests on."""

from typing import Any

from networkjournal import mirror
from networkjournal.model.finding import Finding
from networkjournal.reports.evidence import behind
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.screens.places import Place
from networkjournal.tui.screens.records import RecordList
from networkjournal.tui.veil import Veil


def open_finding(screen: JournalScreen[Any], finding: Finding) -> None:
    """Show the records on top of a screen; a persona's own page where it is about one."""
    if finding.kind == "persona":
        screen.open(Place("persona", finding.id))
        return

    def title(veil: Veil) -> str:
        return " · ".join(filter(None, (veil.name(finding.name), mirror.name_of(finding.code))))

    screen.app.push_screen(RecordList(screen.journal, screen.clock, title, lambda: behind(screen.journal, finding)))
