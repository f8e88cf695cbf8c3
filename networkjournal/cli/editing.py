"""Opening one's own editor from a command, and saying first what an earlier one has left behind."""

from networkjournal.cli.command import Context
from networkjournal.editor import edit, left
from networkjournal.i18n import _


def edited(context: Context, text: str) -> str:
    """Give what the person makes of a text in their editor."""
    for one in left(context.environment, context.db):
        context.err(
            _("An earlier text was left in {path}; the program offers it when it opens.").format(path=one.path)
        )
    return edit(text, context.environment, context.db)
