"""`repost`: posts the whole journal again, with the weights and words of the configuration as it is now."""

from networkjournal.cli.arguments import Args
from networkjournal.cli.command import DATA, JSON, Command, Context
from networkjournal.i18n import N_, ngettext


def run(context: Context, args: Args) -> None:
    """Post every entry again."""
    count = context.journal.repost()
    if context.json:
        context.out.json({"entries": count})
    else:
        context.out.line(ngettext("{n} entry posted again.", "{n} entries posted again.", count).format(n=count))


COMMAND = Command("repost", N_("Post the whole journal again."), run, options=(JSON,), group=DATA)
