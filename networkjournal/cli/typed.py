"""What was typed in one's own editor and could not be saved: it is kept as a draft, which the program offers."""

from collections.abc import Iterator
from contextlib import contextmanager

from networkjournal.cli.command import Context
from networkjournal.i18n import _
from networkjournal.model.entry import Entry


@contextmanager
def keeping(context: Context, text: str, seen: Entry) -> Iterator[None]:
    """Whatever goes wrong inside, keep the text, and say where it is."""
    try:
        yield
    except BaseException:
        from networkjournal.cli.program import keep_typed  # only where something went wrong

        if text.strip() and keep_typed(context.db, text, seen):
            context.err(_("What you wrote is kept as a draft; the program offers it when it opens."))
        raise
