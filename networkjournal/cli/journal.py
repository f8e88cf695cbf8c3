"""`journal`: lists entries; `journal edit` and `journal remove` change one."""

from networkjournal import wording
from networkjournal.cli import documents
from networkjournal.cli.arguments import Args, Argument, Option
from networkjournal.cli.command import DAILY, JSON, Command, Context
from networkjournal.cli.journal_edit import edit
from networkjournal.cli.name import find
from networkjournal.cli.output import Painted
from networkjournal.i18n import N_, _
from networkjournal.records import SIGNS, Concept


def run(context: Context, args: Args) -> None:
    """Print the entries asked for, oldest first."""
    journal = context.journal
    named: tuple[tuple[Concept, str | None], ...] = (
        ("contact", args.who),
        ("goal", args.goal),
        ("event", args.event),
    )
    mentioned = [(SIGNS[concept], find(context, concept, name).id) for concept, name in named if name]
    entries = journal.books.entries.listed(args.from_, args.to, args.kind, mentioned)
    if context.json:
        context.out.json([documents.entry_document(e.id, e.day, e.text, *journal.posted(e.id)) for e in entries])
        return
    for entry in entries:
        context.out.line(Painted(wording.day(entry.day), "heading"), Painted(f"  {entry.id}", "faint"))
        context.out.line(entry.text)
        context.out.line()


def remove(context: Context, args: Args) -> None:
    """Take an entry out of the journal."""
    context.journal.remove_entry(args.id)
    context.out.line(_("Removed entry {n}; `undo` brings it back.").format(n=args.id))


_ID = Argument("ID", N_("The entry's number, as the list shows it."), kind="int")

COMMAND = Command(
    "journal",
    N_("List entries, or change one."),
    run,
    options=(
        Option(("--from",), N_("The first day."), metavar="DATE", kind="date"),
        Option(("--to",), N_("The last day."), metavar="DATE", kind="date"),
        Option(("--who",), N_("Only entries that mention this contact."), metavar="NAME"),
        Option(("--goal",), N_("Only entries that mention this goal."), metavar="GOAL"),
        Option(("--event",), N_("Only entries that mention this event."), metavar="EVENT"),
        Option(
            ("--kind",),
            N_("Only entries that posted such a line."),
            metavar="KIND",
            choices=("insight", "result", "action", "exchange"),
        ),
        JSON,
    ),
    group=DAILY,
    subcommands=(
        Command(
            "edit",
            N_("Change an entry in your editor."),
            edit,
            arguments=(_ID,),
            options=(
                Option(("--date",), N_("Move it to this day."), metavar="DATE", kind="date"),
                Option(("--stdin",), N_("Take the new text from standard input.")),
                JSON,
            ),
        ),
        Command("remove", N_("Take an entry out of the journal."), remove, arguments=(_ID,)),
    ),
)
