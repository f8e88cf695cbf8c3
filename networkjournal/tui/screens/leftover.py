"""What was left unsaved in the editor, offered at the next start. Nothing is posted or thrown away unasked."""

from collections.abc import Sequence
from typing import Any

from networkjournal.i18n import _
from networkjournal.tui.draft import DraftFile
from networkjournal.tui.screens.base import JournalScreen
from networkjournal.tui.widgets.choice import Choice, Option

GO_ON, LATER, THROW_AWAY = "go on", "later", "throw away"


async def offer(screen: JournalScreen[Any], drafts: Sequence[DraftFile]) -> None:
    """Ask about each draft; what is to be gone on with opens in the editor."""
    for draft in drafts:
        answer = await screen.app.push_screen_wait(_question(draft))
        if answer == GO_ON:
            from networkjournal.tui.screens.entry_editor import EntryEditor  # only for those who go on

            await screen.app.push_screen_wait(EntryEditor.resumed(screen.journal, screen.clock, draft))
        elif answer == THROW_AWAY:
            draft.keep("")
        else:
            draft.release()


def _question(draft: DraftFile) -> Choice[str]:
    return Choice(
        _("There is an unsaved entry of {date}: go on writing it?").format(date=draft.about.day),
        (
            Option(GO_ON, _("Go on writing")),
            Option(LATER, _("Later: ask again at the next start")),
            Option(THROW_AWAY, _("Throw it away")),
        ),
    )
