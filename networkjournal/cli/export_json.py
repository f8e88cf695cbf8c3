"""What `export json` makes: everything, to be read again without loss."""

from networkjournal.cli.arguments import Args
from networkjournal.cli.command import Context


def make(context: Context, args: Args) -> str:
    """The whole journal as this program's own document; what is private only where asked."""
    from networkjournal.formats.own_json import write  # json, and much besides

    return write(context.journal, args.private)
